export const discourseLimits = {
  title: 160,
  question: 1000,
  reflection: 8000,
  reason: 600,
  /** So many Befunde or formats are put into a round at once. */
  parts: 50,
} as const;
