import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { HeadFinder } from './head-finder';
import { readingLimits } from './reading-limits';
import type { TableSink } from './table';
import { decoded, encodingOf } from './text-encoding';
import { Unreadable } from './unreadable';

const SEPARATORS = [';', ',', '\t', '|'] as const;

/** A CSV file of any program: its encoding and separator are found out, quoted line breaks belong to the cell. */
export async function readCsv(bytes: Buffer, sink: TableSink): Promise<void> {
  const encoding = encodingOf(bytes);
  const sample = [...take(decoded(bytes.subarray(0, 128 * 1024), encoding), 2)].join('');
  if (sample.trim() === '') throw new Unreadable('file-empty');
  if (/(?![\t\n\v\f\r])[\p{Cc}]/u.test(sample)) throw new Unreadable('file-no-table');
  const separator = separatorOf(sample);
  const finder = new HeadFinder(sink, {
    format: 'csv',
    encoding: encoding.label,
    separator,
    sheets: [],
    sheet: '',
  });
  const parser = Readable.from(decoded(bytes, encoding)).pipe(
    parse({
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: readingLimits.csvRecord,
      info: true,
    }),
  );
  let next = 1;
  try {
    for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = next;
      // The parser counts the break behind a record to the next one.
      next = entry.info.lines + 1;
      await finder.take(rowOf(line, entry.record));
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  await finder.end();
}

function rowOf(
  line: number,
  record: readonly string[],
): { line: number; cells: string[]; formulas: number[] } {
  const formulas: number[] = [];
  const cells = record.map((raw, column) => {
    // Excel's way of keeping leading zeros: ="06366".
    const value = /^="([^"]*)"$/.exec(raw.trim())?.[1] ?? raw.trim();
    if (!value.startsWith('=')) return value;
    formulas.push(column);
    return '';
  });
  return { line, cells, formulas };
}

function asUnreadable(error: unknown): unknown {
  const code = (error as CsvError).code;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new Unreadable('file-quote-open');
  return typeof code === 'string' && code.startsWith('CSV_') ? new Unreadable('file-damaged') : error;
}

/** The sign that cuts most lines into the same number of cells. */
export function separatorOf(sample: string): string {
  const best = { separator: ';', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = cellCounts(sample, separator);
    const widest = Math.max(...counts);
    if (widest < 2) continue;
    const score = (counts.filter((count) => count === widest).length / counts.length) * Math.min(widest, 12);
    if (score > best.score) Object.assign(best, { separator, score });
  }
  return best.separator;
}

function cellCounts(sample: string, separator: string): number[] {
  const counts = [1];
  let quoted = false;
  for (const sign of sample.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === separator) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else if (sign === '\n') counts.push(1);
  }
  const filled = counts.filter((count, index) => count > 1 || index < counts.length - 1);
  return filled.slice(0, 30);
}

function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let given = 0;
  for (const value of values) {
    yield value;
    if ((given += 1) >= most) return;
  }
}
