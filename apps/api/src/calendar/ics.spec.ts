import ICAL from 'ical.js';
import * as nodeIcal from 'node-ical';
import type { CalendarEvent } from '@runder-tisch/domain/calendar';
import { invitationIcs, publishIcs } from './ics';

const event: CalendarEvent = {
  uid: '0194c9d2-6c1e-7b3a-9d55-2f1c5a7e8b90@runder-tisch-3f2a',
  sequence: 0,
  dtstamp: new Date('2025-01-02T08:15:30.400Z'),
  startsAt: new Date('2025-01-16T13:00:00Z'),
  endsAt: new Date('2025-01-16T15:30:00Z'),
  title: 'Netzwerk Frühe Hilfen',
  place: 'Kreishaus, Am Flugplatz 1, 06366 Köthen (Anhalt)',
  description: 'Guten Tag,\nwir laden Sie ein.\n\nAntworten: https://runder-tisch.test/a/abc',
  organizer: { name: 'Ute Kern, Landkreis', mail: 'netzwerke@kreis.test' },
  attendee: {
    name: 'Jörg Weiß (Ahornhaus)',
    mail: 'j.weiss@ahornhaus.test',
    role: 'REQ-PARTICIPANT',
    partstat: 'NEEDS-ACTION',
    rsvp: true,
  },
  url: 'https://runder-tisch.test/a/abc',
  status: 'CONFIRMED',
};

/** The lines as a client sees them, put together again. */
function unfolded(ics: string): string[] {
  return ics.replace(/\r\n[ \t]/g, '').split('\r\n');
}

interface Read {
  start: Date;
  end: Date;
  summary: string;
  description: string;
  location: string;
}

function readByIcalJs(ics: string): Read & { method: string; attendees: string[]; zones: number } {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (!vevent) {
    throw new Error('no VEVENT');
  }
  const read = new ICAL.Event(vevent);
  return {
    start: read.startDate.toJSDate(),
    end: read.endDate.toJSDate(),
    summary: read.summary,
    description: read.description,
    location: read.location,
    method: String(calendar.getFirstPropertyValue('method')),
    attendees: vevent.getAllProperties('attendee').map((attendee) => String(attendee.getFirstValue())),
    zones: calendar.getAllSubcomponents('vtimezone').length,
  };
}

/** node-ical gives a value with parameters as an object. */
function plain(value: string | { val: string } | undefined): string {
  return typeof value === 'object' ? value.val : (value ?? '');
}

function readByNodeIcal(ics: string): Read {
  const found = Object.values(nodeIcal.sync.parseICS(ics)).find((part) => part?.type === 'VEVENT');
  if (found?.type !== 'VEVENT') {
    throw new Error('no VEVENT');
  }
  return {
    start: new Date(found.start),
    end: new Date(found.end ?? found.start),
    summary: plain(found.summary),
    description: plain(found.description),
    location: plain(found.location),
  };
}

function expectBothRead(ics: string, expected: Partial<Read>): void {
  expect(readByIcalJs(ics)).toMatchObject(expected);
  expect(readByNodeIcal(ics)).toMatchObject(expected);
}

