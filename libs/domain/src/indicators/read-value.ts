import type { KeyKind, PopulationBase, ValueFlag } from './value-flags';

/** How the time of a value is meant; `Period.period` is written accordingly. */
export const periodKinds = ['DAY', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'SCHOOL_YEAR', 'RANGE'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** "2015-12-31", "2015-03", "2015-Q1", "2015-H1", "2015", "2015/2016", "2013-01-01/2015-12-31". */
export interface Period {
  period: string;
  kind: PeriodKind;
}

/** One value of an official table, with all that is needed to say what it means and where it stood. */
export interface ReadValue {
  /** Code of the table or the statistics; null where the file names none. */
  table: string | null;
  /** "DG", "15", "15082", "15082005"; a twelve-digit key is given as AGS. */
  area: string;
  areaName: string;
  keyKind: KeyKind;
  /** As it stood in the file. */
  key: string;
  period: string;
  periodKind: PeriodKind;
  /** Label by name of the dimension. */
  dimensions: Record<string, string>;
  measure: string;
  measureCode: string | null;
  unit: string;
  /** The value counts in so many units: 1000 for "Tsd. EUR". */
  factor: number;
  value: number | null;
  flag: ValueFlag;
  /** The sign that stood in place of a number ("-", ".", "x", "/", "…", "*", "0", ""); null beside a number. */
  marker: string | null;
  /** The sign of quality beside the value ("e", "p", "r", "s", "()"). */
  quality: string | null;
  /** Day whose boundaries the area has. */
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  /** Sheet of a workbook; empty for text files. */
  sheet: string;
  line: number;
  /** From 1. */
  column: number;
}

/** What the reader has to say about a file: a question somebody should answer, a warning, or a note. */
export interface ReadingNotice {
  kind: 'question' | 'warning' | 'note';
  code: string;
  /** One German sentence, with the line of the file where one is meant. */
  says: string;
  line: number | null;
}

/** The file is not read, and why in one German sentence. */
export class RefusedTable extends Error {
  override name = 'RefusedTable';

  constructor(
    readonly code: string,
    readonly says: string,
    readonly line: number | null = null,
  ) {
    super(says);
  }
}
