import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../../lists/list-requests';
import { DAY, NO_DAY } from '../../validation/day';
import { OneLine, WordsInOneLine } from '../../validation/one-line';
import { type ActorSide, actorSides, type Coordination, coordinations } from './step-coordination';
import { stepLimits } from './step-limits';

export class StepActorInput {
  /** Of one that is there already. */
  @IsOptional()
  @IsUUID()
  id: string | null = null;

  @IsIn(actorSides)
  side: ActorSide = 'EXTERNAL';

  @IsString()
  @MinLength(2, { message: 'Bitte nennen Sie den Akteur.' })
  @WordsInOneLine('Bitte nennen Sie den Akteur in einer Zeile.')
  @MaxLength(stepLimits.actor)
  name = '';

  /** Its people then see the step among their own. */
  @IsOptional()
  @IsUUID()
  organisationId: string | null = null;

  @IsIn(coordinations)
  standing: Coordination = 'NOT_ASKED';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  on: string | null = null;

  @IsString()
  @MaxLength(stepLimits.words)
  words = '';
}

export class SaveStep {
  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, bis wann.' })
  dueOn = '';

  @IsString()
  @OneLine()
  @MaxLength(stepLimits.lead)
  lead = '';

  @IsOptional()
  @IsUUID()
  responsibleId: string | null = null;

  @IsArray()
  @ArrayMaxSize(stepLimits.actors)
  @ValidateNested({ each: true })
  @Type(() => StepActorInput)
  actors: StepActorInput[] = [];
}

export class MoveStep {
  @IsString()
  @MaxLength(stepLimits.reason)
  reason = '';
}

export const stepFilters = ['open', 'overdue', 'blocked', 'done'] as const;
export type StepFilter = (typeof stepFilters)[number];

export class StepQuery extends ListQuery {
  /** One's own: led by one's role or person, or with a part in it. Otherwise all that one sees. */
  @IsOptional()
  @IsIn(['mine', 'all'])
  of?: 'mine' | 'all';

  @IsOptional()
  @IsIn(stepFilters)
  standing?: StepFilter;

  @IsOptional()
  @IsUUID()
  cycleId?: string;
}
