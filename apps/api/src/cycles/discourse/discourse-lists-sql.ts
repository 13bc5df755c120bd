import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type DiscourseList, discourseLists } from '@runder-tisch/domain/cycles';
import type { Viewer } from '../../access/viewer';
import { firstWords } from '../../database/first-words';
import { visibleFeedback } from '../../feedback/feedback-access';
import { visibleFindings, visiblePriorities, visibleRecommendations } from '../../findings/findings-access';
import { visibleFormats } from '../../formats/formats-access';
import { visibleMeasures } from '../../measures/measures-access';
import { visibleMeetings } from '../../meetings/meetings-access';
import { visiblePapers } from '../../papers/papers-access';
import { seesCounters } from '../cycles/cycles-access';

/*
 * What belongs to a round (alias `round`): Befunde and formats were put into it, all else follows from links that are
 * there anyway. Each step is found once and looked at by all that follow from it.
 */
const ofRound = (viewer: Viewer): Sql => sql`with
  of_formats as materialized (select put.format_id as id from discourse_format put where put.round_id = round.id),
  of_findings as materialized (select put.finding_id as id from discourse_finding put where put.round_id = round.id),
  of_meetings as materialized (select held.id from of_formats join meeting held on held.format_id = of_formats.id),
  of_priorities as materialized (select distinct chosen.id from of_findings join priority_finding link on link.finding_id = of_findings.id
    join action_priority chosen on chosen.id = link.priority_id and chosen.state <> 'DROPPED'),
  of_recommendations as materialized (select distinct chosen.id from of_priorities join recommendation_priority link on link.priority_id = of_priorities.id
    join recommendation chosen on chosen.id = link.recommendation_id and chosen.state <> 'WITHDRAWN'),
  of_measures as materialized (select distinct link.measure_id as id from of_recommendations join measure_recommendation link on link.recommendation_id = of_recommendations.id),
  -- Four ways by which a Hinweis may have come, each with an index of its own.
  of_feedback as materialized (
    select it.id from of_formats join feedback it on it.format_id = of_formats.id where ${countedFeedback(viewer)}
    union select it.id from of_meetings join feedback it on it.meeting_id = of_meetings.id where ${countedFeedback(viewer)}
    union select it.id from (
        select proof.feedback_id as id from of_findings join finding_evidence proof on proof.finding_id = of_findings.id and proof.feedback_id is not null
        union all select carried.feedback_id from of_findings join finding_evidence proof on proof.finding_id = of_findings.id
          join argument_feedback carried on carried.argument_id = proof.argument_id) proven
      join feedback it on it.id = proven.id where ${countedFeedback(viewer)})`;
const countedFeedback = (viewer: Viewer): Sql => sql`it.state <> 'REJECTED' and ${visibleFeedback(viewer)}`;

type Rows = (viewer: Viewer) => Sql;

/** The ids of each list, as this viewer may see them. */
const idsOf: Readonly<Record<Exclude<DiscourseList, 'RESOLUTIONS'>, Rows>> = {
  FINDINGS: (viewer) =>
    sql`select it.id from of_findings join finding it using (id) where ${visibleFindings(viewer)}`,
  FORMATS: (viewer) =>
    sql`select it.id from of_formats join participation_format it using (id) where ${visibleFormats(viewer)}`,
  MEETINGS: (viewer) =>
    sql`select it.id from of_meetings join meeting it using (id) where ${visibleMeetings(viewer)}`,
  FEEDBACK: () => sql`select of_feedback.id from of_feedback`,
  PRIORITIES: (viewer) =>
    sql`select it.id from of_priorities join action_priority it using (id) where ${visiblePriorities(viewer)}`,
  RECOMMENDATIONS: (viewer) =>
    sql`select it.id from of_recommendations join recommendation it using (id) where ${visibleRecommendations(viewer)}`,
  MEASURES: (viewer) =>
    sql`select it.id from of_measures join measure it using (id) where it.state <> 'REJECTED' and ${visibleMeasures(viewer)}`,
};

