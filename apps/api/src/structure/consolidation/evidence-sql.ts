import sql, { type Sql } from 'sql-template-tag';
import { consolidationLimits, type ConsolidationSubject } from '@runder-tisch/domain/structure';
import { personNameOf } from '../../database/person-name';
import { heldMeetings } from '../../meetings/held-meetings-sql';
import { currentSeats } from '../../networks/membership-sql';

/** When the cycle began that runs on this day; where none was ever opened, five years ago. */
export function cycleBegan(day: string): Sql {
  return sql`coalesce((select max(cycle.begins_on) from cycle where cycle.begins_on <= ${day}::date), (${day}::date - interval '5 years')::date)`;
}

/**
 * Recommendations that a body accepted since then and that rest, through priority and finding, on what was said in
 * the network or format `it`: rows with their number.
 */
export function acceptedResults(of: 'network' | 'format', since: Sql, day: string): Sql {
  const said =
    of === 'network'
      ? sql`it.id in (told.network_id, meeting.network_id, format.network_id)`
      : sql`it.id in (told.format_id, meeting.format_id, format.id)`;
  return sql`select distinct recommendation.number from recommendation_decision decided
    join recommendation on recommendation.id = decided.recommendation_id
    where decided.final and decided.result in ('ACCEPTED', 'CHANGED') and decided.decided_on between ${since} and ${day}::date
      and exists (select 1 from recommendation_priority chosen
        join priority_finding found on found.priority_id = chosen.priority_id
        join finding_evidence proof on proof.finding_id = found.finding_id
        left join feedback told on told.id = proof.feedback_id
        left join meeting on meeting.id = told.meeting_id
        left join participation_format format on format.id = coalesce(proof.format_id, told.format_id)
        where chosen.recommendation_id = decided.recommendation_id and ${said})`;
}

/**
 * What is computed of the network, format or planning `it` on a day, as one JSON value with the fields of
 * `ConsolidationEvidence`.
 */
export function evidenceOf(subject: ConsolidationSubject, day: string): Sql {
  const since = cycleBegan(day);
  if (subject === 'PLANNING')
    return sql`json_build_object('agreementOn', null, 'coordination', '[]'::json, 'meetings', '[]'::json, 'reportsTo', null,
      'results', '[]'::json, 'resultsSince', ${since}, 'cycle', (select json_build_object('name', cycle.name, 'endsOn', cycle.ends_on)
        from cycle where cycle.state <> 'CLOSED' and ${day}::date between cycle.begins_on and cycle.ends_on order by cycle.number limit 1))`;
  const network = subject === 'NETWORK' ? sql`it.id` : sql`it.network_id`;
  const meetings = subject === 'NETWORK' ? sql`meeting.network_id = it.id` : sql`meeting.format_id = it.id`;
  return sql`json_build_object(
    'agreementOn', (select network.cooperation_agreement_on from network where network.id = ${network}),
    'coordination', coalesce((select json_agg(${personNameOf('person')} order by membership.from_day, membership.id)
      from membership join person on person.id = membership.person_id
      where membership.network_id = ${network} and membership.role = 'COORDINATOR' and ${currentSeats(day)}), '[]'),
    'meetings', coalesce((select json_agg(held order by held."on" desc) from (${heldMeetings(meetings, day, consolidationLimits.months)}) held), '[]'),
    'reportsTo', (select committee.name from network join committee on committee.id = network.reports_to_committee_id
      where network.id = ${network}),
    'results', coalesce((select json_agg(accepted.number order by accepted.number)
      from (${acceptedResults(subject === 'NETWORK' ? 'network' : 'format', since, day)}) accepted), '[]'),
    'resultsSince', ${since}, 'cycle', null)`;
}
