import type { Problems } from '../../problem';

export const releaseProblems = {
  'answer-not-released': {
    status: 409,
    says: 'Antworten gibt hier eine zweite Person frei. Bitte legen Sie die Antwort vor, oder geben Sie sie ausdrücklich allein frei.',
  },
  'answer-own-draft': {
    status: 409,
    says: 'Das haben Sie selbst geschrieben. Bitte lassen Sie es eine zweite Person freigeben, oder geben Sie es ausdrücklich allein frei.',
  },
  'answer-draft-gone': {
    status: 409,
    says: 'Diese Antwort liegt nicht mehr zur Freigabe vor.',
  },
} as const satisfies Problems;
