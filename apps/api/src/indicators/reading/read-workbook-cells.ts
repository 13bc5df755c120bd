import { columnOf, readSheet } from '../../imports/reading/read-xlsx';
import { readingLimits } from '../../imports/reading/reading-limits';
import type { WorkbookArchive } from '../../imports/reading/workbook-archive';
import { readSharedStrings, readStyles, readWorkbook } from '../../imports/reading/workbook-parts';
import { readXml } from '../../imports/reading/xml';
import { cellLimits } from './cell-limits';
import { type CellSink, refuseHugeCells } from './cell-sink';

interface Merge {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
  words: string;
}

/** The cells of all visible sheets; what was merged stands in every cell it covers. */
export async function readWorkbookCells(archive: WorkbookArchive, sink: CellSink): Promise<void> {
  const workbook = await readWorkbook(archive);
  const styles = await readStyles(archive, workbook.stylesPart);
  const strings = await readSharedStrings(archive, workbook.stringsPart);
  const context = {
    styles,
    strings,
    from1904: workbook.from1904,
    percents: true,
    rows: cellLimits.rows,
    columns: cellLimits.columns,
  };
  for (const sheet of workbook.sheets.slice(0, cellLimits.sheets)) {
    const merges = await readMerges(archive, sheet.part);
    let open: Merge[] = [];
    let next = 0;
    await sink.sheet(sheet.name);
    await readSheet(archive, sheet.part, context, async ({ line, cells }) => {
      open = open.filter(({ toRow }) => toRow >= line);
      for (let merge = merges[next]; merge && merge.fromRow <= line; merge = merges[(next += 1)])
        if (merge.toRow >= line) open.push(merge);
      const filled = open.length === 0 ? cells : withMerges(line, cells, open);
      refuseHugeCells(filled);
      const waiting = sink.row(line, filled);
      if (waiting) await waiting;
    });
  }
}

function withMerges(line: number, cells: readonly string[], open: readonly Merge[]): string[] {
  const filled = [...cells];
  for (const merge of open) {
    if (merge.fromRow === line) merge.words = cells[merge.fromColumn] ?? '';
    if (merge.words === '') continue;
    for (let column = merge.fromColumn; column <= merge.toColumn; column += 1) {
      while (filled.length <= column) filled.push('');
      filled[column] ||= merge.words;
    }
  }
  return filled;
}

/** They stand behind the cells, so the sheet is looked through before it is read. */
async function readMerges(archive: WorkbookArchive, part: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  await readXml(await archive.stream(part, readingLimits.sheetBytes), {
    open: (name, attributes) => {
      const found =
        name === 'mergeCell'
          ? /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributes['ref'] ?? '')
          : null;
      if (!found || merges.length >= cellLimits.merges) return;
      const toColumn = columnOf(found[3]) ?? 0;
      if (toColumn >= cellLimits.columns) return;
      merges.push({
        fromRow: Number(found[2]),
        toRow: Number(found[4]),
        fromColumn: columnOf(found[1]) ?? 0,
        toColumn,
        words: '',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return merges.sort((one, other) => one.fromRow - other.fromRow);
}
