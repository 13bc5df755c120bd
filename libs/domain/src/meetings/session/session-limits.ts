export const sessionLimits = { line: 8000, guest: 200, votes: 500 } as const;
