/** One number of a table, or the sum of its age groups. */
export interface CellChoice {
  measure: string;
  labels?: readonly string[];
  nationality?: 'A' | 'D';
  /** Years from, and up to but without; null has no end. Left out: every age. */
  ages?: readonly [number, number | null];
  /** Taken away: Fortzüge from Zuzüge. */
  minus?: true;
}

/** Everybody, or those of these years, among the values of DEM-01 that are kept by age. */
export interface PopulationChoice {
  population: readonly [number, number | null] | 'ALL';
  /** The last 31.12. before the time of the numerator begins, or up to its end. */
  at: 'BEGIN' | 'END';
}

/** The numerator of another indicator at the same day. */
export interface NumeratorChoice {
  numeratorOf: string;
}

/** How the values of an indicator are found in the cells of an official table. */
export interface Derivation {
  indicator: string;
  /** Code without the level at its end: "12411-02-03" is the table -4 as well as -5. */
  table: string;
  /** As the office publishes it; it stands behind what is computed from numerator and denominator. */
  value?: CellChoice;
  numerator?: readonly CellChoice[];
  denominator?: readonly CellChoice[] | PopulationChoice | NumeratorChoice;
  /** Which school year a table means by "2015": the one that ends in it, or begins. */
  schoolYear?: 'ENDS' | 'BEGINS';
  /** Said beside every value. */
  quality?: string;
}

/** Tables whose values are kept whole, by age, sex and nationality: what all rates are measured against. */
export const populationTable = {
  indicator: 'DEM-01',
  table: '12411',
  measures: ['Bevölkerungsstand', 'Bevölkerung'],
  code: 'BEVSTD',
};

const POPULATION = 'Bevölkerungsstand';
const people = (from: number, to: number | null): CellChoice[] => [{ measure: POPULATION, ages: [from, to] }];
const everybody: PopulationChoice = { population: 'ALL', at: 'END' };
const EMPLOYED = 'Sozialversicherungspfl. Beschäftigte (Wohnort)';
const UNEMPLOYED = 'Arbeitslose insgesamt';
const UNEMPLOYMENT = 'Arbeitslosenquote bez. auf alle zivile Erwerbsp.';
const LEAVERS = 'Absolventen/Abgänger';
const CHILDREN = 'Betreute Kinder';
const ABOUT = 'näherungsweise';

/**
 * Whatever of the catalogue follows from a table of the Regionaldatenbank. Not from here: BIL-07 (the table does not
 * part the classes 1 to 10), SOZ-08 (no table counts households between two censuses), DEM-02 and MIG-06 (computed
 * from values that are already kept).
 */
