export const fieldOfActionLimits = { name: 120, description: 2000 } as const;
