import sql, { raw, type Sql } from 'sql-template-tag';
import { BRIEFING_ROWS, MONTHS_NEW } from '@runder-tisch/domain/briefing';
import type { MeasureStatus } from '@runder-tisch/domain/measures';
import { verdicts as verdictWords } from '@runder-tisch/domain/measures/evaluation';
import { addMonths, berlinDayBounds } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { visibleFindings, visiblePriorities, visibleRecommendations } from '../findings/findings-access';
import { visiblePrioritisations } from '../findings/prioritisation/prioritisation-access';
import { verdicts } from '../measures/evaluation/verdict-sql';
import { statusFacts, statusSql } from '../measures/measure-status-sql';
import { visibleMeasures } from '../measures/measures-access';

// Written out: where the database does not know how few are wanted, it plans the statement anew each time.
const ROWS = raw(String(BRIEFING_ROWS));
const RECENT_DECISIONS = raw('3');

/**
 * `StoredMeasures` as JSON. Status and verdict are those of SQL, so that hundreds of measures are counted and ordered
 * where they lie; only what is shown is told.
 * @param worries the statuses of what is shown, the first of them first
 */
export function measuresSql(
  viewer: Viewer,
  fieldId: string,
  today: string,
  worries: readonly MeasureStatus[],
): Sql {
  const since = berlinDayBounds(addMonths(today, -MONTHS_NEW)).from;
  const counted = (column: string): Sql =>
    sql`coalesce((select json_object_agg(counted.word, counted.count) from (
      select ${raw(column)} as word, count(*)::int as count from standing group by 1) counted), '{}')`;
  return sql`(with own as materialized (
      select it.id, it.number, it.kind, it.state, it.starts_on, it.due_on, it.completed_on, it.override_status,
             (select min(open.due_on) from measure_milestone open where open.measure_id = it.id and open.done_on is null) as first_open
      from measure it where it.field_id = ${fieldId}::uuid and ${visibleMeasures(viewer)}),
    standing as materialized (
      select it.id, it.number, it.state, it.due_on, it.completed_on, ${statusSql(today, sql`it.first_open`)} as status, it.state in ('COMPLETED', 'EVALUATED') as carried_out,
             case when it.state = 'SUPERSEDED' then 'SUPERSEDED' else coalesce(judged.word, 'NO_VERDICT') end as verdict
      from own it left join (${verdicts(today, sql`select own.id, own.state from own`)}) judged on judged.measure_id = it.id),
    recent as materialized (
      select said.id, said.received_at from feedback said where said.received_at >= ${since}::timestamptz and said.sentiment is distinct from 'POSITIVE'),
    asking as materialized (
      select voice.finding_id, json_agg(to_json(said.received_at)) as heard, count(*) as times
      from recent said join finding_voice voice on voice.feedback_id = said.id
      where voice.finding_id in (select it.id from finding it where ${visibleFindings(viewer)}) group by voice.finding_id),
    loudest as materialized (
      select distinct on (it.id) it.id as measure_id, json_build_object('id', led.id, 'number', led.number, 'heard', asking.heard) as finding
      from asking cross join lateral (
          select finding.id, finding.number, link.measure_id from finding join priority_finding rests on rests.finding_id = finding.id
            join recommendation_priority derived on derived.priority_id = rests.priority_id
            join measure_recommendation link on link.recommendation_id = derived.recommendation_id
          where finding.id = asking.finding_id offset 0) led
        join standing it on it.id = led.measure_id and (it.carried_out or it.verdict = 'REACHED')
      order by it.id, asking.times desc, led.number)
    select json_build_object(
      'byStatus', ${counted('standing.status')}, 'byVerdict', ${counted('standing.verdict')},
      'shown', coalesce((select json_agg(json_build_object('id', it.id, 'number', it.number, 'title', it.title, 'state', it.state,
          'facts', ${statusFacts}, 'verdict', top.verdict) order by top.rank, top.judged, top.due_on nulls last, top.number)
        from (select standing.id, standing.number, standing.due_on, standing.verdict, ${rankOf(worries, 'standing.status')} as rank, ${rankOf(verdictWords, 'standing.verdict')} as judged
              from standing where standing.status = any(${[...worries]}::text[]) order by rank, judged, standing.due_on nulls last, standing.number
              limit ${ROWS}) top join measure it on it.id = top.id), '[]'),
      'inQuestion', coalesce((select json_agg(json_build_object('id', it.id, 'number', it.number, 'title', (select told.title from measure told where told.id = it.id), 'state', it.state, 'verdict', it.verdict,
          'since', coalesce(it.completed_on, (select max(seen.seen_on) from evaluation_goal goal join evaluation_value seen on seen.goal_id = goal.id
            where goal.measure_id = it.id and seen.seen_on <= ${today}::date)),
          'recommendation', (select json_build_object('id', from_it.id, 'number', from_it.number) from measure_recommendation link
            join (select it.* from recommendation it where ${visibleRecommendations(viewer)}) from_it on from_it.id = link.recommendation_id
            where link.measure_id = it.id order by from_it.number limit 1),
          'finding', loudest.finding) order by it.due_on nulls last, it.number)
        from standing it left join loudest on loudest.measure_id = it.id
        where loudest.measure_id is not null or (it.carried_out and it.verdict in ('WORSENED', 'UNCHANGED'))), '[]')))`;
}

/** Where a word stands among these. */
const rankOf = (words: readonly string[], column: string): Sql =>
  raw(`array_position(array[${words.map((word) => `'${word}'`).join(', ')}], ${column})`);

