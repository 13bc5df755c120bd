import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ProtocolLine, ProtocolPerson } from '@runder-tisch/domain/meetings';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { guestName, guestOrganisation } from '../session/guest-name';

export interface StoredLine extends Omit<ProtocolLine, 'feedback'> {
  feedbackId: string | null;
}

/** Somebody who was invited or came, with the address a protocol may go to and their tasks from this meeting. */
export interface Participant {
  key: string;
  name: string;
  mail: string;
  personId: string | null;
  present: boolean;
  guest: boolean;
  tasks: { id: string; title: string; dueOn: string | null }[];
}

@Injectable()
export class ProtocolRepository {
  constructor(private readonly database: Database) {}

  lines(tx: EntityManager, meetingId: string): Promise<StoredLine[]> {
    return rowsIn<StoredLine>(
      tx,
      sql`select line.agenda_item_id as "agendaItemId", line.kind, line.text, line.feedback_id as "feedbackId",
            case when line.votes_yes is null then null
              else json_build_object('yes', line.votes_yes, 'no', line.votes_no, 'abstain', line.votes_abstain) end as votes,
            case when task.id is null then null else json_build_object('dueOn', task.due_on,
              'who', concat_ws(', ', nullif(trim(concat_ws(' ', nullif(person.title, ''), nullif(person.given_name, ''), person.family_name)), ''), organisation.name)) end as task
          from minutes_entry line left join agenda_item item on item.id = line.agenda_item_id left join task on task.id = line.task_id
            left join person on person.id = task.person_id left join organisation on organisation.id = task.organisation_id
          where line.meeting_id = ${meetingId} and line.deleted_at is null and (line.text <> '' or line.kind = 'FEEDBACK')
          order by item.position nulls last, line.position, line.id`,
    );
  }

  people(tx: EntityManager, meetingId: string): Promise<ProtocolPerson[]> {
    return rowsIn<ProtocolPerson>(
      tx,
      sql`select * from (
            select invitation.name, coalesce(organisation.name, '') as organisation, invitation.answer,
                   coalesce(attendance.present, false) as present, false as guest
            from invitation left join attendance on attendance.invitation_id = invitation.id
              left join organisation on organisation.id = coalesce(invitation.on_behalf_of_id, invitation.organisation_id)
            where invitation.meeting_id = ${meetingId} and invitation.uninvited_at is null
            union all
            select coalesce(nullif(${raw(guestName)}, ''), trim(concat_ws(' ', nullif(person.given_name, ''), person.family_name))),
                   coalesce(organisation.name, ${raw(guestOrganisation)}), null, attendance.present, true
            from attendance left join organisation on organisation.id = attendance.organisation_id left join person on person.id = attendance.person_id
            where attendance.meeting_id = ${meetingId} and attendance.invitation_id is null) someone
          order by guest, name collate "de-x-icu"`,
    );
  }

  /** One row per address; who has a task but was neither invited nor there gets the protocol as well. */
  participants(meetingId: string): Promise<Participant[]> {
    return this.database.rows<Participant>(sql`
      with taking_part as (
        select invitation.person_id, invitation.name, invitation.mail, coalesce(attendance.present, false) as present, false as guest
        from invitation left join attendance on attendance.invitation_id = invitation.id
        where invitation.meeting_id = ${meetingId} and invitation.uninvited_at is null
        union all
        select attendance.person_id, coalesce(nullif(${raw(guestName)}, ''), trim(concat_ws(' ', nullif(person.given_name, ''), person.family_name))),
               coalesce(person.mail, ''), attendance.present, true
        from attendance left join person on person.id = attendance.person_id
        where attendance.meeting_id = ${meetingId} and attendance.invitation_id is null
        union all
        select person.id, trim(concat_ws(' ', nullif(person.given_name, ''), person.family_name)), person.mail, false, false
        from task join person on person.id = task.person_id
        where task.meeting_id = ${meetingId} and task.origin = 'MINUTES' and task.state <> 'DROPPED')
      select coalesce(nullif(lower(mail), ''), name) as key, min(name) as name, min(mail) as mail, min(person_id::text)::uuid as "personId",
             bool_or(present) as present, bool_and(guest) as guest,
             coalesce((select json_agg(json_build_object('id', task.id, 'title', task.title, 'dueOn', task.due_on) order by task.due_on nulls last, task.id)
               from task where task.meeting_id = ${meetingId} and task.origin = 'MINUTES' and task.state = 'OPEN'
                 and task.person_id = min(taking_part.person_id::text)::uuid), '[]') as tasks
      from taking_part group by coalesce(nullif(lower(mail), ''), name) order by 2`);
  }
}
