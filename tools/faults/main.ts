import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client as Owner } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { createApp, migrate, RoleAccounts, SESSION_COOKIE, Sessions } from '@runder-tisch/api/create-app';
import { type SlowSmtp, slowSmtp } from '@runder-tisch/api/test';
import { Client } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { startSession } from '@runder-tisch/scenario/session';
import { benchDatabase } from '../bench/database';
import { seeded } from '../bench/measure/statistics';
import { numbersOf } from '../bench/numbers';
import { type Verdict, judge } from './check';
import { County } from './county';
import { acknowledged, emptyLedger } from './ledger';
import { type Work, writers } from './writers';

const usage = 'npm run test:faults -- [--kills 50] [--crashes 10] [--seed ZAHL]';
/** Between two faults, beside the time it takes until the API answers again. */
const WORKS_MS = 3500;
/** Invitations wait a minute, and a mail of a killed process a minute and a half. */
const MAILS_GONE_MS = 240_000;
const SHOWN = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run test:faults`: everybody writes while the API is killed and PostgreSQL crashes, again and again. At the end
 * everything that was answered must be there, once, and every mail must have left.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { kills, crashes, seed } = numbersOf(
    args,
    { kills: 50, crashes: 10, seed: Date.now() % 100_000 },
    {
      usage,
      demand: 'Bitte ganze Zahlen ab null angeben.',
      fits: (it) => Object.values(it).every((number) => Number.isInteger(number) && number >= 0),
    },
  );
  const began = performance.now();
  say(`${kills} Abbrüche der API, ${crashes} Abstürze von PostgreSQL, Reihenfolge ${seed} …`);
  const folder = mkdtempSync(join(tmpdir(), 'rt-faults-'));
  const [county, mails] = await Promise.all([County.found(folder), slowSmtp()]);
  const ended = (): void => void county.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, ended);
  try {
    const database = await benchDatabase(county.databases().adminUrl(), 'rt_faults');
    await migrate(database.ownerUrl, database.appRole);
    const work = await workIn(county, database.url, mails);
    await county.start('rt_faults', mails.url);
    await begin(work);
    await trouble(county, work, { kills, crashes, seed });
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${acknowledged(work.ledger)} Zusagen nach ${seconds} s; jetzt gehen die letzten Mails hinaus …`);
    const owner = new Owner({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await mailsGone(owner);
      await county.killApi();
      const verdict = await judge(owner, database.url, work.ledger, mails, kills + 1 + crashes);
      return tell(work, verdict, { kills, crashes }, (performance.now() - began) / 1000);
    } finally {
      await owner.end();
    }
  } finally {
    await county.close();
    await mails.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Accounts, and everybody at the address the API will have. */
async function workIn(county: County, databaseUrl: string, mails: SlowSmtp): Promise<Work> {
  const app = await createApp({ databaseUrl, port: 0, embedded: true, background: false });
  try {
    const links = await app.get(RoleAccounts).seed();
    const signedIn = async (role: string): Promise<Client> => {
      const link = links.find((it) => it.role === role);
      if (!link) throw new Error(`There is no account of a ${role}.`);
      const { token } = await app.get(Sessions).open(link.accountId);
      return new Client(county.url, `${SESSION_COOKIE}=${token}`);
    };
    const [coordinator, planner] = [await signedIn('coordinator'), await signedIn('planner')];
    return { coordinator, planner, runningMeeting: '', ledger: emptyLedger(), mails, ending: false };
  } finally {
    await app.close();
  }
}

/** The meeting whose minutes are written all the time. */
async function begin(work: Work): Promise<void> {
  const soon = Temporal.Now.zonedDateTimeISO('Europe/Berlin').add({ minutes: 30 });
  const { id } = await invitedMeeting(work.coordinator, {
    title: 'Laufendes Treffen',
    day: soon.toPlainDate().toString(),
    startTime: soon.toPlainTime().toString().slice(0, 5),
    endTime: '23:59',
    invitees: ['gast@haus.test'],
  });
  await startSession(work.coordinator, id);
  work.runningMeeting = id;
}

/** One fault after the other, in an order drawn by lot. */
async function trouble(
  county: County,
  work: Work,
  { kills, crashes, seed }: { kills: number; crashes: number; seed: number },
): Promise<void> {
  const lot = seeded(seed);
  const faults = [...Array<'kill'>(kills).fill('kill'), ...Array<'crash'>(crashes).fill('crash')]
    .map((fault) => ({ fault, place: lot() }))
    .sort((one, other) => one.place - other.place);
  const writing = Promise.all(writers(work));
  // What one of them says ends the run at once.
  let broken: { error: unknown } | null = null;
  writing.catch((error: unknown) => (broken = { error }));
  let crashed = 0;
  for (const [at, { fault }] of faults.entries()) {
    await pause(lot() * WORKS_MS);
    if (broken) break;
    if (fault === 'kill') {
      await county.killApi();
      await county.start('rt_faults', work.mails.url);
    } else {
      // Every second time as the operator's own "stop at once", every other as a power cut.
      await county.crashPostgres(crashed++ % 2 === 0 ? 'SIGKILL' : 'SIGQUIT');
      while (!(await county.isReady())) await pause(25);
    }
    if ((at + 1) % 10 === 0) say(`  … ${at + 1} von ${faults.length}, ${acknowledged(work.ledger)} Zusagen`);
  }
  await pause(WORKS_MS);
  work.ending = true;
  await writing;
}

async function mailsGone(owner: Owner): Promise<void> {
  const end = Date.now() + MAILS_GONE_MS;
  for (;;) {
    const { rows } = await owner.query<{ waiting: number }>(
      `select count(*)::int as waiting from outbox_message where state in ('QUEUED', 'SENDING')`,
    );
    if (rows[0]?.waiting === 0 || Date.now() > end) return;
    await pause(500);
  }
}

function tell(
  { ledger }: Work,
  verdict: Verdict,
  { kills, crashes }: { kills: number; crashes: number },
  seconds: number,
): number {
  const { meetings, feedback, lines, answers, imports, repeated, doubled } = ledger;
  const { lost, twice, half, mails, audit, taken, copies } = verdict;
  say(`${kills} Abbrüche der API, ${crashes} Abstürze von PostgreSQL, ${Math.round(seconds)} s`);
  say(
    `${acknowledged(ledger)} Zusagen: ${meetings.length} Treffen, ${feedback.length} Hinweise, ${lines.length} Zeilen, ${answers.length} Antworten, ${imports.length} Listen`,
  );
  say(`${repeated} Wiederholungen nach Ausfall, ${doubled} nach einer Zusage`);
  const promises: [string, string[]][] = [
    [`${lost.length} Zusagen verloren`, lost],
    [`${twice.length} doppelt`, twice],
    [`${half.length} halb getan`, half],
    [`${taken} Mails angenommen, ${copies} davon noch einmal; ${mails.length} verloren oder zu viel`, mails],
    [`${audit.length} Funde im Protokoll der Änderungen`, audit],
  ];
  for (const [line, findings] of promises) {
    say(`${findings.length === 0 ? '✓' : '✗'} ${line}`);
    for (const finding of findings.slice(0, SHOWN)) say(`    ${finding}`);
  }
  return promises.every(([, findings]) => findings.length === 0) && acknowledged(ledger) > 0 ? 0 : 1;
}
