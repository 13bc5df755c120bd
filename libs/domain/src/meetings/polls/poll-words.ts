/** Names of stored values of a Terminumfrage with their German labels. */

export const pollStates = ['DRAFT', 'OPEN', 'CLOSED', 'CHOSEN', 'CANCELLED'] as const;
export type PollState = (typeof pollStates)[number];

export const pollStateLabels: Record<PollState, string> = {
  DRAFT: 'noch nicht gesendet',
  OPEN: 'läuft',
  CLOSED: 'beendet',
  CHOSEN: 'Termin gewählt',
  CANCELLED: 'abgesagt',
};

export const pollAnswers = ['YES', 'IF_NEED_BE', 'NO'] as const;
export type PollAnswer = (typeof pollAnswers)[number];

export const pollAnswerLabels: Record<PollAnswer, string> = {
  YES: 'Ja',
  IF_NEED_BE: 'Notfalls',
  NO: 'Nein',
};

export const pollLimits = {
  message: 2000,
  comment: 500,
  options: 40,
} as const;
