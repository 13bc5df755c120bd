/** What the office sees of a registration; before the mail address is confirmed it sees nothing. */
export const registrationStates = ['PENDING', 'APPROVED', 'REFUSED'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationStateLabels: Record<RegistrationState, string> = {
  PENDING: 'zu prüfen',
  APPROVED: 'angenommen',
  REFUSED: 'abgelehnt',
};
