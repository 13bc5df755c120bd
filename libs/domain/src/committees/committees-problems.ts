import type { Problems } from '../problem';

export const committeeProblems = {
  'committee-name-taken': { status: 409, says: 'Ein Gremium mit diesem Namen gibt es schon.' },
} as const satisfies Problems;
