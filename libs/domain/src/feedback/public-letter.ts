import {
  divider,
  type DocumentContent,
  documentOf,
  heading,
  note,
  paragraph,
  paragraphs,
  quote,
  strong,
} from '../documents';
import { counted } from '../text';
import { formatDate } from '../time';
import { decisionSentence } from './feedback-documents';
import type { FeedbackDecision } from './feedback-words';
import { findPersonalData } from './privacy/personal-data';

/** An Ergebnisbrief as everybody may read it. */
export interface PublicLetter {
  title: string;
  /** Day of the meeting, null for a format of several. */
  day: string | null;
  /** Checked words and what became of them; never who said them, nor in which role. */
  items: readonly {
    text: string;
    decision: FeedbackDecision;
    forwardedTo: string;
    reason: string;
    answer: string;
  }[];
  /** How many are still examined. */
  open: number;
  inReviewUntil: string | null;
  publishedAt: string;
}

export interface PublicLetterLine {
  id: string;
  title: string;
  day: string | null;
}

/** Where everybody reads it. */
export function publicLetterPath(letterId: string): string {
  return `/ergebnisse/brief/${letterId}`;
}

/**
 * What was said somewhere and what became of it, for everybody. An answer in which somebody might be named was written
 * to one person: there the decision stands alone.
 */
export function publicLetterDocument(letter: PublicLetter): DocumentContent {
  const { items, open, inReviewUntil } = letter;
  const until = inReviewUntil ? ` bis ${formatDate(inReviewUntil)}` : '';
  return documentOf(
    `Was daraus wurde: ${letter.title}`,
    [
      paragraph('Das haben Menschen dort gesagt, und das ist daraus geworden.'),
      heading('Was entschieden ist'),
      ...items.flatMap((item, index) => {
        const decided = decisionSentence(item.decision, item.forwardedTo);
        const words = [item.reason, item.answer].find(
          (each) => each.trim() !== '' && findPersonalData(each).length === 0,
        );
        const more = paragraphs(words ?? '').filter((block) =>
          block.runs.some(({ text }) => text !== decided),
        );
        return [index > 0 && divider(), quote(item.text), paragraph(strong(decided)), ...more];
      }),
      open > 0 && heading('Was noch offen ist'),
      open > 0 && paragraph(`${counted(open, 'Hinweis wird', 'Hinweise werden')} noch geprüft${until}.`),
      note(`Veröffentlicht am ${formatDate(letter.publishedAt)}.`),
    ],
    letter.day === null ? {} : { subtitle: formatDate(letter.day) },
  );
}
