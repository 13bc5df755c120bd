/** Σ factor × column = 0. */
export interface Row {
  columns: readonly number[];
  factors: readonly number[];
}

/** Columns between their bounds, tied by rows. All columns at zero is always a solution. */
export interface LinearSystem {
  lower: Float64Array;
  /** Infinity: no bound. */
  upper: Float64Array;
  rows: readonly Row[];
}

/** The columns at the end of the way; or that there is no solution or no end, or that the solver stopped before. */
export type Found = { found: Float64Array } | 'none' | 'gave up';

export interface OpenedSystem {
  /**
   * A solution with the greatest Σ weight × column, by the rules of fractions or of whole numbers. The same calls in
   * the same order find the same: limits count steps, never seconds.
   */
  greatest(weights: Float64Array, numbers: 'any' | 'whole'): Found;
  bound(column: number, lower: number, upper: number): void;
  close(): void;
}

/** All that disclosure control wants of a solver. What it answers is never trusted: solutions are checked in whole numbers. */
export type Solver = (system: LinearSystem) => OpenedSystem;
