import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type EntityManager, Not } from 'typeorm';
import { mayWith } from '@runder-tisch/domain/accounts';
import { type FeedbackMove, feedbackProblems, type FeedbackState } from '@runder-tisch/domain/feedback';
import { outboxProblems } from '@runder-tisch/domain/outbox';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Database, updateVersioned } from '../../database/database';
import { oneIn } from '../../database/rows';
import { Outbox } from '../../outbox/outbox';
import { problem, ProblemException } from '../../problem/problem';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { type FeedbackStep, forgetStep, lastStep, replaceFurtherFields } from '../feedback-steps';
import { OriginalTexts } from '../original-texts';
import { learnLink } from '../suggestions/suggestion-learning';
import { SuggestionsService } from '../suggestions/suggestions.service';
import { notReleased } from '../answers/answering';
import { forgetTextBlocks } from '../answers/text-block-uses';
import { forgetRule } from '../assignments/assignments.service';
import { handledItem } from './handled-item';

const decidingMoves: readonly FeedbackMove[] = ['link', 'unlink', 'decide', 'answer', 'archive'];

/** Takes back what was done with a Hinweis, one step at a time. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly outbox: Outbox,
    private readonly suggestions: SuggestionsService,
    private readonly search: Search,
  ) {}

  /**
   * Takes the last step back, with everything it changed; an answer only until its mail leaves, and for all that
   * got it together.
   */
  undo(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'feedback.undo', async (tx) => {
      const item = await handledItem(tx, viewer, id, version);
      const step = await lastStep(tx, id);
      if (!step) throw problem(feedbackProblems, 'feedback-nothing-to-undo');
      if (decidingMoves.includes(step.move) && !mayWith(viewer.roles, 'feedback:decide'))
        throw problem(generalProblems, 'forbidden');
      await this.takeBack(tx, item, step);
      if (step.move !== 'answer' || !item.answerGroupId) return;
      // One that was filed since stays as it is.
      const others = { answerGroupId: item.answerGroupId, id: Not(id), state: 'ANSWERED' as const };
      for (const other of await tx.findBy(Feedback, others)) {
        const answered = await lastStep(tx, other.id);
        if (answered?.move === 'answer') await this.takeBack(tx, other, answered);
      }
    });
  }

  /** Answers that stood in a letter which is taken back, with everything that followed them. */
  async takeAnswersBack(tx: EntityManager, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      for (let step = await lastStep(tx, id); step; step = await lastStep(tx, id)) {
        await this.takeBack(tx, await tx.findOneByOrFail(Feedback, { id }), step);
        if (step.move === 'answer') break;
      }
    }
  }

  private async takeBack(tx: EntityManager, item: Feedback, step: FeedbackStep): Promise<void> {
    const { id, version } = item;
    if (step.move === 'answer') {
      await this.takeAnswerBack(tx, step, item);
      await forgetTextBlocks(tx, id);
    }
    if (isUnchecked(step.fromState) && !(await this.originals.read(tx, item.id)))
      throw problem(feedbackProblems, 'feedback-nothing-to-undo');
    const { further, primarySince, decidedAt, answeredAt, ...before } = step.before;
    await updateVersioned(tx, Feedback, id, version, {
      ...before,
      primarySince: dateOrNull(primarySince),
      decidedAt: dateOrNull(decidedAt),
      answeredAt: dateOrNull(answeredAt),
      state: step.fromState,
      ...(step.move === 'answer'
        ? { publicAnswer: '', publicSince: null, answerGroupId: null, ...notReleased }
        : {}),
      ...(isUnchecked(step.fromState) ? { triagedText: null } : {}),
    });
    await learnLink(tx, item, {
      primaryFieldId: before.primaryFieldId,
      triagedText: isUnchecked(step.fromState) ? null : item.triagedText,
    });
    if (step.move === 'link') await this.suggestions.forget(tx, id);
    if (step.move === 'link' && before.primaryFieldId === null) await forgetRule(tx, id);
    await replaceFurtherFields(tx, id, further);
    await forgetStep(tx, id, step.position);
    await this.search.refresh(tx, 'feedback', [id]);
  }

  private async takeAnswerBack(tx: EntityManager, step: FeedbackStep, item: Feedback): Promise<void> {
    const told = await oneIn(
      tx,
      sql`select 1 from return_message_item where feedback_id = ${item.id} and answered`,
    );
    if (told) throw problem(feedbackProblems, 'feedback-already-answered');
    if (!step.mailBatchId) return;
    try {
      await this.outbox.recall(tx, step.mailBatchId);
    } catch (error) {
      if (error instanceof ProblemException && error.code in outboxProblems)
        throw problem(feedbackProblems, 'feedback-already-answered');
      throw error;
    }
  }
}

function isUnchecked(state: FeedbackState): boolean {
  return state === 'SUBMITTED' || state === 'SESSION';
}

function dateOrNull(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
