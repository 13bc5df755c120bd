import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  findingProblems,
  moveOfResult,
  recommendationMoves,
  type RecommendationState,
} from '@runder-tisch/domain/findings';
import type { SaveDecision } from '@runder-tisch/domain/findings/recommendation-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Committee } from '../../committees/committee.entity';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Recommendation } from '../findings.entity';
import { acceptance, accepted } from '../trusted-links';
import { RecommendationsRepository } from './recommendations.repository';

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
      const bodyName = await nameOf(tx, request);
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
      const removed = await oneIn<{ final: boolean }>(
        tx,
        sql`delete from recommendation_decision where id = ${decisionId} and recommendation_id = ${id} returning final`,
      );
      if (!removed) throw problem(generalProblems, 'not-found');
      let state = it.state;
      if (removed.final) {
        const { to, refusal } = recommendationMoves.next(it.state, 'undecide');
        if (refusal) throw refused(findingProblems, refusal);
        state = to;
      }
      await updateVersioned(tx, Recommendation, id, version, { state });
      await this.search.refresh(tx, 'recommendation', [id]);
    });
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

/** The name is kept with the decision: a body may be called differently later. */
async function nameOf(tx: EntityManager, { committeeId, bodyName }: SaveDecision): Promise<string> {
  const committee = committeeId === null ? null : await tx.findOneBy(Committee, { id: committeeId });
  const name = committee?.name ?? bodyName.trim();
  if (name === '' || (committeeId !== null && !committee))
    throw problem(findingProblems, 'decision-body-missing', 'committeeId');
  return name;
}
