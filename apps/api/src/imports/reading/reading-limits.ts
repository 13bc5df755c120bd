/** What the reader takes before it refuses; chosen so that any file is read or refused within seconds. */
export const readingLimits = {
  /** A workbook has a few dozen parts; thousands are an attack on the directory. */
  entries: 2_000,
  /** Unpacked bytes of one part, and of all parts that are read. */
  sheetBytes: 160 * 1024 * 1024,
  partBytes: 8 * 1024 * 1024,
  stringsBytes: 64 * 1024 * 1024,
  /** Rows of contacts pack to a tenth; more than this from so little is made to explode. */
  packedRatio: 150,
  ratioFrom: 4 * 1024 * 1024,
  /** So much text without a single tag, or per row, is no table. */
  bytesBetweenTags: 1024 * 1024,
  bytesPerRow: 64 * 1024,
  depth: 48,
  strings: 1_000_000,
  stringsCharacters: 40_000_000,
  csvRecord: 1024 * 1024,
} as const;

/** The child process: heap as a flag to Node, everything together watched from outside. */
export const readerLimits = {
  heapMegabytes: 96,
  youngMegabytes: 2,
  residentBytes: 190 * 1024 * 1024,
  /** For a file that is honest and large; hostile ones are known by their shape long before. */
  milliseconds: 30_000,
  /** Without a row for so long nothing will come of it. */
  silentMilliseconds: 4_000,
} as const;
