import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import { feedbackProblems, makeMove, type MoveValues } from '@runder-tisch/domain/feedback';
import type { AnsweredToo } from '@runder-tisch/domain/feedback/feedback-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { handledFeedback } from '../feedback-access';
import { type FurtherField, furtherFieldsOf, type NewStep, recordSteps } from '../feedback-steps';
import { factsOf } from '../stored-facts';
import { forgetDrafts } from './drafts';
import { SenderMails } from './sender-mails';
import { keepTextBlocks } from './text-block-uses';

/** Nobody had to. */
export const notReleased: Release = { draftedBy: '', releasedBy: '', releasedAlone: false };

export interface AnswerSent {
  address: string;
  recallUntil: string;
}

export type Decided = Pick<MoveValues, 'decision' | 'reason' | 'forwardedTo'>;

/** Who let an answer out where a second person has to read it. */
export interface Release {
  draftedBy: string;
  releasedBy: string;
  releasedAlone: boolean;
}

export interface AnswerWords {
  answer: string;
  notify: boolean;
  /** For those nobody has decided on; null where they take over the decision on the first. */
  decided: Decided | null;
}

interface Prepared {
  answered: Feedback[];
  steps: NewStep[];
  /** Counted with them and not ready to be answered along. */
  unready: Feedback[];
}

export interface Answered {
  /** All that were answered, what is counted with them included. */
  ids: string[];
  /** To whom a letter goes, by the id of the Hinweis. */
  sent: Map<string, AnswerSent>;
}

/**
 * One answer to one Hinweis or to many, each sender with a letter of their own: the same few statements, whatever
 * their number.
 */
