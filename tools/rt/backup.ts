import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PlainError, diskFull, isDiskFull } from '../start/plain-error';
import { type BackupHead, type BackupTable, MAGIC, block, endOfTable, line } from './container';

export interface BackupOptions {
  /** For the file kept with the code: nobody's session or token, no body of a mail. */
  demo?: boolean;
}

export interface BackupDone {
  tables: number;
  bytes: number;
}

/** Which rows and columns of a table go into a demo's file; `null` leaves out all rows. */
const demoOnly: Record<string, { where: string; instead: Record<string, string> } | null> = {
  session: null,
  known_device: null,
  account_password: null,
  mail_link: null,
  rate_limit: null,
  idempotency_key: null,
  upload: null,
  upload_part: null,
  // The record of the filling itself, and half of the file.
  audit_event: null,
  audit_value: null,
  audit_seal: null,
  outbox_message: {
    where: `state not in ('QUEUED', 'SENDING')`,
    instead: { raw: 'null', letter_id: 'null', words: 'null', preview: 'null' },
  },
  outbox_letter: null,
  outbox_letter_file: null,
};

/** Every table in one snapshot, while everybody goes on working; the file appears only when it is whole. */
export async function backup(
  ownerUrl: string,
  file: string,
  options: BackupOptions = {},
): Promise<BackupDone> {
  if (existsSync(file)) throw new PlainError(`${file} gibt es schon: Bitte nennen Sie eine neue Datei.`);
  if (!existsSync(dirname(file)))
    throw new PlainError(`Den Ordner ${dirname(file)} gibt es nicht: Bitte legen Sie ihn zuerst an.`);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const half = `${file}.part`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const head = await readHead(client);
    // Zones, dates and floats are written alike on every server.
    await client.query(
      `set local datestyle = 'ISO'; set local timezone = 'UTC'; set local extra_float_digits = 1`,
    );
    await pipeline(
      Readable.from(content(client, head, options)),
      createGzip({ level: 9 }),
      // What is kept with the code is no secret.
      createWriteStream(half, { mode: options.demo ? 0o644 : 0o600 }),
    );
    renameSync(half, file);
    return { tables: head.tables.length, bytes: statSync(file).size };
  } catch (error) {
    rmSync(half, { force: true });
    throw isDiskFull(error) ? diskFull(dirname(file)) : error;
  } finally {
    await client.end();
  }
}

async function readHead(client: Client): Promise<BackupHead> {
  const shape = await client.query<{ ready: boolean }>(
    `select to_regclass('public.migrations') is not null as ready`,
  );
  if (!shape.rows[0]?.ready)
    throw new PlainError('In dieser Datenbank ist noch nichts, das sich sichern ließe.');
  const migrations = await client.query<{ name: string }>('select name from migrations order by id');
  // The state of views and triggers belongs to the program, not to the data.
  const tables = await client.query<BackupTable>(`
    select relname as table, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('migrations', 'object_snapshot')
    group by relname order by relname`);
  const sequences = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null
     and sequencename not like 'migrations%'`,
  );
  return {
    createdAt: new Date().toISOString(),
    migrations: migrations.rows.map((row) => row.name),
    sequences: sequences.rows,
    tables: tables.rows,
  };
}

async function* content(client: Client, head: BackupHead, options: BackupOptions): AsyncGenerator<Buffer> {
  yield line(MAGIC);
  yield line(head);
  for (const table of head.tables) {
    yield line(table);
    const rows = client.query(copyTo(`copy (${selection(table, options)}) to stdout`));
    for await (const chunk of rows) yield block(chunk as Buffer);
    yield endOfTable;
  }
  yield line({ end: true });
}

function selection({ table, columns }: BackupTable, options: BackupOptions): string {
  const only = options.demo ? demoOnly[table] : undefined;
  if (only === null) return `select ${columns.map(quoted).join(', ')} from ${quoted(table)} where false`;
  const expressions = columns.map((column) => only?.instead[column] ?? quoted(column));
  return `select ${expressions.join(', ')} from ${quoted(table)} ${only ? `where ${only.where}` : ''}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
