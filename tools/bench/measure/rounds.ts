import type { Client } from 'pg';
import type { ServerProcess } from '../children';
import type { BenchWorld } from '../fill/fill';
import { measure, type Target } from './load';
import { cpuBetween, drained, postgresCpu } from './postgres-load';
import type { Row } from '../scenarios';
import { bootstrap, type Interval, median, percentile, type Verdict, verdictOf } from './statistics';

export const targetNames = ['product', 'ceiling', 'bare'] as const;
export type TargetName = (typeof targetNames)[number];

export interface Plan {
  rounds: number;
  seconds: number;
  warmUp: number;
  connections: number;
}

export interface TargetFigures {
  perSecond: number;
  p50: number;
  /** Only with at least 1,000 requests. */
  p99: number | null;
  /** Milliseconds per request; null where it cannot be told. */
  nodeCpu: number | null;
  postgresCpu: number | null;
  /** Megabytes after the last round. */
  memory: number | null;
  requests: number;
}

export interface RowFigures {
  row: Row['name'];
  title: string;
  goal: number;
  absolute: number;
  targets: Record<TargetName, TargetFigures>;
  ofCeiling: Interval;
  /** The same share by CPU per request, which others on the machine disturb less; null where it cannot be told. */
  byCpu: number | null;
  verdict: Verdict;
  /** A server that is faster than its own database: then something else was measured. */
  invalid: boolean;
}

interface Side {
  target: Target;
  server: ServerProcess | null;
}

interface Round {
  perSecond: number;
  times: number[];
  nodeCpu: number | null;
  postgresCpu: number | null;
}

/** Every round measures all targets, in another order each time; goals are judged on the ratios within a round. */
export async function measureRow(
  row: Row,
  world: BenchWorld,
  owner: Client,
  sides: Record<TargetName, Side>,
  plan: Plan,
  progress: (line: string) => void,
): Promise<RowFigures> {
  const { connections } = plan;
  for (const name of targetNames)
    await measure(row, world, sides[name].target, { seconds: plan.warmUp, connections });
  const taken: Record<TargetName, Round[]> = { product: [], ceiling: [], bare: [] };
  for (let round = 0; round < plan.rounds; round += 1) {
    const order = targetNames.map(
      (_, place) => targetNames[(place + round) % targetNames.length] as TargetName,
    );
    for (const name of order) taken[name].push(await oneRound(row, world, owner, sides[name], plan));
    const said = targetNames.map((name) => `${name} ${Math.round(taken[name][round]?.perSecond ?? 0)}/s`);
    progress(`  ${row.name}, Runde ${round + 1}/${plan.rounds}: ${said.join(' · ')}`);
  }
  const ratios = taken.product.map(
    (it, round) => it.perSecond / (taken.ceiling[round]?.perSecond ?? Number.NaN),
  );
  const ofCeiling = bootstrap(ratios);
  const targets = {
    product: await figures(taken.product, sides.product),
    ceiling: await figures(taken.ceiling, sides.ceiling),
    bare: await figures(taken.bare, sides.bare),
  };
  const floor = targets.bare.perSecond * 1.1;
  return {
    row: row.name,
    title: row.title,
    goal: row.goal,
    absolute: row.absolute,
    targets,
    ofCeiling,
    byCpu: cpuShare(targets.product, targets.ceiling),
    verdict: verdictOf(ofCeiling, row.goal),
    invalid: targets.product.perSecond > floor || targets.ceiling.perSecond > floor,
  };
}

async function oneRound(row: Row, world: BenchWorld, owner: Client, side: Side, plan: Plan): Promise<Round> {
  await drained(owner);
  const [node, postgres] = [await side.server?.usage(), await postgresCpu(owner)];
  const run = await measure(row, world, side.target, plan);
  const [nodeAfter, postgresAfter] = [await side.server?.usage(), await postgresCpu(owner)];
  return {
    perSecond: run.perSecond,
    times: run.times,
    nodeCpu: node && nodeAfter ? (nodeAfter.cpu - node.cpu) / 1000 / run.completed : null,
    // Connections of the bare target end with their run, and their time with them.
    postgresCpu:
      side.server && postgres.size > 1 ? cpuBetween(postgres, postgresAfter) / run.completed : null,
  };
}

async function figures(rounds: readonly Round[], side: Side): Promise<TargetFigures> {
  const times = rounds.flatMap((round) => round.times);
  const known = (values: readonly (number | null)[]): number | null => {
    const numbers = values.filter((value) => value !== null);
    return numbers.length ? median(numbers) : null;
  };
  const usage = await side.server?.usage();
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: percentile(times, 0.5),
    p99: times.length >= 1000 ? percentile(times, 0.99) : null,
    nodeCpu: known(rounds.map((round) => round.nodeCpu)),
    postgresCpu: known(rounds.map((round) => round.postgresCpu)),
    memory: usage ? usage.memory / 1_000_000 : null,
    requests: times.length,
  };
}

function cpuShare(product: TargetFigures, ceiling: TargetFigures): number | null {
  const used = [product.nodeCpu, product.postgresCpu, ceiling.nodeCpu, ceiling.postgresCpu];
  const [ownNode, ownPostgres, node, postgres] = used.filter((value) => value !== null);
  if (ownNode === undefined || ownPostgres === undefined || node === undefined || postgres === undefined)
    return null;
  return (node + postgres) / (ownNode + ownPostgres);
}
