import { isDemoAddress, nextTry, RETRY_MINUTES } from './mail-state';

const HOUR = 3_600_000;

describe('the next try', () => {
  const queued = new Date('2026-11-23T08:00:00Z');

  it('comes later and later', () => {
    expect([...RETRY_MINUTES].sort((a, b) => a - b)).toEqual([...RETRY_MINUTES]);
    expect(nextTry(1, queued)).toEqual(new Date('2026-11-23T08:01:00Z'));
    expect(nextTry(3, queued)).toEqual(new Date('2026-11-23T08:04:00Z'));
  });

  it('never comes more than twelve times within 24 hours', () => {
    const tries: number[] = [queued.getTime()];
    for (let next = nextTry(1, queued); next; next = nextTry(tries.length, next)) {
      tries.push(next.getTime());
    }
    for (const start of tries) {
      expect(tries.filter((at) => at >= start && at < start + 24 * HOUR).length).toBeLessThanOrEqual(12);
    }
    expect((tries.at(-1) ?? 0) - queued.getTime()).toBeGreaterThan(4 * 24 * HOUR);
  });

  it('ends after five days of trying', () => {
    let last = queued;
    for (let next = nextTry(1, queued), tries = 2; next; next = nextTry(tries, next), tries += 1) last = next;
    const days = (last.getTime() - queued.getTime()) / (24 * HOUR);
    expect(days).toBeGreaterThan(5);
    expect(days).toBeLessThan(6);
  });

  it('does not end because the mail server was away for a week', () => {
    expect(nextTry(1, new Date('2026-12-02T08:00:00Z'))).toEqual(new Date('2026-12-02T08:01:00Z'));
  });
});

describe('addresses of the demo', () => {
  it.each([
    ['kita@ahornhaus.example', true],
    ['x@EXAMPLE', true],
    ['x@a.b.invalid', true],
    ['x@ahornhaus.example.', true],
    ['x@ahornhaus.test', false],
    ['x@example.de', false],
    ['x@notexample', false],
    ['x.example@kreis.test', false],
  ])('%s: %s', (address, expected) => {
    expect(isDemoAddress(address)).toBe(expected);
  });
});
