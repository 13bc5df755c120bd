import { shownPeriod, shownValue, wholeNumberOf } from './shown-values';

describe('A value on the page', () => {
  it('is German, with the decimals of its unit, and counts stand without a unit', () => {
    expect(shownValue(24.749, 'OK', 'PER_100')).toBe('24,7 je 100');
    expect(shownValue(164_817, 'OK', 'COUNT')).toBe('164.817');
    expect(shownValue(0, 'ZERO', 'PERCENT')).toBe('0,0 %');
  });

  it('rounds halves away from zero and keeps the rest to be looked up', () => {
    expect([0.25, -0.25, 1.005, 44.15].map((it) => shownValue(it, 'OK', 'PER_100'))).toEqual([
      '0,3 je 100',
      '-0,3 je 100',
      '1,0 je 100',
      '44,2 je 100',
    ]);
    expect(wholeNumberOf(24.7487, 'PER_100')).toBe('24,7487 je 100');
    expect(wholeNumberOf(24.7, 'PER_100')).toBeNull();
    expect(wholeNumberOf(164_817, 'COUNT')).toBeNull();
  });

  it('says why there is none', () => {
    expect(shownValue(null, 'SUPPRESSED_PRIMARY', 'COUNT')).toBe('geheim oder unbekannt');
    expect(shownValue(null, 'TERRITORY_NOT_EXISTING', 'COUNT')).toBe('Gebiet gab es nicht');
  });

  it('names its time by what kind of time it is', () => {
    expect(shownPeriod('DAY', '2015-12-31', '2015-12-31')).toBe('31.12.2015');
    expect(shownPeriod('YEAR_AVERAGE', '2016-01-01', '2016-12-31')).toBe('2016');
    expect(shownPeriod('SCHOOL_YEAR', '2015-08-01', '2016-07-31')).toBe('2015/16');
    expect(shownPeriod('MONTH', '2016-03-01', '2016-03-31')).toBe('März 2016');
    expect(shownPeriod('HALF_YEAR', '2016-07-01', '2016-12-31')).toBe('2. Halbjahr 2016');
    expect(shownPeriod('YEARS_MEAN', '2013-01-01', '2015-12-31')).toBe('2013 bis 2015');
  });
});
