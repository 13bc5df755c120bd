import { type Linear, wholeSolution } from './linear';
import { twinsOf } from './part-attack';
import type { OpenedSystem, Row, Solver } from './solver';

/** Costs are at most this, so that solvers tell them apart within their tolerances. */
const GREATEST_COST = 1e6;
/** A hidden cell costs next to nothing: short ways are taken before long ones. */
const HIDDEN_COST = 1e-3;
const TOLERANCE = 1e-6;

export interface Way {
  /** How much the cells it uses and that are shown are worth together. */
  cost: number;
  /** Cells that move along it, hidden ones and shown ones. */
  moved: readonly number[];
  /** By how much each of all cells moves, if in whole numbers. */
  whole: Float64Array | null;
}

/**
 * Ways on which a cell could move if more cells were hidden, the cheapest first: it costs the values of the shown cells
 * that have to move along. Every cell has two columns here, up and down.
 */
export class WaysOut {
  readonly #opened: OpenedSystem;
  readonly #cells: readonly number[];
  readonly #place: ReadonlyMap<number, number>;
  readonly #rows: readonly Row[];
  /** Columns that can stand for one another. */
  readonly #equals: readonly (readonly number[])[];
  readonly #prices: Float64Array;
  readonly #scale: number;

  /** `cells`: all that may move and hang together. */
  constructor(
    private readonly linear: Linear,
    cells: readonly number[],
    rows: readonly Row[],
    hidden: ReadonlySet<number>,
    solver: Solver,
  ) {
    this.#cells = cells;
    this.#rows = rows;
    this.#place = new Map(cells.map((cell, column) => [cell, column]));
    this.#equals = twinsOf({ cells, rows })[0].flatMap((twins) => [
      ...Map.groupBy(twins, (column) => linear.values[cells[column] ?? 0]).values(),
    ]);
    const greatest = cells.reduce((most, cell) => Math.max(most, linear.values[cell] ?? 0), 1);
    this.#scale = Math.min(1, GREATEST_COST / greatest);
    this.#prices = new Float64Array(2 * cells.length);
    for (const cell of cells) this.#price(cell, hidden.has(cell));
    const lower = new Float64Array(2 * cells.length);
    const upper = new Float64Array(2 * cells.length);
    cells.forEach((cell, column) => {
      upper[2 * column] = Infinity;
      upper[2 * column + 1] = linear.room[cell] ?? 0;
    });
    this.#opened = solver({
      lower,
      upper,
      rows: rows.map(({ columns, factors }) => ({
        columns: columns.flatMap((column) => [2 * column, 2 * column + 1]),
        factors: factors.flatMap((factor) => [factor, -factor]),
      })),
    });
  }

  hide(cell: number): void {
    this.#price(cell, true);
  }

  /** The cheapest way on which the cell moves by `distance` (below zero: down); null: there is none. */
  cheapest(cell: number, distance: number, numbers: 'any' | 'whole'): Way | 'gave up' | null {
    const column = this.#place.get(cell);
    if (column === undefined || distance < -(this.linear.room[cell] ?? 0)) return null;
    // At least so far: in whole numbers some cells move in greater steps.
    if (distance > 0) this.#opened.bound(2 * column, distance, Infinity);
    else this.#opened.bound(2 * column, 0, 0);
    if (distance > 0) this.#opened.bound(2 * column + 1, 0, 0);
    else this.#opened.bound(2 * column + 1, -distance, this.linear.room[cell] ?? 0);
    const answer = this.#opened.greatest(
      this.#prices.map((price) => -price),
      numbers,
    );
    this.#loosen(cell, column);
    if (answer === 'none') return null;
    return answer === 'gave up' ? answer : this.#wayOf(answer.found, column);
  }

  close(): void {
    this.#opened.close();
  }

  #loosen(cell: number, column: number): void {
    this.#opened.bound(2 * column, 0, Infinity);
    this.#opened.bound(2 * column + 1, 0, this.linear.room[cell] ?? 0);
  }

  #price(cell: number, hidden: boolean): void {
    const column = this.#place.get(cell);
    if (column === undefined) return;
    const price = hidden ? HIDDEN_COST : HIDDEN_COST + (this.linear.values[cell] ?? 0) * this.#scale;
    this.#prices.fill(price, 2 * column, 2 * column + 2);
  }

  /** Of cells in the same rows and of the same value the first ones are used, and those already hidden before them. */
  #preferFirst(distances: Float64Array, target: number): void {
    for (const equals of this.#equals) {
      const twins = equals.filter((column) => column !== target);
      const order = [...twins].sort((a, b) => this.#cost(a) - this.#cost(b) || a - b);
      const moves = twins.map((column) => distances[column] ?? 0).sort((a, b) => Math.abs(b) - Math.abs(a));
      order.forEach((column, index) => (distances[column] = moves[index] ?? 0));
    }
  }

  #cost(column: number): number {
    return this.#prices[2 * column] ?? 0;
  }

  #wayOf(found: Float64Array, target: number): Way {
    const distances = Float64Array.from(
      this.#cells,
      (_cell, column) => (found[2 * column] ?? 0) - (found[2 * column + 1] ?? 0),
    );
    this.#preferFirst(distances, target);
    let cost = 0;
    const moved: number[] = [];
    this.#cells.forEach((cell, column) => {
      const distance = Math.abs(distances[column] ?? 0);
      if (distance <= TOLERANCE) return;
      moved.push(cell);
      cost += distance * this.#cost(column);
    });
    const { room } = this.linear;
    const whole = wholeSolution(this.#rows, (column) => -(room[this.#cells[column] ?? 0] ?? 0), distances);
    return { cost, moved, whole };
  }
}
