export const consolidationLimits = {
  name: 160,
  question: 600,
  reason: 1000,
  note: 2000,
  criteria: 60,
  least: 1000,
  share: 100,
  months: 36,
} as const;
