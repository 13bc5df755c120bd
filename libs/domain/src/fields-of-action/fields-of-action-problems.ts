import type { Problems } from '../problem';

export const fieldOfActionProblems = {
  'field-name-taken': { status: 409, says: 'Ein Handlungsfeld mit diesem Namen gibt es schon.' },
} as const satisfies Problems;
