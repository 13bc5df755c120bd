import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { condensingProblems, feedbackLimits } from '@runder-tisch/domain/feedback';
import type { AnswerGroup, CreateGroup } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { RECALL_SECONDS } from '../answers/sender-mails';
import { Answering, type AnswerWords } from '../answers/answering';
import { Releases } from '../answers/releases.service';
import { assertChecked, groupRights } from './condensing-access';
import { FeedbackGroup } from './feedback-group.entity';

export interface GroupAnswered {
  answered: number;
  mailed: number;
  recallUntil: string;
}

/** Baskets: made, named, split and merged by hand. What lies in one stays as it is until it is answered. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly answering: Answering,
    private readonly releases: Releases,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: CreateGroup): Promise<{ id: string }> {
    return this.database.write(viewer, 'feedback-group.create', (tx) => this.make(tx, viewer, request));
  }

  rename(viewer: Viewer, id: string, version: number, name: string): Promise<void> {
    return this.database.write(viewer, 'feedback-group.rename', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      await updateVersioned(tx, FeedbackGroup, id, version, { name });
    });
  }

  add(viewer: Viewer, id: string, feedbackIds: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'feedback-group.add', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      await this.put(tx, viewer, id, feedbackIds);
    });
  }

  takeOut(viewer: Viewer, id: string, feedbackIds: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'feedback-group.take-out', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      await takeOut(tx, id, feedbackIds);
    });
  }

  /** Some leave for a group of their own. */
  split(viewer: Viewer, id: string, request: CreateGroup): Promise<{ id: string }> {
    return this.database.write(viewer, 'feedback-group.split', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      const before = await count(tx, id);
      const left = await takeOut(tx, id, request.feedbackIds);
      if (left === 0 || left === before) throw problem(condensingProblems, 'group-split-all');
      return this.make(tx, viewer, request);
    });
  }

  /** The other group ends with this; what lay in it lies here. */
  merge(viewer: Viewer, id: string, otherId: string): Promise<void> {
    return this.database.write(viewer, 'feedback-group.merge', async (tx) => {
      if (id === otherId) throw problem(condensingProblems, 'group-itself', 'groupId');
      for (const one of [id, otherId].sort()) await forChange(tx, groupRights(viewer), one);
      await rowsIn(
        tx,
        sql`insert into feedback_group_member (group_id, feedback_id, since)
            select ${id}::uuid, feedback_id, since from feedback_group_member where group_id = ${otherId} on conflict do nothing`,
      );
      await tx.delete(FeedbackGroup, { id: otherId });
      await assertRoom(tx, id);
    });
  }

  /** What was proposed does not belong together; it is not proposed again until it has become another one. */
  dismiss(viewer: Viewer, feedbackIds: readonly string[]): Promise<{ id: string }> {
    return this.database.write(viewer, 'feedback-group.dismiss', async (tx) => {
      await assertChecked(tx, viewer, feedbackIds);
      const id = newId();
      await rowsIn(
        tx,
        sql`insert into feedback_group_dismissal (id, feedback_ids, account_id, dismissed_at)
            values (${id}, ${[...feedbackIds]}::uuid[], ${viewer.accountId}::uuid, ${this.clock.now()})`,
      );
      return { id };
    });
  }

  /** It is proposed again. */
  undismiss(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'feedback-group.undismiss', async (tx) => {
      const gone = await rowsIn(tx, sql`delete from feedback_group_dismissal where id = ${id} returning id`);
      if (gone.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  /** The Hinweise stay. */
  dissolve(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'feedback-group.dissolve', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      await tx.delete(FeedbackGroup, { id });
    });
  }

  answer(viewer: Viewer, id: string, request: AnswerGroup): Promise<GroupAnswered> {
    return this.database.write(viewer, 'feedback-group.answer', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      const release = await this.releases.alone(tx, viewer, request.alone);
      const words = { ...wordsOf(request), release };
      const answered = await this.answering.answer(tx, viewer, request.items, words);
      const recallUntil = new Date(this.clock.now().getTime() + RECALL_SECONDS * 1000).toISOString();
      return { answered: answered.ids.length, mailed: answered.sent.size, recallUntil };
    });
  }

  /** The same, to be read and let out by somebody else. */
  draft(viewer: Viewer, id: string, request: AnswerGroup): Promise<void> {
    return this.database.write(viewer, 'feedback-group.draft', async (tx) => {
      await forChange(tx, groupRights(viewer), id);
      await this.releases.draft(tx, viewer, request.items, wordsOf(request));
    });
  }

  private async make(
    tx: EntityManager,
    viewer: Viewer,
    { name, feedbackIds }: CreateGroup,
  ): Promise<{ id: string }> {
    const id = newId();
    const createdAt = this.clock.now();
    await tx.insert(FeedbackGroup, {
      id,
      name,
      enteredByAccountId: viewer.accountId,
      version: 1,
      createdAt,
    });
    await this.put(tx, viewer, id, feedbackIds);
    return { id };
  }

  private async put(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    feedbackIds: readonly string[],
  ): Promise<void> {
    await assertChecked(tx, viewer, feedbackIds);
    await rowsIn(
      tx,
      sql`insert into feedback_group_member (group_id, feedback_id, since)
          select ${id}::uuid, unnest(${[...feedbackIds]}::uuid[]), ${this.clock.now()}::timestamptz on conflict do nothing`,
    );
    await assertRoom(tx, id);
  }
}

function wordsOf({ decision, reason, forwardedTo, answer, notify }: AnswerGroup): AnswerWords {
  const decided = {
    decision: decision === '' ? null : decision,
    reason: reason.trim(),
    forwardedTo: decision === 'OUT_OF_SCOPE' ? forwardedTo.trim() : '',
  };
  return { answer, notify, decided };
}

async function takeOut(tx: EntityManager, id: string, feedbackIds: readonly string[]): Promise<number> {
  const left = await rowsIn(
    tx,
    sql`delete from feedback_group_member where group_id = ${id} and feedback_id = any(${[...feedbackIds]}::uuid[]) returning feedback_id`,
  );
  return left.length;
}

async function count(tx: EntityManager, id: string): Promise<number> {
  const found = await oneIn<{ count: number }>(
    tx,
    sql`select count(*)::int as count from feedback_group_member where group_id = ${id}`,
  );
  return found?.count ?? 0;
}

async function assertRoom(tx: EntityManager, id: string): Promise<void> {
  if ((await count(tx, id)) > feedbackLimits.group) throw problem(condensingProblems, 'group-full');
}
