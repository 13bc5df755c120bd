import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarAnswer, ProposedTime } from '@runder-tisch/domain/calendar';
import { visible } from '@runder-tisch/domain/text';
import { BERLIN, pad } from '@runder-tisch/domain/time';
import { decodeText } from './charset';
import { declaredZones, type DeclaredZones } from './declared-zones';
import { plainText } from './plain-text';
import { zoneNamed } from './zones';

/** A calendar answer has a few kilobytes. */
const CALENDAR_BYTES_MOST = 256 * 1024;
const EVENTS_MOST = 100;

/** Null where it is no calendar, or one that leaves out what an answer needs. */
export function readAnswers(bytes: Buffer, charset?: string): CalendarAnswer[] | null {
  if (bytes.length > CALENDAR_BYTES_MOST) return null;
  try {
    const text = decodeText(unfolded(bytes), charset);
    const calendar = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '').trim()) as never);
    const method = textOf(calendar, 'method').toUpperCase();
    const found = calendar.getAllSubcomponents('vevent');
    if (found.length > EVENTS_MOST) return null;
    const declared = declaredZones(calendar);
    const events = found.map((event) => readEvent(event, method, declared));
    return events.length > 0 && events.every((it) => it !== null) ? events : null;
  } catch {
    return null;
  }
}

/** Lines are folded by bytes, in the middle of an umlaut too (RFC 5545 3.1); so before the bytes are read. */
function unfolded(bytes: Buffer): Buffer {
  const wide = bytes.subarray(0, 64).includes(0);
  return wide ? bytes : Buffer.from(bytes.toString('latin1').replace(/\r?\n[ \t]/g, ''), 'latin1');
}

function readEvent(event: ICAL.Component, method: string, declared: DeclaredZones): CalendarAnswer | null {
  const uid = textOf(event, 'uid');
  const dtstamp = timeOf(event, 'dtstamp', declared, 'UTC')?.instant;
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
  if (!uid || !dtstamp || !Number.isInteger(sequence) || sequence < 0) return null;
  const attendees = event.getAllProperties('attendee');
  return {
    method,
    uid,
    sequence,
    dtstamp,
    repliedAt: stampIn(event.getFirstPropertyValue('x-microsoft-cdo-replytime')),
    attendees: attendees.map((it) => ({
      mail: addressOf(it),
      partstat: String(it.getFirstParameter('partstat') ?? 'NEEDS-ACTION'),
      ...delegationOf(it),
    })),
    comment: commentOf(event, attendees),
    occurrence: event.hasProperty('recurrence-id'),
    proposed: method === 'COUNTER' ? proposedBy(event, declared) : null,
  };
}

/** In a property of its own, and as Google writes it beside the person. */
function commentOf(event: ICAL.Component, attendees: readonly ICAL.Property[]): string {
  const comments = [
    ...event.getAllProperties('comment').map((it) => it.getFirstValue()),
    ...attendees.map((it) => it.getFirstParameter('x-response-comment')),
  ];
  const words = comments.flatMap((it) => (typeof it === 'string' ? plainText(it) || [] : []));
  return plainText([...new Set(words)].join('\n'));
}

/** `20261124T101500Z`; Exchange leaves out the Z and means it. */
function stampIn(value: unknown): Date | null {
  const text = value instanceof ICAL.Time ? value.toICALString() : value;
  const parts = typeof text === 'string' ? /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/.exec(text) : null;
  if (!parts) return null;
  const [, year = 0, month = 1, day, hour, minute, second] = parts.map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function proposedBy(event: ICAL.Component, declared: DeclaredZones): ProposedTime | null {
  const start = timeOf(event, 'dtstart', declared, BERLIN);
  if (!start) return null;
  const end = timeOf(event, 'dtend', declared, BERLIN) ?? after(start, event);
  const outlookDays = textOf(event, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';
  if (!start.wholeDay && !outlookDays) {
    const later = end && end.instant > start.instant ? end.instant : null;
    return { startsAt: start.instant, endsAt: later, unknownZone: start.unknownZone };
  }
  // The end of whole days is the day after them; some programs write the day itself.
  const firstDay = start.wall.toPlainDate();
  const until = end?.wall.toPlainDate().subtract({ days: 1 });
  const lastDay = until && Temporal.PlainDate.compare(until, firstDay) > 0 ? until : firstDay;
  return { firstDay: firstDay.toString(), lastDay: lastDay.toString() };
}

interface ReadTime {
  instant: Date;
  wall: Temporal.ZonedDateTime;
  wholeDay: boolean;
  unknownZone: string | null;
}

function after(start: ReadTime, event: ICAL.Component): ReadTime | null {
  const value = event.getFirstPropertyValue('duration');
  if (!(value instanceof ICAL.Duration) || value.isNegative) return null;
  const { weeks, days, hours, minutes, seconds } = value;
  const wall = start.wall.add({ weeks, days, hours, minutes, seconds });
  return { ...start, wall, instant: new Date(wall.epochMilliseconds) };
}

/** A time without a zone is one of the wall in `floating`; in a zone nobody knows it is Berlin's. */
function timeOf(
  event: ICAL.Component,
  name: string,
  declared: DeclaredZones,
  floating: string,
): ReadTime | null {
  const value = event.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) return null;
  if (value.year < 1970 || value.year > 2200) throw new Error('A time that no meeting has.');
  const { year, month, day, hour, minute, second, isDate: wholeDay } = value;
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  const timeIn = (zone: string, unknownZone: string | null = null): ReadTime => {
    const wall = local.toZonedDateTime(zone);
    return { wall, instant: new Date(wall.epochMilliseconds), wholeDay, unknownZone };
  };
  const tzid = event.getFirstProperty(name)?.getFirstParameter('tzid');
  if (value.zone === ICAL.Timezone.utcTimezone) return timeIn('UTC');
  if (wholeDay || typeof tzid !== 'string') return timeIn(floating);
  // The name first: what programs declare beside a well-known name is often cut short.
  const zone = zoneNamed(tzid);
  if (zone) return timeIn(zone);
  const own = declared(tzid);
  if (!own) return timeIn(BERLIN, tzid);
  value.zone = own;
  return timeIn(offsetOf(local, value.toJSDate()));
}

/** `+01:00`: how far a clock that shows this time is ahead of Greenwich. */
function offsetOf(local: Temporal.PlainDateTime, instant: Date): string {
  const ahead = local.toZonedDateTime('UTC').epochMilliseconds - instant.getTime();
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return `${ahead < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/** Of several the first: a seat is passed on to one. */
function delegationOf(attendee: ICAL.Property): { delegatedTo?: string } {
  const named: unknown = attendee.getParameter('delegated-to');
  const first: unknown = Array.isArray(named) ? named[0] : named;
  if (typeof first !== 'string' || first === '') return {};
  return { delegatedTo: decoded(first.replace(/^mailto:/i, '')) };
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
