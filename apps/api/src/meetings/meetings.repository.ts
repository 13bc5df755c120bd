import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { MeetingListItem, MeetingPageView } from '@runder-tisch/domain/meetings';
import type { MeetingQuery } from '@runder-tisch/domain/meetings/meetings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { changeable, type ChangeRights, forChange } from '../database/for-change';
import { byId, byInstant, listPage } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { latestMail } from '../outbox/outbox';
import { answerCounts, answerToDate, isInvited, pollSummary, waitingPlace } from './meeting-sql';
import { type MeetingRow, meetingPageView } from './meeting-view';
import { changeableMeetings, staffMeetings, takesPart, visibleMeetings } from './meetings-access';
import { Meeting } from './meeting.entity';

@Injectable()
export class MeetingsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers are counted only for the rows of the page and only for those who plan. */
  list(viewer: Viewer, query: MeetingQuery): Promise<Page<MeetingListItem>> {
    return listPage(this.database, query, {
      from: raw('meeting'),
      where: [visibleMeetings(viewer), ...filters(query, this.clock.now())],
      order: [byInstant('starts_at'), byId],
      descending: query.when === 'past',
      columns: sql`it.id, it.title, it.type, it.state, it.starts_at as "startsAt", it.ends_at as "endsAt", it.place,
        it.online_link <> '' as online, it.protocol_sent_at is not null as "protocolSent", ${reference('network')} as network,
        exists (select 1 from date_poll where date_poll.meeting_id = it.id and date_poll.state in ('OPEN', 'CLOSED')) as polling,
        case when ${staffMeetings(viewer)} then ${answerCounts(sql`it.id`)} end as answers,
        (select invitation.answer from invitation where invitation.meeting_id = it.id
           and invitation.person_id = ${viewer.personId}::uuid and ${isInvited}) as own`,
      joins: sql`left join network on network.id = it.network_id`,
    });
  }

  /** The whole page in one statement, invitees with their answers and the state of their last mail included. */
  async find(viewer: Viewer, id: string): Promise<MeetingPageView> {
    const staff = staffMeetings(viewer);
    const forTheInvited = sql`(${staff} or ${takesPart(viewer)})`;
    const row = await this.database.found<MeetingRow>(sql`
      select it.id, it.version, it.type, it.title, it.starts_at as "startsAt", it.ends_at as "endsAt", it.place, it.place_note as "placeNote",
             case when ${forTheInvited} then it.online_link else '' end as "onlineLink", it.accessibility,
             case when ${forTheInvited} then it.invitation_text else '' end as "invitationText", it.state, it.public, it.capacity,
             it.answer_until as "answerUntil", it.organizer_name as "organizerName", it.organizer_mail as "organizerMail",
             it.cancelled_reason as "cancelledReason", it.notice_on::text as "noticeOn", it.notice_where as "noticeWhere", it.session_started_at as "sessionStartedAt", it.session_ended_at as "sessionEndedAt",
             it.minutes_approved_at as "minutesApprovedAt", it.protocol_sent_at as "protocolSentAt", it.fed_back_at as "fedBackAt",
             it.previous_meeting_id as "previousMeetingId", it.place_id as "placeId", ${staff} as staff, ${changeableMeetings(viewer)} as "mayChange",
             coalesce(${takesPart(viewer)}, false) as "takesPart",
             ${reference('network')} as network,
             ${reference('committee')} as committee,
             ${reference('format', sql`format.title`)} as format,
             coalesce((select json_agg(json_build_object('id', agenda_item.id, 'version', agenda_item.version, 'position', agenda_item.position,
                 'title', agenda_item.title, 'minutes', agenda_item.minutes, 'visibility', agenda_item.visibility,
                 'presenter', agenda_item.presenter, 'note', case when ${staff} then agenda_item.note else '' end,
                 'level', agenda_item.level, 'usedSeconds', case when ${staff} then agenda_item.used_seconds end) order by agenda_item.position)
               from agenda_item where agenda_item.meeting_id = it.id and (${staff} or agenda_item.visibility = 'PUBLIC'
                 or (agenda_item.visibility = 'INTERNAL' and ${takesPart(viewer)}))), '[]') as agenda,
             case when ${staff} then coalesce((select json_agg(json_build_object('id', invitation.id, 'version', invitation.version,
                 'person', ${reference('person', sql`invitation.name`)},
                 'organisation', ${reference('mailbox')},
                 'onBehalfOf', ${reference('behalf')},
                 'name', invitation.name, 'mail', invitation.mail, 'invitedAt', invitation.invited_at, 'uninvitedAt', invitation.uninvited_at,
                 'answer', invitation.answer, 'answeredAt', invitation.answered_at, 'channel', invitation.answer_channel,
                 'enteredBy', invitation.entered_by, 'companions', invitation.companions, 'deputyName', invitation.deputy_name,
                 'represents', (select original.name from invitation original where original.id = invitation.represents_id),
                 'represented', exists (select 1 from invitation deputy where deputy.represents_id = invitation.id and deputy.uninvited_at is null),
                 'coming', invitation.coming, 'waitingPlace', ${waitingPlace},
                 'needs', invitation.needs, 'message', invitation.message, 'remindedAt', invitation.reminded_at,
                 'pollAnswer', ${answerToDate},
                 'mailState', ${latestMail('invitation', sql`invitation.id`)})
                 order by invitation.uninvited_at is not null, invitation.name collate "de-x-icu", invitation.id)
               from invitation left join person on person.id = invitation.person_id
                 left join organisation mailbox on mailbox.id = invitation.organisation_id
                 left join organisation behalf on behalf.id = invitation.on_behalf_of_id
               where invitation.meeting_id = it.id), '[]') end as invitations,
             case when ${staff} then ${pollSummary} end as poll,
             (select json_build_object('invitationId', invitation.id, 'version', invitation.version, 'answer', invitation.answer,
                 'companions', invitation.companions, 'waitingPlace', ${waitingPlace}, 'deputyName', invitation.deputy_name,
                 'needs', invitation.needs, 'message', invitation.message)
               from invitation where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid and ${isInvited} limit 1) as own
      from meeting it left join network on network.id = it.network_id left join committee on committee.id = it.committee_id
        left join participation_format format on format.id = it.format_id
      where it.id = ${id} and ${visibleMeetings(viewer)}`);
    return meetingPageView(row, this.clock.now());
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Meeting> {
    return meetingToChange(tx, viewer, id);
  }

  /** What this viewer may change, to see what a change would do. */
  async changeable(tx: EntityManager, viewer: Viewer, id: string): Promise<Meeting> {
    return changeableMeeting(tx, viewer, id);
  }
}

