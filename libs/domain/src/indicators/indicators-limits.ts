export const indicatorLimits = {
  code: 8,
  name: 160,
  definition: 2_000,
  part: 300,
  note: 120,
  table: 120,
  reason: 500,
  body: 160,
  conceptText: 8_000,
  licence: 200,
} as const;
