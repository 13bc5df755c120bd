/** What one import may hold. The reader of files keeps them while it reads, so that nobody waits for a refusal. */
export const importLimits = {
  fileBytes: 25 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  /** Excel allows 32,767; what we import is never longer. */
  cellCharacters: 10_000,
  fileName: 200,
  /** Decisions sent at once; more are made by the buttons for all. */
  decisions: 500,
  /** Lists of so many rows are checked again while somebody waits; longer ones in the background. */
  checkedAtOnce: 1_000,
  /** Rows shown before the columns are assigned. */
  sampleRows: 5,
  /** Days for which an import can be looked at and undone; then its rows are forgotten. */
  keptDays: 30,
} as const;
