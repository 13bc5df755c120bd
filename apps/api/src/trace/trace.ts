import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { TraceLine, TraceMore, TraceView } from '@runder-tisch/domain/trace';
import type { Viewer } from '../access/viewer';
import type { TraceEdge } from '../contribution';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { kindNamed, kinds } from '../kinds';

/*
 * All but the id of the start is written out in the statement: with less to go by, the database would think a plan made
 * for all starts so much worse that it makes one anew each time, which takes longer than the walk.
 */
const MAX_DEPTH = 8;
/**
 * Neighbours followed from one object, and met before the walk ends: what a hub has directly is more than anybody reads,
 * and further on it costs a hundred times more in large counties.
 */
const MAX_NEIGHBOURS = 50;
const MAX_LINES = 60;
/** Direct neighbours of one relation counted beyond those shown; the whole number stands on their list. */
const MAX_COUNTED = 100;

/** Walks the relations of all areas in both directions, newest first; every step passes the viewer's predicates. */
@Injectable()
export class Trace {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, kindName: string, id: string): Promise<TraceView> {
    const kind = kindNamed(kindName);
    // One statement: asked one after the other, what the questions cost would be more than what the answers do.
    const { backwards, forwards } = await this.database.found<Record<Direction, Met[]>>(sql`
      select ${walk(viewer, kindName, id, 'backwards')} as backwards, ${walk(viewer, kindName, id, 'forwards')} as forwards
      from ${raw(kind.table)} it where it.id = ${id} and ${kind.visible(viewer)}`);
    const [ledHere, cameOfIt] = [backwards.map(lineOf), forwards.map(lineOf)];
    return {
      ledHere,
      cameOfIt,
      moreLedHere: (backwards[0]?.direct ?? []).flatMap((it) => moreOf(it, ledHere, kindName, id)),
      moreCameOfIt: (forwards[0]?.direct ?? []).flatMap((it) => moreOf(it, cameOfIt, kindName, id)),
    };
  }
}

type Direction = 'forwards' | 'backwards';
type Met = Omit<TraceLine, 'label' | 'path'> & { direct: Direct[] | null };
interface Direct {
  kind: string;
  count: number;
}

/** `Met[]` as JSON, the nearest first. */
function walk(viewer: Viewer, kind: string, id: string, direction: Direction): Sql {
  const along = reachable(kind, direction);
  if (along.length === 0) return sql`'[]'::json`;
  const ends = kinds.filter((it) => it.endsWalk).map((it) => it.kind);
  const start = { kind: word(kind), id: sql`${id}::uuid` };
  const next = neighbours(
    viewer,
    direction,
    along,
    { kind: sql`here.kind`, id: sql`here.id` },
    MAX_NEIGHBOURS,
  );
  // One row per depth, with what was not seen nearer; who is followed twice would be walked from twice, and so on.
  return sql`(
    with recursive walk(depth, kinds, ids, relations, instants, seen) as (
      select 0, array[${start.kind}], array[${start.id}], array['']::text[], array[null]::timestamptz[], array[${start.id}]
      union all
      select walk.depth + 1, met.kinds, met.ids, met.relations, met.instants, walk.seen || met.ids
      from walk cross join lateral (
        select array_agg(fresh.kind) as kinds, array_agg(fresh.id) as ids, array_agg(fresh.relation) as relations, array_agg(fresh.since) as instants
        from (
          select distinct on (step.id) step.kind, step.id, step.relation, step.since
          from unnest(walk.kinds, walk.ids) here(kind, id) cross join lateral (
            select * from (${next}) edge order by since desc limit ${raw(String(MAX_NEIGHBOURS))}) step
          where (walk.depth = 0 or here.kind not in (${join(ends.map(word))})) and step.id <> all(walk.seen)
          order by step.id, step.since desc) fresh) met
      where walk.depth < ${raw(String(MAX_DEPTH))} and cardinality(walk.seen) <= ${raw(String(MAX_NEIGHBOURS))} and met.ids is not null)
    select coalesce(json_agg(line), '[]') from (
      select nearest.kind, nearest.id, nearest.relation, walk.depth, nearest.since, ${titles(along, direction)} as title,
             case when (select 2 * cardinality(ids) from walk where depth = 1) >= ${raw(String(MAX_NEIGHBOURS))} then ${directOf(viewer, direction, kind, start)} end as direct
      from walk cross join unnest(walk.kinds, walk.ids, walk.relations, walk.instants) nearest(kind, id, relation, since)
      where walk.depth > 0 order by walk.depth, nearest.since desc nulls last, nearest.id limit ${raw(String(MAX_LINES))}) line)`;
}

function lineOf({ direct: _direct, since, ...met }: Met): TraceLine {
  const declared = kinds.find((it) => it.kind === met.kind);
  return {
    ...met,
    since: since && new Date(since).toISOString(),
    label: declared?.label ?? '',
    path: (declared?.path ?? '').replace(':id', met.id),
  };
}

