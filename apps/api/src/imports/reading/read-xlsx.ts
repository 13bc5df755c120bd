import { importLimits } from '@runder-tisch/domain/imports';
import { numberWords } from './cell-value';
import { HeadFinder } from './head-finder';
import { readingLimits } from './reading-limits';
import type { TableRow, TableSink } from './table';
import { Unreadable } from './unreadable';
import { WorkbookArchive } from './workbook-archive';
import { type NumberMeaning, readSharedStrings, readStyles, readWorkbook, unescaped } from './workbook-parts';
import { readXml } from './xml';

/** Reaches outside the file or runs something; what Excel once made of it is not taken either. */
const OUTSIDE = /\[\d+\]|\[[^[\]]+\.xl|\||https?:|file:|WEBSERVICE|HYPERLINK|DDE|CALL\(|EXEC|IMPORT/i;

/** One sheet of a workbook. Formulas are never evaluated: the value the file holds counts, or nothing. */
export async function readXlsx(bytes: Buffer, sheetName: string | null, sink: TableSink): Promise<void> {
  const archive = await WorkbookArchive.open(bytes);
  const workbook = await readWorkbook(archive);
  const sheet = sheetName === null ? workbook.sheets[0] : workbook.sheets.find((it) => it.name === sheetName);
  if (!sheet) throw new Unreadable('file-without-sheet');
  // Looked at before anything large is unpacked: the sheet alone may be what explodes.
  archive.check(sheet.part, readingLimits.sheetBytes);
  const styles = await readStyles(archive, workbook.stylesPart);
  const strings = await readSharedStrings(archive, workbook.stringsPart);
  const finder = new HeadFinder(sink, {
    format: 'xlsx',
    encoding: '',
    encodingName: null,
    encodingSure: true,
    readings: [],
    separator: '',
    sheets: workbook.sheets.map((it) => it.name),
    sheet: sheet.name,
    ...(workbook.hiddenSheets > 0 ? { hiddenSheets: workbook.hiddenSheets } : {}),
  });
  await readSheet(
    archive,
    sheet.part,
    { styles, strings, from1904: workbook.from1904, ...importLimits },
    (row) => finder.take(row),
  );
  await finder.end();
}

export interface SheetContext {
  styles: readonly NumberMeaning[];
  strings: readonly string[];
  from1904: boolean;
  /** Shares are read as people see them, "9,6" for 9.6 %; an import of names takes the number in the file. */
  percents?: boolean;
  rows: number;
  columns: number;
}

/** The rows of one sheet, as they come. */
export async function readSheet(
  archive: WorkbookArchive,
  part: string,
  context: SheetContext,
  take: (row: TableRow) => Promise<void>,
): Promise<void> {
  const reader = new SheetReader(context);
  await readXml(await archive.stream(part, readingLimits.sheetBytes), {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (words) => reader.text(words),
    piece: async (read) => {
      for (const row of reader.taken()) await take(row);
      if (read > readingLimits.ratioFrom && read / (reader.rows + 1) > readingLimits.bytesPerRow)
        throw new Unreadable('file-unpacks-too-large');
    },
  });
  for (const row of reader.taken()) await take(row);
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | null;
}

class SheetReader {
  rows = 0;
  private done: TableRow[] = [];
  private row: TableRow | null = null;
  private cell: OpenCell | null = null;
  private into: 'value' | 'formula' | null = null;
  private phonetic = 0;
  private line = 0;
  /** Where a cell without a reference stands: behind the one before it. */
  private next = 0;

  constructor(private readonly context: SheetContext) {}

  taken(): TableRow[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.line = Number(attributes['r'] ?? this.line + 1);
      if (!(this.line >= 1 && this.line <= this.context.rows + 20))
        throw new Unreadable('file-too-many-rows');
      this.row = { line: this.line, cells: [], formulas: [] };
      this.next = 0;
    } else if (name === 'c' && this.row) {
      const column = columnOf(attributes['r']) ?? this.next;
      this.next = column + 1;
      this.cell = {
        column,
        type: attributes['t'] ?? 'n',
        style: Number(attributes['s'] ?? -1),
        value: '',
        formula: null,
      };
    } else if (name === 'rPh') this.phonetic += 1;
    else if ((name === 'v' || name === 't') && this.cell && this.phonetic === 0) this.into = 'value';
    else if (name === 'f' && this.cell) {
      this.cell.formula = '';
      this.into = 'formula';
    }
  }

  text(words: string): void {
    if (!this.cell || !this.into) return;
    if (this.into === 'formula') this.cell.formula += words;
    else this.cell.value += words;
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.into = null;
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.row) {
      this.rows += 1;
      this.done.push(this.row);
      this.row = null;
    }
  }

  private closeCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || !row) return;
    const refused =
      cell.formula !== null && (cell.value === '' || OUTSIDE.test(cell.formula) || cell.type === 'e');
    const value = refused ? '' : this.valueOf(cell);
    if (refused && cell.column < this.context.columns) row.formulas.push(cell.column);
    if (value === '') return;
    if (cell.column >= this.context.columns) throw new Unreadable('file-too-many-columns');
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = value;
  }

  private valueOf(cell: OpenCell): string {
    switch (cell.type) {
      case 's':
        return (this.context.strings[Number(cell.value)] ?? '').trim();
      case 'str':
      case 'inlineStr':
      case 'd':
        return unescaped(cell.value).trim();
      case 'b':
        return cell.value === '1' ? 'ja' : 'nein';
      case 'e':
        return '';
      default:
        return this.numberOf(cell);
    }
  }

  private numberOf(cell: OpenCell): string {
    const { styles, from1904, percents } = this.context;
    const meaning = styles[cell.style] ?? { kind: 'number' };
    const value = Number(cell.value);
    if (meaning.kind === 'percent' && percents && cell.value.trim() !== '' && Number.isFinite(value))
      return numberWords(String(value * 100), meaning, from1904);
    return numberWords(cell.value, meaning, from1904);
  }
}

/** "C17" is column 2, and so is "c17". */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0];
  if (!letters) return null;
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
