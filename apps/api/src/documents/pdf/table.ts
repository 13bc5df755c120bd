import type { Run, TableAlign, TableBlock, TableRow } from '@runder-tisch/domain/documents';
import type { Flow } from './flow';
import type { Line } from './lines';
import { linesOf } from './lines';
import type { Element } from './tagged-document';
import { millimetres } from './tagged-document';
import type { TextStyle } from './text-styles';
import { hairline, textStyles } from './text-styles';

interface Column {
  readonly x: number;
  /** Room for text. */
  readonly width: number;
  readonly align: TableAlign;
}

const padding = 5;
const between = 14;
const headRule = '#868076';

/** A table whose head stands again on every page; there it is an artifact, so that it is read out once. */
export function drawTable(flow: Flow, block: TableBlock): void {
  const { document } = flow;
  const columns = columnsOf(flow, block);
  const head = block.columns.map((column, index) =>
    linesOf(document, plain(column.head), textStyles.tableHead, columns[index]?.width ?? 0, undefined),
  );
  const headHeight = heightOf(head, textStyles.tableHead) + 2 * padding;
  const element = document.open(document.root, 'Table');
  const caption = block.caption
    ? linesOf(document, plain(block.caption), textStyles.caption, flow.width, undefined)
    : [];
  const firstRow = block.rows[0] ? heightOfRow(cellsOf(flow, block, columns, block.rows[0]), block) : 0;
  flow.need(caption.length * textStyles.caption.leading + 4 + headHeight + Math.min(firstRow, 120));
  if (caption.length > 0) {
    const title = document.open(element, 'Caption');
    flow.lines(title, caption, textStyles.caption, { x: flow.left, width: flow.width });
    title.end();
    flow.y += 4;
  }
  const headGroup = document.open(element, 'THead');
  drawHead(flow, columns, head, headHeight, headGroup);
  headGroup.end();
  const body = document.open(element, 'TBody');
  for (const row of block.rows) {
    drawRow(flow, block, columns, row, body, () => drawHead(flow, columns, head, headHeight, null));
  }
  element.end();
  flow.y += 4;
}

function columnsOf(flow: Flow, block: TableBlock): readonly Column[] {
  const shares = block.columns.map((column) => column.share ?? 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const room = flow.width - between * (block.columns.length - 1);
  let x = flow.left;
  return block.columns.map((column, index) => {
    const width = (room * (shares[index] ?? 1)) / total;
    const placed = { x, width, align: column.align ?? 'start' };
    x += width + between;
    return placed;
  });
}

function drawHead(
  flow: Flow,
  columns: readonly Column[],
  cells: readonly (readonly Line[])[],
  height: number,
  group: Element | null,
): void {
  const { document } = flow;
  const style = textStyles.tableHead;
  const bottom = flow.y + height;
  // Heads of different length stand on one line at the bottom.
  const topOf = (lines: readonly Line[]): number => bottom - padding - lines.length * style.leading;
  if (group) {
    const row = document.open(group, 'TR');
    cells.forEach((lines, index) => {
      const column = columns[index];
      const cell = document.open(row, 'TH', { scope: 'Column' });
      if (column) flow.block(cell, lines, style, column, topOf(lines));
      cell.end();
    });
    row.end();
  } else {
    document.artifact('Pagination', () => {
      cells.forEach((lines, index) => {
        const column = columns[index];
        if (column) flow.plain(lines, style, column, topOf(lines));
      });
    });
  }
  flow.y = bottom;
  flow.hairline(flow.y, headRule, 0.9);
}

function cellsOf(
  flow: Flow,
  block: TableBlock,
  columns: readonly Column[],
  row: TableRow,
): readonly (readonly Line[])[] {
  return columns.map((column, index) => {
    const runs = row[index] ?? [];
    return linesOf(flow.document, runs, cellStyle(block, index), column.width, flow.publicUrl);
  });
}

function cellStyle(block: TableBlock, index: number): TextStyle {
  return block.rowHeads && index === 0 ? { ...textStyles.cell, font: 'strong' } : textStyles.cell;
}

function heightOf(cells: readonly (readonly Line[])[], style: TextStyle): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * style.leading;
}

function heightOfRow(cells: readonly (readonly Line[])[], block: TableBlock): number {
  return Math.max(heightOf(cells, textStyles.cell) + 2 * padding, millimetres(block.rowHeight ?? 0));
}

/** A row moves to the next page as a whole; only a row taller than a page is cut. */
function drawRow(
  flow: Flow,
  block: TableBlock,
  columns: readonly Column[],
  row: TableRow,
  body: Element,
  headAgain: () => void,
): void {
  const { document } = flow;
  const cells = cellsOf(flow, block, columns, row);
  const height = heightOfRow(cells, block);
  const turn = (): void => {
    flow.newPage();
    headAgain();
  };
  if (height > flow.room) turn();
  const rowElement = document.open(body, 'TR');
  const elements = columns.map((_, index) =>
    block.rowHeads && index === 0
      ? document.open(rowElement, 'TH', { scope: 'Row' })
      : document.open(rowElement, 'TD'),
  );
  const leading = textStyles.cell.leading;
  const count = Math.max(1, ...cells.map((lines) => lines.length));
  let done = 0;
  while (done < count) {
    const fits = Math.max(1, Math.floor((flow.room - 2 * padding + 0.01) / leading));
    const until = Math.min(count, done + fits);
    cells.forEach((lines, index) => {
      const column = columns[index];
      const element = elements[index];
      if (column && element) {
        flow.block(element, lines.slice(done, until), cellStyle(block, index), column, flow.y + padding);
      }
    });
    flow.y += done === 0 && until === count ? height : (until - done) * leading + 2 * padding;
    done = until;
    if (done < count) turn();
  }
  rowElement.end();
  flow.hairline(flow.y, hairline);
}

function plain(text: string): readonly Run[] {
  return [{ kind: 'plain', text }];
}
