import type { Part } from './linear';

const ROUNDS = 4;

/** Between which distances each column surely stays, as far as rows tell one by one. */
export interface Box {
  least: Float64Array;
  most: Float64Array;
}

/** Sure limits without a solver: what a row leaves to one column when all others go as far as they can. */
export function narrowed({ rows }: Part, least: Float64Array): Box {
  const box: Box = { least: least.slice(), most: new Float64Array(least.length).fill(Infinity) };
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const { columns, factors } of rows)
      for (const side of [1, -1]) if (narrow(box, columns, factors, side)) changed = true;
  }
  return box;
}

/** For side × Σ factor × column ≤ 0; true where something became narrower. */
function narrow(
  { least, most }: Box,
  columns: readonly number[],
  factors: readonly number[],
  side: number,
): boolean {
  let sum = 0;
  let endless = 0;
  const smallest = (column: number, factor: number): number =>
    factor * ((factor > 0 ? least[column] : most[column]) ?? 0);
  columns.forEach((column, index) => {
    const part = smallest(column, side * (factors[index] ?? 0));
    if (part === -Infinity) endless++;
    else sum += part;
  });
  let changed = false;
  columns.forEach((column, index) => {
    const factor = side * (factors[index] ?? 0);
    const own = smallest(column, factor);
    if (endless > Number(own === -Infinity)) return;
    const rest = own === -Infinity ? -sum : own - sum;
    if (factor > 0 && Math.floor(rest / factor) < (most[column] ?? 0))
      most[column] = Math.floor(rest / factor);
    else if (factor < 0 && Math.ceil(rest / factor) > (least[column] ?? 0))
      least[column] = Math.ceil(rest / factor);
    else return;
    changed = true;
  });
  return changed;
}
