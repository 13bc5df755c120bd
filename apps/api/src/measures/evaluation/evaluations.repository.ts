import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  type EvaluationGoalView,
  type EvaluationView,
  judge,
  judgeTogether,
} from '@runder-tisch/domain/measures/evaluation';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { changeableMeasures, visibleMeasures } from '../measures-access';

type Stored = Omit<EvaluationView, 'verdict' | 'leadingGoalId' | 'silent' | 'goals'> & {
  superseded: boolean;
  goals: Omit<EvaluationGoalView, 'verdict' | 'progress' | 'elapsed' | 'actual'>[];
};

/** What a measure changed: goals with the values seen, each judged, and what was concluded. */
@Injectable()
export class EvaluationsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(viewer: Viewer, measureId: string): Promise<EvaluationView> {
    const { superseded, goals, ...found } = await this.database.found<Stored>(sql`
      select it.id as "measureId", coalesce(evaluation.version, 0) as version, ${changeableMeasures(viewer)} as "mayChange",
             it.state = 'SUPERSEDED' as superseded, coalesce(evaluation.conclusion, '') as conclusion,
             coalesce(evaluation.consequence, '') as consequence, coalesce(evaluation.other_influences, '') as "otherInfluences",
             evaluation.evaluated_on::text as "evaluatedOn",
             coalesce((select json_agg(json_build_object('id', goal.id, 'level', goal.level, 'title', goal.title, 'unit', goal.unit,
                         'baseline', goal.baseline, 'baselineOn', goal.baseline_on, 'baselineSource', goal.baseline_source,
                         'target', goal.target, 'targetOn', goal.target_on, 'confidence', goal.confidence,
                         'otherInfluences', goal.other_influences,
                         'values', coalesce((select json_agg(json_build_object('seenOn', seen.seen_on, 'value', seen.value, 'source', seen.source)
                                               order by seen.seen_on desc) from evaluation_value seen where seen.goal_id = goal.id), '[]'::json))
                       order by goal.position) from evaluation_goal goal where goal.measure_id = it.id), '[]'::json) as goals
      from measure it left join evaluation on evaluation.measure_id = it.id
      where it.id = ${measureId} and ${visibleMeasures(viewer)}`);
    const today = berlinDay(this.clock.now());
    const judged = goals.map((goal) => ({ ...goal, ...judge(goal, goal.values, today, superseded) }));
    const { verdict, leading, silent } = judgeTogether(judged, superseded);
    return {
      ...found,
      verdict,
      leadingGoalId: leading?.id ?? null,
      silent: silent.map(({ title }) => title),
      goals: judged,
    };
  }
}
