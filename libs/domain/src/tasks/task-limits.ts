/** Lengths used by request class, column and form alike, and how many tasks are changed at once. */
export const taskLimits = { title: 300, detail: 4000, note: 500, kind: 60, several: 200 } as const;
