import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type FeedbackMove,
  feedbackProblems,
  type LinkOrigin,
  makeMove,
  type MoveValues,
  redact,
  spansFit,
} from '@runder-tisch/domain/feedback';
import type {
  AnswerFeedback,
  DecideFeedback,
  LinkFeedback,
  RejectFeedback,
  TriageFeedback,
} from '@runder-tisch/domain/feedback/feedback-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { type FurtherField, furtherFields, recordStep, replaceFurtherFields } from '../feedback-steps';
import { OriginalTexts } from '../original-texts';
import { learnLink } from '../suggestions/suggestion-learning';
import { SuggestionsService } from '../suggestions/suggestions.service';
import { SenderMails } from '../answers/sender-mails';
import { factsOf } from '../stored-facts';
import { alike } from './alike';
import { handledItem } from './handled-item';

export interface AnswerSent {
  address: string;
  recallUntil: string;
}

type MoveWork = Partial<Feedback> & { further?: FurtherField[]; mailBatchId?: string; sent?: AnswerSent };
type Work = (tx: EntityManager, item: Feedback, further: readonly FurtherField[]) => Promise<MoveWork>;

/** What is done with a Hinweis: each step a verb, each checked by the table of moves, the last one can be undone. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly mails: SenderMails,
    private readonly suggestions: SuggestionsService,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** Confirms the text as it stands or puts `[entfernt]` in the place of what was marked. */
  async triage(viewer: Viewer, id: string, version: number, request: TriageFeedback): Promise<void> {
    await this.move(viewer, id, version, 'triage', {}, async (tx, item) => {
      const text = await this.originalText(tx, item);
      if (!spansFit(text, request.remove))
        throw problem(feedbackProblems, 'feedback-span-outside', [{ path: 'remove', code: 'outside' }]);
      return { triagedText: redact(text, request.remove) };
    });
  }

  /** An unflagged text is checked by being linked; fields that stay keep who put them there, and when. */
  async link(viewer: Viewer, id: string, version: number, request: LinkFeedback): Promise<void> {
    const { primaryFieldId, furtherFieldIds, origin } = request;
    await this.move(
      viewer,
      id,
      version,
      'link',
      { primaryFieldId, furtherFieldIds },
      async (tx, item, further) => {
        await this.assertUsable(
          tx,
          [primaryFieldId, ...furtherFieldIds],
          [item.primaryFieldId, ...further.map((field) => field.fieldId)],
        );
        const since = this.clock.now();
        const known = new Map(further.map((field) => [field.fieldId, field]));
        if (item.primaryFieldId)
          known.set(item.primaryFieldId, {
            fieldId: item.primaryFieldId,
            origin: item.primaryOrigin ?? 'HUMAN',
            since: (item.primarySince ?? since).toISOString(),
          });
        const keptOrNew = (fieldId: string, by: LinkOrigin): FurtherField =>
          known.get(fieldId) ?? { fieldId, origin: by, since: since.toISOString() };
        const text = item.triagedText ?? (await this.originalText(tx, item));
        const chosen =
          item.primaryFieldId === primaryFieldId
            ? origin
            : await this.suggestions.record(tx, id, text, primaryFieldId, origin);
        const primary = keptOrNew(primaryFieldId, chosen);
        return {
          primaryOrigin: primary.origin,
          primarySince: new Date(primary.since),
          triagedText: text,
          further: furtherFieldIds.map((fieldId) => keptOrNew(fieldId, 'HUMAN')),
        };
      },
    );
  }

  async decide(viewer: Viewer, id: string, version: number, request: DecideFeedback): Promise<void> {
    const values = {
      decision: request.decision === '' ? null : request.decision,
      reason: request.reason.trim(),
      forwardedTo: request.decision === 'OUT_OF_SCOPE' ? request.forwardedTo.trim() : '',
    };
    await this.move(viewer, id, version, 'decide', values, this.decidedBy(viewer));
  }

  /**
   * The answer goes to the sender where an address is known; for a minute it can be taken back. Others that get it
   * too take over the decision where there is none yet.
   */
  answer(viewer: Viewer, id: string, version: number, request: AnswerFeedback): Promise<AnswerSent | null> {
    const answer = request.answer.trim();
    const answerGroupId = request.also.length > 0 ? newId() : null;
    const answeredAt = this.clock.now();
    const decided = this.decidedBy(viewer);
    const work = async (tx: EntityManager, item: Feedback): Promise<MoveWork> => {
      const sender = request.notify ? await this.mails.senderOf(tx, item) : null;
      if (!sender) return { answeredAt, answerGroupId };
      const answered: Feedback = { ...item, state: 'ANSWERED', answer, answeredAt };
      const { batchId, until } = await this.mails.answer(tx, viewer, answered, sender);
      return {
        answeredAt,
        answerGroupId,
        mailBatchId: batchId,
        sent: { address: sender.shown, recallUntil: until.toISOString() },
      };
    };
    return this.database.write(viewer, 'feedback.answer', async (tx) => {
      const others = await alike(tx, id, request.also);
      const sent = await this.moveIn(tx, viewer, id, version, 'answer', { answer }, work);
      for (const other of others) {
        if (other.decide)
          await this.moveIn(tx, viewer, other.id, other.version, 'decide', other.decide, decided);
        const now = other.version + (other.decide ? 1 : 0);
        await this.moveIn(tx, viewer, other.id, now, 'answer', { answer }, work);
      }
      return sent;
    });
  }

  async archive(viewer: Viewer, id: string, version: number): Promise<void> {
    await this.move(viewer, id, version, 'archive', {}, () => Promise.resolve({}));
  }

  async reject(viewer: Viewer, id: string, version: number, request: RejectFeedback): Promise<void> {
    await this.move(viewer, id, version, 'reject', { rejectedReason: request.reason.trim() }, () =>
      Promise.resolve({}),
    );
  }

  private decidedBy(viewer: Viewer): Work {
    return () => Promise.resolve({ decidedAt: this.clock.now(), decidedBy: viewer.displayName });
  }

  private async move(
    viewer: Viewer,
    id: string,
    version: number,
    move: FeedbackMove,
    values: Partial<MoveValues>,
    work: Work,
  ): Promise<void> {
    await this.database.write(viewer, `feedback.${move}`, (tx) =>
      this.moveIn(tx, viewer, id, version, move, values, work),
    );
  }

  /** Loads, asks the rules, lets `work` add what they do not know, keeps the step and saves. */
  private async moveIn(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    version: number,
    move: FeedbackMove,
    values: Partial<MoveValues>,
    work: Work,
  ): Promise<AnswerSent | null> {
    const item = await handledItem(tx, viewer, id, version);
    const further = await furtherFields(tx, id);
    const { facts, refusal } = makeMove(move, factsOf(item, further), values);
    if (refusal) throw refused(feedbackProblems, refusal);
    const { further: newFields, mailBatchId, sent, ...patch } = await work(tx, item, further);
    await recordStep(tx, viewer, this.clock.now(), {
      item,
      further,
      move,
      ...(mailBatchId ? { mailBatchId } : {}),
    });
    const { furtherFieldIds: _ids, flagged: _flagged, ...stored } = facts;
    await updateVersioned(tx, Feedback, id, version, { ...stored, ...patch });
    await learnLink(tx, item, { ...item, ...stored, ...patch });
    if (newFields) await replaceFurtherFields(tx, id, newFields);
    await this.search.refresh(tx, 'feedback', [id]);
    return sent ?? null;
  }

  private async originalText(tx: EntityManager, item: Feedback): Promise<string> {
    const original = await this.originals.read(tx, item.id);
    if (!original) throw problem(feedbackProblems, 'feedback-nothing-to-undo');
    return original.text;
  }

  /** A field out of use may stay where it is, but is not chosen anew. */
  private async assertUsable(
    tx: EntityManager,
    wanted: readonly string[],
    kept: readonly (string | null)[],
  ): Promise<void> {
    const usable = await oneIn<{ count: number }>(
      tx,
      sql`select count(*)::int as count from field_of_action where id = any(${[...wanted]}::uuid[]) and (active or id = any(${[...kept]}::uuid[]))`,
    );
    if (usable?.count !== new Set(wanted).size) {
      throw problem(feedbackProblems, 'feedback-field-inactive', 'primaryFieldId');
    }
  }
}