describe('the bytes of an invitation', () => {
  const ics = invitationIcs(event, 'REQUEST');

  it('end each line with CRLF, the last one too', () => {
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('keep every line within 75 octets and never split a character', () => {
    const long = invitationIcs(
      { ...event, title: 'Übergänge 🧭 '.repeat(60), description: 'äöü€😀'.repeat(500) },
      'REQUEST',
    );
    for (const raw of long.split('\r\n')) {
      const octets = Buffer.from(raw, 'utf8');
      expect(octets.length).toBeLessThanOrEqual(75);
      expect(raw).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/);
    }
    expect(readByIcalJs(long).description).toBe('äöü€😀'.repeat(500));
  });

  it('say what Outlook, Apple and Thunderbird look for, each exactly once', () => {
    const lines = unfolded(ics);
    for (const line of [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Runder Tisch//Termine//DE',
      'CALSCALE:GREGORIAN',
      'METHOD:REQUEST',
      'UID:0194c9d2-6c1e-7b3a-9d55-2f1c5a7e8b90@runder-tisch-3f2a',
      'SEQUENCE:0',
      'DTSTAMP:20250102T081530Z',
      'DTSTART;TZID=Europe/Berlin:20250116T140000',
      'DTEND;TZID=Europe/Berlin:20250116T163000',
      'SUMMARY:Netzwerk Frühe Hilfen',
      'LOCATION:Kreishaus\\, Am Flugplatz 1\\, 06366 Köthen (Anhalt)',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'CLASS:PUBLIC',
      'PRIORITY:5',
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      'X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY',
      'X-MICROSOFT-DISALLOW-COUNTER:TRUE',
      'URL;VALUE=URI:https://runder-tisch.test/a/abc',
      'ORGANIZER;CN="Ute Kern, Landkreis":mailto:netzwerke@kreis.test',
      'DESCRIPTION:Guten Tag\\,\\nwir laden Sie ein.\\n\\nAntworten: https://runder-tisch.test/a/abc',
    ]) {
      expect(lines.filter((candidate) => candidate === line)).toHaveLength(1);
    }
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines[1]).toBe('VERSION:2.0');
  });

  it('name one attendee, who is asked to answer', () => {
    const attendees = unfolded(ics).filter((line) => line.startsWith('ATTENDEE'));
    expect(attendees).toHaveLength(1);
    expect(attendees[0]).toMatch(/:mailto:j\.weiss@ahornhaus\.test$/);
    for (const part of ['ROLE=REQ-PARTICIPANT', 'PARTSTAT=NEEDS-ACTION', 'RSVP=TRUE', 'CUTYPE=INDIVIDUAL']) {
      expect(attendees[0]).toContain(part);
    }
    expect(attendees[0]).toContain('CN="Jörg Weiß (Ahornhaus)"');
  });

  it('carry one VTIMEZONE with rules since 1970, before the event', () => {
    const lines = unfolded(ics);
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1);
    expect(lines).toContain('TZID:Europe/Berlin');
    expect(lines).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
    expect(lines.some((line) => line.startsWith('RDATE'))).toBe(false);
    expect(lines.indexOf('END:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'));
    expect(ics).not.toContain('TIMEZONE-ID');
  });

  it('mean the same to two foreign readers', () => {
    expectBothRead(ics, {
      start: event.startsAt,
      end: event.endsAt,
      summary: event.title,
      location: 'Kreishaus, Am Flugplatz 1, 06366 Köthen (Anhalt)',
      description: event.description,
    });
    expect(readByIcalJs(ics)).toMatchObject({
      method: 'REQUEST',
      attendees: ['mailto:j.weiss@ahornhaus.test'],
      zones: 1,
    });
  });
});

