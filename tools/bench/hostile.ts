import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { hostileFiles } from '@runder-tisch/api/test';
import { Client } from '@runder-tisch/scenario/client';
import { dataRequest, moveDataRequest } from '@runder-tisch/scenario/data-requests';
import { attachment } from '@runder-tisch/scenario/files/attachments';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { type Say, judge, withInstance } from './life';
import { familyOf, usedBy } from './measure/processes';
import { cookieOf } from './product';

const MIB = 1024 * 1024;
const SECONDS_MOST = 5;
const MIB_MOST = 200;
const LOOK_MS = 20;
/** Reading goes on behind the answer; it is over when nobody computes any more. */
const REST_MS = 300;
const REST_CPU_MS = 30;
const REST_MOST_MS = 20_000;
const RESULT = 'dist/hostile.json';

interface Met {
  file: string;
  point: string;
  status: number;
  /** Until the answer. */
  seconds: number;
  /** API, worker and readers together, at most, until all of them rest again, less what they had before. */
  mib: number;
}

/** `npm run bench -- hostile`: what each hostile file costs at each place that takes files. */
export async function hostile(say: Say): Promise<number> {
  return withInstance(say, async ({ county, world }) => {
    const client = new Client(county.url, cookieOf(world, 'planner'));
    const points = await pointsOf(client);
    const pids = (): number[] => familyOf(county.apiPid);
    const meet = async (file: (typeof hostileFiles)[number], bytes: Buffer, point: string): Promise<Met> => {
      const [method, path] = points[point]?.(file.name) ?? ['', ''];
      const before = usedBy(pids()).memory;
      let peak = before;
      const look = (): void => void (peak = Math.max(peak, usedBy(pids()).memory));
      const watch = setInterval(look, LOOK_MS);
      const began = performance.now();
      const { status } = await client.raw(method, path, new Uint8Array(bytes), {
        'Content-Type': 'application/octet-stream',
      });
      const seconds = (performance.now() - began) / 1000;
      await rest(pids);
      clearInterval(watch);
      look();
      return { file: file.what, point, status, seconds, mib: (peak - before) / MIB };
    };
    // The first file of each place loads what reads it.
    const [first] = hostileFiles.slice(-1);
    if (first) for (const point of Object.keys(points)) await meet(first, first.bytes(), point);
    const met: Met[] = [];
    for (const file of hostileFiles) {
      const bytes = file.bytes();
      for (const point of Object.keys(points)) met.push(await meet(file, bytes, point));
    }
    mkdirSync('dist', { recursive: true });
    writeFileSync(RESULT, `${JSON.stringify(met, null, 2)}\n`);
    say(asMarkdown(met));
    say(`\nAlle Zahlen: ${RESULT}`);
    const [slowest, largest] = [worst(met, 'seconds'), worst(met, 'mib')];
    return judge(say, [
      [
        `${hostileFiles.length} Dateien an ${Object.keys(points).length} Stellen, keine mit einem Fehler der Anwendung`,
        met.every(({ status }) => status < 500),
      ],
      [
        `höchstens ${slowest.seconds.toFixed(1)} s (${slowest.file}, ${slowest.point}; erlaubt ${SECONDS_MOST} s)`,
        slowest.seconds <= SECONDS_MOST,
      ],
      [
        `höchstens ${Math.round(largest.mib)} MiB mehr (${largest.file}, ${largest.point}; erlaubt ${MIB_MOST} MiB)`,
        largest.mib <= MIB_MOST,
      ],
    ]);
  });
}

/** Everywhere a planner sends files to; the logo is the administration's and read by the same eyes as a picture here. */
async function pointsOf(client: Client): Promise<Record<string, (name: string) => [string, string]>> {
  const { id: objectId } = await invitedMeeting(client, {
    day: '2035-01-10',
    invitees: ['gast@liste.example'],
  });
  const kept = await attachment(client, { objectKind: 'meeting', objectId, name: 'erste.txt' });
  const requestId = await dataRequest(client, { recipients: 'amt@amt.example' });
  await moveDataRequest(client, requestId, 'send').catch(() => undefined);
  const named = (name: string) => `name=${encodeURIComponent(name)}`;
  return {
    Unterlagen: (name) => [
      'POST',
      `/api/attachments?objectKind=meeting&objectId=${objectId}&visibility=INTERNAL&${named(name)}`,
    ],
    'neuere Fassung': (name) => ['POST', `/api/attachments/${kept}/versions?${named(name)}`],
    Liste: (name) => ['POST', `/api/imports?target=actors&${named(name)}`],
    Kennzahlen: (name) => ['POST', `/api/figure-imports?${named(name)}`],
    Lieferung: (name) => ['POST', `/api/data-requests/${requestId}/deliveries?${named(name)}`],
    Maßnahmenblatt: () => ['POST', '/api/measures/sheet'],
    Briefe: () => ['POST', '/api/incoming-letters/read'],
    Antwortmails: () => ['POST', `/api/meetings/${objectId}/replies`],
  };
}

async function rest(pids: () => number[]): Promise<void> {
  const until = performance.now() + REST_MOST_MS;
  for (let before = usedBy(pids()).cpu; performance.now() < until;) {
    await pause(REST_MS);
    const now = usedBy(pids()).cpu;
    if (Math.abs(now - before) <= REST_CPU_MS) return;
    before = now;
  }
}

function worst(met: readonly Met[], by: 'seconds' | 'mib'): Met {
  return met.reduce((most, one) => (one[by] > most[by] ? one : most));
}

/** Of each file the place where it costs most. */
function asMarkdown(met: readonly Met[]): string {
  const rows = [...new Set(met.map(({ file }) => file))].map((file) => {
    const own = met.filter((one) => one.file === file);
    const [slowest, largest] = [worst(own, 'seconds'), worst(own, 'mib')];
    return `| ${file} | ${slowest.seconds.toFixed(2)} | ${slowest.point} | ${Math.round(largest.mib)} | ${largest.point} |`;
  });
  return ['| Datei | s | bei | MiB mehr | bei |', '| --- | --: | --- | --: | --- |', ...rows].join('\n');
}
