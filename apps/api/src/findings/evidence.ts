import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type EvidenceLine, findingProblems } from '@runder-tisch/domain/findings';
import type { AddEvidence } from '@runder-tisch/domain/findings/findings-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { visibleFeedback } from '../feedback/feedback-access';
import { visibleFormats } from '../formats/formats-access';
import { problem } from '../problem/problem';
import { visibleServices } from '../social-services/social-services-access';
import { acceptance, accepted } from './trusted-links';

/** Where a row of evidence points, what that says and how this is fingerprinted; over the alias `it` of the source. */
interface Source {
  column: string;
  table: string;
  fingerprint: string;
  title: string;
  words: string;
  path: string;
  /** Which of them may speak for a Befund. */
  usable: string;
}

const serviceWords = (column: string): string =>
  `(select service_version.${column} from service_version where service_version.id = it.confirmed_version_id)`;

export const evidenceSources = {
  feedback: {
    column: 'feedback_id',
    table: 'feedback',
    fingerprint: 'it.fingerprint',
    title: 'it.number',
    words: `coalesce(it.triaged_text, '')`,
    path: '/hinweise/',
    // Nobody has read the others, or they were turned away.
    usable: `it.triaged_text is not null and it.state not in ('SESSION', 'SUBMITTED', 'REJECTED')`,
  },
  argument: {
    column: 'argument_id',
    table: 'argument',
    fingerprint: 'it.fingerprint',
    title: `concat_ws(' · ', it.number, it.title)`,
    words: 'it.summary',
    path: '/hinweise/argumente/',
    usable: 'true',
  },
  format: {
    column: 'format_id',
    table: 'participation_format',
    fingerprint: 'md5(it.results::text)',
    title: 'it.title',
    words: `(select string_agg(concat_ws(': ', result ->> 'title', result ->> 'text'), E'\\n' order by place)
      from jsonb_array_elements(it.results) with ordinality listed(result, place))`,
    path: '/beteiligung/formate/',
    usable: 'jsonb_array_length(it.results) > 0',
  },
  service: {
    column: 'service_id',
    table: 'social_service',
    // What is worked on is not yet said.
    fingerprint: `md5(concat_ws(chr(31), it.state, ${serviceWords('title')}, ${serviceWords('description')}, ${serviceWords('waiting_days')}))`,
    title: serviceWords('title'),
    words: serviceWords('description'),
    path: '/akteure/angebote/',
    usable: 'it.confirmed_version_id is not null',
  },
} as const satisfies Record<string, Source>;
type SourceKind = keyof typeof evidenceSources;
const sourceKinds = Object.keys(evidenceSources) as SourceKind[];

/** What speaks for Befunde: written with the fingerprint of its source, read as far as the viewer sees that. */
@Injectable()
export class Evidence {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the order in which it was put together. */
  of(viewer: Viewer, findingId: string): Promise<EvidenceLine[]> {
    const parts = sourceKinds.map((kind) => {
      const { column, table, fingerprint, title, words, path } = evidenceSources[kind];
      const seen = visibleSources(viewer, kind);
      return sql`select link.id, ${kind}::text as kind, case when ${seen} then ${raw(title)} else '' end as title,
          case when ${seen} then coalesce(${raw(words)}, '') else '' end as words,
          case when ${seen} then ${path}::text || it.id end as path,
          link.note, link.since, link.fingerprint <> ${raw(fingerprint)} as "toCheck", null::text as "wordsBefore",
          link.accepted_by as "acceptedBy", link.accepted_at as "acceptedAt"
        from finding_evidence link join ${raw(table)} it on it.id = link.${raw(column)} where link.finding_id = ${findingId}`;
    });
    return this.database.rows<EvidenceLine>(sql`
      ${parts.reduce((all, part) => sql`${all} union all ${part}`)}
      union all
      select link.id, 'silence', '', link.silence, null, link.note, link.since, false, null, link.accepted_by, link.accepted_at
      from finding_evidence link where link.finding_id = ${findingId} and link.silence is not null
      order by since, id`);
  }

