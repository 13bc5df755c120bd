import type { Block, DocumentContent, MaybeBlock, ParagraphBlock } from '../documents';
import {
  button,
  divider,
  documentOf,
  facts,
  heading,
  note,
  paragraph,
  paragraphs,
  plainText,
  quote,
  strong,
} from '../documents';
import { outcomeBlocks, type OutcomeStep } from '../outcomes';
import { formatDate } from '../time';
import type { FeedbackDecision, FeedbackState } from './feedback-words';

/** What a sender is told of a Hinweis; never more than this leaves the house. */
export interface ToldFeedback {
  number: string;
  receivedAt: Date;
  /** Checked text; null while nobody has checked it. */
  text: string | null;
  state: FeedbackState;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
}

/** The decision as a sentence to whoever gave the Hinweis. */
export function decisionSentence(decision: FeedbackDecision, forwardedTo: string): string {
  switch (decision) {
    case 'INCORPORATED':
      return 'Wir haben diesen Hinweis aufgenommen.';
    case 'PARTLY':
      return 'Wir haben diesen Hinweis teilweise aufgenommen.';
    case 'NOTED':
      return 'Wir haben diesen Hinweis zur Kenntnis genommen.';
    case 'NOT_INCORPORATED':
      return 'Wir konnten diesen Hinweis nicht aufnehmen.';
    case 'OUT_OF_SCOPE':
      return `Dafür sind wir nicht zuständig. Weitergeleitet an: ${forwardedTo}`;
  }
}

/** That an answer, told once, is meant for others as well; empty where it was only for one. */
export function alsoFor(further: number): string {
  if (further === 0) return '';
  return `Diese Antwort gilt auch für ${further === 1 ? 'einen weiteren Hinweis' : `${further} weitere Hinweise`}.`;
}

/** Where a Hinweis stands, in words that need no knowledge of the office. */
export function stateSentence(state: FeedbackState): string {
  switch (state) {
    case 'SESSION':
    case 'SUBMITTED':
      return 'Ihr Hinweis ist eingegangen. Wir lesen ihn jetzt und entfernen, was andere Personen betrifft.';
    case 'TRIAGED':
      return 'Wir haben Ihren Hinweis gelesen und ordnen ihn gerade einem Handlungsfeld zu.';
    case 'LINKED':
      return 'Ihr Hinweis ist zugeordnet. Die Sozialplanung entscheidet als Nächstes, was daraus wird.';
    case 'DECIDED':
      return 'Ihr Hinweis ist entschieden.';
    case 'ANSWERED':
    case 'ARCHIVED':
      return 'Ihr Hinweis ist entschieden und beantwortet.';
    case 'REJECTED':
      return 'Wir konnten Ihren Hinweis nicht bearbeiten.';
  }
}

export function decisionIsTold(state: FeedbackState): boolean {
  return state === 'DECIDED' || state === 'ANSWERED' || state === 'ARCHIVED';
}

/** Mail after quick entry: no word of what was said, for nobody has checked it yet. */
export function acknowledgementDocument(
  told: ToldFeedback,
  greeting: string,
  stateUrl: string,
): DocumentContent {
  return documentOf('Ihr Hinweis ist angekommen', [
    paragraph(`${greeting},`),
    paragraph(
      'vielen Dank, dass Sie sich gemeldet haben. Ihr Hinweis hat die Nummer ',
      strong(told.number),
      '.',
    ),
    paragraph(
      'Was daraus wird, sehen Sie jederzeit auf Ihrer persönlichen Seite. Sie brauchen dafür kein Konto.',
    ),
    button('Stand ansehen', stateUrl),
    note('Bitte geben Sie diesen Link nicht weiter: Er zeigt Ihren Hinweis und unsere Antwort.'),
  ]);
}

export function answerDocument(told: ToldFeedback, greeting: string, stateUrl: string): DocumentContent {
  return documentOf('Das wurde aus Ihrem Hinweis', [
    paragraph(`${greeting},`),
    paragraph(
      `vielen Dank für Ihren Hinweis vom ${formatDate(told.receivedAt)} (`,
      strong(told.number),
      '). Heute können wir Ihnen sagen, was daraus geworden ist.',
    ),
    ...saidAndDecided(told),
    button('Stand ansehen', stateUrl, 'quiet'),
  ]);
}

/**
 * The page behind the link in these mails.
 * @param outcomes what came of it beyond the answer
 */
export function stateDocument(told: ToldFeedback, outcomes: readonly OutcomeStep[] = []): DocumentContent {
  const decided = decisionIsTold(told.state);
  return documentOf('Ihr Hinweis', [
    facts([
      ['Nummer', told.number],
      ['Eingegangen am', formatDate(told.receivedAt)],
    ]),
    paragraph(strong(stateSentence(told.state))),
    ...(decided
      ? saidAndDecided(told)
      : [told.text !== null && heading('Was Sie uns gesagt haben'), told.text !== null && quote(told.text)]),
    ...outcomeBlocks(outcomes),
    !decided &&
      told.state !== 'REJECTED' &&
      note('Diese Seite zeigt immer den neuesten Stand. Sie können jederzeit wiederkommen.'),
  ]);
}

