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
 * there anyway.
 */
const formats = sql`select of_round.format_id from discourse_format of_round where of_round.round_id = round.id`;
const meetings = sql`select held.id from meeting held where held.format_id in (${formats})`;
const findings = sql`select of_round.finding_id from discourse_finding of_round where of_round.round_id = round.id`;
const priorities = sql`select link.priority_id from priority_finding link
  join action_priority chosen on chosen.id = link.priority_id and chosen.state <> 'DROPPED' where link.finding_id in (${findings})`;
const recommendations = sql`select link.recommendation_id from recommendation_priority link
  join recommendation chosen on chosen.id = link.recommendation_id and chosen.state <> 'WITHDRAWN' where link.priority_id in (${priorities})`;
const evidence = sql`select proof.feedback_id from finding_evidence proof where proof.finding_id in (${findings}) and proof.feedback_id is not null
  union select carried.feedback_id from finding_evidence proof join argument_feedback carried on carried.argument_id = proof.argument_id
    where proof.finding_id in (${findings})`;

type Rows = (viewer: Viewer) => Sql;

/** The ids of each list, as this viewer may see them. */
const idsOf: Readonly<Record<Exclude<DiscourseList, 'RESOLUTIONS'>, Rows>> = {
  FINDINGS: (viewer) =>
    sql`select it.id from finding it where it.id in (${findings}) and ${visibleFindings(viewer)}`,
  FORMATS: (viewer) =>
    sql`select it.id from participation_format it where it.id in (${formats}) and ${visibleFormats(viewer)}`,
  MEETINGS: (viewer) =>
    sql`select it.id from meeting it where it.format_id in (${formats}) and ${visibleMeetings(viewer)}`,
  // Three ways by which one may have come, each with an index of its own.
  FEEDBACK: (viewer) => sql`select it.id from feedback it where it.id in (
      select said.id from feedback said where said.format_id in (${formats})
      union select said.id from feedback said where said.meeting_id in (${meetings})
      union ${evidence}) and it.state <> 'REJECTED' and ${visibleFeedback(viewer)}`,
  PRIORITIES: (viewer) =>
    sql`select it.id from action_priority it where it.id in (${priorities}) and ${visiblePriorities(viewer)}`,
  RECOMMENDATIONS: (viewer) =>
    sql`select it.id from recommendation it where it.id in (${recommendations}) and ${visibleRecommendations(viewer)}`,
  MEASURES: (
    viewer,
  ) => sql`select it.id from measure it where it.id in (select link.measure_id from measure_recommendation link
      where link.recommendation_id in (${recommendations})) and it.state <> 'REJECTED' and ${visibleMeasures(viewer)}`,
};

/** Of a paper the deciding body adopted; of a recommendation the last word on it that came without a paper. */
const resolutionsOfPapers: Rows = (viewer) => sql`
  select resolved.id, it.id as paper_id, null::uuid as recommendation_id from paper it
    join paper_consultation resolved on resolved.paper_id = it.id and resolved.role = 'DECIDING' and resolved.result in ('ACCEPTED', 'CHANGED')
  where it.id in (select link.paper_id from paper_recommendation link where link.recommendation_id in (${recommendations})) and ${visiblePapers(viewer)}`;
const resolutionsWithoutPaper: Rows = (viewer) => sql`
  select resolved.id, null::uuid as paper_id, it.id as recommendation_id from recommendation it
    join recommendation_decision resolved on resolved.recommendation_id = it.id and resolved.final and resolved.consultation_id is null
      and resolved.result in ('ACCEPTED', 'CHANGED')
  where it.id in (${recommendations}) and ${visibleRecommendations(viewer)}`;
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
  return sql`json_build_object(${join(pairs, ', ')})`;
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
      from discourse_round round cross join lateral (${resolutions(viewer)}) looked left join paper on paper.id = looked.paper_id
        left join recommendation proposal on proposal.id = looked.recommendation_id where round.id = ${roundId})`;
  const [table, title, path] = shown[list];
  return sql`(select it.id, ${raw(title)} as title, ${path} || it.id as path
    from discourse_round round cross join lateral (${idsOf[list](viewer)}) looked join ${raw(table)} it on it.id = looked.id where round.id = ${roundId})`;
}
