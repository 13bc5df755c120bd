import type { EncodingReading, Separator, TextEncodingName } from '@runder-tisch/domain/imports';

/** What somebody chose for a file instead of what was found in it; null takes what is found. */
export interface ReadingChoice {
  sheet: string | null;
  encoding: TextEncodingName | null;
  separator: Separator | null;
}

/** What is known of a file once its head is read. */
export interface TableHead {
  format: 'csv' | 'xlsx' | 'vcard';
  /** "Windows-1252", "UTF-8"; empty for workbooks. */
  encoding: string;
  encodingName: TextEncodingName | null;
  /** False where somebody has to say in which of `readings` the umlauts are right. */
  encodingSure: boolean;
  readings: EncodingReading[];
  separator: string;
  sheets: string[];
  sheet: string;
  /** How many more sheets are there that nobody sees on opening the file; absent where there are none. */
  hiddenSheets?: number;
  headings: string[];
  /** Cells of title lines that stand above the headings; absent where there are none. */
  above?: string[];
  /** Line of the headings in the file. */
  line: number;
}

export interface TableRow {
  /** As Excel and editors number it: the first line of the row. */
  line: number;
  cells: string[];
  /** Columns whose cell held a formula that is not taken. */
  formulas: number[];
}

export interface TableSink {
  head(head: TableHead): Promise<void>;
  row(row: TableRow): Promise<void>;
}
