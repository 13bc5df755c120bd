/** How long a Nachfolge can be taken back, as with a merge. */
export const SUCCESSION_UNDO_DAYS = 30;

export const successionLimits = {
  /** What one person hands over at once. */
  items: 1000,
  kind: 40,
} as const;
