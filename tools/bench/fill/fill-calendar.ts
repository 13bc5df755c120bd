import { createHash } from 'node:crypto';
import { key } from './keys';

/** A year of its own, so that no other measurement meets these rows. */
export const CALENDAR_YEAR = 2050;

const NETWORKS = 40;
const DATES = 12;
const PEOPLE = 600;
const SEATS = 30;

/** The secret in the address of a feed of one network alone, whose dates lie behind that year. */
export const FEED_TOKEN = 'bench-feed-of-one-network-and-nobody-else-x';
const FEED_DATES = 500;

/**
 * A county's year: 40 networks with 12 dates each, half of them with a list of invitees and half with seats alone. The
 * 600 people sit in two networks each, and each date of a network falls on one day with dates of some others at overlapping
 * hours, so that many are wanted twice.
 */
export function calendar(): string[] {
  const network = `${key('calendar-network', 'n')}`;
  const seated = `(1 + (n * ${SEATS / 2} + seat) % ${PEOPLE})`;
  const person = key('calendar-person', seated);
  const each = `from generate_series(1, ${NETWORKS}) as n, generate_series(1, ${DATES}) as date`;
  const begins = `timestamptz '${CALENDAR_YEAR}-01-03 07:00Z' + date * interval '29 days' + ((n / 2) % 5) * interval '1 day' + (n % 4) * interval '1 hour'`;
  return [
    `insert into person (id, given_name, family_name, mail, phone, created_at)
     select ${key('calendar-person', 'n')}, 'Vorname', 'Kalender ' || n, 'kalender-' || n || '@haus.example', '', '2026-01-01'
     from generate_series(1, ${PEOPLE}) as n`,
    `insert into network (id, name, kind, state, created_at)
     select ${network}, 'Jahresnetzwerk ' || n, 'NETWORK', 'ACTIVE', '2024-01-01' from generate_series(1, ${NETWORKS}) as n`,
    `insert into membership (id, network_id, person_id, role, from_day, created_at)
     select ${key('calendar-seat', `n || '-' || seat`)}, ${network}, ${person}, 'MEMBER', '2024-01-01', '2024-01-01'
     from generate_series(1, ${NETWORKS}) as n, generate_series(1, ${SEATS}) as seat`,
    `insert into meeting (id, type, title, network_id, starts_at, ends_at, place, state, organizer_name, organizer_mail, calendar_sequence, created_at)
     select ${key('calendar-meeting', `n || '-' || date`)}, 'NETWORK', 'Jahrestermin ' || n || '/' || date, ${network}, ${begins},
            ${begins} + interval '2 hours', 'Kreishaus', 'SCHEDULED', '', '', 0, '2026-01-01' ${each}`,
    `insert into invitation (id, meeting_id, person_id, mail, name)
     select ${key('calendar-invitation', `n || '-' || date || '-' || seat`)}, ${key('calendar-meeting', `n || '-' || date`)}, ${person},
            'kalender-' || ${seated} || '@haus.example', 'Vorname Kalender ' || ${seated}
     ${each}, generate_series(1, ${SEATS}) as seat where date % 2 = 0`,
  ];
}

/** A network with 500 dates, each with words and an agenda, and an address under which the planner's program asks for them. */
export function calendarFeed(): string[] {
  const network = key('feed-network', `'1'`);
  const dates = `from generate_series(1, ${FEED_DATES}) as n`;
  const begins = `timestamptz '${CALENDAR_YEAR + 1}-01-03 13:00Z' + n * interval '1 day'`;
  const token = createHash('sha256').update(FEED_TOKEN).digest('hex');
  return [
    `insert into network (id, name, kind, state, created_at) values (${network}, 'Netzwerk mit Kalender', 'NETWORK', 'ACTIVE', '2024-01-01')`,
    `insert into meeting (id, type, title, network_id, starts_at, ends_at, place, invitation_text, state, organizer_name, organizer_mail, calendar_sequence, created_at)
     select ${key('feed-meeting', 'n')}, 'NETWORK', 'Termin ' || n, ${network}, ${begins}, ${begins} + interval '2 hours', 'Kreishaus, Saal ' || n % 9,
            'wir laden Sie herzlich ein.', 'SCHEDULED', '', '', 0, '2026-01-01' ${dates}`,
    `insert into agenda_item (id, meeting_id, position, title, minutes, visibility)
     select ${key('feed-agenda', `n || '-' || item`)}, ${key('feed-meeting', 'n')}, item, 'Punkt ' || item, 20, 'INTERNAL'
     ${dates}, generate_series(1, 5) as item`,
    `insert into calendar_feed (id, account_id, network_id, token_hash, created_at)
     values (${key('feed', `'1'`)}, ${key('account', `'2'`)}, ${network}, '${token}', '2026-01-01')`,
  ];
}
