import { meetingProblems, meetingTimes, pollProblems, type PollProblem } from '@runder-tisch/domain/meetings';
import type { SavePoll, SavePollOption } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDayBounds, type Fold, isDay } from '@runder-tisch/domain/time';
import { problem } from '../../problem/problem';
import type { DatePollOption } from './poll.entity';

export type PollDate = Pick<DatePollOption, 'startsAt' | 'endsAt'>;

/** The proposed dates as instants, or the field that cannot be one is named. */
export function pollDates(request: Pick<SavePoll, 'options'>): PollDate[] {
  const seen = new Set<string>();
  return request.options.map((option, index) => {
    const date = pollDate(option, index);
    const key = periodKey(date);
    if (seen.has(key)) throw refuse('poll-date-twice', `options.${index}.startTime`);
    seen.add(key);
    return date;
  });
}

/** A date is the same one as long as its beginning and end are. */
export function periodKey({ startsAt, endsAt }: PollDate): string {
  return `${startsAt.toISOString()} ${endsAt.toISOString()}`;
}

function pollDate(option: SavePollOption, index: number): PollDate {
  const fold = option.fold === '' ? null : (option.fold as Fold);
  const times = meetingTimes({ ...option, fold });
  const path = `options.${index}`;
  if (!times.ok) throw problem(meetingProblems, times.refusal, `${path}.${times.path}`);
  if (!times.startsAt || !times.endsAt) throw refuse('poll-needs-dates', `${path}.day`);
  return { startsAt: times.startsAt, endsAt: times.endsAt };
}

/** The end of the last day, but never after the first date began. */
export function pollClosesAt(untilDay: string, dates: readonly PollDate[]): Date {
  if (!isDay(untilDay))
    throw problem(generalProblems, 'invalid-input', [
      { path: 'untilDay', code: 'day', detail: 'Das ist kein gültiges Datum.' },
    ]);
  const { from, until } = berlinDayBounds(untilDay);
  const first = Math.min(...dates.map((it) => it.startsAt.getTime()));
  if (from.getTime() >= first) throw refuse('poll-until-after-dates', 'untilDay');
  return new Date(Math.min(until.getTime() - 1000, first));
}

/** What must be true before anybody is asked. Dates that were there before may have passed meanwhile. */
export function assertAskable(
  poll: { closesAt: Date; dates: readonly PollDate[]; voters: number },
  now: Date,
): void {
  if (poll.dates.length < 2) throw refuse('poll-needs-dates', 'options');
  poll.dates.forEach((date, index) => {
    if (date.startsAt <= now) throw refuse('poll-date-in-past', `options.${index}.day`);
  });
  if (poll.closesAt <= now) throw refuse('poll-until-in-past', 'untilDay');
  if (poll.voters === 0) throw refuse('poll-needs-people', 'voters');
}

function refuse(code: PollProblem, path: string): Error {
  return problem(pollProblems, code, path);
}
