import type { NamedReference } from '../../lists';
import type { CalendarPeriodKind } from '../../settings';
import type { Day } from '../../time';
import type { MeetingState, MeetingType } from '../meeting-words';
import type { SlotFacts } from './slot-reasons';

/** People who are wanted in another meeting at the same time. */
export interface ClashView {
  /** Null where the other meeting does not open for the viewer. */
  meetingId: string | null;
  /** What the other one is called, as far as the viewer may know it. */
  label: string;
  count: number;
  /** Some of them, by name. */
  people: string[];
}

export interface YearMeeting {
  /** Null where its page does not open for the viewer: then only body and time are told. */
  id: string | null;
  label: string;
  type: MeetingType;
  state: MeetingState;
  startsAt: string;
  endsAt: string;
  place: string;
  network: NamedReference | null;
  committee: NamedReference | null;
  format: NamedReference | null;
  mine: boolean;
  clashes: ClashView[];
}

export interface YearPeriod {
  id: string;
  kind: CalendarPeriodKind;
  name: string;
  fromDay: Day;
  toDay: Day;
}

/** What happens from a day to another. */
export interface YearView {
  from: Day;
  to: Day;
  /** The state whose public holidays these are. */
  state: string;
  holidays: { day: Day; name: string }[];
  periods: YearPeriod[];
  meetings: YearMeeting[];
}

/** One proposed date with what speaks for and against it. */
export interface SlotView extends SlotFacts {
  startTime: string;
  endTime: string;
  busy: { name: string; elsewhere: string; startsAt: string; endsAt: string }[];
  others: { name: string; startsAt: string; endsAt: string }[];
}

export interface SlotsView {
  slots: SlotView[];
}

export interface SeriesMadeView {
  seriesId: string;
  /** In the order of their days. */
  meetingIds: string[];
}

/** An address for calendar programs; the address itself is told once and never again. */
export interface CalendarFeedView {
  id: string;
  network: NamedReference | null;
  createdAt: string;
  /** The last day on which a program asked for it. */
  lastUsedOn: Day | null;
}

export interface NewCalendarFeedView {
  id: string;
  address: string;
}
