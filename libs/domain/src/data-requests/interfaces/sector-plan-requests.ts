import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { DAY } from '../../validation/day';
import { OneLine, WordsInOneLine } from '../../validation/one-line';
import { WebAddressOrNone } from '../../validation/reachable';
import { dataRequestLimits as limits } from '../data-requests-limits';
import { type Sector, type SectorPlanState, sectorPlanStates, sectors } from './sector-plan-state';

/** A Fachplanung of another unit, and which interfaces it needs. */
export class SaveSectorPlan {
  @IsString()
  @MinLength(2, { message: 'Bitte benennen Sie die Fachplanung.' })
  @WordsInOneLine('Bitte benennen Sie die Fachplanung in einer Zeile.')
  @MaxLength(limits.planName)
  name = '';

  @IsIn(sectors, { message: 'Bitte wählen Sie den Bereich.' })
  sector: Sector = 'OTHER';

  /** Who keeps it. */
  @IsString()
  @OneLine()
  @MaxLength(limits.planUnit)
  unit = '';

  @WebAddressOrNone(limits.planLink)
  link = '';

  /** Until when it should be written anew. */
  @IsOptional()
  @Matches(DAY, { message: 'Bitte nennen Sie den Tag der nächsten Fortschreibung.' })
  nextOn: string | null = null;

  @IsString()
  @MaxLength(limits.planNote)
  note = '';

  @IsArray()
  @ArrayMaxSize(limits.planInterfaces)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  agreementIds: string[] = [];
}

/** As it is found; afterwards its state goes by verbs. */
export class AddSectorPlan extends SaveSectorPlan {
  @IsIn(sectorPlanStates, { message: 'Bitte wählen Sie den Stand.' })
  state: SectorPlanState = 'IN_FORCE';

  @IsOptional()
  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, seit dem der Stand gilt.' })
  stateOn: string | null = null;
}

export class MoveSectorPlan {
  /** Since when the new state holds. */
  @Matches(DAY, { message: 'Bitte nennen Sie den Tag, seit dem der neue Stand gilt.' })
  on = '';
}

export class CalendarQuery {
  @IsOptional()
  @IsInt({ message: 'Bitte geben Sie das Jahr mit vier Ziffern an.' })
  @Min(2000)
  @Max(2200)
  year?: number;
}

export class CalendarFileQuery extends CalendarQuery {
  /** Only what needs somebody now. */
  @IsOptional()
  @IsIn(['1'])
  overdue?: '1';
}
