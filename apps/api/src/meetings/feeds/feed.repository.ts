import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { calendarUid, type FeedEvent } from '@runder-tisch/domain/calendar';
import {
  type AgendaLevel,
  type MeetingState,
  recurringEntry,
  type SeriesMeeting,
  type StoredSeries,
  yearLimits,
} from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import { hashToken, Sessions } from '../../access/session';
import { systemViewer, type Viewer } from '../../access/viewer';
import { APP_OPTIONS, type AppOptions } from '../../app-options';
import { feedIcs } from '../../calendar/ics';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { calendarText } from '../invitations/meeting-mails';
import { staffMeetings, takesPart, visibleMeetings } from '../meetings-access';
import { isMine } from '../year/calendar-sql';

const DAY = 86_400_000;
/** How far back a calendar reaches. */
const DAYS_BACK = 400;
/** So many characters of files stay at hand. */
const KEPT_CHARACTERS = 8_000_000;

interface FeedRow {
  id: string;
  title: string;
  state: MeetingState;
  startsAt: Date;
  endsAt: Date;
  place: string;
  placeNote: string;
  onlineLink: string;
  accessibility: string;
  invitationText: string;
  agenda: { title: string; level: AgendaLevel }[];
  sequence: number;
  stamp: Date;
  createdAt: Date;
  series: (StoredSeries & { id: string }) | null;
  seriesDay: string | null;
}

export interface FeedAnswer {
  /** Of all that is told; the same one, the same file. Weak: a compressing proxy may change the bytes. */
  etag: string;
  /** Written only when it is wanted: most programs ask whether anything is new. */
  write(): string;
}

/** What a calendar program gets under an address: the dates its account may see today. */
@Injectable()
export class FeedRepository {
  /**
   * The files written last, by what they tell: programs ask every hour, mostly for what has not changed, and not all of
   * them say what they know already.
   */
  private readonly written = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly identities: MailIdentitySource,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  /** Null where the address was taken back or never was, or the account is closed. */
  async of(token: string, requestId: string): Promise<FeedAnswer | null> {
    const found = await this.database.one<{
      id: string;
      accountId: string;
      networkId: string | null;
      network: string | null;
      lastUsedOn: string | null;
    }>(sql`select it.id, it.account_id as "accountId", it.network_id as "networkId", network.name as network, it.last_used_on::text as "lastUsedOn"
      from calendar_feed it left join network on network.id = it.network_id where it.token_hash = ${hashToken(token)}`);
    const viewer = found ? await this.sessions.viewerOfAccount(found.accountId, requestId) : null;
    if (!found || !viewer) return null;
    const [rows, identity] = await Promise.all([
      this.rows(viewer, found.networkId),
      this.database.read((tx) => this.identities.identity(tx)),
    ]);
    await this.used(found.id, found.lastUsedOn);
    const name = found.network ?? 'Runder Tisch: meine Termine';
    const organizer = { name: identity.senderName, mail: identity.replyAddress || identity.senderAddress };
    const told = JSON.stringify([name, organizer, rows]);
    const etag = `W/"${createHash('sha256').update(told).digest('base64url').slice(0, 22)}"`;
    return {
      etag,
      write: () => this.kept(etag, () => feedIcs(name, this.events(rows, organizer, identity.instanceHost))),
    };
  }

  private kept(etag: string, write: () => string): string {
    const file = this.written.get(etag) ?? write();
    this.written.delete(etag);
    this.written.set(etag, file);
    let characters = 0;
    for (const { length } of this.written.values()) characters += length;
    for (const [oldest, { length }] of this.written) {
      if (characters <= KEPT_CHARACTERS) break;
      this.written.delete(oldest);
      characters -= length;
    }
    return file;
  }

  /** Once a day: so that a forgotten address is seen and can be taken back. */
  private async used(id: string, lastUsedOn: string | null): Promise<void> {
    const today = berlinDay(this.clock.now());
    if (lastUsedOn === today) return;
    await this.database.write(systemViewer, 'calendar-feed.used', (tx) =>
      rowsIn(
        tx,
        sql`update calendar_feed set last_used_on = ${today}::date, version = version + 1 where id = ${id}`,
      ),
    );
  }

