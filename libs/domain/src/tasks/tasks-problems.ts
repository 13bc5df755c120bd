import type { Problems } from '../problem';

export const taskProblems = {
  'task-move-refused': {
    status: 409,
    says: 'Diese Aufgabe ist inzwischen in einem anderen Stand. Bitte laden Sie die Seite neu.',
  },
  'task-not-yours': {
    status: 403,
    says: 'Diese Aufgabe ändert nur, wer sie angelegt hat oder wem sie gehört.',
  },
} as const satisfies Problems;
