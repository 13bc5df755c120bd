import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { migrate } from '@runder-tisch/api/create-app';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { PlainError } from '../start/plain-error';
import { quoted } from './backup';
import { type BackupHead, type BackupTable, ContainerReader } from './container';

export interface RestoreDone {
  tables: number;
  createdAt: string;
  /** Migrations that came after the backup and ran on its data. */
  migrated: readonly string[];
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Brings a backup into an empty database: its own schema first, its rows, then everything newer. */
export async function restore(ownerUrl: string, appRole: string | null, file: string): Promise<RestoreDone> {
  if (!existsSync(file)) throw new PlainError(`Die Datei ${file} gibt es nicht.`);
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // A broken file is told by whoever reads on; here it only must not end the process.
  void pipeline(source, unpacked).catch(() => undefined);
  const reader = new ContainerReader(unpacked, file);
  try {
    const head = await reader.head();
    await makeSchema(ownerUrl, head);
    await withOwner(ownerUrl, (client) => fill(client, reader, head));
    const migrated = await migrate(ownerUrl, appRole);
    await withOwner(ownerUrl, (client) => client.query('analyze'));
    return { tables: head.tables.length, createdAt: head.createdAt, migrated };
  } finally {
    source.destroy();
  }
}

async function makeSchema(ownerUrl: string, head: BackupHead): Promise<void> {
  const before = await withOwner(ownerUrl, schemaOf);
  if (before === 'other') {
    throw new PlainError(
      'Diese Datenbank ist nicht leer: Bitte spielen Sie die Sicherung in eine neue ein, damit nichts überschrieben wird.',
    );
  }
  if (before === 'none') await migrate(ownerUrl, null, head.migrations);
  const now = await withOwner(ownerUrl, migrationsOf);
  const unknown = head.migrations.filter((name) => !now.includes(name));
  if (unknown.length > 0) {
    throw new PlainError(
      'Die Sicherung stammt aus einer neueren Fassung von Runder Tisch: Bitte spielen Sie sie mit jener ein.',
    );
  }
  if (now.length > head.migrations.length) {
    throw new PlainError(
      'Diese Datenbank hat schon die Form einer neueren Fassung: Bitte nehmen Sie eine neue, ganz leere.',
    );
  }
}

/** 'ours': set up by the program but nobody has worked with it yet. */
async function schemaOf(client: Client): Promise<'none' | 'ours' | 'other'> {
  const { rows } = await client.query<{ tables: number; ours: boolean }>(`
    select count(*)::int as tables, count(*) filter (where relname in ('migrations', 'account')) = 2 as ours
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
  if (!rows[0] || rows[0].tables === 0) return 'none';
  if (!rows[0].ours) return 'other';
  const accounts = await client.query('select 1 from account limit 1');
  return accounts.rowCount === 0 ? 'ours' : 'other';
}

async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map((row) => row.name);
}

/**
 * All rows in one transaction. References are taken away meanwhile and made anew at the end, which checks
 * every row, because no order of tables suits references that go in circles.
 */
async function fill(client: Client, reader: ContainerReader, head: BackupHead): Promise<void> {
  await client.query('begin');
  const references = await foreignKeys(client);
  for (const { table, name } of references)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  const names = head.tables.map(({ table }) => quoted(table)).join(', ');
  await client.query(`truncate ${names}`);
  for (const table of head.tables) await fillTable(client, reader, table);
  const end = (await reader.json()) as { end?: boolean };
  if (!end.end) throw new Error('The backup does not end where it should.');
  for (const { name, value } of head.sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${quoted(name)}`, value]);
  }
  for (const { table, name, definition } of references) {
    await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  }
  await client.query('commit');
}

async function fillTable(
  client: Client,
  reader: ContainerReader,
  { table, columns }: BackupTable,
): Promise<void> {
  const announced = (await reader.json()) as BackupTable;
  if (announced.table !== table) throw new Error(`Expected ${table}, found ${announced.table}.`);
  await client.query(`alter table ${quoted(table)} disable trigger user`);
  const into = client.query(copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`));
  await pipeline(Readable.from(reader.rows()), into);
  await client.query(`alter table ${quoted(table)} enable trigger user`);
}

async function foreignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`);
  return rows;
}

async function withOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
