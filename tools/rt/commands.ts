import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Anchor,
  AuditChain,
  type CreateAppOptions,
  Dispatcher,
  InboxPoll,
  RoleAccounts,
  type RunningApp,
  Search,
  findingSays,
  createApp,
  migrate,
} from '@runder-tisch/api/create-app';
import { makeDemo } from '../start/demo-filling';
import { askOwner } from '../start/owner';
import { PlainError } from '../start/plain-error';
import { backup } from './backup';
import type { Call, Command } from './command';
import { disclosureCommands } from './disclosure';
import { noteBackup } from './note-backup';
import { readIndicators } from './read-indicators';
import { restore } from './restore';
import { forgetDrawnPdfs, rememberPdfDocuments } from './undrawn-pdfs';

export const commands: Record<string, Command> = {
  'indicators:read': {
    usage: 'indicators:read DATEI [--json] [--mapping ZUORDNUNG]',
    does: 'liest eine Tabelle der amtlichen Statistik und druckt, was darin steht, mit --json eine Zeile je Wert',
    withoutDatabase: true,
    run: ({ args, flags, values, say }) => {
      const mapping = values.get('--mapping');
      return readIndicators(fileOf(args), {
        json: flags.has('--json'),
        mapping: mapping === undefined ? null : fileOf([mapping]),
        say,
      });
    },
  },
  migrate: {
    usage: 'migrate',
    does: 'bringt die Datenbank auf den Stand dieser Fassung',
    run: async ({ database, say }) => {
      const ran = await migrate(database.ownerUrl, database.appRole);
      say(
        ran.length === 0
          ? 'Die Datenbank ist auf dem neuesten Stand.'
          : `${ran.length} Schritte ausgeführt: ${ran.join(', ')}`,
      );
      return 0;
    },
  },
  backup: {
    usage: 'backup DATEI [--demo]',
    does: 'sichert alles in eine Datei, während weitergearbeitet wird',
    run: async ({ database, args, flags, say }) => {
      const file = fileOf(args);
      const { tables, bytes } = await backup(database.ownerUrl, file, { demo: flags.has('--demo') });
      if (!flags.has('--demo')) await noteBackup(database.ownerUrl, bytes);
      say(`Gesichert: ${tables} Tabellen, ${Math.ceil(bytes / 1000)} kB in ${file}`);
      return 0;
    },
  },
  restore: {
    usage: 'restore DATEI',
    does: 'spielt eine Sicherung in eine leere Datenbank ein',
    run: async ({ database, args, say }) => {
      const { tables, createdAt, migrated } = await restore(
        database.ownerUrl,
        database.appRole,
        fileOf(args),
      );
      if (database.embedded) await database.keep((await isDemo(database.ownerUrl)) ? 'demo' : 'own');
      say(`Eingespielt: ${tables} Tabellen, Stand ${createdAt}.`);
      if (migrated.length > 0)
        say(`Danach auf den Stand dieser Fassung gebracht: ${migrated.length} Schritte.`);
      return 0;
    },
  },
  'demo:backup': {
    usage: 'demo:backup DATEI',
    does: 'legt die Demo für RT_DEMO_DAY neu an und schreibt sie ohne Sitzungen, Zugangslinks, Mailtexte und gezeichnete PDFs in die Datei',
    scratch: true,
    run: async ({ database, args, say }) => {
      const file = fileOf(args);
      process.env['RT_DEMO_DAY'] ??= '2026-11-23';
      await migrate(database.ownerUrl, database.appRole);
      await rememberPdfDocuments(database.ownerUrl);
      await makeDemo(database, say, () => undefined, 'http://localhost:3000');
      await settleMails(database);
      await forgetDrawnPdfs(database.ownerUrl);
      rmSync(file, { force: true });
      const { tables, bytes } = await backup(database.ownerUrl, file, { demo: true });
      say(`Gesichert: ${tables} Tabellen, ${Math.ceil(bytes / 1000)} kB in ${file}`);
      return 0;
    },
  },
  seed: {
    usage: 'seed --roles',
    does: 'legt je Rolle ein Konto an und druckt dessen Anmeldelink als JSON',
    run: (call) =>
      withApp(call, async (app) => {
        if (!call.flags.has('--roles')) throw new PlainError('Es gibt nur seed --roles.');
        call.say(JSON.stringify(await app.get(RoleAccounts).seed(), null, 2));
        return 0;
      }),
  },
  'audit:verify': {
    usage: 'audit:verify [POSITION:PRÜFSUMME | DATEI]',
    does: 'liest das ganze Protokoll der Änderungen nach, auch gegen einen früheren Anker oder eine Datei mit Ankern',
    run: (call) =>
      withApp(call, async (app) => {
        const state = await app.get(AuditChain).verify(anchorsOf(call.args[0]));
        if (state.findings.length > 0) {
          call.say('Das Protokoll der Änderungen ist nicht, was es war:');
          for (const finding of state.findings) call.say(`  ${findingSays(finding)}`);
          return 1;
        }
        call.say(
          `Die Kette ist unversehrt: ${state.sealed} Ereignisse, ${state.waiting} warten noch auf ihr Siegel.`,
        );
        return 0;
      }),
  },
  'audit:anchor': {
    usage: 'audit:anchor',
    does: 'druckt Stelle und Prüfsumme des neuesten Siegels, zum Aufbewahren außerhalb',
    run: (call) =>
      withApp(call, async (app) => {
        const newest = await app.get(AuditChain).newest();
        if (!newest) throw new PlainError('Es gibt noch keine Änderung, die sich verankern ließe.');
        call.say(`${newest.position}:${newest.hash}`);
        return 0;
      }),
  },
  'search:rebuild': {
    usage: 'search:rebuild',
    does: 'baut das Verzeichnis der Suche neu auf',
    run: (call) =>
      withApp(call, async (app) => {
        call.say(`Das Verzeichnis der Suche ist neu aufgebaut: ${await app.get(Search).rebuild()} Einträge.`);
        return 0;
      }),
  },
  'outbox:run': {
    usage: 'outbox:run --once',
    does: 'verschickt einmal alles, was fällig ist',
    run: (call) =>
      withApp(call, async (app) => {
        if (!call.flags.has('--once'))
          throw new PlainError(
            'Dauerhaft verschickt die laufende Anwendung selbst; hier gibt es nur outbox:run --once.',
          );
        const { sent, refused, later, held } = await app.get(Dispatcher).runOnce();
        call.say(
          `Verschickt: ${sent}, später noch einmal: ${later}, abgewiesen: ${refused}, zurückgehalten: ${held}.`,
        );
        return refused > 0 ? 1 : 0;
      }),
  },
  'inbox:poll': {
    usage: 'inbox:poll --once',
    does: 'liest einmal den Posteingang (IMAP_URL)',
    run: (call) =>
      withApp(call, async (app) => {
        if (!call.flags.has('--once'))
          throw new PlainError(
            'Dauerhaft liest die laufende Anwendung selbst; hier gibt es nur inbox:poll --once.',
          );
        if (!process.env['IMAP_URL'])
          throw new PlainError('IMAP_URL fehlt: Es ist kein Posteingang eingerichtet.');
        const run = await app.get(InboxPoll).runOnce();
        call.say(
          run
            ? `Gelesen: ${run.taken}, später noch einmal: ${run.later}, beiseitegelegt: ${run.setAside}.`
            : 'Gerade liest ihn schon ein anderer Prozess.',
        );
        return run && run.setAside > 0 ? 1 : 0;
      }),
  },
  ...disclosureCommands,
};

