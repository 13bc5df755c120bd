import { domainToASCII } from 'node:url';
import type { CalendarMethod } from '@runder-tisch/domain/calendar';
import { outboxProblems } from '@runder-tisch/domain/outbox';
import { problem } from '../problem/problem';

export interface MailAddress {
  name: string;
  address: string;
}

export interface MailAttachment {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** One mail to one person, as an area hands it over inside its transaction. */
export interface OutgoingMail {
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** What it is for, e.g. `invitation`, `reminder`, `protocol`, `sign-in`; shown in the mailbox. */
  purpose: string;
  /** The object on whose page its state is shown. */
  objectKind: string;
  objectId: string;
  /** Display name beside the sender's address; the settings' name if absent. */
  fromName?: string;
  replyTo?: MailAddress;
  /** The calendar part: the ICS and its METHOD. */
  calendar?: { method: CalendarMethod; content: string };
  attachments?: readonly MailAttachment[];
  /** Mails with the same key (the calendar UID) reach one recipient in the order they were written. */
  orderKey?: string;
  /** Mails that are taken back together. */
  batchId?: string;
  /** Not before this instant: recall, reminders. */
  notBefore?: Date;
  personId?: string | null;
  networkId?: string | null;
  /** Account of whoever sent it; they find it in their mailbox. */
  accountId?: string | null;
  /** Set for mails with a sign-in link. */
  confidential?: boolean;
  /** Set for mails to all of a network (its id): mail programs sort by it. */
  listId?: string;
  /** Address at which one POST ends such mails (RFC 8058). */
  unsubscribe?: string;
}

/** Everything in Unicode's control class, which in a header would begin a new one (CWE-93). */
const CONTROL = /\p{Cc}|[\u2028\u2029]/u;
const ADDRESS = /^[^\s<>()[\]\\,;:"@]{1,64}@[^\s<>()[\]\\,;:"@]{1,190}$/;
const HEADER_MAX = 500;

/** Refused, not cleaned: what reaches a header has been checked before or was never meant to be one. */
export function checkHeader(value: string, path: string): string {
  if (CONTROL.test(value) || value.length > HEADER_MAX) {
    throw problem(outboxProblems, 'mail-header-invalid', [{ path, code: 'control-character' }]);
  }
  return value.normalize('NFC').trim();
}

/** The address as SMTP takes it: the domain in ASCII (müller.test → xn--mller-kva.test). */
export function checkAddress(value: string, path: string): string {
  const trimmed = value.normalize('NFC').trim();
  const at = trimmed.lastIndexOf('@');
  const domain = domainToASCII(trimmed.slice(at + 1));
  if (CONTROL.test(value) || !ADDRESS.test(trimmed) || domain === '') {
    throw problem(outboxProblems, 'mail-address-invalid', [{ path, code: 'address' }]);
  }
  return `${trimmed.slice(0, at)}@${domain}`;
}

/** A name for a file, without path or control characters. */
export function checkFileName(value: string): string {
  return (
    checkHeader(value, 'attachments')
      .replace(/[/\\:*?"<>|]/g, '-')
      .slice(0, 200) || 'Anlage'
  );
}
