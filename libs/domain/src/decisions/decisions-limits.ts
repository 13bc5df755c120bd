export const decisionLimits = {
  title: 200,
  explanation: 4000,
  options: 8,
  option: 200,
  consequences: 2000,
  by: 160,
  reason: 2000,
  wording: 4000,
  reference: 80,
} as const;
export const topicLimits = { name: 160, note: 2000, agreements: 40 } as const;
