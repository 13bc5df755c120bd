import type { DocumentContent } from '../../documents';
import { documentOf, paragraph, table } from '../../documents';
import { formatLongDate } from '../../time';
import type { ProtocolPerson } from './protocol';

export interface SignInListFacts {
  title: string;
  startsAt: Date | null;
  place: string;
  people: readonly Pick<ProtocolPerson, 'name' | 'organisation' | 'answer' | 'guest' | 'coming'>[];
}

const emptyLines = 10;
const millimetresToSign = 11;

/**
 * A sheet for the table by the door: who is expected, with room for signatures and ten empty lines. Guests and
 * those who declined are left out; those whom a mailbox named sign one by one.
 */
export function signInListDocument(meeting: SignInListFacts): DocumentContent {
  const expected = meeting.people.filter((person) => !person.guest && person.answer !== 'DECLINED');
  const rows = [
    ...expected.flatMap((person) =>
      (person.coming?.length ? person.coming : [person.name]).map((name) => [name, person.organisation, '']),
    ),
    ...Array.from({ length: emptyLines }, () => ['', '', '']),
  ];
  return documentOf(
    `Anwesenheit: ${meeting.title}`,
    [
      table(
        [
          { head: 'Name', share: 2 },
          { head: 'Organisation', share: 2.4 },
          { head: 'Unterschrift', share: 2 },
        ],
        rows,
        { rowHeight: millimetresToSign },
      ),
      paragraph('Ihre Angaben werden nur für das Protokoll dieser Veranstaltung verwendet.'),
    ],
    {
      subtitle: [meeting.startsAt ? formatLongDate(meeting.startsAt) : '', meeting.place]
        .filter(Boolean)
        .join(' · '),
    },
  );
}
