import { type LinkedTables, leastHidden } from './cells';
import type { Row } from './solver';

/**
 * Tables as rows of what may move: distances from the true values, of cells the public does not know for certain.
 * Distances keep numbers small, and all at zero is the truth.
 */
export interface Linear {
  ids: readonly string[];
  values: readonly number[];
  /** How far each cell can fall before it meets the least a hidden cell can be. */
  room: readonly number[];
  /** Neither a published zero nor known already. */
  movable: readonly boolean[];
  rows: readonly Row[];
  /** Rows by cell. */
  rowsOf: readonly (readonly number[])[];
}

/** The tables as rows, each once; what is known stands still and is left out. */
export function linearOf({ zeros, cells, equations }: LinkedTables): Linear {
  const least = leastHidden(zeros);
  const place = new Map(cells.map(({ id }, index) => [id, index]));
  const movable = cells.map(({ value, known }) => !known && value >= least);
  const rows = new Map<string, Row>();
  for (const { total, parts } of equations) {
    const factors = new Map<number, number>();
    const add = (id: string, factor: number): void => {
      const index = place.get(id);
      if (index === undefined) throw new Error(`No cell ${id}`);
      if (movable[index]) factors.set(index, (factors.get(index) ?? 0) + factor);
    };
    add(total, 1);
    for (const part of parts) add(part, -1);
    const row = [...factors].filter(([, factor]) => factor !== 0).sort(([a], [b]) => a - b);
    if (row.length > 0)
      rows.set(row.join(' '), { columns: row.map(([column]) => column), factors: row.map(([, it]) => it) });
  }
  const kept = [...rows.values()];
  const rowsOf = cells.map((): number[] => []);
  kept.forEach(({ columns }, index) => columns.forEach((column) => rowsOf[column]?.push(index)));
  return {
    ids: cells.map(({ id }) => id),
    values: cells.map(({ value }) => value),
    room: cells.map(({ value }) => value - least),
    movable,
    rows: kept,
    rowsOf,
  };
}

/** Some cells with the rows between them, by places of their own. */
export interface Part {
  cells: readonly number[];
  rows: readonly Row[];
}

/** The hidden cells that hang together, each part by itself; a cell that follows from one row alone stands still and is in none. */
export function partsOf(linear: Linear, hidden: ReadonlySet<number>): Part[] {
  const free = loosened(linear, hidden);
  const seen = new Set<number>();
  return [...free]
    .sort((a, b) => a - b)
    .flatMap((first) => (seen.has(first) ? [] : [partAround(linear, free, first, seen)]));
}

/** The part of the hidden cells in which one stands; null: the cell follows from the others. */
export function partOf(linear: Linear, hidden: ReadonlySet<number>, cell: number): Part | null {
  const free = loosened(linear, hidden);
  return free.has(cell) ? partAround(linear, free, cell, new Set()) : null;
}

/** Without the cells that are alone in a row, again and again: they are as good as shown. */
function loosened({ rows, rowsOf }: Linear, hidden: ReadonlySet<number>): Set<number> {
  const free = new Set(hidden);
  const counts = rows.map(({ columns }) => columns.reduce((sum, it) => sum + Number(free.has(it)), 0));
  const alone = counts.flatMap((count, index) => (count === 1 ? [index] : []));
  for (let index = alone.pop(); index !== undefined; index = alone.pop()) {
    const cell = rows[index]?.columns.find((it) => free.has(it));
    if (cell === undefined) continue;
    free.delete(cell);
    for (const row of rowsOf[cell] ?? []) {
      counts[row] = (counts[row] ?? 0) - 1;
      if (counts[row] === 1) alone.push(row);
    }
  }
  return free;
}

function partAround(
  { rows, rowsOf }: Linear,
  free: ReadonlySet<number>,
  first: number,
  seen: Set<number>,
): Part {
  const cells = [first];
  const ties = new Set<number>();
  seen.add(first);
  for (const cell of cells)
    for (const row of rowsOf[cell] ?? []) {
      if (ties.has(row)) continue;
      ties.add(row);
      for (const next of rows[row]?.columns ?? []) {
        if (!free.has(next) || seen.has(next)) continue;
        seen.add(next);
        cells.push(next);
      }
    }
  cells.sort((a, b) => a - b);
  return {
    cells,
    rows: rowsBetween(
      rows,
      [...ties].sort((a, b) => a - b),
      cells,
    ),
  };
}

/** The named rows, cut down to the named cells and counted by their places among them; each once. */
function rowsBetween(rows: readonly Row[], named: readonly number[], cells: readonly number[]): Row[] {
  const place = new Map(cells.map((cell, index) => [cell, index]));
  const kept = new Map<string, Row>();
  for (const name of named) {
    const columns: number[] = [];
    const factors: number[] = [];
    rows[name]?.columns.forEach((cell, index) => {
      const column = place.get(cell);
      if (column === undefined) return;
      columns.push(column);
      factors.push(rows[name]?.factors[index] ?? 0);
    });
    if (columns.length > 0) kept.set(`${columns.join(' ')}:${factors.join(' ')}`, { columns, factors });
  }
  return [...kept.values()];
}

/**
 * A solution as whole numbers if it is one: rounded, within its room, and every row exactly zero. Otherwise null. Sums
 * of whole numbers below 2⁵³ are exact.
 */
export function wholeSolution(
  rows: readonly Row[],
  lower: (column: number) => number,
  found: Float64Array,
): Float64Array | null {
  const whole = found.map((it) => Math.round(it) + 0);
  if (
    whole.some(
      (it, column) =>
        Math.abs(it - (found[column] ?? NaN)) > 1e-4 || it < lower(column) || !Number.isSafeInteger(it),
    )
  )
    return null;
  const fits = rows.every(({ columns, factors }) => {
    let sum = 0;
    let greatest = 0;
    columns.forEach((column, index) => {
      sum += (factors[index] ?? 0) * (whole[column] ?? 0);
      greatest = Math.max(greatest, Math.abs(sum));
    });
    return sum === 0 && greatest <= Number.MAX_SAFE_INTEGER;
  });
  return fits ? whole : null;
}
