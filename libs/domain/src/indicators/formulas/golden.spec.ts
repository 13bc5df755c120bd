import golden from './golden.json';
import {
  additiveIndex,
  approximateBenefitRate,
  competitionRanks,
  type Counted,
  greyingIndex,
  oldAgeQuotient,
  rateOf,
  roundedTo,
  segregationIndex,
  type ValuesByArea,
  wilsonInterval,
  youthQuotient,
  zScores,
} from '.';

const county = '15082';
const all = Object.entries(golden.municipalities_2015_2016);
const municipalities = all.filter(([ags]) => ags !== county);
const groupsOf = (it: (typeof all)[number][1]) => ({
  under20: it.u20,
  from20to64: it.m2064,
  from65: it.o65,
});
const valuesOf = (of: (it: (typeof all)[number][1]) => number): ValuesByArea =>
  Object.fromEntries(municipalities.map(([ags, it]) => [ags, of(it)]));
const counted = (value: number): Counted => ({
  value,
  territoryStatus: '2015-12-31',
  populationBase: 'ZENSUS_2011',
});
const shareOf = (part: number, whole: number): number =>
  rateOf(counted(part), counted(whole), 100).rate?.value ?? NaN;

/** Unrounded values, as the z and the index were made from. */
const components = {
  uer: valuesOf((it) => (100 * it.ue) / it.w1564),
  ltu: valuesOf((it) => it.ltu),
  AQ: valuesOf((it) => oldAgeQuotient(groupsOf(it)) ?? NaN),
};

describe('Figures of the county and its ten municipalities, computed by hand before', () => {
  it.each(all)('%s: quotients, share of 75 and more, share of unemployed', (_, it) => {
    expect(roundedTo(youthQuotient(groupsOf(it)) ?? NaN, 2)).toBe(it.JQ);
    expect(roundedTo(oldAgeQuotient(groupsOf(it)) ?? NaN, 2)).toBe(it.AQ);
    expect(roundedTo(shareOf(it.o75, it.pop), 2)).toBe(it.s75);
    expect(roundedTo(shareOf(it.ue, it.w1564), 3)).toBe(it.uer);
    expect(it.u20 + it.m2064 + it.o65).toBe(it.pop);
  });

  it('say as of the county what the Landesamt published: 24.7 and 44.1', () => {
    const groups = { under20: 24_156, from20to64: 97_605, from65: 43_056 };
    expect(Math.floor((youthQuotient(groups) ?? NaN) * 10) / 10).toBe(24.7);
    expect(roundedTo(oldAgeQuotient(groups) ?? NaN, 1)).toBe(44.1);
  });

  it('add up to the county, the unemployed but for one', () => {
    const sum = (of: (it: (typeof all)[number][1]) => number) =>
      municipalities.reduce((total, [, it]) => total + of(it), 0);
    expect(sum((it) => it.pop)).toBe(golden.municipalities_2015_2016[county].pop);
    expect(sum((it) => it.ue)).toBe(8_138);
    expect(golden.municipalities_2015_2016[county].ue).toBe(8_137);
  });

  it.each(Object.entries(golden.z))('z of %s', (code, expected) => {
    const z = zScores(components[code as keyof typeof components], 'HIGH_IS_NEED')?.z;
    // Long-term shares are known to two decimals only, so their z is off by less than one in a thousand.
    const digits = code === 'ltu' ? 2 : 5;
    for (const [ags, value] of Object.entries(expected)) expect(z?.[ags]).toBeCloseTo(value, digits);
  });

  const { areas, warnings } = additiveIndex(
    Object.entries(components).map(([code, values]) => ({ code, values, direction: 'HIGH_IS_NEED' })),
  );

  it.each(Object.entries(golden.index_mean_of_z))('index of %s', (ags, expected) => {
    expect(areas[ags]?.value).toBeCloseTo(expected, 3);
  });

  it('index: the classes, and that ten areas are few', () => {
    expect(areas['15082180']?.class).toBe('HIGH');
    expect(areas['15082015']?.class).toBe('RAISED');
    expect(areas['15082430']?.class).toBe('MIDDLE');
    expect(areas['15082440']?.class).toBe('LOW');
    expect(areas['15082241']?.class).toBe('VERY_LOW');
    expect(warnings).toEqual([expect.stringContaining('nur 10 Gebiete')]);
  });

  it('ranks of the index', () => {
    const values = Object.fromEntries(Object.entries(areas).map(([ags, it]) => [ags, it.value]));
    const ranks = competitionRanks(values, 2, 'HIGH_IS_NEED');
    expect(golden.rank.map((ags) => ranks[ags])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('segregation of those of 75 and more', () => {
    const parts = municipalities.map(([, it]) => ({ group: it.o75, all: it.pop }));
    expect(roundedTo(segregationIndex(parts) ?? NaN, 6)).toBe(golden.segregation_75plus.IS);
    expect(parts.reduce((sum, it) => sum + it.group, 0)).toBe(golden.segregation_75plus.X);
    expect(parts.reduce((sum, it) => sum + it.all, 0)).toBe(golden.segregation_75plus.T);
  });

  it.each(Object.entries(golden.wilson95))('Wilson interval of %s', (fraction, [low, high]) => {
    const [hits, of] = fraction.split('/').map(Number);
    const interval = wilsonInterval(hits ?? NaN, of ?? NaN);
    expect(roundedTo(interval.low, 6)).toBe(low);
    expect(roundedTo(interval.high, 6)).toBe(high);
  });

  it('Greying-Index and share of 80 and more', () => {
    const { a80, a60_79, value, share80 } = golden.greying_index_15082_2015;
    expect(roundedTo(greyingIndex(a80, a60_79) ?? NaN, 4)).toBe(value);
    expect(roundedTo(shareOf(a80, 164_817), 4)).toBe(share80);
  });

  it.each([
    ['Mindestsicherungsquote 2015', 22_053, 164_817, 2, 13.38],
    ['Abgänge ohne Hauptschulabschluss 2015', 104, 1_090, 2, 9.54],
    ['Betreuungsquote U3 2016', 2_059, 3_606, 1, 57.1],
    ['Pflegequote 2015', 7_714, 164_817, 2, 4.68],
  ])('%s', (_, part, whole, decimals, expected) => {
    expect(roundedTo(shareOf(part, whole), decimals)).toBe(expected);
  });

  it('SGB-II-Quote 2015 is marked as approximate', () => {
    const rate = approximateBenefitRate(18_222, 121_761);
    expect(roundedTo(rate?.value ?? NaN, 2)).toBe(14.97);
    expect(rate?.note).toContain('näherungsweise');
  });
});
