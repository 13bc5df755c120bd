export const accountLimits = { name: 200, mail: 254, passwordLeast: 12, passwordMost: 128 } as const;
