import type { FileProblem } from '@runder-tisch/domain/imports';

/** The file cannot be taken as a table, and why. */
export class Unreadable extends Error {
  /** Most memory its reader held, in bytes. */
  peakBytes = 0;

  constructor(readonly code: FileProblem) {
    super(code);
  }
}
