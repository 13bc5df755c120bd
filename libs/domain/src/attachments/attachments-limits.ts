export const attachmentLimits = {
  title: 200,
  fileName: 250,
  note: 300,
  fileBytes: 25 * 1024 * 1024,
  /** On one object; more belong into a place of their own. */
  perObject: 300,
  versions: 100,
  /** So long what was deleted can be taken back. */
  undoDays: 30,
  /** Width times height: what a picture declares before anybody unpacks it. */
  pixels: 50_000_000,
  /** What an office file may hold, by the list of contents it brings. */
  entries: 5000,
  unpackedBytes: 250 * 1024 * 1024,
} as const;
