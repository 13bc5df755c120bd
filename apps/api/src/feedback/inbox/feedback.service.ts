import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type FeedbackMove,
  feedbackMoves,
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
import { oneIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Feedback } from '../feedback.entity';
import { type FurtherField, furtherFields, recordSteps, replaceFurtherFields } from '../feedback-steps';
import { OriginalTexts } from '../original-texts';
import { learnLink } from '../suggestions/suggestion-learning';
import { SuggestionsService } from '../suggestions/suggestions.service';
import { Answering, type AnswerSent } from '../answers/answering';
import { Releases } from '../answers/releases.service';
import { AssignmentsService } from '../assignments/assignments.service';
import { countedWith } from '../condensing/counted-with';
import { factsOf } from '../stored-facts';
import { handledItem } from './handled-item';

type MoveWork = Partial<Feedback> & { further?: FurtherField[] };
type Work = (tx: EntityManager, item: Feedback, further: readonly FurtherField[]) => Promise<MoveWork>;

/** What is done with one is done with those that are counted with it; the answer takes them along by itself. */
const along: readonly FeedbackMove[] = ['link', 'decide', 'archive'];

/** What is done with a Hinweis: each step a verb, each checked by the table of moves, the last one can be undone. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly answering: Answering,
    private readonly releases: Releases,
    private readonly suggestions: SuggestionsService,
    private readonly assignments: AssignmentsService,
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
    const values = { primaryFieldId, furtherFieldIds };
    const work = this.linking(primaryFieldId, furtherFieldIds, origin);
    await this.move(viewer, id, version, 'link', values, work);
  }

  private linking(primaryFieldId: string, furtherFieldIds: readonly string[], origin: LinkOrigin): Work {
    return async (tx, item, further) => {
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
          : await this.suggestions.record(tx, item.id, text, primaryFieldId, origin);
      const primary = keptOrNew(primaryFieldId, chosen);
      return {
        primaryOrigin: primary.origin,
        primarySince: new Date(primary.since),
        triagedText: text,
        further: furtherFieldIds.map((fieldId) => keptOrNew(fieldId, 'HUMAN')),
      };
    };
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
    return this.database.write(viewer, 'feedback.answer', async (tx) => {
      const items = [{ id, version }, ...request.also];
      const release = await this.releases.alone(tx, viewer, request.alone);
      const words = { ...request, decided: null, release };
      const answered = await this.answering.answer(tx, viewer, items, words);
      return answered.sent.get(id) ?? null;
    });
  }

  /** The same, to be read and let out by somebody else. */
  draft(viewer: Viewer, id: string, version: number, request: AnswerFeedback): Promise<void> {
    return this.database.write(viewer, 'feedback.draft', (tx) =>
      this.releases.draft(tx, viewer, [{ id, version }, ...request.also], { ...request, decided: null }),
    );
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
    await this.database.write(viewer, `feedback.${move}`, async (tx) => {
      const before = await this.moveIn(tx, viewer, id, version, move, values, work);
      if (move === 'link' && before.primaryFieldId === null) await this.assignments.byRule(tx, [id]);
      if (!along.includes(move)) return;
      for (const other of await countedWith(tx, [id])) {
        if (other.state === 'SUBMITTED' || !feedbackMoves.from(other.state).includes(move)) continue;
        await this.moveIn(tx, viewer, other.id, other.version, move, values, work);
      }
    });
  }

  /** What begins to count with another one goes to its fields, if that has some and it has none. */
  async followFields(tx: EntityManager, viewer: Viewer, main: Feedback, others: Feedback[]): Promise<void> {
    const { primaryFieldId } = main;
    const waiting = others.filter((other) => other.state === 'TRIAGED');
    if (primaryFieldId === null || waiting.length === 0) return;
    const further = await furtherFields(tx, main.id);
    const furtherFieldIds = further.map(({ fieldId }) => fieldId);
    const link = this.linking(primaryFieldId, furtherFieldIds, 'HUMAN');
    for (const { id, version } of waiting)
      await this.moveIn(tx, viewer, id, version, 'link', { primaryFieldId, furtherFieldIds }, link);
  }

  /** Loads, asks the rules, lets `work` add what they do not know, keeps the step and saves; answers how it was. */
  private async moveIn(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    version: number,
    move: FeedbackMove,
    values: Partial<MoveValues>,
    work: Work,
  ): Promise<Feedback> {
    const item = await handledItem(tx, viewer, id, version);
    const further = await furtherFields(tx, id);
    const { facts, refusal } = makeMove(move, factsOf(item, further), values);
    if (refusal) throw refused(feedbackProblems, refusal);
    const { further: newFields, ...patch } = await work(tx, item, further);
    await recordSteps(tx, viewer, this.clock.now(), [{ item, further, move }]);
    const { furtherFieldIds: _ids, flagged: _flagged, ...stored } = facts;
    await updateVersioned(tx, Feedback, id, version, { ...stored, ...patch });
    await learnLink(tx, item, { ...item, ...stored, ...patch });
    if (newFields) await replaceFurtherFields(tx, id, newFields);
    await this.search.refresh(tx, 'feedback', [id]);
    return item;
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
