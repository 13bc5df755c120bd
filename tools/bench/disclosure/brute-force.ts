import { type Interval, leastHidden, type LinkedTables } from '@runder-tisch/domain/disclosure';

/** Beyond everything small tables hold: who can be this great can be anything. */
const ENDLESS = 100_000;
/** A cell that stands in a sum several times moves it in steps. */
const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/**
 * The interval of every hidden cell by trying values, with no solver and no code of the product: each end is moved
 * inwards until some choice of all other hidden cells makes all equations true. For a few hidden cells only.
 */
export function bruteForce({ zeros, cells, equations }: LinkedTables): Map<string, Interval> {
  const hidden = cells.filter((cell) => cell.hidden);
  const least = leastHidden(zeros);
  const shown = new Map(cells.filter((cell) => !cell.hidden).map(({ id, value }) => [id, value]));
  const rows = equations.map(({ total, parts }) => {
    const row = { factors: new Map<string, number>(), rest: 0 };
    for (const [id, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const value = shown.get(id);
      if (value === undefined) row.factors.set(id, (row.factors.get(id) ?? 0) + sign);
      else row.rest -= sign * value;
    }
    return row;
  });
  const start: Box = new Map(hidden.map(({ id }) => [id, [least, 2 * ENDLESS]]));
  const possible = (id: string, value: number): boolean =>
    isPossible(new Map(start).set(id, [value, value]), rows);
  return new Map(
    hidden.map(({ id, value }): [string, Interval] => {
      const box = narrowed(start, rows);
      let low = box?.get(id)?.[0] ?? least;
      while (low < value && !possible(id, low)) low++;
      if (STEPS.some((step) => possible(id, ENDLESS + step))) return [id, [low, null]];
      let high = Math.min(box?.get(id)?.[1] ?? 0, value + 2_000);
      while (high > value && !possible(id, high)) high--;
      return [id, [low, high]];
    }),
  );
}

type Box = Map<string, readonly [number, number]>;
interface Row {
  factors: ReadonlyMap<string, number>;
  rest: number;
}

function isPossible(start: Box, rows: readonly Row[]): boolean {
  const box = narrowed(start, rows);
  if (!box) return false;
  const open = [...box]
    .filter(([, [low, high]]) => low < high)
    .sort(([, [a, b]], [, [c, d]]) => b - a - (d - c));
  const [first] = open;
  if (!first) return true;
  const [id, [low, high]] = first;
  for (let value = low; value <= high; value++)
    if (isPossible(new Map(box).set(id, [value, value]), rows)) return true;
  return false;
}

/** The box as far as single rows narrow it; null: nothing is left. */
function narrowed(start: Box, rows: readonly Row[]): Box | null {
  const box = new Map(start);
  for (let changed = true; changed;) {
    changed = false;
    for (const { factors, rest } of rows) {
      let [least, most] = [0, 0];
      for (const [id, factor] of factors) {
        const [low, high] = box.get(id) ?? [0, 0];
        least += Math.min(factor * low, factor * high);
        most += Math.max(factor * low, factor * high);
      }
      if (least > rest || most < rest) return null;
      for (const [id, factor] of factors) {
        if (factor === 0) continue;
        const [low, high] = box.get(id) ?? [0, 0];
        const [own, others] = [
          [Math.min(factor * low, factor * high), Math.max(factor * low, factor * high)],
          [least, most],
        ] as const;
        const ends = [rest - (others[1] - own[1]), rest - (others[0] - own[0])].map((end) => end / factor);
        const next = [
          Math.max(low, Math.ceil(Math.min(...ends))),
          Math.min(high, Math.floor(Math.max(...ends))),
        ] as const;
        if (next[0] > next[1]) return null;
        if (next[0] === low && next[1] === high) continue;
        box.set(id, next);
        least += Math.min(factor * next[0], factor * next[1]) - own[0];
        most += Math.max(factor * next[0], factor * next[1]) - own[1];
        changed = true;
      }
    }
  }
  return box;
}
