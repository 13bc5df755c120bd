import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { findingProblems, recommendationMoves, type RecommendationVerb } from '@runder-tisch/domain/findings';
import type { MoveWithReason } from '@runder-tisch/domain/findings/findings-requests';
import type { SaveRecommendation } from '@runder-tisch/domain/findings/recommendation-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { nextPlanningNumber } from '../../database/planning-numbers';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Recommendation } from '../findings.entity';
import { acceptance, accepted, keepWords } from '../trusted-links';
import { RecommendationsRepository } from './recommendations.repository';

@Injectable()
export class RecommendationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: RecommendationsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveRecommendation): Promise<{ id: string }> {
    const { priorityIds, costs, ...facts } = request;
    assertCosts(request);
    return this.database.write(viewer, 'recommendation.create', async (tx) => {
      const [id, createdAt] = [newId(), this.clock.now()];
      const number = await nextPlanningNumber(tx, 'E', createdAt, request.year);
      await tx.insert(Recommendation, {
        ...facts,
        id,
        number,
        earlierPlan: '',
        state: 'DRAFT',
        withdrawnReason: '',
        version: 1,
        createdAt,
      });
      await this.repository.replacePriorities(tx, id, priorityIds, false, createdAt);
      await this.repository.replaceCosts(tx, id, costs);
      await this.search.refresh(tx, 'recommendation', [id]);
      return { id };
    });
  }

  /** Its words may be mended at any time: what was derived from the old ones or decided about them is to be checked then. */
  change(viewer: Viewer, id: string, version: number, request: SaveRecommendation): Promise<void> {
    const { priorityIds, costs, ...facts } = request;
    return this.database.write(viewer, 'recommendation.change', async (tx) => {
      const { state, earlierPlan } = await this.repository.toChange(tx, viewer, id);
      if (state === 'WITHDRAWN') throw problem(findingProblems, 'recommendation-ended');
      assertCosts(request);
      await keepWords(tx, 'recommendation', id);
      await updateVersioned(tx, Recommendation, id, version, facts);
      await this.repository.replacePriorities(tx, id, priorityIds, earlierPlan !== '', this.clock.now());
      await this.repository.replaceCosts(tx, id, costs);
      await this.search.refresh(tx, 'recommendation', [id]);
    });
  }

  move(
    viewer: Viewer,
    id: string,
    version: number,
    move: RecommendationVerb,
    { reason }: MoveWithReason,
  ): Promise<void> {
    return this.database.write(viewer, `recommendation.${move}`, async (tx) => {
      const it = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = recommendationMoves.next(it.state, move, { ...it, reason });
      if (refusal) throw refused(findingProblems, refusal);
      const withdrawnReason = move === 'withdraw' ? reason : '';
      await updateVersioned(tx, Recommendation, id, version, { state: to, withdrawnReason });
      await this.search.refresh(tx, 'recommendation', [id]);
    });
  }

  acceptPriority(viewer: Viewer, id: string, priorityId: string): Promise<void> {
    return this.database.write(viewer, 'recommendation.accept-priority', async (tx) => {
      await this.repository.toChange(tx, viewer, id);
      await accepted(
        tx,
        sql`update recommendation_priority link set ${acceptance(viewer, this.clock.now(), sql`source.fingerprint`)}
            from action_priority source where link.recommendation_id = ${id} and link.priority_id = ${priorityId}
              and source.id = link.priority_id and source.fingerprint <> link.fingerprint returning link.priority_id`,
      );
    });
  }
}

function assertCosts({ costNeutral, costs }: SaveRecommendation): void {
  if (costNeutral && costs.some(({ oneOff, yearly }) => oneOff > 0 || yearly > 0))
    throw problem(findingProblems, 'recommendation-cost-contradicts', 'costs');
}
