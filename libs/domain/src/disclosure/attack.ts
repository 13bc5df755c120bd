import { type Attacked, type Interval, type LinkedTables, widthOf } from './cells';
import { type Linear, linearOf, partsOf } from './linear';
import { onlyTheTruth, PartAttack, type Reached } from './part-attack';
import type { Solver } from './solver';

/**
 * What somebody can work out who has every number that is shown and knows how all of them add up: the least and the
 * greatest whole number each hidden cell can be. Hides nothing more.
 */
export function attack(tables: LinkedTables, solver: Solver): Attacked {
  const linear = linearOf(tables);
  const hidden = new Set(tables.cells.flatMap(({ hidden }, index) => (hidden ? [index] : [])));
  return attacked(linear, hidden, tables.minimum, solver, onlyTheTruth(linear));
}

/** The attack on these cells, told by their ids; `reached` is what is known already. */
export function attacked(
  linear: Linear,
  hidden: ReadonlySet<number>,
  minimum: number,
  solver: Solver,
  reached: Reached,
): Attacked {
  const unsettled = new Set<number>();
  const moving = new Set([...hidden].filter((cell) => linear.movable[cell]));
  for (const part of partsOf(linear, moving)) {
    const attack = new PartAttack(linear, part, reached, solver);
    try {
      for (const cell of part.cells) if (!attack.look(cell)) unsettled.add(cell);
    } finally {
      attack.close();
    }
  }
  const found = [...hidden].sort((a, b) => a - b);
  const idOf = (cell: number): string => linear.ids[cell] ?? '';
  const intervals = new Map(found.map((cell) => [idOf(cell), intervalOf(reached, cell)]));
  return {
    hidden: found.map(idOf),
    intervals,
    widthsHold: [...intervals.values()].every((interval) => widthOf(interval) >= minimum),
    unsettled: found.filter((cell) => unsettled.has(cell)).map(idOf),
  };
}

function intervalOf({ low, high }: Reached, cell: number): Interval {
  const end = high[cell] ?? 0;
  return [low[cell] ?? 0, end === Infinity ? null : end];
}
