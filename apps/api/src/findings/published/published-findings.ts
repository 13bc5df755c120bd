import sql, { type Sql } from 'sql-template-tag';
import { findingOutcomes } from '@runder-tisch/domain/findings';
import type { Contribution } from '../../contribution';

/** Over the alias `it`: what everybody may know of Befunde, Schwerpunkte, Empfehlungen. No draft, nothing dropped. */
export const publishedFinding = sql`it.state = 'CONFIRMED'`;
export const publishedPriority = sql`it.state = 'SET'`;
export const decidedRecommendation = sql`it.state in ('ACCEPTED', 'CHANGED', 'REJECTED')`;
export const publishedRecommendation = sql`(it.state = 'SUBMITTED' or ${decidedRecommendation})`;

/** As JSON over the alias `it`, as `findingOutcomes` of the domain takes them. */
export const findingFacts = sql`json_build_object('statement', it.statement, 'caveat', it.caveat)`;
export const priorityFacts = sql`json_build_object('title', it.title, 'description', it.description)`;
export const recommendationFacts = sql`json_build_object('addressee', it.addressee, 'state', it.state,
  'wording', coalesce((select nullif(adopted.wording, '') from recommendation_decision adopted
    where adopted.recommendation_id = it.id and adopted.final), it.wording),
  'decisions', coalesce((select json_agg(json_build_object('bodyName', decision.body_name, 'decidedOn', decision.decided_on,
    'reference', decision.reference, 'result', decision.result, 'final', decision.final, 'reason', decision.reason) order by decision.decided_on)
    from recommendation_decision decision where decision.recommendation_id = it.id), '[]'))`;

/**
 * Confirmed Befunde that rest on these Hinweise, on an argument they carry or on the one they are counted with, with the
 * columns `feedback_id, id, number`.
 */
export function findingsOf(feedbackIds: readonly string[]): Sql {
  return sql`select heard.id as feedback_id, it.id, it.number from (
      select feedback.id, unnest(array[feedback.id, feedback.counted_with_id]) as carrier from feedback
      where feedback.id = any(${feedbackIds}::uuid[]) and feedback.state not in ('SESSION', 'REJECTED')) heard
    join finding_voice voice on voice.feedback_id = heard.carrier
    join finding it on it.id = voice.finding_id and ${publishedFinding}
    group by heard.id, it.id`;
}

/**
 * Recommendations derived from these Befunde, with the columns `feedback_id, id, number, finding_number`. The Schwerpunkt
 * between them need not be set yet to have led there, it only is not named then.
 */
export function recommendationsOf(feedbackIds: readonly string[]): Sql {
  return sql`select distinct found.feedback_id, it.id, it.number, found.number as finding_number
    from (${findingsOf(feedbackIds)}) found
    join priority_finding on priority_finding.finding_id = found.id
    join action_priority priority on priority.id = priority_finding.priority_id and priority.state <> 'DROPPED'
    join recommendation_priority on recommendation_priority.priority_id = priority.id
    join recommendation it on it.id = recommendation_priority.recommendation_id and ${publishedRecommendation}`;
}

export const findingsOutcomes: NonNullable<Contribution['outcomes']> = {
  statement: (ids) => sql`
    select found.feedback_id, 'finding', it.number, null::text, ${findingFacts}
    from (${findingsOf(ids)}) found join finding it on it.id = found.id
    union all
    select found.feedback_id, 'priority', it.number, found.number, ${priorityFacts}
    from (${findingsOf(ids)}) found join priority_finding on priority_finding.finding_id = found.id
      join action_priority it on it.id = priority_finding.priority_id and ${publishedPriority}
    union all
    select found.feedback_id, 'recommendation', it.number, found.finding_number, ${recommendationFacts}
    from (${recommendationsOf(ids)}) found join recommendation it on it.id = found.id`,
  kinds: findingOutcomes,
};

/** How many Hinweise stand behind a Befund (alias `it`), themselves, with an argument they carry or counted with another. */
export const voicesBehind = sql`(select count(distinct heard.id)::int from finding_voice direct
  cross join lateral (
    select direct.feedback_id as id union select other.id from feedback other where other.counted_with_id = direct.feedback_id) each
  join feedback heard on heard.id = each.id and heard.state not in ('SESSION', 'REJECTED') where direct.finding_id = it.id)`;
