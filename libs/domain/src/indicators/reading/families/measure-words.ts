import { RefusedTable } from '../../read-value';
import { isConnector, isTotal, nameByLabel } from '../cells/dimension-names';
import type { Notices } from '../notices';

const NOTE = /^(?:\d{1,2}\)|©|quelle|erstell|datenstand|stand:|hinweis|\*\))/i;
/** "dar.: 55,7% Männer" is the label "Männer". */
const IN_FRONT = /^(?:(?:davon|darunter|dar\.|und zwar) ?:? ?)?(?:\(?\d{1,3}(?:[.,]\d{1,3})? ?%\)? ?)?/i;
/** What is counted over more than the time in the head. */
const CUMULATED = /seit jahresbeginn|seit beginn des|kumuliert|gleitende|jahressumme|jahresfortschritt/i;

/** What stands below a table or between its lines and is no heading. */
export function isNote(words: string): boolean {
  return NOTE.test(words);
}

/** Whether a line counts from the beginning of the year and not in the month above it. */
export function isCumulated(words: string): boolean {
  return CUMULATED.test(words);
}

export function noteCumulated(notices: Notices, words: string, line: number): void {
  notices.add(
    'note',
    'line-cumulated',
    `Zeile ${line} („${words.slice(0, 60)}“) zählt über mehr als die Zeit im Kopf und wird nicht übernommen.`,
    line,
  );
}

/** A label without "darunter" and its share in front. */
export function bareLabel(words: string): string {
  return words.replace(IN_FRONT, '').trim() || words;
}

export interface Measured {
  measure: string;
  dimensions: Record<string, string>;
}

/** What lines count, one below the other: a total is the heading itself, a known label a part of it. */
export class MeasureWords {
  private over = '';
  private under = '';
  /** Whether the heading stands in a line of its own, so that the lines below are parts of it. */
  private isOwn = false;

  /** What is counted before any line says it: the words of the title. */
  begin(title: string): void {
    this.over = title;
  }

  /** A line of words alone. */
  heading(words: string): void {
    if (isConnector(words)) return;
    this.over = words;
    this.under = '';
    this.isOwn = true;
  }

  /** What a line of values counts; anything that is no known label is told by its words. */
  of(words: string): Measured {
    const label = bareLabel(words);
    const isPart = label !== words;
    const name = nameByLabel(label);
    if (isTotal(label) && this.over !== '') {
      this.under = '';
      return { measure: this.over, dimensions: {} };
    }
    const above: Record<string, string> = this.under === '' ? {} : { Merkmal: this.under };
    if (name && this.over !== '') return { measure: this.over, dimensions: { ...above, [name]: label } };
    if (isPart && this.over !== '')
      return {
        measure: this.over,
        dimensions: { ...above, [this.under === '' ? 'Merkmal' : 'Merkmal 2']: label },
      };
    if (this.isOwn) {
      this.under = label;
      return { measure: this.over, dimensions: { Merkmal: label } };
    }
    this.over = label;
    this.under = '';
    return { measure: label, dimensions: {} };
  }
}

/** Where an area, a time or nothing stands in front instead of a label. */
export function strayLabel(line: number, words: string): RefusedTable {
  return new RefusedTable(
    'no-area',
    `Das Blatt handelt von einem Gebiet und seinen Zeiten, in Zeile ${line} steht aber „${words.slice(0, 60)}“: Was dort gezählt wird, ist nicht zu erkennen.`,
    line,
  );
}
