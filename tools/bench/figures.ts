import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate } from '@runder-tisch/api/create-app';
import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { PlainError } from '../start/plain-error';
import { type ServerProcess, startServer } from './children';
import { benchDatabase } from './database';
import { type BenchWorld, fillBench } from './fill/fill';
import { cpuBetween, postgresCpu } from './measure/postgres-load';
import { familyOf, sharedMemoryOf, usedBy } from './measure/processes';
import { cookieOf, keepAside } from './product';

const usage = 'npm run bench -- figures [--values 1000000]';
const STEP_SECONDS = 60;
const MEGABYTES_ABOVE = 300;
const OTHERS_MS = 1000;
const SETTLED_MS = 5000;
const GROUPS = [0, 3, 6, 10, 15, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 75];
const COLUMNS = (GROUPS.length + 1) * 3;

/** A table of a million numbers read, previewed and taken over, while somebody else works. */
export async function figures(
  args: readonly string[],
  bundle: string,
  say: (line: string) => void,
): Promise<number> {
  const values = readNumber(args);
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'pg'), scratch: true, progress: say });
  const database = await benchDatabase(postgres.adminUrl(), 'rt_bench_figures');
  const owner = new Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl, database.appRole);
    await owner.connect();
    const world = await fillBench(database.ownerUrl, 0.01);
    await keepAside(database.url);
    const product = await startServer(bundle, {
      served: 'product',
      databaseUrl: database.url,
      background: true,
    });
    try {
      return await measured(product, world, owner, values, say);
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

async function measured(
  product: ServerProcess,
  world: BenchWorld,
  owner: Client,
  values: number,
  say: (line: string) => void,
): Promise<number> {
  const ask = async <T>(method: string, path: string, body?: string | object): Promise<T> => {
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
  const memory = (): number => sharedMemoryOf(familyOf(product.pid));
  const until = async (id: string, began: number, before: number) => {
    let [most, others] = [before, 0];
    const [node, postgres] = [usedBy(familyOf(product.pid)).cpu, await postgresCpu(owner)];
    for (;;) {
      const asked = performance.now();
      const view = await ask<FigureImportView>('GET', `figure-imports/${id}`);
      const between = performance.now();
      await ask('GET', 'indicators?limit=25');
      others = Math.max(others, between - asked, performance.now() - between);
      most = Math.max(most, memory());
      if (!view.task) {
        if (view.note) throw new Error(view.note);
        const seconds = (performance.now() - began) / 1000;
        const used =
          usedBy(familyOf(product.pid)).cpu - node + cpuBetween(postgres, await postgresCpu(owner));
        return { view, others, seconds, cpuSeconds: used / 1000, megabytes: (most - before) / 1024 / 1024 };
      }
      await pause(200);
    }
  };
  const events = async (): Promise<number> => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from audit_event where use_case = 'figures.written'`,
    );
    return rows[0]?.count ?? 0;
  };
  let kept = true;
  const judge = (step: string, { seconds, cpuSeconds, megabytes, others }: Measured): void => {
    const good = seconds <= STEP_SECONDS && megabytes <= MEGABYTES_ABOVE && others <= OTHERS_MS;
    kept &&= good;
    say(
      `${good ? '✓' : '✗'} ${step}: ${seconds.toFixed(1)} s (≤ ${STEP_SECONDS} s; Rechenzeit ${cpuSeconds.toFixed(1)} s), +${Math.round(megabytes)} MB (≤ ${MEGABYTES_ABOVE}), andere warteten höchstens ${Math.round(others)} ms (≤ ${OTHERS_MS} ms)`,
    );
  };
  const once = async (what: string, table: string): Promise<string> => {
    const idle = memory();
    const began = performance.now();
    const { id } = await ask<{ id: string }>('POST', 'figure-imports?name=bevoelkerung.csv', table);
    const preview = await until(id, began, idle);
    const answers = Object.fromEntries((preview.view.preview?.notices ?? []).map((_, at) => [at, 'KEEP']));
    await ask('POST', `figure-imports/${id}/answers`, { answers });
    const before = await events();
    const [start, rested] = [performance.now(), memory()];
    await ask('POST', `figure-imports/${id}/approve`);
    const approval = await until(id, start, rested);
    const logged = (await events()) - before;
    const { rowCount } = preview.view;
    const { written, superseded, unchanged } = approval.view;
    judge(`${what}, Vorschau`, preview);
    judge(`${what}, Übernahme`, approval);
    kept &&= logged === 1;
    say(
      `${logged === 1 ? '✓' : '✗'} ${rowCount.toLocaleString('de-DE')} Werte: ${written.toLocaleString('de-DE')} geschrieben, ${superseded.toLocaleString('de-DE')} ersetzt, ${unchanged.toLocaleString('de-DE')} gleich; ${logged} Ereignis im Protokoll`,
    );
    return id;
  };
  const back = async (what: string, id: string): Promise<void> => {
    const [start, rested] = [performance.now(), memory()];
    await ask('POST', `figure-imports/${id}/undo`);
    judge(`${what}, Zurücknahme`, await until(id, start, rested));
    const { rows } = await owner.query<{ count: number }>(
      'select count(*)::int as count from observation where superseded_at is null',
    );
    say(`  Danach stehen ${rows[0]?.count.toLocaleString('de-DE')} Werte im Katalog`);
  };
  // The worker has read all it needs.
  await pause(SETTLED_MS);
  const first = await once('Zum ersten Mal', populationTable(values, 0));
  const corrected = await once('Berichtigt', populationTable(values, 1));
  await back('Berichtigt', corrected);
  await back('Zum ersten Mal', first);
  return kept ? 0 : 1;
}

interface Measured {
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
  others: number;
}

function readNumber(args: readonly string[]): number {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { values: { type: 'string', default: '1000000' } },
    });
    return Number(values.values);
  } catch {
    throw new PlainError(usage);
  }
}

/** Population by age and sex of many invented municipalities, two days under each other as the office prints it. */
function populationTable(values: number, more: number): string {
  const rows = Math.ceil(values / COLUMNS / 2);
  const groups = GROUPS.map((from, at) => {
    const to = GROUPS[at + 1];
    return at === 0 ? `unter ${to} Jahre` : to ? `${from} bis unter ${to} Jahre` : `${from} Jahre und mehr`;
  });
  const sexes = ['Insgesamt', 'männlich', 'weiblich'];
  const heads = [
    sexes.flatMap((sex) => Array.from({ length: GROUPS.length + 1 }, () => sex)),
    sexes.flatMap(() => [...groups, 'Insgesamt']),
  ];
  const empty = ';'.repeat(COLUMNS + 1);
  const lines = [
    'GENESIS-Tabelle: 12411-02-03-5',
    `Bevölkerung nach Geschlecht und Altersgruppen${empty}`,
    `- Stichtag 31.12. -${empty}`,
    `Bevölkerungsstand (Anzahl)${empty}`,
    ...heads.map((cells) => `;;${cells.join(';')}`),
  ];
  for (const year of [2014, 2015]) {
    lines.push(`31.12.${year}${empty}`);
    for (let row = 0; row < rows; row += 1) {
      const men = GROUPS.map((_, at) => 20 + ((row * 7 + at * 13 + year) % 90));
      // In the corrected table one in ten municipalities has more women.
      const women = GROUPS.map(
        (_, at) => 21 + ((row * 5 + at * 11 + year) % 90) + (row % 10 === 0 ? more : 0),
      );
      const withTotal = (cells: number[]) => [...cells, cells.reduce((sum, cell) => sum + cell, 0)];
      const all = men.map((count, at) => count + (women[at] ?? 0));
      const cells = [...withTotal(all), ...withTotal(men), ...withTotal(women)];
      lines.push(`03${String(100_000 + row)};Gemeinde ${row} (Demo);${cells.join(';')}`);
    }
  }
  lines.push(
    '__________',
    '"ab dem Berichtsjahr 2011: nach dem Zensus 2011"',
    '"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017."',
    'Stand: 10.10.2017 / 11:01:03',
  );
  return `${lines.join('\n')}\n`;
}