const edges: readonly TraceEdge[] = contributions.flatMap((contribution) => contribution.traceEdges ?? []);

/** The newest of each relation, found by its own index; a field of action has 25,000 Hinweise. */
function neighbours(
  viewer: Viewer,
  direction: Direction,
  along: readonly TraceEdge[],
  start: { kind: Sql; id: Sql },
  most: number,
): Sql {
  const [here, there] = direction === 'forwards' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const branch = (
    edge: TraceEdge,
  ): Sql => sql`(select ${word(edge[there].kind)} as kind, edge.${raw(there)}_id as id, ${word(edge.relation[direction])} as relation, edge.since
      from (select ${raw(edge.from.id)} as from_id, ${raw(edge.to.id)} as to_id, ${raw(edge.since)} as since from ${raw(edge.source)}
            where ${raw(edge.where ?? 'true')}) edge
      where edge.${raw(here)}_id = ${start.id} and ${visible(viewer, edge[there].kind, `edge.${there}_id`)}
      order by edge.since desc limit ${raw(String(most))})`;
  // The kind is asked once for all relations it has, not once for each: a walk passes here for every object it meets.
  const ofKinds = [...new Set(along.map((edge) => edge[here].kind))].map(
    (kind) =>
      sql`(select * from (${join(
        along.filter((edge) => edge[here].kind === kind).map(branch),
        ' union all ',
      )} offset 0) edge where ${word(kind)} = ${start.kind})`,
  );
  return join(ofKinds, ' union all ');
}

/** How many hang directly on the start, by kind; counted only so far, because the whole number is the list's. */
function directOf(viewer: Viewer, direction: Direction, kind: string, start: { kind: Sql; id: Sql }): Sql {
  const along = edges.filter((edge) => (direction === 'forwards' ? edge.from : edge.to).kind === kind);
  if (along.length === 0) return sql`null::json`;
  return sql`(select json_agg(json_build_object('kind', kind, 'count', count)) from (
    select kind, count(distinct id)::int as count from (${neighbours(viewer, direction, along, start, MAX_COUNTED)}) edge group by kind) counted)`;
}

function moreOf(
  direct: Direct,
  lines: readonly TraceLine[],
  startKind: string,
  startId: string,
): TraceMore[] {
  const shown = lines.filter((line) => line.depth === 1 && line.kind === direct.kind).length;
  if (direct.count <= shown) return [];
  const declared = kinds.find((it) => it.kind === direct.kind);
  const path = declared?.list?.of[startKind]?.path.replace(':id', startId) ?? null;
  const label = declared?.list?.label ?? declared?.label ?? '';
  return [
    { kind: direct.kind, label, count: direct.count - shown, atLeast: direct.count >= MAX_COUNTED, path },
  ];
}

/**
 * `offset 0` keeps the database from reading the whole table once in order to look up fifty rows of it. Where the viewer
 * sees all of a kind nothing is looked up: the edge itself refers to a row that is there.
 */
function visible(viewer: Viewer, kindName: string, idColumn: string): Sql {
  const kind = kinds.find((it) => it.kind === kindName);
  if (!kind) throw new Error(`An edge of the trace leads to ${kindName}, which no area declares.`);
  const predicate = kind.visible(viewer);
  if (predicate.sql === 'true') return predicate;
  return sql`exists (select 1 from ${raw(kind.table)} it where it.id = ${raw(idColumn)} and ${predicate} offset 0)`;
}

function titles(along: readonly TraceEdge[], direction: Direction): Sql {
  const met = kinds.filter((kind) =>
    along.some((edge) => (direction === 'forwards' ? edge.to : edge.from).kind === kind.kind),
  );
  return raw(
    `case nearest.kind ${met.map((kind) => `when '${kind.kind}' then (select ${kind.title} from ${kind.table} it where it.id = nearest.id)`).join(' ')} end`,
  );
}

/** Names of kinds and relations are words of the code. */
function word(text: string): Sql {
  return raw(`'${text}'::text`);
}

/** Relations a walk from this kind can meet: a statement over all of them takes longer to plan than to answer. */
function reachable(start: string, direction: Direction): TraceEdge[] {
  const [here, there] = direction === 'forwards' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const reached = new Set([start]);
  for (const kind of reached) {
    if (kind !== start && kinds.find((it) => it.kind === kind)?.endsWalk) continue;
    for (const edge of edges) if (edge[here].kind === kind) reached.add(edge[there].kind);
  }
  return edges.filter(
    (edge) =>
      reached.has(edge[here].kind) &&
      (edge[here].kind === start || !kinds.find((it) => it.kind === edge[here].kind)?.endsWalk),
  );
}
