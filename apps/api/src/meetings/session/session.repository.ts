import { Injectable } from '@nestjs/common';
import sql, { join, raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { reference } from '../../database/reference';
import { personNameOf } from '../../database/person-name';
import { rowsIn } from '../../database/rows';
import { currentSeats } from '../../networks/membership-sql';
import { sessionVoters } from '../committee-session/session-facts';
import { isGuest, whoComes } from '../meeting-sql';
import { changeableMeetings, visibleMeetings } from '../meetings-access';
import { guestName, guestOrganisation } from '../guest-name';
import type { MinutesEntry } from '../session.entity';
import { LineOwners } from './line-owners';
import { nextDay, openItems } from './open-items-sql';

@Injectable()
export class SessionRepository {
  constructor(
    private readonly database: Database,
    private readonly owners: LineOwners,
    private readonly clock: Clock,
  ) {}

  /**
   * The whole running meeting in one statement: agenda, lines, invited and present, what is open from last
   * time. Where nobody was asked to come, those of the network stand in the list and can be ticked by name.
   */
  find(viewer: Viewer, meetingId: string): Promise<RunningMeetingView> {
    return this.database.found<RunningMeetingView>(sql`
      select it.id, it.version, it.title, it.type, it.state, it.starts_at as "startsAt", it.ends_at as "endsAt",
        coalesce(nullif(it.place, ''), it.online_link) as place,
        ${reference('network')} as network,
        it.session_started_at as "sessionStartedAt", it.session_ended_at as "sessionEndedAt",
        it.minutes_approved_at as "minutesApprovedAt", it.minutes_approved_by as "minutesApprovedBy", it.protocol_sent_at as "protocolSentAt",
        ${sessionVoters(berlinDay(this.clock.now()))} as voters,
        coalesce((select json_agg(json_build_object('id', item.id, 'title', item.title, 'minutes', item.minutes,
            'visibility', item.visibility, 'presenter', item.presenter, 'level', item.level) order by item.position)
          from agenda_item item where item.meeting_id = it.id), '[]') as agenda,
        coalesce((select json_agg(json_build_object('id', line.id, 'version', line.version, 'agendaItemId', line.agenda_item_id,
            'position', line.position, 'kind', line.kind, 'text', line.text,
            'referenceId', ${this.owners.reference()}, 'feedbackId', ${this.owners.reference()},
            'votes', case when line.votes_yes is null then null
                     else json_build_object('yes', line.votes_yes, 'no', line.votes_no, 'abstain', line.votes_abstain) end,
            'task', case when task.id is null then null else json_build_object('id', task.id, 'dueOn', task.due_on, 'done', task.state = 'DONE',
                'person', ${reference('person', personNameOf('person'))},
                'organisation', ${reference('organisation')}) end)
            order by line.position, line.id)
          from minutes_entry line left join task on task.id = line.task_id left join person on person.id = task.person_id
            left join organisation on organisation.id = task.organisation_id
          where line.meeting_id = it.id and line.deleted_at is null), '[]') as entries,
        coalesce((select json_agg(json_build_object('id', seat.id, 'version', seat.version, 'invitationId', seat.invitation_id,
            'personId', seat.person_id, 'organisationId', seat.organisation_id, 'name', seat.name, 'organisation', seat.organisation,
            'answer', seat.answer, 'present', seat.present, 'guest', seat.guest) order by seat.guest, seat.name collate "de-x-icu")
          from (
            select attendance.id, coalesce(attendance.version, 0) as version, invitation.id as invitation_id, invitation.person_id,
                   coalesce(invitation.on_behalf_of_id, invitation.organisation_id) as organisation_id, ${whoComes} as name,
                   coalesce(organisation.name, '') as organisation, invitation.answer, attendance.present, false as guest
            from invitation left join attendance on attendance.invitation_id = invitation.id
              left join organisation on organisation.id = coalesce(invitation.on_behalf_of_id, invitation.organisation_id)
            where invitation.meeting_id = it.id and invitation.uninvited_at is null
            union all
            select attendance.id, attendance.version, null, attendance.person_id, attendance.organisation_id,
                   coalesce(nullif(${raw(guestName)}, ''), ${personNameOf('person')}, ''), coalesce(organisation.name, ${raw(guestOrganisation)}), null, attendance.present, ${isGuest}
            from attendance left join organisation on organisation.id = attendance.organisation_id left join person on person.id = attendance.person_id
            where attendance.meeting_id = it.id and attendance.invitation_id is null
            union all
            (select distinct on (person.id) null::uuid, 0, null::uuid, person.id, organisation.id, ${personNameOf('person')},
                   coalesce(organisation.name, ''), null, null::boolean, false
            from membership join person on person.id = coalesce(membership.person_id, membership.deputy_person_id)
              left join organisation on organisation.id = membership.organisation_id
            where membership.network_id = it.network_id and ${currentSeats(berlinDay(this.clock.now()))}
              and not exists (select 1 from invitation where invitation.meeting_id = it.id and invitation.invited_at is not null)
              and not exists (select 1 from invitation where invitation.meeting_id = it.id and invitation.person_id = person.id and invitation.uninvited_at is null)
              and not exists (select 1 from attendance where attendance.meeting_id = it.id and attendance.person_id = person.id)
            order by person.id, organisation.name)) seat), '[]') as attendance,
        coalesce((select json_agg(json_build_object('id', item.id, 'version', item.version, 'kind', item.kind, 'title', item.title, 'who', item.who,
            'dueOn', item.due_on, 'mark', item.mark, 'movedTo', item.moved_to) order by item.kind desc, item.due_on nulls last, item.title, item.id)
          from (${openItems}) item), '[]') as "openItems", ${nextDay} as "nextDay"
      from meeting it left join network on network.id = it.network_id
      where it.id = ${meetingId} and ${visibleMeetings(viewer)} and ${changeableMeetings(viewer)}`);
  }

  /** A new line, or the next version of one that is there. */
  async keepLine(tx: EntityManager, line: MinutesEntry & { referenceId: string | null }): Promise<void> {
    const columns = Object.entries({
      id: line.id,
      meeting_id: line.meetingId,
      agenda_item_id: line.agendaItemId,
      position: line.position,
      kind: line.kind,
      text: line.text,
      task_id: line.taskId,
      votes_yes: line.votesYes,
      votes_no: line.votesNo,
      votes_abstain: line.votesAbstain,
      version: line.version,
      deleted_at: line.deletedAt,
      created_at: line.createdAt,
      ...this.owners.references(line.kind, line.referenceId),
    });
    const names = columns.map(([name]) => raw(name));
    await rowsIn(
      tx,
      sql`insert into minutes_entry (${join(names)}) values (${join(columns.map(([, value]) => value))})
          on conflict (id) do update set (${join(names)}) = row (${join(names.map((name) => sql`excluded.${name}`))})`,
    );
  }
}
