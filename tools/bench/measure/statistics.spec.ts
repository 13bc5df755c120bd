import fc from 'fast-check';
import { bootstrap, median, percentile, verdictOf } from './statistics';

const ratios = fc.array(fc.double({ min: 0.1, max: 2, noNaN: true }), { minLength: 3, maxLength: 12 });

describe('The figures of the bench', () => {
  it('take the middle, or what lies between the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(percentile([10, 20, 30], 0.99)).toBeCloseTo(29.8);
    expect(median([])).toBeNaN();
  });

  it('put the median into its own interval, within what was measured, the same on every run', () => {
    fc.assert(
      fc.property(ratios, (values) => {
        const interval = bootstrap(values, 200);
        expect(interval.low).toBeLessThanOrEqual(interval.median);
        expect(interval.high).toBeGreaterThanOrEqual(interval.median);
        expect(interval.low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(interval.high).toBeLessThanOrEqual(Math.max(...values));
        expect(bootstrap(values, 200)).toEqual(interval);
      }),
      { seed: 20_250_116, numRuns: 50 },
    );
  });

  it.each([
    [{ median: 0.85, low: 0.75, high: 0.9 }, 'reached'],
    [{ median: 0.78, low: 0.7, high: 0.82 }, 'open'],
    [{ median: 0.7, low: 0.6, high: 0.79 }, 'short'],
  ])('call a goal of 0.8 with %j %s', (interval, verdict) => {
    expect(verdictOf(interval, 0.8)).toBe(verdict);
  });
});
