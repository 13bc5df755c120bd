import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { TraceLine, TraceMore, TraceView } from '@runder-tisch/domain/trace';
import type { Viewer } from '../access/viewer';
import type { TraceEdge } from '../contribution';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { kinds, visibleKind } from '../kinds';

const MAX_DEPTH = 8;
/** Neighbours followed from one object; without it the walk costs a hundred times more on large counties. */
const MAX_NEIGHBOURS = 50;
const MAX_LINES = 60;
/** Direct neighbours of one relation counted beyond those shown. */
const MAX_COUNTED = 500;

/** Walks the relations of all areas in both directions, newest first; every step passes the viewer's predicates. */
@Injectable()
export class Trace {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, kindName: string, id: string): Promise<TraceView> {
    await visibleKind(this.database, viewer, kindName, id);
    const [ledHere, cameOfIt] = await Promise.all([
      this.walk(viewer, kindName, id, 'backwards'),
      this.walk(viewer, kindName, id, 'forwards'),
    ]);
    return {
      ledHere: ledHere.lines,
      cameOfIt: cameOfIt.lines,
      moreLedHere: ledHere.more,
      moreCameOfIt: cameOfIt.more,
    };
  }

  private async walk(viewer: Viewer, kind: string, id: string, direction: Direction): Promise<Walked> {
    const along = reachable(kind, direction);
    if (along.length === 0) return { lines: [], more: [] };
    const ends = kinds.filter((it) => it.endsWalk).map((it) => it.kind);
    const start = { kind: sql`${kind}::text`, id: sql`${id}::uuid` };
    const rows = await this.database.rows<
      Omit<TraceLine, 'label' | 'path'> & { direct: Direct[] | null }
    >(sql`
      with recursive walk(kind, id, relation, depth, since, ended) as (
        select ${start.kind}, ${start.id}, ''::text, 0, null::timestamptz, false
        union all
        select step.kind, step.id, step.relation, walk.depth + 1, step.since, step.kind = any(${ends}::text[])
        from walk cross join lateral (
          select * from (${neighbours(viewer, direction, along, { kind: sql`walk.kind`, id: sql`walk.id` }, MAX_NEIGHBOURS)}) edge
          order by since desc limit ${MAX_NEIGHBOURS}) step
        where walk.depth < ${MAX_DEPTH} and not walk.ended)
      , nearest as (
        select distinct on (kind, id) kind, id, relation, depth, since from walk where depth > 0 and not (kind = ${kind} and id = ${id})
        order by kind, id, depth)
      select nearest.kind, nearest.id, nearest.relation, nearest.depth, nearest.since, ${titles(along, direction)} as title,
             case when (select count(*) from walk where depth = 1) >= ${MAX_NEIGHBOURS} then ${directOf(viewer, direction, kind, start)} end as direct
      from nearest order by nearest.depth, nearest.since desc nulls last, nearest.id limit ${MAX_LINES}`);
    const lines = rows.map(({ direct: _direct, ...row }) => {
      const declared = kinds.find((it) => it.kind === row.kind);
      return { ...row, label: declared?.label ?? '', path: (declared?.path ?? '').replace(':id', row.id) };
    });
    return { lines, more: (rows[0]?.direct ?? []).flatMap((it) => moreOf(it, lines, kind, id)) };
  }
}

type Direction = 'forwards' | 'backwards';
interface Direct {
  kind: string;
  count: number;
}
interface Walked {
  lines: TraceLine[];
  more: TraceMore[];
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
  const branches = along.map(
    (
      edge,
    ) => sql`(select ${raw(`'${edge[there].kind}'`)}::text as kind, edge.${raw(there)}_id as id, ${raw(`'${edge.relation[direction]}'`)}::text as relation, edge.since
      from (select ${raw(edge.from.id)} as from_id, ${raw(edge.to.id)} as to_id, ${raw(edge.since)} as since from ${raw(edge.source)}
            where ${raw(edge.where ?? 'true')}) edge
      where ${raw(`'${edge[here].kind}'`)} = ${start.kind} and edge.${raw(here)}_id = ${start.id} and ${visible(viewer, edge[there].kind, `edge.${there}_id`)}
      order by edge.since desc limit ${most})`,
  );
  return join(branches, ' union all ');
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

/** `offset 0` keeps the database from reading the whole table once in order to look up fifty rows of it. */
function visible(viewer: Viewer, kindName: string, idColumn: string): Sql {
  const kind = kinds.find((it) => it.kind === kindName);
  if (!kind) throw new Error(`An edge of the trace leads to ${kindName}, which no area declares.`);
  return sql`exists (select 1 from ${raw(kind.table)} it where it.id = ${raw(idColumn)} and ${kind.visible(viewer)} offset 0)`;
}

function titles(along: readonly TraceEdge[], direction: Direction): Sql {
  const met = kinds.filter((kind) =>
    along.some((edge) => (direction === 'forwards' ? edge.to : edge.from).kind === kind.kind),
  );
  return raw(
    `case nearest.kind ${met.map((kind) => `when '${kind.kind}' then (select ${kind.title} from ${kind.table} it where it.id = nearest.id)`).join(' ')} end`,
  );
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
