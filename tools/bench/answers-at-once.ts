import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate } from '@runder-tisch/api/create-app';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { PlainError } from '../start/plain-error';
import { startServer } from './children';
import { benchDatabase } from './database';
import { type BenchRequest, KeepAlive } from './measure/keep-alive';
import { commit } from './large';
import { cpuBetween, postgresCpu } from './measure/postgres-load';
import { percentile } from './measure/statistics';

const MEETING = '0190a1b2-0000-7000-8000-00000000aaaa';
/** Answered before, eight at once: a server that has run for a day is no cold one. */
const MEETING_BEFORE = '0190a1b2-0000-7000-8000-00000000bbbb';
const ANSWERS_BEFORE = 400;
/** Half of what is asked for at once must be answered well below the patience of somebody with a phone. */
const P95_MS = 2000;
const SLOWEST_MS = 5000;
const usage = 'npm run bench -- answers-at-once [--answers 1000] [--capacity 300] [--write]';

const answerOf = (n: number): string => (n % 10 < 7 ? 'ACCEPTED' : n % 10 < 9 ? 'DECLINED' : 'TENTATIVE');
const companionsOf = (n: number): number => (answerOf(n) === 'ACCEPTED' && n % 5 === 0 ? 1 : 0);
const tokenOf = (n: number): string => `bench-answer-${n}`.padEnd(43, '_');
const requestOf = (n: number): BenchRequest => ({
  method: 'POST',
  path: `/antwort/${tokenOf(n)}`,
  body: JSON.stringify({ answer: answerOf(n), companions: String(companionsOf(n)) }),
});

interface Stored {
  place: number;
  answer: string;
  companions: number;
  waiting: boolean;
}

