import { readXml } from './xml';
import type { WorkbookArchive } from './workbook-archive';
import { readingLimits } from './reading-limits';
import { Unreadable } from './unreadable';

export interface Workbook {
  /** Names of the visible sheets with the part each lies in. */
  sheets: { name: string; part: string }[];
  /** Days count from 1904 in files of old Macs. */
  from1904: boolean;
}

export async function readWorkbook(archive: WorkbookArchive): Promise<Workbook> {
  const targets = await readRelations(archive);
  const workbook: Workbook = { sheets: [], from1904: false };
  const hidden: Workbook['sheets'] = [];
  await readPart(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr')
      workbook.from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
    if (name !== 'sheet') return;
    const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
    const part = targets.get(relation);
    if (!part?.includes('worksheets/')) return;
    const sheet = { name: (attributes['name'] ?? '').slice(0, 100), part };
    (attributes['state'] && attributes['state'] !== 'visible' ? hidden : workbook.sheets).push(sheet);
  });
  if (workbook.sheets.length === 0) workbook.sheets = hidden;
  if (workbook.sheets.length === 0) throw new Unreadable('file-no-table');
  workbook.sheets = workbook.sheets.slice(0, 50);
  return workbook;
}

async function readRelations(archive: WorkbookArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(archive, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    const { Id: id, Target: target } = attributes;
    // What lies outside the file is never looked at.
    if (name !== 'Relationship' || !id || !target || attributes['TargetMode'] === 'External') return;
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

async function readPart(
  archive: WorkbookArchive,
  part: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const stream = await archive.stream(part, readingLimits.partBytes);
  await readXml(stream, { open, close: () => undefined, text: () => undefined });
}

/** How a number is meant by its format: a day, a time of day, or digits with leading zeros. */
export type NumberMeaning = { kind: 'day' } | { kind: 'digits'; count: number } | { kind: 'number' };

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** The meaning of each cell style, by its number. */
export async function readStyles(archive: WorkbookArchive): Promise<NumberMeaning[]> {
  if (!archive.has('xl/styles.xml')) return [];
  const formats = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let inCells = false;
  const stream = await archive.stream('xl/styles.xml', readingLimits.partBytes);
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
  const code = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '');
  if (/^0{2,12}$/.test(code)) return { kind: 'digits', count: code.length };
  return /[dDyY]/.test(code) ? { kind: 'day' } : { kind: 'number' };
}

/** Texts that several cells share, kept once each. */
export async function readSharedStrings(archive: WorkbookArchive): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
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
      strings.push(current);
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
