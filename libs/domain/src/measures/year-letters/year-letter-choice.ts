import { folded } from '../../text';
import type { LetterYearRow } from './year-letter-views';

export const letterChoices = ['UNSENT', 'SENT', 'WITHOUT_MAIL'] as const;
export type LetterChoice = (typeof letterChoices)[number];

const belongs: Record<LetterChoice, (row: LetterYearRow) => boolean> = {
  UNSENT: ({ sent }) => sent === null,
  SENT: ({ sent }) => sent !== null,
  WITHOUT_MAIL: ({ to }) => to.length === 0,
};

/**
 * The letters of a year that a list or a file of them shows. In: all rows, a part of a name (case and umlauts do not
 * matter, empty for all) and a choice or null; out: the rows that fit both, in their order.
 */
export function chosenLetters(
  rows: readonly LetterYearRow[],
  search: string,
  choice: LetterChoice | null,
): LetterYearRow[] {
  const words = folded(search.trim());
  return rows.filter((row) => folded(row.name).includes(words) && (choice === null || belongs[choice](row)));
}
