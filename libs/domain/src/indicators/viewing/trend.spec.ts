import { comparable, strandsOf } from './strands';
import { trendOf, type TrendValue } from './trend';

const value = (periodEnd: string, number: number | null, more: Partial<TrendValue> = {}): TrendValue => ({
  periodKind: 'DAY',
  periodStart: periodEnd,
  periodEnd,
  value: number,
  numerator: null,
  denominator: null,
  territoryStatus: periodEnd,
  populationBase: 'ZENSUS_2011',
  versionNumber: 1,
  ...more,
});
const share = (periodEnd: string, numerator: number, denominator: number): TrendValue =>
  value(periodEnd, (100 * numerator) / denominator, { numerator, denominator });
const facts = { kind: 'RATE', unit: 'PERCENT', rateKind: 'SHARE', direction: 'HIGH_IS_NEED' } as const;

describe('The trend of an indicator', () => {
  it('is told with what it means only where it is more than chance', () => {
    expect(trendOf([share('2014-12-31', 2000, 10_000), share('2016-12-31', 2500, 10_000)], facts)).toEqual({
      strength: 'SIGNIFICANT',
      turn: 'WORSE',
      says: 'seit 31.12.2014 um 5,0 Prozentpunkte gestiegen, mehr als durch Zufall',
    });
    expect(trendOf([share('2014-12-31', 20, 100), share('2016-12-31', 19, 100)], facts)).toEqual({
      strength: 'WITHIN_CHANCE',
      turn: 'NONE',
      says: 'seit 31.12.2014 um 1,0 Prozentpunkte gefallen, das kann Zufall sein',
    });
  });

  it('means the reverse where a low value is need, and nothing for an indicator of context', () => {
    const rising = [share('2014-12-31', 2000, 10_000), share('2016-12-31', 2500, 10_000)];
    expect(trendOf(rising, { ...facts, direction: 'LOW_IS_NEED' })?.turn).toBe('BETTER');
    expect(trendOf(rising, { ...facts, direction: 'CONTEXT' })?.turn).toBe('NONE');
  });

  it('counts events by their own test and says where nothing was tested', () => {
    const events = { ...facts, rateKind: 'EVENTS', unit: 'PER_1000' } as const;
    expect(trendOf([share('2014-12-31', 5, 1000), share('2015-12-31', 8, 1000)], events)?.strength).toBe(
      'WITHIN_CHANCE',
    );
    expect(trendOf([value('2014-12-31', 20), value('2015-12-31', 22)], facts)?.says).toBe(
      'seit 31.12.2014 um 2,0 Prozentpunkte gestiegen, nicht auf Zufall geprüft',
    );
  });

  it('does not reach over a new base, a new definition or more than five years', () => {
    const old = value('2021-12-31', 20);
    for (const more of [{ populationBase: 'ZENSUS_2022' as const }, { versionNumber: 2 }])
      expect(trendOf([old, value('2022-12-31', 25, more)], facts)).toBeNull();
    expect(trendOf([value('2010-12-31', 20), value('2022-12-31', 25)], facts)).toBeNull();
  });

  it('an Einstufung has none', () => {
    const stages = [value('2014-12-31', 1), value('2015-12-31', 3)];
    expect(trendOf(stages, { ...facts, kind: 'CATEGORY', unit: 'CATEGORY' })).toBeNull();
  });

  it('holds values in the boundaries of their own day together, and those of a fixed day apart from them', () => {
    const moving = [value('2014-12-31', 1), value('2015-12-31', 2)];
    expect(strandsOf(moving)).toHaveLength(1);
    const fixed = value('2016-12-31', 3, { territoryStatus: '2013-12-31' });
    expect(comparable(moving[0] as TrendValue, fixed)).toBe(false);
    expect(strandsOf([...moving, fixed])).toHaveLength(2);
  });
});
