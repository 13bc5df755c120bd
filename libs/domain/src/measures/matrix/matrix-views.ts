import type { NamedReference, Page } from '../../lists';
import type { MatrixDirection, MatrixOutcome, MatrixReason, MatrixStep } from './matrix-steps';

/** Head of a row or a column. */
export interface MatrixHead {
  id: string;
  /** The number people cite; of a verdict its word. */
  number: string;
  title: string;
  field: NamedReference | null;
  /** Of a row: to how many it is linked, on other pages of columns as well. Of a column: with how many rows of the choice. */
  count: number;
  outcome: MatrixOutcome;
  reason: MatrixReason | null;
}

/** A mark: this row and that column are linked. */
export interface MatrixCell {
  columnId: string;
  /** Somebody linked the two themselves, not only by way of an argument. */
  direct: boolean;
  /** Numbers of the arguments it goes by, otherwise empty. */
  through: string;
  /** The words of its source were changed since. */
  toCheck: boolean;
  since: string;
  acceptedBy: string;
  acceptedAt: string | null;
}

export interface MatrixRow extends MatrixHead {
  /** How many of its links are to be checked. */
  toCheck: number;
  cells: MatrixCell[];
}

export interface MatrixView extends Page<MatrixRow> {
  step: MatrixStep;
  direction: MatrixDirection;
  columns: MatrixHead[];
  columnsTotal: number;
  /** How many columns stand before the first one. */
  columnsBefore: number;
}

/** How many of what stands in the rows of a step there are, lead on, are gaps, have a link to be checked. */
export interface MatrixStepCounts {
  step: MatrixStep;
  total: number;
  linked: number;
  gaps: number;
  toCheck: number;
}

export interface MatrixOverview {
  steps: MatrixStepCounts[];
}
