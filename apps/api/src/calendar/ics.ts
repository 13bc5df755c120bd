import ical, {
  foldLines,
  type ICalCalendar,
  type ICalEvent,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDay, CalendarEvent, CalendarMethod, FeedEvent } from '@runder-tisch/domain/calendar';
import { BERLIN, berlinFold, berlinWall } from '@runder-tisch/domain/time';

const PRODUCT = { company: 'Runder Tisch', product: 'Termine', language: 'DE' };

/** Longer names make Outlook cut the line of the organiser in its meeting window. */
const NAME_MAX = 120;

/** The calendar part of one mail: METHOD REQUEST (also for an update), CANCEL or DECLINECOUNTER, with exactly one ATTENDEE. */
export function invitationIcs(event: CalendarEvent, method: Exclude<CalendarMethod, 'PUBLISH'>): string {
  if (!event.attendee) {
    throw new Error(`A ${method} names the person it is sent to`);
  }
  return writeIcs(event, method);
}

/** The file behind „Kalenderdatei“: METHOD PUBLISH, which must not name attendees. */
export function publishIcs(event: CalendarEvent): string {
  return writeIcs({ ...event, attendee: undefined }, 'PUBLISH');
}

const DAY = 86_400_000;
/** How often calendar programs are asked to look again. */
const FEED_HOURS = 1;

/**
 * What a calendar program fetches again and again: METHOD PUBLISH, no attendees, one zone for all of it. A series is one
 * entry with its rule; a date of it that differs is named by RECURRENCE-ID.
 */
export function feedIcs(name: string, events: readonly FeedEvent[]): string {
  const calendar = newCalendar('PUBLISH');
  calendar.name(line(name)).ttl(FEED_HOURS * 3600);
  for (const it of events) {
    const entry = addEvent(calendar, { ...it, attendee: undefined }, 'PUBLISH');
    if (it.repeats) entry.repeating(repetition(it.repeats));
    if (it.insteadOf) entry.recurrenceId(instant(it.insteadOf));
  }
  return mend(calendar.toString());
}

