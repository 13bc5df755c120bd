import { endlessOf } from './endless';
import { type Linear, type Part, wholeSolution } from './linear';
import { type Box, narrowed } from './narrowed';
import type { OpenedSystem, Solver } from './solver';

const TOLERANCE = 1e-6;

/** Least and greatest values that whole solutions have shown for each cell; the truth is the first of them. */
export interface Reached {
  low: number[];
  high: number[];
}

/** Nothing is known but the truth. */
export function onlyTheTruth({ values }: Linear): Reached {
  return { low: [...values], high: [...values] };
}

/** Whether a cell was seen to move by at least so much. */
export function movesBy({ low, high }: Reached, cell: number, width: number): boolean {
  return (high[cell] ?? 0) - (low[cell] ?? 0) >= width;
}

/**
 * The attack on cells that hang together: how low and how high each can be. Cells in the same rows with the same
 * factors can change places, so they share what they reach.
 */
export class PartAttack {
  readonly #twins: readonly (readonly number[])[];
  readonly #twinsOf: readonly number[];
  readonly #endless: ReadonlySet<number>;
  readonly #box: Box;
  readonly #settled = new Set<string>();
  readonly #givenUp = new Set<number>();
  #opened: OpenedSystem | null = null;

  constructor(
    private readonly linear: Linear,
    private readonly part: Part,
    private readonly reached: Reached,
    private readonly solver: Solver,
  ) {
    [this.#twins, this.#twinsOf] = twinsOf(part);
    this.#endless = endlessOf(part, solver);
    this.#box = narrowed(part, this.#rooms());
    for (const column of this.#endless) this.#reach(column, Infinity);
    part.cells.forEach((cell, column) => {
      this.#reach(column, this.reached.low[cell] ?? 0);
      this.#reach(column, this.reached.high[cell] ?? 0);
    });
  }

  /**
   * Looks until both ends of the cell are found, or, with `enough`, until it was seen to move so far. False: the solver
   * gave up before.
   */
  look(cell: number, enough?: number): boolean {
    const column = this.part.cells.indexOf(cell);
    for (const end of ['high', 'low'] as const) {
      if (enough !== undefined && movesBy(this.reached, cell, enough)) return true;
      this.#settle(column, end);
    }
    return !this.#givenUp.has(this.#twinsOf[column] ?? column);
  }

  close(): void {
    this.#opened?.close();
    this.#opened = null;
  }

  #settle(column: number, end: 'low' | 'high'): void {
    const twin = this.#twinsOf[column] ?? column;
    const key = `${twin} ${end}`;
    if (this.#settled.has(key)) return;
    this.#settled.add(key);
    if (this.#atEnd(column, end)) return;
    const limit = this.#greatest(column, end, 'any');
    if (limit !== null && this.#isReached(column, end, limit)) return;
    // The end lies between whole numbers, or whole numbers do not come so far.
    const whole = this.#greatest(column, end, 'whole');
    if (whole === null || !this.#isReached(column, end, whole)) this.#givenUp.add(twin);
  }

  #atEnd(column: number, end: 'low' | 'high'): boolean {
    const value = this.linear.values[this.part.cells[column] ?? 0] ?? 0;
    if (end === 'low') return this.#isReached(column, end, value + (this.#box.least[column] ?? 0));
    return this.#endless.has(column) || this.#isReached(column, end, value + (this.#box.most[column] ?? 0));
  }

  /** The last whole value that end can have, by the solver's word; what it found is kept where it holds. */
  #greatest(column: number, end: 'low' | 'high', numbers: 'any' | 'whole'): number | null {
    const weights = new Float64Array(this.part.cells.length);
    const sign = end === 'high' ? 1 : -1;
    weights[column] = sign;
    const answer = this.#open().greatest(weights, numbers);
    if (typeof answer === 'string') return null;
    this.#keep(answer.found);
    const way = Math.floor(sign * (answer.found[column] ?? 0) + TOLERANCE);
    return (this.linear.values[this.part.cells[column] ?? 0] ?? 0) + sign * way;
  }

  #isReached(column: number, end: 'low' | 'high', limit: number): boolean {
    const cell = this.part.cells[column] ?? 0;
    return end === 'high' ? (this.reached.high[cell] ?? 0) >= limit : (this.reached.low[cell] ?? 0) <= limit;
  }

  #keep(found: Float64Array): void {
    const { cells, rows } = this.part;
    const { room, values } = this.linear;
    const whole = wholeSolution(rows, (column) => -(room[cells[column] ?? 0] ?? 0), found);
    whole?.forEach((way, column) => this.#reach(column, (values[cells[column] ?? 0] ?? 0) + way));
  }

  #reach(column: number, value: number): void {
    const { low, high } = this.reached;
    for (const twin of this.#twins[this.#twinsOf[column] ?? column] ?? []) {
      const cell = this.part.cells[twin] ?? 0;
      low[cell] = Math.min(low[cell] ?? value, value);
      high[cell] = Math.max(high[cell] ?? value, value);
    }
  }

  #rooms(): Float64Array {
    return Float64Array.from(this.part.cells, (cell) => -(this.linear.room[cell] ?? 0));
  }

  #open(): OpenedSystem {
    const { cells, rows } = this.part;
    this.#opened ??= this.solver({
      lower: this.#rooms(),
      upper: new Float64Array(cells.length).fill(Infinity),
      rows,
    });
    return this.#opened;
  }
}

/** Columns in the same rows with the same factors, and for each column where its twins stand. */
export function twinsOf({ cells, rows }: Part): [twins: number[][], twinsOf: number[]] {
  const signs = cells.map((): string[] => []);
  rows.forEach(({ columns, factors }, row) =>
    columns.forEach((column, index) => signs[column]?.push(`${row}:${factors[index] ?? 0}`)),
  );
  const groups = new Map<string, number[]>();
  signs.forEach((sign, column) => {
    const key = sign.join(' ');
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  });
  const twins = [...groups.values()];
  const place: number[] = [];
  twins.forEach((group, index) => group.forEach((column) => (place[column] = index)));
  return [twins, place];
}
