import { attack } from './attack';
import { type Attacked, type Cell, type LinkedTables, widthOf } from './cells';
import { protect } from './protect';
import { refusalOf } from './read-tables';
import type { Solver } from './solver';

/** Tables as they were released: what was hidden in them is marked so. */
export type Release = Pick<LinkedTables, 'cells' | 'equations'>;

export type Decision =
  | ({ released: true } & Pick<Attacked, 'intervals'> & {
        /** Of the new tables, in the order of their cells: the pattern to store and to release with. */
        hidden: readonly string[];
      })
  | {
      released: false;
      /** The cell that would be exposed, where it is one. */ cell: string | null;
      because: string;
    };

/**
 * The pattern for new tables beside all that was released before: what was shown is known and cannot be taken back,
 * what was hidden stays hidden, in the new tables too. Refused, with the cell it would expose, where hiding more of the
 * new tables does not help. A revised number is a cell of its own, for the old one is still known.
 */
export function protectRelease(fresh: LinkedTables, earlier: readonly Release[], solver: Solver): Decision {
  return decided(fresh, earlier, (tables) => protect(tables, solver), solver);
}

/**
 * Whether new tables may be released with the pattern they have: with `hidden` cells of theirs, and nothing more, no
 * cell of theirs or of an earlier release may become too narrow. Asked again at the moment of release, since other
 * tables may have come out meanwhile.
 */
export function checkRelease(fresh: LinkedTables, earlier: readonly Release[], solver: Solver): Decision {
  const before = new Map(earlier.flatMap(({ cells }) => cells).map((cell) => [cell.id, cell]));
  const exposed = fresh.cells.find(({ id, hidden }) => !hidden && before.get(id)?.hidden);
  if (exposed && !earlier.some(({ cells }) => cells.some(({ id, hidden }) => id === exposed.id && !hidden)))
    return refused(exposed.id, `war in einer früheren Veröffentlichung verborgen und stünde jetzt offen da`);
  return decided(fresh, earlier, (tables) => attack(tables, solver), solver);
}

function decided(
  fresh: LinkedTables,
  earlier: readonly Release[],
  find: (tables: LinkedTables) => Attacked,
  solver: Solver,
): Decision {
  const joined = join(fresh, earlier);
  if ('released' in joined) return joined;
  const wrong = refusalOf(joined);
  if (wrong !== null) return { released: false, cell: null, because: wrong };
  const found = find(joined);
  const narrow = [...found.intervals].filter(([, interval]) => widthOf(interval) < fresh.minimum);
  const known = narrow.length > 0 ? knownBefore(fresh, earlier, solver) : null;
  // What could be worked out before is no reason to keep new tables back.
  const exposed = narrow.find(([id, interval]) => String(known?.get(id)) !== String(interval));
  if (exposed) {
    const [id, [low, high]] = exposed;
    return refused(
      id,
      low === high
        ? 'ließe sich genau errechnen'
        : `ließe sich auf ${low} bis ${high ?? '…'} errechnen, enger als ${fresh.minimum}`,
    );
  }
  const hidden = new Set(found.hidden);
  const own = fresh.cells.map(({ id }) => id);
  return { released: true, intervals: found.intervals, hidden: own.filter((id) => hidden.has(id)) };
}

/** What could be worked out from the earlier releases alone. */
function knownBefore(
  fresh: LinkedTables,
  earlier: readonly Release[],
  solver: Solver,
): Attacked['intervals'] | null {
  const joined = join({ ...fresh, cells: [], equations: [] }, earlier);
  return 'released' in joined ? null : attack(joined, solver).intervals;
}

/** New tables and earlier ones as what the public knows together. */
function join(fresh: LinkedTables, earlier: readonly Release[]): LinkedTables | Decision {
  const cells = new Map<string, Cell>();
  for (const release of earlier)
    for (const { id, value, hidden } of release.cells) {
      const before = cells.get(id);
      if (before && before.value !== value) return revised(id);
      // Shown once is known for ever.
      cells.set(id, before?.known || !hidden ? { id, value, known: true } : { id, value, hidden: true });
    }
  for (const cell of fresh.cells) {
    const before = cells.get(cell.id);
    if (before && before.value !== cell.value) return revised(cell.id);
    cells.set(cell.id, before ?? cell);
  }
  const equations = [...earlier.flatMap((release) => release.equations), ...fresh.equations];
  return { ...fresh, cells: [...cells.values()], equations };
}

function revised(id: string): Decision {
  return refused(
    id,
    'hat heute einen anderen Wert als in einer früheren Veröffentlichung: Eine berichtigte Zahl braucht einen eigenen Namen',
  );
}

function refused(cell: string, what: string): Decision {
  return { released: false, cell, because: `So lässt sich nicht veröffentlichen: „${cell}“ ${what}.` };
}
