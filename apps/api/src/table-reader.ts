/*
 * The process in which an upload is opened: it has no database and no secrets, a small heap, and is killed from
 * outside when it takes too much. Bytes come in on standard input, lines of JSON go out.
 */
import { once } from 'node:events';
import { importLimits } from '@runder-tisch/domain/imports';
import { readTable } from './imports/reading/read-table';
import type { ReadingChoice, TableHead, TableRow } from './imports/reading/table';
import { Unreadable } from './imports/reading/unreadable';
import type { CellMessage } from './indicators/reading/indicator-file';
import { readCells } from './indicators/reading/read-cells';

const PIECE = 64 * 1024;
const ROWS_AT_ONCE = 200;
let waiting = '';

async function say(message: object): Promise<void> {
  waiting += `${JSON.stringify(message)}\n`;
  if (waiting.length >= PIECE) await flush();
}

async function flush(): Promise<void> {
  const words = waiting;
  waiting = '';
  if (words !== '' && !process.stdout.write(words)) await once(process.stdout, 'drain');
}

type Reading = ReadingChoice | { cells: true };

async function main(): Promise<void> {
  const reading = JSON.parse(process.env['RT_READING'] ?? '{}') as Reading;
  try {
    if ('cells' in reading) await sayCells();
    else await sayList(reading);
    await say({ done: true });
  } catch (error) {
    await say({ refused: error instanceof Unreadable ? error.code : 'file-damaged' });
  }
  await flush();
}

/** A list of contacts: its headings, then row by row. */
async function sayList(choice: ReadingChoice): Promise<void> {
  // Room for the largest file; what is not written to takes no memory.
  const room = Buffer.allocUnsafeSlow(importLimits.fileBytes);
  let length = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    if (length + part.length > room.length) throw new Unreadable('file-too-large');
    length += part.copy(room, length);
  }
  await readTable(room.subarray(0, length), choice, {
    head: (head: TableHead) => say({ head }),
    row: ({ line, cells, formulas }: TableRow) => say({ row: [line, cells, formulas] }),
  });
}

/** A table of the statistics: all its cells, many rows at once. */
async function sayCells(): Promise<void> {
  let rows: [number, string[]][] = [];
  let characters = 0;
  const sayRows = async (): Promise<void> => {
    if (rows.length === 0) return;
    const message: CellMessage = { rows };
    rows = [];
    characters = 0;
    await say(message);
  };
  await readCells(process.stdin as AsyncIterable<Buffer>, {
    sheet: async (sheet) => {
      await sayRows();
      await say({ sheet });
    },
    row: (line, cells) => {
      rows.push([line, [...cells]]);
      for (const cell of cells) characters += cell.length;
      return rows.length >= ROWS_AT_ONCE || characters >= PIECE ? sayRows() : undefined;
    },
  });
  await sayRows();
}

await main();
