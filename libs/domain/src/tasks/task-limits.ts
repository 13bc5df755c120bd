/** Lengths used by request class, column and form alike. */
export const taskLimits = { title: 300, detail: 4000 } as const;
