import { mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client as PgClient } from 'pg';
import type { MessageCounts } from '@runder-tisch/domain/messages';
import { Client } from '@runder-tisch/scenario/client';
import { message, messageView, sendMessage } from '@runder-tisch/scenario/messages';
import { addMembers, network } from '@runder-tisch/scenario/networks';
import { commit } from '../large';
import { type Say, judge, megabytes, withInstance } from '../life';
import { familyOf, usedBy } from '../measure/processes';
import { fateOf, messageSink } from './message-sink';
import { numbersOf } from '../numbers';
import { cookieOf } from '../product';

const MIB = 1024 * 1024;
const AT_ONCE = 200;
const FREE_MS = 1000;
const EXTRA_BYTES = 100 * MIB;
const LOOK_MS = 250;
const ASK_MS = 1000;
const RESULT = 'dist/message.json';
const DATABASE = 'rt_bench_life';
const usage = 'npm run bench -- message [--recipients 2000] [--megabytes 5] [--minutes 60]';

/** `npm run bench -- message`: a Nachricht with a file to very many, over a mail server that refuses, delays and drops. */
export async function benchMessage(args: readonly string[], say: Say): Promise<number> {
  const asked = numbersOf(
    args,
    { recipients: 2000, megabytes: 5, minutes: 60 },
    {
      usage,
      demand: 'Bitte 1 bis 5000 Empfangende, 1 bis 19 MB und Minuten über null angeben.',
      fits: (it) =>
        it.recipients >= 1 &&
        it.recipients <= 5000 &&
        it.megabytes >= 1 &&
        it.megabytes <= 19 &&
        it.minutes > 0,
    },
  );
  const sink = await messageSink();
  try {
    return await withInstance(
      say,
      async ({ county, world }) => {
        const client = new Client(county.url, cookieOf(world, 'coordinator'));
        const networkIds = await networksOf(client, asked.recipients);
        say(`${asked.recipients} Menschen in ${networkIds.length} Netzwerken.`);
        const content = pdfOf(asked.megabytes * MIB);
        const id = await message(client, {
          subject: 'Förderaufruf',
          text: 'anbei ein Förderaufruf.\n\nFreundliche Grüße\nKoordination',
          targets: networkIds.map((networkId) => ({ kind: 'NETWORK', id: networkId })),
          files: [{ name: 'Förderaufruf.pdf', content }],
        });
        // What is loaded with the first mail of a process is no cost of this one.
        await client.post(`/api/messages/${id}/test`);
        await pause(5000);

        const memory = (): number => usedBy(familyOf(county.apiPid)).memory;
        const before = memory();
        let peak = before;
        const watch = setInterval(() => void (peak = Math.max(peak, memory())), LOOK_MS);

        const [sendMs, sent] = await timed(() => sendMessage(client, id));
        const [recallMs] = await timed(() => client.post(`/api/messages/${id}/recall`));
        const recalled = (await messageView(client, id)).sentAt === null && sink.taken.size <= 1;
        const [againMs] = await timed(() => sendMessage(client, id));
        const stored = await storedOnce(county.databases().ownerUrl(DATABASE));

        const began = performance.now();
        const pages: number[] = [];
        let counts: MessageCounts | null = null;
        for (const until = began + asked.minutes * 60_000; performance.now() < until;) {
          const [ms, view] = await timed(() => messageView(client, id));
          pages.push(ms);
          counts = view.counts;
          if (counts?.waiting === 0) break;
          await pause(ASK_MS);
        }
        const minutes = (performance.now() - began) / 60_000;
        clearInterval(watch);

        const wanted = addressesOf(asked.recipients);
        const reachable = wanted.filter((address) => fateOf(address) !== 'refused');
        const missing = reachable.filter((address) => !sink.taken.has(address)).length;
        const twice = reachable.filter((address) => (sink.taken.get(address) ?? 0) > 1).length;
        pages.sort((one, other) => one - other);
        const figures = {
          commit: commit(),
          machine: {
            cpu: cpus()[0]?.model ?? '',
            cores: cpus().length,
            memory: totalmem(),
            node: process.version,
          },
          ...asked,
          sendMs,
          recallMs,
          againMs,
          minutes,
          memoryBefore: before,
          memoryPeak: peak,
          mailBytes: sink.bytes(),
          pageP50: pages[Math.floor(pages.length / 2)] ?? 0,
          pageMost: pages.at(-1) ?? 0,
          ...stored,
          counts,
          reachable: reachable.length,
          missing,
          twice,
          repeated: sink.repeated(),
          unequal: sink.unequal.size,
        };
        mkdirSync('dist', { recursive: true });
        writeFileSync(RESULT, `${JSON.stringify(figures, null, 2)}\n`);
        say(asMarkdown(figures));
        say(`\nAlle Zahlen: ${RESULT}`);
        const refused = wanted.length - reachable.length;
        return judge(say, [
          [
            `Senden an ${sent.recipients} antwortet in ${Math.round(Math.max(sendMs, againMs))} ms (höchstens ${FREE_MS} ms)`,
            Math.max(sendMs, againMs) <= FREE_MS,
          ],
          [`Zurückholen in ${Math.round(recallMs)} ms, nichts ging hinaus`, recalled],
          [
            `die Datei liegt ${stored.files}-mal in der Datenbank, die Mails selbst halten ${megabytes(stored.rawBytes)}`,
            stored.files === 1 && stored.rawBytes === 0,
          ],
          [
            `${megabytes(peak - before)} mehr Speicher in API und Worker (höchstens ${megabytes(EXTRA_BYTES)})`,
            peak - before <= EXTRA_BYTES,
          ],
          [
            `${reachable.length - missing} von ${reachable.length} kamen an, ${twice} doppelt (nur wo die Antwort verloren ging)`,
            missing === 0,
          ],
          [
            `${counts?.refused ?? 0} von ${refused} abgelehnten stehen als abgelehnt da`,
            (counts?.refused ?? 0) === refused,
          ],
          [
            `${sink.repeated()} Wiederholungen, ${sink.unequal.size} mit anderen Bytes`,
            sink.unequal.size === 0,
          ],
        ]);
      },
      sink.url,
    );
  } finally {
    await sink.close();
  }
}

