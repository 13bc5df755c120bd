import {
  button,
  documentOf,
  type DocumentContent,
  facts,
  heading,
  link,
  type MaybeBlock,
  note,
  numberedList,
  paragraph,
  paragraphs,
  signed,
  strong,
  type Words,
} from '@runder-tisch/domain/documents';
import {
  type AgendaLevel,
  agendaTree,
  answerLabels,
  type InvitationAnswer,
} from '@runder-tisch/domain/meetings';
import { formatDate, formatPeriod, formatShortDate, formatTimeRange } from '@runder-tisch/domain/time';

export type LetterKind =
  | 'INVITATION'
  | 'DEPUTY'
  | 'UPDATE'
  | 'CANCELLED'
  | 'POSTPONED'
  | 'UNINVITED'
  | 'DOUBLE'
  | 'REMINDER'
  | 'WAITING'
  | 'MOVED_UP'
  | 'STAYS';

export interface LetterMeeting {
  title: string;
  startsAt: Date | null;
  endsAt: Date | null;
  place: string;
  placeNote: string;
  onlineLink: string;
  accessibility: string;
  invitationText: string;
  answerUntil: Date | null;
  organizerName: string;
}

export interface LetterFacts {
  kind: LetterKind;
  meeting: LetterMeeting;
  /** Points meant for the invited, in order. */
  agenda: readonly { title: string; minutes: number | null; presenter: string; level: AgendaLevel }[];
  /** "Guten Tag, Frau Berg" */
  greeting: string;
  onBehalfOf: string;
  /** Whom a deputy stands in for. */
  represents: string;
  /** Absolute address of the answer page; none where there is nothing left to answer. */
  answerUrl: string | null;
  /** What an update changes, as it was and as it is. */
  changes?: readonly { label: string; before: string; after: string }[];
  /** Whether an update asks people to answer again. */
  asksAgain?: boolean;
  answer?: InvitationAnswer;
  /** Said yes and holds no seat yet. */
  waits?: boolean;
  reason?: string;
  /** Who answers while the coordination is away. */
  away?: string;
}

export interface Letter {
  subject: string;
  content: DocumentContent;
  /** First words beside the subject in a list of mails. */
  preview: string;
}

/** The mail of a meeting as data: the same for every recipient but for greeting and link. */
export function meetingLetter(letter: LetterFacts): Letter {
  const { meeting, kind } = letter;
  const when = meeting.startsAt && meeting.endsAt ? formatPeriod(meeting.startsAt, meeting.endsAt) : '';
  return {
    subject: subjectOf(letter),
    preview: [when, meeting.place].filter(Boolean).join(' · '),
    content: documentOf(meeting.title, [
      paragraph(`${letter.greeting},`),
      ...bodies[kind](letter),
      ...closing(letter),
    ]),
  };
}

function subjectOf({ kind, meeting, changes = [] }: LetterFacts): string {
  const day = meeting.startsAt ? ` am ${formatShortDate(meeting.startsAt)}` : '';
  const moved = changes.some((change) => change.label === 'Wann');
  const prefix: Record<LetterKind, string> = {
    INVITATION: 'Einladung',
    DEPUTY: 'Einladung in Vertretung',
    UPDATE: moved ? 'Neuer Termin' : 'Geändert',
    CANCELLED: 'Abgesagt',
    POSTPONED: 'Verschoben',
    UNINVITED: 'Einladung zurückgenommen',
    DOUBLE: 'Doppelte Einladung',
    REMINDER: 'Kommen Sie?',
    WAITING: 'Warteliste',
    MOVED_UP: 'Sie haben einen Platz',
    STAYS: 'Es bleibt beim Termin',
  };
  const begin = prefix[kind];
  return `${begin}${begin.endsWith('?') ? '' : ':'} ${meeting.title}${day}`;
}

