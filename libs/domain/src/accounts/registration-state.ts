import { Moves } from '../moves';
import { generalProblems } from '../problem';
import { accountProblems } from './accounts-problems';

/** What the office sees of a registration; before the mail address is confirmed it sees nothing. */
export const registrationStates = ['PENDING', 'APPROVED', 'REFUSED'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationStateLabels: Record<RegistrationState, string> = {
  PENDING: 'zu prüfen',
  APPROVED: 'angenommen',
  REFUSED: 'abgelehnt',
};

export const storedRegistrationStates = ['UNCONFIRMED', ...registrationStates] as const;
export type StoredRegistrationState = (typeof storedRegistrationStates)[number];

/** What is not confirmed yet does not exist for the office. */
export const registrationMoves = new Moves({
  states: storedRegistrationStates,
  starts: ['UNCONFIRMED'],
  ends: ['APPROVED', 'REFUSED'],
  problems: { ...accountProblems, 'not-found': generalProblems['not-found'] },
  otherwise: (state) => (state === 'UNCONFIRMED' ? 'not-found' : 'registration-decided'),
  table: {
    confirm: { from: ['UNCONFIRMED'], to: 'PENDING' },
    approve: { from: ['PENDING'], to: 'APPROVED' },
    refuse: { from: ['PENDING'], to: 'REFUSED' },
  },
});
