import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { TraceLine, TraceView } from '@runder-tisch/domain/trace';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import type { KindDeclaration } from '../contribution';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { problem } from '../problem/problem';

const MAX_DEPTH = 8;
/** Neighbours followed from one object; without it the walk costs a hundred times more on large counties. */
const MAX_NEIGHBOURS = 50;
const MAX_LINES = 60;

const kinds: readonly KindDeclaration[] = contributions.flatMap((contribution) => contribution.kinds ?? []);

/** Walks `trace_edge` in both directions; every step passes the viewer's predicates. */
@Injectable()
export class Trace {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, kindName: string, id: string): Promise<TraceView> {
    const kind = kinds.find((it) => it.kind === kindName);
    if (!kind) throw problem(generalProblems, 'not-found');
    await this.database.found(
      sql`select it.id from ${raw(kind.table)} it where it.id = ${id} and ${kind.visible(viewer)}`,
    );
    const [ledHere, cameOfIt] = await Promise.all([
      this.walk(viewer, kindName, id, 'backwards'),
      this.walk(viewer, kindName, id, 'forwards'),
    ]);
    return { ledHere, cameOfIt };
  }

  private async walk(
    viewer: Viewer,
    kind: string,
    id: string,
    direction: 'forwards' | 'backwards',
  ): Promise<TraceLine[]> {
    const [here, there] = direction === 'forwards' ? ['from', 'to'] : ['to', 'from'];
    const ends = kinds.filter((it) => it.endsWalk).map((it) => it.kind);
    const rows = await this.database.rows<Omit<TraceLine, 'label' | 'path'>>(sql`
      with recursive walk(kind, id, relation, depth, since, ended) as (
        select ${kind}::text, ${id}::uuid, ''::text, 0, null::timestamptz, false
        union all
        select step.kind, step.id, step.relation, walk.depth + 1, step.since, step.kind = any(${ends}::text[])
        from walk cross join lateral (
          select ${raw(`edge.${there}_kind`)} as kind, ${raw(`edge.${there}_id`)} as id, edge.relation, edge.since
          from trace_edge edge
          where ${raw(`edge.${here}_kind`)} = walk.kind and ${raw(`edge.${here}_id`)} = walk.id
            and ${visible(viewer, `edge.${there}_kind`, `edge.${there}_id`)}
          limit ${MAX_NEIGHBOURS}) step
        where walk.depth < ${MAX_DEPTH} and not walk.ended)
      , nearest as (
        select distinct on (kind, id) kind, id, relation, depth, since from walk where depth > 0 and not (kind = ${kind} and id = ${id})
        order by kind, id, depth)
      select nearest.kind, nearest.id, nearest.relation, nearest.depth, nearest.since::text, ${titles()} as title
      from nearest order by nearest.depth, nearest.since nulls last, nearest.id limit ${MAX_LINES}`);
    return rows.map((row) => {
      const declared = kinds.find((it) => it.kind === row.kind);
      return { ...row, label: declared?.label ?? '', path: (declared?.path ?? '').replace(':id', row.id) };
    });
  }
}

function visible(viewer: Viewer, kindColumn: string, idColumn: string): Sql {
  const cases = kinds.map(
    (kind) =>
      sql`when ${kind.kind} then exists (select 1 from ${raw(kind.table)} it where it.id = ${raw(idColumn)} and ${kind.visible(viewer)})`,
  );
  return sql`(case ${raw(kindColumn)} ${join(cases, ' ')} else false end)`;
}

function titles(): Sql {
  return raw(
    `case nearest.kind ${kinds.map((kind) => `when '${kind.kind}' then (select ${kind.title} from ${kind.table} it where it.id = nearest.id)`).join(' ')} end`,
  );
}
