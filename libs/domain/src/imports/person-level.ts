import { announced, headingOf, identifier, type PersonLevelKind, wordOf } from './personal-data';

export interface PersonLevelFault {
  kind: PersonLevelKind;
  /** The heading, as it stands in the file; empty where no single column gives it away. */
  column: string;
}

const placeOf = (column: string): string => (column ? `In der Spalte „${column}“` : 'Über den Überschriften');
const says: Record<PersonLevelKind, (column: string) => string> = {
  BIRTHDAY: (column) => `${placeOf(column)} stehen Geburtsdaten`,
  NAME: (column) => `${placeOf(column)} stehen Namen`,
  STREET: (column) => `${placeOf(column)} stehen Anschriften`,
  ACCOUNT: (column) => `${placeOf(column)} stehen Kontodaten`,
  FILE_NUMBER: (column) => `${placeOf(column)} stehen Akten- oder Kennnummern`,
  ROW_EACH: () => 'Jede Zeile steht für einen Menschen, eine Spalte mit einer Anzahl fehlt',
};

/**
 * One sentence on what was wrong, and what to do instead.
 * @param kept what became of the file: "es wurde nichts übertragen"
 */
export function personLevelSays({ kind, column }: PersonLevelFault, kept: string): string {
  return `${says[kind](column)}: Bitte liefern Sie nur zusammengefasste Zahlen, ${kept}.`;
}

/** What describes one human or a group of them. Two of these without any number beside them are a list of humans. */
const describing = [
  ...[
    'alter',
    'lebensalter',
    'geschlecht',
    'staatsangehoerigkeit',
    'nationalitaet',
    'familienstand',
    'wohnort',
    'ort',
  ],
  ...[
    'plz',
    'postleitzahl',
    'beruf',
    'schulabschluss',
    'pflegegrad',
    'diagnose',
    'konfession',
    'religion',
    'gdb',
  ],
  ...['gradderbehinderung', 'erwerbsstatus', 'leistungsart', 'geburtsjahr'],
];
/** Numbers that count nobody. */
const keys = [
  ...[
    'jahr',
    'monat',
    'quartal',
    'stichtag',
    'datum',
    'ags',
    'ars',
    'nr',
    'nummer',
    'lfdnr',
    'id',
    'gemeindeschluessel',
  ],
  ...['schluessel', 'berichtsjahr', 'schuljahr', 'zeile'],
];

/** Headings may stand on two or three lines, the lower of which looks like a row. */
const ROWS_LIKE_HEADINGS = 3;
const LONGEST_HEADING = 40;
const STARTS_WITH_LETTER = /^\s?\p{L}/u;
const ROWS_FOR_A_PATTERN = 5;
const ROWS_OF_ONES = 10;

interface Seen {
  heading: string;
  word: string;
  filled: number;
  numbers: number;
  ones: number;
  dates: number;
  firstYear: number;
  lastYear: number;
  daysOfMonth: Set<number>;
}

/**
 * Looks at a delivered table row by row: whether it is about single humans, by its headings and by what stands below
 * them. Pure and without a library, so that the browser asks it before anything leaves the device and the server asks
 * it again. A table of sums passes with any headings of groups ("Altersgruppe", "Geschlecht") as long as it counts.
 */
export class PersonLevelCheck {
  private readonly columns: Seen[];
  private rows = 0;
  private found: PersonLevelFault | null = null;

  /** @param headings as they stand in the file */
  constructor(headings: readonly string[]) {
    this.columns = headings.map(unseen);
    for (const { word, heading } of this.columns) {
      const kind = announced(word);
      if (kind) this.found ??= { kind, column: heading };
    }
  }

  /** What stands above the headings: a letterhead may name a street, and no single human's numbers. */
  above(cells: readonly string[]): void {
    for (const cell of cells) {
      const kind = identifier(cell.trim());
      if (kind) this.found ??= { kind, column: '' };
    }
  }

