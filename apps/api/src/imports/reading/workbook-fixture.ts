/* Workbooks made byte by byte, so that specs can make them wrong in every way. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  data: Buffer;
  /** Uncompressed size the directory claims. */
  claims?: number;
  encrypted?: boolean;
  /** Not packed, so that its size is honest. */
  store?: boolean;
  /** Packed bytes are damaged. */
  spoil?: boolean;
}

export type Cell = string | { shared: string } | { xml: string };

export interface WorkbookFaults extends Omit<ZipPart, 'name' | 'data'> {
  sheet?: () => Buffer;
}

export function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  { sheet, ...faults }: WorkbookFaults = {},
): Buffer {
  const named = sheet ? { Liste: [] } : sheets;
  const names = Object.keys(named);
  const shared: string[] = [];
  const parts = Object.values(named).map((rows, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    data: sheet ? sheet() : Buffer.from(sheetXml(rows, shared)),
    ...faults,
  }));
  const relations = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const xml = (words: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${words}`);
  return zip([
    { name: '[Content_Types].xml', data: xml('<Types/>') },
    {
      name: 'xl/workbook.xml',
      data: xml(`<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`),
    },
    { name: 'xl/_rels/workbook.xml.rels', data: xml(`<Relationships>${relations.join('')}</Relationships>`) },
    {
      name: 'xl/styles.xml',
      data: xml(
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
      ),
    },
    {
      name: 'xl/sharedStrings.xml',
      data: xml(
        `<sst>${shared.map((words) => `<si><r><t>${escaped(words)}</t></r><rPh><t>x</t></rPh></si>`).join('')}</sst>`,
      ),
    },
    ...parts,
  ]);
}

function sheetXml(rows: readonly (readonly Cell[])[], shared: string[]): string {
  const lines = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell) => cellXml(cell, shared)).join('')}</row>`,
  );
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, shared: string[]): string {
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('xml' in cell) return cell.xml;
  shared.push(cell.shared);
  return `<c t="s"><v>${shared.length - 1}</v></c>`;
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = part.store ? part.data : deflateRawSync(part.data, { level: 6 });
    if (part.spoil) packed.fill(0xee, 2);
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    facts.writeUInt16LE(part.store ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(part.data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.claims ?? part.data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, tail, name]));
    written.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...written, listed, Buffer.from('PK\x05\x06'), end]);
}

/** The parts of a workbook that names one sheet and lacks it. */
export const oneSheet = {
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Liste" r:id="a"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="a" Target="worksheets/a.xml"/></Relationships>',
};
export const emptySheet = { 'xl/worksheets/a.xml': '<worksheet><sheetData/></worksheet>' };
export const shared = (words: string) => ({ 'xl/sharedStrings.xml': `<sst>${words}</sst>` });

/** Not packed, so that no ratio betrays what is in it. */
export function parts(texts: Readonly<Record<string, string>>): Buffer {
  return zip(Object.entries(texts).map(([name, text]) => ({ name, data: Buffer.from(text), store: true })));
}

/** By a method that no reader of ours knows. */
export function packedAnotherWay(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt16LE(12, at + 10);
  return bytes;
}
