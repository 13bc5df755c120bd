import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { AuditChain, createApp, migrate } from '@runder-tisch/api/create-app';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { benchDatabase } from './database';
import { percentile } from './measure/statistics';

const SIZES = [1000, 1_000_000];
const TIMES = 100;

/** What the seal of the audit costs at a thousand and at a million events: looking in vain, ten new events, the whole chain read again. */
export async function auditSeal(say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'pg'), scratch: true, progress: say });
  const database = await benchDatabase(postgres.adminUrl(), 'rt_bench_seal');
  const owner = new Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl, database.appRole);
    await owner.connect();
    const app = await createApp({ databaseUrl: database.url, port: 0, embedded: true, background: false });
    try {
      const chain = app.get(AuditChain);
      let there = 0;
      for (const size of SIZES) {
        await addEvents(owner, size - there);
        there = size;
        await owner.query('select audit_seal_next($1)', [size]);
        await owner.query('vacuum analyze');
        while ((await chain.seal()) > 0);
        const idle = await measured(() => chain.seal());
        const ten = await measured(
          () => chain.seal(),
          async () => {
            await chain.seal();
            await addEvents(owner, 10);
          },
        );
        there += TIMES * 10;
        const began = performance.now();
        const { findings } = await chain.verify();
        const seconds = (performance.now() - began) / 1000;
        if (findings.length > 0) throw new Error('The chain of the bench is broken.');
        say(
          `${size.toLocaleString('de-DE')} Ereignisse: vergeblich nachgesehen ${idle}, zehn neue gesiegelt ${ten}, alles nachgelesen ${seconds.toFixed(1)} s`,
        );
      }
      return 0;
    } finally {
      await app.close();
    }
  } finally {
    await owner.end();
    await database.drop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addEvents(owner: Client, count: number): Promise<void> {
  await owner.query(
    `insert into audit_event (actor, use_case, request_id, table_name, object_id, operation, changes)
     select 'account:' || gen_random_uuid(), 'meeting.change', gen_random_uuid()::text, 'meeting', gen_random_uuid(), 'UPDATE',
       '{"title": ["Treffen im Mai", "Treffen im Juni"], "version": [1, 2]}' from generate_series(1, $1)`,
    [count],
  );
}

async function measured(work: () => Promise<unknown>, before = () => Promise.resolve()): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < TIMES; round += 1) {
    await before();
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return `${percentile(times, 0.5).toFixed(1)} ms (p95 ${percentile(times, 0.95).toFixed(1)})`;
}
