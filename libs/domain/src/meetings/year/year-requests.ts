import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DAY, NO_DAY } from '../../validation/day';
import { meetingLimits } from '../meetings-limits';
import { PlanMeeting, SaveInvitee } from '../meetings-requests';
import { type SeriesRhythm, seriesLimits, seriesRhythms } from './series-days';

const CLOCK_OR_EMPTY = /^(([01]\d|2[0-3]):[0-5]\d)?$/;

/** The year calendar: from a day to another, both included, and what it is narrowed down to. */
export class YearQuery {
  @Matches(DAY, NO_DAY)
  from = '';

  @Matches(DAY, NO_DAY)
  to = '';

  @IsOptional()
  @IsUUID()
  networkId?: string;

  @IsOptional()
  @IsUUID()
  committeeId?: string;

  @IsOptional()
  @IsUUID()
  formatId?: string;

  /** "1": only where the viewer takes part or plans. */
  @IsOptional()
  @IsIn(['1'])
  mine?: '1';
}

/** A date somebody thinks of, in wall times of Berlin. Without times the whole day is held against the calendar. */
export class ProposedSlot {
  @Matches(DAY, NO_DAY)
  day = '';

  @Matches(CLOCK_OR_EMPTY, { message: 'Bitte geben Sie die Uhrzeit so an: 14:00.' })
  startTime = '';

  @Matches(CLOCK_OR_EMPTY, { message: 'Bitte geben Sie die Uhrzeit so an: 16:00.' })
  endTime = '';
}

/** Dates held against everything that is known: holidays, other bodies, and whom the meeting wants. */
export class JudgeSlots {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(seriesLimits.dates)
  @ValidateNested({ each: true })
  @Type(() => ProposedSlot)
  slots: ProposedSlot[] = [];

  /** The meeting the date is for; it never clashes with itself. */
  @IsOptional()
  @IsUUID()
  meetingId: string | null = null;

  /** Whose members are meant while nobody is in the list. */
  @IsOptional()
  @IsUUID()
  networkId: string | null = null;

  @IsOptional()
  @IsUUID()
  committeeId: string | null = null;

  @IsArray()
  @ArrayMaxSize(meetingLimits.invitees)
  @ValidateNested({ each: true })
  @Type(() => SaveInvitee)
  invitees: SaveInvitee[] = [];
}

/** How a series goes on; the rule is kept, so that a calendar may show it as one. */
export class SaveSeriesRule {
  @IsIn(seriesRhythms)
  rhythm: SeriesRhythm = 'WEEKS';

  @IsInt({ message: 'Bitte geben Sie eine ganze Zahl an.' })
  @Min(1, { message: 'Mindestens 1.' })
  @Max(seriesLimits.every, { message: `Höchstens ${seriesLimits.every}.` })
  every = 2;

  @Matches(DAY, NO_DAY)
  untilDay = '';
}

/** Several meetings made in one step: the first one as planned, the others like it on these days. */
export class PlanSeries {
  @ValidateNested()
  @Type(() => PlanMeeting)
  plan: PlanMeeting = new PlanMeeting();

  @ValidateNested()
  @Type(() => SaveSeriesRule)
  rule: SaveSeriesRule = new SaveSeriesRule();

  /** The days that were left standing. */
  @IsArray()
  @ArrayNotEmpty({ message: 'Bitte lassen Sie mindestens einen Termin stehen.' })
  @ArrayMaxSize(seriesLimits.dates)
  @Matches(DAY, { ...NO_DAY, each: true })
  days: string[] = [];

  /** The dates stand, so members and calendars see them; else they are drafts. */
  @IsBoolean()
  fixed = true;
}

/** An address under which a calendar program fetches dates: of a network, or one's own. */
export class AddCalendarFeed {
  @IsOptional()
  @IsUUID()
  networkId: string | null = null;
}
