/** What is known of a file once its head is read. */
export interface TableHead {
  format: 'csv' | 'xlsx';
  /** "Windows-1252", "UTF-8"; empty for workbooks. */
  encoding: string;
  separator: string;
  sheets: string[];
  sheet: string;
  headings: string[];
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
