import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { DIGEST_DUE_DAYS, type DigestNews, type DigestTopic } from '@runder-tisch/domain/messages';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { currentCommitteeSeats } from '../../committees/committees-access';
import { contributions } from '../../contributions';
import { Database } from '../../database/database';
import { personNameOf } from '../../database/person-name';
import { isInvited } from '../../meetings/meeting-sql';
import { currentSeats } from '../../networks/membership-sql';
import { keptAtHand } from '../../reminders/reminders-sql';

const DAY_MS = 86_400_000;
/** What was told longer ago than any news looks back need not be remembered. */
const TOLD_DAYS = 60;

/** Somebody with an address who belongs to something here. */
export interface DigestReader {
  mail: string;
  name: string;
  accountId: string | null;
  personId: string | null;
}

export interface TopicRow {
  topic: DigestTopic;
  topicId: string | null;
  title: string;
}

/** Names of the objects of groups, over the columns `topic` and `topicId`. */
const title = sql`case news.topic
  when 'NETWORK' then (select name from network where id = news."topicId")
  when 'COMMITTEE' then (select name from committee where id = news."topicId")
  when 'FORMAT' then (select title from participation_format where id = news."topicId")
  when 'ORGANISATION' then (select name from organisation where id = news."topicId")
  when 'FIELD' then (select name from field_of_action where id = news."topicId")
  else 'Was ansteht' end`;

@Injectable()
export class DigestRepository {
  constructor(private readonly database: Database) {}

  /** What is new for this viewer as they may see it now; nothing that `mail` was told before. */
  news(viewer: Viewer, mail: string, until: Date, since: Date): Promise<DigestNews[]> {
    const today = berlinDay(until);
    const span = {
      since,
      until,
      dueFrom: addDays(today, -DIGEST_DUE_DAYS),
      dueTo: addDays(today, DIGEST_DUE_DAYS),
    };
    const statements = contributions.flatMap(({ news }) => (news ? [sql`(${news(viewer, span)})`] : []));
    const remembered = new Date(until.getTime() - TOLD_DAYS * DAY_MS);
    return this.database.rows<DigestNews>(sql`
      select news.topic, news."topicId", ${title} as "topicTitle", news.kind, news.id, news.at, news.title, news.note, news.day, news.path
      from (${join(statements, ' union all ')}) news
      where news.topic = 'OWN' or not exists (
        select 1 from digest_issue issue where issue.mail = ${mail} and issue.until > ${remembered} and issue.until < ${until}
          and news.kind || ' ' || news.id = any(issue.told))`);
  }

  /** Everything this viewer could hear of, whether or not something is new there. */
  topics(viewer: Viewer): Promise<TopicRow[]> {
    const each = (topic: DigestTopic, ids: Sql): Sql =>
      sql`select ${topic}::text as topic, id as "topicId" from ${ids} as of (id)`;
    const ids = (list: readonly string[]): Sql => sql`unnest(${[...list]}::uuid[])`;
    const formats = sql`(select distinct meeting.format_id from invitation join meeting on meeting.id = invitation.meeting_id
      where meeting.format_id is not null and invitation.person_id = ${viewer.personId}::uuid and ${isInvited})`;
    const all = [
      sql`select 'OWN'::text as topic, null::uuid as "topicId"`,
      each('NETWORK', ids(viewer.networkIds)),
      each('COMMITTEE', ids(viewer.committeeIds)),
      each('FORMAT', formats),
      each('ORGANISATION', ids(viewer.organisationIds)),
      each('FIELD', keptAtHand(viewer, 'field-of-action')),
    ];
    return this.database.rows<TopicRow>(sql`
      select news.topic, news."topicId", ${title} as title from (${join(all, ' union all ')}) news
      order by array_position(array['OWN', 'NETWORK', 'COMMITTEE', 'FORMAT', 'ORGANISATION', 'FIELD'], news.topic), 3`);
  }

  /**
   * Who has had no mail of this week yet, each address once: open accounts, and people without one who have a seat. An
   * address is left out whose whole mail is muted, or whose last mail came to nothing.
   */
  readers(week: string): Promise<DigestReader[]> {
    return this.database.rows<DigestReader>(sql`
      with address as (
        select lower(account.mail) as mail, account.display_name as name, account.id as "accountId", account.person_id as "personId", 1 as rank
        from account where account.disabled_at is null and account.mail <> ''
        union all
        select lower(person.mail), ${personNameOf('person')}, null, person.id, 2
        from person where person.mail <> '' and (person.valid_until is null or person.valid_until >= ${week}::date)
          and not exists (select 1 from account where account.person_id = person.id or lower(account.mail) = lower(person.mail))
          and (exists (select 1 from membership where person.id in (membership.person_id, membership.deputy_person_id) and ${currentSeats(week)})
            or exists (select 1 from committee_seat seat where seat.person_id = person.id and ${currentCommitteeSeats(week)}))
      )
      select distinct on (address.mail) address.mail, address.name, address."accountId", address."personId" from address
      where not exists (select 1 from digest_issue issue where issue.mail = address.mail and issue.week = ${week}::date)
        and not exists (select 1 from digest_mute mute where mute.mail = address.mail and mute.topic = 'ALL')
        and not exists (select 1 from (select state, bounced_at from outbox_message
            where lower(to_address) = address.mail and state in ('SENT', 'REFUSED') order by position desc limit 1) last
          where last.state = 'REFUSED' or last.bounced_at is not null)
      order by address.mail, address.rank`);
  }

  /** Until when this address was told the last time; null where it never was. */
  async toldUntil(mail: string): Promise<Date | null> {
    const last = await this.database.one<{ until: Date }>(
      sql`select until from digest_issue where mail = ${mail} order by until desc limit 1`,
    );
    return last?.until ?? null;
  }

  async muted(mail: string): Promise<Set<string>> {
    const rows = await this.database.rows<{ topic: string }>(
      sql`select topic from digest_mute where mail = ${mail}`,
    );
    return new Set(rows.map(({ topic }) => topic));
  }
}