const bodies: Record<LetterKind, (letter: LetterFacts) => readonly MaybeBlock[]> = {
  INVITATION: (letter) => [
    ...paragraphs(letter.meeting.invitationText || 'wir laden Sie herzlich ein.'),
    meetingFacts(letter),
    ...agendaBlocks(letter),
    ...answerBlocks(letter, hasAnswered(letter) ? 'Meine Antwort ansehen' : 'Zu- oder absagen'),
  ],
  DEPUTY: (letter) => [
    paragraph(
      strong(`${letter.represents} hat Sie als Vertretung genannt.`),
      ' Wir rechnen mit Ihnen. Wenn Sie nicht kommen können, sagen Sie bitte über den Knopf ab.',
    ),
    ...paragraphs(letter.meeting.invitationText),
    meetingFacts(letter),
    ...agendaBlocks(letter),
    ...answerBlocks(letter, 'Meine Antwort ansehen'),
  ],
  UPDATE: (letter) => [
    paragraph(`bei „${letter.meeting.title}“ hat sich etwas geändert:`),
    facts((letter.changes ?? []).map((change) => [change.label, changeWords(change)])),
    letter.asksAgain
      ? paragraph(
          'Bitte antworten Sie uns noch einmal, ob Sie kommen können. Ihre bisherige Antwort gilt nicht mehr.',
        )
      : paragraph('Ihre Antwort bleibt bestehen; Sie müssen nichts tun.'),
    heading('Der Termin auf einen Blick'),
    meetingFacts(letter),
    ...agendaBlocks(letter),
    ...answerBlocks(letter, letter.asksAgain ? 'Neu antworten' : 'Meine Antwort ansehen'),
  ],
  CANCELLED: (letter) => [
    paragraph(strong(`„${letter.meeting.title}“${dayWords(letter)} findet nicht statt.`)),
    ...paragraphs(letter.reason ?? ''),
    paragraph('Der Eintrag in Ihrem Kalender wird mit dieser Mail zurückgenommen.'),
  ],
  POSTPONED: (letter) => [
    paragraph(
      strong(`„${letter.meeting.title}“${dayWords(letter)} wird verschoben.`),
      ' Ein neues Datum steht noch nicht fest.',
    ),
    ...paragraphs(letter.reason ?? ''),
    paragraph(
      'Sobald es feststeht, erhalten Sie eine neue Einladung. Der bisherige Eintrag in Ihrem Kalender wird zurückgenommen.',
    ),
  ],
  UNINVITED: (letter) => [
    paragraph(
      `Ihre Einladung zu „${letter.meeting.title}“${dayWords(letter)} wurde zurückgenommen. Der Termin selbst findet statt.`,
    ),
    ...paragraphs(letter.reason ?? ''),
    note('Falls Sie das nicht erwartet haben, antworten Sie einfach auf diese Mail.'),
  ],
  DOUBLE: (letter) => [
    paragraph(
      `zu „${letter.meeting.title}“${dayWords(letter)} gab es zwei Einladungen an zwei Ihrer Mailadressen. `,
      strong('Sie sind weiter eingeladen'),
      ', von jetzt an nur noch unter der anderen Adresse. Ihre Antwort gilt weiter; Sie müssen nichts tun.',
    ),
    paragraph('Der Eintrag im Kalender dieser Adresse wird mit dieser Mail zurückgenommen.'),
    note('Falls Sie keine andere Adresse bei uns haben, antworten Sie bitte einfach auf diese Mail.'),
  ],
  REMINDER: (letter) => [
    paragraph(
      'wir haben noch keine Antwort von Ihnen. Können Sie kommen? Ein kurzes Ja oder Nein hilft uns bei der Vorbereitung.',
    ),
    meetingFacts(letter),
    ...answerBlocks(letter, 'Zu- oder absagen'),
  ],
  WAITING: (letter) => [
    paragraph(
      'vielen Dank für Ihre Zusage. Im Moment sind ',
      strong('alle Plätze vergeben'),
      '; Sie stehen auf der Warteliste. Sobald ein Platz frei wird, rücken Sie nach und erhalten eine Mail.',
    ),
    meetingFacts(letter),
    ...answerBlocks(letter, 'Meinen Platz auf der Warteliste ansehen'),
  ],
  MOVED_UP: (letter) => [
    paragraph(
      strong('ein Platz ist frei geworden: Sie sind dabei.'),
      ' Falls Sie doch nicht kommen können, sagen Sie bitte ab, damit andere nachrücken.',
    ),
    meetingFacts(letter),
    ...answerBlocks(letter, 'Meine Antwort ansehen'),
  ],
  STAYS: (letter) => [
    paragraph(
      'vielen Dank für Ihren Vorschlag. Wir konnten ihn leider nicht aufnehmen: ',
      strong('Es bleibt bei der bisherigen Zeit.'),
      ' Ihre Antwort ändert sich dadurch nicht.',
    ),
    meetingFacts(letter),
    ...answerBlocks(letter, hasAnswered(letter) ? 'Meine Antwort ansehen' : 'Zu- oder absagen'),
  ],
};

