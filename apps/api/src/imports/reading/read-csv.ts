import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { textEncodingLabels } from '@runder-tisch/domain/imports';
import { HeadFinder } from './head-finder';
import { readingLimits } from './reading-limits';
import type { ReadingChoice, TableSink } from './table';
import { separatorOf } from './separator';
import { decoded, encodingOf } from './text-encoding';
import { Unreadable } from './unreadable';

/** A CSV file of any program: its encoding and separator are found out, quoted line breaks belong to the cell. */
export async function readCsv(
  bytes: Buffer,
  choice: Omit<ReadingChoice, 'sheet'>,
  sink: TableSink,
): Promise<void> {
  const encoding = encodingOf(bytes, choice.encoding);
  const sample = [...take(decoded(bytes.subarray(0, 128 * 1024), encoding), 2)].join('');
  if (sample.trim() === '') throw new Unreadable('file-empty');
  // Where the encoding is open, control characters may be letters of another one.
  if (encoding.sure && !choice.encoding && /(?![\t\n\v\f\r])[\p{Cc}]/u.test(sample))
    throw new Unreadable('file-no-table');
  const separator = choice.separator ?? separatorOf(sample);
  const finder = new HeadFinder(sink, {
    format: 'csv',
    encoding: textEncodingLabels[encoding.name],
    encodingName: encoding.name,
    encodingSure: encoding.sure,
    readings: encoding.readings,
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
      if (line === 1 && /^sep=.?$/i.test(entry.record[0] ?? '')) continue;
      await finder.take(rowOf(line, entry.record));
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  await finder.end();
}

/** Cells without blanks around them; formulas are left out, what Excel writes for leading zeros is kept. */
export function rowOf(
  line: number,
  record: readonly string[],
): { line: number; cells: string[]; formulas: number[] } {
  const formulas: number[] = [];
  const cells = record.map((raw, column) => {
    // Excel's way of keeping leading zeros: ="06366".
    const text = raw.trim();
    // … and how it writes a number with its plus sign: =+4934961234.
    const value = /^="([^"]*)"$/.exec(text)?.[1] ?? /^=(\+\d{4,20})$/.exec(text)?.[1] ?? text;
    if (!value.startsWith('=')) return value;
    formulas.push(column);
    return '';
  });
  return { line, cells, formulas };
}

/** What the parser says of a file that is no table, as a refusal. */
export function asUnreadable(error: unknown): unknown {
  const code = (error as CsvError).code;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new Unreadable('file-quote-open');
  return typeof code === 'string' && code.startsWith('CSV_') ? new Unreadable('file-damaged') : error;
}

function* take<T>(values: Iterable<T>, most: number): Generator<T> {
  let given = 0;
  for (const value of values) {
    yield value;
    if ((given += 1) >= most) return;
  }
}
