import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { DAY } from '../../validation/day';
import { feedbackLimits } from '../feedback-limits';

/** Who sees to it, and by when. */
export class AssignFeedback {
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Person.' })
  accountId = '';

  @Matches(DAY, { message: 'Bitte geben Sie an, bis wann.' })
  due = '';
}

/** Of one Hinweis, of all of a group, or of all Hinweise whatever they are. */
export class AssigneesQuery {
  @IsOptional()
  @IsUUID()
  feedbackId?: string;

  @IsOptional()
  @IsUUID()
  groupId?: string;
}

/** Who answers for the Hinweise of a Handlungsfeld. */
export class SaveResponsibility {
  @IsUUID(undefined, { message: 'Bitte wählen Sie eine Person.' })
  accountId = '';

  @IsInt({ message: 'Bitte geben Sie ganze Tage an.' })
  @Min(1, { message: 'Bitte geben Sie mindestens einen Tag an.' })
  @Max(feedbackLimits.assignedDays, { message: 'Bitte geben Sie höchstens ein Jahr an.' })
  days = 21;
}
