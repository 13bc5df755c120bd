import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DecisionResult,
  findingProblems,
  moveOfResult,
  recommendationMoves,
  type RecommendationState,
} from '@runder-tisch/domain/findings';
import type { SaveDecision } from '@runder-tisch/domain/findings/recommendation-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { bodyNameOf } from '../../committees/body-name';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Recommendation } from '../findings.entity';
import { acceptance, accepted } from '../trusted-links';
import { RecommendationsRepository } from './recommendations.repository';

/** A decision as another area took it down: in which session, on which paper. */
export interface RecordedDecision {
  committeeId: string;
  bodyName: string;
  decidedOn: string;
  reference: string;
  result: DecisionResult;
  final: boolean;
  wording: string;
  reason: string;
  votesYes: number | null;
  votesNo: number | null;
  votesAbstained: number | null;
  meetingId: string | null;
  /** Where it is read on, and taken back. */
  sourcePath: string;
}

/** What bodies made of a recommendation. The final decision moves it; taking that back lets it wait again. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly recommendations: RecommendationsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  add(viewer: Viewer, id: string, version: number, request: SaveDecision): Promise<void> {
    const { result } = request;
    if (result === '') throw problem(generalProblems, 'invalid-input');
    if (result === 'CHANGED' && request.wording.trim() === '')
      throw problem(findingProblems, 'decision-wording-missing', 'wording');
    if (result === 'REJECTED' && request.reason.trim() === '')
      throw problem(findingProblems, 'decision-reason-missing', 'reason');
    if (result === 'DEFERRED' && request.final)
      throw problem(findingProblems, 'decision-deferred-final', 'final');
    return this.database.write(viewer, 'recommendation.decide', async (tx) => {
      const it = await this.recommendations.toChange(tx, viewer, id);
      if (it.state !== 'SUBMITTED') throw problem(findingProblems, 'recommendation-not-submitted');
      const bodyName = await bodyNameOf(tx, request);
      if (!bodyName) throw problem(findingProblems, 'decision-body-missing', 'committeeId');
      // Adopted as it stood: these words are kept, whatever becomes of the recommendation's own.
      const wording = result === 'ACCEPTED' ? it.wording : result === 'CHANGED' ? request.wording : '';
      await rowsIn(
        tx,
        sql`insert into recommendation_decision (id, recommendation_id, committee_id, body_name, decided_on, reference, result, final,
              wording, reason, votes_yes, votes_no, votes_abstained, fingerprint, since)
            values (${newId()}, ${id}, ${request.committeeId}, ${bodyName}, ${request.decidedOn}, ${request.reference}, ${result},
              ${request.final}, ${wording}, ${request.reason}, ${request.votesYes}, ${request.votesNo}, ${request.votesAbstained},
              ${it.fingerprint}, ${this.clock.now()})`,
      );
      let state: RecommendationState = it.state;
      if (request.final && result !== 'DEFERRED') {
        const { to, refusal } = recommendationMoves.next(it.state, moveOfResult[result]);
        if (refusal) throw refused(findingProblems, refusal);
        state = to;
      }
      await updateVersioned(tx, Recommendation, id, version, { state });
      await this.search.refresh(tx, 'recommendation', [id]);
    });
  }

  /** It was entered by mistake. */
  remove(viewer: Viewer, id: string, version: number, decisionId: string): Promise<void> {
    return this.database.write(viewer, 'recommendation.undecide', async (tx) => {
      const it = await this.recommendations.toChange(tx, viewer, id);
      const removed = await oneIn<{ final: boolean; sourcePath: string }>(
        tx,
        sql`delete from recommendation_decision where id = ${decisionId} and recommendation_id = ${id}
            returning final, source_path as "sourcePath"`,
      );
      if (!removed) throw problem(generalProblems, 'not-found');
      if (removed.sourcePath !== '') throw problem(findingProblems, 'decision-from-paper');
      await this.undecided(tx, id, version, it.state, removed.final);
    });
  }

  /**
   * What a body made of recommendations that were before it with a paper: written where they wait for it. One that was
   * decided or withdrawn meanwhile keeps what somebody typed.
   * @returns the ids of what was written
   */
  async record(
    tx: EntityManager,
    recommendationIds: readonly string[],
    made: RecordedDecision,
  ): Promise<string[]> {
    const waiting = await rowsIn<{ id: string; version: number; wording: string; fingerprint: string }>(
      tx,
      sql`select id, version, wording, fingerprint from recommendation
          where id = any(${[...recommendationIds]}::uuid[]) and state = 'SUBMITTED' order by id for update`,
    );
    const written: string[] = [];
    for (const it of waiting) {
      const id = newId();
      const wording = made.result === 'ACCEPTED' ? it.wording : made.result === 'CHANGED' ? made.wording : '';
      await rowsIn(
        tx,
        sql`insert into recommendation_decision (id, recommendation_id, committee_id, body_name, decided_on, reference, result, final,
              wording, reason, votes_yes, votes_no, votes_abstained, fingerprint, since, meeting_id, source_path)
            values (${id}, ${it.id}, ${made.committeeId}, ${made.bodyName}, ${made.decidedOn}, ${made.reference}, ${made.result},
              ${made.final}, ${wording}, ${made.reason}, ${made.votesYes}, ${made.votesNo}, ${made.votesAbstained},
              ${it.fingerprint}, ${this.clock.now()}, ${made.meetingId}::uuid, ${made.sourcePath})`,
      );
      const move = made.final && made.result !== 'DEFERRED' ? moveOfResult[made.result] : null;
      const { to, refusal } = move
        ? recommendationMoves.next('SUBMITTED', move)
        : { to: 'SUBMITTED' as const, refusal: null };
      if (refusal) throw refused(findingProblems, refusal);
      await updateVersioned(tx, Recommendation, it.id, it.version, { state: to });
      written.push(id);
    }
    await this.search.refresh(
      tx,
      'recommendation',
      waiting.map(({ id }) => id),
    );
    return written;
  }

  /** The result it came from was taken back. */
  async takeBack(tx: EntityManager, decisionIds: readonly string[]): Promise<void> {
    const removed = await rowsIn<{ id: string; version: number; state: RecommendationState; final: boolean }>(
      tx,
      sql`with removed as (delete from recommendation_decision where id = any(${[...decisionIds]}::uuid[]) returning recommendation_id, final)
          select it.id, it.version, it.state, removed.final from removed join recommendation it on it.id = removed.recommendation_id
          order by it.id for update of it`,
    );
    for (const { id, version, state, final } of removed) await this.undecided(tx, id, version, state, final);
  }

  private async undecided(
    tx: EntityManager,
    id: string,
    version: number,
    before: RecommendationState,
    final: boolean,
  ): Promise<void> {
    let state = before;
    if (final) {
      const { to, refusal } = recommendationMoves.next(before, 'undecide');
      if (refusal) throw refused(findingProblems, refusal);
      state = to;
    }
    await updateVersioned(tx, Recommendation, id, version, { state });
    await this.search.refresh(tx, 'recommendation', [id]);
  }

  accept(viewer: Viewer, id: string, decisionId: string): Promise<void> {
    return this.database.write(viewer, 'recommendation.accept-decision', async (tx) => {
      const { fingerprint } = await this.recommendations.toChange(tx, viewer, id);
      await accepted(
        tx,
        sql`update recommendation_decision set ${acceptance(viewer, this.clock.now(), sql`${fingerprint}::text`)}
            where id = ${decisionId} and recommendation_id = ${id} and fingerprint <> ${fingerprint} returning id`,
      );
    });
  }
}
