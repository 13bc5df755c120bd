import MailComposer from 'nodemailer/lib/mail-composer';
import type { CalendarMethod } from '@runder-tisch/domain/calendar';
import { type MailPartInfo, outboxProblems } from '@runder-tisch/domain/outbox';
import { problem } from '../problem/problem';
import type { MailIdentity } from './mail-identity';
import {
  checkAddress,
  checkFileName,
  checkHeader,
  type MailAddress,
  type OutgoingMail,
} from './outgoing-mail';

/** What relays commonly take, with base64's third on top. */
export const RAW_MAX_BYTES = 27 * 1024 * 1024;

/** The parts of a mail for the mailbox page, taken from the same input as its bytes. */
export interface MailPreview {
  from: string;
  replyTo: string;
  text: string;
  html: string;
  calendar: { method: CalendarMethod; content: string } | null;
  attachments: MailPartInfo[];
}

export interface RenderedMail {
  messageId: string;
  envelopeFrom: string;
  to: MailAddress;
  subject: string;
  raw: Buffer;
  preview: MailPreview;
}

/** Writes the message once; every attempt sends these bytes, so its Message-ID never changes (RFC 5321 6.1). */
export async function renderMail(
  mail: OutgoingMail,
  identity: MailIdentity,
  id: string,
  now: Date,
): Promise<RenderedMail> {
  const from = {
    name: checkHeader(mail.fromName ?? identity.senderName, 'from'),
    address: checkAddress(identity.senderAddress, 'from'),
  };
  const replyTo = replyAddress(mail, identity, from);
  const to = { name: checkHeader(mail.to.name, 'to'), address: checkAddress(mail.to.address, 'to') };
  const subject = checkHeader(mail.subject, 'subject');
  const attachments = (mail.attachments ?? []).map((attachment) => ({
    filename: checkFileName(attachment.name),
    contentType: attachment.mediaType,
    content: attachment.content,
  }));
  const messageId = `<${id}@${identity.instanceHost}>`;
  const composer = new MailComposer({
    from,
    replyTo,
    to,
    subject,
    messageId,
    date: now,
    text: mail.text,
    html: mail.html,
    ...(mail.calendar ? { icalEvent: { method: mail.calendar.method, content: mail.calendar.content } } : {}),
    attachments,
    headers: headersOf(mail, identity),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  if (raw.length > RAW_MAX_BYTES) {
    throw problem(outboxProblems, 'mail-too-large');
  }
  return {
    messageId,
    envelopeFrom: from.address,
    to,
    subject,
    raw,
    preview: {
      from: shown(from),
      replyTo: shown(replyTo),
      text: mail.text,
      html: mail.html,
      calendar: mail.calendar ?? null,
      attachments: attachments.map(({ filename, contentType, content }) => ({
        name: filename,
        mediaType: contentType,
        size: content.length,
      })),
    },
  };
}

function replyAddress(mail: OutgoingMail, identity: MailIdentity, from: MailAddress): MailAddress {
  if (mail.replyTo) {
    return {
      name: checkHeader(mail.replyTo.name, 'replyTo'),
      address: checkAddress(mail.replyTo.address, 'replyTo'),
    };
  }
  return identity.replyAddress
    ? { name: from.name, address: checkAddress(identity.replyAddress, 'replyTo') }
    : from;
}

/** Auto-Submitted keeps holiday notices from answering a machine (RFC 3834); List-Id lets people sort (RFC 2919). */
function headersOf(
  mail: OutgoingMail,
  identity: MailIdentity,
): Record<string, string | { prepared: true; value: string }> {
  return {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'de',
    ...(mail.listId ? { 'List-Id': `<${checkHeader(mail.listId, 'listId')}.${identity.instanceHost}>` } : {}),
    ...(mail.unsubscribe ? unsubscribeHeaders(checkHeader(mail.unsubscribe, 'unsubscribe')) : {}),
  };
}

/** One click of a mail program (RFC 8058); prepared, because a folded address is none. */
export function unsubscribeHeaders(address: string): Record<string, { prepared: true; value: string }> {
  return {
    'List-Unsubscribe': { prepared: true, value: `<${address}>` },
    'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' },
  };
}

export function shown({ name, address }: MailAddress): string {
  return name ? `${name} <${address}>` : address;
}
