import {
  attack,
  type Attacked,
  type LinkedTables,
  primaryReason,
  protect,
  type Solver,
  widthOf,
} from '@runder-tisch/domain/disclosure';
import { bruteForce } from './brute-force';

/** So many unknown cells are tried value by value. */
const MOST_TRIED = 8;

export interface Checked {
  found: Attacked;
  milliseconds: number;
  /** How often intervals were compared with those found by trying values. */
  compared: number;
  /** What is wrong, as sentences; none where all is well. */
  faults: string[];
}

/** Protects the tables and looks for everything that must not be. */
export function check(tables: LinkedTables, solver: Solver): Checked {
  const began = performance.now();
  const found = protect(tables, solver);
  const milliseconds = performance.now() - began;
  const faults: string[] = [];
  const hidden = new Set(found.hidden);
  for (const { id, value } of tables.cells) {
    if (primaryReason(value, tables) !== null && !hidden.has(id))
      faults.push(`${id} (${value}) steht offen da`);
    if (value === 0 && tables.zeros === 'published' && hidden.has(id))
      faults.push(`Null ${id} ist verborgen`);
    const [low, high] = found.intervals.get(id) ?? [value, value];
    if (low > value || (high ?? Infinity) < value) faults.push(`${id} liegt nicht in seinem Intervall`);
  }
  const protectedTables = withHidden(tables, (id) => hidden.has(id));
  const again = attack(protectedTables, solver);
  if (String([...again.intervals]) !== String([...found.intervals]))
    faults.push('Ein zweiter Angriff findet andere Intervalle');
  const narrow = found.hidden.filter((id) => widthOf(found.intervals.get(id) ?? [0, 0]) < tables.minimum);
  if (found.widthsHold !== (narrow.length === 0))
    faults.push('widthsHold sagt etwas anderes als die Intervalle');
  if (narrow.length > 0) {
    const all = attack(
      withHidden(tables, (_id, value) => value > 0 || tables.zeros === 'hidden'),
      solver,
    );
    for (const id of narrow)
      if (widthOf(all.intervals.get(id) ?? [0, 0]) >= tables.minimum)
        faults.push(`${id} wäre zu schützen gewesen`);
  }
  const primary = withHidden(tables, (_id, value) => primaryReason(value, tables) !== null);
  let compared = 0;
  for (const [hiddenTables, intervals] of [
    [protectedTables, found.intervals],
    [primary, attack(primary, solver).intervals],
  ] as const) {
    if (intervals.size === 0 || intervals.size > MOST_TRIED) continue;
    compared++;
    for (const [id, interval] of bruteForce(hiddenTables))
      if (String(intervals.get(id)) !== String(interval))
        faults.push(`${id}: ${String(intervals.get(id))}, durch Probieren ${String(interval)}`);
  }
  return { found, milliseconds, compared, faults };
}

function withHidden(tables: LinkedTables, isHidden: (id: string, value: number) => boolean): LinkedTables {
  return {
    ...tables,
    cells: tables.cells.map(({ id, value }) => ({ id, value, hidden: isHidden(id, value) })),
  };
}
