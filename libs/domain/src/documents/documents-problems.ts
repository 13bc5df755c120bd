import type { Problems } from '../problem';

export const documentProblems = {
  'pdf-not-yet': {
    status: 503,
    says: 'Das PDF wird noch erstellt. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  'pdf-impossible': {
    status: 503,
    says: 'Dieses PDF ließ sich nicht erstellen. Bitte versuchen Sie es später noch einmal, oder sagen Sie der Administration Bescheid.',
  },
} as const satisfies Problems;
