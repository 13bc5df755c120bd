import ICAL from 'ical.js';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { CalendarAnswer, ReadReply, ReplyRefusal } from '@runder-tisch/domain/meetings';

/** Bytes of one mail with everything attached to it. */
export const REPLY_BYTES_MOST = 5 * 1024 * 1024;
/** A calendar answer has a few kilobytes. */
const CALENDAR_BYTES_MOST = 256 * 1024;
/** Mails have a handful of parts; a parser given a million of them would be busy with nothing else. */
const PARTS_MOST = 1000;
const TEXT_MOST = 1000;
/** First bytes of a compound file, as Outlook saves mails. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Reads a mail (.eml) or a calendar file (.ics), dragged onto a page or fetched from the inbox; believes nothing. */
export async function readReply(bytes: Buffer): Promise<ReadReply | ReplyRefusal> {
  if (bytes.length > REPLY_BYTES_MOST) return 'too-large';
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) return 'outlook-file';
  const start = bytes
    .subarray(0, 200)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start)) {
    const answers = readAnswers(bytes);
    return answers ? { from: null, autoReplied: false, text: '', answers } : 'broken-calendar';
  }
  if (parts(bytes) > PARTS_MOST || !/^[!-9;-~]+:/m.test(start)) return 'unreadable';
  const mail = await simpleParser(bytes, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  }).catch(() => null);
  if (!mail || !mail.headers.has('from')) return 'unreadable';
  return readMail(mail);
}

function readMail(mail: ParsedMail): ReadReply | ReplyRefusal {
  const answers: CalendarAnswer[] = [];
  for (const part of mail.attachments.filter(isCalendar)) {
    const read = readAnswers(part.content);
    if (!read) return 'broken-calendar';
    answers.push(...read);
  }
  const lines = mail.headerLines.filter(({ key }) => key === 'from').length;
  const people = (mail.from?.value ?? []).flatMap(({ address, name }) =>
    address ? [{ name: name || address, mail: address }] : [],
  );
  return {
    // Two lines say two things; readers differ in which of them they show.
    from: lines === 1 ? people : [],
    autoReplied: isAutoReplied(mail),
    text: (mail.text ?? '').trim().slice(0, TEXT_MOST),
    answers,
  };
}

function isCalendar({ contentType, filename }: Attachment): boolean {
  return (
    contentType === 'text/calendar' || contentType === 'application/ics' || /\.ics$/i.test(filename ?? '')
  );
}

/** RFC 3834 and what Exchange writes; `auto-generated` is not among them: Google sends real answers so. */
function isAutoReplied({ headers, subject }: ParsedMail): boolean {
  const value = headers.get('auto-submitted');
  const auto = typeof value === 'string' ? value.toLowerCase() : '';
  return (
    auto.startsWith('auto-replied') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    /^(automatische antwort|automatic reply|abwesenheit|out of office)\b/i.test(subject ?? '')
  );
}

function parts(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf('\n--'); at >= 0 && count <= PARTS_MOST; at = bytes.indexOf('\n--', at + 3))
    count += 1;
  return count;
}

/** Null where it is no calendar, or one that leaves out what an answer needs. */
function readAnswers(bytes: Buffer): CalendarAnswer[] | null {
  if (bytes.length > CALENDAR_BYTES_MOST) return null;
  try {
    const calendar = new ICAL.Component(
      ICAL.parse(
        bytes
          .toString('utf8')
          .replace(/^\uFEFF/, '')
          .trim(),
      ) as never,
    );
    const method = textOf(calendar, 'method').toUpperCase();
    const events = calendar.getAllSubcomponents('vevent').map((event) => readEvent(event, method));
    return events.length > 0 && events.every((it) => it !== null) ? events : null;
  } catch {
    return null;
  }
}

function readEvent(event: ICAL.Component, method: string): CalendarAnswer | null {
  const uid = textOf(event, 'uid');
  const dtstamp = timeOf(event, 'dtstamp');
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  if (!uid || !dtstamp || !Number.isInteger(sequence) || sequence < 0) return null;
  const [startsAt, endsAt] = [timeOf(event, 'dtstart'), timeOf(event, 'dtend')];
  return {
    method,
    uid,
    sequence,
    dtstamp,
    attendees: event.getAllProperties('attendee').map((it) => ({
      mail: addressOf(it),
      partstat: String(it.getFirstParameter('partstat') ?? 'NEEDS-ACTION'),
    })),
    comment: textOf(event, 'comment').trim().slice(0, TEXT_MOST),
    occurrence: event.hasProperty('recurrence-id'),
    proposed: method === 'COUNTER' && startsAt && endsAt ? { startsAt, endsAt } : null,
  };
}

/** Apple names a principal and puts the address into a parameter. */
function addressOf(attendee: ICAL.Property): string {
  const value = String(attendee.getFirstValue());
  if (/^mailto:/i.test(value)) return decoded(value.slice('mailto:'.length));
  return String(attendee.getFirstParameter('email') ?? value);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function timeOf(component: ICAL.Component, name: string): Date | null {
  const value = component.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) return null;
  const zone = component.getFirstProperty(name)?.getFirstParameter('tzid');
  const found = typeof zone === 'string' ? zoneIn(component, zone) : null;
  if (found) value.zone = found;
  const date = value.toJSDate();
  // A time without a zone would be one of this machine.
  const floating = !found && value.zone !== ICAL.Timezone.utcTimezone;
  return floating
    ? new Date(Date.UTC(value.year, value.month - 1, value.day, value.hour, value.minute, value.second))
    : date;
}

function zoneIn(component: ICAL.Component, tzid: string): ICAL.Timezone | null {
  const zones = component.parent?.getAllSubcomponents('vtimezone') ?? [];
  const zone = zones.find((it) => it.getFirstPropertyValue('tzid') === tzid);
  return zone ? new ICAL.Timezone({ component: zone, tzid }) : null;
}