@Injectable()
export class Answering {
  constructor(
    private readonly mails: SenderMails,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  async answer(
    tx: EntityManager,
    viewer: Viewer,
    given: readonly AnsweredToo[],
    words: AnswerWords & { release: Release | null },
  ): Promise<Answered> {
    const { steps, unready, ...prepared } = await this.prepared(tx, viewer, given, words);
    const { release } = words;
    const answered = prepared.answered.map((item) => ({ ...item, ...(release ?? notReleased) }));
    await countApart(tx, unready);
    const senders = words.notify ? await this.mails.sendersOf(tx, answered) : new Map<string, never>();
    const letters = answered.flatMap((item) => {
      const sender = senders.get(item.id);
      return sender ? [{ item, sender }] : [];
    });
    const { batchIds, until } = await this.mails.answer(tx, viewer, letters);
    for (const step of steps) if (step.move === 'answer') step.mailBatchId = batchIds.get(step.item.id);
    await recordSteps(tx, viewer, this.clock.now(), steps);
    await this.save(tx, answered, steps);
    const ids = answered.map(({ id }) => id);
    await forgetDrafts(tx, ids);
    await keepTextBlocks(tx, answered);
    await this.search.refresh(tx, 'feedback', ids);
    const recallUntil = until.toISOString();
    return {
      ids,
      sent: new Map(letters.map(({ item, sender }) => [item.id, { address: sender.shown, recallUntil }])),
    };
  }

  /** As they would stand answered, or the refusal; nothing is written. */
  async prepared(
    tx: EntityManager,
    viewer: Viewer,
    given: readonly AnsweredToo[],
    { answer, decided }: AnswerWords,
  ): Promise<Prepared> {
    const { items, unready } = await this.locked(tx, viewer, given);
    const now = this.clock.now();
    const by = { decidedAt: now, decidedBy: viewer.displayName };
    const further = await furtherFieldsOf(
      tx,
      items.map(({ id }) => id),
    );
    const first = decided ?? items[0];
    if (!first) return { answered: [], steps: [], unready };
    const answerGroupId = items.length > 1 ? newId() : null;
    const steps: NewStep[] = [];
    const answered = items.map((item, index): Feedback => {
      const own = further.get(item.id) ?? [];
      const takesOver = item.state === 'LINKED' && (decided !== null || index > 0);
      const ready = takesOver ? { ...moved('decide', item, own, first), ...by } : item;
      if (ready.decision !== first.decision || ready.forwardedTo !== first.forwardedTo)
        throw problem(feedbackProblems, 'feedback-answers-differ', 'also');
      if (takesOver) steps.push({ item, further: own, move: 'decide' });
      steps.push({ item: ready, further: own, move: 'answer' });
      return { ...moved('answer', ready, own, { answer: answer.trim() }), answeredAt: now, answerGroupId };
    });
    return { answered, steps, unready };
  }

  /**
   * Those that were given, in their order, then what is counted with them. What of the latter cannot be answered yet
   * is to count with nobody any more, so that it waits in the inbox again. All are locked in one order, so that two who
   * answer the same ones wait for each other.
   */
  private async locked(
    tx: EntityManager,
    viewer: Viewer,
    given: readonly AnsweredToo[],
  ): Promise<{ items: Feedback[]; unready: Feedback[] }> {
    const wanted = given.map(({ id }) => id);
    const locked = await rowsIn<{ id: string }>(
      tx,
      sql`select it.id from feedback it where (it.id = any(${wanted}::uuid[]) or it.counted_with_id = any(${wanted}::uuid[]))
            and ${handledFeedback(viewer)} order by it.id for update`,
    );
    const found = await tx.findBy(Feedback, { id: In(locked.map(({ id }) => id)) });
    const byId = new Map(found.map((item) => [item.id, item]));
    const items = given.map(({ id, version }) => {
      const item = byId.get(id);
      byId.delete(id);
      if (!item) throw problem(generalProblems, 'not-found');
      if (item.version !== version) throw problem(generalProblems, 'stale-version');
      return item;
    });
    const along = [...byId.values()];
    const ready = along.filter(({ state }) => state === 'LINKED' || state === 'DECIDED');
    const unready = along.filter(({ state }) => state === 'SUBMITTED' || state === 'TRIAGED');
    return { items: [...items, ...ready], unready };
  }

  private async save(
    tx: EntityManager,
    answered: readonly Feedback[],
    steps: readonly NewStep[],
  ): Promise<void> {
    const rows = answered.map((item) => ({
      id: item.id,
      state: item.state,
      decision: item.decision,
      reason: item.reason,
      forwardedTo: item.forwardedTo,
      decidedAt: item.decidedAt,
      decidedBy: item.decidedBy,
      answer: item.answer,
      answeredAt: item.answeredAt,
      answerGroupId: item.answerGroupId,
      draftedBy: item.draftedBy,
      releasedBy: item.releasedBy,
      releasedAlone: item.releasedAlone,
      steps: steps.filter((step) => step.item.id === item.id).length,
    }));
    await rowsIn(
      tx,
      sql`update feedback set state = given.state, decision = given.decision, reason = given.reason, forwarded_to = given."forwardedTo",
            decided_at = given."decidedAt", decided_by = given."decidedBy", answer = given.answer, answered_at = given."answeredAt",
            answer_group_id = given."answerGroupId", drafted_by = given."draftedBy", released_by = given."releasedBy",
            released_alone = given."releasedAlone", version = version + given.steps
          from json_to_recordset(${JSON.stringify(rows)}::json)
            as given(id uuid, state text, decision text, reason text, "forwardedTo" text, "decidedAt" timestamptz, "decidedBy" text,
                     answer text, "answeredAt" timestamptz, "answerGroupId" uuid, "draftedBy" text, "releasedBy" text, "releasedAlone" boolean, steps integer)
          where feedback.id = given.id`,
    );
  }
}

/** They wait in the inbox again, by themselves. */
async function countApart(tx: EntityManager, items: readonly Feedback[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  await rowsIn(
    tx,
    sql`update feedback set counted_with_id = null, version = version + 1 where id = any(${ids}::uuid[])`,
  );
}

/** The Hinweis after a move, or the refusal of the table. */
function moved(
  move: 'decide' | 'answer',
  item: Feedback,
  further: readonly FurtherField[],
  values: Partial<MoveValues>,
): Feedback {
  const { decision, reason, forwardedTo, answer } = values;
  const given = move === 'decide' ? { decision, reason, forwardedTo } : { answer };
  const { facts, refusal } = makeMove(move, factsOf(item, further), given);
  if (refusal) throw refused(feedbackProblems, refusal);
  const { furtherFieldIds: _ids, flagged: _flagged, ...stored } = facts;
  return { ...item, ...stored };
}
