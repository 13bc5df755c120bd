import { demoFieldsOfAction } from '../../fields-of-action';
import { catalogueIndicators, catalogueSources, unitFacts } from '.';

const all = catalogueIndicators.map((it) => [it.code, it] as const);

describe('The catalogue of a new county', () => {
  it('has ninety indicators, each code and each name once', () => {
    expect(catalogueIndicators).toHaveLength(90);
    expect(new Set(catalogueIndicators.map((it) => it.code)).size).toBe(90);
    expect(new Set(catalogueIndicators.map((it) => it.name)).size).toBe(90);
  });

  it('counts them as the concept does', () => {
    const counts = Object.entries(
      Object.groupBy(catalogueIndicators, ({ code }) => code.split('-')[0] ?? ''),
    );
    expect(Object.fromEntries(counts.map(([letters, its]) => [letters, its?.length]))).toEqual({
      DEM: 14,
      BIL: 11,
      GES: 14,
      SL: 13,
      SOZ: 15,
      KJH: 8,
      PTH: 9,
      MIG: 6,
    });
  });

  it('uses the names of Handlungsfelder a county begins with', () => {
    const names = demoFieldsOfAction.map((it) => it.name);
    expect([...new Set(catalogueIndicators.map((it) => it.field))].toSorted()).toEqual(names.toSorted());
  });

  it('knows each source once and leaves none unused', () => {
    const codes = catalogueSources.map((it) => it.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...new Set(catalogueIndicators.map((it) => it.source))].toSorted()).toEqual(codes.toSorted());
  });

  it.each(all)('%s says what it is and where it comes from', (_, it) => {
    expect(it.definition).toMatch(/^[A-ZÄÖÜ].{20,}\.$/u);
    expect(it.numerator).not.toBe('');
    expect(it.levels.length).toBeGreaterThan(0);
    expect(catalogueSources.some(({ code }) => code === it.source)).toBe(true);
    expect(it.table).toMatch(/^(\d{5}(-\d{2}){0,2}(-\d)?(, )?)*$/);
  });

  it.each(all)('%s has a unit that fits what it is', (_, it) => {
    expect(unitFacts[it.unit].kinds).toContain(it.kind);
    expect(it.factor).toBe(unitFacts[it.unit].factor);
    if (it.kind === 'RATE') expect(it.denominator).not.toBe('');
    else expect(it.rateKind).toBe('PLAIN');
  });

  it('marks the twenty that tell of help and the ways to it, which scope b keeps', () => {
    const kept = catalogueIndicators.filter((it) => it.infrastructure).map((it) => it.code);
    expect(kept).toHaveLength(20);
    for (const code of ['SL-06', 'GES-09', 'SL-12', 'MIG-05']) expect(kept).toContain(code);
    for (const code of ['DEM-01', 'SOZ-02', 'SL-01']) expect(kept).not.toContain(code);
  });
});
