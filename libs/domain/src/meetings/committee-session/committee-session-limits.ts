export const committeeSessionLimits = { where: 200, words: 1000, excluded: 100 } as const;
