export const measureLimits = {
  title: 160,
  description: 4000,
  target: 1000,
  fundingSource: 160,
  funder: 160,
  reason: 1000,
  words: 2000,
  message: 2000,
  milestones: 40,
  partners: 40,
  recommendations: 40,
  budgetYears: 15,
  /** Whole Euros of one budget year: what `numeric(12,2)` holds. */
  euros: 9_999_999_999,
  /** Asked at once for how it goes. */
  asked: 300,
  sheetBytes: 5 * 1024 * 1024,
  sheetRows: 3000,
} as const;