/** Of a paper the deciding body adopted; of a recommendation the last word on it that came without a paper. */
const resolutionsOfPapers: Rows = (viewer) => sql`
  select resolved.id, it.id as paper_id, null::uuid as recommendation_id from paper it
    join paper_consultation resolved on resolved.paper_id = it.id and resolved.role = 'DECIDING' and resolved.result in ('ACCEPTED', 'CHANGED')
  where it.id in (select link.paper_id from of_recommendations join paper_recommendation link on link.recommendation_id = of_recommendations.id) and ${visiblePapers(viewer)}`;
const resolutionsWithoutPaper: Rows = (viewer) => sql`
  select resolved.id, null::uuid as paper_id, it.id as recommendation_id from recommendation it
    join recommendation_decision resolved on resolved.recommendation_id = it.id and resolved.final and resolved.consultation_id is null
      and resolved.result in ('ACCEPTED', 'CHANGED')
  where it.id in (select of_recommendations.id from of_recommendations) and ${visibleRecommendations(viewer)}`;
const resolutions: Rows = (viewer) =>
  sql`${resolutionsOfPapers(viewer)} union all ${resolutionsWithoutPaper(viewer)}`;

const counted = (viewer: Viewer, list: DiscourseList): Sql =>
  list === 'RESOLUTIONS'
    ? sql`(select count(*) from (${resolutions(viewer)}) looked)`
    : sql`(select count(*) from (${idsOf[list](viewer)}) looked)`;

/** All counts of a round (alias `round`) as one value; null for those outside of the office. */
export function discourseCounts(viewer: Viewer): Sql {
  if (!seesCounters(viewer)) return sql`null::json`;
  const pairs = discourseLists.map((list) => sql`${raw(`'${list}'`)}, ${counted(viewer, list)}`);
  return sql`(${ofRound(viewer)} select json_build_object(${join(pairs, ', ')}))`;
}

/** Where a list's rows stand, and what each says and opens (alias `it`). */
const shown: Readonly<Record<Exclude<DiscourseList, 'RESOLUTIONS'>, readonly [string, string, string]>> = {
  FINDINGS: ['finding', `it.number || ' · ' || ${firstWords('it.statement', 120)}`, '/planung/befunde/'],
  FORMATS: ['participation_format', 'it.title', '/beteiligung/formate/'],
  MEETINGS: ['meeting', 'it.title', '/termine/'],
  FEEDBACK: [
    'feedback',
    `concat_ws(' · ', it.number, coalesce(nullif(${firstWords('it.triaged_text', 120)}, ''), 'noch nicht gesichtet'))`,
    '/hinweise/',
  ],
  PRIORITIES: ['action_priority', `it.number || ' · ' || it.title`, '/planung/schwerpunkte/'],
  RECOMMENDATIONS: [
    'recommendation',
    `it.number || ' · ' || ${firstWords('it.wording', 120)}`,
    '/planung/empfehlungen/',
  ],
  MEASURES: ['measure', `it.number || ' · ' || it.title`, '/planung/massnahmen/'],
};

/** The rows `id, title, path` of a list of one round. */
export function discourseRows(viewer: Viewer, list: DiscourseList, roundId: string): Sql {
  if (list === 'RESOLUTIONS')
    return sql`(select looked.id,
        case when looked.paper_id is null then proposal.number || ' · ' || ${raw(firstWords('proposal.wording', 120))} else paper.number || ' · ' || paper.title end as title,
        case when looked.paper_id is null then '/planung/empfehlungen/' || proposal.id else '/planung/vorlagen/' || paper.id end as path
      from discourse_round round cross join lateral (${ofRound(viewer)} ${resolutions(viewer)}) looked left join paper on paper.id = looked.paper_id
        left join recommendation proposal on proposal.id = looked.recommendation_id where round.id = ${roundId})`;
  const [table, title, path] = shown[list];
  return sql`(select it.id, ${raw(title)} as title, ${path} || it.id as path
    from discourse_round round cross join lateral (${ofRound(viewer)} ${idsOf[list](viewer)}) looked join ${raw(table)} it on it.id = looked.id where round.id = ${roundId})`;
}
