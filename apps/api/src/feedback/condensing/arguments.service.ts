import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type ArgumentListItem,
  type ArgumentView,
  type CarryingFeedbackView,
  condensingProblems,
  feedbackProblems,
} from '@runder-tisch/domain/feedback';
import type {
  ArgumentQuery,
  CreateArgument,
  SaveArgument,
} from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { byId, listPage } from '../../database/list-page';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { contains } from '../../database/words';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { handledFeedback } from '../feedback-access';
import { Argument } from './argument.entity';
import { argumentRights, assertChecked, changeableArguments, visibleArguments } from './condensing-access';
import { nextPlanningNumber } from '../../database/planning-numbers';

const columns = sql`it.id, it.number, it.title, it.created_at as "createdAt",
  (select json_build_object('id', field_of_action.id, 'name', field_of_action.name)
   from field_of_action where field_of_action.id = it.field_id) as field,
  (select count(*)::int from argument_feedback carrying join feedback it_said
     on it_said.id = carrying.feedback_id or it_said.counted_with_id = carrying.feedback_id
   where carrying.argument_id = it.id) as carried`;

/** The catalogue: an argument stands once, the Hinweise that carry it stay as they are. */
@Injectable()
export class ArgumentsService {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: ArgumentQuery): Promise<Page<ArgumentListItem>> {
    return listPage(this.database, query, {
      from: raw('argument'),
      where: [visibleArguments(viewer), ...filters(query)],
      order: [{ by: sql`it.created_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns,
    });
  }

  find(viewer: Viewer, id: string): Promise<ArgumentView> {
    return this.database.found<ArgumentView>(sql`
      select ${columns}, it.version, it.summary, ${changeableArguments(viewer)} as "mayChange"
      from argument it where it.id = ${id} and ${visibleArguments(viewer)}`);
  }

  /** The Hinweise behind it that this viewer works on, the newest first; never who gave them. */
  async carrying(viewer: Viewer, id: string, query: PageQuery): Promise<Page<CarryingFeedbackView>> {
    await this.database.found(
      sql`select it.id from argument it where it.id = ${id} and ${visibleArguments(viewer)}`,
    );
    return listPage(this.database, query, {
      from: sql`(select it.id, it.number, it.state, it.triaged_text, it.received_at, carrying.individual
        from argument_feedback carrying join feedback it on it.id = carrying.feedback_id
        where carrying.argument_id = ${id} and ${handledFeedback(viewer)})`,
      where: [],
      order: [{ by: sql`it.received_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, it.number, it.state, it.triaged_text as text, it.received_at as "receivedAt", it.individual,
        (select count(*)::int from feedback other where other.counted_with_id = it.id) as counted`,
    });
  }

  create(viewer: Viewer, { feedbackIds, ...words }: CreateArgument): Promise<{ id: string }> {
    return this.database.write(viewer, 'argument.create', async (tx) => {
      await this.assertUsable(tx, words.fieldId);
      const id = newId();
      const createdAt = this.clock.now();
      const number = await nextPlanningNumber(tx, 'A', createdAt);
      const enteredByAccountId = viewer.accountId;
      await tx.insert(Argument, { ...words, id, number, enteredByAccountId, version: 1, createdAt });
      await this.addTo(tx, viewer, id, feedbackIds);
      await this.search.refresh(tx, 'argument', [id]);
      return { id };
    });
  }

  change(viewer: Viewer, id: string, version: number, request: SaveArgument): Promise<void> {
    return this.database.write(viewer, 'argument.change', async (tx) => {
      const { fieldId } = await this.toChange(tx, viewer, id);
      if (request.fieldId !== fieldId) await this.assertUsable(tx, request.fieldId);
      await updateVersioned(tx, Argument, id, version, { ...request });
      await this.search.refresh(tx, 'argument', [id]);
    });
  }

  /** Adding one twice changes nothing. */
  add(viewer: Viewer, id: string, feedbackIds: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'argument.add', async (tx) => {
      await this.toChange(tx, viewer, id);
      await this.addTo(tx, viewer, id, feedbackIds);
    });
  }

  individual(viewer: Viewer, id: string, feedbackId: string, individual: string): Promise<void> {
    return this.database.write(viewer, 'argument.individual', async (tx) => {
      await this.toChange(tx, viewer, id);
      const saved = await rowsIn(
        tx,
        sql`update argument_feedback set individual = ${individual.trim()}
            where argument_id = ${id} and feedback_id = ${feedbackId} returning feedback_id`,
      );
      if (saved.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  takeOut(viewer: Viewer, id: string, feedbackId: string): Promise<void> {
    return this.database.write(viewer, 'argument.take-out', async (tx) => {
      await this.toChange(tx, viewer, id);
      await rowsIn(
        tx,
        sql`delete from argument_feedback where argument_id = ${id} and feedback_id = ${feedbackId}`,
      );
    });
  }

  /** The Hinweise stay; an argument a finding rests on stays too. */
  remove(viewer: Viewer, id: string): Promise<void> {
    const used = { finding_evidence_argument_id_fkey: ['argument-in-use', ''] } as const;
    return onConflict(condensingProblems, used, () =>
      this.database.write(viewer, 'argument.delete', async (tx) => {
        await this.toChange(tx, viewer, id);
        await tx.delete(Argument, { id });
        await this.search.refresh(tx, 'argument', [id]);
      }),
    );
  }

  private async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Argument> {
    await forChange(tx, argumentRights(viewer), id);
    return tx.findOneByOrFail(Argument, { id });
  }

  private async addTo(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    feedbackIds: readonly string[],
  ): Promise<void> {
    if (feedbackIds.length === 0) return;
    await assertChecked(tx, viewer, feedbackIds);
    await rowsIn(
      tx,
      sql`insert into argument_feedback (argument_id, feedback_id, since)
          select ${id}::uuid, unnest(${[...feedbackIds]}::uuid[]), ${this.clock.now()}::timestamptz on conflict do nothing`,
    );
  }

  private async assertUsable(tx: EntityManager, fieldId: string): Promise<void> {
    const usable = await oneIn(tx, sql`select 1 from field_of_action where id = ${fieldId} and active`);
    if (!usable) throw problem(feedbackProblems, 'feedback-field-inactive', 'fieldId');
  }
}

function filters(query: ArgumentQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search)
    conditions.push(contains(sql`it.number || ' ' || it.title || ' ' || it.summary`, query.search));
  if (query.fieldId) conditions.push(sql`it.field_id = ${query.fieldId}`);
  return conditions;
}
