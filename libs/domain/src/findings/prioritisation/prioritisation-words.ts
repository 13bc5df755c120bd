export const prioritisationStates = ['DRAFT', 'OPEN', 'CLOSED', 'CANCELLED'] as const;
export type PrioritisationState = (typeof prioritisationStates)[number];

export const prioritisationStateLabels: Record<PrioritisationState, string> = {
  DRAFT: 'Entwurf',
  OPEN: 'läuft',
  CLOSED: 'beendet',
  CANCELLED: 'abgebrochen',
};

/** How people come to their ballot. */
export const prioritisationModes = ['ROOM', 'MAIL'] as const;
export type PrioritisationMode = (typeof prioritisationModes)[number];

export const prioritisationModeLabels: Record<PrioritisationMode, string> = {
  ROOM: 'im Termin mit dem Handy',
  MAIL: 'online mit persönlichem Link',
};

export const prioritisationLimits = {
  question: 200,
  explanation: 2000,
  reason: 500,
  optionTitle: 200,
  options: 40,
  points: 100,
  places: 2000,
  /** Letters of the address that stands on the screen. */
  codeLength: 8,
} as const;

/** Places where nobody says how many and no meeting tells. */
export const usualPlaces = 30;
