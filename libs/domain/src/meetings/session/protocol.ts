import {
  documentOf,
  facts,
  heading,
  list,
  note,
  paragraph,
  paragraphs,
  strong,
  table,
  type MaybeBlock,
} from '../../documents';
import type { Block, DocumentContent, HeadingLevel } from '../../documents';
import { formatDate, formatLongDate, formatPeriod, formatShortDate, formatTime } from '../../time';
import { type AgendaLevel, agendaNumbers } from '../agenda/agenda-tree';
import { agendaParts } from '../committee-session/agenda-parts';
import type { AgendaVisibility, InvitationAnswer, MeetingType } from '../meeting-words';
import type { OwnLineKind } from './line-kinds';
import { type OpenItemFacts, openItemSays } from './open-items';

/** What of a protocol somebody gets: of a committee's session others than the body get the public part alone. */
export type ProtocolPart = 'WHOLE' | 'PUBLIC';

export interface ProtocolFacts {
  title: string;
  type: MeetingType;
  networkName: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  /** When it really began and ended, where that was recorded. */
  startedAt: Date | null;
  endedAt: Date | null;
  place: string;
  /** Of a committee: how it was called and whether it could decide. */
  calling?: readonly { label: string; says: string }[];
  approvedAt: Date | null;
  approvedBy: string;
  agenda: {
    id: string;
    title: string;
    presenter: string;
    visibility: AgendaVisibility;
    level?: AgendaLevel;
    /** What areas on the right print below it, such as the paper and how it was voted on. */
    printed?: readonly Block[];
    /** Who was left out of it by § 33. */
    excluded?: readonly string[];
  }[];
  lines: ProtocolLine[];
  people: ProtocolPerson[];
  /** What earlier meetings left to do, and what was said of it. */
  openItems?: readonly ProtocolOpenItem[];
}

/** With the visibility of the point of the agenda it comes from. */
export interface ProtocolOpenItem extends OpenItemFacts {
  visibility: AgendaVisibility;
}

export type ProtocolLine = OwnProtocolLine | OwnedProtocolLine;

/** A line of a kind that meetings print themselves. */
export interface OwnProtocolLine {
  agendaItemId: string | null;
  kind: OwnLineKind;
  text: string;
  task: { dueOn: string | null; who: string } | null;
  votes: CountedVotes | null;
  printed: null;
}

/** A line of an area on the right, as its owner prints it. */
export interface OwnedProtocolLine {
  agendaItemId: string | null;
  printed: readonly Block[];
}

export interface CountedVotes {
  yes: number;
  no: number;
  abstain: number;
}

export interface ProtocolPerson {
  /** Those whom a function mailbox named, where it did. */
  coming?: string[];
  name: string;
  organisation: string;
  answer: InvitationAnswer | null;
  present: boolean;
  guest: boolean;
}

const onlyOpenWords =
  'nur der öffentliche Teil; der nichtöffentliche ist denen vorbehalten, die im Gremium sitzen';

/** Fewer are found at a glance where they were given; a table would only repeat them on a page of its own. */
const MANY_TASKS = 4;

/**
 * Whether something in a protocol is for the body alone: of a committee's session the items of the non-public part,
 * and what was said outside of the agenda or of what earlier ones left open, as nobody has said that it is public.
 */
export function hasClosedPart({
  type,
  agenda,
  lines,
  openItems = [],
}: Pick<ProtocolFacts, 'type' | 'openItems'> & {
  agenda: readonly { visibility: AgendaVisibility }[];
  lines: readonly { agendaItemId: string | null }[];
}): boolean {
  return (
    type === 'COMMITTEE' &&
    (agenda.some(({ visibility }) => visibility === 'INTERNAL') ||
      lines.some(({ agendaItemId }) => agendaItemId === null) ||
      openItems.some(({ visibility }) => visibility === 'INTERNAL'))
  );
}

/**
 * The protocol of a meeting as a document: who was invited and came, agenda with what was said, and where there are
 * many tasks, all of them once more at the end.
 * Hidden items and their lines stay out; what a line of an area on the right prints is for its owner to say. As the
 * public part it holds nothing that `hasClosedPart` names; where there is no such thing both parts are the same.
 */
