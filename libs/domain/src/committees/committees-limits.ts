export const committeeLimits = { name: 160, rhythm: 200, note: 2000 } as const;
