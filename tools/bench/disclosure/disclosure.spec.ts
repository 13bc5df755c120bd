import { loadSolver } from '@runder-tisch/api/create-app';
import { protect, type Solver } from '@runder-tisch/domain/disclosure';
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

  it('gives the same tables the same pattern each time', () => {
    const patterns = Array.from({ length: 20 }, () => String(protect(randomTables(10), solver).hidden));
    expect(new Set(patterns).size).toBe(1);
  });
});
