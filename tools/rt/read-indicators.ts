import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readIndicatorFile } from '@runder-tisch/api/create-app';
import { type ReadTable, tableFamilyLabels, tableMapping } from '@runder-tisch/domain/indicators/reading';
import type { ReadingNotice } from '@runder-tisch/domain/indicators/read-value';

/** Read, with or without notices. */
const READ = 0;
/** Not read; the one sentence on standard error says why. */
const REFUSED = 2;
const KINDS: Readonly<Record<ReadingNotice['kind'], string>> = {
  question: 'Frage',
  warning: 'Warnung',
  note: 'Hinweis',
};
const PIECE = 64 * 1024;
/** Where a path leads to no file that can be read. */
const UNREADABLE = ['EISDIR', 'EACCES', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EPERM'];

export interface ReadIndicators {
  json: boolean;
  /** File with the mapping of a free table. */
  mapping: string | null;
  say(line: string): void;
}

/** `npm run rt -- indicators:read DATEI`: values to standard output, what there is to say about them to standard error. */
export async function readIndicators(file: string, { json, mapping, say }: ReadIndicators): Promise<number> {
  let table: ReadTable;
  try {
    table = await readIndicatorFile(createReadStream(file), {
      mapping: mapping === null ? null : tableMapping(await mappingIn(mapping)),
      today: new Date().toISOString().slice(0, 10),
      fileName: basename(file),
    });
  } catch (error) {
    const says = refusal(error, file);
    if (says === null) throw error;
    process.stderr.write(`${says}\n`);
    return REFUSED;
  }
  for (const { kind, says } of table.notices) process.stderr.write(`${KINDS[kind]}: ${says}\n`);
  if (json) await writeValues(table);
  else sayOverview(table, say);
  return READ;
}

/** Read by name: the API is a bundle of its own and has its own copy of the class. */
function refusal(error: unknown, file: string): string | null {
  const { name, says, code } = error as { name?: unknown; says?: unknown; code?: unknown };
  if (name === 'RefusedTable' && typeof says === 'string') return says;
  if (code === 'ENOENT') return `Die Datei ${file} gibt es nicht.`;
  return typeof code === 'string' && UNREADABLE.includes(code)
    ? `Die Datei ${file} ist nicht zu lesen.`
    : null;
}

async function mappingIn(file: string): Promise<unknown> {
  const refused = (says: string) => Object.assign(new Error(file), { name: 'RefusedTable', says });
  const text = await readFile(file, 'utf8').catch(() => {
    throw refused(`Die Zuordnung in ${file} ist nicht zu lesen.`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refused(`Die Zuordnung in ${file} ist kein JSON.`);
  }
}

async function writeValues(table: ReadTable): Promise<void> {
  let waiting = '';
  for (const value of table.values()) {
    waiting += `${JSON.stringify(value)}\n`;
    if (waiting.length < PIECE) continue;
    if (!process.stdout.write(waiting)) await once(process.stdout, 'drain');
    waiting = '';
  }
  process.stdout.write(waiting);
}

function sayOverview(
  { about, count, periods, measures, areas }: ReadTable,
  say: (line: string) => void,
): void {
  const rows: [string, string][] = [
    ['Art', tableFamilyLabels[about.family]],
    ['Tabelle', [about.table, about.title].filter(Boolean).join(' ')],
    ['Werte', String(count)],
    ['Gebiete', String(areas)],
    [
      'Zeit',
      periods.length > 6 ? `${periods[0]} bis ${periods.at(-1)} (${periods.length})` : periods.join(', '),
    ],
    ['Gezählt', measures.slice(0, 12).join('; ')],
  ];
  for (const [name, words] of rows) say(`${name.padEnd(9)}${words}`);
}
