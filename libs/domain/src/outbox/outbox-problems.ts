import type { Problems } from '../problem';

export const outboxProblems = {
  'mail-address-invalid': {
    status: 422,
    says: 'An diese Adresse lässt sich keine Mail schicken. Bitte prüfen Sie sie.',
  },
  'mail-header-invalid': {
    status: 422,
    says: 'Betreff oder Name enthalten einen Zeilenumbruch oder ein Steuerzeichen. Bitte schreiben Sie sie neu.',
  },
  'mail-too-large': { status: 413, says: 'Mail und Anhänge sind zusammen zu groß. Erlaubt sind 20 MB.' },
  'recall-too-late': {
    status: 409,
    says: 'Die Mails sind schon unterwegs und lassen sich nicht mehr zurückholen.',
  },
  'nothing-to-recall': { status: 409, says: 'Diese Mails wurden schon zurückgeholt.' },
} as const satisfies Problems;
