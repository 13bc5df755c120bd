import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { evaluationLimits, evaluationProblems } from '@runder-tisch/domain/measures/evaluation';
import type {
  ConcludeEvaluation,
  SaveEvaluationGoal,
  SeeEvaluationValue,
} from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Measure } from '../measure.entity';
import { changeableMeasures, visibleMeasures } from '../measures-access';

/** Every change counts as one of the whole evaluation, whose version it needs: goals and conclusion are read together. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  addGoal(viewer: Viewer, measureId: string, version: number, goal: SaveEvaluationGoal): Promise<void> {
    return this.change(viewer, 'evaluation.add-goal', measureId, version, async (tx) => {
      const { count } = (await oneIn<{ count: number }>(
        tx,
        sql`select count(*)::int as count from evaluation_goal where measure_id = ${measureId}`,
      )) ?? { count: 0 };
      if (count >= evaluationLimits.goals) throw problem(evaluationProblems, 'evaluation-too-many-goals');
      await rowsIn(
        tx,
        sql`insert into evaluation_goal (id, measure_id, position, level, title, unit, baseline, baseline_on, baseline_source, target,
                                         target_on, confidence, other_influences)
            values (${newId()}, ${measureId}, (select coalesce(max(position), 0) + 1 from evaluation_goal where measure_id = ${measureId}),
                    ${goal.level}, ${goal.title}, ${goal.unit}, ${goal.baseline}, ${goal.baselineOn}, ${goal.baselineSource},
                    ${goal.target}, ${goal.targetOn}, ${goal.confidence}, ${goal.otherInfluences})`,
      );
    });
  }

  changeGoal(
    viewer: Viewer,
    measureId: string,
    goalId: string,
    version: number,
    goal: SaveEvaluationGoal,
  ): Promise<void> {
    return this.change(viewer, 'evaluation.change-goal', measureId, version, async (tx) => {
      const earlier = await oneIn(
        tx,
        sql`select 1 from evaluation_value where goal_id = ${goalId} and seen_on <= ${goal.baselineOn}`,
      );
      if (earlier) throw problem(evaluationProblems, 'evaluation-value-before-baseline', 'baselineOn');
      const changed = await rowsIn(
        tx,
        sql`update evaluation_goal set level = ${goal.level}, title = ${goal.title}, unit = ${goal.unit}, baseline = ${goal.baseline},
                   baseline_on = ${goal.baselineOn}, baseline_source = ${goal.baselineSource}, target = ${goal.target},
                   target_on = ${goal.targetOn}, confidence = ${goal.confidence}, other_influences = ${goal.otherInfluences}
            where id = ${goalId} and measure_id = ${measureId} returning id`,
      );
      if (changed.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  removeGoal(viewer: Viewer, measureId: string, goalId: string, version: number): Promise<void> {
    return this.change(viewer, 'evaluation.remove-goal', measureId, version, async (tx) => {
      const gone = await rowsIn(
        tx,
        sql`delete from evaluation_goal where id = ${goalId} and measure_id = ${measureId} returning id`,
      );
      if (gone.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  see(
    viewer: Viewer,
    measureId: string,
    goalId: string,
    version: number,
    seen: SeeEvaluationValue,
  ): Promise<void> {
    return this.change(viewer, 'evaluation.see-value', measureId, version, async (tx) => {
      const goal = await oneIn<{ baselineOn: string }>(
        tx,
        sql`select baseline_on::text as "baselineOn" from evaluation_goal where id = ${goalId} and measure_id = ${measureId}`,
      );
      if (!goal) throw problem(generalProblems, 'not-found');
      if (seen.seenOn <= goal.baselineOn)
        throw problem(evaluationProblems, 'evaluation-value-before-baseline', 'seenOn');
      if (seen.seenOn > berlinDay(this.clock.now()))
        throw problem(evaluationProblems, 'evaluation-value-to-come', 'seenOn');
      await rowsIn(
        tx,
        sql`insert into evaluation_value (goal_id, seen_on, value, source) values (${goalId}, ${seen.seenOn}, ${seen.value}, ${seen.source})
            on conflict (goal_id, seen_on) do update set value = excluded.value, source = excluded.source`,
      );
    });
  }

  removeValue(
    viewer: Viewer,
    measureId: string,
    goalId: string,
    seenOn: string,
    version: number,
  ): Promise<void> {
    return this.change(viewer, 'evaluation.remove-value', measureId, version, async (tx) => {
      const gone = await rowsIn(
        tx,
        sql`delete from evaluation_value using evaluation_goal goal
            where goal.id = goal_id and goal.measure_id = ${measureId} and goal_id = ${goalId} and seen_on = ${seenOn} returning goal_id`,
      );
      if (gone.length === 0) throw problem(generalProblems, 'not-found');
    });
  }

  conclude(viewer: Viewer, measureId: string, version: number, said: ConcludeEvaluation): Promise<void> {
    return this.change(viewer, 'evaluation.conclude', measureId, version, async (tx) => {
      const { conclusion, consequence, otherInfluences, evaluatedOn } = said;
      if (evaluatedOn && (conclusion.trim() === '' || consequence.trim() === ''))
        throw problem(
          evaluationProblems,
          'evaluation-without-conclusion',
          conclusion.trim() === '' ? 'conclusion' : 'consequence',
        );
      if (evaluatedOn && evaluatedOn > berlinDay(this.clock.now()))
        throw problem(evaluationProblems, 'evaluation-value-to-come', 'evaluatedOn');
      await rowsIn(
        tx,
        sql`update evaluation set conclusion = ${conclusion}, consequence = ${consequence}, other_influences = ${otherInfluences},
                   evaluated_on = ${evaluatedOn} where measure_id = ${measureId}`,
      );
      await this.moveOn(tx, measureId, evaluatedOn);
    });
  }

  /** A measure that is done counts as evaluated with the day of its evaluation, and keeps one from then on. */
  private async moveOn(tx: EntityManager, id: string, evaluatedOn: string | null): Promise<void> {
    const measure = await tx.findOneByOrFail(Measure, { id });
    if (measure.state === 'EVALUATED' && !evaluatedOn)
      throw problem(evaluationProblems, 'evaluation-day-stays', 'evaluatedOn');
    if (measure.state !== 'COMPLETED' || !evaluatedOn) return;
    await updateVersioned(tx, Measure, id, measure.version, { state: 'EVALUATED' });
    await this.search.refresh(tx, 'measure', [id]);
  }

  /** Under the lock of the measure; version 0 while nothing of its evaluation is kept. */
  private change(
    viewer: Viewer,
    useCase: string,
    measureId: string,
    version: number,
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const rights = {
      table: 'measure',
      visible: visibleMeasures(viewer),
      may: changeableMeasures(viewer),
    };
    return onConflict(
      evaluationProblems,
      { evaluation_goal_days: ['evaluation-goal-days', 'targetOn'] },
      () =>
        this.database.write(viewer, useCase, async (tx) => {
          await forChange(tx, rights, measureId);
          const next = await rowsIn(
            tx,
            version === 0
              ? sql`insert into evaluation (measure_id, created_at) values (${measureId}, ${this.clock.now()}) on conflict do nothing returning version`
              : sql`update evaluation set version = version + 1 where measure_id = ${measureId} and version = ${version} returning version`,
          );
          if (next.length === 0) throw problem(generalProblems, 'stale-version');
          await work(tx);
        }),
    );
  }
}