function saidAndDecided(told: ToldFeedback): MaybeBlock[] {
  const { reason, answer } = reasonAndAnswer(told);
  return [
    told.text !== null && heading('Was Sie uns gesagt haben'),
    told.text !== null && quote(told.text),
    told.decision && heading('Was wir entschieden haben'),
    told.decision && paragraph(strong(decisionSentence(told.decision, told.forwardedTo))),
    ...reason,
    answer.length > 0 && heading('Unsere Antwort'),
    ...answer,
  ];
}

/**
 * Each thing said once: an answer often takes up the decision and its reason word for word, and that of an
 * Ergebnisbrief consists of nothing else.
 */
function reasonAndAnswer(
  told: Pick<ToldFeedback, 'decision' | 'forwardedTo' | 'reason' | 'answer'>,
): Record<'reason' | 'answer', readonly ParagraphBlock[]> {
  const sentence = told.decision ? decisionSentence(told.decision, told.forwardedTo) : '';
  const reason = beyond([sentence], paragraphs(told.reason));
  const answer = beyond([sentence, ...reason.map(wordsOf)], paragraphs(told.answer));
  return { reason: beyond(answer.map(wordsOf), reason), answer };
}

/** The paragraphs no other text holds already. */
function beyond(said: readonly string[], blocks: readonly ParagraphBlock[]): readonly ParagraphBlock[] {
  return blocks.filter((block) => !said.some((words) => words.includes(wordsOf(block))));
}

function wordsOf(block: ParagraphBlock): string {
  return plainText(block.runs);
}

/** One Hinweis as an Ergebnisbrief reports on it. */
export interface ReportedFeedback {
  text: string | null;
  speakerRole: string;
  state: FeedbackState;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
}

export interface ReturnMessageFacts {
  title: string;
  /** Day of the meeting, null for a format of several. */
  day: Date | null;
  intro: string;
  closing: string;
  inReviewUntil: string | null;
  items: readonly ReportedFeedback[];
}

/** "Was wurde aus Ihren Hinweisen": what was said, what was decided, why; and what is still open until when. */
export function returnMessageDocument(letter: ReturnMessageFacts, greeting?: string): DocumentContent {
  const decided = letter.items.filter((item) => decisionIsTold(item.state));
  const open = letter.items.filter((item) => !decisionIsTold(item.state));
  const quoted = open.filter((item) => item.text !== null);
  const unread = open.length - quoted.length;
  const until = letter.inReviewUntil ? ` bis ${formatDate(letter.inReviewUntil)}` : '';
  return documentOf(
    'Was wurde aus Ihren Hinweisen?',
    [
      greeting !== undefined && paragraph(`${greeting},`),
      ...paragraphs(letter.intro),
      decided.length > 0 &&
        heading(decided.length === 1 ? 'Was entschieden ist' : `Was entschieden ist (${decided.length})`),
      ...decided.flatMap((item, index) => [index > 0 && divider(), ...reported(item)]),
      open.length > 0 && heading(`Noch in Prüfung${until}`),
      ...quoted.map((item) => quote(item.text ?? '', item.speakerRole || undefined)),
      unread > 0 && paragraph(unreadSentence(unread, quoted.length > 0)),
      open.length > 0 && paragraph('Dazu erhalten Sie einen weiteren Ergebnisbrief, sobald entschieden ist.'),
      ...paragraphs(letter.closing),
    ],
    { subtitle: letter.day ? `${letter.title} am ${formatDate(letter.day)}` : letter.title },
  );
}

function reported(item: ReportedFeedback): Block[] {
  return [quote(item.text ?? '', item.speakerRole || undefined), ...decisionBlocks(item)];
}

/**
 * What the house said to one Hinweis: the decision as a sentence, its reason and the answer, each thing once.
 * @returns no block where nothing was decided
 */
export function decisionBlocks(
  told: Pick<ToldFeedback, 'decision' | 'forwardedTo' | 'reason' | 'answer'>,
): Block[] {
  const { reason, answer } = reasonAndAnswer(told);
  return [
    ...(told.decision ? [paragraph(strong(decisionSentence(told.decision, told.forwardedTo)))] : []),
    ...reason,
    ...answer,
  ];
}

function unreadSentence(count: number, more: boolean): string {
  if (count === 1) return `Ein ${more ? 'weiterer ' : ''}Hinweis wird gerade noch gelesen.`;
  return `${count} ${more ? 'weitere ' : ''}Hinweise werden gerade noch gelesen.`;
}

/** The answer kept with an item that the letter itself answered. */
export function answerByLetter(decision: FeedbackDecision, reason: string, forwardedTo: string): string {
  return [decisionSentence(decision, forwardedTo), reason.trim()].filter(Boolean).join('\n\n');
}

/** What a new letter of this writer begins with; the second one says that it closes what the first left open. */
export function draftLetter(
  title: string,
  number: number,
  writer: string,
): { subject: string; intro: string; closing: string } {
  return {
    subject:
      number === 1
        ? `Was wurde aus Ihren Hinweisen? – ${title}`
        : `Was aus den offenen Hinweisen wurde – ${title}`,
    intro:
      number === 1
        ? 'vielen Dank, dass Sie dabei waren und gesagt haben, was Ihnen wichtig ist. Heute berichten wir, was aus Ihren Hinweisen geworden ist.'
        : 'in unserem letzten Ergebnisbrief waren noch Hinweise offen. Heute können wir Ihnen sagen, was daraus geworden ist.',
    closing: `Haben Sie Fragen dazu? Antworten Sie einfach auf diese Mail.\n\nFreundliche Grüße\n${writer}`,
  };
}
