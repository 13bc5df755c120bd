import { createHash } from 'node:crypto';
import { type AddressObject, simpleParser } from 'mailparser';
import { isMailAddress, normaliseMail } from '@runder-tisch/domain/addresses';
import { visible } from '@runder-tisch/domain/text';

const HEAD_BYTES_MOST = 256 * 1024;
const WORDS_MOST = 300;
/** A report quotes the mail it speaks of near its beginning. */
const QUOTED_BYTES_MOST = 512 * 1024;
const REFERENCES_MOST = 50;

/** What stands above a mail, of whatever kind it is. */
export interface MailHead {
  messageId: string;
  fromName: string;
  fromMail: string;
  subject: string;
  sentAt: Date | null;
  /** Message-IDs it answers, the nearest first. */
  answers: string[];
  /** The same for the same mail, by whatever way and however often it came. */
  fingerprint: string;
}

/** Never fails: what cannot be read is empty. */
export async function readHead(bytes: Buffer): Promise<MailHead> {
  const end = endOfHead(bytes);
  const mail = await simpleParser(bytes.subarray(0, Math.min(end, HEAD_BYTES_MOST))).catch(() => null);
  const from = firstOf(mail?.from);
  const address = normaliseMail(from?.address ?? '');
  const messageId = (mail?.messageId ?? '').slice(0, WORDS_MOST);
  const date = mail?.headerLines.find(({ key }) => key === 'date')?.line ?? '';
  const references = [mail?.references ?? []].flat().slice(-REFERENCES_MOST).reverse();
  const hash = createHash('sha256').update([messageId, date, address].join('\n')).update(bytes.subarray(end));
  return {
    messageId,
    fromName: line(from?.name ?? ''),
    fromMail: isMailAddress(address) ? address : '',
    subject: line(mail?.subject ?? ''),
    sentAt: date && mail?.date && !Number.isNaN(mail.date.getTime()) ? mail.date : null,
    answers: [mail?.inReplyTo ?? [], references].flat(),
    fingerprint: hash.digest('hex'),
  };
}

/** Ids of mails of ours among these Message-IDs, in their order. */
export function ownMails(messageIds: readonly string[], instanceHost: string): string[] {
  return messageIds.flatMap((it) => {
    const [id = '', host] = it.replace(/[<>\s]/g, '').split('@');
    return host?.toLowerCase() === instanceHost.toLowerCase() && UUID.test(id) ? [id.toLowerCase()] : [];
  });
}

/** Ids of mails of ours that a report quotes. */
export function quotedMails(bytes: Buffer, instanceHost: string): string[] {
  const text = bytes.subarray(0, QUOTED_BYTES_MOST).toString('latin1').split(`@${instanceHost}`);
  return [...new Set(text.slice(0, -1).map((before) => before.slice(-36).toLowerCase()))].filter((it) =>
    UUID.test(it),
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function endOfHead(bytes: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => bytes.indexOf(mark)).filter((at) => at >= 0);
  return ends.length > 0 ? Math.min(...ends) : bytes.length;
}

function firstOf(from: AddressObject | undefined): { name: string; address?: string } | undefined {
  return from?.value[0];
}

/** One line, as a header of ours takes it. */
function line(text: string): string {
  return visible(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, WORDS_MOST);
}
