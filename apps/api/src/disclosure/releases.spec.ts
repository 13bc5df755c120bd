import {
  buildTables,
  type Cell,
  checkRelease,
  type Dimension,
  type Equation,
  type LinkedTables,
  protect,
  protectRelease,
  type Solver,
} from '@runder-tisch/domain/disclosure';
import { loadSolver } from './solver';

const rules = { minimum: 3, zeros: 'published' } as const;
const sum = (total: string, ...parts: string[]): Equation => ({ total, parts });
const cellsOf = (values: Record<string, number>, hidden: readonly string[] = []): Cell[] =>
  Object.entries(values).map(([id, value]) => ({ id, value, hidden: hidden.includes(id) }));
const tables = (cells: Cell[], ...equations: Equation[]): LinkedTables => ({ ...rules, cells, equations });

describe('a release beside all earlier ones', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  describe('after the table of benefits for asylum seekers by age, two of six ages hidden', () => {
    const ages = {
      all: 784,
      'bis 6': 58,
      '7 bis 14': 59,
      '15 bis 24': 237,
      '25 bis 49': 407,
      '50 bis 64': 21,
      'ab 65': 2,
    };
    const earlier = tables(
      cellsOf(ages, ['50 bis 64', 'ab 65']),
      sum('all', 'bis 6', '7 bis 14', '15 bis 24', '25 bis 49', '50 bis 64', 'ab 65'),
    );

    it.each(['50 bis 64', 'ab 65'] as const)('%s cannot be published by itself', (age) => {
      const fresh = tables(cellsOf({ [age]: ages[age] }));
      expect(checkRelease(fresh, [earlier], solver)).toEqual({
        released: false,
        cell: age,
        because: `So lässt sich nicht veröffentlichen: „${age}“ war in einer früheren Veröffentlichung verborgen und stünde jetzt offen da.`,
      });
      expect(protectRelease(fresh, [earlier], solver)).toMatchObject({ released: true, hidden: [age] });
    });

    it('nor a sum from which one follows', () => {
      const fresh = tables(
        cellsOf({ '25 bis 64': 428, '25 bis 49': 407, '50 bis 64': 21 }, ['50 bis 64']),
        sum('25 bis 64', '25 bis 49', '50 bis 64'),
      );
      expect(checkRelease(fresh, [earlier], solver)).toEqual({
        released: false,
        cell: '50 bis 64',
        because: 'So lässt sich nicht veröffentlichen: „50 bis 64“ ließe sich genau errechnen.',
      });
      expect(protectRelease(fresh, [earlier], solver)).toMatchObject({
        released: true,
        hidden: ['25 bis 64', '50 bis 64'],
      });
    });

    it('nor at all, where somebody else has published that sum', () => {
      const fresh = tables(
        [{ id: '25 bis 64', value: 428, known: true }, ...cellsOf({ '25 bis 49': 407, '50 bis 64': 21 })],
        sum('25 bis 64', '25 bis 49', '50 bis 64'),
      );
      expect(protectRelease(fresh, [earlier], solver)).toMatchObject({ released: false, cell: '50 bis 64' });
    });

    it('while a sum of both, which everybody can work out, can', () => {
      const fresh = tables(
        cellsOf({ 'ab 50': 23, '50 bis 64': 21, 'ab 65': 2 }, ['50 bis 64', 'ab 65']),
        sum('ab 50', '50 bis 64', 'ab 65'),
      );
      expect(checkRelease(fresh, [earlier], solver)).toMatchObject({ released: true });
    });
  });

  const place: Dimension = {
    name: 'Ort',
    total: 'Kreis',
    sums: [{ whole: 'Kreis', parts: ['Aken', 'Zerbst', 'Zörbig', 'Köthen'] }],
  };
  const years: Dimension = {
    name: 'Jahr',
    total: '2024 und 2025',
    sums: [{ whole: '2024 und 2025', parts: ['2024', '2025'] }],
  };
  const count = (at: readonly string[], value: number) => ({ at, value });

  it('refuses a table of this year from which a cell of last year follows, and names the cell', () => {
    const last = { ...rules, ...buildTables([lastYear()], rules) };
    const pattern = new Set(protect(last, solver).hidden);
    const released = {
      ...last,
      cells: last.cells.map((cell) => ({ ...cell, hidden: pattern.has(cell.id) })),
    };
    expect([...pattern]).toEqual(['Fälle · Jahr=2024 · Ort=Aken', 'Fälle · Jahr=2024 · Ort=Zerbst']);

    const both = { ...rules, ...buildTables([bothYears()], rules) };
    const careless = {
      ...both,
      cells: both.cells.map((cell) => ({ ...cell, hidden: pattern.has(cell.id) })),
    };
    expect(checkRelease(careless, [released], solver)).toMatchObject({
      released: false,
      cell: 'Fälle · Jahr=2024 · Ort=Aken',
    });

    const decision = protectRelease(both, [released], solver);
    expect(decision).toMatchObject({ released: true });
    const hidden = new Set(decision.released ? decision.hidden : []);
    for (const id of pattern) expect(hidden).toContain(id);
    // Beside what was hidden before, new cells of small value: the sums over the years or the year 2025.
    expect(hidden.size).toBeGreaterThan(pattern.size);
    const careful = { ...both, cells: both.cells.map((cell) => ({ ...cell, hidden: hidden.has(cell.id) })) };
    expect(checkRelease(careful, [released], solver)).toMatchObject({ released: true });
  });

  it('never hides again what was shown, and keeps what was hidden', () => {
    const first = tables(cellsOf({ t: 30, a: 2, b: 9, c: 19 }, ['a', 'b']), sum('t', 'a', 'b', 'c'));
    const again = tables(cellsOf({ t: 30, a: 2, b: 9, c: 19 }), sum('t', 'a', 'b', 'c'));
    expect(protectRelease(again, [first], solver)).toMatchObject({ released: true, hidden: ['a', 'b'] });
  });

  it('counts a number as known that was shown once and hidden later', () => {
    const shown = tables(cellsOf({ a: 4 }));
    const hidden = tables(cellsOf({ a: 4 }, ['a']));
    const fresh = tables(cellsOf({ t: 20, a: 4, b: 5, c: 11 }, ['b']), sum('t', 'a', 'b', 'c'));
    for (const earlier of [
      [shown, hidden],
      [hidden, shown],
    ])
      expect(protectRelease(fresh, earlier, solver)).toMatchObject({ released: true, hidden: ['b', 'c'] });
  });

  it('refuses a number that has changed under the same name', () => {
    const first = tables(cellsOf({ a: 20 }));
    expect(protectRelease(tables(cellsOf({ a: 21 })), [first], solver)).toMatchObject({
      released: false,
      cell: 'a',
    });
  });

  it('does not keep new tables back because an old one was careless', () => {
    const careless = tables(cellsOf({ t: 30, a: 2, b: 28 }, ['a']), sum('t', 'a', 'b'));
    expect(protectRelease(tables(cellsOf({ x: 10 })), [careless], solver)).toMatchObject({ released: true });
  });

  function lastYear() {
    const counts = [
      count(['Aken', '2024'], 2),
      count(['Zerbst', '2024'], 6),
      count(['Zörbig', '2024'], 8),
      count(['Köthen', '2024'], 30),
    ];
    return {
      subject: 'Fälle',
      dimensions: [place, { name: 'Jahr', total: null, codes: ['2024'], sums: [] }],
      counts,
    };
  }

  function bothYears() {
    const counts = [
      ...lastYear().counts,
      ...[5, 7, 9, 40].map((value, index) => count([place.sums[0]?.parts[index] ?? '', '2025'], value)),
    ];
    return { subject: 'Fälle', dimensions: [place, years], counts };
  }
});
