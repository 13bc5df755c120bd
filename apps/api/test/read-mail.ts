import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import * as nodeIcal from 'node-ical';
import type { CapturedMail } from './test-smtp';

export interface ReadCalendar {
  method: string;
  /** METHOD as the MIME part says it; clients take nothing for an invitation without it. */
  mimeMethod: string;
  uid: string;
  sequence: number;
  dtstamp: string;
  status: string | null;
  start: Date;
  end: Date;
  summary: string;
  attendees: string[];
  organizer: string;
  text: string;
}

export interface ReadMail {
  to: string;
  from: string;
  replyTo: string;
  subject: string;
  messageId: string;
  text: string;
  html: string;
  /** The personal answer link, as the recipient would press it. */
  answerLink: string | null;
  calendar: ReadCalendar | null;
  files: { name: string; content: Buffer }[];
}

/** The mail as two foreign readers of calendars and one of mails see it; they must agree. */
export async function readMail(mail: CapturedMail): Promise<ReadMail> {
  const parsed = await simpleParser(mail.raw);
  const text = parsed.text ?? '';
  const part = parsed.attachments.find((it) => it.contentType === 'text/calendar');
  return {
    to: mail.to.join(),
    from: parsed.from?.text ?? '',
    replyTo: parsed.replyTo?.text ?? '',
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    text,
    html: parsed.html || '',
    answerLink: /https?:\/\/\S+\/antwort\/[\w-]+/.exec(text)?.[0] ?? null,
    calendar: part ? readCalendar(part.content.toString('utf8'), mail.raw.toString('latin1')) : null,
    files: parsed.attachments.map(({ filename, content }) => ({ name: filename ?? '', content })),
  };
}

export function readCalendar(ics: string, rawMail = ''): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (!vevent) throw new Error('no VEVENT');
  const event = new ICAL.Event(vevent);
  const start = event.startDate.toJSDate();
  const end = event.endDate.toJSDate();
  assertSecondReaderAgrees(ics, event.uid, start, end);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    mimeMethod: /text\/calendar;[^]*?method="?(\w+)"?/i.exec(rawMail)?.[1] ?? '',
    uid: event.uid,
    sequence: event.sequence ?? 0,
    dtstamp: String(vevent.getFirstPropertyValue('dtstamp')),
    status: (vevent.getFirstPropertyValue('status') as string | null) ?? null,
    start,
    end,
    summary: event.summary,
    attendees: vevent.getAllProperties('attendee').map((it) => String(it.getFirstValue())),
    organizer: String(vevent.getFirstPropertyValue('organizer')),
    text: ics,
  };
}

function assertSecondReaderAgrees(ics: string, uid: string, start: Date, end: Date): void {
  const events = Object.values(nodeIcal.sync.parseICS(ics)).filter((it) => it?.type === 'VEVENT');
  const [second] = events;
  if (events.length !== 1 || second?.type !== 'VEVENT')
    throw new Error('node-ical reads another number of events');
  const same =
    second.uid === uid &&
    second.start.getTime() === start.getTime() &&
    second.end?.getTime() === end.getTime();
  if (!same) throw new Error(`node-ical reads ${second.start.toISOString()}, ical.js ${start.toISOString()}`);
}
