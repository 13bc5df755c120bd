import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { NamedReference } from '@runder-tisch/domain/lists';
import {
  presentOn,
  type Quorum,
  quorumInWords,
  quorumOn,
  sessionProblems,
  tooManyVotes,
  votersPresent,
  type VotingSeat,
} from '@runder-tisch/domain/meetings';
import { personNameOf } from '../../database/person-name';
import { reference } from '../../database/reference';
import { oneIn } from '../../database/rows';
import { problem } from '../../problem/problem';

export interface SessionFacts {
  meetingId: string;
  version: number;
  committee: NamedReference;
  startsOn: string | null;
  invitationDays: number | null;
  localNotice: boolean;
  ownQuorum: number | null;
  invitedOn: string | null;
  agendaChangedOn: string | null;
  noticeOn: string | null;
  noticeWhere: string;
  shortNoticeReason: string;
  /** Since the reason was said, the agenda changed once more. */
  reasonOutdated: boolean;
  quorumWords: string;
  minutesApproved: boolean;
  seats: VotingSeat[];
  present: string[];
  attendanceTaken: boolean;
  people: NamedReference[];
  exclusions: { agendaItemId: string; people: NamedReference[] }[];
}

const startsOn = sql`(it.starts_at at time zone 'Europe/Berlin')::date`;

/** Seats of the body of `it` on the day of its session; before it has one, today. */
const onTheDay = (today: string): Sql => sql`seat.committee_id = it.committee_id
    and seat.from_day <= coalesce(${startsOn}, ${today}::date) and (seat.to_day is null or seat.to_day >= coalesce(${startsOn}, ${today}::date))`;

function votingSeats(today: string): Sql {
  return sql`coalesce((select json_agg(json_build_object('id', seat.id, 'personId', seat.person_id, 'voting', seat.voting,
    'deputyOfId', seat.deputy_of_id)) from committee_seat seat where ${onTheDay(today)}), '[]')`;
}

/** What a running session (`it`) counts its quorum by; null where it is no committee's. */
export function sessionVoters(today: string): Sql {
  return sql`case when it.type = 'COMMITTEE' then (select json_build_object('seats', ${votingSeats(today)}, 'ownQuorum', committee.quorum,
      'exclusions', coalesce((select json_agg(json_build_object('agendaItemId', left_out.agenda_item_id, 'personIds', left_out.people))
        from (select excluded.agenda_item_id, json_agg(excluded.person_id) as people
          from agenda_exclusion excluded join agenda_item item on item.id = excluded.agenda_item_id
          where item.meeting_id = it.id group by excluded.agenda_item_id) left_out), '[]'))
    from committee where committee.id = it.committee_id) end`;
}

/** All that is known of a committee's session (alias `it`) in one statement; nothing where it is none. */
export function sessionFacts(meetingId: string, today: string, where: Sql): Sql {
  return sql`
    select it.id as "meetingId", it.version, ${reference('committee')} as committee, ${startsOn}::text as "startsOn",
      committee.invitation_days as "invitationDays", committee.local_notice as "localNotice", committee.quorum as "ownQuorum",
      (select (min(invitation.invited_at) at time zone 'Europe/Berlin')::date::text from invitation
        where invitation.meeting_id = it.id and invitation.uninvited_at is null) as "invitedOn",
      (it.agenda_changed_at at time zone 'Europe/Berlin')::date::text as "agendaChangedOn",
      it.notice_on::text as "noticeOn", it.notice_where as "noticeWhere", it.short_notice_reason as "shortNoticeReason",
      coalesce(it.agenda_changed_at > it.short_notice_at, false) as "reasonOutdated", it.quorum_words as "quorumWords",
      it.minutes_approved_at is not null as "minutesApproved",
      ${votingSeats(today)} as seats,
      coalesce((select json_agg(distinct attendance.person_id) from attendance
        where attendance.meeting_id = it.id and attendance.present and attendance.person_id is not null), '[]') as present,
      exists (select 1 from attendance where attendance.meeting_id = it.id and attendance.present) as "attendanceTaken",
      coalesce((select json_agg(json_build_object('id', person.id, 'name', ${personNameOf('person')})
          order by person.family_name collate "de-x-icu", person.given_name collate "de-x-icu", person.id)
        from person where person.id in (select seat.person_id from committee_seat seat where ${onTheDay(today)}
          union select attendance.person_id from attendance where attendance.meeting_id = it.id and attendance.present
          union select excluded.person_id from agenda_exclusion excluded join agenda_item item on item.id = excluded.agenda_item_id
            where item.meeting_id = it.id)), '[]') as people,
      coalesce((select json_agg(json_build_object('agendaItemId', left_out.agenda_item_id, 'people', left_out.people))
        from (select excluded.agenda_item_id, json_agg(json_build_object('id', person.id, 'name', ${personNameOf('person')})
            order by person.family_name collate "de-x-icu", person.id) as people
          from agenda_exclusion excluded join agenda_item item on item.id = excluded.agenda_item_id
            join person on person.id = excluded.person_id
          where item.meeting_id = it.id group by excluded.agenda_item_id) left_out), '[]') as exclusions
    from meeting it join committee on committee.id = it.committee_id
    where it.id = ${meetingId} and it.type = 'COMMITTEE' and ${where}`;
}

/** Of one session within a change of it; undefined where it is no committee's. */
export function sessionFactsIn(
  tx: EntityManager,
  meetingId: string,
  today: string,
): Promise<SessionFacts | undefined> {
  return oneIn<SessionFacts>(tx, sessionFacts(meetingId, today, sql`true`));
}

/** Null while nobody has a voting seat. */
export function countedQuorum(facts: SessionFacts): Quorum | null {
  return quorumOn({ ...facts, exclusions: [] }, facts.present, null);
}

/** What the minutes say: the words of who takes them go before what was counted. */
export function quorumSaid(facts: SessionFacts): string {
  const counted = countedQuorum(facts);
  return facts.quorumWords || (counted && facts.attendanceTaken ? quorumInWords(counted) : '');
}

type Votes = { yes: number; no: number; abstain: number };

/** Why so many cannot have voted on an item; null where they may, or nobody knows who was there. */
export function overvoted(facts: SessionFacts, agendaItemId: string | null, votes: Votes): string | null {
  if (!facts.attendanceTaken || countedQuorum(facts) === null) return null;
  const left = facts.exclusions.find((it) => it.agendaItemId === agendaItemId)?.people ?? [];
  const present = votersPresent(facts.seats, new Set(facts.present));
  const without = presentOn(
    facts.present,
    left.map(({ id }) => id),
  );
  return tooManyVotes(votes, { present, excluded: present - votersPresent(facts.seats, without) });
}

/** What stands against the minutes; `title` is that of the item, where there is one. */
export function overvotedInWords(title: string | undefined, fault: string): string {
  return `${title === undefined ? 'Außerhalb der Tagesordnung' : `TOP „${title}“`}: ${fault}`;
}

/** Refuses more votes than there were people to cast them; areas on the right ask for votes of their own. */
export async function assertVotesFit(
  tx: EntityManager,
  today: string,
  { meetingId, agendaItemId, votes }: { meetingId: string; agendaItemId: string | null; votes: Votes },
): Promise<void> {
  const facts = await sessionFactsIn(tx, meetingId, today);
  const fault = facts && overvoted(facts, agendaItemId, votes);
  if (fault)
    throw problem(sessionProblems, 'votes-exceed-voters', [
      { path: 'votes', code: 'too-many', detail: fault },
    ]);
}
