export const findingLimits = {
  statement: 2000,
  caveat: 1000,
  note: 1000,
  silence: 500,
  reason: 1000,
  /** Sources taken over at once. */
  evidenceAtOnce: 200,
  title: 200,
  description: 4000,
  linked: 50,
} as const;

export const recommendationLimits = {
  wording: 4000,
  line: 200,
  text: 2000,
  reason: 2000,
  reference: 120,
  budgetYears: 15,
  /** Euro per Haushaltsjahr. */
  cost: 999_999_999,
} as const;
