import type { BenchWorld } from '../fill/fill';
import { KeepAlive } from './keep-alive';
import { cookieOf, successful } from '../product';
import type { Row } from '../scenarios';

/** Where the work goes: a server, or straight to the database. */
export type Target = { kind: 'http'; port: number } | { kind: 'bare'; open(): Promise<Worker> };

/** One connection with its work. */
export interface Worker {
  work(n: number): Promise<void>;
  close(): Promise<void>;
}

export interface Run {
  completed: number;
  seconds: number;
  perSecond: number;
  /** Milliseconds of each request. */
  times: number[];
}

/** As many requests as go in this time, each connection with one at once. Anything but success ends the run. */
export async function measure(
  row: Row,
  world: BenchWorld,
  target: Target,
  plan: { seconds: number; connections: number },
): Promise<Run> {
  return measureWork(() => workerFor(row, world, target), plan);
}

export async function measureWork(
  open: () => Promise<Worker>,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Run> {
  const workers = await Promise.all(Array.from({ length: connections }, open));
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  try {
    await Promise.all(
      workers.map(async (worker, place) => {
        for (let n = place; performance.now() < until; n += connections) {
          const start = performance.now();
          await worker.work(n);
          times.push(performance.now() - start);
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.close()));
  }
  if (times.length === 0) throw new Error(`Nothing was completed within ${seconds} s.`);
  const lasted = (performance.now() - began) / 1000;
  return { completed: times.length, seconds: lasted, perSecond: times.length / lasted, times };
}

async function workerFor(row: Row, world: BenchWorld, target: Target): Promise<Worker> {
  if (target.kind === 'bare') return target.open();
  const connection = new KeepAlive(target.port, cookieOf(world, row.as));
  return {
    work: async (n) => successful(await connection.send(row.request(row.asked(world, n)))),
    close: async () => connection.close(),
  };
}
