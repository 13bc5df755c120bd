import { attacked } from './attack';
import type { Attacked, LinkedTables } from './cells';
import { type Linear, linearOf, partOf, partsOf } from './linear';
import { movesBy, onlyTheTruth, PartAttack, type Reached } from './part-attack';
import { primaryReason } from './primary';
import type { Solver } from './solver';
import { type Way, WaysOut } from './way-out';

/**
 * Hides what is marked, every number below the minimum, and then, as long as somebody could work out a hidden cell too
 * closely, the cheapest further cells that stop it: those of least value, ties by their order. The same tables always
 * get the same pattern. Where no pattern is enough, `widthsHold` is false and nothing may be published.
 */
export function protect(tables: LinkedTables, solver: Solver): Attacked {
  const linear = linearOf(tables);
  const hidden = new Set(
    tables.cells.flatMap(({ value, hidden, known, smallBelow: minimum = tables.minimum }, index) =>
      hidden || (!known && primaryReason(value, { minimum, zeros: tables.zeros }) !== null) ? [index] : [],
    ),
  );
  const reached = onlyTheTruth(linear);
  const movable = new Set([...linear.ids.keys()].filter((cell) => linear.movable[cell]));
  for (const { cells, rows } of partsOf(linear, movable)) {
    if (!cells.some((cell) => hidden.has(cell))) continue;
    const ways = new WaysOut(linear, cells, rows, hidden, solver);
    try {
      new Protection(linear, cells, hidden, reached, tables.minimum, ways, solver).complete();
    } finally {
      ways.close();
    }
  }
  // From the beginning: what the loop believes is not taken for granted.
  return attacked(linear, hidden, tables.minimum, solver, onlyTheTruth(linear));
}

/** The loop over cells that hang together: attack, hide the cheapest further cells, attack again. */
class Protection {
  readonly #helpless = new Set<number>();

  constructor(
    private readonly linear: Linear,
    private readonly cells: readonly number[],
    private readonly hidden: Set<number>,
    private readonly reached: Reached,
    private readonly minimum: number,
    private readonly ways: WaysOut,
    private readonly solver: Solver,
  ) {}

  complete(): void {
    for (let cell = this.#tooClose(); cell !== undefined; cell = this.#tooClose())
      if (!this.#look(cell) && !this.#open(cell, 'any') && !this.#open(cell, 'whole'))
        this.#helpless.add(cell);
  }

  #tooClose(): number | undefined {
    return this.cells.find(
      (cell) =>
        this.hidden.has(cell) && !this.#helpless.has(cell) && !movesBy(this.reached, cell, this.minimum),
    );
  }

  /** Whether the cell can move far enough as things are hidden now. */
  #look(cell: number): boolean {
    const part = partOf(this.linear, this.hidden, cell);
    if (!part) return false;
    const attack = new PartAttack(this.linear, part, this.reached, this.solver);
    try {
      attack.look(cell, this.minimum);
      return movesBy(this.reached, cell, this.minimum);
    } finally {
      attack.close();
    }
  }

  /** Hides the cheapest further cells that let this one move; false: nothing more helps, as far as such numbers go. */
  #open(cell: number, numbers: 'any' | 'whole'): boolean {
    const way = this.#way(cell, numbers);
    if (!way) return false;
    const shown = way.moved.filter((moved) => !this.hidden.has(moved));
    for (const further of shown) {
      this.hidden.add(further);
      this.ways.hide(further);
    }
    way.whole?.forEach((distance, column) => reach(this.reached, this.linear, this.cells[column], distance));
    return shown.length > 0 || movesBy(this.reached, cell, this.minimum);
  }

  /**
   * The cheapest way to one step beyond what the cell reaches now. One step and not all that is missing: a further cell
   * often opens more than it was hidden for, and the next attack shows it.
   */
  #way(cell: number, numbers: 'any' | 'whole'): Pick<Way, 'moved' | 'whole'> | null {
    const value = this.linear.values[cell] ?? 0;
    const beyond = [(this.reached.high[cell] ?? 0) - value + 1, (this.reached.low[cell] ?? 0) - value - 1];
    const ways = beyond.map((distance) => this.ways.cheapest(cell, distance, numbers));
    const [best] = ways.filter((way) => way !== null && way !== 'gave up').sort((a, b) => a.cost - b.cost);
    if (best || !ways.includes('gave up')) return best ?? null;
    const beside = this.#cheapestBeside(cell);
    return beside === null ? null : { moved: [beside], whole: null };
  }

  /** Where the solver gave up: the shown cell of least value in a row with one of the cells this one hangs together with. */
  #cheapestBeside(cell: number): number | null {
    const { rows, rowsOf, values } = this.linear;
    const around = partOf(this.linear, this.hidden, cell)?.cells ?? [cell];
    const beside = new Set(
      around.flatMap((it) => (rowsOf[it] ?? []).flatMap((row) => rows[row]?.columns ?? [])),
    );
    const [first] = [...beside]
      .filter((it) => !this.hidden.has(it))
      .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
    return first ?? null;
  }
}

function reach({ low, high }: Reached, { values }: Linear, cell: number | undefined, distance: number): void {
  if (cell === undefined) return;
  const value = (values[cell] ?? 0) + distance;
  low[cell] = Math.min(low[cell] ?? value, value);
  high[cell] = Math.max(high[cell] ?? value, value);
}
