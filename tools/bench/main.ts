import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '@runder-tisch/api/create-app';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { answersAtOnce } from './answers-at-once';
import { auditSeal } from './audit-seal';
import { bareTarget } from './ceiling/bare';
import { type ServerProcess, startServer } from './children';
import { type BenchDatabase, benchDatabase } from './database';
import { assertEqualAnswers } from './equal';
import { disclosureMain } from './disclosure/disclosure';
import { type BenchWorld, fillBench } from './fill/fill';
import { figures } from './figures';
import { groupAnswer } from './group-answer';
import { hostile } from './hostile';
import { KeepAlive } from './measure/keep-alive';
import { commit, large } from './large';
import { idle, memory } from './life';
import { benchMessage } from './message/message';
import { type BenchOptions, readOptions } from './options';
import { plansOf, slowestOf } from './plans';
import { cookieOf, keepAside, listenToPages, listenToProduct, type ProductStatements } from './product';
import { asMarkdown, between, plansAsMarkdown, type Report } from './report';
import { measurePage, type PageFigures } from './measure/page-times';
import { measureRow, type RowFigures } from './measure/rounds';
import { pageNames } from './pages';
import { rowNames, rows } from './scenarios';
import { suggestionsMain } from './suggestions/suggestions';
import { uploads } from './uploads';

export { serve } from './children';

