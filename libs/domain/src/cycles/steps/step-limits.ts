export const stepLimits = { reason: 600, lead: 160, actor: 120, actors: 40, words: 600 } as const;
