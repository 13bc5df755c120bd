import type { ReadingLimits } from '../../processes/reading-process';

/** A table of the statistics is longer than a list of contacts: a million values are one file of 200 MB, or 8 packed. */
export const cellLimits = {
  /** Bytes of a workbook or an archive, which must be held whole to be opened. */
  archiveBytes: 64 * 1024 * 1024,
  /** Bytes of text, packed or not. */
  textBytes: 1024 * 1024 * 1024,
  rows: 1_100_000,
  columns: 2_000,
  cellCharacters: 10_000,
  sheets: 60,
  merges: 20_000,
} as const;

export const cellReadingLimits: ReadingLimits = {
  heapMegabytes: 160,
  youngMegabytes: 4,
  residentBytes: 384 * 1024 * 1024,
  milliseconds: 120_000,
  silentMilliseconds: 10_000,
};