/** Rule and left-out dates in the form of the beginning, as RFC 5545 3.8.5.1 demands. */
function repetition({ rule, left }: NonNullable<FeedEvent['repeats']>): string {
  const dates = left.map((it) => {
    const { date, time } = berlinWall(it);
    return `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
  });
  if (dates.length === 0) return `RRULE:${rule}`;
  return `RRULE:${rule}\r\nEXDATE;TZID=${BERLIN}:${dates.join(',')}`;
}

/**
 * A file of whole days under one name: a snapshot without METHOD, so no client takes it for an invitation. The stamp says
 * which of two snapshots is the newer one where nothing but words changed.
 */
export function publishDaysIcs(name: string, days: readonly CalendarDay[], stamp: Date): string {
  const calendar = ical({ prodId: PRODUCT, name: line(name) });
  calendar.scale('GREGORIAN');
  for (const it of days) {
    const day = Temporal.PlainDate.from(it.day);
    calendar.createEvent({
      id: it.uid,
      sequence: it.sequence,
      stamp: instant(stamp),
      lastModified: instant(stamp),
      allDay: true,
      start: day,
      end: day.add({ days: 1 }),
      summary: line(it.title),
      description: text(it.description),
      url: uri(it.url),
      class: ICalEventClass.PUBLIC,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return mend(calendar.toString());
}

function writeIcs(event: CalendarEvent, method: CalendarMethod): string {
  const calendar = newCalendar(method);
  addEvent(calendar, event, method);
  return mend(calendar.toString());
}

function newCalendar(method: CalendarMethod): ICalCalendar {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: PRODUCT,
    // A zone of the calendar itself would make the library write DTSTAMP as local time without a Z.
    timezone: { name: null, generator: (zone) => zoneBlock(zone) },
  });
  calendar.scale('GREGORIAN');
  return calendar;
}

function addEvent(calendar: ICalCalendar, event: FeedEvent, method: CalendarMethod): ICalEvent {
  const withdrawn = method === 'CANCEL' || event.status === 'CANCELLED';
  const entry = calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: instant(event.dtstamp),
    created: instant(event.createdAt ?? event.dtstamp),
    lastModified: instant(event.dtstamp),
    start: instant(event.startsAt),
    end: instant(event.endsAt),
    timezone: zoneOf(event),
    summary: line(event.title),
    description: text(event.description),
    location: place(event),
    organizer: { name: name(event.organizer.name, event.organizer.mail), email: mail(event.organizer.mail) },
    status: event.status ? ICalEventStatus[event.status] : null,
    class: ICalEventClass.PUBLIC,
    priority: 5,
    // A withdrawn entry must not keep the hour blocked in clients that leave it standing as „Abgesagt: …“.
    transparency: withdrawn ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: withdrawn ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  });
  if (event.url) {
    entry.url(uri(event.url));
  }
  if (event.attendee) {
    const { attendee } = event;
    entry.createAttendee({
      name: name(attendee.name, attendee.mail),
      email: mail(attendee.mail),
      type: ICalAttendeeType.INDIVIDUAL,
      role: ROLES[attendee.role],
      status: STATES[attendee.partstat],
      rsvp: attendee.rsvp,
      ...(attendee.delegatedFrom
        ? { delegatedFrom: { email: mail(attendee.delegatedFrom), mailto: mail(attendee.delegatedFrom) } }
        : {}),
    });
  }
  entry.x(outlookHints(method, event.takesProposals === true));
  return entry;
}

/**
 * What the library leaves to its caller: the line end behind END:VCALENDAR, which RFC 5545 3.4 demands,
 * one spelling of `mailto:`, which some readers compare as text, and `mailto:` before a delegator at all.
 */
function mend(ics: string): string {
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n');
  const mended = lines.map((content) =>
    content.startsWith('ATTENDEE;')
      ? content
          .replace(/:MAILTO:(?=[^:"]*$)/, ':mailto:')
          .replace(/;DELEGATED-FROM="(?!mailto:)/, ';DELEGATED-FROM="mailto:')
      : content,
  );
  return `${foldLines(mended.join('\r\n'))}\r\n`;
}

const ROLES = {
  CHAIR: ICalAttendeeRole.CHAIR,
  'REQ-PARTICIPANT': ICalAttendeeRole.REQ,
  'OPT-PARTICIPANT': ICalAttendeeRole.OPT,
  'NON-PARTICIPANT': ICalAttendeeRole.NON,
} as const;

const STATES = {
  'NEEDS-ACTION': ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
  DELEGATED: ICalAttendeeStatus.DELEGATED,
} as const;

/** What Outlook and Exchange read besides the standard ([MS-OXCICAL] 2.1.3.1.1). */
function outlookHints(method: CalendarMethod, takesProposals: boolean): [string, string][] {
  const hints: [string, string][] = [
    ['X-MICROSOFT-CDO-INSTTYPE', '0'],
    ['X-MICROSOFT-CDO-IMPORTANCE', '1'],
  ];
  if (method === 'REQUEST') {
    // BUSYSTATUS is what Outlook shows before the answer, INTENDEDSTATUS what it sets after „Zusagen“.
    hints.push(['X-MICROSOFT-CDO-INTENDEDSTATUS', 'BUSY']);
    // Where nobody reads a COUNTER Outlook must not offer „Andere Zeit vorschlagen“: the proposal would be lost.
    if (!takesProposals) hints.push(['X-MICROSOFT-DISALLOW-COUNTER', 'TRUE']);
  }
  return hints;
}

/** Temporal, because the library reads a Date with the clock of the machine once a zone is given. */
function instant(date: Date): Temporal.ZonedDateTime {
  const whole = Math.floor(date.getTime() / 1000) * 1000;
  return Temporal.Instant.fromEpochMilliseconds(whole).toZonedDateTimeISO('UTC');
}

/**
 * Berlin, except on the two days on which the clocks change: a local time of the doubled hour always means the first of
 * the two (RFC 5545 3.3.5), clients disagree even on that, and simple ones take such a day as a whole for summer or winter.
 * UTC is right in each of them. A series keeps its hour on the wall, so there only the doubled hour itself is told in UTC.
 */
function zoneOf(event: FeedEvent): string | null {
  const ends = [event.startsAt, event.endsAt];
  const kept = event.repeats !== undefined || event.insteadOf !== undefined;
  const apart = kept ? (it: Date): boolean => berlinFold(it) !== undefined : clocksChangeOn;
  return ends.some(apart) ? null : BERLIN;
}

/** Where no clock changes, the midnights before and behind are as far away as the wall says: three readings of it, not nine. */
function clocksChangeOn(instant: Date): boolean {
  const [hours = 0, minutes = 0] = berlinWall(instant).time.split(':').map(Number);
  const midnight = instant.getTime() - (hours * 60 + minutes) * 60_000;
  return [midnight, midnight + DAY].some((it) => berlinWall(new Date(it)).time !== '00:00');
}

/** Rules since 1970 instead of dates: Outlook takes a zone with RDATE for another one an hour off. */
function zoneBlock(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone);
  return typeof block === 'string' ? block : null;
}

/** Control characters are no part of a text value (RFC 5545 3.1) and end the import in some clients. */
const CONTROL = /(?![\t\r\n])\p{Cc}/gu;

function text(value: string): string {
  return value.normalize('NFC').replace(CONTROL, '').replace(/\t/g, ' ');
}

function line(value: string): string {
  return text(value).replace(/\s+/g, ' ').trim();
}

/** Straight quotes cannot stand in a quoted parameter; older clients show the ^' of RFC 6868 as it is. */
function name(value: string, fallback: string): string {
  const plain = line(value).replace(/"/g, "'").replace(/\^/g, '');
  return plain.slice(0, NAME_MAX) || fallback;
}

function mail(value: string): string {
  if (!/^[^\s<>",;:\\@]+@[^\s<>",;:\\@]+$/.test(value)) {
    throw new Error('No mail address for a calendar part');
  }
  return value;
}

/** A URI is no text value: what the library would escape there is percent-encoded instead. */
function uri(value: string): string {
  return new URL(value).href.replace(/,/g, '%2C').replace(/;/g, '%3B').replace(/\\/g, '%5C');
}

function place(event: CalendarEvent): string {
  return [event.place, event.onlineLink]
    .filter(Boolean)
    .map((part) => line(part ?? ''))
    .join(' · ');
}
