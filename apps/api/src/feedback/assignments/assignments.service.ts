import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { assignmentProblems } from '@runder-tisch/domain/feedback';
import type { AssigneesView } from '@runder-tisch/domain/feedback';
import type {
  AssigneesQuery,
  AssignFeedback,
} from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { groupRights, keptGroups } from '../condensing/condensing-access';
import { handledFeedback, handledOnly } from '../feedback-access';
import { isAssigned, mayWorkOn, waiting } from './assignments-access';

interface Given {
  feedbackId: string;
  accountId: string;
  due: string;
}

/** Who sees to a Hinweis, and by when. Whatever their number, it is the same few statements. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those who may work on all that is meant; on just any Hinweis, where nothing is named. */
  async assignees(viewer: Viewer, { feedbackId, groupId }: AssigneesQuery): Promise<AssigneesView> {
    const today = berlinDay(this.clock.now());
    const meant = feedbackId
      ? sql`it.id = ${feedbackId}`
      : sql`it.id in (select member.feedback_id from feedback_group_member member
          join feedback_group it on it.id = member.group_id and ${keptGroups(viewer)} where it.id = ${groupId ?? null}::uuid)`;
    const all = sql`not exists (select 1 from feedback it where ${meant} and ${waiting} and ${handledFeedback(viewer)} and not ${mayWorkOn(today)})`;
    const people = await this.database.rows<AssigneesView['people'][number]>(sql`
      select account.id, account.display_name as name
      from account where account.disabled_at is null and account.roles && '{planner,coordinator}' and ${all}
        and (${Boolean(feedbackId ?? groupId)}::boolean or 'planner' = any(account.roles))
      order by account.display_name collate "de-x-icu", account.id`);
    return { people };
  }

  /** Answers with the deed that can be taken back. */
  assign(viewer: Viewer, id: string, request: AssignFeedback): Promise<string> {
    return this.database.write(viewer, 'feedback.assign', async (tx) => {
      await forChange(tx, handledOnly(viewer), id);
      return (await this.put(tx, viewer, sql`it.id = ${id}`, request)).deedId;
    });
  }

  /** All of a group that are still open. */
  assignGroup(
    viewer: Viewer,
    id: string,
    request: AssignFeedback,
  ): Promise<{ assigned: number; deedId: string }> {
    return this.database.write(viewer, 'feedback-group.assign', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      const members = sql`it.id in (select feedback_id from feedback_group_member where group_id = ${id})`;
      return this.put(tx, viewer, members, request);
    });
  }

  end(viewer: Viewer, id: string): Promise<string> {
    return this.database.write(viewer, 'feedback.unassign', async (tx) => {
      await forChange(tx, handledOnly(viewer), id);
      const deedId = newId();
      await this.endAll(tx, [id], deedId);
      return deedId;
    });
  }

  /** What was assigned or ended by one deed stands as before, unless somebody has gone on since. */
  undo(viewer: Viewer, deedId: string): Promise<void> {
    return this.database.write(viewer, 'feedback.unassign', async (tx) => {
      const touched = await rowsIn<{ id: string }>(
        tx,
        sql`select it.id from feedback it where ${handledFeedback(viewer)} and it.id in (
              select feedback_id from feedback_assignment where deed_id = ${deedId}::uuid or ended_by_deed_id = ${deedId}::uuid)
            order by it.id for update`,
      );
      if (touched.length === 0) throw problem(generalProblems, 'not-found');
      const ids = touched.map(({ id }) => id);
      await rowsIn(
        tx,
        sql`delete from feedback_assignment where deed_id = ${deedId}::uuid and ended_at is null and feedback_id = any(${ids}::uuid[])`,
      );
      const left = await rowsIn(
        tx,
        sql`select 1 from feedback_assignment where feedback_id = any(${ids}::uuid[]) and (deed_id = ${deedId}::uuid or ended_at is null) limit 1`,
      );
      if (left.length > 0) throw problem(assignmentProblems, 'assignment-moved-on');
      await rowsIn(
        tx,
        sql`update feedback_assignment set ended_at = null, ended_by_deed_id = null
            where ended_by_deed_id = ${deedId}::uuid and feedback_id = any(${ids}::uuid[])`,
      );
    });
  }

  /** Those of these to whom nobody sees go to whoever answers for their Handlungsfeld, if that one may work on them. */
  async byRule(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const today = berlinDay(this.clock.now());
    const given = await rowsIn<Given>(
      tx,
      sql`select it.id as "feedbackId", account.id as "accountId", (${today}::date + responsible.days)::text as due
          from feedback it join feedback_responsibility responsible on responsible.field_id = it.primary_field_id
            join account on account.id = responsible.account_id and ${mayWorkOn(today)}
          where it.id = any(${[...ids]}::uuid[]) and ${waiting} and not ${isAssigned(today)}`,
    );
    if (given.length > 0) await this.replace(tx, given, '');
  }

  private async put(
    tx: EntityManager,
    viewer: Viewer,
    meant: Sql,
    { accountId, due }: AssignFeedback,
  ): Promise<{ assigned: number; deedId: string }> {
    const today = berlinDay(this.clock.now());
    if (due < today) throw problem(assignmentProblems, 'assignment-past', 'due');
    const found = await rowsIn<{ id: string; may: boolean }>(
      tx,
      sql`select it.id, exists (select 1 from account where account.id = ${accountId} and ${mayWorkOn(today)}) as may
          from feedback it where ${meant} and ${waiting} and ${handledFeedback(viewer)} order by it.id for update of it`,
    );
    if (found.length === 0) throw problem(assignmentProblems, 'assignment-nothing-open');
    if (found.some(({ may }) => !may)) throw problem(assignmentProblems, 'assignee-may-not', 'accountId');
    const given = found.map(({ id }) => ({ feedbackId: id, accountId, due }));
    return { assigned: found.length, deedId: await this.replace(tx, given, viewer.displayName) };
  }

  private async replace(tx: EntityManager, given: readonly Given[], by: string): Promise<string> {
    const deedId = newId();
    await this.endAll(
      tx,
      given.map(({ feedbackId }) => feedbackId),
      deedId,
    );
    const rows = given.map((row) => ({ id: newId(), ...row }));
    await rowsIn(
      tx,
      sql`insert into feedback_assignment (id, feedback_id, account_id, assignee, due, assigned_by, deed_id, since)
          select given.id, given."feedbackId", account.id, account.display_name, given.due, ${by}, ${deedId}::uuid, ${this.clock.now()}::timestamptz
          from json_to_recordset(${JSON.stringify(rows)}::json) as given(id uuid, "feedbackId" uuid, "accountId" uuid, due date)
            join account on account.id = given."accountId"`,
    );
    return deedId;
  }

  private async endAll(tx: EntityManager, ids: readonly string[], deedId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`update feedback_assignment set ended_at = ${this.clock.now()}::timestamptz, ended_by_deed_id = ${deedId}::uuid
          where feedback_id = any(${[...ids]}::uuid[]) and ended_at is null`,
    );
  }
}

/** What came with its first Handlungsfeld goes with it. */
export async function forgetRule(tx: EntityManager, feedbackId: string): Promise<void> {
  await rowsIn(
    tx,
    sql`delete from feedback_assignment where feedback_id = ${feedbackId} and ended_at is null and assigned_by = ''`,
  );
}
