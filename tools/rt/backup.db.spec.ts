import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { migrate } from '@runder-tisch/api/create-app';
import { type TestDatabase, emptyDatabase, testDatabase } from '@runder-tisch/api/test';
import { Client } from 'pg';
import { backup } from './backup';
import { restore } from './restore';

const PERSON = '019a0000-0000-7000-8000-000000000001';
const ACCOUNT = '019a0000-0000-7000-8000-000000000002';

describe('backup and restore', () => {
  let folder: string;
  let source: TestDatabase;
  let target: Awaited<ReturnType<typeof emptyDatabase>>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rt-backup-'));
    [source, target] = await Promise.all([testDatabase(), emptyDatabase()]);
    await within(source.ownerUrl, (client) =>
      client.query(`
        select set_config('rt.actor', 'test', false);
        insert into person (id, given_name, family_name, mail, created_at)
          values ('${PERSON}', 'Äöü\\\\ß', E'Tab\\tZeile\\nEnde', 'wer@sicherung.test', now());
        insert into account (id, person_id, mail, display_name, roles, created_at)
          values ('${ACCOUNT}', '${PERSON}', 'wer@sicherung.test', 'Wer', '{planner,reader}', now());
        insert into session (id, token_hash, account_id, created_at, seen_at, expires_at)
          values (gen_random_uuid(), 'einer-sitzung', '${ACCOUNT}', now(), now(), now());`),
    );
  });
  afterEach(async () => {
    await Promise.all([source.close(), target.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings back every row of every table, and numbers go on where they stood', async () => {
    const file = join(folder, 'a.rtb');
    await backup(source.ownerUrl, file);
    await restore(target.ownerUrl, 'runder_tisch', file);
    expect(await contentOf(target.ownerUrl)).toEqual(await contentOf(source.ownerUrl));
    const next = `select nextval(pg_get_serial_sequence('audit_event', 'id')) as next`;
    const [here, there] = await Promise.all(
      [source.ownerUrl, target.ownerUrl].map((url) => within(url, (client) => client.query(next))),
    );
    expect(there?.rows).toEqual(here?.rows);
  });

  it('restores references and the audit with them', async () => {
    const file = join(folder, 'b.rtb');
    await backup(source.ownerUrl, file);
    await restore(target.ownerUrl, 'runder_tisch', file);
    await expect(within(target.ownerUrl, (client) => client.query(`delete from account`))).rejects.toThrow(
      'without an actor',
    );
    await expect(
      within(target.ownerUrl, (client) =>
        client.query(`insert into session (id, token_hash, account_id, created_at, seen_at, expires_at)
                      values (gen_random_uuid(), 'x', gen_random_uuid(), now(), now(), now())`),
      ),
    ).rejects.toThrow('foreign key');
  });

  it('brings the data of an older version to this one', async () => {
    const older = await emptyDatabase();
    const all = await migrationsOf(source.ownerUrl);
    await migrate(older.ownerUrl, null, all.slice(0, 1));
    const file = join(folder, 'c.rtb');
    await backup(older.ownerUrl, file);
    const { migrated } = await restore(target.ownerUrl, 'runder_tisch', file);
    expect(migrated).toEqual(all.slice(1));
    await older.close();
  });

  it('leaves sessions out of a file that is kept with the code', async () => {
    const file = join(folder, 'd.rtb');
    await backup(source.ownerUrl, file, { demo: true });
    expect(gunzipSync(readFileSync(file)).toString('utf8')).not.toContain('einer-sitzung');
    await restore(target.ownerUrl, null, file);
    const sessions = await within(target.ownerUrl, (client) => client.query('select 1 from session'));
    expect(sessions.rows).toEqual([]);
  });

  it('never overwrites: neither a file nor a database somebody works with', async () => {
    const file = join(folder, 'e.rtb');
    await backup(source.ownerUrl, file);
    await expect(backup(source.ownerUrl, file)).rejects.toThrow('gibt es schon');
    await expect(restore(source.ownerUrl, null, file)).rejects.toThrow('nicht leer');
  });

  it.each([
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 200), 'unvollständig'],
    ['text', () => Buffer.from('hallo'), 'keine Sicherung'],
    ['another archive', () => gzipSync('hallo\nwelt\n'), 'keine Sicherung'],
  ])('says so when the file is %s, and changes nothing', async (_, spoil, says) => {
    const file = join(folder, 'f.rtb');
    await backup(source.ownerUrl, file);
    writeFileSync(file, spoil(readFileSync(file)));
    await expect(restore(target.ownerUrl, null, file)).rejects.toThrow(says);
    expect(await peopleIn(target.ownerUrl)).toBe(0);
  });
});

async function peopleIn(url: string): Promise<number> {
  return await within(url, async (client) => {
    const shape = await client.query<{ there: boolean }>(`select to_regclass('person') is not null as there`);
    if (!shape.rows[0]?.there) return 0;
    return (await client.query('select 1 from person')).rows.length;
  });
}

async function contentOf(url: string): Promise<Record<string, string>> {
  return await within(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not in ('migrations', 'object_snapshot') order by 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ all: string | null }>(
        `select string_agg(it::text, E'\\n' order by it::text) as all from ${name} it`,
      );
      content[name] = rows[0]?.all ?? '';
    }
    return content;
  });
}

async function migrationsOf(url: string): Promise<string[]> {
  const { rows } = await within(url, (client) =>
    client.query<{ name: string }>('select name from migrations order by id'),
  );
  return rows.map((row) => row.name);
}

async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
