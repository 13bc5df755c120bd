import { Injectable } from '@nestjs/common';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type {
  DueReturnMessage,
  ReturnMessageItem,
  ReturnMessageListItem,
  ReturnMessageRecipient,
  ReturnMessagesView,
} from '@runder-tisch/domain/feedback';
import type { ReturnMessageQuery } from '@runder-tisch/domain/feedback/feedback-requests';
import { wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { changeableFormats } from '../../formats/formats-access';
import { changeableMeetings } from '../../meetings/meetings-access';
import { changeableReturnMessages, visibleReturnMessages } from '../feedback-access';
import { waitsForReading } from './letters-to-read';
import type { ReturnMessage, ReturnMessageContent } from './return-message.entity';
import { personNameOf } from '../../database/person-name';

export interface StoredLetter {
  id: string;
  version: number;
  number: number;
  meetingId: string | null;
  formatId: string | null;
  content: ReturnMessageContent;
  inReviewUntil: string | null;
  sentAt: Date | null;
  sentBy: string;
  draftedByAccountId: string | null;
  draftedBy: string;
  presentedAt: Date | null;
  releasedAlone: boolean;
  /** None while no mail has gone out. */
  recipients: number;
  publishedAt: Date | null;
  publishedBy: string;
  title: string;
  startsAt: Date | null;
  networkId: string | null;
  mayChange: boolean;
}

/** What is known of a letter before anybody has begun it. */
export interface NextLetter extends Pick<StoredLetter, 'title' | 'number' | 'startsAt' | 'networkId'> {
  unreported: number;
  draftId: string | null;
}

export interface LetterRecipient {
  personId: string | null;
  name: string;
  mail: string;
  salutation: string;
  title: string;
  givenName: string;
  familyName: string;
}

type About = Pick<ReturnMessage, 'meetingId' | 'formatId'>;
type ListRow = ReturnMessageListItem;

const MAX_LETTERS = 200;
const decidedStates = sql`('DECIDED', 'ANSWERED', 'ARCHIVED')`;

/** Hinweise (alias `it`) a new letter has to report on: all but those a sent letter already answered. */
const unreported = sql`(it.state not in ('SESSION', 'REJECTED') and not exists (
  select 1 from return_message_item told where told.feedback_id = it.id and told.answered))`;

/** Who was there or had accepted, by meeting; an address may come more than once. */
const attendees = sql`
  select invitation.meeting_id, invitation.person_id, invitation.name, invitation.mail from invitation
  where invitation.uninvited_at is null and (invitation.answer = 'ACCEPTED' or exists (
    select 1 from attendance where attendance.present and attendance.meeting_id = invitation.meeting_id
      and (attendance.invitation_id = invitation.id or attendance.person_id = invitation.person_id)))
  union all
  select attendance.meeting_id, person.id, ${personNameOf('person')}, person.mail
  from attendance join person on person.id = attendance.person_id
  where attendance.present and attendance.invitation_id is null
    and not exists (select 1 from invitation where invitation.meeting_id = attendance.meeting_id and invitation.person_id = person.id)
  union all
  select attendance.meeting_id, null, attendance.guest_name, '' from attendance
  where attendance.present and attendance.guest_name <> '' and attendance.invitation_id is null`;

/** How many addresses a letter about these meetings goes to. */
function reached(meetings: Sql): Sql {
  return sql`(select count(distinct lower(there.mail))::int from (${attendees}) there where there.mail <> '' and there.meeting_id ${meetings})`;
}

@Injectable()
export class ReturnMessagesRepository {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: ReturnMessageQuery): Promise<ReturnMessagesView> {
    const about = query.meetingId
      ? sql`it.meeting_id = ${query.meetingId}`
      : query.formatId
        ? sql`(it.format_id = ${query.formatId} or it.meeting_id in (select id from meeting where format_id = ${query.formatId}))`
        : sql`true`;
    const [items, due] = await Promise.all([
      this.database.rows<ListRow>(sql`
        select it.id, it.number, it.content ->> 'subject' as subject, it.sent_at as "sentAt", it.sent_by as "sentBy", it.recipients, it.published_at as "publishedAt",
               case when ${waitsForReading} then it.drafted_by end as "presentedBy", it.in_review_until::text as "inReviewUntil", ${aboutObject} as about,
               (select count(*)::int from return_message_item where return_message_id = it.id and answered) as decided,
               (select count(*)::int from return_message_item where return_message_id = it.id and not answered) as open
        from return_message it left join meeting on meeting.id = it.meeting_id left join participation_format on participation_format.id = it.format_id
        where ${about} and ${visibleReturnMessages(viewer)}
        order by it.sent_at desc nulls first, it.presented_at is null, it.created_at desc limit ${MAX_LETTERS}`),
      this.due(viewer, query),
    ]);
    return { ...wholeList(items), due };
  }

  /**
   * Decided and not told: one line per meeting, and per format that has more than one meeting or none. Those whose
   * letter nobody would get come last.
   */
  private due(viewer: Viewer, query: ReturnMessageQuery): Promise<DueReturnMessage[]> {
    const ofMeeting = query.meetingId
      ? sql`meeting_id = ${query.meetingId}`
      : query.formatId
        ? sql`meeting_id in (select id from meeting where format_id = ${query.formatId})`
        : sql`true`;
    const ofFormat = query.formatId
      ? sql`format_id = ${query.formatId}`
      : sql`${query.meetingId === undefined}::boolean`;
    return this.database.rows<DueReturnMessage>(sql`
      select json_build_object('kind', about.kind, 'id', about.id, 'title', about.title, 'startsAt', about.starts_at) as about, about.decided, about.open, about.recipients
      from (
        select 'meeting' as kind, meeting.id, meeting.title, meeting.starts_at, ${reached(sql`= meeting.id`)} as recipients, counted.* from (
          select meeting_id, count(*) filter (where it.state in ${decidedStates})::int as decided, count(*) filter (where it.state not in ${decidedStates})::int as open
          from feedback it where meeting_id is not null and ${ofMeeting} and ${unreported} group by meeting_id) counted
          join meeting on meeting.id = counted.meeting_id
        where meeting.id in (select it.id from meeting it where ${changeableMeetings(viewer)})
          and not exists (select 1 from return_message draft where draft.meeting_id = meeting.id and draft.sent_at is null)
        union all
        select 'format', format.id, format.title, null, ${reached(sql`in (select id from meeting where format_id = format.id)`)}, counted.* from (
          select format_id, count(*) filter (where it.state in ${decidedStates})::int as decided, count(*) filter (where it.state not in ${decidedStates})::int as open
          from feedback it where format_id is not null and ${ofFormat} and ${unreported} group by format_id) counted
          join participation_format format on format.id = counted.format_id
        where format.id in (select it.id from participation_format it where ${changeableFormats(viewer)})
          and (select count(*) from meeting where meeting.format_id = format.id and meeting.state <> 'CANCELLED') <> 1
          and not exists (select 1 from return_message draft where draft.format_id = format.id and draft.sent_at is null)
      ) about
      where about.decided > 0 order by about.recipients = 0, about.starts_at desc nulls first, about.title limit 50`);
  }

  find(viewer: Viewer, id: string): Promise<StoredLetter> {
    return this.database.found<StoredLetter>(
      sql`${letter(viewer)} where it.id = ${id} and ${visibleReturnMessages(viewer)}`,
    );
  }

  /** For changing it, in the writing transaction. */
  changeable(tx: EntityManager, viewer: Viewer, id: string): Promise<StoredLetter | undefined> {
    return oneIn<StoredLetter>(
      tx,
      sql`${letter(viewer)} where it.id = ${id} and ${changeableReturnMessages(viewer)} for update of it`,
    );
  }

  /** What a new letter would be about, if this viewer may write it; locked where it is begun. */
  about(tx: EntityManager, viewer: Viewer, about: About, lock = false): Promise<NextLetter | undefined> {
    const [table, id, mayChange] = about.meetingId
      ? ['meeting', about.meetingId, changeableMeetings(viewer)]
      : ['participation_format', about.formatId, changeableFormats(viewer)];
    const column = raw(about.meetingId ? 'meeting_id' : 'format_id');
    return oneIn<NextLetter>(
      tx,
      sql`select it.title, it.network_id as "networkId", ${about.meetingId ? sql`it.starts_at` : sql`null::timestamptz`} as "startsAt",
                 (select coalesce(max(number), 0)::int + 1 from return_message where ${column} = it.id) as number,
                 (select id from return_message where ${column} = it.id and sent_at is null) as "draftId",
                 (select count(*)::int from feedback it where it.${column} = ${id}::uuid and ${unreported}) as unreported
          from ${raw(table)} it where it.id = ${id}::uuid and ${mayChange} ${lock ? sql`for update of it` : empty}`,
    );
  }

  /** What a draft reports on: everything not yet answered by a letter; what a sent one did report on. */
  items(tx: EntityManager, of: StoredLetter): Promise<ReturnMessageItem[]> {
    const which = of.sentAt
      ? sql`it.id in (select feedback_id from return_message_item where return_message_id = ${of.id})`
      : sql`${about(of)} and ${unreported}`;
    return rowsIn<ReturnMessageItem>(
      tx,
      sql`select it.id as "feedbackId", it.number, it.triaged_text as text, it.speaker_role as "speakerRole", it.state, it.decision, it.reason,
                 it.forwarded_to as "forwardedTo", it.answer, it.id = any(${of.content.leftOutIds}::uuid[]) as "leftOut"
          from feedback it where ${which} order by it.received_at, it.number`,
    );
  }

  /** Who was there or had accepted, each address once; beside them the names without an address. */
  async recipients(
    tx: EntityManager,
    of: StoredLetter,
  ): Promise<{ recipients: LetterRecipient[]; withoutMail: string[] }> {
    const meetings = of.meetingId
      ? sql`there.meeting_id = ${of.meetingId}`
      : sql`there.meeting_id in (select id from meeting where format_id = ${of.formatId})`;
    const rows = await rowsIn<LetterRecipient>(
      tx,
      sql`select person.id as "personId", there.name, there.mail, coalesce(person.salutation, '') as salutation, coalesce(person.title, '') as title,
                 coalesce(person.given_name, '') as "givenName", coalesce(person.family_name, '') as "familyName"
          from (${attendees}) there left join person on person.id = there.person_id
          where ${meetings}
          order by there.name, there.mail`,
    );
    const byMail = new Map<string, LetterRecipient>();
    for (const row of rows)
      if (row.mail !== '' && !byMail.has(row.mail.toLowerCase())) byMail.set(row.mail.toLowerCase(), row);
    return {
      recipients: [...byMail.values()],
      withoutMail: [...new Set(rows.filter((row) => row.mail === '').map((row) => row.name))],
    };
  }

  /** The state of each mail of a sent letter, by address. */
  async mailStates(letterId: string): Promise<ReturnMessageRecipient[]> {
    return this.database.rows<ReturnMessageRecipient>(sql`
      select mail.to_name as name, mail.to_address as mail, json_build_object('mailId', mail.id, 'purpose', mail.purpose, 'state', mail.state,
             'reason', mail.last_error, 'notBefore', mail.not_before, 'settledAt', mail.settled_at) as "mailState"
      from outbox_message mail where mail.object_kind = 'return-message' and mail.object_id = ${letterId} and mail.purpose = 'return-message'
        and mail.state <> 'RECALLED'
      order by mail.to_name, mail.position`);
  }

  async keepItems(
    tx: EntityManager,
    letterId: string,
    items: readonly { feedbackId: string; answered: boolean }[],
  ): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into return_message_item (return_message_id, feedback_id, answered)
          select ${letterId}::uuid, item."feedbackId", item.answered
          from json_to_recordset(${JSON.stringify(items)}::json) as item("feedbackId" uuid, answered boolean)`,
    );
  }

  async forgetItems(tx: EntityManager, letterId: string): Promise<void> {
    await rowsIn(tx, sql`delete from return_message_item where return_message_id = ${letterId}`);
  }

  /** Whether a later letter about the same has gone out: it builds on what this one said. */
  async sentSince(tx: EntityManager, of: StoredLetter): Promise<boolean> {
    const later = await oneIn(
      tx,
      sql`select 1 from return_message it left join meeting on meeting.id = it.meeting_id
          where it.id <> ${of.id} and it.sent_at > ${of.sentAt} and (it.meeting_id = ${of.meetingId}::uuid or it.format_id = ${of.formatId}::uuid
            or meeting.format_id = ${of.formatId}::uuid or it.format_id = (select format_id from meeting where id = ${of.meetingId}::uuid))
          limit 1`,
    );
    return later !== undefined;
  }

  /**
   * The format that has been fed back with this letter: its own; or that of its meeting once no other meeting of it
   * is still to come and every Hinweis of it stood in some letter. With it the day until which anything is open.
   */
  async fedBackFormat(
    tx: EntityManager,
    of: StoredLetter,
    mailed: boolean,
  ): Promise<{ id: string; openUntil: string | null; unreached: number } | undefined> {
    const which = of.formatId
      ? sql`format.id = ${of.formatId}`
      : sql`format.id = (select format_id from meeting where id = ${of.meetingId})
          and not exists (select 1 from meeting other where other.format_id = format.id and other.id <> ${of.meetingId}
            and other.state not in ('HELD', 'MINUTES_APPROVED', 'CANCELLED'))
          and not exists (select 1 from feedback it where it.format_id = format.id and it.state not in ('SESSION', 'REJECTED')
            and not exists (select 1 from return_message_item told where told.feedback_id = it.id))`;
    return oneIn(
      tx,
      sql`select format.id, (
            select max(letter.in_review_until)::text from return_message letter
              join return_message_item told on told.return_message_id = letter.id and not told.answered
              join feedback it on it.id = told.feedback_id and it.state <> 'REJECTED'
            where it.format_id = format.id
              and not exists (select 1 from return_message_item later where later.feedback_id = it.id and later.answered)) as "openUntil",
            (select count(distinct lower(there.mail))::int from (${attendees}) there join meeting on meeting.id = there.meeting_id
              where meeting.format_id = format.id and there.mail <> ''
                and exists (select 1 from feedback it where (it.meeting_id = meeting.id or it.format_id = format.id) and it.state not in ('SESSION', 'REJECTED'))
                and not exists (select 1 from return_message letter where (letter.meeting_id = meeting.id or letter.format_id = format.id)
                  and (letter.recipients > 0 or (letter.id = ${of.id} and ${mailed}::boolean)))) as unreached
          from participation_format format where ${which}`,
    );
  }
}

const aboutObject = sql`json_build_object('kind', case when it.meeting_id is null then 'format' else 'meeting' end,
  'id', coalesce(it.meeting_id, it.format_id), 'title', coalesce(meeting.title, participation_format.title), 'startsAt', meeting.starts_at)`;

function about(of: About): Sql {
  return of.meetingId ? sql`it.meeting_id = ${of.meetingId}` : sql`it.format_id = ${of.formatId}`;
}

function letter(viewer: Viewer): Sql {
  return sql`select it.id, it.version, it.number, it.meeting_id as "meetingId", it.format_id as "formatId", it.content,
      it.in_review_until::text as "inReviewUntil", it.sent_at as "sentAt", it.sent_by as "sentBy", it.drafted_by_account_id as "draftedByAccountId",
      it.drafted_by as "draftedBy", it.presented_at as "presentedAt", it.released_alone as "releasedAlone", it.recipients, it.published_at as "publishedAt", it.published_by as "publishedBy",
      coalesce(meeting.title, participation_format.title) as title, meeting.starts_at as "startsAt",
      coalesce(meeting.network_id, participation_format.network_id) as "networkId", ${changeableReturnMessages(viewer)} as "mayChange"
    from return_message it left join meeting on meeting.id = it.meeting_id left join participation_format on participation_format.id = it.format_id`;
}
