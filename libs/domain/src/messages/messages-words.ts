/** What a Nachricht is about; whoever gets it may refuse each kind for itself. */
export const messageKinds = ['INFORMATION', 'FUNDING', 'EVENT', 'REQUEST'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const messageKindLabels: Record<MessageKind, string> = {
  INFORMATION: 'Informationen',
  FUNDING: 'Förderaufrufe und Ausschreibungen',
  EVENT: 'Veranstaltungen und Fortbildungen',
  REQUEST: 'Fragen und Bitten um Mitarbeit',
};

/** Mails that nobody can refuse by a link, because something else depends on them. */
export const alwaysSent: readonly string[] = [
  'Einladungen zu Terminen, Änderungen und Absagen',
  'Terminumfragen und Erinnerungen daran',
  'Protokolle und Aufgaben aus Sitzungen, an denen Sie beteiligt sind',
  'Antworten auf Ihre Hinweise',
];

/** How files reach people: in the mail itself, or behind a link in it. */
export const fileWays = ['ATTACHED', 'LINKED'] as const;
export type FileWay = (typeof fileWays)[number];

export const fileWayLabels: Record<FileWay, string> = {
  ATTACHED: 'als Anhang',
  LINKED: 'als Link in der Mail',
};

/** What leads to the people who get a Nachricht. */
export const targetKinds = [
  'NETWORK',
  'ORGANISATION_TYPE',
  'FIELD',
  'ORGANISATION',
  'PERSON',
  'MEETING',
  'FORMAT',
] as const;
export type TargetKind = (typeof targetKinds)[number];

export const targetKindLabels: Record<TargetKind, string> = {
  NETWORK: 'Alle im Netzwerk',
  ORGANISATION_TYPE: 'Alle Organisationen dieser Art',
  FIELD: 'Alle Organisationen im Handlungsfeld',
  ORGANISATION: 'Organisation',
  PERSON: 'Person',
  MEETING: 'Alle, die zu diesem Termin eingeladen sind',
  FORMAT: 'Alle, die zu diesem Format eingeladen sind',
};

/** Whether somebody gets a Nachricht, and if not, why. */
export const recipientOutcomes = [
  'GETS',
  'NO_ADDRESS',
  'BAD_ADDRESS',
  'VACANT',
  'BOUNCED',
  'OPTED_OUT',
  'LEFT_OUT',
  'DOUBLE',
] as const;
export type RecipientOutcome = (typeof recipientOutcomes)[number];

export const recipientOutcomeLabels: Record<RecipientOutcome, string> = {
  GETS: 'bekommt sie',
  NO_ADDRESS: 'keine Mailadresse hinterlegt',
  BAD_ADDRESS: 'Mailadresse ist nicht lesbar',
  VACANT: 'Sitz ist unbesetzt, und die Organisation hat kein Funktionspostfach',
  BOUNCED: 'letzte Mail kam nicht an',
  OPTED_OUT: 'hat solche Mails abbestellt',
  LEFT_OUT: 'von Ihnen ausgelassen',
  DOUBLE: 'steht doppelt und bekommt sie einmal',
};

/** Where the mail to somebody stands, as the page of a Nachricht filters by it. */
export const recipientParts = ['WAITING', 'SENT', 'REFUSED', 'ANSWERED', 'NOT_REACHED'] as const;
export type RecipientPart = (typeof recipientParts)[number];

export const recipientPartLabels: Record<RecipientPart, string> = {
  WAITING: 'wartet oder bleibt im Haus',
  SENT: 'gesendet',
  REFUSED: 'kam nicht an',
  ANSWERED: 'hat geantwortet',
  NOT_REACHED: 'nicht angeschrieben',
};
