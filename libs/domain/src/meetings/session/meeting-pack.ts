import { type AttachmentItem, attachmentVisibilityLabels, attachmentTypeOf } from '../../attachments';
import {
  type Block,
  type DocumentContent,
  documentOf,
  facts,
  heading,
  type HeadingLevel,
  link,
  list,
  type MaybeBlock,
  paragraph,
  paragraphs,
} from '../../documents';
import { fileSizeWords } from '../../data-requests/file-size';
import { formatShortPeriod } from '../../time';
import { agendaNumbers, numberMark } from '../agenda/agenda-tree';
import { agendaParts } from '../committee-session/agenda-parts';
import type { MeetingType } from '../meeting-words';
import type { AgendaItemView } from '../meetings-views';

/** What another area brings to a point of the agenda: a Befund, an Empfehlung, a Vorlage. */
export interface BesideAgendaItem {
  agendaItemId: string;
  label: string;
  title: string;
  path: string;
}

export interface MeetingPackView {
  meetingId: string;
  /** Of the meeting. */
  title: string;
  content: DocumentContent;
}

export interface MeetingPackFacts {
  title: string;
  type: MeetingType;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  invitationText: string;
  agenda: readonly (Pick<AgendaItemView, 'id' | 'title' | 'minutes' | 'presenter' | 'visibility'> &
    Partial<Pick<AgendaItemView, 'level'>>)[];
  attachments: readonly PackAttachment[];
  /** Whose pictures are shown: what `shownPictures` chose, less what turned out to be too large. */
  pictures: ReadonlySet<string>;
  beside: readonly BesideAgendaItem[];
  /** The minutes of the last time, as far as whoever reads may read them. */
  lastProtocol: DocumentContent | null;
}

type PackAttachment = Pick<AttachmentItem, 'id' | 'title' | 'partId' | 'visibility' | 'current'>;

/** A pack is sent by mail and printed: so many pictures, and so many bytes of each and of all, are in it. */
export const packPictureLimits = {
  most: 12,
  bytes: 5_000_000,
  allBytes: 20_000_000,
  pixels: 25_000_000,
} as const;

/**
 * Which Unterlagen a pack shows as pictures: PNG and JPEG in their order, as far as its limits go.
 * @returns their ids; the others are named
 */
export function shownPictures(attachments: readonly PackAttachment[]): Set<string> {
  const shown = new Set<string>();
  let bytes = 0;
  for (const { id, current } of attachments) {
    const fits =
      current.size <= packPictureLimits.bytes && bytes + current.size <= packPictureLimits.allBytes;
    if (!isPicture(current) || !fits || shown.size === packPictureLimits.most) continue;
    shown.add(id);
    bytes += current.size;
  }
  return shown;
}

function isPicture({ ending }: PackAttachment['current']): boolean {
  return ['png', 'jpg', 'jpeg'].includes(ending);
}

/** Everything for one meeting in one document: the agenda, what hangs on each point, and the minutes of the last time. */
export function meetingPack(meeting: MeetingPackFacts): DocumentContent {
  const parts = agendaParts(meeting.type, meeting.agenda);
  const ordered = parts.flatMap(({ items }) => items);
  const numbers = agendaNumbers(ordered);
  const points = new Set(meeting.agenda.map(({ id }) => id));
  const general = meeting.attachments.filter(({ partId }) => partId === null || !points.has(partId));
  return documentOf(
    `Sitzungsmappe: ${meeting.title}`,
    [
      facts([
        ['Wann', meeting.startsAt && formatShortPeriod(meeting.startsAt, meeting.endsAt)],
        ['Wo', meeting.place],
      ]),
      ...paragraphs(meeting.invitationText),
      general.length > 0 && heading('Unterlagen zum Ganzen'),
      ...attached(general, meeting.pictures),
      heading('Tagesordnung'),
      meeting.agenda.length === 0 && paragraph('Die Tagesordnung steht noch nicht fest.'),
      ...parts.flatMap(({ label, items }) => [
        label !== null && heading(label, 3),
        ...items.flatMap((point) =>
          ofPoint(meeting, point, numbers[ordered.indexOf(point)] ?? '', label === null ? 3 : 4),
        ),
      ]),
      ...lastTime(meeting.lastProtocol),
    ],
    {},
  );
}

function ofPoint(
  { attachments, pictures, beside }: MeetingPackFacts,
  { id, title, minutes, presenter }: MeetingPackFacts['agenda'][number],
  number: string,
  level: HeadingLevel,
): MaybeBlock[] {
  const own = attachments.filter(({ partId }) => partId === id);
  const others = beside.filter(({ agendaItemId }) => agendaItemId === id);
  const told = [presenter, minutes === null ? '' : `${minutes} Minuten`].filter(Boolean).join(' · ');
  return [
    heading(`${numberMark(number)} ${title}`, level),
    told !== '' && paragraph(told),
    ...attached(own, pictures),
    list(others.map((it) => [`${it.label}: `, link(it.title, it.path)])),
  ];
}

/** Each by its name, and below the names the pictures among them. */
function attached(attachments: readonly PackAttachment[], pictures: ReadonlySet<string>): Block[] {
  return [
    list(
      attachments.map(({ id, title, current, visibility }) => {
        const type = attachmentTypeOf(current.ending)?.label ?? current.ending;
        const facts = [type, fileSizeWords(current.size), attachmentVisibilityLabels[visibility]].join(', ');
        const leftOut = isPicture(current) && !pictures.has(id);
        return [
          link(title, `/unterlagen/${id}`),
          ` (${facts})${leftOut ? '; als Bild zu groß für die Mappe, oder es sind zu viele' : ''}`,
        ];
      }),
    ),
    ...attachments
      .filter(({ id }) => pictures.has(id))
      .map(({ id, title }): Block => ({
        kind: 'picture',
        file: id,
        source: `/api/attachments/${id}/preview`,
        alt: `Bild: ${title}`,
        caption: title,
      })),
  ];
}

/** One level deeper than they stand in their own document, so that its headings are marks below one of ours. */
function lastTime(protocol: DocumentContent | null): MaybeBlock[] {
  if (!protocol) return [];
  return [
    heading('Protokoll vom letzten Mal'),
    paragraph(protocol.subtitle ? `${protocol.title} · ${protocol.subtitle}` : protocol.title),
    ...protocol.blocks.map((block): Block =>
      block.kind === 'heading' ? { ...block, level: Math.min(block.level + 1, 4) as HeadingLevel } : block,
    ),
  ];
}
