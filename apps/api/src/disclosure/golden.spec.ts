import { attack, type Cell, type Equation, type Solver, type Zeros } from '@runder-tisch/domain/disclosure';
import { loadSolver } from './solver';

/** Published instances of disclosure control with the intervals an attacker finds in them, minimum 3. */
describe('what an attacker works out', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  const found = (
    values: Record<string, number>,
    hidden: readonly string[],
    equations: readonly Equation[],
    zeros: Zeros = 'hidden',
  ) => {
    const cells: Cell[] = Object.entries(values).map(([id, value]) => ({
      id,
      value,
      hidden: hidden.includes(id),
    }));
    return Object.fromEntries(attack({ minimum: 3, zeros, cells, equations }, solver).intervals);
  };
  const sum = (total: string, ...parts: string[]): Equation => ({ total, parts });

  const young = { yI: 3, yP: 1, yS: 17, oI: 10, oP: 11, oS: 17 };
  const margins = { y: 21, o: 38, I: 13, P: 12, S: 34, all: 59 };
  const twoByThree = [
    sum('y', 'yI', 'yP', 'yS'),
    sum('o', 'oI', 'oP', 'oS'),
    sum('I', 'yI', 'oI'),
    sum('P', 'yP', 'oP'),
    sum('S', 'yS', 'oS'),
    sum('all', 'y', 'o'),
    sum('all', 'I', 'P', 'S'),
  ];

  it('two columns hidden in two rows with all totals shown', () => {
    expect(found({ ...young, ...margins }, ['yI', 'yP', 'oI', 'oP'], twoByThree)).toEqual({
      yI: [0, 4],
      yP: [0, 4],
      oI: [9, 13],
      oP: [8, 12],
    });
  });

  it('all six hidden', () => {
    const all = found({ ...young, ...margins }, Object.keys(young), twoByThree);
    expect(all).toMatchObject({ yI: [0, 13], yP: [0, 12], yS: [0, 21], oS: [13, 34] });
  });

  describe('two tables linked by their cells, by county and by size', () => {
    const towns = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
    const totals = { c1: 20, c2: 16, BIG: 6, small: 30, all: 36 };
    const hidden = ['A', 'B', 'K', 'L', 'M'];
    const byCounty = [sum('c1', 'A', 'B', 'I', 'J'), sum('c2', 'K', 'L', 'M', 'N'), sum('all', 'c1', 'c2')];
    const bySize = [
      sum('BIG', 'L', 'M'),
      sum('small', 'A', 'B', 'I', 'J', 'K', 'N'),
      sum('all', 'BIG', 'small'),
    ];

    it.each([
      ['by county alone', byCounty, [0, 9]],
      ['by size alone', bySize, [0, 7]],
      ['both at once, though no row has a single hidden cell', [...byCounty, ...bySize], [3, 3]],
    ])('%s', (_name, equations, interval) => {
      expect(found({ ...towns, ...totals }, hidden, equations)['K']).toEqual(interval);
    });
  });

  it('two equal rest cells of a sum, which published zeros give away', () => {
    const equations = [sum('t', 'a', 'b', 'x', 'y')];
    const values = { t: 15, a: 10, b: 3, x: 1, y: 1 };
    expect(found(values, ['x', 'y'], equations)).toEqual({ x: [0, 2], y: [0, 2] });
    expect(found(values, ['x', 'y'], equations, 'published')).toEqual({ x: [1, 1], y: [1, 1] });
  });

  it('a table with zeros in which every number below three is hidden', () => {
    const rows = { p: [1, 1, 7, 1, 0], q: [1, 0, 0, 2, 8] };
    const values: Record<string, number> = { p: 10, q: 11, c1: 2, c2: 1, c3: 7, c4: 3, c5: 8, all: 21 };
    Object.entries(rows).forEach(([row, list]) =>
      list.forEach((value, index) => (values[`${row}${index + 1}`] = value)),
    );
    const numbers = [1, 2, 3, 4, 5];
    const equations = [
      sum('p', ...numbers.map((number) => `p${number}`)),
      sum('q', ...numbers.map((number) => `q${number}`)),
      ...numbers.map((number) => sum(`c${number}`, `p${number}`, `q${number}`)),
      sum('all', 'p', 'q'),
      sum('all', ...numbers.map((number) => `c${number}`)),
    ];
    const hidden = Object.keys(values).filter((id) => values[id] === 1 || values[id] === 2);
    expect(hidden).toHaveLength(7);
    const open = found(values, hidden, equations);
    expect(Object.values(open)).toEqual(hidden.map(() => [0, 3]));
    const exact = found(values, hidden, equations, 'published');
    expect(exact).toEqual(Object.fromEntries(hidden.map((id) => [id, [values[id], values[id]]])));
  });

  it('benefits for asylum seekers by age in 2014, two of six ages hidden', () => {
    const values = { all: 784, a: 58, b: 59, c: 237, d: 407, e: 2, f: 21 };
    expect(found(values, ['e', 'f'], [sum('all', 'a', 'b', 'c', 'd', 'e', 'f')])).toEqual({
      e: [0, 23],
      f: [0, 23],
    });
  });
});
