import * as fc from 'fast-check';
import { addDays, berlinDay, berlinInstantOrNext, weekday } from '../time';
import { nextMeetingTimes, sameWeekdayAfter } from './next-meeting';

const meeting = (day: string, from: string, to: string) => ({
  startsAt: berlinInstantOrNext({ date: day, time: from }),
  endsAt: berlinInstantOrNext({ date: day, time: to }),
});

describe('the next meeting', () => {
  it('lies on the same weekday of the month, at the same wall time, across the clock change', () => {
    const last = meeting('2026-01-08', '14:00', '16:30');
    expect(nextMeetingTimes(last, 3, new Date('2026-01-20T10:00:00Z'))).toEqual({
      day: '2026-04-09',
      startTime: '14:00',
      endTime: '16:30',
    });
  });

  it('is never today or past: missed rounds are skipped', () => {
    const last = meeting('2025-01-09', '09:00', '11:00');
    expect(nextMeetingTimes(last, 3, new Date('2026-11-23T09:00:00Z')).day).toBe('2027-01-14');
  });

  it('takes the last Friday where a month has no fifth', () => {
    expect(sameWeekdayAfter('2026-01-30', 1)).toBe('2026-02-27');
  });

  it('proposes hours without a day where there was no meeting yet', () => {
    expect(nextMeetingTimes(null, 6, new Date('2026-11-23T09:00:00Z'))).toEqual({
      day: '',
      startTime: '14:00',
      endTime: '16:00',
    });
  });

  it('keeps weekday and hour for every rhythm', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 900 }),
        (offset, months, later) => {
          const day = addDays('2020-01-01', offset);
          const now = berlinInstantOrNext({ date: addDays(day, later), time: '12:00' });
          const next = nextMeetingTimes(meeting(day, '14:00', '16:00'), months, now);
          return (
            weekday(next.day) === weekday(day) && next.startTime === '14:00' && next.day > berlinDay(now)
          );
        },
      ),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