/** Begins and ends as a PDF does; nobody reads what is between. */
function pdfOf(bytes: number): Buffer {
  const [head, tail] = [Buffer.from('%PDF-1.4\n'), Buffer.from('\n%%EOF\n')];
  return Buffer.concat([head, randomBytes(bytes - head.length - tail.length), tail]);
}

function addressesOf(recipients: number): string[] {
  return Array.from({ length: recipients }, (_, index) => `p${index + 1}@haus.test`);
}

async function networksOf(client: Client, recipients: number): Promise<string[]> {
  const ids: string[] = [];
  const addresses = addressesOf(recipients);
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const id = await network(client, { name: `Netzwerk der Messung ${ids.length + 1}` });
    const lines = addresses
      .slice(from, from + AT_ONCE)
      .map((mail, index) => ({ familyName: `Mensch ${from + index + 1}`, mail }));
    await addMembers(client, id, '2026-01-01', lines);
    ids.push(id);
  }
  return ids;
}

/** How often the file lies in the database, and what the waiting mails hold beside the letter. */
async function storedOnce(
  url: string,
): Promise<{ files: number; rawBytes: number; mails: number; outboxBytes: number }> {
  const client = new PgClient({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{
      files: number;
      rawBytes: string;
      mails: number;
      outboxBytes: string;
    }>(
      `select (select count(*)::int from file where name like 'Förderaufruf%') as files,
              coalesce(sum(octet_length(raw)), 0)::text as "rawBytes", count(*)::int as mails,
              pg_total_relation_size('outbox_message')::text as "outboxBytes"
       from outbox_message where purpose = 'message' and state in ('QUEUED', 'SENDING')`,
    );
    const [row] = rows;
    return {
      files: row?.files ?? 0,
      mails: row?.mails ?? 0,
      rawBytes: Number(row?.rawBytes ?? 0),
      outboxBytes: Number(row?.outboxBytes ?? 0),
    };
  } finally {
    await client.end();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const answer = await work();
  return [performance.now() - began, answer];
}

interface Figures {
  commit: string;
  machine: { cpu: string; cores: number; memory: number; node: string };
  recipients: number;
  megabytes: number;
  sendMs: number;
  recallMs: number;
  minutes: number;
  memoryBefore: number;
  memoryPeak: number;
  mailBytes: number;
  pageP50: number;
  pageMost: number;
  outboxBytes: number;
  reachable: number;
  missing: number;
  repeated: number;
}

function asMarkdown(it: Figures): string {
  const rows: [string, string][] = [
    [
      'Stand, Rechner',
      `${it.commit}, ${it.machine.cores} × ${it.machine.cpu}, ${megabytes(it.machine.memory)}, Node ${it.machine.node}`,
    ],
    ['Empfangende, Anhang', `${it.recipients}, ${it.megabytes} MB`],
    ['Senden, bis die Seite frei ist', `${Math.round(it.sendMs)} ms`],
    ['Zurückholen', `${Math.round(it.recallMs)} ms`],
    [
      'Seite der Nachricht währenddessen',
      `${Math.round(it.pageP50)} ms im Mittel, höchstens ${Math.round(it.pageMost)} ms`,
    ],
    [
      'Bis alles angekommen ist, die Minute zum Zurückholen und Wiederholungen eingeschlossen',
      `${it.minutes.toFixed(1)} Minuten`,
    ],
    ['Über die Leitung', megabytes(it.mailBytes)],
    ['Postausgang in der Datenbank', megabytes(it.outboxBytes)],
    ['Speicher von API und Worker', `${megabytes(it.memoryBefore)}, höchstens ${megabytes(it.memoryPeak)}`],
    ['Angekommen, wiederholt', `${it.reachable - it.missing} von ${it.reachable}, ${it.repeated}`],
  ];
  return [
    '',
    '| Was | Gemessen |',
    '| --- | --- |',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ].join('\n');
}
