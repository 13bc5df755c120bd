import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate } from '@runder-tisch/api/create-app';
import type { ImportView } from '@runder-tisch/domain/imports';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { PlainError } from '../start/plain-error';
import { type ServerProcess, startServer } from './children';
import { benchDatabase } from './database';
import { type BenchWorld, fillBench } from './fill/fill';
import { importList } from './import-list';
import { KeepAlive } from './measure/keep-alive';
import { cookieOf, keepAside, successful } from './product';
import { cpuBetween, postgresCpu } from './measure/postgres-load';
import { familyOf, usedBy } from './measure/processes';
import { percentile } from './measure/statistics';

const usage = 'npm run bench -- large [--import 100000] [--scale 1] [--only list] [--write]';
const CONNECTIONS = 8;
const SECONDS = 5;
const STEP_SECONDS = 60;
/** Every name is compared with those that are there and with those further up in the list. */
const CHECK_SECONDS = 90;
const OTHERS_MS = 1000;
const MEGABYTES_ABOVE = 300;

interface Line {
  what: string;
  found: string;
  goal: string;
  kept: boolean;
}

/** What stands beside a Hinweis at full size, and a list of 100,000 rows taken over and taken back. */
export async function large(
  args: readonly string[],
  bundle: string,
  say: (line: string) => void,
  write: (figures: string) => void,
): Promise<number> {
  const { values } = parseArguments(args);
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'pg'), scratch: true, progress: say });
  const database = await benchDatabase(postgres.adminUrl(), 'rt_bench_large');
  const owner = new Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl, database.appRole);
    await owner.connect();
    const world = await fillBench(database.ownerUrl, Number(values.scale));
    await keepAside(database.url);
    const order = { served: 'product', databaseUrl: database.url, background: true } as const;
    const product = await startServer(bundle, order);
    try {
      const lines = [
        ...(values.only === 'list' ? [] : await besideItems(product, world)),
        ...(await importing(product, world, owner, Number(values.import), say)),
      ];
      for (const { what, found, goal, kept } of lines) say(`${kept ? '✓' : '✗'} ${what}: ${found} (${goal})`);
      if (values.write) write(asTable(lines, world));
      return lines.every(({ kept }) => kept) ? 0 : 1;
    } finally {
      await product.stop();
    }
  } finally {
    await owner.end();
    await database.drop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        import: { type: 'string', default: '100000' },
        scale: { type: 'string', default: '1' },
        only: { type: 'string', default: '' },
        write: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} – ${usage}`);
  }
}

async function besideItems(product: ServerProcess, world: BenchWorld): Promise<Line[]> {
  const asked: [string, string][] = [
    ['Ähnliche Hinweise', 'similar'],
    ['Vorschläge zu einem Hinweis', 'suggestions'],
  ];
  const lines: Line[] = [];
  for (const [what, path] of asked) {
    const times: number[] = [];
    const until = performance.now() + SECONDS * 1000;
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, place) => {
        const connection = new KeepAlive(product.port, cookieOf(world, 'planner'));
        for (let n = place; performance.now() < until; n += CONNECTIONS) {
          const id = world.traced.feedback[n % world.traced.feedback.length] ?? '';
          const began = performance.now();
          successful(await connection.send({ method: 'GET', path: `/api/feedback/${id}/${path}` }));
          times.push(performance.now() - began);
        }
        connection.close();
      }),
    );
    const half = percentile(times, 0.5);
    const found = `p50 ${rounded(half)} ms, p95 ${rounded(percentile(times, 0.95))} ms`;
    lines.push({ what: `${what}, ${CONNECTIONS} zugleich`, found, goal: 'p50 ≤ 150 ms', kept: half <= 150 });
  }
  return lines;
}

interface Step {
  seconds: number;
  /** Different places of the bar that were seen on the way. */
  seen: number;
  /** The longest that somebody else waited meanwhile, in milliseconds. */
  others: number;
  megabytes: number;
  /** Seconds of CPU of Node and PostgreSQL. */
  cpu: number;
}

async function importing(
  product: ServerProcess,
  world: BenchWorld,
  owner: Client,
  rows: number,
  say: (line: string) => void,
): Promise<Line[]> {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const bytes = typeof body === 'string';
    const response = await fetch(`http://127.0.0.1:${product.port}/api/${path}`, {
      method,
      headers: {
        'X-RT-Request': '1',
        Cookie: cookieOf(world, 'planner'),
        ...(body === undefined
          ? {}
          : { 'Content-Type': bytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
  // With the worker beside it, which does the work.
  const inUse = () => usedBy(familyOf(product.pid));
  const until = async (id: string, state: ImportView['state']): Promise<Step> => {
    const [began, before, postgres] = [performance.now(), inUse(), await postgresCpu(owner)];
    const seen = new Set<number>();
    let [others, most] = [0, before.memory];
    for (;;) {
      const asked = performance.now();
      const view = await ask<ImportView>('GET', `imports/${id}`);
      await ask('GET', `organisations?limit=25`);
      others = Math.max(others, performance.now() - asked);
      const usage = inUse();
      most = Math.max(most, usage.memory);
      seen.add(view.done);
      if (view.state === state)
        return {
          seconds: (performance.now() - began) / 1000,
          seen: seen.size,
          others,
          megabytes: (most - before.memory) / 1_000_000,
          cpu: (usage.cpu - before.cpu + cpuBetween(postgres, await postgresCpu(owner))) / 1000,
        };
      if (view.note) throw new Error(view.note);
      await pause(200);
    }
  };
  const stored = async (): Promise<number> =>
    (await ask<{ total: number }>('GET', 'organisations?limit=1')).total;

  const looked = async (list: string): Promise<{ id: string; step: Step; open: number }> => {
    const upload = performance.now();
    const { id } = await ask<{ id: string }>('POST', 'imports?target=actors&name=liste.csv', list);
    say(`  ${number(rows)} Zeilen gelesen in ${seconds(performance.now() - upload)} s`);
    const view = await ask<ImportView>('GET', `imports/${id}`);
    await ask('POST', `imports/${id}/check`, { columns: view.columns.map((it) => it.field ?? '') });
    const step = await until(id, 'CHECKED');
    const { counts } = await ask<ImportView>('GET', `imports/${id}`);
    const open = counts.reduce((sum, it) => sum + it.open, 0);
    say(`  geprüft in ${step.seconds.toFixed(1)} s, ${number(open)} vielleicht schon da`);
    return { id, step, open };
  };

  const began = await stored();
  const { id, step: checked, open } = await looked(importList(rows));
  await ask('POST', `imports/${id}/decide-open`, { decision: 'CREATE' });
  await ask('POST', `imports/${id}/apply`);
  const applied = await until(id, 'APPLIED');
  say(`  übernommen in ${applied.seconds.toFixed(1)} s`);
  const made = (await stored()) - began;
  const other = await looked(importList(rows, true));
  await ask('POST', `imports/${other.id}/discard`);
  await ask('POST', `imports/${id}/undo`);
  const undone = await until(id, 'UNDONE');
  say(`  zurückgenommen in ${undone.seconds.toFixed(1)} s`);
  const left = (await stored()) - began;
  const size = `${number(rows)} Zeilen`;
  return [
    stepLine(`Liste von ${size} prüfen (${number(open)} Doppelte gefunden)`, checked, CHECK_SECONDS),
    stepLine(`${size} übernehmen (${number(made)} Organisationen)`, applied),
    stepLine(
      `${size} mit Tippfehlern dagegen prüfen (${number(other.open)} gefunden)`,
      other.step,
      CHECK_SECONDS,
    ),
    stepLine(`${size} zurücknehmen`, undone),
    { what: 'Danach steht alles wie vorher', found: `${left} mehr`, goal: '0', kept: left === 0 && made > 0 },
  ];
}

function stepLine(what: string, step: Step, most = STEP_SECONDS): Line {
  return {
    what,
    found: `${step.seconds.toFixed(1)} s (Rechenzeit ${step.cpu.toFixed(1)} s), ${step.seen} Stände gesehen, andere warteten höchstens ${rounded(step.others)} ms, Node +${rounded(step.megabytes)} MB`,
    goal: `≤ ${most} s, andere ≤ ${OTHERS_MS} ms, +${MEGABYTES_ABOVE} MB`,
    kept: step.seconds <= most && step.others <= OTHERS_MS && step.megabytes <= MEGABYTES_ABOVE,
  };
}

function asTable(lines: readonly Line[], world: BenchWorld): string {
  const count = (table: string): string => (world.counts[table] ?? 0).toLocaleString('de-DE');
  return [
    `Gemessen am ${new Date().toISOString().slice(0, 10)}, Stand \`${commit()}\`; ${count('organisation')} Organisationen, ${count('feedback')} Hinweise.`,
    '',
    '| Was | Gemessen | Ziel | |',
    '|---|---|---|---|',
    ...lines.map((it) => `| ${it.what} | ${it.found} | ${it.goal} | ${it.kept ? 'erreicht' : 'verfehlt'} |`),
  ].join('\n');
}

export function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'ohne git';
  }
}

const number = (value: number): string => value.toLocaleString('de-DE');
const rounded = (value: number): string => number(Math.round(value));
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
