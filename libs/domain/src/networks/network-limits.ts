/** Lengths used by request class, column and form alike. */
export const networkLimits = {
  name: 200,
  short: 40,
  purpose: 2000,
  legalBasis: 300,
  habit: 200,
  size: 1000,
  interval: 24,
  membersAtOnce: 200,
} as const;
