import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { PollAnswer, PollState } from '@runder-tisch/domain/meetings';
import { Database } from '../../database/database';

/** What the poll page says to one person: nothing about others and their answers. */
export interface AskedView {
  voterId: string;
  personId: string | null;
  organisationId: string | null;
  person: { salutation: string; title: string; givenName: string; familyName: string } | null;
  name: string;
  mail: string;
  onBehalfOf: string;
  asked: boolean;
  answered: boolean;
  comment: string;
  state: PollState;
  closesAt: Date;
  message: string;
  cancelledReason: string;
  organizerName: string;
  organizerMail: string;
  title: string;
  place: string;
  onlineLink: string;
  accessibility: string;
  /** Instants as texts with their zone. */
  dates: { id: string; startsAt: string; endsAt: string; chosen: boolean; answer: PollAnswer | null }[];
}

@Injectable()
export class AskedRepository {
  constructor(private readonly database: Database) {}

  find(voterId: string): Promise<AskedView | undefined> {
    return this.database.one<AskedView>(sql`
      select voter.id as "voterId", invitation.person_id as "personId", invitation.organisation_id as "organisationId",
             case when person.id is null then null else json_build_object('salutation', person.salutation, 'title', person.title,
               'givenName', person.given_name, 'familyName', person.family_name) end as person,
             invitation.name, invitation.mail, coalesce(behalf.name, '') as "onBehalfOf",
             voter.asked_at is not null and invitation.uninvited_at is null as asked, voter.answered_at is not null as answered, voter.comment,
             poll.state, poll.closes_at as "closesAt", poll.message, poll.cancelled_reason as "cancelledReason",
             poll.organizer_name as "organizerName", poll.organizer_mail as "organizerMail",
             it.title, it.place, it.online_link as "onlineLink", it.accessibility,
             coalesce((select json_agg(json_build_object('id', option.id, 'startsAt', option.starts_at, 'endsAt', option.ends_at,
                 'chosen', option.id is not distinct from poll.chosen_option_id, 'answer', answer.answer)
                 order by option.starts_at, option.ends_at, option.id)
               from date_poll_option option
                 left join date_poll_answer answer on answer.option_id = option.id and answer.voter_id = voter.id
               where option.poll_id = poll.id), '[]') as dates
      from date_poll_voter voter join date_poll poll on poll.id = voter.poll_id join meeting it on it.id = poll.meeting_id
        join invitation on invitation.id = voter.invitation_id
        left join person on person.id = invitation.person_id left join organisation behalf on behalf.id = invitation.on_behalf_of_id
      where voter.id = ${voterId}`);
  }
}
