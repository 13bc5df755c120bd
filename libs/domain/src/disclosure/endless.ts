import { type Part, wholeSolution } from './linear';
import type { Row, Solver } from './solver';

/** Vertices of tables have small denominators. */
const GREATEST_DENOMINATOR = 60;
/** Less than that is the inaccuracy of a solver. */
const SURELY_MOVES = 1e-7;

/**
 * Columns that may grow for ever while all rows still add up: a hidden part grows with its hidden total. Each is proved
 * by a way of whole numbers; where none is found the column counts as bounded, which claims less width, not more.
 */
export function endlessOf(part: Part, solver: Solver): Set<number> {
  const growing = canGrow(part);
  const bound = new Set(part.rows.flatMap(({ columns }) => columns));
  const endless = new Set([...growing].filter((column) => !bound.has(column)));
  const rest = [...growing].filter((column) => bound.has(column)).sort((a, b) => a - b);
  if (rest.length === 0) return endless;
  const rows = among(part.rows, rest);
  const opened = solver({
    lower: new Float64Array(rest.length),
    upper: new Float64Array(rest.length).fill(1),
    rows,
  });
  try {
    for (;;) {
      const weights = Float64Array.from(rest, (column) => Number(!endless.has(column)));
      const answer = weights.includes(1) ? opened.greatest(weights, 'any') : 'none';
      if (typeof answer === 'string') return endless;
      const way = wholeWay(rows, answer.found);
      const more = rest.filter((column, index) => (way?.[index] ?? 0) > 0 && !endless.has(column));
      if (more.length === 0) return endless;
      for (const column of more) endless.add(column);
    }
  } finally {
    opened.close();
  }
}

/** Without the columns of rows in which nothing can make up for growth; usually none is left, and no solver is asked. */
function canGrow({ cells, rows }: Part): Set<number> {
  const growing = new Set(cells.keys());
  for (let before = -1; before !== growing.size;) {
    before = growing.size;
    for (const { columns, factors } of rows) {
      const signs = new Set(
        columns.flatMap((column, index) => (growing.has(column) ? [Math.sign(factors[index] ?? 0)] : [])),
      );
      if (signs.size === 1) for (const column of columns) growing.delete(column);
    }
  }
  return growing;
}

function among(rows: readonly Row[], kept: readonly number[]): Row[] {
  const place = new Map(kept.map((column, index) => [column, index]));
  return rows
    .map(({ columns, factors }) => {
      const inside = columns.flatMap((column, index) => {
        const at = place.get(column);
        return at === undefined ? [] : [{ at, factor: factors[index] ?? 0 }];
      });
      return { columns: inside.map(({ at }) => at), factors: inside.map(({ factor }) => factor) };
    })
    .filter(({ columns }) => columns.length > 0);
}

/** Where a part counts many times, its way is short beside that of its sum: the shortest is tried as a whole number too. */
function wholeWay(rows: readonly Row[], way: Float64Array): Float64Array | null {
  const shortest = way.reduce((least, it) => (it > SURELY_MOVES ? Math.min(least, it) : least), Infinity);
  for (const unit of [1, shortest])
    for (let times = 1; times <= GREATEST_DENOMINATOR; times++) {
      const whole = wholeSolution(
        rows,
        () => 0,
        way.map((it) => (it * times) / unit),
      );
      if (whole?.some((it) => it > 0)) return whole;
    }
  return null;
}
