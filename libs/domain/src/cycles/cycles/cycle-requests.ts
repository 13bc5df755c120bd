import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
  ValidateNested,
} from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';
import { OneLine, WordsInOneLine } from '../../validation/one-line';
import { type CycleCounter, cycleCounters } from './cycle-counters';
import { cycleLimits } from './cycle-limits';

export class MilestoneInput {
  @IsInt({ message: 'Bitte nennen Sie das Jahr.' })
  @Min(1990)
  @Max(2200)
  year = 0;

  @IsString()
  @MinLength(3, { message: 'Bitte sagen Sie, was bis dahin erreicht sein soll.' })
  @MaxLength(cycleLimits.goal)
  goal = '';

  @IsOptional()
  @IsIn(cycleCounters)
  counter: CycleCounter | null = null;

  @IsOptional()
  @Matches(DAY, NO_DAY)
  doneOn: string | null = null;
}

export class SaveCycle {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie dem Zyklus einen Namen.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(cycleLimits.name)
  name = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den ersten Tag.' })
  beginsOn = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den letzten Tag.' })
  endsOn = '';

  @IsString()
  @OneLine()
  @MaxLength(cycleLimits.name)
  termName = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  termBeginsOn: string | null = null;

  @IsOptional()
  @Matches(DAY, NO_DAY)
  termEndsOn: string | null = null;

  @IsOptional()
  @Matches(DAY, NO_DAY)
  electionOn: string | null = null;

  /** The adopted plan in force. */
  @IsString()
  @OneLine()
  @MaxLength(cycleLimits.name)
  planTitle = '';

  @IsOptional()
  @Matches(DAY, NO_DAY)
  planAdoptedOn: string | null = null;

  @IsArray()
  @ArrayMaxSize(cycleLimits.milestones)
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  milestones: MilestoneInput[] = [];
}

/** From a released Bauplan; the goals are proposed and can be changed afterwards. */
export class BeginCycle {
  @IsUUID(undefined, { message: 'Bitte wählen Sie die Fassung des Bauplans.' })
  templateId = '';

  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie dem Zyklus einen Namen.' })
  @WordsInOneLine('Bitte geben Sie den Namen in einer Zeile an.')
  @MaxLength(cycleLimits.name)
  name = '';

  @Matches(DAY, { message: 'Bitte nennen Sie den ersten Tag.' })
  beginsOn = '';

  /** Without it the length of the settings counts. */
  @IsOptional()
  @Matches(DAY, NO_DAY)
  endsOn: string | null = null;
}

export class MoveCycle {
  @IsString()
  @MaxLength(cycleLimits.reason)
  reason = '';
}
