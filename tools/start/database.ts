import { statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import {
  APP,
  type EmbeddedPostgres,
  OWNER,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres';
import { checkGivenDatabase } from './given-database';
import { PlainError, diskFull } from './plain-error';

export interface OpenDatabase {
  embedded: boolean;
  url: string;
  ownerUrl: string;
  /** The account of the API where it is not the owner: it gets its rights by the migration. */
  appRole: string | null;
  /** What this database is kept for; `undefined` while it has never been filled to the end. */
  kept: Kept | undefined;
  keep(as: Kept): Promise<void>;
  lost: Promise<string>;
  close(): Promise<void>;
}

/** The demo, or one's own instance begun with `--empty`. */
export type Kept = 'demo' | 'own';

const names: Record<Kept, string> = { demo: 'runder_tisch', own: 'runder_tisch_eigen' };
const ENOUGH = 150_000_000;
const never = new Promise<string>(() => undefined);

export interface OpenOptions {
  empty: boolean;
  /** Work beside a running instance instead of being the one that runs (`rt`). */
  beside?: boolean;
  progress(line: string): void;
}

/** The server of DATABASE_URL, or the embedded one in .data/. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const url = process.env['DATABASE_URL'];
  if (url) return await given(url, process.env['DATABASE_OWNER_URL'] ?? url);

  const folder = dataFolder();
  const running = options.beside ? await findEmbeddedPostgres(folder) : undefined;
  if (!running) checkSpace(folder);
  const own: EmbeddedPostgres | undefined = running
    ? undefined
    : await startEmbeddedPostgres({ folder, progress: options.progress });
  const server = running ?? own;
  if (!server) throw new Error('Neither a running nor a started server.');
  try {
    const { name, kept } = await choose(server.adminUrl(), options.empty, running !== undefined);
    return {
      embedded: true,
      url: server.url(name),
      ownerUrl: server.ownerUrl(name),
      appRole: APP,
      kept,
      keep: async (as) => {
        await ask(server.adminUrl(), (admin) => admin.query(`comment on database ${name} is '${as}'`));
      },
      lost: own?.lost ?? never,
      close: async () => await own?.stop(),
    };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

export function dataFolder(): string {
  return resolve(process.env['DATA_DIR'] ?? '.data');
}

async function given(url: string, ownerUrl: string): Promise<OpenDatabase> {
  await checkGivenDatabase('DATABASE_URL', url);
  if (ownerUrl !== url) await checkGivenDatabase('DATABASE_OWNER_URL', ownerUrl);
  const [user, owner] = [url, ownerUrl].map((each) => decodeURIComponent(new URL(each).username));
  return {
    embedded: false,
    url,
    ownerUrl,
    appRole: user && user !== owner ? user : null,
    kept: 'own',
    keep: async () => undefined,
    lost: never,
    close: async () => undefined,
  };
}

/**
 * Demo and own instance are two databases of one server, so neither can overwrite the other. Without
 * `--empty` the demo is opened, unless only an own one was ever begun here.
 */
async function choose(
  adminUrl: string,
  empty: boolean,
  beside: boolean,
): Promise<{ name: string; kept: Kept | undefined }> {
  return await ask(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string; kept: Kept | null }>(
      `select datname as name, shobj_description(oid, 'pg_database') as kept from pg_database where datname = any ($1)`,
      [Object.values(names)],
    );
    const keptAs = (name: string) => rows.find((row) => row.name === name)?.kept ?? undefined;
    const name = empty || (!keptAs(names.demo) && keptAs(names.own)) ? names.own : names.demo;
    const kept = keptAs(name);
    if (!kept && beside)
      throw new PlainError(
        'Die Datenbank wird gerade eingerichtet: Bitte warten Sie, bis der Start fertig ist.',
      );
    if (!kept) {
      // What an interrupted first start left behind is begun anew.
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name} owner ${OWNER}`);
    }
    return { name, kept };
  });
}

async function ask<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function checkSpace(folder: string): void {
  let at = folder;
  for (;;) {
    try {
      const { bavail, bsize } = statfsSync(at);
      if (bavail * bsize < ENOUGH) throw diskFull(folder);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      at = resolve(at, '..');
    }
  }
}
