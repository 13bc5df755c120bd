import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { AgendaLevel, InvitationAnswer, MeetingState } from '@runder-tisch/domain/meetings';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { Database } from '../../database/database';
import { waitingPlace } from '../meeting-sql';

/** What the answer page and the calendar file say to one invited person: nothing about others. */
export interface InvitedView {
  invitationId: string;
  personId: string | null;
  invited: boolean;
  name: string;
  mail: string;
  organisationId: string | null;
  person: { salutation: string; title: string; givenName: string; familyName: string } | null;
  onBehalfOf: string;
  answer: InvitationAnswer;
  answeredAt: Date | null;
  companions: number;
  deputyName: string;
  /** Whether the deputy holds an invitation of their own. */
  represented: boolean;
  represents: string | null;
  coming: string[];
  waitingPlace: number | null;
  /** Whether a yes of somebody without a seat would lead onto the waiting list. */
  full: boolean;
  needs: string;
  message: string;
  sentSequence: number | null;
  meeting: {
    id: string;
    title: string;
    state: MeetingState;
    place: string;
    placeNote: string;
    onlineLink: string;
    accessibility: string;
    invitationText: string;
    organizerName: string;
    organizerMail: string;
    cancelledReason: string;
    capacity: number | null;
    calendarSequence: number;
  };
  startsAt: Date | null;
  endsAt: Date | null;
  answerUntil: Date | null;
  calendarStamp: Date | null;
  createdAt: Date;
  agenda: { title: string; minutes: number | null; presenter: string; level: AgendaLevel }[];
}

const isFull = sql`(it.capacity is not null and it.capacity <= (select coalesce(sum(1 + seated.companions), 0) from invitation seated
  where seated.meeting_id = it.id and seated.answer = 'ACCEPTED' and seated.waiting_number is null
    and seated.invited_at is not null and seated.uninvited_at is null))`;

/** The personal link somebody came by, with what it opens. */
export interface OpenedLink extends InvitedView {
  linkPersonId: string | null;
  linkState: MailLink['state'];
}

@Injectable()
export class InvitedRepository {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly limits: RateLimit,
  ) {}

  find(invitationId: string): Promise<InvitedView | undefined> {
    return this.database.one<InvitedView>(sql`
      select ${facts(isFull)} from ${invitationOfMeeting} where invitation.id = ${invitationId}`);
  }

  findByLink(token: string): Promise<OpenedLink | undefined> {
    return this.database.one<OpenedLink>(sql`
      with link as (${this.links.statement(token, 'answer')})
      select ${ofLink}, ${facts(isFull)} from link join ${invitationOfMeeting} on invitation.id = link."objectId"`);
  }

  /**
   * To answer, which is counted. Nothing is shown, so that seats need not be counted: that happens under the lock again.
   * All in one statement, because hundreds may do so at once.
   */
  findToAnswer(token: string, limit: Limit): Promise<(OpenedLink & { attempts: number }) | undefined> {
    return this.database.one<OpenedLink & { attempts: number }>(sql`
      with link as (${this.links.statement(token, 'answer')}),
           attempt as (${this.limits.statement(limit, token, sql`exists (select from link)`)})
      select ${ofLink}, attempt.hits as attempts, ${facts(sql`false`)}
      from attempt, link join ${invitationOfMeeting} on invitation.id = link."objectId"`);
  }
}

const ofLink = sql`link."personId" as "linkPersonId", link.state as "linkState"`;

const invitationOfMeeting = sql`(invitation join meeting it on it.id = invitation.meeting_id
  left join person on person.id = invitation.person_id left join organisation behalf on behalf.id = invitation.on_behalf_of_id)`;

function facts(full: Sql): Sql {
  return sql`invitation.id as "invitationId", invitation.person_id as "personId", invitation.name, invitation.mail, invitation.organisation_id as "organisationId",
             invitation.invited_at is not null and invitation.uninvited_at is null as invited, coalesce(behalf.name, '') as "onBehalfOf",
             case when person.id is null then null else json_build_object('salutation', person.salutation, 'title', person.title,
               'givenName', person.given_name, 'familyName', person.family_name) end as person,
             invitation.answer, invitation.answered_at as "answeredAt", invitation.companions, invitation.deputy_name as "deputyName",
             invitation.needs, invitation.message, invitation.coming, ${waitingPlace} as "waitingPlace",
             exists (select 1 from invitation deputy where deputy.represents_id = invitation.id and deputy.uninvited_at is null) as represented,
             (select original.name from invitation original where original.id = invitation.represents_id) as represents,
             ${full} as full,
             invitation.sent_sequence as "sentSequence",
             json_build_object('id', it.id, 'title', it.title, 'state', it.state, 'place', it.place, 'placeNote', it.place_note, 'onlineLink', it.online_link,
               'accessibility', it.accessibility, 'invitationText', it.invitation_text, 'organizerName', it.organizer_name,
               'organizerMail', it.organizer_mail, 'cancelledReason', it.cancelled_reason, 'capacity', it.capacity,
               'calendarSequence', it.calendar_sequence) as meeting,
             it.starts_at as "startsAt", it.ends_at as "endsAt", it.answer_until as "answerUntil", it.calendar_stamp as "calendarStamp",
             it.created_at as "createdAt",
             coalesce((select json_agg(json_build_object('title', agenda_item.title, 'minutes', agenda_item.minutes, 'presenter', agenda_item.presenter, 'level', agenda_item.level)
                 order by agenda_item.position)
               from agenda_item where agenda_item.meeting_id = it.id and agenda_item.visibility <> 'HIDDEN'), '[]') as agenda`;
}
