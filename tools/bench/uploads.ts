import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Say, judge, megabytes, withInstance } from './life';
import { familyOf, used, usedBy } from './measure/processes';
import { numbersOf } from './numbers';
import { cookieOf } from './product';

const MIB = 1024 * 1024;
const EXTRA_BYTES = 200 * MIB;
const LOOK_MS = 50;
/** A line of an office in the country. */
const PIECE = 64 * 1024;
const usage = 'npm run bench -- uploads [--megabytes 13] [--seconds 8]';

/** `npm run bench -- uploads`: two people upload two lists each at the same time over a slow line. */
export async function uploads(args: readonly string[], say: Say): Promise<number> {
  const { megabytes: size, seconds } = numbersOf(
    args,
    { megabytes: 13, seconds: 8 },
    {
      usage,
      demand: 'Bitte 1 bis 25 MB angeben.',
      fits: (it) => it.megabytes > 0 && it.megabytes <= 25 && it.seconds >= 0,
    },
  );
  const list = listOf(size * MIB);
  return withInstance(say, async ({ county, world }) => {
    const people = [cookieOf(world, 'coordinator'), cookieOf(world, 'planner')];
    // The first one of a process loads what reads lists.
    await upload(county.url, people[0] ?? '', listOf(MIB), 0);
    await pause(5000);
    const memory = (): number => usedBy(familyOf(county.apiPid)).memory;
    const before = memory();
    let peak = before;
    const servingBefore = used(county.apiPid).memory;
    let serving = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, memory());
      serving = Math.max(serving, used(county.apiPid).memory);
    }, LOOK_MS);
    const began = performance.now();
    const statuses = await Promise.all(
      [...people, ...people].map((cookie) => upload(county.url, cookie, list, seconds)),
    );
    const took = (performance.now() - began) / 1000;
    clearInterval(watch);
    say(`Die API selbst: ${megabytes(servingBefore)} davor, höchstens ${megabytes(serving)}`);
    return judge(say, [
      [
        `${statuses.length} Listen von ${size} MB zugleich: ${statuses.join(', ')}, ${took.toFixed(1)} s`,
        statuses.every((it) => it === 201),
      ],
      [
        `API, Worker und Leser zusammen ${megabytes(before)} davor, höchstens ${megabytes(peak)}: ${megabytes(peak - before)} mehr (höchstens ${megabytes(EXTRA_BYTES)})`,
        peak - before <= EXTRA_BYTES,
      ],
    ]);
  });
}

/** Sends the bytes piece by piece over so many seconds; answers the status. */
function upload(url: string, cookie: string, list: Buffer, seconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/api/imports?target=actors&name=lang.csv`, {
      method: 'POST',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/octet-stream',
        'Content-Length': list.length,
        Cookie: cookie,
      },
    });
    sending.once('error', reject);
    sending.once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    const wait = (seconds * 1000 * PIECE) / list.length;
    const send = async (): Promise<void> => {
      for (let at = 0; at < list.length; at += PIECE) {
        sending.write(list.subarray(at, at + PIECE));
        await pause(wait);
      }
      sending.end();
    };
    send().catch(reject);
  });
}

/** So many bytes in at most 100,000 rows. */
function listOf(bytes: number): Buffer {
  const note = 'x'.repeat(Math.ceil(bytes / 90_000));
  let text = 'Organisation;Ort;Notiz\n';
  for (let n = 1; text.length < bytes; n += 1) text += `Haus ${n} (Demo);Zerbst/Anhalt;${note}\n`;
  return Buffer.from(text);
}