export function protocolDocument(protocol: ProtocolFacts, part: ProtocolPart = 'WHOLE'): DocumentContent {
  const onlyOpen = part === 'PUBLIC' && hasClosedPart(protocol);
  const parts = agendaParts(
    protocol.type,
    protocol.agenda.filter(({ visibility }) =>
      onlyOpen ? visibility === 'PUBLIC' : visibility !== 'HIDDEN',
    ),
  );
  const shown = parts.flatMap(({ items }) => items);
  const numbers = new Map(agendaNumbers(shown).map((number, index) => [shown[index]?.id, number]));
  const shownIds = new Set(shown.map((item) => item.id));
  const lines = protocol.lines.filter((line) =>
    line.agendaItemId === null ? !onlyOpen : shownIds.has(line.agendaItemId),
  );
  const openItems = (protocol.openItems ?? []).filter(({ visibility }) =>
    onlyOpen ? visibility === 'PUBLIC' : visibility !== 'HIDDEN',
  );
  const general = lines.filter((line) => line.agendaItemId === null);
  const tasks = lines.filter(
    (line): line is OwnProtocolLine => line.printed === null && line.kind === 'TASK',
  );
  return documentOf(
    onlyOpen ? `Protokoll (öffentlicher Teil): ${protocol.title}` : `Protokoll: ${protocol.title}`,
    [
      facts([
        ...(onlyOpen ? ([['Umfang', onlyOpenWords]] as const) : []),
        ['Wann', whenOf(protocol)],
        ['Wo', protocol.place || 'online'],
        ...(protocol.calling ?? []).map(({ label, says }) => [label, says] as const),
        ...(protocol.networkName ? ([['Netzwerk', protocol.networkName]] as const) : []),
        ...(protocol.approvedAt
          ? ([['Freigegeben', `am ${formatDate(protocol.approvedAt)} durch ${protocol.approvedBy}`]] as const)
          : ([['Stand', 'Entwurf, noch nicht freigegeben']] as const)),
      ]),
      heading('Wer dabei war'),
      ...peopleBlocks(protocol.people),
      openItems.length > 0 && heading('Offen vom letzten Mal'),
      openItems.length > 0 && list(openItems.map((item) => [strong(item.title), openItemSays(item)])),
      ...parts.flatMap(({ label, items }) => [
        label !== null && heading(label),
        ...items.flatMap((item) => {
          const number = numbers.get(item.id) ?? '';
          const level = (label === null ? 2 : 3) + (number.includes('.') ? 1 : 0);
          const asks = !items.some((it) => numbers.get(it.id) === `${number}.1`);
          return itemBlocks(item, number, lines, { level: level as HeadingLevel, asks });
        }),
      ]),
      general.length > 0 && heading(shown.length > 0 ? 'Außerhalb der Tagesordnung' : 'Was besprochen wurde'),
      ...lineBlocks(general, ''),
      tasks.length >= MANY_TASKS && heading('Aufgaben'),
      tasks.length >= MANY_TASKS &&
        table(
          [
            { head: 'Was', share: 3 },
            { head: 'Wer', share: 2 },
            { head: 'Bis wann', share: 1.2 },
          ],
          tasks.map((line) => [
            line.text,
            line.task?.who || 'offen',
            line.task?.dueOn ? formatShortDate(line.task.dueOn) : 'ohne Frist',
          ]),
          { caption: 'Wer macht was bis wann' },
        ),
    ],
    { subtitle: protocol.startsAt ? formatLongDate(protocol.startsAt) : '' },
  );
}

function itemBlocks(
  item: ProtocolFacts['agenda'][number],
  number: string,
  lines: readonly ProtocolLine[],
  // What is said at its subpoints fills a point as well.
  { level, asks }: { level: HeadingLevel; asks: boolean },
): MaybeBlock[] {
  const { id, title, presenter, printed = [], excluded = [] } = item;
  return [
    heading(`TOP ${number}: ${title}`, level),
    presenter !== '' && note(`Vorgestellt von ${presenter}`),
    excluded.length > 0 &&
      paragraph(
        strong('Wegen Mitwirkungsverbots (§ 33 KVG LSA) ohne Beratung und Stimme: '),
        excluded.join('; '),
      ),
    ...printed,
    ...lineBlocks(
      lines.filter((line) => line.agendaItemId === id),
      printed.length > 0 || excluded.length > 0 || !asks ? '' : undefined,
    ),
  ];
}

function whenOf(protocol: ProtocolFacts): string {
  const from = protocol.startedAt ?? protocol.startsAt;
  const until = protocol.endedAt ?? protocol.endsAt;
  if (!from) return 'Datum nicht festgehalten';
  return until ? formatPeriod(from, until) : `${formatLongDate(from)}, ab ${formatTime(from)}`;
}

function peopleBlocks(people: readonly ProtocolPerson[]): MaybeBlock[] {
  const present = people.filter((person) => person.present);
  // Whoever was only in the room has no answer; unticked again they were not expected either.
  const absent = people.filter((person) => !person.present && person.answer !== null);
  const excused = absent.filter((person) => person.answer === 'DECLINED');
  const missing = absent.filter((person) => person.answer !== 'DECLINED');
  return [
    present.length > 0
      ? table(
          ['Name', 'Organisation'],
          present.map((person) => [
            person.guest ? `${person.name} (Gast)` : person.name,
            person.organisation,
          ]),
          { caption: `Anwesend (${present.length})` },
        )
      : note('Die Anwesenheit wurde nicht festgehalten.'),
    excused.length > 0 && paragraph(strong('Entschuldigt: '), excused.map(nameWithOrganisation).join('; ')),
    missing.length > 0 && paragraph(strong('Nicht dabei: '), missing.map(nameWithOrganisation).join('; ')),
  ];
}

function nameWithOrganisation(person: ProtocolPerson): string {
  const { name, organisation } = person;
  return organisation && organisation !== name ? `${name} (${organisation})` : name;
}

function lineBlocks(
  lines: readonly ProtocolLine[],
  empty = 'Zu diesem Punkt wurde nichts festgehalten.',
): MaybeBlock[] {
  if (lines.length === 0) return [empty !== '' && note(empty)];
  return lines.flatMap((line): MaybeBlock[] => {
    if (line.printed !== null) return [...line.printed];
    switch (line.kind) {
      case 'TEXT':
        return [...paragraphs(line.text)];
      case 'AGREEMENT':
        return [paragraph(strong('Vereinbarung: '), line.text)];
      case 'VOTE':
        return [paragraph(strong('Votum: '), line.text, votesOf(line))];
      case 'TASK':
        return [list([[strong('Aufgabe: '), line.text, taskOf(line)]])];
    }
  });
}

function votesOf(line: OwnProtocolLine): string {
  return line.votes
    ? ` (${line.votes.yes} dafür, ${line.votes.no} dagegen, ${line.votes.abstain} enthalten)`
    : '';
}

function taskOf(line: OwnProtocolLine): string {
  const parts = [line.task?.who, line.task?.dueOn ? `bis ${formatDate(line.task.dueOn)}` : ''].filter(
    Boolean,
  );
  return parts.length ? ` (${parts.join(', ')})` : '';
}
