import {
  attack,
  type Equation,
  type LinkedTables,
  protect,
  readTables,
  type Solver,
} from '@runder-tisch/domain/disclosure';
import fc from 'fast-check';
import { loadSolver } from './solver';

describe('what is hidden besides the small numbers', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  const sum = (total: string, ...parts: string[]): Equation => ({ total, parts });
  const found = (values: Record<string, number>, equations: Equation[], more: Partial<LinkedTables> = {}) => {
    const cells = Object.entries(values).map(([id, value]) => ({ id, value }));
    const read = readTables(JSON.stringify({ minimum: 3, zeros: 'published', cells, equations, ...more }));
    if ('refused' in read) throw new Error(read.refused);
    const { hidden, intervals, widthsHold } = protect(read.tables, solver);
    return { hidden, intervals: Object.fromEntries(intervals), widthsHold };
  };

  it('is the cheapest cell, and the next one while that is not enough', () => {
    expect(found({ t: 11, a: 1, b: 3, c: 7 }, [sum('t', 'a', 'b', 'c')]).hidden).toEqual(['a', 'b', 'c']);
    expect(found({ t: 13, a: 1, b: 5, c: 7 }, [sum('t', 'a', 'b', 'c')]).hidden).toEqual(['a', 'b']);
  });

  it('is in a single sum always the cheapest one that is left, the first of equal ones', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), numbers, (minimum, values) => {
        const cells = values.map((value, index) => ({ id: `c${index}`, value }));
        const order = [...cells].sort((a, b) => a.value - b.value);
        const open = (count: number): number =>
          count < 2 ? 0 : order.slice(0, count).reduce((sum, { value }) => sum + value - 1, 0);
        let count = cells.filter(({ value }) => value < minimum).length;
        fc.pre(count > 0 && open(order.length) >= minimum);
        while (open(count) < minimum) count++;
        const cheapest = new Set(order.slice(0, count).map(({ id }) => id));
        const total = values.reduce((sum, value) => sum + value, 100_000);
        const ids = cells.map(({ id }) => id);
        const table = {
          ...Object.fromEntries(cells.map(({ id, value }) => [id, value])),
          dear: 100_000,
          total,
        };
        const { hidden } = found(table, [sum('total', ...ids, 'dear')], { minimum });
        expect(hidden).toEqual(ids.filter((id) => cheapest.has(id)));
      }),
    );
  });

  it('is the cheapest rectangle of a table, since one cell alone would help nobody', () => {
    const values = { a: 1, b: 20, c: 8, d: 9, e: 10, f: 30, g: 4, h: 5, i: 50 };
    const margins = { r1: 29, r2: 49, r3: 59, k1: 14, k2: 35, k3: 88, all: 137 };
    const equations = [
      sum('r1', 'a', 'b', 'c'),
      sum('r2', 'd', 'e', 'f'),
      sum('r3', 'g', 'h', 'i'),
      sum('k1', 'a', 'd', 'g'),
      sum('k2', 'b', 'e', 'h'),
      sum('k3', 'c', 'f', 'i'),
      sum('all', 'r1', 'r2', 'r3'),
      sum('all', 'k1', 'k2', 'k3'),
    ];
    // a, b, g, h: 29 further; with c, d, f 47, with c, g, i 62, with b, d, e 39.
    expect(found({ ...values, ...margins }, equations)).toEqual({
      hidden: ['a', 'b', 'g', 'h'],
      intervals: { a: [1, 4], b: [17, 20], g: [1, 4], h: [5, 8] },
      widthsHold: true,
    });
  });

  it('may be a total, and never a zero that is published', () => {
    expect(found({ t: 2, a: 2, b: 0 }, [sum('t', 'a', 'b')])).toEqual({
      hidden: ['t', 'a'],
      intervals: { t: [1, null], a: [1, null] },
      widthsHold: true,
    });
  });

  it('is a zero as well where zeros are hidden', () => {
    const { hidden, intervals } = found({ t: 20, a: 0, b: 8, c: 12 }, [sum('t', 'a', 'b', 'c')], {
      zeros: 'hidden',
    });
    expect(hidden).toEqual(['a', 'b']);
    expect(intervals).toEqual({ a: [0, 8], b: [0, 8] });
  });

  it('is not enough where sums leave no choice, and says so', () => {
    const tables = found({ t: 5, a: 0 }, [sum('t', 't', 'a')], { zeros: 'hidden' });
    expect(tables).toEqual({ hidden: ['a'], intervals: { a: [0, 0] }, widthsHold: false });
  });

  it('is reckoned in whole numbers: in fractions it would seem wider', () => {
    const cells = [
      { id: 't', value: 13 },
      { id: 'a', value: 5, hidden: true },
      { id: 'b', value: 1, hidden: true },
    ];
    // 2 a + 3 b = 13: (2, 3) and (5, 1) alone, while a could be 1 beside 11 thirds.
    const tables = {
      minimum: 1,
      zeros: 'published',
      cells,
      equations: [sum('t', 'a', 'a', 'b', 'b', 'b')],
    } as const;
    expect(Object.fromEntries(attack(tables, solver).intervals)).toEqual({ a: [2, 5], b: [1, 3] });
  });

  it('stays exact with a thousand millions', () => {
    const values = { t: 1_000_000_000, a: 2, b: 499_999_999, c: 499_999_999 };
    expect(found(values, [sum('t', 'a', 'b', 'c')])).toEqual({
      hidden: ['a', 'b'],
      intervals: { a: [1, 500_000_000], b: [1, 500_000_000] },
      widthsHold: true,
    });
  });
});
