import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

const TICK = 10;
const PATIENCE = 30_000;

/** Milliseconds of CPU by process of PostgreSQL; empty where its processes cannot be seen (not Linux, another machine). */
export async function postgresCpu(owner: Client): Promise<Map<number, number>> {
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity');
  const used = new Map<number, number>();
  for (const { pid } of rows) {
    try {
      const words = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /, '')
        .split(' ');
      used.set(pid, (Number(words[11]) + Number(words[12])) * TICK);
    } catch {
      continue;
    }
  }
  return used;
}

/** What was used between the two looks. Processes that came in between count from their start. */
export function cpuBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  return [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0);
}

/** Waits until nobody works any more: what the last run left behind must not be counted for the next. */
export async function drained(owner: Client): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const { rows } = await owner.query<{ busy: number }>(
      `select count(*)::int as busy from pg_stat_activity
       where pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`,
    );
    if (rows[0]?.busy === 0) return;
    if (Date.now() > until) throw new Error('The database is still busy with the run before.');
    await pause(20);
  }
}
