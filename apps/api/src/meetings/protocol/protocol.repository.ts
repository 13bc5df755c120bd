import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { NameParts } from '@runder-tisch/domain/actors';
import type { LineKind, OwnProtocolLine, ProtocolPerson } from '@runder-tisch/domain/meetings';
import { rowsIn } from '../../database/rows';
import { isGuest, whoComes } from '../meeting-sql';
import { readsClosedPart } from '../meetings-access';
import { LineOwners } from '../session/line-owners';
import { guestName, guestOrganisation } from '../guest-name';
import { personNameOf, plainNameOf } from '../../database/person-name';

export interface StoredLine extends Omit<OwnProtocolLine, 'kind' | 'printed'> {
  kind: LineKind;
  referenceId: string | null;
}

/** Somebody who was invited or came, with the address a protocol may go to and their tasks from this meeting. */
export interface Participant {
  key: string;
  name: string;
  mail: string;
  personId: string | null;
  person: NameParts | null;
  /** The address of a house, of nobody in it. */
  mailbox: boolean;
  present: boolean;
  guest: boolean;
  /** Reads what was not public as well. */
  closed: boolean;
  tasks: { id: string; title: string; dueOn: string | null }[];
}

@Injectable()
export class ProtocolRepository {
  constructor(private readonly owners: LineOwners) {}

  lines(tx: EntityManager, meetingId: string): Promise<StoredLine[]> {
    return rowsIn<StoredLine>(
      tx,
      sql`select line.agenda_item_id as "agendaItemId", line.kind, line.text, ${this.owners.reference()} as "referenceId",
            case when line.votes_yes is null then null
              else json_build_object('yes', line.votes_yes, 'no', line.votes_no, 'abstain', line.votes_abstain) end as votes,
            case when task.id is null then null else json_build_object('dueOn', task.due_on,
              'who', concat_ws(', ', nullif(${personNameOf('person')}, ''), organisation.name)) end as task
          from minutes_entry line left join agenda_item item on item.id = line.agenda_item_id left join task on task.id = line.task_id
            left join person on person.id = task.person_id left join organisation on organisation.id = task.organisation_id
          where line.meeting_id = ${meetingId} and line.deleted_at is null and (line.text <> '' or line.kind = any(${this.owners.kinds()}))
          order by item.position nulls last, line.position, line.id`,
    );
  }

  people(tx: EntityManager, meetingId: string): Promise<ProtocolPerson[]> {
    return rowsIn<ProtocolPerson>(
      tx,
      sql`select * from (
            select ${whoComes} as name, coalesce(organisation.name, '') as organisation, invitation.answer,
                   coalesce(attendance.present, false) as present, false as guest, invitation.coming
            from invitation left join attendance on attendance.invitation_id = invitation.id
              left join organisation on organisation.id = coalesce(invitation.on_behalf_of_id, invitation.organisation_id)
            where invitation.meeting_id = ${meetingId} and invitation.uninvited_at is null
            union all
            select coalesce(nullif(${raw(guestName)}, ''), ${plainNameOf('person')}),
                   coalesce(organisation.name, ${raw(guestOrganisation)}), null, attendance.present, ${isGuest}, '{}'::text[]
            from attendance join meeting it on it.id = attendance.meeting_id left join organisation on organisation.id = attendance.organisation_id left join person on person.id = attendance.person_id
            where attendance.meeting_id = ${meetingId} and attendance.invitation_id is null) someone
          order by guest, name collate "de-x-icu"`,
    );
  }

  /**
   * One row per human, by the address of the invitation where there is one. Who has a task but was neither
   * invited nor there gets the protocol as well; a task of an organisation belongs to those who came for it,
   * or to its mailbox.
   */
  participants(tx: EntityManager, meetingId: string, today: string): Promise<Participant[]> {
    return rowsIn<Participant>(
      tx,
      sql`
      with duty as (
        select id, title, due_on, person_id, organisation_id, state from task
        where meeting_id = ${meetingId} and origin = 'MINUTES' and state <> 'DROPPED'),
      invited as (
        select 1 as rank, invitation.person_id, coalesce(invitation.on_behalf_of_id, invitation.organisation_id) as organisation_id,
               invitation.name, invitation.mail, coalesce(attendance.present, false) as present, false as guest,
               invitation.organisation_id is not null as mailbox
        from invitation left join attendance on attendance.invitation_id = invitation.id
        where invitation.meeting_id = ${meetingId} and invitation.uninvited_at is null
        union all
        select 2, attendance.person_id, attendance.organisation_id,
               coalesce(nullif(${raw(guestName)}, ''), ${plainNameOf('person')}),
               coalesce(person.mail, ''), attendance.present, true, false
        from attendance left join person on person.id = attendance.person_id
        where attendance.meeting_id = ${meetingId} and attendance.invitation_id is null),
      taking_part as (
        select * from invited
        union all
        select 3, person.id, null, ${plainNameOf('person')}, person.mail, false, false, false
        from duty join person on person.id = duty.person_id
        union all
        select 4, null, organisation.id, organisation.name, organisation.function_mailbox, false, false, true
        from duty join organisation on organisation.id = duty.organisation_id
        where duty.person_id is null and not exists (select 1 from invited where invited.organisation_id = organisation.id)),
      human as (
        select *, coalesce(person_id, (select other.person_id from taking_part other
          where other.person_id is not null and other.mail <> '' and lower(other.mail) = lower(taking_part.mail) limit 1)) as same_person
        from taking_part),
      recipient as (
        select coalesce(same_person::text, nullif(lower(mail), ''), name) as key, (array_agg(name order by rank))[1] as name,
               coalesce((array_agg(mail order by rank) filter (where mail <> ''))[1], '') as mail,
               min(same_person::text)::uuid as person_id, array_agg(organisation_id) as organisation_ids,
               bool_or(present) as present, bool_and(guest) as guest,
               bool_and(mailbox) as mailbox
        from human group by 1)
      select key, name, mail, person_id as "personId", present, guest, mailbox,
             (select ${readsClosedPart(sql`recipient.person_id`, today)} from meeting it where it.id = ${meetingId}) as closed,
             (select json_build_object('salutation', person.salutation, 'title', person.title, 'givenName', person.given_name,
               'familyName', person.family_name) from person where person.id = recipient.person_id) as person,
             coalesce((select json_agg(json_build_object('id', duty.id, 'title', duty.title, 'dueOn', duty.due_on) order by duty.due_on nulls last, duty.id)
               from duty where duty.state = 'OPEN' and (duty.person_id = recipient.person_id
                 or (duty.person_id is null and duty.organisation_id = any(recipient.organisation_ids)))), '[]') as tasks
      from recipient order by name collate "de-x-icu", key`,
    );
  }
}
