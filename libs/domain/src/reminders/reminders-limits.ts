/** Used by request class, column and form alike; `open`: how many one account keeps at once. */
export const reminderLimits = { note: 500, path: 300, open: 1000 } as const;
