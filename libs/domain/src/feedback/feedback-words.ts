/** Where a Hinweis comes from. */
export const feedbackSources = ['PROVIDER', 'WORKSHOP', 'SURVEY', 'CITIZEN', 'COMMITTEE', 'NETWORK'] as const;
export type FeedbackSource = (typeof feedbackSources)[number];

export const feedbackSourceLabels: Record<FeedbackSource, string> = {
  PROVIDER: 'Träger',
  WORKSHOP: 'Veranstaltung',
  SURVEY: 'Online-Befragung',
  CITIZEN: 'Bürger:in',
  COMMITTEE: 'Gremium',
  NETWORK: 'Netzwerk',
};

/** The same with a number before it: one, and more than one. */
export const feedbackSourceCounts: Record<FeedbackSource, readonly [one: string, many: string]> = {
  PROVIDER: ['Träger', 'Träger'],
  WORKSHOP: ['Veranstaltung', 'Veranstaltungen'],
  SURVEY: ['Online-Befragung', 'Online-Befragungen'],
  CITIZEN: ['Bürger:in', 'Bürger:innen'],
  COMMITTEE: ['Gremium', 'Gremien'],
  NETWORK: ['Netzwerk', 'Netzwerke'],
};

/** How it reached the office. */
export const feedbackChannels = ['MINUTES', 'QUICK_ENTRY', 'MAIL', 'PHONE', 'FORM'] as const;
export type FeedbackChannel = (typeof feedbackChannels)[number];

/** Those one may choose; a line of the minutes gets its channel by itself. */
export const enteredChannels = ['QUICK_ENTRY', 'MAIL', 'PHONE', 'FORM'] as const;

export const feedbackChannelLabels: Record<FeedbackChannel, string> = {
  MINUTES: 'Protokoll',
  QUICK_ENTRY: 'Gespräch',
  MAIL: 'Mail oder Brief',
  PHONE: 'Telefon',
  FORM: 'Formular',
};

export const feedbackSentiments = ['NEGATIVE', 'NEUTRAL', 'POSITIVE', 'MIXED'] as const;
export type FeedbackSentiment = (typeof feedbackSentiments)[number];

export const feedbackSentimentLabels: Record<FeedbackSentiment, string> = {
  NEGATIVE: 'kritisch',
  NEUTRAL: 'neutral',
  POSITIVE: 'positiv',
  MIXED: 'gemischt',
};

export const feedbackDecisions = [
  'INCORPORATED',
  'PARTLY',
  'NOTED',
  'NOT_INCORPORATED',
  'OUT_OF_SCOPE',
] as const;
export type FeedbackDecision = (typeof feedbackDecisions)[number];

export const feedbackDecisionLabels: Record<FeedbackDecision, string> = {
  INCORPORATED: 'aufgenommen',
  PARTLY: 'teilweise aufgenommen',
  NOTED: 'zur Kenntnis genommen',
  NOT_INCORPORATED: 'nicht aufgenommen',
  OUT_OF_SCOPE: 'nicht zuständig, weitergeleitet',
};

export const feedbackStates = [
  'SESSION',
  'SUBMITTED',
  'TRIAGED',
  'LINKED',
  'DECIDED',
  'ANSWERED',
  'ARCHIVED',
  'REJECTED',
] as const;
export type FeedbackState = (typeof feedbackStates)[number];

export const feedbackStateLabels: Record<FeedbackState, string> = {
  SESSION: 'in der Sitzung',
  SUBMITTED: 'eingegangen',
  TRIAGED: 'gesichtet',
  LINKED: 'zugeordnet',
  DECIDED: 'entschieden',
  ANSWERED: 'beantwortet',
  ARCHIVED: 'abgelegt',
  REJECTED: 'zurückgewiesen',
};

/** Who put a further field on it: a human, or a human who took a suggestion. */
export const linkOrigins = ['HUMAN', 'SUGGESTION'] as const;
export type LinkOrigin = (typeof linkOrigins)[number];

/** The parts of the inbox; each counts what waits there. */
export const inboxViews = [
  'to-check',
  'new',
  'to-decide',
  'to-answer',
  'to-release',
  'mine',
  'unassigned',
  'overdue',
  'done',
  'all',
] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxViewLabels: Record<InboxView, string> = {
  'to-check': 'Zu prüfen',
  new: 'Neu',
  'to-decide': 'Zu entscheiden',
  'to-answer': 'Zu beantworten',
  'to-release': 'Zur Freigabe',
  mine: 'Mir zugewiesen',
  unassigned: 'Niemandem zugewiesen',
  overdue: 'Überfällig',
  done: 'Erledigt',
  all: 'Alle',
};

/** How clearly a word speaks for a field, as planners choose it. */
export const suggestionWeightLabels: Record<1 | 2 | 3 | 4, string> = {
  1: 'schwach',
  2: 'mittel',
  3: 'stark',
  4: 'eindeutig',
};
