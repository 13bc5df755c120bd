import { berlinInstant, berlinFold, berlinWall, isDay, type Fold } from '../time';
import type { MeetingProblem } from './meetings-problems';

/** When a meeting is, as typed: wall times of Berlin. An empty day means: no date yet. */
export interface TypedTimes {
  day: string;
  startTime: string;
  endTime: string;
  /** Only in the autumn night: which of the two equal hours. */
  fold?: Fold | null;
}

export type MeetingTimes =
  | { ok: true; startsAt: Date | null; endsAt: Date | null }
  | { ok: false; refusal: MeetingProblem; path: 'day' | 'startTime' | 'endTime' };

const reasons = {
  malformed: 'meeting-time-unreadable',
  'does-not-exist': 'meeting-time-skipped',
  ambiguous: 'meeting-time-twice',
} as const satisfies Record<string, MeetingProblem>;

/** Turns typed times into instants. A meeting ends on the day it begins; both DST nights are asked or refused. */
export function meetingTimes(typed: TypedTimes): MeetingTimes {
  if (typed.day === '') return { ok: true, startsAt: null, endsAt: null };
  if (!isDay(typed.day)) return { ok: false, refusal: 'meeting-time-unreadable', path: 'day' };
  if (typed.startTime === '' || typed.endTime === '') {
    return {
      ok: false,
      refusal: 'meeting-time-missing',
      path: typed.startTime === '' ? 'startTime' : 'endTime',
    };
  }
  const start = berlinInstant({ date: typed.day, time: typed.startTime }, typed.fold ?? undefined);
  if (!start.ok) return { ok: false, refusal: reasons[start.reason], path: 'startTime' };
  const end = endInstant(typed, start.instant);
  if (!end.ok) return { ok: false, refusal: reasons[end.reason], path: 'endTime' };
  if (end.instant <= start.instant)
    return { ok: false, refusal: 'meeting-ends-before-start', path: 'endTime' };
  return { ok: true, startsAt: start.instant, endsAt: end.instant };
}

/** The hour chosen for the beginning settles the end; from the first hour into the second one the end is the later. */
function endInstant(typed: TypedTimes, start: Date): ReturnType<typeof berlinInstant> {
  const end = berlinInstant({ date: typed.day, time: typed.endTime }, typed.fold ?? undefined);
  if (end.ok && end.instant <= start && typed.fold === 'earlier') {
    return berlinInstant({ date: typed.day, time: typed.endTime }, 'later');
  }
  if (!end.ok && end.reason === 'ambiguous')
    return berlinInstant({ date: typed.day, time: typed.endTime }, 'later');
  return end;
}

/** The typed form of stored instants, for the fields of a page. */
export function typedTimes(startsAt: Date | null, endsAt: Date | null): Required<TypedTimes> {
  if (!startsAt || !endsAt) return { day: '', startTime: '', endTime: '', fold: null };
  const start = berlinWall(startsAt);
  return {
    day: start.date,
    startTime: start.time,
    endTime: berlinWall(endsAt).time,
    fold: berlinFold(startsAt) ?? null,
  };
}
