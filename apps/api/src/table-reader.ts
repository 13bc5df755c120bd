/*
 * The process in which an upload is opened: it has no database and no secrets, a small heap, and is killed from
 * outside when it takes too much. Bytes come in on standard input, lines of JSON go out.
 */
import { once } from 'node:events';
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
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  parts.length = 0;
  try {
    await readTable(bytes, JSON.parse(process.env['RT_READING'] ?? '{}') as ReadingChoice, {
      head: (head: TableHead) => say({ head }),
      row: ({ line, cells, formulas }: TableRow) => say({ row: [line, cells, formulas] }),
    });
    await say({ done: true });
  } catch (error) {
    await say({ refused: error instanceof Unreadable ? error.code : 'file-damaged' });
  }
  await flush();
}

await main();
