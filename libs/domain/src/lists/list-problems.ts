import type { Problems } from '../problem';

/** Refusals of every list that planners keep in an order. */
export const listProblems = {
  'order-incomplete': {
    status: 409,
    says: 'Die Liste hat sich inzwischen geändert. Bitte laden Sie die Seite neu.',
  },
} as const satisfies Problems;
