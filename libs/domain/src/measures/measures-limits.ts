export const measureLimits = { name: 160, description: 4000 } as const;
