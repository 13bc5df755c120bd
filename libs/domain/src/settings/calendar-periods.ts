import type { Day, Holiday } from '../time';

/** Times the planning of meetings has to know and no rule tells: an admin or planner keeps them. */
export const calendarPeriodKinds = ['SCHOOL_HOLIDAY', 'SITTING_WEEK'] as const;
export type CalendarPeriodKind = (typeof calendarPeriodKinds)[number];

export const calendarPeriodLabels: Record<CalendarPeriodKind, string> = {
  SCHOOL_HOLIDAY: 'Schulferien',
  SITTING_WEEK: 'Sitzungswochen',
};

export interface CalendarPeriodView {
  id: string;
  version: number;
  kind: CalendarPeriodKind;
  name: string;
  fromDay: Day;
  /** The last day. */
  toDay: Day;
}

/** The public holidays of the county's state, this year and the next. */
export interface HolidaysView {
  state: string;
  years: { year: number; days: Holiday[] }[];
}

export const calendarPeriodLimits = { name: 120, pasted: 10_000, atOnce: 60 } as const;
