import type { GivenAnswer } from '../meetings/meeting-words';

/** Mails of more bytes are not taken in; they stay in the mailbox. */
export const INBOX_BYTES_MOST = 25 * 1024 * 1024;
/** After so many tries a mail is set aside. */
export const INBOX_TRIES = 3;

/** TRYING is being read; WAITING needs a word of the office; DONE settled itself; SET_ASIDE could not be read. */
export type InboxState = 'TRYING' | 'WAITING' | 'DONE' | 'ACCEPTED' | 'DROPPED' | 'SET_ASIDE';

export const inboxKinds = [
  'ANSWER',
  'OTHER_SENDER',
  'STRANGER',
  'DIFFERS',
  'WORDS',
  'PROPOSAL',
  'UNCLEAR',
  'BOUNCE',
  'AUTOMATIC',
  'MAIL',
] as const;
/** What a mail turned out to be. */
export type InboxKind = (typeof inboxKinds)[number];

export const inboxKindLabels: Record<InboxKind, string> = {
  ANSWER: 'Antwort aus dem Kalender',
  OTHER_SENDER: 'Antwort für jemand anderen',
  STRANGER: 'Antwort ohne Einladung',
  DIFFERS: 'Zwei Antworten',
  WORDS: 'Antwort in Worten',
  PROPOSAL: 'Anderer Terminvorschlag',
  UNCLEAR: 'Nicht eindeutig',
  BOUNCE: 'Unzustellbar',
  AUTOMATIC: 'Automatische Mail',
  MAIL: 'Mail',
};

export const inboxParts = ['WAITING', 'MAILS', 'ANSWERS', 'OTHERS', 'ALL'] as const;
export type InboxPart = (typeof inboxParts)[number];

export const inboxPartLabels: Record<InboxPart, string> = {
  WAITING: 'Zu entscheiden',
  MAILS: 'Mails in Worten',
  ANSWERS: 'Antworten aus Kalendern',
  OTHERS: 'Unzustellbar und automatisch',
  ALL: 'Alles',
};

/** Pages that show the mails about what stands on them. */
export const inboxPages = ['network', 'organisation', 'feedback', 'message'] as const;
export type InboxPage = (typeof inboxPages)[number];

export interface InboxMailItem {
  id: string;
  state: InboxState;
  kind: InboxKind;
  /** What became of it or what is asked, in one sentence or two. */
  says: string;
  subject: string;
  fromName: string;
  fromMail: string;
  /** What the person wrote, as plain text. */
  text: string;
  /** When it was written, or else when it came. */
  at: string;
  meetingId: string | null;
  /** Page of what it answers, where the viewer may open it. */
  about: { label: string; title: string; path: string } | null;
  /** What its calendar part says, and what is entered, where these differ. */
  answer: GivenAnswer | null;
  entered: GivenAnswer | null;
  /** To whom it was passed on; empty where to nobody. */
  forwardedTo: string;
  decidedBy: string;
}

/** What accepting a mail of each kind does; kinds that are not here can only be laid aside. */
export const inboxAccepts: Partial<Record<InboxKind, string>> = {
  OTHER_SENDER: 'Antwort eintragen',
  STRANGER: 'Einladen und Antwort eintragen',
  DIFFERS: 'Diese Antwort gilt',
};

/** How reading the inbox goes, for the administration. */
export interface InboxStateView {
  configured: boolean;
  /** Where invited people answer to. */
  address: string;
  /** Which mailbox is read, without its password. */
  mailbox: string;
  /** When it was last read through without an error. */
  lookedAt: string | null;
  failedAt: string | null;
  /** In the server's own words. */
  error: string;
  setAside: SetAsideMail[];
}

export interface SetAsideMail {
  id: string;
  fromMail: string;
  subject: string;
  takenAt: string;
  error: string;
  /** Whether its bytes are here, so that it can be tried again. */
  kept: boolean;
}

export interface InboxTestView {
  works: boolean;
  /** How many mails lie in it, or why it cannot be read. */
  says: string;
}