  /** All of it or nothing: an unknown or unread source refuses. What is there already stays as it is. */
  async add(tx: EntityManager, viewer: Viewer, findingId: string, request: AddEvidence): Promise<void> {
    const now = this.clock.now();
    const given: Record<SourceKind, readonly string[]> = {
      feedback: request.feedbackIds,
      argument: request.argumentIds,
      format: request.formatIds,
      service: request.serviceIds,
    };
    for (const kind of sourceKinds) await this.addOf(tx, viewer, findingId, kind, given[kind], request.note);
    const silence = request.silence.trim();
    if (silence !== '')
      await rowsIn(
        tx,
        sql`insert into finding_evidence (id, finding_id, silence, note, fingerprint, since)
            values (${newId()}, ${findingId}, ${silence}, ${request.note}, md5(${silence}::text), ${now})`,
      );
  }

  private async addOf(
    tx: EntityManager,
    viewer: Viewer,
    findingId: string,
    kind: SourceKind,
    ids: readonly string[],
    note: string,
  ): Promise<void> {
    if (ids.length === 0) return;
    const { column, table, fingerprint, usable } = evidenceSources[kind];
    const sources = await rowsIn<{ id: string; fingerprint: string }>(
      tx,
      sql`select it.id, ${raw(fingerprint)} as fingerprint from ${raw(table)} it
          where it.id = any(${ids}::uuid[]) and ${raw(usable)} and ${visibleSources(viewer, kind)} for share of it`,
    );
    if (sources.length < ids.length) throw problem(findingProblems, 'evidence-unknown');
    await rowsIn(
      tx,
      sql`insert into finding_evidence (id, finding_id, ${raw(column)}, note, fingerprint, since)
          select fresh.id, ${findingId}::uuid, fresh.source_id, ${note}::text, fresh.fingerprint, ${this.clock.now()}::timestamptz
          from unnest(${sources.map(() => newId())}::uuid[], ${sources.map((it) => it.id)}::uuid[],
            ${sources.map((it) => it.fingerprint)}::text[]) fresh (id, source_id, fingerprint)
          where not exists (select 1 from finding_evidence there
            where there.finding_id = ${findingId}::uuid and there.${raw(column)} = fresh.source_id)`,
    );
  }

  /** Whether it was there. */
  async remove(tx: EntityManager, findingId: string, evidenceId: string): Promise<boolean> {
    const removed = await rowsIn(
      tx,
      sql`delete from finding_evidence where finding_id = ${findingId} and id = ${evidenceId} returning id`,
    );
    return removed.length > 0;
  }

  /** Somebody read what the source says now and finds that it still speaks for the Befund. */
  accept(tx: EntityManager, viewer: Viewer, findingId: string, evidenceId: string): Promise<void> {
    return accepted(
      tx,
      sql`update finding_evidence link set ${acceptance(viewer, this.clock.now(), fingerprintNow)}
          where link.id = ${evidenceId} and link.finding_id = ${findingId} and link.fingerprint <> ${fingerprintNow} returning link.id`,
    );
  }
}

/**
 * The fingerprint of what the source of a row of evidence (alias `link`) says now; silence does not change. Looked up
 * by key for each row: joined, the database would read all Hinweise for a few links.
 */
export const fingerprintNow: Sql = raw(
  `case ${sourceKinds
    .map((kind) => {
      const { column, table, fingerprint } = evidenceSources[kind];
      return `when link.${column} is not null then (select ${fingerprint} from ${table} it where it.id = link.${column})`;
    })
    .join(' ')} else link.fingerprint end`,
);

/** The Befunde with evidence whose source says something else by now: one pass over all links of each kind of source. */
export const findingsOfChangedEvidence: Sql = raw(
  sourceKinds
    .map((kind) => {
      const { column, table, fingerprint } = evidenceSources[kind];
      return `select link.finding_id from finding_evidence link
        where link.${column} is not null and link.fingerprint <> (select ${fingerprint} from ${table} it where it.id = link.${column})`;
    })
    .join(' union all '),
);

/** An argument is the office's summary; its readers are those of Befunde. */
function visibleSources(viewer: Viewer, kind: SourceKind): Sql {
  switch (kind) {
    case 'feedback':
      return visibleFeedback(viewer);
    case 'format':
      return visibleFormats(viewer);
    case 'service':
      return visibleServices(viewer);
    case 'argument':
      return sql`true`;
  }
}
