import type { MailState } from './mail-state';

/** One line of the mailbox page: everything that was sent together, as far as the viewer may know of it. */
export interface OutboxDispatch {
  /** The batch of its mails; a mail that was sent alone is one. */
  id: string;
  /** Of its first mail. */
  purpose: string;
  subject: string;
  /** What it is about, where that has a page the viewer may open. */
  about: { label: string; title: string; path: string } | null;
  mails: number;
  counts: Record<MailState, number>;
  /** When the next of the mails that wait leaves. */
  nextAt: string | null;
  /** Why mails did not leave, where it is the same for all of them. */
  reason: string;
  /** Whom the first mail is for; all there is where it is the only one. */
  toName: string;
  toAddress: string;
  /** The only mail, where the page may open its text. */
  mailId: string | null;
  createdAt: string;
}

/** One mail of a dispatch. */
export interface OutboxListItem {
  id: string;
  purpose: string;
  subject: string;
  toName: string;
  toAddress: string;
  state: MailState;
  /** Why it was refused, held or is tried again; empty when all is well. */
  reason: string;
  attempts: number;
  objectKind: string;
  objectId: string;
  createdAt: string;
  /** Before this it does not leave; recall and reminders use it. */
  notBefore: string;
  settledAt: string | null;
  /** Whether the page may open the text: only while mails stay in the house. */
  readable: boolean;
}

export interface MailPartInfo {
  name: string;
  mediaType: string;
  size: number;
}

/** The whole mail as its recipient would see it. */
export interface OutboxMailView extends OutboxListItem {
  from: string;
  replyTo: string;
  text: string;
  html: string;
  calendar: { method: string; content: string } | null;
  attachments: MailPartInfo[];
}

/** What came of a test of the mail server. */
export interface MailTrialView {
  outcome: 'TAKEN' | 'REFUSED' | 'NO_SERVER';
  /** Name and port; empty where none is named. */
  server: string;
  to: string;
  /** The server's own words, or what went wrong before it said any. */
  says: string;
}

/** The state of the last mail to an object (an invitation, a protocol's recipient …). */
export interface MailStateView {
  mailId: string;
  purpose: string;
  state: MailState;
  reason: string;
  notBefore: string;
  settledAt: string | null;
}