describe('awkward texts', () => {
  it.each([
    ['commas, semicolons, backslashes', 'Kita; Schule, Jugend \\ Alter', 'Kita; Schule, Jugend \\ Alter'],
    ['a newline in the title', 'Netzwerk\r\nFrühe Hilfen', 'Netzwerk Frühe Hilfen'],
    ['an injected property', 'Treffen\nATTENDEE:mailto:x@y.test', 'Treffen ATTENDEE:mailto:x@y.test'],
    ['NUL and other controls', 'Tref\u0000fen\u0007 \u009fam See', 'Treffen am See'],
    ['quotes and colons', 'Wir: "Runder Tisch"', 'Wir: "Runder Tisch"'],
    ['decomposed umlauts', 'Ko\u0308then', 'Köthen'],
  ])('%s stay one title', (_name, title, expected) => {
    const ics = invitationIcs({ ...event, title }, 'REQUEST');
    expectBothRead(ics, { summary: expected });
    expect(unfolded(ics).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
  });

  it('of 4,000 characters come through whole', () => {
    const description = 'Größe; Maß, Ziel\\Weg\n'.repeat(200).slice(0, 4000).trimEnd();
    expectBothRead(invitationIcs({ ...event, description }, 'REQUEST'), { description });
  });

  it('in names never leave their quotes', () => {
    const ics = invitationIcs(
      {
        ...event,
        organizer: { name: 'Kern, Ute; "Chefin":\nX-EVIL:1', mail: 'netzwerke@kreis.test' },
        attendee: { ...event.attendee!, name: '' },
      },
      'REQUEST',
    );
    const lines = unfolded(ics);
    expect(lines).toContain('ORGANIZER;CN="Kern, Ute; \'Chefin\': X-EVIL:1":mailto:netzwerke@kreis.test');
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toContain('CN="j.weiss@ahornhaus.test"');
    expect(readByIcalJs(ics).attendees).toEqual(['mailto:j.weiss@ahornhaus.test']);
  });

  it.each(['a@b.test\r\nX:1', 'a b@c.test', 'ohne-at', 'a@b.test,c@d.test'])(
    'refuse the address %j',
    (mail) => {
      expect(() => invitationIcs({ ...event, attendee: { ...event.attendee!, mail } }, 'REQUEST')).toThrow();
    },
  );

  it('of a link stay a URI, and place and link stand together', () => {
    const ics = invitationIcs(
      { ...event, url: 'https://a.test/x?a=1,2;b', onlineLink: 'https://video.test/r?x=1' },
      'REQUEST',
    );
    expect(unfolded(ics)).toContain('URL;VALUE=URI:https://a.test/x?a=1%2C2%3Bb');
    expectBothRead(ics, {
      location: 'Kreishaus, Am Flugplatz 1, 06366 Köthen (Anhalt) · https://video.test/r?x=1',
    });
  });
});

describe('nights in which the clocks change', () => {
  it.each([
    ['before the gap of spring', '2025-03-30T00:59:00Z', 'DTSTART:20250330T005900Z'],
    ['after the gap of spring', '2025-03-30T01:00:00Z', 'DTSTART:20250330T010000Z'],
    ['before the double hour of autumn', '2025-10-25T23:59:00Z', 'DTSTART:20251025T235900Z'],
    ['in the first of the two hours', '2025-10-26T00:30:00Z', 'DTSTART:20251026T003000Z'],
    ['in the second of the two hours', '2025-10-26T01:30:00Z', 'DTSTART:20251026T013000Z'],
    ['after the double hour', '2025-10-26T02:00:00Z', 'DTSTART:20251026T020000Z'],
    ['in summer', '2025-07-16T12:00:00Z', 'TZID=Europe/Berlin:20250716T140000'],
    ['where this machine has its own gap', '2025-03-09T01:30:00Z', 'TZID=Europe/Berlin:20250309T023000'],
  ])('%s', (_name, start, expected) => {
    const startsAt = new Date(start);
    const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000);
    const ics = invitationIcs({ ...event, startsAt, endsAt }, 'REQUEST');
    expect(ics).toContain(expected);
    expectBothRead(ics, { start: startsAt, end: endsAt });
  });
});

describe('withdrawals and files', () => {
  it('cancel the whole meeting with a status', () => {
    const ics = invitationIcs({ ...event, sequence: 2, status: 'CANCELLED' }, 'CANCEL');
    const lines = unfolded(ics);
    for (const line of ['METHOD:CANCEL', 'SEQUENCE:2', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT']) {
      expect(lines).toContain(line);
    }
    expect(lines).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE');
    expect(readByIcalJs(ics).attendees).toHaveLength(1);
  });

  it('un-invite one person without one', () => {
    const lines = unfolded(invitationIcs({ ...event, sequence: 1, status: null }, 'CANCEL'));
    expect(lines.some((line) => line.startsWith('STATUS'))).toBe(false);
    expect(lines).toContain('SEQUENCE:1');
  });

  it('publish without attendees', () => {
    const ics = publishIcs(event);
    const lines = unfolded(ics);
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
    expect(lines.filter((line) => line.startsWith('ORGANIZER'))).toHaveLength(1);
    expectBothRead(ics, { start: event.startsAt, end: event.endsAt });
  });

  it('never go out to nobody', () => {
    expect(() => invitationIcs({ ...event, attendee: undefined }, 'REQUEST')).toThrow();
  });
});
