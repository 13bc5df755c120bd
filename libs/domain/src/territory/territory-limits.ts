export const territoryLimits = { name: 120 } as const;
