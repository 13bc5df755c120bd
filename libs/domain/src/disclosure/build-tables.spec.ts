import { buildTables, type Dimension, type Table } from './build-tables';
import { refusalOf } from './read-tables';

const sex: Dimension = {
  name: 'Geschlecht',
  total: 'insgesamt',
  sums: [{ whole: 'insgesamt', parts: ['Frauen', 'Männer'] }],
};
const age: Dimension = {
  name: 'Alter',
  total: 'alle',
  sums: [
    { whole: 'alle', parts: ['unter 18', '18 und mehr'] },
    { whole: 'unter 18', parts: ['unter 6', '6 bis 17'] },
  ],
};
const rules = { minimum: 3, zeros: 'published' } as const;

function valuesOf(tables: readonly Table[]): Record<string, number> {
  return Object.fromEntries(buildTables(tables, rules).cells.map(({ id, value }) => [id, value]));
}

describe('cells and sums of tables', () => {
  const bySex: Table = {
    subject: 'Fälle 2025',
    dimensions: [age, sex],
    counts: [
      { at: ['unter 6', 'Frauen'], value: 2 },
      { at: ['6 bis 17', 'Frauen'], value: 5 },
      { at: ['18 und mehr', 'Männer'], value: 9 },
    ],
  };

  it('adds up hierarchies and complements, and keeps rows in which nothing is', () => {
    expect(valuesOf([bySex])).toEqual({
      'Fälle 2025': 16,
      'Fälle 2025 · Alter=unter 18': 7,
      'Fälle 2025 · Alter=unter 6': 2,
      'Fälle 2025 · Alter=6 bis 17': 5,
      'Fälle 2025 · Alter=18 und mehr': 9,
      'Fälle 2025 · Geschlecht=Frauen': 7,
      'Fälle 2025 · Geschlecht=Männer': 9,
      'Fälle 2025 · Alter=unter 18 · Geschlecht=Frauen': 7,
      'Fälle 2025 · Alter=unter 18 · Geschlecht=Männer': 0,
      'Fälle 2025 · Alter=unter 6 · Geschlecht=Frauen': 2,
      'Fälle 2025 · Alter=unter 6 · Geschlecht=Männer': 0,
      'Fälle 2025 · Alter=6 bis 17 · Geschlecht=Frauen': 5,
      'Fälle 2025 · Alter=6 bis 17 · Geschlecht=Männer': 0,
      'Fälle 2025 · Alter=18 und mehr · Geschlecht=Frauen': 0,
      'Fälle 2025 · Alter=18 und mehr · Geschlecht=Männer': 9,
    });
  });

  it('makes sums that add up, each way of the table', () => {
    const { cells, equations } = buildTables([bySex], rules);
    expect(refusalOf({ ...rules, cells, equations })).toBeNull();
    // Alter: 2 sums at 3 codes of Geschlecht; Geschlecht: 1 sum at 5 codes of Alter.
    expect(equations).toHaveLength(11);
  });

  it('ties tables of one subject by the margin they share, whatever the order of their dimensions', () => {
    const byPlace: Table = {
      subject: 'Fälle 2025',
      dimensions: [
        sex,
        { name: 'Ort', total: 'Kreis', sums: [{ whole: 'Kreis', parts: ['Aken', 'Zerbst'] }] },
      ],
      counts: [
        { at: ['Frauen', 'Aken'], value: 7 },
        { at: ['Männer', 'Zerbst'], value: 9 },
      ],
    };
    const { cells, equations } = buildTables([bySex, byPlace], rules);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells).toHaveLength(15 + 6);
    expect(equations.filter(({ total }) => total === 'Fälle 2025 · Geschlecht=Frauen')).toHaveLength(2);
    const other = { ...byPlace, counts: [{ at: ['Frauen', 'Aken'], value: 8 }] };
    expect(() => buildTables([bySex, other], rules)).toThrow('ist in einer Tabelle');
  });

  it('leaves out what cannot be', () => {
    const shelter: Table = {
      ...bySex,
      impossible: [
        ['unter 6', 'Männer'],
        ['6 bis 17', 'Männer'],
      ],
    };
    const values = valuesOf([shelter]);
    expect(values).not.toHaveProperty(['Fälle 2025 · Alter=unter 6 · Geschlecht=Männer']);
    expect(values).not.toHaveProperty(['Fälle 2025 · Alter=unter 18 · Geschlecht=Männer']);
    expect(() => buildTables([{ ...shelter, impossible: [['unter 6', 'Frauen']] }], rules)).toThrow(
      'kann es nicht geben',
    );
  });

  it('hides sums as well where few stand behind them', () => {
    const contributions = (...amounts: [string, number][]) => new Map(amounts);
    const table: Table = {
      subject: 'Plätze',
      dimensions: [sex],
      counts: [
        { at: ['Frauen'], value: 40, contributions: contributions(['A', 20], ['B', 20]) },
        { at: ['Männer'], value: 30, contributions: contributions(['A', 10], ['B', 10], ['C', 10]) },
      ],
    };
    const hidden = (given: Table) =>
      buildTables([given], rules)
        .cells.filter((cell) => cell.hidden)
        .map(({ id }) => id);
    expect(hidden(table)).toEqual(['Plätze · Geschlecht=Frauen']);
    const two = table.counts.map((count) => ({
      ...count,
      contributions: contributions(['A', count.value - 5], ['B', 5]),
    }));
    expect(hidden({ ...table, counts: two })).toContain('Plätze');
  });

  it.each([
    ['a sum as if it were a number of its own', { at: ['unter 18', 'Frauen'], value: 1 }],
    ['a code nobody knows', { at: ['unter 6', 'Divers'], value: 1 }],
    ['too few codes', { at: ['unter 6'], value: 1 }],
  ])('refuses %s', (_name, count) => {
    expect(() => buildTables([{ ...bySex, counts: [count] }], rules)).toThrow('feinsten Angaben');
  });

  it('refuses groupings that contradict each other or run in a circle', () => {
    const circle: Dimension = {
      name: 'x',
      total: 'a',
      sums: [
        { whole: 'a', parts: ['b'] },
        { whole: 'b', parts: ['a'] },
      ],
    };
    expect(() => buildTables([{ subject: 's', dimensions: [circle], counts: [] }], rules)).toThrow(
      'ein Teil seiner selbst',
    );
    const twice: Dimension = {
      name: 'x',
      total: 'a',
      sums: [
        { whole: 'a', parts: ['b', 'c'] },
        { whole: 'a', parts: ['b'] },
      ],
    };
    const counts = [{ at: ['c'], value: 4 }];
    expect(() => buildTables([{ subject: 's', dimensions: [twice], counts }], rules)).toThrow(
      'nach einer anderen',
    );
  });
});
