/** Lengths of a letter that becomes Hinweise, used by request class, column and form alike. */
export const letterLimits = { text: 60_000, subject: 150, rest: 500, pieces: 401, passages: 200 } as const;

/** Of a file with a letter in it, pictures and attachments included. */
export const letterFileBytes = 5 * 1024 * 1024;

export const letterStates = ['OPEN', 'DONE'] as const;
export type LetterState = (typeof letterStates)[number];

export const letterStateLabels: Record<LetterState, string> = { OPEN: 'offen', DONE: 'abgeschlossen' };
