import type { MaybeBlock } from '../documents';
import {
  type DocumentContent,
  documentOf,
  heading,
  link,
  list,
  note,
  paragraph,
  paragraphs,
  quote,
  strong,
} from '../documents';
import {
  alsoFor,
  decisionSentence,
  type PublicFeedback,
  type PublicLetterLine,
  publicLetterPath,
} from '../feedback';
import type { PublishedFinding, PublishedPriority } from '../findings';
import type { OutcomeWords } from '../outcomes';
import { formatDate } from '../time';

/** From so many people on a number is told; fewer might be known by those who live there. */
export const FEW_PEOPLE = 3;

export interface NumberedWords extends OutcomeWords {
  number: string;
}

/** Everything everybody may know of a Handlungsfeld. */
export interface FieldResults {
  field: string;
  /** Checked Hinweise that belong here. */
  heard: number;
  /** Of them those that could not be taken up. */
  notTakenUp: number;
  findings: readonly (PublishedFinding & { voices: number; formats: readonly string[] })[];
  /** Ergebnisbriefe everybody may read that report on some of these Hinweise. */
  letters: readonly PublicLetterLine[];
  /** Answers that are public one by one, the newest first. */
  answers: readonly PublicFeedback[];
  priorities: readonly PublishedPriority[];
  recommendations: { adopted: readonly NumberedWords[]; rejected: readonly NumberedWords[] };
  measures: { going: readonly NumberedWords[]; ended: readonly NumberedWords[] };
  /** Since when everybody may read it; null for who looks at it before. */
  publishedAt: string | null;
}

/** A number of Hinweise as everybody may read it: few are said as few. */
export function heardWords(count: number): string {
  if (count === 0) return 'keine Hinweise';
  return count < FEW_PEOPLE ? 'einzelne Hinweise' : `${count} Hinweise`;
}

/** "Das wurde daraus": what was said, what the county made of it, what is done, what was not taken up and why. */
export function fieldResultsDocument(results: FieldResults): DocumentContent {
  const { findings, letters, answers, priorities, recommendations, measures, publishedAt } = results;
  const { adopted, rejected } = recommendations;
  return documentOf(`Das wurde daraus: ${results.field}`, [
    paragraph(
      'Was Menschen im Landkreis zu diesem Thema gesagt haben, was daraus beschlossen wurde und was jetzt getan wird.',
    ),
    heading('Was Menschen gesagt haben'),
    paragraph(heardSentence(results.heard)),
    findings.length > 0 && paragraph('Das haben wir aus ihnen gelernt:'),
    list(findings.map(findingWords)),
    letters.length > 0 && paragraph('Auch das wurde gesagt und beantwortet:'),
    list(
      letters.map(({ id, title, day }) => [
        link(title, publicLetterPath(id)),
        ...(day === null ? [] : [` (${formatDate(day)})`]),
      ]),
    ),
    answers.length > 0 && heading('Was einzelne gesagt haben, und unsere Antwort', 3),
    ...answers.flatMap(answerBlocks),
    answers.length > 0 && paragraph(link('Alle Antworten ansehen', '/ergebnisse')),
    heading('Was der Landkreis daraus macht'),
    priorities.length + adopted.length === 0 && paragraph('Dazu ist noch nichts beschlossen.'),
    priorities.length > 0 && paragraph('Das ist uns hier besonders wichtig:'),
    list(priorities.map(({ title, description }) => [strong(title), ...further(description)])),
    ...adopted.flatMap(byNumber),
    heading('Was getan wird'),
    measures.going.length === 0 && paragraph('Hier läuft noch nichts, worüber wir berichten können.'),
    ...measures.going.flatMap(byTitle),
    heading('Was nicht aufgegriffen wurde, und warum'),
    ...rejected.flatMap(byNumber),
    ...measures.ended.flatMap(byTitle),
    results.notTakenUp > 0
      ? paragraph(
          `Außerdem konnten wir ${heardWords(results.notTakenUp)} nicht aufnehmen. Wer sie gegeben hat, kennt unseren Grund.`,
        )
      : rejected.length + measures.ended.length === 0 &&
        paragraph('Bisher wurde nichts abgelehnt oder abgebrochen.'),
    publishedAt !== null &&
      note(`Veröffentlicht am ${formatDate(publishedAt)}. Diese Seite zeigt immer den neuesten Stand.`),
  ]);
}

function heardSentence(heard: number): string {
  return heard === 0
    ? 'Zu diesem Thema haben wir noch keinen Hinweis bekommen.'
    : `Zu diesem Thema haben uns bisher ${heardWords(heard)} erreicht.`;
}

function findingWords({
  statement,
  caveat,
  voices,
  formats,
}: FieldResults['findings'][number]): readonly (string | ReturnType<typeof strong>)[] {
  const behind = [
    ...(voices > 0 ? [heardWords(voices)] : []),
    ...formats.map((title) => `die Ergebnisse von „${title}“`),
  ];
  const sentence = behind.length > 0 ? `Dafür sprechen: ${behind.join(', ')}.` : '';
  return [strong(statement), ...further(sentence), ...further(caveat)];
}

function further(words: string): string[] {
  return words === '' ? [] : [`\n${words}`];
}

function answerBlocks(item: PublicFeedback): MaybeBlock[] {
  const decided = decisionSentence(item.decision, item.forwardedTo);
  return [
    quote(item.text),
    !item.answer.startsWith(decided) && paragraph(strong(decided)),
    ...paragraphs(item.answer),
    item.further > 0 && paragraph(alsoFor(item.further)),
  ];
}

/** A recommendation is a sentence, often a long one: its number stands above it. */
function byNumber({ label, number, text, said }: NumberedWords): MaybeBlock[] {
  return [heading(`${label} ${number}`, 3), ...paragraphs(text), list(said)];
}

function byTitle({ label, number, text, said }: NumberedWords): MaybeBlock[] {
  return [heading(text, 3), list([`${label} ${number}`, ...said])];
}
