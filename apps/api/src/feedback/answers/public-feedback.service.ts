import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { feedbackProblems, findPersonalData, type PublicFeedback } from '@runder-tisch/domain/feedback';
import type { PublishFeedback } from '@runder-tisch/domain/feedback/voice-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { page, readCursor } from '../../database/keyset';
import { oneIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Feedback } from '../feedback.entity';
import { handledFeedback } from '../feedback-access';

const ON_A_PAGE = 20;

/** The columns of `PublicFeedback` over the alias `it`, for everybody; more conditions and an order may follow. */
export const publishedFeedback = sql`
  select it.id, it.triaged_text as text, field_of_action.name as field, it.decision, it.forwarded_to as "forwardedTo",
         it.public_answer as answer, (select count(*)::int from feedback other
           where other.answer_group_id = it.answer_group_id and other.id <> it.id) as further, it.public_since::text as since
  from feedback it left join field_of_action on field_of_action.id = it.primary_field_id
  where it.public_since is not null`;

/** "Was daraus wurde": answered Hinweise a planner chose to show to everybody. */
@Injectable()
export class PublicFeedbackService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async publish(viewer: Viewer, id: string, version: number, request: PublishFeedback): Promise<void> {
    const answer = request.answer.trim();
    if (findPersonalData(answer).length > 0)
      throw problem(feedbackProblems, 'feedback-public-names', 'answer');
    const once = { feedback_group_public_once: ['feedback-public-already', 'answer'] } as const;
    await onConflict(feedbackProblems, once, () =>
      this.database.write(viewer, 'feedback.publish', async (tx) => {
        const state = await this.stateOf(tx, viewer, id);
        if (state !== 'ANSWERED' && state !== 'ARCHIVED')
          throw problem(feedbackProblems, 'feedback-not-answered');
        await updateVersioned(tx, Feedback, id, version, {
          publicAnswer: answer,
          publicSince: berlinDay(this.clock.now()),
        });
      }),
    );
  }

  async unpublish(viewer: Viewer, id: string, version: number): Promise<void> {
    await this.database.write(viewer, 'feedback.unpublish', async (tx) => {
      await this.stateOf(tx, viewer, id);
      await updateVersioned(tx, Feedback, id, version, { publicAnswer: '', publicSince: null });
    });
  }

  /** The newest first; `after` is what the answer before named. */
  async list(after: string | undefined): Promise<{ items: PublicFeedback[]; next: string | null }> {
    const cursor = readCursor(after, 2);
    const behind = cursor
      ? sql`and (it.public_since, it.id) < (${cursor[0]}::date, ${cursor[1]}::uuid)`
      : empty;
    const rows = await this.database.rows<PublicFeedback>(
      sql`${publishedFeedback} ${behind} order by it.public_since desc, it.id desc limit ${ON_A_PAGE + 1}`,
    );
    const shown = page(
      rows.map((row) => ({ ...row, total: 0 })),
      ON_A_PAGE,
      (row) => [row.since, row.id],
      ({ total: _total, ...item }) => item,
    );
    return { items: shown.items, next: shown.next };
  }

  private async stateOf(tx: EntityManager, viewer: Viewer, id: string): Promise<string> {
    const found = await oneIn<{ state: string }>(
      tx,
      sql`select it.state from feedback it where it.id = ${id} and ${handledFeedback(viewer)} for update`,
    );
    if (!found) throw problem(generalProblems, 'not-found');
    return found.state;
  }
}
