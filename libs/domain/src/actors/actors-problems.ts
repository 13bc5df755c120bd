import type { Problems } from '../problem';

export const actorProblems = {
  'organisation-name-taken': { status: 409, says: 'Eine Organisation mit diesem Namen gibt es schon.' },
  'person-mail-taken': { status: 409, says: 'Eine Person mit dieser Mailadresse gibt es schon.' },
  'representation-exists': { status: 409, says: 'Diese Person spricht schon für diese Organisation.' },
  'representation-ends-before-start': { status: 400, says: 'Das Ende liegt vor dem Beginn.' },
} as const satisfies Problems;
