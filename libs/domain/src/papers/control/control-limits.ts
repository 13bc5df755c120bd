export const controlLimits = {
  words: 600,
  unit: 200,
  months: 120,
  measures: 20,
  exported: 5000,
} as const;

/** So many days after its deadline a resolution is the business of every planner, not only of the one who follows it. */
export const ESCALATION_DAYS = 14;