export const derivations: readonly Derivation[] = [
  { indicator: 'DEM-03', table: '12411', numerator: people(0, 20), denominator: people(20, 65) },
  { indicator: 'DEM-03', table: '12411-08-01', value: { measure: 'Jugendquotient' } },
  { indicator: 'DEM-04', table: '12411', numerator: people(65, null), denominator: people(20, 65) },
  { indicator: 'DEM-04', table: '12411-08-01', value: { measure: 'Altenquotient' } },
  {
    indicator: 'DEM-05',
    table: '12411-04-02',
    numerator: people(80, null),
    denominator: [{ measure: POPULATION }],
  },
  { indicator: 'DEM-06', table: '12411-04-02', numerator: people(80, null), denominator: people(60, 80) },
  { indicator: 'DEM-07', table: '12411-07-01', value: { measure: 'Durchschnittsalter der Bevölkerung' } },
  {
    indicator: 'DEM-09',
    table: '12711-01-03',
    numerator: [
      { measure: 'Zuzüge über die Gemeindegrenzen', ages: [18, 30] },
      { measure: 'Fortzüge über die Gemeindegrenzen', ages: [18, 30], minus: true },
    ],
    denominator: { population: [18, 30], at: 'END' },
  },
  {
    indicator: 'DEM-10',
    table: '12411-03-03',
    numerator: [{ measure: POPULATION, nationality: 'A' }],
    denominator: [{ measure: POPULATION }],
  },
  {
    indicator: 'DEM-13',
    table: '13111-08-02',
    numerator: [{ measure: 'Pendlersaldo (über Gemeindegrenze)' }],
    denominator: [{ measure: EMPLOYED }],
  },
  {
    indicator: 'BIL-01',
    table: '22543-01-02',
    numerator: [{ measure: CHILDREN, ages: [0, 3] }],
    denominator: { population: [0, 3], at: 'BEGIN' },
  },
  {
    indicator: 'BIL-02',
    table: '22543-01-02',
    numerator: [{ measure: CHILDREN, ages: [3, 6] }],
    denominator: { population: [3, 6], at: 'BEGIN' },
  },
  {
    indicator: 'BIL-04',
    table: '21111-02-06',
    numerator: [{ measure: LEAVERS, labels: ['ohne Hauptschulabschluss'] }],
    denominator: [{ measure: LEAVERS }],
    schoolYear: 'ENDS',
  },
  {
    indicator: 'BIL-05',
    table: '21111-02-06',
    numerator: [{ measure: LEAVERS, labels: ['mit allgemeiner Hochschulreife'] }],
    denominator: [{ measure: LEAVERS }],
    schoolYear: 'ENDS',
  },
  {
    indicator: 'BIL-08',
    table: '21111-01-03',
    numerator: [{ measure: 'Schüler(innen) an allgemein bildenden Schulen', labels: ['Grundschulen'] }],
    denominator: [{ measure: 'Allgemein bildende Schulen', labels: ['Grundschulen'] }],
    schoolYear: 'BEGINS',
  },
  {
    indicator: 'GES-04',
    table: '23111-01-04',
    numerator: [{ measure: 'aufgestellte Betten in Krankenhäusern (JD)' }],
    denominator: everybody,
  },
  { indicator: 'SL-01', table: '13211-02-05', value: { measure: UNEMPLOYMENT } },
  {
    indicator: 'SL-02',
    table: '13211-01-03',
    numerator: [{ measure: UNEMPLOYED }],
    denominator: { population: [15, 65], at: 'BEGIN' },
  },
  {
    indicator: 'SL-03',
    table: '13211-01-03',
    numerator: [{ measure: 'Arbeitslose', labels: ['langzeitarbeitslos'] }],
    denominator: [{ measure: UNEMPLOYED }],
  },
  {
    indicator: 'SL-04',
    table: '13211-01-03',
    numerator: [{ measure: 'Arbeitslose', ages: [15, 25] }],
    denominator: { population: [15, 25], at: 'BEGIN' },
  },
  {
    indicator: 'SL-07',
    table: '82411-01-03',
    value: { measure: 'verfüg. Einkommen der priv. Haushalte je Einwohner' },
  },
  // The table has no ages: the few who work longer than 65 are in it.
  {
    indicator: 'SL-13',
    table: '13111-02-02',
    numerator: [{ measure: EMPLOYED }],
    denominator: { population: [15, 65], at: 'BEGIN' },
    quality: ABOUT,
  },
  {
    indicator: 'SOZ-01',
    table: '22811-01-01',
    numerator: [{ measure: 'Empfänger von sozialen Mindestsicherungsleistungen' }],
    denominator: everybody,
  },
  // The age limit rises by months from 65 to 67; the population is kept by whole years.
  {
    indicator: 'SOZ-05',
    table: '22151-01-02',
    numerator: [{ measure: 'Empfänger von Grundsicherung', labels: ['Altersgrenze und älter'] }],
    denominator: { population: [65, null], at: 'END' },
    quality: ABOUT,
  },
  {
    indicator: 'SOZ-06',
    table: '22151-01-02',
    numerator: [{ measure: 'Empfänger von Grundsicherung', labels: ['18 Jahre bis unter die Altersgrenze'] }],
    denominator: { population: [18, 65], at: 'END' },
    quality: ABOUT,
  },
  {
    indicator: 'SOZ-07',
    table: '22121-01-03',
    numerator: [{ measure: 'Empfänger(innen) von Sozialhilfe', labels: ['außerhalb von Einrichtungen'] }],
    denominator: everybody,
  },
  {
    indicator: 'SOZ-13',
    table: '22221-01-01',
    numerator: [{ measure: 'Regelleistungsempfänger' }],
    denominator: everybody,
  },
  {
    indicator: 'KJH-08',
    table: '12631-01-01',
    numerator: [{ measure: 'Von der Scheidung betroffene Kinder' }],
    denominator: { population: [0, 18], at: 'END' },
  },
  {
    indicator: 'PTH-01',
    table: '22411-02-03',
    numerator: [{ measure: 'Pflegebedürftige' }],
    denominator: everybody,
  },
  {
    indicator: 'PTH-02',
    table: '22411-02-03',
    numerator: [{ measure: 'Pflegegeldempfänger' }],
    denominator: [{ measure: 'Pflegebedürftige' }],
  },
  {
    indicator: 'PTH-04',
    table: '22411-01-01',
    numerator: [{ measure: 'Verfügbare Plätze i.Pflegeh.m.vollstat.Dauerpflege', labels: ['stationär'] }],
    denominator: { population: [80, null], at: 'END' },
  },
  {
    indicator: 'PTH-08',
    table: '22131-01-02',
    numerator: [{ measure: 'Leistungsempfänger', labels: ['Hilfe zur Pflege'] }],
    denominator: { numeratorOf: 'PTH-01' },
  },
  { indicator: 'MIG-02', table: '13211-02-05', value: { measure: UNEMPLOYMENT, nationality: 'A' } },
  {
    indicator: 'MIG-04',
    table: '22543-01-02',
    numerator: [{ measure: 'Kinder, Herkunft mind. 1 Elternteil ausländisch' }],
    denominator: [{ measure: CHILDREN }],
  },
];

/** @param table code of a table or of the statistics alone; null where the file names none */
export function derivationsFor(table: string | null): Derivation[] {
  if (!table) return [];
  return derivations.filter((it) => isOf(table, it.table));
}

export function isPopulationTable(table: string | null): boolean {
  return table !== null && isOf(table, populationTable.table);
}

function isOf(table: string, wanted: string): boolean {
  const starts = (one: string, other: string): boolean => one === other || one.startsWith(`${other}-`);
  return starts(table, wanted) || starts(wanted, table);
}
