import * as fc from 'fast-check';
import { berlinDayBounds, berlinInstant, berlinInstantOrNext, sameTimeOn } from './berlin-instant';
import { berlinDay, berlinFold, berlinWall } from './berlin-wall';
import { addDays } from './day';

const SEED = { seed: 20251026, numRuns: 400 };
const anyInstant = fc
  .date({ min: new Date('1996-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

function instantOf(date: string, time: string, fold?: 'earlier' | 'later'): string {
  const answer = berlinInstant({ date, time }, fold);
  if (!answer.ok) {
    throw new Error(answer.reason);
  }
  return answer.instant.toISOString();
}

describe('wall time of Berlin', () => {
  it('is UTC+1 in winter and UTC+2 in summer', () => {
    expect(instantOf('2025-01-16', '14:00')).toBe('2025-01-16T13:00:00.000Z');
    expect(instantOf('2025-07-16', '14:00')).toBe('2025-07-16T12:00:00.000Z');
  });

  it('refuses the hour the spring night leaves out, and says why', () => {
    for (const time of ['02:00', '02:30', '02:59']) {
      expect(berlinInstant({ date: '2025-03-30', time })).toMatchObject({
        ok: false,
        reason: 'does-not-exist',
        says: expect.stringContaining(`${time} Uhr gibt es in dieser Nacht nicht`),
      });
    }
    expect(instantOf('2025-03-30', '01:59')).toBe('2025-03-30T00:59:00.000Z');
    expect(instantOf('2025-03-30', '03:00')).toBe('2025-03-30T01:00:00.000Z');
  });

  it('refuses it even when told to take the earlier or the later one', () => {
    expect(berlinInstant({ date: '2025-03-30', time: '02:30' }, 'later').ok).toBe(false);
  });

  it('asks which of the two equal hours of autumn is meant', () => {
    expect(berlinInstant({ date: '2025-10-26', time: '02:30' })).toMatchObject({
      ok: false,
      reason: 'ambiguous',
    });
    expect(instantOf('2025-10-26', '02:30', 'earlier')).toBe('2025-10-26T00:30:00.000Z');
    expect(instantOf('2025-10-26', '02:30', 'later')).toBe('2025-10-26T01:30:00.000Z');
    expect(instantOf('2025-10-26', '03:00')).toBe('2025-10-26T02:00:00.000Z');
    expect(instantOf('2025-10-26', '01:59')).toBe('2025-10-25T23:59:00.000Z');
  });

  it.each([
    ['2025-02-30', '14:00'],
    ['2025-01-16', '24:00'],
    ['2025-01-16', '14'],
    ['', ''],
    ['2025-01-16', '14:00:00'],
  ])('refuses %s %s as malformed', (date, time) => {
    expect(berlinInstant({ date, time })).toMatchObject({ ok: false, reason: 'malformed' });
  });

  it('finds each instant again from what the wall shows', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const fold = berlinFold(instant);
        const back = berlinInstant(berlinWall(instant), fold);
        return back.ok && back.instant.getTime() === instant.getTime();
      }),
      SEED,
    );
  });

  it('knows the double hour only in the autumn night', () => {
    expect(berlinFold(new Date('2025-10-26T00:30:00Z'))).toBe('earlier');
    expect(berlinFold(new Date('2025-10-26T01:30:00Z'))).toBe('later');
    expect(berlinFold(new Date('2025-10-25T23:59:00Z'))).toBeUndefined();
    expect(berlinFold(new Date('2025-10-26T02:00:00Z'))).toBeUndefined();
    expect(berlinFold(new Date('2025-03-30T00:59:00Z'))).toBeUndefined();
  });

  it('moves a computed time out of the gap', () => {
    expect(berlinInstantOrNext({ date: '2025-03-30', time: '02:30' }).toISOString()).toBe(
      '2025-03-30T01:30:00.000Z',
    );
    expect(berlinInstantOrNext({ date: '2025-10-26', time: '02:30' }).toISOString()).toBe(
      '2025-10-26T00:30:00.000Z',
    );
    expect(() => berlinInstantOrNext({ date: 'gestern', time: '02:30' })).toThrow(RangeError);
  });

  it('takes over the clock time, not the distance, across a clock change', () => {
    const march = new Date('2025-03-20T13:00:00Z');
    expect(sameTimeOn(march, '2025-04-17').toISOString()).toBe('2025-04-17T12:00:00.000Z');
  });
});

describe('days of Berlin', () => {
  it('begin two hours before those of Greenwich in summer', () => {
    expect(berlinDay(new Date('2025-06-30T22:00:00Z'))).toBe('2025-07-01');
    expect(berlinDay(new Date('2025-06-30T21:59:59Z'))).toBe('2025-06-30');
    expect(berlinDay(new Date('2024-12-31T23:00:00Z'))).toBe('2025-01-01');
  });

  it.each([
    ['2025-03-30', 23],
    ['2025-10-26', 25],
    ['2025-01-16', 24],
  ])('%s has %i hours', (day, hours) => {
    const { from, until } = berlinDayBounds(day);
    expect((until.getTime() - from.getTime()) / 3_600_000).toBe(hours);
  });

  it('follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const day = berlinDay(instant);
        const { from, until } = berlinDayBounds(day);
        return (
          from <= instant &&
          instant < until &&
          berlinDayBounds(addDays(day, 1)).from.getTime() === until.getTime()
        );
      }),
      SEED,
    );
  });
});
