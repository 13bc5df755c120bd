import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { asUnreadable, rowOf } from '../../imports/reading/read-csv';
import { refuseOthers } from '../../imports/reading/read-table';
import { Unreadable } from '../../imports/reading/unreadable';
import { WorkbookArchive } from '../../imports/reading/workbook-archive';
import { cellLimits } from './cell-limits';
import { type CellSink, refuseHugeCells } from './cell-sink';
import { readWorkbookCells } from './read-workbook-cells';
import { textOf } from './text-stream';

const RECORD = 1024 * 1024;
const ZIP = Buffer.from('PK\u0003\u0004');

/** All cells of a file, whatever it is: text in any encoding, packed text, or the sheets of a workbook. */
export async function readCells(bytes: AsyncIterable<Buffer>, sink: CellSink): Promise<void> {
  const source = bytes[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < 512) {
    const next = await source.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  if (start.length === 0) throw new Unreadable('file-empty');
  const all = rejoined(start, source);
  if (!start.subarray(0, 4).equals(ZIP)) {
    refuseOthers(start);
    return readText(all, sink);
  }
  const archive = await WorkbookArchive.open(await whole(all));
  if (archive.has('[Content_Types].xml')) return readWorkbookCells(archive, sink);
  const only = tableIn(archive.names());
  if (only === null) throw new Unreadable('file-archive-unclear');
  return readText((await archive.stream(only, cellLimits.textBytes)) as AsyncIterable<Buffer>, sink);
}

/** The one table of an archive: beside the flat one GENESIS packs lists of codes, and the same in English. */
function tableIn(names: readonly string[]): string | null {
  const texts = names.filter((name) => /\.(csv|txt)$/i.test(name) && !/^__macosx/i.test(name));
  const flat = texts.filter((name) => /_flat\.csv$/i.test(name));
  const twins = new Set(flat.map((name) => name.replace(/_(de|en)_flat\.csv$/i, '')));
  const german = twins.size === 1 ? flat.filter((name) => /_de_flat\.csv$/i.test(name)) : [];
  for (const [only, ...others] of [texts, flat, german])
    if (only !== undefined && others.length === 0) return only;
  return null;
}

async function* rejoined(start: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function whole(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > cellLimits.archiveBytes) throw new Unreadable('file-too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function readText(bytes: AsyncIterable<Buffer>, sink: CellSink): Promise<void> {
  const text = textOf(bytes);
  const first = await text.next();
  if (first.done || first.value.trim() === '') throw new Unreadable('file-empty');
  const sample = first.value;
  if (/(?![\t\n\v\f\r])[\p{Cc}]/u.test(sample.slice(0, 100_000))) throw new Unreadable('file-no-table');
  const parser = Readable.from(again(sample, text)).pipe(
    parse({
      delimiter: separatorOfTable(sample),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: RECORD,
      info: true,
    }),
  );
  let next = 1;
  try {
    for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = next;
      // The parser counts the break behind a record to the next one.
      next = entry.info.lines + 1;
      if (line > cellLimits.rows) throw new Unreadable('file-too-many-rows');
      const { cells } = rowOf(line, entry.record);
      refuseHugeCells(cells);
      const waiting = sink.row(line, cells);
      if (waiting) await waiting;
    }
  } catch (error) {
    throw asUnreadable(error);
  }
}

async function* again(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/**
 * The sign that parts cells. Offices use the semicolon; a comma may be one of decimals, so it must cut every line alike
 * and no line may have a semicolon.
 */
function separatorOfTable(sample: string): string {
  const lines = sample
    .slice(0, 50_000)
    .split(/\r?\n/)
    .slice(0, 40)
    .filter((line) => line.trim() !== '');
  for (const sign of [';', '\t', '|'])
    if (lines.filter((line) => line.includes(sign)).length >= 2) return sign;
  return lines.some((line) => line.includes(';')) ? ';' : ',';
}
