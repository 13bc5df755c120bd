import ICAL from 'ical.js';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { CalendarAnswer, ReadReply, UnreadableReply } from '@runder-tisch/domain/calendar';
import { visible } from '@runder-tisch/domain/text';

/** Bytes of one mail with everything attached to it. */
export const REPLY_BYTES_MOST = 5 * 1024 * 1024;
/** A calendar answer has a few kilobytes. */
const CALENDAR_BYTES_MOST = 256 * 1024;
/** Mails have a handful of parts; a parser given a million of them would be busy with nothing else. */
const PARTS_MOST = 1000;
/** Five megabytes of attachments have 70,000 lines; a parser is slow by the line. */
const LINES_MOST = 100_000;
const CALENDARS_MOST = 10;
const EVENTS_MOST = 100;
const TEXT_MOST = 1000;
/** First bytes of a compound file, as Outlook saves mails. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Reads a mail (.eml) or a calendar file (.ics), dragged onto a page or fetched from the inbox; believes nothing. */
export async function readReply(bytes: Buffer): Promise<ReadReply | UnreadableReply> {
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
  if (more(bytes, '\n--', PARTS_MOST) || more(bytes, '\n', LINES_MOST) || !/^[!-9;-~]+:/m.test(start))
    return 'unreadable';
  const mail = await simpleParser(bytes, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  }).catch(() => null);
  if (!mail || !mail.headers.has('from')) return 'unreadable';
  return readMail(mail);
}

function readMail(mail: ParsedMail): ReadReply | UnreadableReply {
  const answers: CalendarAnswer[] = [];
  const calendars = mail.attachments.filter(isCalendar);
  if (calendars.length > CALENDARS_MOST) return 'broken-calendar';
  for (const part of calendars) {
    const read = readAnswers(part.content);
    if (!read) return 'broken-calendar';
    answers.push(...read);
  }
  const lines = mail.headerLines.filter(({ key }) => key === 'from').length;
  const people = (mail.from?.value ?? []).flatMap(({ address, name }) =>
    address ? [{ name: visible(name) || address, mail: address }] : [],
  );
  return {
    // Two lines say two things; readers differ in which of them they show.
    from: lines === 1 ? people : [],
    autoReplied: isAutoReplied(mail),
    text: visible(mail.text ?? '')
      .trim()
      .slice(0, TEXT_MOST),
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

function more(bytes: Buffer, mark: string, most: number): boolean {
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && count <= most; at = bytes.indexOf(mark, at + mark.length))
    count += 1;
  return count > most;
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
    const found = calendar.getAllSubcomponents('vevent');
    if (found.length > EVENTS_MOST) return null;
    const zoneOf = zonesOf(calendar);
    const events = found.map((event) => readEvent(event, method, zoneOf));
    return events.length > 0 && events.every((it) => it !== null) ? events : null;
  } catch {
    return null;
  }
}

function readEvent(event: ICAL.Component, method: string, zoneOf: ZoneOf): CalendarAnswer | null {
  const uid = textOf(event, 'uid');
  const dtstamp = timeOf(event, 'dtstamp', zoneOf);
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  if (!uid || !dtstamp || !Number.isInteger(sequence) || sequence < 0) return null;
  const [startsAt, endsAt] = [timeOf(event, 'dtstart', zoneOf), timeOf(event, 'dtend', zoneOf)];
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
  return typeof value === 'string' ? visible(value) : '';
}

function timeOf(component: ICAL.Component, name: string, zoneOf: ZoneOf): Date | null {
  const value = component.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) return null;
  if (value.year < 1970 || value.year > 2200) throw new Error('A time that no meeting has.');
  const tzid = component.getFirstProperty(name)?.getFirstParameter('tzid');
  const found = typeof tzid === 'string' ? zoneOf(tzid) : null;
  if (found) value.zone = found;
  const date = value.toJSDate();
  // A time without a zone would be one of this machine.
  const floating = !found && value.zone !== ICAL.Timezone.utcTimezone;
  return floating
    ? new Date(Date.UTC(value.year, value.month - 1, value.day, value.hour, value.minute, value.second))
    : date;
}

type ZoneOf = (tzid: string) => ICAL.Timezone | null;

function zonesOf(calendar: ICAL.Component): ZoneOf {
  const declared = calendar.getAllSubcomponents('vtimezone');
  const known = new Map<string, ICAL.Timezone | null>();
  return (tzid) => {
    if (!known.has(tzid)) {
      const zone = declared.find((it) => it.getFirstPropertyValue('tzid') === tzid);
      if (zone && !isOrdinary(zone)) throw new Error('A zone that no calendar writes.');
      known.set(tzid, zone ? new ICAL.Timezone({ component: zone, tzid }) : null);
    }
    return known.get(tzid) ?? null;
  };
}

/** A zone is worked out year by year; one whose clocks change each second would keep the server busy for days. */
function isOrdinary(zone: ICAL.Component): boolean {
  const observances = zone.getAllSubcomponents();
  const rules = observances.flatMap((it) => it.getAllProperties('rrule'));
  const dates = observances.flatMap((it) =>
    it.getAllProperties('rdate').flatMap((date) => date.getValues() as unknown[]),
  );
  return (
    observances.length <= 200 &&
    rules.length <= 8 &&
    dates.length <= 200 &&
    rules.every((it) => onceAYear(it.getFirstValue())) &&
    observances.every((it) => yearOf(it.getFirstPropertyValue('dtstart')) >= 1600)
  );
}

function yearOf(value: unknown): number {
  return value instanceof ICAL.Time ? value.year : 0;
}

/** One day of one month, as "the last Sunday of March", however it is said. */
function onceAYear(rule: unknown): boolean {
  if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return false;
  const most: Record<string, number> = { BYMONTH: 1, BYDAY: 1, BYMONTHDAY: 7 };
  return Object.entries(rule.parts as Record<string, unknown[]>).every(
    ([name, values]) => values.length <= (most[name] ?? 0),
  );
}
