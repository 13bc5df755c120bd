import { Client, type QueryResultRow } from 'pg';
import { migrate } from '../src/database/migrate';

const TEMPLATE = 'rt_template';
const TEMPLATE_LOCK = 20_261_124;
/** Roles of the embedded server: one that owns the schema, one as which the API runs. */
const OWNER = 'runder_tisch_owner';
const APP = 'runder_tisch';

export interface TestDatabase {
  name: string;
  /** As the API: no DDL, no change of the audit. */
  url: string;
  /** As the owner of the schema. */
  ownerUrl: string;
  /** Asks past the product, as the owner: for checks at the end of a test. */
  rows<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

let made = 0;

/** A migrated database of its own, cloned from the template; one per test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `rt_${process.pid}_${(made += 1)}`;
  await asAdmin(async (admin) => {
    await ensureTemplate(admin);
    await admin.query(`create database ${name} template ${TEMPLATE} owner ${OWNER} strategy file_copy`);
  });
  const ownerUrl = urlOf(OWNER, name);
  const asker = new Client({ connectionString: ownerUrl });
  await asker.connect();
  return {
    name,
    url: urlOf(APP, name),
    ownerUrl,
    rows: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await asker.query<Row>(text, [...values])).rows,
    close: async () => {
      await asker.end();
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** An empty database without any schema: for migrations, restore and first run. */
export async function emptyDatabase(): Promise<{ url: string; ownerUrl: string; close(): Promise<void> }> {
  const name = `rt_${process.pid}_${(made += 1)}`;
  await asAdmin((admin) => admin.query(`create database ${name} template template0 owner ${OWNER}`));
  return {
    url: urlOf(APP, name),
    ownerUrl: urlOf(OWNER, name),
    close: async () =>
      void (await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Whoever comes first migrates the template; the others wait for it. */
async function ensureTemplate(admin: Client): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rows } = await admin.query<{ ready: boolean }>(
      'select datistemplate as ready from pg_database where datname = $1',
      [TEMPLATE],
    );
    if (rows[0]?.ready) return;
    if (rows[0]) await admin.query(`drop database ${TEMPLATE} with (force)`);
    await admin.query(`create database ${TEMPLATE} template template0 owner ${OWNER}`);
    await migrate(urlOf(OWNER, TEMPLATE), APP);
    await admin.query(`alter database ${TEMPLATE} is_template true`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

function serverUrl(): string {
  const url = process.env['RT_TEST_POSTGRES'];
  if (!url) throw new Error('No test server: run this file with `npm run test:api -- PATH`.');
  return url;
}

function urlOf(user: string, database: string): string {
  const url = new URL(serverUrl());
  url.username = user;
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