/** Everybody invited to one meeting presses their button in the same moment; answers 1 where a promise is broken. */
export async function answersAtOnce(
  args: readonly string[],
  bundle: string,
  say: (line: string) => void,
  write: (figures: string) => void,
): Promise<number> {
  const { answers, capacity, writes } = readNumbers(args);
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'pg'), scratch: true, progress: say });
  const database = await benchDatabase(postgres.adminUrl(), 'rt_bench_answers');
  const owner = new Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl, database.appRole);
    await owner.connect();
    await invite(owner, MEETING, 0, answers, capacity);
    await invite(owner, MEETING_BEFORE, answers, ANSWERS_BEFORE, capacity);
    await owner.query('vacuum (analyze)');
    const product = await startServer(bundle, { served: 'product', databaseUrl: database.url });
    try {
      await before(product.port, answers);
      const [node, postgres] = [await product.usage(), await postgresCpu(owner)];
      const { times, refused } = await atOnce(product.port, answers);
      const [nodeAfter, postgresAfter] = [await product.usage(), await postgresCpu(owner)];
      const cpu = {
        node: (nodeAfter.cpu - node.cpu) / 1000 / answers,
        postgres: cpuBetween(postgres, postgresAfter) / answers,
      };
      const promises = judge(await stored(owner), { answers, capacity, times, refused, cpu });
      for (const [line, kept] of promises) say(`${kept ? '✓' : '✗'} ${line}`);
      if (writes)
        write(
          [
            `Gemessen am ${new Date().toISOString().slice(0, 10)}, Stand \`${commit()}\`:`,
            '',
            ...promises.map(([line, kept]) => `- ${line}: ${kept ? 'erreicht' : 'verfehlt'}`),
          ].join('\n'),
        );
      return promises.every(([, kept]) => kept) ? 0 : 1;
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

interface Run {
  answers: number;
  capacity: number;
  times: number[];
  refused: number[];
  /** Milliseconds per answer. */
  cpu: { node: number; postgres: number };
}

async function before(port: number, first: number): Promise<void> {
  const connections = Array.from({ length: 8 }, () => new KeepAlive(port, ''));
  await Promise.all(
    connections.map(async (connection, place) => {
      for (let n = place; n < ANSWERS_BEFORE; n += connections.length)
        await connection.send(requestOf(first + n));
      connection.close();
    }),
  );
}

async function atOnce(port: number, answers: number): Promise<Pick<Run, 'times' | 'refused'>> {
  const [times, refused]: [number[], number[]] = [[], []];
  const connections = Array.from({ length: answers }, () => new KeepAlive(port, ''));
  try {
    await Promise.all(
      connections.map(async (connection, n) => {
        const began = performance.now();
        const { status } = await connection.send(requestOf(n));
        times.push(performance.now() - began);
        if (status !== 303) refused.push(status);
      }),
    );
    return { times, refused };
  } finally {
    for (const connection of connections) connection.close();
  }
}

function judge(rows: readonly Stored[], run: Run): [string, boolean][] {
  const { answers, capacity, times, refused, cpu } = run;
  const lost = rows.filter(
    (it) => it.answer !== answerOf(it.place) || it.companions !== companionsOf(it.place),
  ).length;
  const seats = rows
    .filter((it) => it.answer === 'ACCEPTED' && !it.waiting)
    .reduce((sum, it) => sum + 1 + it.companions, 0);
  const waiting = rows.filter((it) => it.waiting);
  const wanted = rows.reduce((sum, it) => sum + (it.answer === 'ACCEPTED' ? 1 + it.companions : 0), 0);
  const exact = seats <= capacity && !waiting.some((it) => seats + 1 + it.companions <= capacity);
  const [p95, slowest] = [percentile(times, 0.95), Math.max(...times)];
  const failed = refused.filter((status) => status >= 500).length;
  return [
    [`${answers} Antworten zugleich: ${lost} verloren`, lost === 0 && rows.length === answers],
    [`${refused.length} nicht angenommen, davon ${failed} mit 5xx`, refused.length === 0],
    [`${seats} von ${capacity} Plätzen vergeben (gewünscht ${wanted}), ${waiting.length} warten`, exact],
    [
      `p95 ${Math.round(p95)} ms (höchstens ${P95_MS} ms; Rechenzeit je Antwort: Node ${cpu.node.toFixed(2)} ms, PostgreSQL ${cpu.postgres.toFixed(2)} ms)`,
      p95 <= P95_MS,
    ],
    [`langsamste ${Math.round(slowest)} ms (höchstens ${SLOWEST_MS} ms)`, slowest <= SLOWEST_MS],
  ];
}

/** One meeting, its invitations and the links of their mails. */
async function invite(
  owner: Client,
  meeting: string,
  first: number,
  answers: number,
  capacity: number,
): Promise<void> {
  const hashes = Array.from({ length: answers }, (_, n) =>
    createHash('sha256')
      .update(tokenOf(first + n))
      .digest('hex'),
  );
  await owner.query('begin');
  await owner.query(`select set_config('rt.actor', 'system', true)`);
  await owner.query(
    `insert into meeting (id, type, title, starts_at, ends_at, place, state, capacity, calendar_stamp, organizer_name, organizer_mail, created_at)
     values ($1, 'SOCIAL_CONFERENCE', 'Sozialkonferenz', '2040-01-10 13:00Z', '2040-01-10 15:00Z', 'Kreishaus', 'INVITED', $2,
             '2026-01-01', 'Koordination', 'netzwerk@kreis.example', '2026-01-01')`,
    [meeting, capacity],
  );
  await owner.query(
    `insert into invitation (id, meeting_id, mail, name, invited_at, sent_sequence)
     select ${idOf('n')}, $1, 'gast-' || n || '@haus.example', 'Gast ' || n, '2026-01-01', 0
     from generate_series($2::int, $2::int + $3::int - 1) as n`,
    [meeting, first, answers],
  );
  await owner.query(
    `insert into mail_link (id, token_hash, purpose, object_kind, object_id, expires_at, created_at)
     select ${idOf('n - 1 + $2 + 500000')}, hash, 'answer', 'invitation', ${idOf('n - 1 + $2')}, '2040-02-10', '2026-01-01'
     from unnest($1::text[]) with ordinality as list (hash, n)`,
    [hashes, first],
  );
  await owner.query('commit');
}

const idOf = (n: string): string => `('0190a1b2-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

async function stored(owner: Client): Promise<Stored[]> {
  const { rows } = await owner.query<Stored>(
    `select substr(mail, 6, position('@' in mail) - 6)::int as place, answer, companions, waiting_number is not null as waiting
     from invitation where meeting_id = $1`,
    [MEETING],
  );
  return rows;
}

function readNumbers(args: readonly string[]): { answers: number; capacity: number; writes: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        answers: { type: 'string', default: '1000' },
        capacity: { type: 'string', default: '300' },
        write: { type: 'boolean', default: false },
      },
    });
    const [answers, capacity] = [Number(values.answers), Number(values.capacity)];
    if (!Number.isInteger(answers) || answers < 1 || !Number.isInteger(capacity) || capacity < 1)
      throw new Error('Bitte ganze Zahlen über null angeben.');
    return { answers, capacity, writes: values.write };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} – ${usage}`);
  }
}
