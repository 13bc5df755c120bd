import { join } from 'node:path';
import { type TestDatabase, emptyDatabase } from '@runder-tisch/api/test';
import { Client, type QueryResultRow } from 'pg';
import { type RestoreDone, restore } from '../rt/restore';

const FILE = 'tools/demo/backups/2026-11-thread-whole.rtbackup';

/** The noon the kept demo was made at: everything in it lies around this instant. */
export const DEMO_NOW = '2026-11-23T13:05:00+01:00';

export function demoFile(workspace = process.cwd()): string {
  return join(workspace, FILE);
}

/** A database of its own with the kept demo, brought to this version: nothing is filled anew. */
export async function demoDatabase(file = demoFile()): Promise<TestDatabase & { restored: RestoreDone }> {
  const empty = await emptyDatabase();
  const restored = await restore(empty.ownerUrl, decodeURIComponent(new URL(empty.url).username), file);
  const asker = new Client({ connectionString: empty.ownerUrl });
  await asker.connect();
  return {
    name: new URL(empty.url).pathname.slice(1),
    url: empty.url,
    ownerUrl: empty.ownerUrl,
    restored,
    rows: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await asker.query<Row>(text, [...values])).rows,
    close: async () => {
      await asker.end();
      await empty.close();
    },
  };
}
