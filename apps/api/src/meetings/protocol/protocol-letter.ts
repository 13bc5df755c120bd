import { greetingTo } from '@runder-tisch/domain/actors';
import {
  button,
  type DocumentContent,
  documentOf,
  heading,
  link,
  list,
  paragraph,
  signed,
} from '@runder-tisch/domain/documents';
import type { ProtocolPart } from '@runder-tisch/domain/meetings';
import { formatDate } from '@runder-tisch/domain/time';
import type { Meeting } from '../meeting.entity';
import type { Participant } from './protocol.repository';

/** Somebody who had nothing to do with the meeting is told less. */
export type Reader = Omit<Participant, 'key' | 'guest'> & { further?: boolean };

export interface Links {
  page: string;
  tasks: { title: string; dueOn: string | null; href: string }[];
}

/** The mail that brings somebody their part of the protocol. */
export function letter(
  meeting: Meeting,
  person: Reader,
  part: ProtocolPart,
  from: string,
  { page, tasks }: Links,
): DocumentContent {
  const when = meeting.startsAt ? formatDate(meeting.startsAt) : '';
  return documentOf(`Protokoll vom ${when}: ${meeting.title}`, [
    paragraph(`${greetingTo(person)},`),
    paragraph(opening(person, part, when)),
    tasks.length > 0 && heading(tasks.length === 1 ? 'Ihre Aufgabe' : 'Ihre Aufgaben'),
    tasks.length > 0 &&
      list(
        tasks.map((task) => [
          `${task.title}${task.dueOn ? ` (bis ${formatDate(task.dueOn)})` : ''} – `,
          link('als erledigt melden', task.href),
        ]),
      ),
    button('Protokoll lesen', page),
    ...signed(from),
  ]);
}

function opening({ further, present }: Reader, part: ProtocolPart, when: string): string {
  const enclosed = 'als PDF liegt es dieser Mail bei.';
  const what = part === 'PUBLIC' ? 'das Protokoll des öffentlichen Teils' : 'das Protokoll';
  if (further) return `hier ist ${what} vom ${when}; ${enclosed}`;
  return present
    ? `vielen Dank, dass Sie am ${when} dabei waren. Hier ist ${what}; ${enclosed}`
    : `am ${when} waren Sie nicht dabei. Damit Sie auf dem Laufenden bleiben, finden Sie hier ${what}; ${enclosed}`;
}
