import { catalogueIndicators } from '../catalogue';
import { readText, refusalOf } from '../reading/read-fixture';
import { Denominators, type KeptValue } from './denominators';
import { FigureDerivation } from './derive-figures';
import type { Figure } from './figure';
import { coverOf } from './table-cell';

const facts = new Map(
  catalogueIndicators.map((it) => [it.code, { periodKind: it.period, factor: it.factor, unit: it.unit }]),
);
const FOOTER = `__________
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017."
Stand: 10.10.2017 / 11:01:03
`;

/** Like the table of age groups, with fewer of them. */
const byAge = (row: string) => `GENESIS-Tabelle: 12411-02-03-5
Bevölkerung nach Geschlecht und Altersgruppen;;;;;;
- Stichtag 31.12. -;;;;;;
Bevölkerungsstand (Anzahl);;;;;;
31.12.2015;;;;;;
;;Insgesamt;Insgesamt;Insgesamt;Insgesamt;männlich
;;unter 20 Jahre;20 bis unter 65 Jahre;65 Jahre und mehr;Insgesamt;Insgesamt
${row}
${FOOTER}`;

const figuresOf = (text: string, kept: KeptValue[] = []): Figure[] => {
  const table = readText(text);
  return [...new FigureDerivation(table.about.table, facts, new Denominators(kept)).figures(table.values())];
};
const of = (figures: Figure[], code: string) => figures.filter((it) => it.indicator === code);

describe('From the cells of a table to indicators', () => {
  const county = figuresOf(byAge('15082;Anhalt-Bitterfeld, Landkreis;24156;97605;43056;164817;80940'));

  it('computes both quotients of 2015 from the age groups, as published after rounding', () => {
    expect(of(county, 'DEM-03')).toEqual([
      expect.objectContaining({
        value: 24.748732,
        numerator: 24156,
        denominator: 97605,
        flag: 'OK',
        line: 8,
      }),
    ]);
    expect(of(county, 'DEM-04')[0]?.value?.toFixed(1)).toBe('44.1');
  });

  it('keeps the population by age and sex, the total without either', () => {
    expect(of(county, 'DEM-01').map((it) => [it.dimensions, it.value])).toEqual([
      ['ALT=0-20', 24156],
      ['ALT=20-65', 97605],
      ['ALT=65+', 43056],
      ['', 164817],
      ['GES=M', 80940],
    ]);
  });

  it('says why there is no value, and never makes a number of a sign', () => {
    const [figure] = of(
      figuresOf(byAge('15082;Anhalt-Bitterfeld, Landkreis;.;97605;43056;164817;80940')),
      'DEM-03',
    );
    expect(figure).toMatchObject({ value: null, flag: 'SUPPRESSED_PRIMARY', numerator: null });
  });

  it('does not count twice whoever stands in two groups of one table', () => {
    const part = (from: number, to: number | null) => ({ ages: { from, to } });
    expect(coverOf([part(15, 20), part(15, 25), part(25, 30)], { from: 15, to: 30 })).toHaveLength(2);
    expect(coverOf([part(15, 25), part(20, 30)], { from: 15, to: 30 })).toBeNull();
  });

  const UNEMPLOYED = `GENESIS-Tabelle: 13211-01-03-5
Arbeitslose nach ausgewählten Personengruppen;;;;
- Jahresdurchschnitt -;;;;
Arbeitsmarktstatistik;;;;
2016;;;;
;;Arbeitslose insgesamt;Arbeitslose
;;;langzeitarbeitslos
;;Anzahl;Anzahl
15082;Anhalt-Bitterfeld, Landkreis;8137;3369
${FOOTER}`;
  const population: KeptValue = {
    indicator: 'DEM-01',
    areaCode: '15082',
    periodEnd: '2015-12-31',
    dimensions: 'ALT=15-65',
    value: 103667,
    numerator: null,
    flag: 'OK',
    territoryStatus: '2015-12-31',
    populationBase: 'ZENSUS_2011',
  };

  it('measures the unemployed of a year against the population it began with', () => {
    const [figure] = of(figuresOf(UNEMPLOYED, [population]), 'SL-02');
    expect(figure).toMatchObject({
      value: 7.849171,
      numerator: 8137,
      denominator: 103667,
      populationBase: 'ZENSUS_2011',
      periodStart: '2016-01-01',
      periodEnd: '2016-12-31',
    });
  });

  it('refuses a rate over two territories with a sentence', () => {
    const old = { ...population, territoryStatus: '2010-12-31' };
    expect(refusalOf(() => figuresOf(UNEMPLOYED, [old]))).toMatch(
      /^Für SL-02 hat der Zähler .* den Gebietsstand 31\.12\.2016, der Nenner aber 31\.12\.2010: .* keine Quote/,
    );
  });

  it('keeps the numerator and says which population is missing', () => {
    const table = readText(UNEMPLOYED);
    const derivation = new FigureDerivation(table.about.table, facts, new Denominators([]));
    const [figure] = of([...derivation.figures(table.values())], 'SL-02');
    expect(figure).toMatchObject({
      value: null,
      flag: 'NOT_YET_AVAILABLE',
      numerator: null,
      keptNumerator: { value: 8137, flag: 'OK' },
      populationBase: null,
    });
    expect(derivation.notices[0]?.says).toContain('Für 2015-12-31 fehlt');
  });
});
