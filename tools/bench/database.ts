import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { APP, OWNER } from '../start/embedded-postgres';

const LEAVE_MS = 5000;

export interface BenchDatabase {
  url: string;
  ownerUrl: string;
  appRole: string;
  drop(): Promise<void>;
}

/** An empty database on a throw-away server. */
export async function benchDatabase(adminUrl: string, name: string): Promise<BenchDatabase> {
  const as = (user: string): string => {
    const url = new URL(adminUrl);
    url.username = user;
    url.pathname = `/${name}`;
    return url.href;
  };
  const ask = async (statement: string): Promise<void> => {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(statement).finally(() => admin.end());
  };
  // Who has just said goodbye would take being thrown out for a fault that nobody hears.
  const left = async (): Promise<void> => {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    const end = Date.now() + LEAVE_MS;
    const inside = async (): Promise<number | null> =>
      (await admin.query('select 1 from pg_stat_activity where datname = $1', [name])).rowCount;
    while ((await inside()) && Date.now() < end) await pause(20);
    await admin.end();
  };
  await ask(`drop database if exists ${name} with (force)`);
  await ask(`create database ${name} template template0 owner ${OWNER}`);
  // Two readers of the same rows see them in the same order: answers can be compared.
  await ask(`alter database ${name} set synchronize_seqscans = off`);
  return {
    url: as(APP),
    ownerUrl: as(OWNER),
    appRole: APP,
    drop: async () => {
      await left();
      await ask(`drop database if exists ${name} with (force)`);
    },
  };
}
