import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { PlainError, diskFull, isDiskFull } from '../start/plain-error';
import { type Job, type Lane, type Run, jobsOf, lanes } from './lanes';
import { endAll } from './process';
import { forgetLastTest, keepLastTest, lastTest, treeNow } from './last-test';
import { type Done, closing, line } from './report';
import { type Result, verdict } from './result';
import { schedule } from './schedule';

const TICK = 30_000;

/** `npm test`: all lanes; `npm run test:api -- PATH`: one lane or file. */
export async function main(args: readonly string[]): Promise<number> {
  const { seed, others } = seedOf(args);
  const first = others[0]?.startsWith('-') ? undefined : others[0];
  const lane = lanes.find((each) => each === first);
  if (first !== undefined && !lane)
    throw new PlainError(`Die Spur „${first}“ gibt es nicht. Vorhanden: ${lanes.join(', ')}.`);
  const rest = lane ? others.slice(1) : [];

  const scratch = mkdtempSync(join(tmpdir(), 'rt-test-'));
  process.env['TMPDIR'] = scratch;
  const asked = stopAsked();
  try {
    const work = runAll({ lane, rest, seed, scratch });
    const status = await Promise.race([work, asked]);
    if (status !== undefined) return status;
    endAll();
    await work.catch(() => undefined);
    return 130;
  } finally {
    await stopServer();
    rmSync(scratch, { recursive: true, force: true });
  }
}

let stopServer = async (): Promise<void> => undefined;

interface Wanted extends Pick<Run, 'rest' | 'seed' | 'scratch'> {
  lane: Lane | undefined;
}

async function runAll({ lane, rest, seed, scratch }: Wanted): Promise<number> {
  const began = performance.now();
  const cores = availableParallelism();
  const run: Run = {
    seed,
    scratch,
    rest,
    aloud: lane !== undefined,
    workers: lane ? Math.max(1, cores) : 1,
    say,
  };
  const jobs = jobsOf(run).filter((job) => !lane || job.lane === lane);
  say(`Zufällige Reihenfolge mit Seed ${seed} (noch einmal dieselbe: --seed ${seed}).`);
  if (jobs.some((job) => job.lane === 'api' || job.lane === 'browser')) await startServer(scratch);

  const done: Done[] = [];
  const before = treeNow();
  if (!lane) forgetLastTest();
  const running = new Map<string, number>();
  const tick = setInterval(
    () => say(`  … ${[...running].map(([name, at]) => `${name} (${since(at)} s)`).join(', ')}`),
    TICK,
  );
  try {
    await schedule(jobs, Math.max(2, cores) + 1, async (job) => {
      const at = performance.now();
      running.set(job.name, at);
      const result = await attempt(job);
      running.delete(job.name);
      done.push({ ...result, lane: job.lane, seconds: since(at) });
      if (result.passed + result.failed > 0) say(line(job.name, result, since(at)));
      return result.failed === 0;
    });
  } finally {
    clearInterval(tick);
  }
  say(closing(done));
  const last = lastTest(done, since(began), before, treeNow());
  if (!lane) keepLastTest(last);
  return last.passed > 0 && last.failed === 0 ? 0 : 1;
}

/** A piece of work that cannot even begin (no browser, no build) is a failure with its sentence. */
async function attempt(job: Job): Promise<Result> {
  try {
    return await job.run();
  } catch (error) {
    if (isDiskFull(error)) return verdict(job.name, false, diskFull(tmpdir()).message);
    const words =
      error instanceof PlainError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    return verdict(job.name, false, words);
  }
}

/** One server for the whole run; each test file gets a database of its own on it. */
async function startServer(scratch: string): Promise<void> {
  const server = await startEmbeddedPostgres({ folder: scratch, scratch: true });
  stopServer = () => server.stop();
  process.env['RT_TEST_POSTGRES'] = server.adminUrl();
}

/** The seed given with `--seed N` or `--seed=N`, or one by chance; and what else was given. */
function seedOf(args: readonly string[]): { seed: number; others: string[] } {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const mine = tokens.filter((token) => token.kind === 'option' && token.name === 'seed');
  const taken = new Set(
    mine.flatMap((token) =>
      'inlineValue' in token && !token.inlineValue ? [token.index, token.index + 1] : [token.index],
    ),
  );
  const given = Number(values.seed);
  return {
    seed: values.seed === undefined || !Number.isInteger(given) ? Math.floor(Math.random() * 2 ** 31) : given,
    others: args.filter((_, index) => !taken.has(index)),
  };
}

function stopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(undefined));
  });
}

function since(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