  /** Dates that stand, and those called off: a program that only forgot them would not say so. One statement. */
  private rows(viewer: Viewer, networkId: string | null): Promise<FeedRow[]> {
    const since = new Date(this.clock.now().getTime() - DAYS_BACK * DAY);
    const which: Sql = networkId
      ? sql`it.network_id = ${networkId}`
      : sql`(${isMine(viewer)} and not exists (select 1 from invitation
          where invitation.meeting_id = it.id and invitation.person_id = ${viewer.personId}::uuid and invitation.answer = 'DECLINED'))`;
    const meant = sql`(${staffMeetings(viewer)} or ${takesPart(viewer)})`;
    return this.database.rows<FeedRow>(sql`
      select it.id, it.title, it.state, it.starts_at as "startsAt", it.ends_at as "endsAt", it.place, it.place_note as "placeNote",
             case when ${meant} then it.online_link else '' end as "onlineLink", it.accessibility,
             case when ${meant} then it.invitation_text else '' end as "invitationText",
             coalesce((select json_agg(json_build_object('title', agenda_item.title, 'level', agenda_item.level) order by agenda_item.position) from agenda_item
               where agenda_item.meeting_id = it.id and (agenda_item.visibility = 'PUBLIC' or (agenda_item.visibility = 'INTERNAL' and ${meant}))), '[]') as agenda,
             it.calendar_sequence as sequence, coalesce(it.calendar_stamp, it.created_at) as stamp, it.created_at as "createdAt",
             case when series.id is not null then json_build_object('id', series.id, 'rhythm', series.rhythm, 'every', series.every,
               'startTime', series.start_time, 'endTime', series.end_time) end as series, it.series_day::text as "seriesDay"
      from meeting it left join meeting_series series on series.id = it.series_id
      where it.starts_at > ${since} and it.state not in ('DRAFT', 'POSTPONED') and ${which} and ${visibleMeetings(viewer)}
      order by it.starts_at, it.id limit ${yearLimits.feedEvents}`);
  }

  private events(rows: readonly FeedRow[], organizer: FeedEvent['organizer'], host: string): FeedEvent[] {
    const event = (row: FeedRow): FeedEvent => ({
      uid: calendarUid(row.id, host),
      sequence: row.sequence,
      dtstamp: new Date(row.stamp),
      createdAt: new Date(row.createdAt),
      startsAt: new Date(row.startsAt),
      endsAt: new Date(row.endsAt),
      title: row.title,
      place: [row.place, row.placeNote].filter(Boolean).join(', ') || null,
      onlineLink: row.onlineLink || null,
      description: calendarText(row, row.agenda, null),
      url: new URL(`/termine/${row.id}`, this.options.publicUrl).href,
      organizer,
      status: row.state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED',
    });
    const series = new Map<string, FeedRow[]>();
    const single: FeedRow[] = [];
    for (const row of rows) {
      if (!row.series) single.push(row);
      else series.set(row.series.id, [...(series.get(row.series.id) ?? []), row]);
    }
    return [
      ...single.map(event),
      ...[...series.values()].flatMap((meetings) => this.seriesEvents(meetings, event, host)),
    ];
  }

  /** One entry that repeats, and one more for each date of it that differs; each by itself where a rule cannot say it. */
  private seriesEvents(
    rows: readonly FeedRow[],
    event: (row: FeedRow) => FeedEvent,
    host: string,
  ): FeedEvent[] {
    const [first] = rows;
    if (!first?.series) return rows.map(event);
    const meetings = rows.flatMap((row): (SeriesMeeting & { row: FeedRow })[] =>
      row.seriesDay === null ? [] : [{ ...shownOf(event(row)), seriesDay: row.seriesDay, row }],
    );
    const entry = recurringEntry(first.series, meetings);
    if (!entry) return rows.map(event);
    const uid = calendarUid(first.series.id, host);
    const sequence = Math.max(...rows.map((row) => row.sequence));
    const { url: _one, ...master } = event(entry.master.row);
    return [
      {
        ...master,
        ...{ uid, sequence, startsAt: entry.startsAt, endsAt: entry.endsAt },
        repeats: { rule: entry.rule, left: entry.left },
      },
      ...entry.moved.map(({ meeting, instead }) => ({
        ...event(meeting.row),
        ...{ uid, sequence, insteadOf: instead },
      })),
    ];
  }
}

/** What makes two dates of a series the same entry: everything but their day and their own address. */
function shownOf(event: FeedEvent): Omit<SeriesMeeting, 'seriesDay'> {
  const { startsAt, endsAt, title, place, onlineLink, description, status } = event;
  return { startsAt, endsAt, shown: JSON.stringify([title, place, onlineLink, description, status]) };
}
