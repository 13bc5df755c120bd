/** Lengths of a letter that becomes Hinweise, used by request class, column and form alike. */
export const letterLimits = { text: 60_000, subject: 150, rest: 500, pieces: 401, passages: 200 } as const;

export const letterStates = ['OPEN', 'DONE'] as const;
export type LetterState = (typeof letterStates)[number];

export const letterStateLabels: Record<LetterState, string> = { OPEN: 'offen', DONE: 'abgeschlossen' };