  /** One row below the headings, as texts; what stands beside them, without a heading, is looked at as well. */
  take(cells: readonly string[]): void {
    if (this.found) return;
    this.rows += 1;
    for (const [index, whole] of cells.entries()) {
      const cell = whole.trim();
      if (cell === '') continue;
      while (this.columns.length <= index) this.columns.push(unseen(`Spalte ${this.columns.length + 1}`));
      const column = this.columns[index];
      if (column) this.look(column, cell);
    }
    this.lookForHeadings(cells);
  }

  /** A row that is headings: below the first line of them, or above a second table further down. */
  private lookForHeadings(cells: readonly string[]): void {
    let first: PersonLevelFault | null = null;
    for (const cell of cells) {
      if (cell.length > LONGEST_HEADING || !STARTS_WITH_LETTER.test(cell)) continue;
      const kind = headingOf(wordOf(cell));
      if (!kind) continue;
      if (first || this.rows <= ROWS_LIKE_HEADINGS) this.found ??= first ?? { kind, column: short(cell) };
      first ??= { kind, column: short(cell) };
    }
  }

  /** After any number of rows; null where nothing speaks of single humans. */
  fault(): PersonLevelFault | null {
    if (this.found) return this.found;
    const birthdays = this.columns.find(
      ({ dates, filled, firstYear, lastYear, daysOfMonth }) =>
        dates >= ROWS_FOR_A_PATTERN &&
        dates * 2 > filled &&
        lastYear - firstYear >= 10 &&
        daysOfMonth.size >= 4,
    );
    if (birthdays) return { kind: 'BIRTHDAY', column: birthdays.heading };
    return this.isRowEach() ? { kind: 'ROW_EACH', column: '' } : null;
  }

  private look(column: Seen, cell: string): void {
    column.filled += 1;
    const kind = identifier(cell);
    if (kind) this.found ??= { kind, column: column.heading };
    const date = dateOf(cell);
    if (date) {
      column.dates += 1;
      column.firstYear = Math.min(column.firstYear, date.year);
      column.lastYear = Math.max(column.lastYear, date.year);
      column.daysOfMonth.add(date.day);
    } else if (isNumber(cell)) {
      column.numbers += 1;
      if (cell === '1') column.ones += 1;
    }
  }

  private isRowEach(): boolean {
    const described = this.columns.filter(({ word }) => describing.includes(word));
    if (described.length < 2 || this.rows < ROWS_FOR_A_PATTERN) return false;
    const counts = this.columns.filter(
      ({ word, numbers, filled }) =>
        !describing.includes(word) && !keys.includes(word) && filled > 0 && numbers * 2 >= filled,
    );
    const onlyOnes = counts.every(({ ones, filled }) => ones === filled);
    return counts.length === 0 || (onlyOnes && this.rows >= ROWS_OF_ONES);
  }
}

/** The same for a table that is there as a whole. */
export function personLevelFault(
  headings: readonly string[],
  rows: Iterable<readonly string[]>,
): PersonLevelFault | null {
  const check = new PersonLevelCheck(headings);
  for (const row of rows) check.take(row);
  return check.fault();
}

function unseen(heading: string): Seen {
  return {
    heading: short(heading),
    word: wordOf(heading),
    ...{ filled: 0, numbers: 0, ones: 0, dates: 0, firstYear: 9999, lastYear: 0 },
    daysOfMonth: new Set<number>(),
  };
}

/** A year of two digits keeps its place among its like; the century does not matter for how they spread. */
function dateOf(cell: string): { year: number; day: number } | null {
  if (cell.length > 30) return null;
  const german = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})(?: \d\d:[\d:.]+)?$/.exec(cell);
  if (german) return { year: Number(german[3]), day: Number(german[1]) };
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ][\d:.]+Z?)?$/.exec(cell);
  return iso ? { year: Number(iso[1]), day: Number(iso[3]) } : null;
}

function isNumber(cell: string): boolean {
  return /^-?[\d.]{1,20}(,\d{1,10})?%?$/.test(cell) && /\d/.test(cell);
}

function short(heading: string): string {
  const clean = heading.replace(/\s+/g, ' ').trim();
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