const CONNECTIONS = 8;
const FIGURES_DOCUMENT = 'docs/performance.md';
const PLANS_DOCUMENT = 'docs/performance-plans.md';
const FIGURES = 'dist/bench.json';
const PLANS_AT = 10;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run bench`: the product beside what is possible, on a database that is thrown away afterwards. */
export async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'answers-at-once')
    return answersAtOnce(args.slice(1), import.meta.url, say, writeAs('at-once'));
  if (args[0] === 'audit-seal') return auditSeal(say);
  if (args[0] === 'disclosure') return disclosureMain(args.slice(1), say);
  if (args[0] === 'figures') return figures(args.slice(1), import.meta.url, say);
  if (args[0] === 'group-answer') return groupAnswer(say);
  if (args[0] === 'hostile') return hostile(say);
  if (args[0] === 'idle') return idle(args.slice(1), say);
  if (args[0] === 'message') return benchMessage(args.slice(1), say);
  if (args[0] === 'memory') return memory(args.slice(1), say);
  if (args[0] === 'large') return large(args.slice(1), import.meta.url, say, writeAs('large'));
  if (args[0] === 'uploads') return uploads(args.slice(1), say);
  if (args[0] === 'suggestions') return suggestionsMain(args.slice(1), say);
  const options = readOptions(args);
  const rows = await measureRows(options);
  if (!options.write || options.some) return rows;
  const others = [
    await answersAtOnce(['--write'], import.meta.url, say, writeAs('at-once')),
    await large(['--write'], import.meta.url, say, writeAs('large')),
  ];
  return Math.max(rows, ...others);
}

async function measureRows(options: BenchOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'pg'), scratch: true, progress: say });
  try {
    const measured = await withDatabase(server.adminUrl(), options.scale, (made) => compare(made, options));
    const report = options.some ? withKept(measured) : measured;
    mkdirSync('dist', { recursive: true });
    writeFileSync(FIGURES, `${JSON.stringify(report, null, 2)}\n`);
    const figures = asMarkdown(report);
    say(`\n${figures}\n\nAlle Zahlen: dist/bench.json`);
    if (options.write) writeBetween(FIGURES_DOCUMENT, 'figures', figures);
    if (options.plans) {
      say(`\nPläne bei zehnfacher Größe …`);
      const plans = await withDatabase(
        server.adminUrl(),
        options.scale * PLANS_AT,
        async ({ database, world, owner }) => {
          const statements = await listenToProduct(database.url, world);
          const ofPages = await listenToPages(database.url, world, options.pages);
          const plans = [...(await plansOf(owner, statements)), ...(await slowestOf(owner, ofPages))];
          return plansAsMarkdown(plans, world.counts);
        },
      );
      if (options.write) writeBetween(PLANS_DOCUMENT, 'plans', plans);
      else say(plans);
    }
    const short =
      report.rows.some((row) => row.invalid || row.verdict === 'short') ||
      report.pages.some((page) => page.p50 > page.half || page.p99 > page.most);
    return short && !options.smoke ? 1 : 0;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Made {
  database: BenchDatabase;
  world: BenchWorld;
  owner: Client;
}

async function withDatabase<T>(
  adminUrl: string,
  scale: number,
  work: (made: Made) => Promise<T>,
): Promise<T> {
  const database = await benchDatabase(adminUrl, 'rt_bench');
  const owner = new Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl, database.appRole);
    const began = performance.now();
    const world = await fillBench(database.ownerUrl, scale);
    await keepAside(database.url);
    const counts = Object.entries(world.counts).map(
      ([table, count]) => `${table} ${count.toLocaleString('de-DE')}`,
    );
    say(`Gefüllt in ${Math.round((performance.now() - began) / 100) / 10} s: ${counts.join(', ')}`);
    await owner.connect();
    // What was kept aside is new to the statistics.
    await owner.query('vacuum (analyze)');
    return await work({ database, world, owner });
  } finally {
    await owner.end();
    await database.drop();
  }
}

async function compare({ database, world, owner }: Made, options: BenchOptions): Promise<Report> {
  const load = loadavg()[0] ?? 0;
  if (load > availableParallelism() / 2)
    say(`Achtung: Die Maschine ist schon beschäftigt (Last ${load.toFixed(1)}).`);
  const statements = await listenToProduct(database.url, world);
  const { sql } = statements;
  const servers: ServerProcess[] = [];
  try {
    const product = await startServer(import.meta.url, { served: 'product', databaseUrl: database.url });
    servers.push(product);
    const ceiling = await startServer(import.meta.url, { served: 'ceiling', databaseUrl: database.url, sql });
    servers.push(ceiling);
    await assertEqualAnswers(world, owner, { product: product.port, ceiling: ceiling.port }, options.rows);
    const hashes = await sampleHashes(world, product.port);
    say(
      `Gleiche Antworten: ${Object.entries(hashes)
        .map(([row, hash]) => `${row} ${hash}`)
        .join(', ')}`,
    );
    const measured: RowFigures[] = [];
    const plan = {
      rounds: options.rounds,
      seconds: options.seconds,
      warmUp: options.smoke ? 0.2 : 3,
      connections: CONNECTIONS,
    };
    for (const name of options.rows) {
      const sides = {
        product: { target: { kind: 'http', port: product.port }, server: product },
        ceiling: { target: { kind: 'http', port: ceiling.port }, server: ceiling },
        bare: { target: bareTarget(rows[name], world, database.url, sql), server: null },
      } as const;
      measured.push(await measureRow(rows[name], world, owner, sides, plan, say));
    }
    const seen: PageFigures[] = [];
    for (const name of options.pages) seen.push(await measurePage(name, world, owner, product, plan, say));
    return {
      ...reportOf(options, world, statements, measured, hashes, load, await postgresVersion(owner)),
      pages: seen,
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** So that two runs can be seen to have measured the same. */
async function sampleHashes(world: BenchWorld, port: number): Promise<Record<string, string>> {
  const connection = new KeepAlive(port, cookieOf(world, 'coordinator'));
  try {
    const hashes: Record<string, string> = {};
    for (const name of ['list', 'meeting'] as const) {
      const { body } = await connection.send(rows[name].request(rows[name].asked(world, 0)));
      hashes[name] = createHash('sha256').update(body).digest('hex').slice(0, 12);
    }
    return hashes;
  } finally {
    connection.close();
  }
}

async function postgresVersion(owner: Client): Promise<string> {
  const { rows: found } = await owner.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return found[0]?.version ?? '';
}

function reportOf(
  options: BenchOptions,
  world: BenchWorld,
  statements: ProductStatements,
  measured: RowFigures[],
  hashes: Record<string, string>,
  load: number,
  postgres: string,
): Omit<Report, 'pages'> {
  return {
    at: new Date().toISOString(),
    commit: commit(),
    versions: { node: process.versions.node, postgres },
    machine: { cpus: availableParallelism(), model: cpus()[0]?.model ?? '', load },
    plan: {
      rounds: options.rounds,
      seconds: options.seconds,
      connections: CONNECTIONS,
      scale: options.scale,
    },
    counts: world.counts,
    hashes,
    statements: Object.fromEntries(rowNames.map((name) => [name, statements.all[name].length])),
    rows: measured,
  };
}

/** Rows that were not asked for stay as they were measured the last time. */
function withKept(report: Report): Report {
  if (!existsSync(FIGURES)) return report;
  const before = JSON.parse(readFileSync(FIGURES, 'utf8')) as Report;
  if (before.plan.scale !== report.plan.scale) return report;
  const rows = [...report.rows, ...before.rows];
  const pages = [...report.pages, ...(before.pages ?? [])];
  return {
    ...report,
    rows: rowNames.flatMap((name) => rows.find(({ row }) => row === name) ?? []),
    pages: pageNames.flatMap((name) => pages.find(({ page }) => page === name) ?? []),
  };
}

function writeAs(mark: string): (figures: string) => void {
  return (figures) => writeBetween(FIGURES_DOCUMENT, mark, figures);
}

function writeBetween(document: string, mark: string, text: string): void {
  writeFileSync(document, between(readFileSync(document, 'utf8'), mark, text));
}
