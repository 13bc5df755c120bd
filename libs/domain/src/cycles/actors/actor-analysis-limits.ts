export const actorAnalysisLimits = { name: 160, note: 1000, gap: 240, remedy: 600, atOnce: 50 } as const;
