import type { Problems } from '../../problem';

export const agreementProblems = {
  'agreement-move-refused': {
    status: 409,
    says: 'Diese Vereinbarung ist inzwischen in einem anderen Stand. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Problems;
