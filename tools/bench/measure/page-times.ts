import type { Client } from 'pg';
import type { ServerProcess } from '../children';
import type { BenchWorld } from '../fill/fill';
import { type BenchPage, type PageName, pages, pathOf } from '../pages';
import { cookieOf, successful } from '../product';
import { KeepAlive } from './keep-alive';
import { measureWork, type Worker } from './load';
import { cpuBetween, drained, postgresCpu } from './postgres-load';
import type { Plan } from './rounds';
import { median, percentile } from './statistics';

export interface PageFigures {
  page: PageName;
  title: string;
  half: number;
  most: number;
  requests: number;
  pages: number;
  p50: number;
  p99: number;
  /** The same for each of its requests. */
  requestP50: number;
  requestP99: number;
  /** Milliseconds of CPU per page; null where it cannot be told. */
  nodeCpu: number;
  postgresCpu: number | null;
}

/** A page is there when its last answer is; each connection asks for one page after another. */
export async function measurePage(
  name: PageName,
  world: BenchWorld,
  owner: Client,
  server: ServerProcess,
  plan: Plan,
  progress: (line: string) => void,
): Promise<PageFigures> {
  const page: BenchPage = pages[name];
  const requestTimes: number[] = [];
  const open = () => visitor(page, world, server.port, requestTimes);
  await measureWork(open, { seconds: plan.warmUp, connections: plan.connections });
  requestTimes.length = 0;
  const rounds = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    await drained(owner);
    const [node, postgres] = [await server.usage(), await postgresCpu(owner)];
    const run = await measureWork(open, plan);
    const [nodeAfter, postgresAfter] = [await server.usage(), await postgresCpu(owner)];
    rounds.push({
      times: run.times,
      nodeCpu: (nodeAfter.cpu - node.cpu) / 1000 / run.completed,
      postgresCpu: postgres.size > 1 ? cpuBetween(postgres, postgresAfter) / run.completed : null,
    });
  }
  const times = rounds.flatMap((round) => round.times);
  const known = rounds.flatMap((round) => round.postgresCpu ?? []);
  const figures = {
    page: name,
    title: page.title,
    half: page.half,
    most: page.most,
    requests: page.asks(world, 0).length,
    pages: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    requestP50: percentile(requestTimes, 0.5),
    requestP99: percentile(requestTimes, 0.99),
    nodeCpu: median(rounds.map((round) => round.nodeCpu)),
    postgresCpu: known.length > 0 ? median(known) : null,
  };
  progress(
    `  ${name}: p50 ${figures.p50.toFixed(1)} ms, p99 ${figures.p99.toFixed(1)} ms, CPU Node ${figures.nodeCpu.toFixed(2)} ms, PostgreSQL ${figures.postgresCpu?.toFixed(2) ?? '–'} ms`,
  );
  return figures;
}

async function visitor(page: BenchPage, world: BenchWorld, port: number, times: number[]): Promise<Worker> {
  const connection = new KeepAlive(port, cookieOf(world, page.as ?? 'planner'));
  return {
    work: async (n) => {
      for (const asked of page.asks(world, n)) {
        const began = performance.now();
        successful(await connection.send({ method: 'GET', path: pathOf(asked) }));
        times.push(performance.now() - began);
      }
    },
    close: async () => connection.close(),
  };
}
