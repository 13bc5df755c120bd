export const accountLimits = { name: 200, mail: 254, passwordLeast: 12, passwordMost: 128 } as const;

export const registrationLimits = { organisation: 200, function: 120, phone: 40, message: 1000 } as const;
