import { Client } from 'pg';
import { APP, OWNER } from '../start/embedded-postgres';

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
  await ask(`drop database if exists ${name} with (force)`);
  await ask(`create database ${name} template template0 owner ${OWNER}`);
  // Two readers of the same rows see them in the same order: answers can be compared.
  await ask(`alter database ${name} set synchronize_seqscans = off`);
  return {
    url: as(APP),
    ownerUrl: as(OWNER),
    appRole: APP,
    drop: () => ask(`drop database if exists ${name} with (force)`),
  };
}
