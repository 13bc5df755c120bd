import { posix } from 'node:path';
import { readXml } from './xml';
import type { WorkbookArchive } from './workbook-archive';
import { readingLimits } from './reading-limits';
import { Unreadable } from './unreadable';

export interface Workbook {
  /** Names of the visible sheets with the part each lies in. */
  sheets: { name: string; part: string }[];
  /** How many others are hidden. */
  hiddenSheets: number;
  /** Days count from 1904 in files of old Macs. */
  from1904: boolean;
  stylesPart: string;
  stringsPart: string;
}

const USUAL = 'xl/workbook.xml';

/** The workbook stands where the file's own relations say, mostly in the folder "xl" and with some programs elsewhere. */
export async function readWorkbook(archive: WorkbookArchive): Promise<Workbook> {
  const [named] = (await readRelations(archive, '')).filter((it) => it.type === 'officeDocument');
  const part = named?.part ?? USUAL;
  if (!/\.xml$/i.test(part) || !archive.has(part)) throw new Unreadable('file-no-table');
  const relations = await readRelations(archive, part);
  const folder = posix.dirname(part);
  const beside = (type: string, usual: string): string =>
    relations.find((it) => it.type === type)?.part ?? posix.join(folder, usual);
  const workbook: Workbook = {
    sheets: [],
    hiddenSheets: 0,
    from1904: false,
    stylesPart: beside('styles', 'styles.xml'),
    stringsPart: beside('sharedStrings', 'sharedStrings.xml'),
  };
  const hidden: Workbook['sheets'] = [];
  await readPart(archive, part, (name, attributes) => {
    if (name === 'workbookPr')
      workbook.from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
    const relation = relations.find((it) => it.id === id);
    if (!relation || !isWorksheet(relation)) return;
    const sheet = { name: (attributes['name'] ?? '').slice(0, 100), part: relation.part };
    (attributes['state'] && attributes['state'] !== 'visible' ? hidden : workbook.sheets).push(sheet);
  });
  if (workbook.sheets.length === 0) workbook.sheets = hidden;
  else workbook.hiddenSheets = hidden.length;
  if (workbook.sheets.length === 0) throw new Unreadable('file-no-table');
  workbook.sheets = workbook.sheets.slice(0, 50);
  return workbook;
}

interface Relation {
  id: string;
  /** The last word of its type: "worksheet", "styles"; empty where the file names none. */
  type: string;
  part: string;
}

function isWorksheet({ type, part }: Relation): boolean {
  return type === 'worksheet' || (type === '' && part.includes('worksheets/'));
}

/** Where a part says that others lie; the empty one is the file itself. */
async function readRelations(archive: WorkbookArchive, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const listed = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(listed)) {
    if (of === '') return relations;
    throw new Unreadable('file-damaged');
  }
  await readPart(archive, listed, (name, attributes) => {
    const { Id: id, Target: target, Type: type = '' } = attributes;
    // What lies outside the file is never looked at.
    if (name !== 'Relationship' || !id || !target || attributes['TargetMode'] === 'External') return;
    const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part });
  });
  return relations;
}

async function readPart(
  archive: WorkbookArchive,
  part: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const stream = await archive.stream(part, readingLimits.partBytes);
  await readXml(stream, { open, close: () => undefined, text: () => undefined });
}

/** How a number is meant by its format: a day, a time of day, digits with leading zeros, or a share. */
export type NumberMeaning =
  { kind: 'day' } | { kind: 'digits'; count: number } | { kind: 'percent' } | { kind: 'number' };

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** The meaning of each cell style, by its number. */
export async function readStyles(archive: WorkbookArchive, part: string): Promise<NumberMeaning[]> {
  if (!archive.has(part)) return [];
  const formats = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let inCells = false;
  const stream = await archive.stream(part, readingLimits.partBytes);
  await readXml(stream, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) meanings.push(meaningOf(Number(attributes['numFmtId'] ?? 0), formats));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return meanings;
}

function meaningOf(id: number, formats: ReadonlyMap<number, string>): NumberMeaning {
  if (BUILT_IN_DAYS.has(id)) return { kind: 'day' };
  if (id === 9 || id === 10) return { kind: 'percent' };
  const code = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '');
  if (/^0{2,12}$/.test(code)) return { kind: 'digits', count: code.length };
  if (code.trimEnd().endsWith('%')) return { kind: 'percent' };
  return /[dDyY]/.test(code) ? { kind: 'day' } : { kind: 'number' };
}

/** Texts that several cells share, kept once each. */
export async function readSharedStrings(archive: WorkbookArchive, part: string): Promise<string[]> {
  if (!archive.has(part)) return [];
  const strings: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let phonetic = 0;
  await readXml(await archive.stream(part, readingLimits.stringsBytes), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (words) => {
      if (inText) current += words;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      characters += current.length;
      strings.push(unescaped(current));
      if (strings.length > readingLimits.strings || characters > readingLimits.stringsCharacters)
        throw new Unreadable('file-unpacks-too-large');
    },
    piece: async (read) => {
      if (read > readingLimits.ratioFrom && read / (strings.length + 1) > readingLimits.bytesPerRow)
        throw new Unreadable('file-unpacks-too-large');
    },
  });
  return strings;
}

/**
 * Text as the cell holds it: XML cannot write some signs, so workbooks write "_x000D_" for a line break of Windows and
 * "_x005F_" for an underscore that would otherwise begin such a sign.
 */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
