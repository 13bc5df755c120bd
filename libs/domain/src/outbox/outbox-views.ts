import type { MailState } from './mail-state';

/** One line of the mailbox page. */
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

/** The state of the last mail to an object (an invitation, a protocol's recipient …). */
export interface MailStateView {
  mailId: string;
  purpose: string;
  state: MailState;
  reason: string;
  notBefore: string;
  settledAt: string | null;
}
