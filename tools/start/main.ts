import { join } from 'node:path';
import { type RunningApp, createApp, migrate } from '@runder-tisch/api/create-app';
import { type OpenDatabase, dataFolder, openDatabase } from './database';
import { makeDemo } from './demo-filling';
import { greeting } from './greeting';
import { PlainError, diskFull, isDiskFull } from './plain-error';
import { checkPortFree, portProblem, wantedPort } from './port';
import { demoSignInLinks, setUpLink } from './sign-in-links';
import { buildWeb } from './web-build';

const PATIENCE = 10_000;

/** `npm start`: everything from nothing, and the same again in a few seconds. */
export async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown)
    throw new PlainError(
      `„${unknown}“ kennt npm start nicht: Es gibt nur npm start und npm start -- --empty.`,
    );
  const empty = args.includes('--empty');
  const port = wantedPort();
  const host = process.env['HOST'] ?? '127.0.0.1';
  await checkPortFree(port, host);

  const asked = stopAsked();
  const running: { database?: OpenDatabase; app?: RunningApp } = {};
  try {
    const ready = bringUp(running, { empty, port, host });
    await Promise.race([ready, asked]);
    // Asked to stop halfway: what then fails because the database goes away is no news.
    ready.catch(() => undefined);
    const database = running.database;
    if (!database || !running.app) return 0;
    const lost = await Promise.race([asked, database.lost]);
    if (lost === undefined) return 0;
    throw isDiskFull(lost)
      ? diskFull('.data')
      : new PlainError(`PostgreSQL ist unerwartet zu Ende gegangen:\n${lost}`);
  } finally {
    await within(
      PATIENCE,
      running.app?.close().catch(() => undefined),
    );
    await running.database?.close();
  }
}

async function bringUp(
  running: { database?: OpenDatabase; app?: RunningApp },
  { empty, port, host }: { empty: boolean; port: number; host: string },
): Promise<void> {
  const publicUrl = process.env['PUBLIC_URL'];
  const webRoot = await buildWeb(say);
  const database = (running.database = await openDatabase({ empty, progress: say }));
  const migrations = await migrate(database.ownerUrl, database.appRole);
  if (migrations.length > 0) say(`Die Datenbank ist eingerichtet (${migrations.length} Schritte).`);
  if (!database.kept) {
    // Known at once, so that stopping halfway ends it before its database.
    if (!empty)
      await makeDemo(database, say, (app) => (running.app = app), publicUrl ?? `http://localhost:${port}`);
    delete running.app;
    await database.keep(empty ? 'own' : 'demo');
  }
  const demo = database.kept === 'demo' || (!database.kept && !empty);
  const smtpUrl = process.env['SMTP_URL'] ?? null;
  const app = (running.app = await createApp({
    databaseUrl: database.url,
    port,
    host,
    publicUrl,
    smtpUrl,
    imapUrl: process.env['IMAP_URL'] ?? null,
    webRoot,
    embedded: database.embedded,
    trustedProxies: process.env['TRUSTED_PROXIES'] ?? null,
    anchorFile: join(dataFolder(), 'audit-anchors.txt'),
  }).catch((error: NodeJS.ErrnoException) => {
    throw portProblem(error, port);
  }));
  say(
    greeting({
      url: app.url,
      demo,
      links: demo ? await demoSignInLinks(app) : [],
      setUp: demo ? null : await setUpLink(app),
      mailLeaves: smtpUrl !== null,
    }),
  );
}

/** Settles at the first Ctrl+C or end signal; later ones find the clearing up already under way. */
function stopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve(undefined);
      });
    }
  });
}

async function within(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
