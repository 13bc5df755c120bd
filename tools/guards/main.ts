import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { PlainError } from '../start/plain-error';
import { endAll, runNode } from '../test/process';
import { Findings, type Meeting } from './findings';
import { type Known, known } from './known';
import { type PlacedGuard, guardsOf, roomOf, specsOf } from './sources';

const MINUTE = 60_000;
const WORKERS = 2;
/** Characters of a failing spec's words. */
const TOLD = 2000;

/**
 * `npm run test:guards [-- AREA]`: takes each refusal of the API away in turn and runs the tests that meet
 * it. What no test misses is listed. Findings are kept in tmp/, so a broken-off run goes on where it ended.
 */
export async function main(args: readonly string[]): Promise<number> {
  const room = args[0];
  const guards = guardsOf(room);
  if (guards.length === 0)
    throw new PlainError(`In apps/api/src/${room ?? ''} wird nirgends etwas abgelehnt.`);
  const scratch = mkdtempSync(join(tmpdir(), 'rt-guards-'));
  process.env['TMPDIR'] = scratch;
  // Bundles find their packages from inside the tree alone.
  mkdirSync('tmp', { recursive: true });
  const bundles = mkdtempSync(resolve('tmp/guards-'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endAll());
  const server = await startEmbeddedPostgres({ folder: join(scratch, 'pg'), scratch: true });
  try {
    process.env['RT_TEST_POSTGRES'] = server.adminUrl();
    await prepareAnswers(scratch);
    const findings = new Findings();
    const broken: string[] = [];
    // Those of its own room first: they defend most, and the others take an hour to be met.
    for (const nearby of [true, false]) {
      const open = guards.filter(({ id }) => !findings.defender(id));
      const specs = [
        ...new Set(
          open.flatMap(({ path }) =>
            specsOf(roomOf(path)).filter((spec) => !nearby || roomOf(spec) === roomOf(path)),
          ),
        ),
      ];
      broken.push(...(await meetAll(findings, specs, bundles)));
      await takeAway(findings, open, bundles);
    }
    const status = tell(findings, guards, room);
    for (const words of broken) say(`\n${words}`);
    return broken.length > 0 ? 1 : status;
  } finally {
    await server.stop();
    for (const folder of [scratch, bundles]) rmSync(folder, { recursive: true, force: true });
  }
}

/** What the API lane makes before its first spec, once for all the runs to come. */
async function prepareAnswers(scratch: string): Promise<void> {
  const { writeAnswerSchemas } = (await import(
    pathToFileURL(resolve('apps/api/openapi/answer-schemas.mjs')).href
  )) as { writeAnswerSchemas: (target: string) => boolean };
  process.env['RT_ANSWER_SCHEMAS'] = join(scratch, 'answer-schemas.json');
  writeAnswerSchemas(process.env['RT_ANSWER_SCHEMAS']);
}

/** All guards stand: which test is refused where? Answers what specs say that fail even so: they tell nothing. */
async function meetAll(findings: Findings, asked: readonly string[], bundles: string): Promise<string[]> {
  const broken: string[] = [];
  const specs = asked.filter((spec) => !findings.knows(spec));
  if (specs.length === 0) return broken;
  say(`Welche Prüfung trifft welche Ablehnung? ${specs.length} Dateien …`);
  await sideBySide(specs, async (spec) => {
    const folder = mkdtempSync(join(bundles, 'spec-'));
    const met = join(folder, 'met.jsonl');
    const processes = await processesIn(join(folder, 'processes'), '--met', met);
    const { code, words } = await jest([spec], { RT_GUARDS_MET: met, RT_PROCESSES: processes });
    if (code === 0) findings.keepMeetings(spec, meetings(met));
    else broken.push(`${spec} scheitert schon, solange alle Ablehnungen stehen:\n${words.slice(0, TOLD)}`);
  });
  return broken;
}

function meetings(file: string): Meeting[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return [...new Set(lines)].filter(Boolean).map((line) => JSON.parse(line) as Meeting);
}

async function takeAway(findings: Findings, open: readonly PlacedGuard[], bundles: string): Promise<void> {
  say(`${open.length} Ablehnungen sind noch zu verteidigen.`);
  if (open.length === 0) return;
  // Most refusals stand in no small process: one bundle serves all of those.
  const whole = await processesIn(join(bundles, 'whole'));
  const inProcesses = readdirSync(whole).map((name) => readFileSync(join(whole, name), 'utf8'));
  let done = 0;
  await sideBySide(open, async (guard) => {
    const folder = mkdtempSync(join(bundles, 'guard-'));
    const processes = inProcesses.some((text) => text.includes(JSON.stringify(guard.id)))
      ? await processesIn(folder, '--off', guard.id)
      : whole;
    for (const spec of candidates(findings, guard)) {
      const misses = await isMissed(findings, guard, spec, processes);
      findings.keep(guard.id, spec, misses);
      if (misses) break;
    }
    done += 1;
    if (done % 10 === 0) say(`  … ${done} von ${open.length}`);
  });
}

/** Specs that meet the guard and have not yet failed to miss it: nearest first, those with the least to run. */
function candidates(findings: Findings, guard: PlacedGuard): string[] {
  const cost = (spec: string): number =>
    findings.testsAt(spec, guard.id).length +
    (roomOf(spec) === roomOf(guard.path) ? 0 : 100) +
    (spec.startsWith('apps/api/test/') ? 1000 : 0);
  return specsOf(roomOf(guard.path))
    .filter((spec) => findings.testsAt(spec, guard.id).length > 0 && !findings.isUnmoved(guard.id, spec))
    .sort((one, other) => cost(one) - cost(other));
}

/** Runs only the tests that meet the guard: the order of tests is drawn by chance, so each stands alone. */
async function isMissed(
  findings: Findings,
  guard: PlacedGuard,
  spec: string,
  processes: string,
): Promise<boolean> {
  const tests = findings.testsAt(spec, guard.id);
  const named = tests.filter((test) => test !== null);
  const only =
    named.length === tests.length ? ['--testNamePattern', `^(${named.map(escaped).join('|')})$`] : [];
  const { code } = await jest([spec, '--bail', ...only], { RT_GUARD_OFF: guard.id, RT_PROCESSES: processes });
  return code !== 0;
}

async function processesIn(folder: string, ...flags: string[]): Promise<string> {
  const script = resolve('tools/guards/switched-processes.mjs');
  const { code, words } = await runNode([script, folder, ...flags], { limit: MINUTE });
  if (code !== 0) throw new Error(words);
  return folder;
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function jest(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; words: string }> {
  const [spec = '', ...flags] = args;
  return runNode(
    [
      realpathSync('node_modules/.bin/jest'),
      ...['--config', 'tools/guards/jest.config.mjs', '--runInBand', '--silent', '--runTestsByPath', spec],
      ...flags,
    ],
    {
      env: {
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        TZ: 'America/St_Johns',
        LOG_LEVEL: 'silent',
        ...env,
      },
      limit: 5 * MINUTE,
    },
  );
}

function tell(findings: Findings, guards: readonly PlacedGuard[], room: string | undefined): number {
  const survivors = guards.filter(({ id }) => !findings.defender(id));
  const explained = new Map(
    survivors.flatMap((guard) => {
      const entry = known.find((each) => isOf(each, guard));
      return entry ? [[guard, entry] as const] : [];
    }),
  );
  const open = survivors.filter((guard) => !explained.has(guard));
  const stale = known.filter((entry) => isStale(entry, room, survivors));
  for (const [guard, { reason }] of explained) say(`begründet  ${place(guard)}\n           ${reason}`);
  for (const { path, code } of stale)
    say(`überholt   ${path}  ${code}\n           Der Eintrag in tools/guards/known.ts ist nicht mehr nötig.`);
  for (const guard of open) {
    const met = specsOf(roomOf(guard.path)).some((spec) => findings.testsAt(spec, guard.id).length > 0);
    say(`unbemerkt  ${place(guard)}${met ? '' : '  (von keiner Prüfung getroffen)'}`);
  }
  const defended = guards.length - survivors.length;
  say(`\n${defended} verteidigt, ${explained.size} begründet, ${open.length} unbemerkt`);
  return open.length + stale.length === 0 ? 0 : 1;
}

/** An entry of the room looked at that explains nothing: its guard is defended now, or gone. */
function isStale(entry: Known, room: string | undefined, survivors: readonly PlacedGuard[]): boolean {
  const isLookedAt = room === undefined || roomOf(entry.path) === room;
  return isLookedAt && !survivors.some((guard) => isOf(entry, guard));
}

function isOf(entry: Known, guard: PlacedGuard): boolean {
  return entry.path === guard.path && entry.code === guard.code;
}

function place({ path, line, code }: PlacedGuard): string {
  return `${path}:${line}  ${code}`;
}

async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
