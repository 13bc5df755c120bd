import type { NewCalendarFeedView, SeriesMadeView, SlotsView, YearView } from '@runder-tisch/domain/meetings';
import {
  AddCalendarFeed,
  JudgeSlots,
  PlanSeries,
  ProposedSlot,
  SaveSeriesRule,
} from '@runder-tisch/domain/meetings/year/year-requests';
import { type CalendarPeriodKind, readPeriodLines } from '@runder-tisch/domain/settings';
import { AddCalendarPeriods } from '@runder-tisch/domain/settings/calendar-period-requests';
import type { Client } from './client';
import { type MeetingFacts, meetingPlan } from './meetings';

/** Times as somebody pastes them, one a line: `Herbstferien 19.10.2026 – 30.10.2026`. */
export async function calendarPeriods(
  client: Client,
  kind: CalendarPeriodKind,
  lines: readonly string[],
): Promise<string[]> {
  const periods = readPeriodLines(lines.join('\n')).map((line) => {
    if (!line.ok) throw new Error(`${line.line}: ${line.says}`);
    return { kind, name: line.name, fromDay: line.fromDay, toDay: line.toDay };
  });
  const request = Object.assign(new AddCalendarPeriods(), { periods });
  return (await client.post<{ ids: string[] }>('/api/calendar-periods', request)).ids;
}

export function year(client: Client, from: string, to: string, more = ''): Promise<YearView> {
  return client.get<YearView>(`/api/calendar?from=${from}&to=${to}${more}`);
}

/** Dates written as in polls, `2026-10-14 14:00–16:00`; without hours the whole day is meant. */
export function judgeSlots(
  client: Client,
  dates: readonly string[],
  about: Partial<Omit<JudgeSlots, 'slots'>> = {},
): Promise<SlotsView> {
  const slots = dates.map((it) => {
    const [day = '', hours = ''] = it.split(' ');
    const [startTime = '', endTime = ''] = hours.split('–');
    return Object.assign(new ProposedSlot(), { day, startTime, endTime });
  });
  return client.post<SlotsView>('/api/calendar/slots', Object.assign(new JudgeSlots(), { slots, ...about }));
}

export function meetingSeries(
  client: Client,
  facts: MeetingFacts,
  rule: Partial<SaveSeriesRule>,
  days: readonly string[],
  fixed = true,
): Promise<SeriesMadeView> {
  return client.post<SeriesMadeView>(
    '/api/meetings/series',
    Object.assign(new PlanSeries(), {
      plan: meetingPlan(facts),
      rule: Object.assign(new SaveSeriesRule(), rule),
      days: [...days],
      fixed,
    }),
  );
}

/** The address is told here and never again. */
export function calendarFeed(client: Client, networkId: string | null = null): Promise<NewCalendarFeedView> {
  return client.post<NewCalendarFeedView>(
    '/api/calendar/feeds',
    Object.assign(new AddCalendarFeed(), { networkId }),
  );
}
