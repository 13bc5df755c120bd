import type { Numbers } from './cells/numbers';
import type { ToldTimes } from './families/told-times';
import type { Notices } from './notices';
import type { ValueStore } from './value-store';

/** Where the reader of each family puts what it finds. */
export interface Reading {
  store: ValueStore;
  numbers: Numbers;
  notices: Notices;
  told: ToldTimes;
}

/** What a file says about itself. */
export interface TableAbout {
  family: TableFamily;
  /** Code of the table or the statistics. */
  table: string | null;
  title: string;
  /** Everything that stands around the values: titles, footnotes, labels with a territory status. */
  notes: string;
  /** Day the file was made, where it says so. */
  madeOn: string | null;
  /** Whether the file may be shorter than it was: no footer where one belongs. */
  cutOff: boolean;
  /** What a sheet that is about one area or time counts, apart from these; absent where it is not. */
  subject?: string;
}

export const tableFamilies = ['FLAT', 'FLAT_OLD', 'WIDE', 'WORKBOOK', 'SMALL_SCALE', 'MAPPED'] as const;
export type TableFamily = (typeof tableFamilies)[number];

export const tableFamilyLabels: Record<TableFamily, string> = {
  FLAT: 'GENESIS, flache Form (ffcsv)',
  FLAT_OLD: 'GENESIS, flache Form von früher (ffcsv)',
  WIDE: 'Regionaldatenbank, breite Form',
  WORKBOOK: 'Arbeitsmappe',
  SMALL_SCALE: 'kleinräumige Lieferung der Bundesagentur',
  MAPPED: 'freie Tabelle mit Zuordnung',
};

export interface Line {
  /** As editors and Excel number it. */
  line: number;
  cells: readonly string[];
}

/** A reader of one family: is given line after line, and says at the end what it read. */
export interface FamilyReader {
  row(line: Line): void;
  end(): TableAbout;
}
