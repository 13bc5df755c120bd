import sql, { type Sql } from 'sql-template-tag';
import { measureOutcomes, type PublishedMeasure } from '@runder-tisch/domain/measures';
import { type DeclaredGoal, type SeenValue, verdictOf } from '@runder-tisch/domain/measures/evaluation';
import type { OutcomeKind } from '@runder-tisch/domain/outcomes';
import type { Contribution } from '../../contribution';
import { recommendationsOf } from '../../findings/published/published-findings';
import { statusFacts, statusView, type StoredStatus } from '../measure-status-sql';

/** Over the alias `it`: no proposal, and none that went on in another one while that is still a proposal. */
export const publishedMeasure = sql`(it.state not in ('PROPOSED', 'SUPERSEDED') or exists (select 1 from measure follower
  where follower.id = it.followed_by_id and follower.state <> 'PROPOSED'))`;

/** As the database hands it out; judged where it is told. */
export interface StoredMeasure extends Omit<PublishedMeasure, 'status' | 'verdict'> {
  status: StoredStatus;
  goals: readonly (DeclaredGoal & { values: readonly SeenValue[] })[];
}

/** As JSON over the alias `it`. What else may have worked is said with the conclusion, not before. */
export const measureFacts: Sql = sql`json_build_object('kind', it.kind, 'title', it.title, 'state', it.state, 'stateReason', it.state_reason,
  'lead', coalesce((select organisation.name from organisation where organisation.id = it.lead_organisation_id), ''),
  'followedBy', coalesce((select follower.number || ' · ' || follower.title from measure follower where follower.id = it.followed_by_id), ''),
  'status', ${statusFacts},
  'otherInfluences', coalesce((select evaluation.other_influences from evaluation
    where evaluation.measure_id = it.id and evaluation.evaluated_on is not null), ''),
  'goals', coalesce((select json_agg(json_build_object('baseline', goal.baseline, 'baselineOn', goal.baseline_on, 'target', goal.target,
    'targetOn', goal.target_on, 'values', coalesce((select json_agg(json_build_object('seenOn', seen.seen_on, 'value', seen.value))
      from evaluation_value seen where seen.goal_id = goal.id), '[]')) order by goal.position)
    from evaluation_goal goal where goal.measure_id = it.id), '[]'))`;

export const measureWords: OutcomeKind<StoredMeasure> = {
  ...measureOutcomes.measure,
  says: ({ status, goals, ...facts }, today) => {
    const superseded = facts.state === 'SUPERSEDED';
    return measureOutcomes.measure.says({
      ...facts,
      status: statusView(status, today),
      verdict: goals.length > 0 ? verdictOf(goals, today, superseded) : null,
    });
  },
};

export const measuresOutcomes: NonNullable<Contribution['outcomes']> = {
  statement: (ids) => sql`
    select distinct on (behind.feedback_id, it.id, behind.number) behind.feedback_id, 'measure', it.number, behind.number, ${measureFacts}
    from (${recommendationsOf(ids)}) behind join measure_recommendation link on link.recommendation_id = behind.id
      join measure it on it.id = link.measure_id and ${publishedMeasure}`,
  kinds: { measure: measureWords },
};
