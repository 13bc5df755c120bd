import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DataConceptState,
  type DataConceptView,
  dataConceptMoves,
  indicatorProblems,
} from '@runder-tisch/domain/indicators';
import type { SaveDataConcept } from '@runder-tisch/domain/indicators/indicators-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { forChange } from '../database/for-change';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { DataConcept } from './data-concept.entity';
import { changeableIndicators } from './indicators-access';

/** Which versions (alias `it`) a viewer reads: planners drafts as well. */
function visible(viewer: Viewer): Sql {
  return sql`(it.state <> 'DRAFT' or ${changeableIndicators(viewer)})`;
}

/** The Datenkonzept in its versions: what is observed, why, from where and how often. */
@Injectable()
export class DataConcepts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(viewer: Viewer): Promise<Page<DataConceptView>> {
    const rows = await this.database.rows<Omit<DataConceptView, 'moves'>>(select(viewer, empty));
    return wholeList(rows.map(withMoves));
  }

  async find(viewer: Viewer, id: string): Promise<DataConceptView> {
    return withMoves(await this.database.found(select(viewer, sql`and it.id = ${id}`)));
  }

  create(viewer: Viewer, request: SaveDataConcept): Promise<{ id: string }> {
    return onConflict(indicatorProblems, { data_concept_draft: ['data-concept-draft-exists', 'title'] }, () =>
      this.database.write(viewer, 'data-concept.create', async (tx) => {
        const id = newId();
        const newest = await oneIn<{ number: number | null }>(
          tx,
          sql`select max(number) as number from data_concept`,
        );
        await tx.insert(DataConcept, {
          ...request,
          id,
          number: (newest?.number ?? 0) + 1,
          state: 'DRAFT',
          changedBy: viewer.displayName,
          version: 1,
          createdAt: this.clock.now(),
        });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveDataConcept): Promise<void> {
    return this.database.write(viewer, 'data-concept.change', async (tx) => {
      const { state } = await forChange<{ state: DataConceptState }>(tx, rights(viewer), id, sql`it.state`);
      if (state !== 'DRAFT') throw problem(indicatorProblems, 'data-concept-not-draft');
      const changedBy = viewer.displayName;
      await updateVersioned(tx, DataConcept, id, version, { ...request, changedBy });
    });
  }

  /**
   * A new cycle goes on with the draft of the next version, and begins one from the version in force where there is
   * none. Null where nothing was written yet.
   */
  async beginNext(
    tx: EntityManager,
    viewer: Viewer,
  ): Promise<{ inForceId: string | null; nextId: string | null }> {
    const found = await rowsIn<{ id: string; state: DataConceptState; number: number }>(
      tx,
      sql`select id, state, number from data_concept where state <> 'SUPERSEDED' order by number desc for update`,
    );
    const inForceId = found.find(({ state }) => state === 'IN_FORCE')?.id ?? null;
    const draft = found.find(({ state }) => state === 'DRAFT');
    if (draft || !inForceId) return { inForceId, nextId: draft?.id ?? null };
    const nextId = newId();
    await rowsIn(
      tx,
      sql`insert into data_concept (id, number, state, title, observed, purpose, origin, rhythm, valid_from, changed_by, created_at)
          select ${nextId}::uuid, number + 1, 'DRAFT', title, observed, purpose, origin, rhythm, null, ${viewer.displayName}, ${this.clock.now()}
          from data_concept where id = ${inForceId}`,
    );
    return { inForceId, nextId };
  }

  /** Supersedes the version before, and keeps which definitions belong to this one. */
  enforce(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'data-concept.enforce', async (tx) => {
      const concept = await forChange<Facts>(tx, rights(viewer), id, facts);
      const { to, refusal } = dataConceptMoves.next(concept.state, 'enforce');
      if (refusal) throw refused(indicatorProblems, refusal);
      if (!concept.whole) throw problem(indicatorProblems, 'data-concept-incomplete');
      await rowsIn(
        tx,
        sql`update data_concept set state = 'SUPERSEDED', version = version + 1 where state = 'IN_FORCE'`,
      );
      await updateVersioned(tx, DataConcept, id, version, { state: to });
      await rowsIn(
        tx,
        sql`insert into data_concept_indicator (concept_id, version_id)
            select ${id}::uuid, known.id from indicator it join indicator_version known on known.id = it.current_version_id
            where it.active and known.state = 'PUBLISHED'`,
      );
    });
  }
}

interface Facts {
  state: DataConceptState;
  whole: boolean;
}

const facts = sql`it.state, trim(it.observed) <> '' and trim(it.purpose) <> '' and trim(it.origin) <> '' and trim(it.rhythm) <> ''
  and it.valid_from is not null as whole`;

function rights(viewer: Viewer) {
  return { table: 'data_concept', visible: visible(viewer), may: changeableIndicators(viewer) };
}

function select(viewer: Viewer, filter: Sql): Sql {
  return sql`
    select it.id, it.version, it.number, it.state, it.title, it.observed, it.purpose, it.origin, it.rhythm, it.valid_from::text as "validFrom",
           it.changed_by as "changedBy", it.created_at as "createdAt", ${changeableIndicators(viewer)} as "mayChange",
           (select count(*)::int from data_concept_indicator part where part.concept_id = it.id) as indicators
    from data_concept it where ${visible(viewer)} ${filter} order by it.number desc`;
}

function withMoves(row: Omit<DataConceptView, 'moves'>): DataConceptView {
  return {
    ...row,
    moves: row.mayChange ? dataConceptMoves.open(row.state).filter((it) => it === 'enforce') : [],
  };
}
