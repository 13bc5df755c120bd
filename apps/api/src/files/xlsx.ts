import { crc32, deflateRawSync } from 'node:zlib';
import { StreamableFile } from '@nestjs/common';

export type XlsxCell = string | number | { day: string } | null;

export interface XlsxColumn {
  heading: string;
  /** In characters. */
  width: number;
}

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Which of the styles below a cell has. */
const style = { plain: 0, heading: 1, day: 2, lines: 3 } as const;

export interface XlsxSheet {
  name: string;
  columns: readonly XlsxColumn[];
  rows: readonly (readonly XlsxCell[])[];
}

/**
 * A workbook: on each sheet headings that stay in sight and filter, days as days, words as words. A text that begins
 * like a formula stays a text, so nothing needs to be defused. A few parts in a ZIP are not worth a library.
 */
export function xlsx(...sheets: readonly XlsxSheet[]): StreamableFile {
  const parts = sheets.map((sheet, at) => ({
    ...sheet,
    path: `worksheets/sheet${at + 1}.xml`,
    id: `r${at + 1}`,
  }));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const types = parts.map(
    ({ path }) => `<Override PartName="/xl/${path}" ContentType="${type}.worksheet+xml"/>`,
  );
  const listed = parts.map(
    ({ name, id }, at) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${at + 1}" r:id="${id}"/>`,
  );
  const relations = parts.map(
    ({ path, id }) => `<Relationship Id="${id}" Type="${RELATIONS}/worksheet" Target="${path}"/>`,
  );
  const bytes = zip({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MEDIA_TYPE}.main+xml"/>${types.join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    ...Object.fromEntries(parts.map(({ path, columns, rows }) => [`xl/${path}`, sheetXml(columns, rows)])),
  });
  return new StreamableFile(bytes, { type: MEDIA_TYPE });
}

function sheetXml(columns: readonly XlsxColumn[], rows: readonly (readonly XlsxCell[])[]): string {
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map(({ heading }, at) => textXml(heading, `${letters(at)}1`, style.heading));
  const body = rows.map((cells, at) => {
    const line = at + 2;
    return `<row r="${line}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${line}`)).join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function cellXml(cell: XlsxCell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textXml(cell, at, cell.includes('\n') ? style.lines : style.plain);
  return `<c r="${at}" s="${style.day}"><v>${serialDay(cell.day)}</v></c>`;
}

function textXml(words: string, at: string, chosen: number): string {
  return `<c r="${at}" s="${chosen}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
}

/** Excel counts days from 30 December 1899, because it takes 1900 for a leap year. */
function serialDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** "C" is column 2. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Signs that XML cannot hold are left out; what looks like Excel's own escape stays what it was. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function zip(parts: Readonly<Record<string, string>>): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, xml] of Object.entries(parts)) {
    const data = Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
    const packed = deflateRawSync(data);
    const name = Buffer.from(path);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    // 1 January 1980, so that the same list is the same file.
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, name]));
    written.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(written.length, 4);
  end.writeUInt16LE(written.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...written, listed, Buffer.from('PK\x05\x06'), end]);
}
