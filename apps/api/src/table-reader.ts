/*
 * The process in which an upload is opened: it has no database and no secrets, a small heap, and is killed from
 * outside when it takes too much. Bytes come in on standard input, lines of JSON go out.
 */
import { once } from 'node:events';
import { importLimits } from '@runder-tisch/domain/imports';
import { readTable } from './imports/reading/read-table';
import type { ReadingChoice, TableHead, TableRow } from './imports/reading/table';
import { Unreadable } from './imports/reading/unreadable';

const PIECE = 64 * 1024;
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

async function main(): Promise<void> {
  // Room for the largest file; what is not written to takes no memory.
  const room = Buffer.allocUnsafeSlow(importLimits.fileBytes);
  let length = 0;
  try {
    for await (const part of process.stdin as AsyncIterable<Buffer>) {
      if (length + part.length > room.length) throw new Unreadable('file-too-large');
      length += part.copy(room, length);
    }
    await readTable(
      room.subarray(0, length),
      JSON.parse(process.env['RT_READING'] ?? '{}') as ReadingChoice,
      {
        head: (head: TableHead) => say({ head }),
        row: ({ line, cells, formulas }: TableRow) => say({ row: [line, cells, formulas] }),
      },
    );
    await say({ done: true });
  } catch (error) {
    await say({ refused: error instanceof Unreadable ? error.code : 'file-damaged' });
  }
  await flush();
}

await main();
