import * as fc from 'fast-check';
import {
  changeOfEvents,
  changeOfShares,
  type Counted,
  developmentOf,
  pooledRate,
  poissonInterval,
  rateOf,
  roundedTo,
  wilsonInterval,
} from '.';

const counted = (value: number, other: Partial<Counted> = {}): Counted => ({
  value,
  territoryStatus: '2015-12-31',
  populationBase: 'ZENSUS_2011',
  ...other,
});

describe('A rate', () => {
  it('comes with factor, interval in its own unit and the mark of small numbers', () => {
    const { rate } = rateOf(counted(3), counted(28), 100);
    expect(rate).toMatchObject({ factor: 100, smallNumber: true, populationBase: 'ZENSUS_2011' });
    expect(roundedTo(rate?.value ?? NaN, 3)).toBe(10.714);
    expect(roundedTo(rate?.interval?.low ?? NaN, 3)).toBe(3.712);
    expect(roundedTo(rate?.interval?.high ?? NaN, 3)).toBe(27.196);
  });

  it('is refused over two territory statuses or where one is unknown', () => {
    expect(rateOf(counted(3), counted(28, { territoryStatus: '2009-12-31' }), 100).refusal).toBe(
      'territory-status-mixed',
    );
    expect(rateOf(counted(3, { territoryStatus: null }), counted(28), 100).refusal).toBe(
      'territory-status-unknown',
    );
  });

  it('is refused over two population bases or where one is unknown', () => {
    expect(rateOf(counted(3), counted(28, { populationBase: 'ZENSUS_2022' }), 100).refusal).toBe(
      'population-base-mixed',
    );
    expect(rateOf(counted(3), counted(28, { populationBase: null }), 100).refusal).toBe(
      'population-base-unknown',
    );
  });

  it('takes a numerator that counts no population on the base of its denominator', () => {
    const unemployed = counted(8_137, { populationBase: 'NO_POPULATION' });
    expect(rateOf(unemployed, counted(103_667), 100).rate?.populationBase).toBe('ZENSUS_2011');
  });

  it('is refused for a share above one, for less than none and without a denominator', () => {
    expect(rateOf(counted(29), counted(28), 100).refusal).toBe('numerator-above-denominator');
    expect(rateOf(counted(-1), counted(28), 100).refusal).toBe('numerator-negative');
    expect(rateOf(counted(0), counted(0), 100).refusal).toBe('denominator-not-positive');
  });

  it('of events has an exact Poisson interval and may exceed one', () => {
    const { rate } = rateOf(counted(10), counted(5), 1, 'EVENTS');
    expect(rate?.interval?.low).toBeCloseTo(4.7954 / 5, 4);
    expect(rate?.interval?.high).toBeCloseTo(18.3904 / 5, 4);
  });

  it('is a small number under 10 cases or under 50 counted, and none from there on', () => {
    const small = (part: number, whole: number) =>
      rateOf(counted(part), counted(whole), 100).rate?.smallNumber;
    expect([small(9, 500), small(10, 49), small(10, 50)]).toEqual([true, true, false]);
  });
});

describe('Three years as one', () => {
  const year = (at: number, part: number, whole: number, base: Partial<Counted> = {}) => ({
    year: at,
    numerator: counted(part, { populationBase: 'NO_POPULATION' }),
    denominator: counted(whole, base),
  });

  it('divide the sums, not the mean of the rates, and say which years', () => {
    const { rate } = pooledRate([year(2015, 9, 100), year(2013, 1, 10), year(2014, 2, 90)], 100);
    expect(rate).toMatchObject({ value: 6, numerator: 12, denominator: 200, smallNumber: false });
    expect(rate?.years).toBe('2013 bis 2015 zusammen');
  });

  it('are refused with a gap or across two bases', () => {
    expect(pooledRate([year(2012, 1, 10), year(2014, 1, 10), year(2015, 1, 10)], 100).refusal).toBe(
      'years-not-three',
    );
    expect(
      pooledRate(
        [year(2013, 1, 10), year(2014, 1, 10), year(2015, 1, 10, { populationBase: 'ZENSUS_2022' })],
        100,
      ).refusal,
    ).toBe('population-base-mixed');
  });
});

describe('The development of a population', () => {
  it('is in per cent of the first value', () => {
    expect(roundedTo(developmentOf(counted(2_194_782), counted(1_901_254)).percent ?? NaN, 1)).toBe(-13.4);
  });

  it('is refused from Zensus 2011 to Zensus 2022, where nobody moved but the count', () => {
    const last = counted(2_144_570, { populationBase: 'ZENSUS_2022' });
    expect(developmentOf(counted(2_180_448), last).refusal).toBe('population-base-mixed');
  });
});

describe('Intervals', () => {
  // Garwood 1936; of 100 events computed with sixty digits beside it.
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [3, 0.6187, 8.7673],
    [10, 4.7954, 18.3904],
    [20, 12.2165, 30.8884],
    [100, 81.3639, 121.6268],
  ])('exact Poisson of %i events', (count, low, high) => {
    const interval = poissonInterval(count);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it('exact Poisson of a large count comes near count ± 1.96·√count', () => {
    const { low, high } = poissonInterval(164_817);
    expect(Math.abs(low - (164_817 - 1.96 * Math.sqrt(164_817)))).toBeLessThan(3);
    expect(Math.abs(high - (164_817 + 1.96 * Math.sqrt(164_817)))).toBeLessThan(3);
  });

  it('Wilson holds the share and stays inside 0 to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (of, some) => {
        const hits = Math.min(some, of);
        const { low, high } = wilsonInterval(hits, of);
        return low >= 0 && high <= 1 && low <= hits / of && hits / of <= high;
      }),
    );
  });
});

describe('A change', () => {
  it('of shares counts only where the interval leaves out zero', () => {
    // Newcombe 1998, table II, case (a): 56/70 against 48/80, [0.0524, 0.3339] by method 10.
    const change = changeOfShares({ hits: 48, of: 80 }, { hits: 56, of: 70 });
    expect(change.interval.low).toBeCloseTo(0.0524, 4);
    expect(change.interval.high).toBeCloseTo(0.3339, 4);
    expect(change.significant).toBe(true);
    expect(changeOfShares({ hits: 3, of: 28 }, { hits: 5, of: 30 }).significant).toBe(false);
  });

  it('of events is none where twice as many may be chance', () => {
    const few = changeOfEvents({ count: 3, exposure: 1 }, { count: 6, exposure: 1 });
    expect(few).toMatchObject({ ratio: 2, significant: false });
    expect(few.chance).toBeCloseTo((2 * (84 + 36 + 9 + 1)) / 512, 10);
    const many = changeOfEvents({ count: 30, exposure: 1 }, { count: 60, exposure: 1 });
    expect(many.significant).toBe(true);
    expect(changeOfEvents({ count: 0, exposure: 1 }, { count: 1, exposure: 1 }).ratio).toBeNull();
  });
});
