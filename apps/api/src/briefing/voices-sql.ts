import sql, { raw, type Sql } from 'sql-template-tag';
import { BRIEFING_ROWS } from '@runder-tisch/domain/briefing';
import { hasRole, type Viewer } from '../access/viewer';
import { visibleFindings } from '../findings/findings-access';

/** `StoredVoices` as JSON: mere numbers of Hinweise, whoever of the office asks, as with the coverage. */
export function voicesSql(viewer: Viewer, fieldId: string): Sql {
  // Whoever does not work on all Hinweise is led to none of them.
  const newest = (sentiment: string): Sql =>
    hasRole(viewer, 'planner')
      ? sql`(select json_build_object('id', said.id, 'number', said.number) from finding_voice voice join feedback said on said.id = voice.feedback_id
          where voice.finding_id = findings.id and voice.sentiment = ${sentiment}::text order by voice.received_at desc limit 1)`
      : sql`null`;
  return sql`(with heard as (
      select it.source, sum(it.count)::int as total,
             coalesce(sum(it.count) filter (where it.state in ('LINKED', 'DECIDED') and it.alone), 0)::int as unanswered
      from feedback_count it where it.field_id = ${fieldId}::uuid group by it.source having sum(it.count) > 0),
    own as materialized (select it.id, it.number, it.statement, it.state from finding it
      where it.field_id = ${fieldId}::uuid and it.state <> 'DROPPED' and ${visibleFindings(viewer)}),
    findings as materialized (
      select own.*, spoken.voices, spoken.praising, spoken.complaining
      from own cross join lateral (
        select count(*)::int as voices, (count(*) filter (where voice.sentiment = 'POSITIVE'))::int as praising,
               (count(*) filter (where voice.sentiment = 'NEGATIVE'))::int as complaining
        from finding_voice voice where voice.finding_id = own.id offset 0) spoken)
    select json_build_object(
      'bySource', coalesce((select json_agg(json_build_object('source', heard.source, 'count', heard.total, 'unanswered', heard.unanswered) order by heard.total desc, heard.source)
        from heard), '[]'),
      'formats', (select count(*)::int from format_field where format_field.field_id = ${fieldId}::uuid),
      'confirmedFindings', (select count(*)::int from findings where findings.state = 'CONFIRMED'),
      'draftFindings', (select count(*)::int from findings where findings.state = 'DRAFT'),
      'findings', coalesce((select json_agg(top) from (select findings.id, findings.number, findings.statement, findings.state, findings.voices,
          (select count(*)::int from finding_evidence where finding_evidence.finding_id = findings.id) as evidence
        from findings order by findings.voices desc, findings.state, findings.number desc limit ${raw(String(BRIEFING_ROWS))}) top), '[]'),
      'divided', coalesce((select json_agg(json_build_object('id', findings.id, 'number', findings.number, 'statement', findings.statement,
          'praising', findings.praising, 'complaining', findings.complaining, 'praise', ${newest('POSITIVE')}, 'complaint', ${newest('NEGATIVE')})
          order by findings.voices desc, findings.number)
        from findings where findings.praising > 0 and findings.complaining > 0), '[]')))`;
}