function fileOf(args: readonly string[]): string {
  const [file, more] = args;
  if (!file || more) throw new PlainError('Bitte nennen Sie genau eine Datei.');
  return resolve(process.env['INIT_CWD'] ?? '.', file);
}

/** One anchor, or all in a file as the application writes it. */
function anchorsOf(text: string | undefined): Anchor[] {
  if (!text) return [];
  const file = resolve(process.env['INIT_CWD'] ?? '.', text);
  const anchors = (existsSync(file) ? readFileSync(file, 'utf8') : text).matchAll(
    /(?<![^\s])(\d{1,15}):([0-9a-f]{64})(?![^\s])/g,
  );
  const found = [...anchors].map(([, position, hash]) => ({ position: Number(position), hash: hash ?? '' }));
  if (found.length === 0)
    throw new PlainError(
      'Ein Anker hat die Form POSITION:PRÜFSUMME, wie audit:anchor ihn druckt; eine Datei hat einen in jeder Zeile.',
    );
  return found;
}

async function isDemo(ownerUrl: string): Promise<boolean> {
  const { rows } = await askOwner(ownerUrl, (owner) =>
    owner.query<{ demo: boolean }>('select demo from instance'),
  );
  return rows[0]?.demo ?? false;
}

/** As after the first start: what was to be sent is held back, because no mail leaves the house. */
async function settleMails({ url }: Call['database']): Promise<void> {
  const noon = new Date(`${process.env['RT_DEMO_DAY']}T12:00:00Z`);
  const app = await createApp({
    databaseUrl: url,
    port: 0,
    embedded: true,
    background: false,
    clock: { now: () => noon },
  });
  try {
    while ((await app.get(Dispatcher).runOnce()).held > 0);
  } finally {
    await app.close();
  }
}

/** The API without a page anybody could open and without its jobs: only its services. */
async function withApp(call: Call, work: (app: RunningApp) => Promise<number>): Promise<number> {
  const { database } = call;
  await migrate(database.ownerUrl, database.appRole);
  const options: CreateAppOptions = {
    databaseUrl: database.url,
    port: 0,
    host: '127.0.0.1',
    publicUrl: process.env['PUBLIC_URL'] ?? 'http://localhost:3000',
    smtpUrl: process.env['SMTP_URL'] ?? null,
    imapUrl: process.env['IMAP_URL'] ?? null,
    embedded: database.embedded,
    background: false,
  };
  const app = await createApp(options);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
