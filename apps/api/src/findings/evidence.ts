import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type EvidenceLine, findingProblems } from '@runder-tisch/domain/findings';
import { nameOfArea } from '@runder-tisch/domain/indicators';
import { type Figure, figureWords } from '@runder-tisch/domain/indicators/viewing';
import type { AddEvidence } from '@runder-tisch/domain/findings/findings-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import type { EvidenceSource } from './evidence-source';
import { evidenceSources, fingerprintNow, type SourceKind } from './evidence-sources';
import { acceptance, accepted } from './trusted-links';

/** What speaks for Befunde: written with the fingerprint of its source, read as far as the viewer sees that. */
@Injectable()
export class Evidence {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the order in which it was put together. */
  async of(viewer: Viewer, findingId: string): Promise<EvidenceLine[]> {
    const parts = evidenceSources().map(([kind, source]) => {
      const { column, table, fingerprint, title, words, path, page } = source;
      const seen = source.visible(viewer);
      return sql`select link.id, ${kind}::text as kind, case when ${seen} then ${raw(title)} else '' end as title,
          case when ${seen} then coalesce(${raw(words)}, '') else '' end as words,
          case when ${seen} then ${path}::text || ${raw(page ?? 'it.id')} end as path,
          link.note, link.since, link.fingerprint <> ${raw(fingerprint)} as "toCheck", null::text as "wordsBefore",
          link.accepted_by as "acceptedBy", link.accepted_at as "acceptedAt"
        from finding_evidence link join ${raw(table)} it on it.id = link.${raw(column)} where link.finding_id = ${findingId}`;
    });
    const lines = await this.database.rows<EvidenceLine>(sql`
      ${parts.reduce((all, part) => sql`${all} union all ${part}`)}
      union all
      select link.id, 'silence', '', link.silence, null, link.note, link.since, false, null, link.accepted_by, link.accepted_at
      from finding_evidence link where link.finding_id = ${findingId} and link.silence is not null
      order by since, id`);
    return lines.map((line) => (line.kind === 'figure' && line.words ? inWords(line) : line));
  }

  /** All of it or nothing: an unknown or unread source refuses. What is there already stays as it is. */
  async add(tx: EntityManager, viewer: Viewer, findingId: string, request: AddEvidence): Promise<void> {
    const now = this.clock.now();
    const given: Record<SourceKind, readonly string[]> = {
      feedback: request.feedbackIds,
      argument: request.argumentIds,
      format: request.formatIds,
      service: request.serviceIds,
      measure: request.measureIds,
      figure: request.figureIds,
    };
    for (const [kind, source] of evidenceSources())
      await this.addOf(tx, viewer, findingId, source, given[kind], request.note);
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
    { column, table, fingerprint, usable, visible }: EvidenceSource,
    ids: readonly string[],
    note: string,
  ): Promise<void> {
    if (ids.length === 0) return;
    const sources = await rowsIn<{ id: string; fingerprint: string }>(
      tx,
      sql`select it.id, ${raw(fingerprint)} as fingerprint from ${raw(table)} it
          where it.id = any(${ids}::uuid[]) and ${raw(usable)} and ${visible(viewer)} for share of it`,
    );
    if (sources.length < ids.length) throw problem(findingProblems, 'evidence-unknown');
    await rowsIn(
      tx,
      sql`insert into finding_evidence (id, finding_id, ${raw(column)}, note, fingerprint, feedback_fingerprint, since)
          select fresh.id, ${findingId}::uuid, fresh.source_id, ${note}::text, fresh.fingerprint,
                 ${raw(column === 'feedback_id' ? 'fresh.fingerprint' : 'null')}, ${this.clock.now()}::timestamptz
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
      sql`update finding_evidence link set ${acceptance(viewer, this.clock.now(), fingerprintNow())}
          where link.id = ${evidenceId} and link.finding_id = ${findingId} and link.fingerprint <> ${fingerprintNow()} returning link.id`,
    );
  }
}

/** The facts of a figure as words; an area without a row of its own is named. */
function inWords(line: EvidenceLine): EvidenceLine {
  const end = line.title.lastIndexOf(' · ') + 3;
  return {
    ...line,
    title: line.title.slice(0, end) + nameOfArea(line.title.slice(end)),
    words: figureWords(JSON.parse(line.words) as Figure),
  };
}
