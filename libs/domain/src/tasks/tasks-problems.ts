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
  'task-not-open': {
    status: 409,
    says: 'Diese Aufgabe ist nicht mehr offen.',
  },
  'task-nobody-to-remind': {
    status: 409,
    says: 'Für diese Aufgabe ist niemand mit einer Mailadresse zuständig.',
  },
  'task-reminded-today': {
    status: 409,
    says: 'Wer dafür zuständig ist, hat heute schon eine Mail zu Aufgaben bekommen oder möchte keine.',
  },
  'task-undo-too-late': {
    status: 409,
    says: 'Das lässt sich nur einen Tag lang rückgängig machen.',
  },
  'task-object-incomplete': {
    status: 422,
    says: 'Bitte nennen Sie, worum es in der Aufgabe geht, mit Art und Kennung.',
  },
} as const satisfies Problems;
