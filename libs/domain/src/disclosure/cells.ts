/** Whether a zero is printed as one, or counts as a small number and is hidden like it. */
export type Zeros = 'published' | 'hidden';

/** One number of a table: a whole number from zero on. */
export interface Cell {
  id: string;
  value: number;
  /** Not shown, and stays so. */
  hidden?: boolean;
  /** Everybody knows it already, from an earlier release or from elsewhere: hiding it would help nobody. */
  known?: boolean;
  /** Below it the number is hidden for its own sake, where that is another one than the minimum of the tables. */
  smallBelow?: number;
}

/** `total` is the sum of `parts`; a part that stands there twice counts twice. */
export interface Equation {
  total: string;
  parts: readonly string[];
}

/** Cells with everything the public knows of how they add up; tables that share a cell are linked by it. */
export interface LinkedTables {
  /** A cell below it is hidden, and nobody may work out a hidden one more closely than to an interval this wide. */
  minimum: number;
  zeros: Zeros;
  cells: readonly Cell[];
  equations: readonly Equation[];
}

/** Least and greatest whole number a hidden cell may have for all the public knows; null: without an end. */
export type Interval = readonly [low: number, high: number | null];

/** What an attacker finds. */
export interface Attacked {
  /** Ids of hidden cells in the order of the cells. */
  hidden: readonly string[];
  /** Of every hidden cell, in the same order. */
  intervals: ReadonlyMap<string, Interval>;
  /** Every interval is at least `minimum` wide. */
  widthsHold: boolean;
  /** Cells for which the solver gave up: their interval is surely as wide as it says, and perhaps wider. */
  unsettled: readonly string[];
}

/** Numbers above this are not reckoned with: sums must stay exact, and solvers calculate with tolerances. */
export const GREATEST_VALUE = 1e12;

/** High less low; Infinity without an end. */
export function widthOf([low, high]: Interval): number {
  return high === null ? Infinity : high - low;
}

/**
 * The least whole number the public must reckon with in a hidden cell: 1 where zeros are published, for then a hidden
 * cell is none. No upper bound: primary and secondary cells carry the same sign, so nobody knows which are small.
 */
export function leastHidden(zeros: Zeros): number {
  return zeros === 'published' ? 1 : 0;
}
