import { loadSolver } from '@runder-tisch/api/create-app';
import { attack, primaryReason, protect, type Solver } from '@runder-tisch/domain/disclosure';
import { bruteForce } from './brute-force';
import { byYalps } from './by-yalps';
import { check } from './check';
import { randomTables } from './random-tables';

describe('disclosure control of random linked tables', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  it('leaves no hidden cell narrower than the minimum in 30 of them, and agrees with trying all values', () => {
    const checked = Array.from({ length: 30 }, (_, seed) => check(randomTables(seed + 1), solver));
    expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
    expect(checked.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(10);
  });

  it('finds the intervals that another solver and trying all values find', () => {
    let compared = 0;
    for (let seed = 100; seed < 160; seed++) {
      const tables = randomTables(seed);
      const cells = tables.cells.map((cell) => ({
        ...cell,
        hidden: primaryReason(cell.value, tables) !== null,
      }));
      const hidden = cells.filter((cell) => cell.hidden).length;
      if (hidden === 0 || hidden > 8) continue;
      const small = { ...tables, cells };
      const found = attack(small, solver).intervals;
      expect([...found]).toEqual([...byYalps(small)]);
      expect([...found]).toEqual([...bruteForce(small)]);
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('gives the same tables the same pattern each time', () => {
    const patterns = Array.from({ length: 20 }, () => String(protect(randomTables(10), solver).hidden));
    expect(new Set(patterns).size).toBe(1);
  });
});