/** `StoredChain` as JSON: Schwerpunkte, recommendations, what contradicts between them, and the gaps that were named. */
export function chainSql(viewer: Viewer, fieldId: string): Sql {
  const carriedBy = sql`from measure_recommendation link join measure it on it.id = link.measure_id
    where link.recommendation_id = chosen.id and it.state not in ('REJECTED', 'DISCONTINUED') and ${visibleMeasures(viewer)}`;
  // Bestand, Bedarf and Lücke are read by those who read Befunde.
  const inSight = visibleFindings(viewer);
  return sql`(with own as materialized (
      select it.id, it.number, it.year, it.state, it.wording from recommendation it
      where it.field_id = ${fieldId}::uuid and ${visibleRecommendations(viewer)}),
    focus as materialized (
      select it.id, it.number, it.title, it.state, it.created_at from action_priority it
      where it.field_id = ${fieldId}::uuid and it.state <> 'DROPPED' and ${visiblePriorities(viewer)}),
    doubtful as materialized (
      select rests.priority_id, it.id as finding_id, it.number as finding_number, it.state = 'CONFIRMED' as to_check
      from priority_finding rests join finding it on it.id = rests.finding_id
      where (it.state <> 'CONFIRMED' or it.fingerprint <> rests.fingerprint) and ${inSight})
    select json_build_object(
      'priorities', coalesce((select json_agg(json_build_object('id', top.id, 'number', top.number, 'title', top.title, 'state', top.state))
        from (select * from focus where focus.state in ('PROPOSED', 'SET') order by focus.state = 'SET' desc, focus.created_at desc limit ${ROWS}) top), '[]'),
      'proposed', (select count(*)::int from focus where focus.state = 'PROPOSED'),
      'set', (select count(*)::int from focus where focus.state = 'SET'),
      'priorityCount', (select count(*)::int from focus),
      'open', coalesce((select json_agg(json_build_object('id', waiting.id, 'number', waiting.number, 'excerpt', left(waiting.wording, 400)))
        from (select * from own where own.state = 'SUBMITTED' order by own.year, own.number, own.id limit ${ROWS}) waiting), '[]'),
      'openCount', (select count(*)::int from own where own.state = 'SUBMITTED'),
      'adopted', (select count(*)::int from own where own.state in ('ACCEPTED', 'CHANGED')),
      'adoptedWithoutMeasure', (select count(*)::int from own chosen where chosen.state in ('ACCEPTED', 'CHANGED') and not exists (select 1 ${carriedBy} offset 0)),
      'decided', coalesce((select json_agg(json_build_object('id', chosen.id, 'number', chosen.number, 'excerpt', left(chosen.wording, 400), 'state', chosen.state,
          'decision', case when chosen.decided_on is not null then json_build_object('bodyName', chosen.body_name, 'decidedOn', chosen.decided_on, 'result', chosen.result) end,
          'measures', coalesce((select json_agg(json_build_object('id', it.id, 'number', it.number, 'title', it.title, 'state', it.state) order by it.number) ${carriedBy}), '[]')))
        from (select own.*, decision.body_name, decision.decided_on, decision.result
              from own left join recommendation_decision decision on decision.recommendation_id = own.id and decision.final
              where own.state in ('ACCEPTED', 'CHANGED', 'REJECTED')
              order by decision.decided_on desc nulls last, own.year desc, own.number desc limit ${RECENT_DECISIONS}) chosen), '[]'),
      'doubts', coalesce((select json_agg(json_build_object('recommendation', json_build_object('id', doubted.id, 'number', doubted.number),
          'finding', json_build_object('id', doubted.finding_id, 'number', doubted.finding_number), 'toCheck', doubted.to_check) order by doubted.number)
        from (select distinct on (own.id) own.id, own.number, doubtful.finding_id, doubtful.finding_number, doubtful.to_check
              from doubtful join recommendation_priority derived on derived.priority_id = doubtful.priority_id
                join own on own.id = derived.recommendation_id and own.state in ('ACCEPTED', 'CHANGED')
              order by own.id, doubtful.to_check, doubtful.finding_number) doubted), '[]'),
      'votes', coalesce((select json_agg(json_build_object(
          'prioritisation', json_build_object('id', vote.vote_id, 'question', vote.question, 'closedAt', to_json(vote.closed_at)),
          'priority', json_build_object('id', vote.id, 'number', vote.number, 'title', vote.title), 'points', vote.points,
          'most', (select max(other.points) from prioritisation_option other where other.prioritisation_id = vote.vote_id),
          'recommendations', (select count(*)::int from recommendation_priority derived join recommendation on recommendation.id = derived.recommendation_id
            where derived.priority_id = vote.id and recommendation.state not in ('WITHDRAWN', 'REJECTED'))) order by vote.closed_at desc)
        from (select distinct on (focus.id) focus.id, focus.number, focus.title, it.id as vote_id, it.question, it.closed_at, option.points
              from focus join prioritisation_option option on option.priority_id = focus.id
                join prioritisation it on it.id = option.prioritisation_id and it.state = 'CLOSED' and ${visiblePrioritisations(viewer)}
              order by focus.id, it.closed_at desc) vote), '[]'),
      'gaps', coalesce((select json_agg(json_build_object('place', coalesce(planning_area.name, 'den ganzen Landkreis'), 'gap', it.gap)
          order by planning_area.name collate "de-x-icu" nulls first)
        from need_statement it left join planning_area on planning_area.id = it.planning_area_id
        where it.field_id = ${fieldId}::uuid and it.gap <> '' and ${inSight}), '[]')))`;
}
