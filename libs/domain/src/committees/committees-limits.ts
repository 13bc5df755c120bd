export const committeeLimits = { name: 160, rhythm: 200, note: 2000, office: 120, term: 80 } as const;