function dayWords({ meeting }: LetterFacts): string {
  return meeting.startsAt && meeting.endsAt
    ? ` am ${formatDate(meeting.startsAt)}, ${formatTimeRange(meeting.startsAt, meeting.endsAt)},`
    : '';
}

function changeWords(change: { before: string; after: string }): Words {
  if (change.after === '') return `entfällt (bisher: ${change.before})`;
  return change.before === '' ? [strong(change.after)] : [strong(change.after), `\nbisher: ${change.before}`];
}

/** What, when, where: the same facts in the mail and on the answer page. */
export function meetingFacts({
  meeting,
  onBehalfOf,
}: Pick<LetterFacts, 'meeting' | 'onBehalfOf'>): ReturnType<typeof facts> {
  return facts([
    [
      'Wann',
      meeting.startsAt && meeting.endsAt ? strong(formatPeriod(meeting.startsAt, meeting.endsAt)) : null,
    ],
    ['Wo', meeting.place ? [meeting.place, meeting.placeNote ? `\n${meeting.placeNote}` : ''] : null],
    ['Online', meeting.onlineLink ? link(meeting.onlineLink, meeting.onlineLink) : null],
    ['Barrierefreiheit', meeting.accessibility || null],
    ['Eingeladen für', onBehalfOf || null],
    ['Antwort bis', meeting.answerUntil ? formatDate(meeting.answerUntil) : null],
  ]);
}

export function agendaBlocks({ agenda }: Pick<LetterFacts, 'agenda'>): readonly MaybeBlock[] {
  if (agenda.length === 0) return [];
  return [
    heading('Tagesordnung'),
    numberedList(
      agendaTree(agenda).map(({ item, children }, index) =>
        [pointWords(item), ...children.map((it, at) => `${index + 1}.${at + 1} ${pointWords(it)}`)].join(
          '\n',
        ),
      ),
    ),
  ];
}

function pointWords({ title, presenter, minutes }: LetterFacts['agenda'][number]): string {
  const details = [presenter, minutes ? `${minutes} Min.` : ''].filter(Boolean).join(', ');
  return details ? `${title} (${details})` : title;
}

function hasAnswered({ answer = 'NEEDS_ACTION' }: LetterFacts): boolean {
  return answer !== 'NEEDS_ACTION';
}

function answerNote(letter: LetterFacts): MaybeBlock {
  if (!letter.answer || !hasAnswered(letter) || letter.kind === 'WAITING') return null;
  return letter.waits
    ? note(
        'Ihre Zusage ist notiert. Im Moment sind alle Plätze vergeben; Sie stehen auf der Warteliste. Sobald ein Platz frei wird, rücken Sie nach und erhalten eine Mail.',
      )
    : note(`Ihre bisherige Antwort: ${answerLabels[letter.answer]}.`);
}

function answerBlocks(letter: LetterFacts, label: string): readonly MaybeBlock[] {
  if (!letter.answerUrl) return [];
  return [
    answerNote(letter),
    button(label, letter.answerUrl),
    note(
      'Sie brauchen dafür kein Passwort. Sie können auch im Kalender antworten oder einfach auf diese Mail schreiben. Bitte leiten Sie den persönlichen Knopf nicht weiter.',
    ),
  ];
}

function closing({ meeting, away }: LetterFacts): readonly MaybeBlock[] {
  return [away ? note(away) : null, ...signed(meeting.organizerName)];
}
