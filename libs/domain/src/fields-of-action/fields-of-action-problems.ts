import type { Problems } from '../problem';

export const fieldOfActionProblems = {
  'field-name-taken': { status: 409, says: 'Ein Handlungsfeld mit diesem Namen gibt es schon.' },
  'field-published-already': {
    status: 409,
    says: 'Die Ergebnisse dieses Handlungsfelds sind schon veröffentlicht.',
  },
  'field-not-published': {
    status: 409,
    says: 'Die Ergebnisse dieses Handlungsfelds sind nicht veröffentlicht.',
  },
} as const satisfies Problems;
