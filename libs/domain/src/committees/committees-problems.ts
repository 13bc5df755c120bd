import type { Problems } from '../problem';

export const committeeProblems = {
  'committee-name-taken': { status: 409, says: 'Ein Gremium mit diesem Namen gibt es schon.' },
  'seat-taken': { status: 409, says: 'Diese Person hat in dieser Zeit hier schon einen Sitz.' },
  'seat-ends-before-start': { status: 400, says: 'Das Ende liegt vor dem Beginn.' },
  'seat-deputy-of-itself': { status: 400, says: 'Ein Sitz kann sich nicht selbst vertreten.' },
  'seat-deputy-foreign': {
    status: 400,
    says: 'Bitte wählen Sie einen Sitz dieses Gremiums, der vertreten wird.',
  },
  'seat-deputy-of-deputy': {
    status: 400,
    says: 'Vertreten wird ein Mitglied, nicht dessen Vertretung. Bitte wählen Sie den Sitz des Mitglieds.',
  },
  'seat-ended': { status: 409, says: 'Dieser Sitz ist schon beendet.' },
  'seat-vacant': { status: 409, says: 'Dieser Sitz ist unbesetzt; bitte besetzen Sie ihn über „Ändern“.' },
} as const satisfies Problems;
