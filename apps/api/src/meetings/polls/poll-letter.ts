import {
  button,
  documentOf,
  type DocumentContent,
  heading,
  list,
  type MaybeBlock,
  note,
  paragraph,
  paragraphs,
  signed,
  strong,
} from '@runder-tisch/domain/documents';
import { greetingTo, type NameParts } from '@runder-tisch/domain/actors';
import { formatDate, formatPeriod } from '@runder-tisch/domain/time';

export type PollLetterKind = 'ASK' | 'REMINDER' | 'NEW_DATES' | 'DATES_GONE' | 'CANCELLED';

export interface PollLetterFacts {
  kind: PollLetterKind;
  /** "Guten Tag, Frau Berg" */
  hello: string;
  title: string;
  /** The office's own words. */
  message: string;
  /** Dates still in the running, in order of time. */
  dates: readonly PollPeriod[];
  /** Those that came in with this change. */
  added: readonly PollPeriod[];
  closesAt: Date;
  organizerName: string;
  reason: string;
  /** Absolute address of the poll page; none where there is nothing left to vote on. */
  url: string | null;
}

export interface PollPeriod {
  startsAt: Date;
  endsAt: Date;
}

/** The mail of a Terminumfrage as data. It carries no calendar part: a date somebody may choose is no appointment. */
export function pollLetter(letter: PollLetterFacts): {
  subject: string;
  preview: string;
  content: DocumentContent;
} {
  return {
    subject: `${subjects[letter.kind]} ${letter.title}`,
    preview: letter.url ? `${letter.dates.length} Termine · bis ${formatDate(letter.closesAt)}` : '',
    content: documentOf(letter.title, [
      paragraph(`${letter.hello},`),
      ...bodies[letter.kind](letter),
      ...answerBlocks(letter),
      ...signed(letter.organizerName),
    ]),
  };
}

const subjects: Record<PollLetterKind, string> = {
  ASK: 'Wann können Sie?',
  REMINDER: 'Noch offen: Wann können Sie?',
  NEW_DATES: 'Neuer Terminvorschlag:',
  DATES_GONE: 'Terminvorschläge geändert:',
  CANCELLED: 'Terminumfrage abgesagt:',
};

const bodies: Record<PollLetterKind, (letter: PollLetterFacts) => readonly MaybeBlock[]> = {
  ASK: (letter) => [
    paragraph(`wir suchen einen Termin für „${letter.title}“. Welche dieser Termine passen Ihnen?`),
    ...paragraphs(letter.message),
    ...dateBlocks('Zur Wahl stehen', letter.dates),
  ],
  REMINDER: (letter) => [
    paragraph(
      `für „${letter.title}“ suchen wir noch einen Termin, und Ihre Antwort fehlt uns. Es dauert keine Minute.`,
    ),
    ...dateBlocks('Zur Wahl stehen', letter.dates),
  ],
  NEW_DATES: (letter) => [
    paragraph(
      letter.added.length === 1
        ? `für „${letter.title}“ steht ein weiterer Termin zur Wahl. Passt er Ihnen?`
        : `für „${letter.title}“ stehen weitere Termine zur Wahl. Passen sie Ihnen?`,
    ),
    ...dateBlocks(letter.added.length === 1 ? 'Neu dabei' : 'Neu dabei sind', letter.added),
    paragraph('Ihre bisherigen Antworten bleiben bestehen.'),
  ],
  DATES_GONE: (letter) => [
    paragraph(
      `die Termine, an denen Sie zu „${letter.title}“ kommen könnten, stehen leider nicht mehr zur Wahl. Geht vielleicht doch einer von diesen?`,
    ),
    ...dateBlocks('Zur Wahl stehen', letter.dates),
  ],
  CANCELLED: (letter) => [
    paragraph(
      strong(`Die Terminumfrage zu „${letter.title}“ ist abgesagt.`),
      ' Sie müssen nicht mehr antworten.',
    ),
    ...paragraphs(letter.reason),
  ],
};

function dateBlocks(title: string, dates: readonly PollPeriod[]): readonly MaybeBlock[] {
  return [heading(title), list(dates.map((it) => formatPeriod(it.startsAt, it.endsAt)))];
}

function answerBlocks({ url, closesAt }: PollLetterFacts): readonly MaybeBlock[] {
  if (!url) return [];
  return [
    button('Termine ankreuzen', url),
    paragraph('Bitte antworten Sie bis ', strong(formatDate(closesAt)), '.'),
    note(
      'Sie brauchen dafür kein Passwort und können Ihre Antwort bis dahin ändern. Sie können auch einfach auf diese Mail schreiben. Bitte leiten Sie den persönlichen Knopf nicht weiter.',
    ),
  ];
}

export interface PollRecipient {
  person: NameParts | null;
  organisationId: string | null;
  name: string;
  mail: string;
}

export function helloTo(recipient: PollRecipient): string {
  return greetingTo({ ...recipient, mailbox: recipient.organisationId !== null });
}
