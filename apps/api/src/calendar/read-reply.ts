import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { CalendarAnswer, ReadReply, UnreadableReply } from '@runder-tisch/domain/calendar';
import { visible } from '@runder-tisch/domain/text';
import { calledWestern } from './charset';
import { isAutoReplied, isGenerated, reportIn } from './mail-kind';
import { readAnswers } from './read-calendar';
import { wordsWithSubject, writtenWords } from './written-words';

/** Bytes of one mail with everything attached to it. */
export const REPLY_BYTES_MOST = 5 * 1024 * 1024;
/** Mails have a handful of parts; a parser given a million of them would be busy with nothing else. */
const PARTS_MOST = 1000;
/** Five megabytes of attachments have 70,000 lines; a parser is slow by the line. */
const LINES_MOST = 100_000;
const CALENDARS_MOST = 10;
/** First bytes of a compound file, as Outlook saves mails. */
export const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Reads a mail (.eml) or a calendar file (.ics), dragged onto a page or fetched from the inbox; believes nothing. */
export async function readReply(bytes: Buffer): Promise<ReadReply | UnreadableReply> {
  if (bytes.length > REPLY_BYTES_MOST) return 'too-large';
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) return 'outlook-file';
  if (/^BEGIN:VCALENDAR/i.test(beginning(bytes))) {
    const answers = readAnswers(bytes);
    return answers ? { ...calendarFile, answers } : 'broken-calendar';
  }
  const mail = await readMailFile(bytes);
  return mail ? readMail(mail) : 'unreadable';
}

/** A mail as it was saved, at most `REPLY_BYTES_MOST` long; null where it is none. */
export async function readMailFile(bytes: Buffer): Promise<ParsedMail | null> {
  if (
    more(bytes, '\n--', PARTS_MOST) ||
    more(bytes, '\n', LINES_MOST) ||
    !/^[!-9;-~]+:/m.test(beginning(bytes))
  )
    return null;
  const mail = await parsed(bytes);
  if (!mail || !mail.headers.has('from')) return null;
  const broken = [mail.text, mail.html].some((it) => typeof it === 'string' && it.includes('\uFFFD'));
  return (broken ? await parsed(calledWestern(bytes)) : null) ?? mail;
}

/** Byte order marks and the zeros of UTF-16 stand between the letters of the first line. */
function beginning(bytes: Buffer): string {
  return bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^[\xEF\xBB\xBF\xFE\xFF]+|\0/g, '')
    .trimStart();
}

function parsed(bytes: Buffer): Promise<ParsedMail | null> {
  return simpleParser(bytes, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    keepDeliveryStatus: true,
  }).catch(() => null);
}

/** Nobody sent it, and it says nothing beside the answer. */
const calendarFile = {
  from: null,
  sentAt: null,
  report: null,
  autoReplied: false,
  generated: false,
  text: '',
} as const;

function readMail(mail: ParsedMail): ReadReply | UnreadableReply {
  const report = reportIn(mail);
  const calendars = report ? [] : mail.attachments.filter(isCalendar);
  if (calendars.length > CALENDARS_MOST) return 'broken-calendar';
  const answers: CalendarAnswer[] = [];
  for (const part of calendars) {
    const read = readAnswers(part.content, charsetOf(part));
    if (!read) return 'broken-calendar';
    answers.push(...read);
  }
  const lines = mail.headerLines.filter(({ key }) => key === 'from').length;
  const people = (mail.from?.value ?? []).flatMap(({ address, name }) =>
    address ? [{ name: visible(name) || address, mail: address }] : [],
  );
  const generated = isGenerated(mail);
  return {
    // Two lines say two things; readers differ in which of them they show.
    from: lines === 1 ? people : [],
    sentAt: sentAt(mail),
    report,
    autoReplied: isAutoReplied(mail) || (generated && answers.length === 0),
    generated,
    text: answers.length > 0 || report ? writtenWords(mail) : wordsWithSubject(mail),
    answers,
  };
}

/** The library takes this moment where the date cannot be read. */
export function sentAt({ headerLines, date }: ParsedMail): Date | null {
  const lines = headerLines.filter(({ key }) => key === 'date');
  const written = lines[0]?.line.slice('date:'.length) ?? '';
  return lines.length === 1 && date && !Number.isNaN(Date.parse(written)) ? date : null;
}

function charsetOf({ headers }: Attachment): string {
  const type = headers.get('content-type') as { params?: Record<string, string> } | undefined;
  return type?.params?.['charset'] ?? '';
}

function isCalendar({ contentType, filename }: Attachment): boolean {
  return (
    contentType === 'text/calendar' || contentType === 'application/ics' || /\.ics$/i.test(filename ?? '')
  );
}

function more(bytes: Buffer, mark: string, most: number): boolean {
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && count <= most; at = bytes.indexOf(mark, at + mark.length))
    count += 1;
  return count > most;
}