/** For those that stand left of the repository in the order of modules: the session and its protocol. */
export async function meetingToChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Meeting> {
  await forChange(tx, rights(viewer), id);
  return tx.findOneByOrFail(Meeting, { id });
}

export async function changeableMeeting(tx: EntityManager, viewer: Viewer, id: string): Promise<Meeting> {
  await changeable(tx, rights(viewer), id);
  return tx.findOneByOrFail(Meeting, { id });
}

function rights(viewer: Viewer): ChangeRights {
  return { table: 'meeting', visible: visibleMeetings(viewer), may: changeableMeetings(viewer) };
}

function filters(query: MeetingQuery, now: Date): Sql[] {
  const over = sql`(it.state in ('HELD', 'MINUTES_APPROVED') or it.ends_at < ${now})`;
  const conditions: Sql[] = [];
  if (query.when === 'past') conditions.push(over);
  if (query.when === 'upcoming') conditions.push(sql`not coalesce(${over}, false)`);
  if (query.search) {
    conditions.push(contains(sql`it.title || ' ' || it.place`, query.search));
  }
  if (query.networkId) conditions.push(sql`it.network_id = ${query.networkId}`);
  if (query.committeeId) conditions.push(sql`it.committee_id = ${query.committeeId}`);
  if (query.formatId) conditions.push(sql`it.format_id = ${query.formatId}`);
  if (query.type) conditions.push(sql`it.type = ${query.type}`);
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  return conditions;
}
