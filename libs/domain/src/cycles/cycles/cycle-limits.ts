export const cycleLimits = {
  name: 120,
  words: 400,
  reason: 600,
  milestones: 24,
  goal: 300,
  /** A cycle is not longer than ten years. */
  years: 10,
} as const;
