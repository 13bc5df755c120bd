import { type RunningApp, createApp } from '@runder-tisch/api/create-app';
import { fillDemo } from '../demo/demo';
import type { OpenDatabase } from './database';
import { askOwner } from './owner';
import { PlainError } from './plain-error';

/**
 * Fills a fresh embedded database by an API of its own: no mail leaves, and the clock is the demo's. Links in the mails
 * lead to `publicUrl`, where the instance will be found afterwards.
 */
export async function makeDemo(
  database: Pick<OpenDatabase, 'url' | 'ownerUrl'>,
  progress: (line: string) => void,
  opened: (app: RunningApp) => void,
  publicUrl: string,
): Promise<void> {
  progress('Die Demo wird angelegt …');
  const today = demoDay();
  let instant = today;
  const clock = {
    now: () => new Date(instant),
    set: (to: Date) => {
      instant = to;
    },
  };
  const app = await createApp({
    databaseUrl: hurried(database.url),
    port: 0,
    host: '127.0.0.1',
    publicUrl,
    embedded: true,
    background: false,
    clock,
  });
  opened(app);
  try {
    await fillDemo({ url: app.listensAt, ownerDatabaseUrl: database.ownerUrl, app, clock, today, progress });
  } finally {
    await app.close();
  }
  await askOwner(database.ownerUrl, (owner) => owner.query('update instance set demo = true'));
}

/** Without waiting for the disk at each step: until the last one is written, the next start begins anew. */
function hurried(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c synchronous_commit=off')}`;
}

function demoDay(): Date {
  const day = process.env['RT_DEMO_DAY'];
  if (!day) return new Date();
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime()))
    throw new PlainError(`RT_DEMO_DAY=${day} ist kein Tag der Form 2026-11-23.`);
  return noon;
}
