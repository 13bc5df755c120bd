import sql, { type Sql } from 'sql-template-tag';
import { BRIEFING_ROWS } from '@runder-tisch/domain/briefing';
import { hasRole, type Viewer } from '../access/viewer';
import { visibleFindings } from '../findings/findings-access';

/** The Hinweise that speak for the Befunde of `findings` (column `id`), each once, directly or through an argument. */
export function voicesOf(findings: Sql): Sql {
  return sql`select link.finding_id, link.feedback_id from finding_evidence link
      where link.finding_id in (${findings}) and link.feedback_id is not null
    union
    select link.finding_id, carried.feedback_id from finding_evidence link
      join argument_feedback carried on carried.argument_id = link.argument_id
      where link.finding_id in (${findings}) and link.argument_id is not null`;
}

/** `StoredVoices` as JSON: mere numbers of Hinweise, whoever of the office asks, as with the coverage. */
export function voicesSql(viewer: Viewer, fieldId: string): Sql {
  const found = sql`select it.id from finding it where it.field_id = ${fieldId} and it.state <> 'DROPPED' and ${visibleFindings(viewer)}`;
  // The newest is told apart by its id; its number is looked up where it is told at all.
  const newest = (sentiment: string): Sql =>
    sql`(array_agg(said.id order by said.received_at desc) filter (where said.sentiment = ${sentiment}))[1]`;
  // Whoever does not work on all Hinweise is led to none of them.
  const told = (column: Sql): Sql =>
    hasRole(viewer, 'planner')
      ? sql`(select json_build_object('id', said.id, 'number', said.number) from feedback said where said.id = ${column})`
      : sql`null`;
  const counted = sql`it.source, count(*)::int as total,
    count(*) filter (where it.state in ('LINKED', 'DECIDED') and it.counted_with_id is null)::int as unanswered`;
  return sql`(with heard as (
      select ${counted} from feedback it where it.primary_field_id = ${fieldId} group by it.source
      union all
      select ${counted} from feedback_field further join feedback it on it.id = further.feedback_id
      where further.field_id = ${fieldId} and it.primary_field_id is not null and it.primary_field_id <> ${fieldId} group by it.source),
    spoken as (
      select voice.finding_id, count(*)::int as voices, count(*) filter (where said.sentiment = 'POSITIVE')::int as praising,
             count(*) filter (where said.sentiment = 'NEGATIVE')::int as complaining,
             ${newest('POSITIVE')} as praise, ${newest('NEGATIVE')} as complaint
      from (${voicesOf(found)}) voice join feedback said on said.id = voice.feedback_id group by voice.finding_id),
    findings as (
      select it.id, it.number, it.statement, it.state, coalesce(spoken.voices, 0) as voices, coalesce(spoken.praising, 0) as praising,
             coalesce(spoken.complaining, 0) as complaining, spoken.praise, spoken.complaint
      from finding it left join spoken on spoken.finding_id = it.id where it.id in (${found}))
    select json_build_object(
      'bySource', coalesce((select json_agg(json_build_object('source', counted.source, 'count', counted.total, 'unanswered', counted.unanswered) order by counted.total desc, counted.source)
        from (select heard.source, sum(heard.total)::int as total, sum(heard.unanswered)::int as unanswered from heard group by heard.source) counted), '[]'),
      'formats', (select count(*)::int from format_field where format_field.field_id = ${fieldId}),
      'confirmedFindings', (select count(*)::int from findings where findings.state = 'CONFIRMED'),
      'draftFindings', (select count(*)::int from findings where findings.state = 'DRAFT'),
      'findings', coalesce((select json_agg(top) from (select findings.id, findings.number, findings.statement, findings.state, findings.voices,
          (select count(*)::int from finding_evidence where finding_evidence.finding_id = findings.id) as evidence
        from findings order by findings.voices desc, findings.state, findings.number desc limit ${BRIEFING_ROWS}) top), '[]'),
      'divided', coalesce((select json_agg(json_build_object('id', findings.id, 'number', findings.number, 'statement', findings.statement,
          'praising', findings.praising, 'complaining', findings.complaining, 'praise', ${told(sql`findings.praise`)}, 'complaint', ${told(sql`findings.complaint`)})
          order by findings.voices desc, findings.number)
        from findings where findings.praising > 0 and findings.complaining > 0), '[]')))`;
}
