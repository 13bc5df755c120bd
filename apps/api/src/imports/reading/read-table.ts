import { readCsv } from './read-csv';
import { isVcard, readVcard } from '../cards/read-vcard';
import { readXlsx } from './read-xlsx';
import type { ReadingChoice, TableSink } from './table';
import { Unreadable } from './unreadable';

/** Signs at the beginning of what people take for a table and is none. */
const OTHERS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x52, 0x49, 0x46, 0x46],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

/** Reads a file by what it is, whatever its name says. */
export async function readTable(bytes: Buffer, choice: ReadingChoice, sink: TableSink): Promise<void> {
  refuseOthers(bytes);
  if (begins(bytes, ZIP)) await readXlsx(bytes, choice.sheet, sink);
  else if (isVcard(bytes)) await readVcard(bytes, choice, sink);
  else await readCsv(bytes, choice, sink);
}

/**
 * Looks at the beginning of a file.
 * @throws Unreadable where it is something else than text or a workbook
 */
export function refuseOthers(bytes: Buffer): void {
  if (begins(bytes, COMPOUND)) throw new Unreadable('file-old-excel');
  if (begins(bytes, EMPTY_ZIP) || OTHERS.some((signs) => begins(bytes, signs)))
    throw new Unreadable('file-no-table');
  if (/^\s*<(!doctype|html|\?xml)/i.test(bytes.subarray(0, 200).toString('latin1')))
    throw new Unreadable('file-no-table');
}

function begins(bytes: Buffer, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}
