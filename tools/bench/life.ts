import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '@runder-tisch/api/create-app';
import { County } from '../faults/county';
import { benchDatabase } from './database';
import { type BenchWorld, fillBench } from './fill/fill';
import { familyOf, used, usedBy } from './measure/processes';
import { numbersOf } from './numbers';
import { cookieOf } from './product';
import { rowNames, rows } from './scenarios';

const SCALE = 0.1;
const MINUTE = 60_000;
/** After its start the instance comes to rest first. */
const SETTLE_MS = 30_000;
const LOOK_MS = 2000;
const NOBODY = 'smtp://127.0.0.1:1';
const IDLE_PERCENT = 1;
const SERVING_BYTES = 300 * 1024 * 1024;
/** Pages without an account, beside the requests of those who work. */
const OPEN_PATHS = ['/angebote', '/mitreden', '/ergebnisse', '/impressum', '/datenschutz'];

const rule = {
  usage: 'npm run bench -- idle [--minutes 5]; npm run bench -- memory [--minutes 10] [--rate 20]',
  demand: 'Bitte Zahlen über null angeben.',
  fits: (given: object) => Object.values(given).every((number) => number > 0),
};

export type Say = (line: string) => void;
type Instance = { county: County; world: BenchWorld };

/** `npm run bench -- idle [--minutes 5]`: what an instance costs while nobody does anything. */
export async function idle(args: readonly string[], say: Say): Promise<number> {
  const { minutes } = numbersOf(args, { minutes: 5 }, rule);
  return withInstance(say, async ({ county }) => {
    await pause(SETTLE_MS);
    const serving = county.apiPid;
    const parts: [string, () => number[]][] = [
      ['API', () => [serving]],
      ['Worker', () => familyOf(serving).filter((pid) => pid !== serving)],
      ['PostgreSQL', () => familyOf(county.postgresPid)],
    ];
    const began = performance.now();
    const before = parts.map(([, pids]) => usedBy(pids()).cpu);
    await pause(minutes * MINUTE);
    const passed = performance.now() - began;
    const shares = parts.map(([name, pids], at) => {
      const now = usedBy(pids());
      const percent = (100 * (now.cpu - (before[at] ?? 0))) / passed;
      say(`${name}: ${percent.toFixed(2)} % eines Kerns, ${megabytes(now.memory)} Speicher`);
      return percent;
    });
    const [api = 0, worker = 0, postgres = 0] = shares;
    return judge(say, [
      [
        `API und Worker ${(api + worker).toFixed(2)} % eines Kerns (höchstens ${IDLE_PERCENT} %)`,
        api + worker < IDLE_PERCENT,
      ],
      [
        `mit PostgreSQL ${(api + worker + postgres).toFixed(2)} % (höchstens ${IDLE_PERCENT} %), über ${minutes} Minuten`,
        api + worker + postgres < IDLE_PERCENT,
      ],
    ]);
  });
}

/** `npm run bench -- memory [--minutes 10] [--rate 20]`: the serving process while people work. */
export async function memory(args: readonly string[], say: Say): Promise<number> {
  const { minutes, rate } = numbersOf(args, { minutes: 10, rate: 20 }, rule);
  return withInstance(say, async ({ county, world }) => {
    const ask = asker(county.url, world);
    const [began, end] = [Date.now(), Date.now() + minutes * MINUTE];
    say(`Vor der ersten Anfrage: ${megabytes(used(county.apiPid).memory)}`);
    let [peak, sent, failed, told] = [0, 0, 0, 0];
    const watch = setInterval(() => {
      const now = used(county.apiPid).memory;
      peak = Math.max(peak, now);
      const minute = Math.floor((Date.now() - began) / MINUTE);
      if (minute > told) say(`  nach ${(told = minute)} Minuten ${megabytes(now)}, ${sent} Anfragen`);
    }, LOOK_MS);
    const under = new Set<Promise<void>>();
    for (; Date.now() < end; sent += 1) {
      const one = ask(sent)
        .then((ok) => void (failed += ok ? 0 : 1))
        .catch(() => void (failed += 1))
        .finally(() => under.delete(one));
      under.add(one);
      // By the clock and not by the last answer: a slow server gets as many.
      await pause(Math.max(0, began + ((sent + 1) * 1000) / rate - Date.now()));
    }
    await Promise.all(under);
    clearInterval(watch);
    const now = used(county.apiPid).memory;
    return judge(say, [
      [`${sent} Anfragen in ${minutes} Minuten, ${failed} gescheitert`, failed === 0],
      [
        `danach ${megabytes(now)} (höchstens ${megabytes(SERVING_BYTES)}), zwischendurch höchstens ${megabytes(peak)}`,
        now <= SERVING_BYTES,
      ],
    ]);
  });
}

/** The built program with its worker on PostgreSQL that writes to disk, as in a county. */
export async function withInstance(
  say: Say,
  work: (instance: Instance) => Promise<number>,
  smtpUrl = NOBODY,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const county = await County.found(folder);
  try {
    const database = await benchDatabase(county.databases().adminUrl(), 'rt_bench_life');
    await migrate(database.ownerUrl, database.appRole);
    const world = await fillBench(database.ownerUrl, SCALE);
    await county.start('rt_bench_life', smtpUrl);
    say('Die Instanz läuft.');
    return await work({ county, world });
  } finally {
    await county.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything people look at, in turn, as a browser asks for it: compressed. */
function asker(url: string, world: BenchWorld): (n: number) => Promise<boolean> {
  return async (n) => {
    const place = n % (rowNames.length + 1);
    const turn = Math.floor(n / (rowNames.length + 1));
    const name = rowNames[place];
    const row = name && rows[name];
    const request = row
      ? row.request(row.asked(world, turn))
      : { method: 'GET' as const, path: OPEN_PATHS[turn % OPEN_PATHS.length] ?? '/' };
    const response = await fetch(url + request.path, {
      method: request.method,
      headers: {
        'Accept-Encoding': 'br',
        'X-RT-Request': '1',
        ...(row ? { Cookie: cookieOf(world, row.as) } : {}),
        ...('body' in request && request.body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...('body' in request && request.body ? { body: request.body } : {}),
    });
    await response.arrayBuffer();
    return response.ok;
  };
}

export function judge(say: Say, promises: readonly (readonly [string, boolean])[]): number {
  for (const [line, kept] of promises) say(`${kept ? '✓' : '✗'} ${line}`);
  return promises.every(([, kept]) => kept) ? 0 : 1;
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
