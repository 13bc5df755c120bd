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
  // Whoever does not work on all Hinweise is led to none of them.
  const newest = (sentiment: string): Sql =>
    hasRole(viewer, 'planner')
      ? sql`(select json_build_object('id', said.id, 'number', said.number) from (${voicesOf(sql`findings.id`)}) voice
          join feedback said on said.id = voice.feedback_id where said.sentiment = ${sentiment} order by said.received_at desc limit 1)`
      : sql`null`;
  return sql`(with heard as (
      select it.source, sum(it.count)::int as total,
             coalesce(sum(it.count) filter (where it.state in ('LINKED', 'DECIDED') and it.alone), 0)::int as unanswered
      from feedback_count it where it.field_id = ${fieldId} group by it.source having sum(it.count) > 0),
    own as materialized (select it.id, it.number, it.statement, it.state from finding it
      where it.field_id = ${fieldId} and it.state <> 'DROPPED' and ${visibleFindings(viewer)}),
    spoken as (
      select voice.finding_id, count(*)::int as voices, count(*) filter (where said.sentiment = 'POSITIVE')::int as praising,
             count(*) filter (where said.sentiment = 'NEGATIVE')::int as complaining
      from (${voicesOf(sql`select own.id from own`)}) voice left join lateral (
        select it.sentiment from feedback it where it.id = voice.feedback_id and it.sentiment in ('POSITIVE', 'NEGATIVE') offset 0) said on true
      group by voice.finding_id),
    findings as materialized (
      select own.*, coalesce(spoken.voices, 0) as voices, coalesce(spoken.praising, 0) as praising, coalesce(spoken.complaining, 0) as complaining
      from own left join spoken on spoken.finding_id = own.id)
    select json_build_object(
      'bySource', coalesce((select json_agg(json_build_object('source', heard.source, 'count', heard.total, 'unanswered', heard.unanswered) order by heard.total desc, heard.source)
        from heard), '[]'),
      'formats', (select count(*)::int from format_field where format_field.field_id = ${fieldId}),
      'confirmedFindings', (select count(*)::int from findings where findings.state = 'CONFIRMED'),
      'draftFindings', (select count(*)::int from findings where findings.state = 'DRAFT'),
      'findings', coalesce((select json_agg(top) from (select findings.id, findings.number, findings.statement, findings.state, findings.voices,
          (select count(*)::int from finding_evidence where finding_evidence.finding_id = findings.id) as evidence
        from findings order by findings.voices desc, findings.state, findings.number desc limit ${BRIEFING_ROWS}) top), '[]'),
      'divided', coalesce((select json_agg(json_build_object('id', findings.id, 'number', findings.number, 'statement', findings.statement,
          'praising', findings.praising, 'complaining', findings.complaining, 'praise', ${newest('POSITIVE')}, 'complaint', ${newest('NEGATIVE')})
          order by findings.voices desc, findings.number)
        from findings where findings.praising > 0 and findings.complaining > 0), '[]')))`;
}
