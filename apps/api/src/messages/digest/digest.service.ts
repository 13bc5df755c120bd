import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  DIGEST_KEY,
  digestDocument,
  type DigestGroup,
  digestGroups,
  digestKey,
  type DigestNews,
  digestReasons,
  digestTopicLabels,
  lastDigest,
  nextDigest,
  type OwnDigestView,
  WHOLE_DIGEST,
} from '@runder-tisch/domain/messages';
import { MailLinks } from '../../access/mail-links';
import { Sessions } from '../../access/session';
import { systemViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { Jobs } from '../../jobs/jobs';
import { log } from '../../log';
import { Outbox } from '../../outbox/outbox';
import { Settings } from '../../settings/settings';
import { DigestRepository, type DigestReader } from './digest.repository';

export const DIGEST_LINK = 'digest';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A mail is found again long after, and its link still has to end it. */
const LINK_DAYS = 730;
/** After an outage longer than this, or switched on later than this, the week is left out. */
const LATE_MS = DAY_MS;
/** The first mail of an address looks back so far, and none further: whoever was away for a year is told of a month. */
const FIRST_DAYS = 7;
const MOST_DAYS = 31;

/** One mail a week with what is new for its reader, as they may see it at that moment. */
@Injectable()
export class DigestService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: DigestRepository,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(5 * MINUTE_MS, 'digest', () => this.run());
    this.jobs.every(DAY_MS / 24, 'digest.sweep', () => this.sweep());
  }

  /**
   * Each address in a transaction of its own, which only the first of any number of runs can finish: killed in between,
   * the next run goes on behind the last one. Answers how many mails were written.
   */
  async run(): Promise<number> {
    const { weeklyDigest, digestWeekday, digestHour } = await this.settings.current();
    if (!weeklyDigest) return 0;
    const now = this.clock.now();
    const { week, at } = lastDigest(now, { weekday: digestWeekday, hour: digestHour });
    if (now.getTime() - at.getTime() > LATE_MS) return 0;
    let sent = 0;
    let failed: Error | null = null;
    for (const reader of await this.repository.readers(week)) {
      try {
        if (await this.write(reader, week, now)) sent += 1;
      } catch (error) {
        // One address that nobody can write to keeps no other from its mail.
        log.error({ err: error }, 'weekly mail not written');
        failed = error instanceof Error ? error : new Error(String(error));
      }
    }
    if (failed) throw failed;
    return sent;
  }

  /** One's own mail as it would look now. */
  async view(viewer: Viewer): Promise<OwnDigestView> {
    const { weeklyDigest, digestWeekday, digestHour } = await this.settings.current();
    const now = this.clock.now();
    const mail = await this.mailOf(viewer);
    const [muted, topics] = await Promise.all([this.repository.muted(mail), this.repository.topics(viewer)]);
    const { groups } = await this.groups(viewer, mail, now, muted);
    return {
      mail,
      nextAt: weeklyDigest
        ? nextDigest(now, { weekday: digestWeekday, hour: digestHour }).toISOString()
        : null,
      muted: muted.has(WHOLE_DIGEST),
      topics: topics.map(({ topic, topicId, title }) => {
        const key = digestKey({ topic, topicId });
        return {
          key,
          label: digestTopicLabels[topic],
          title,
          why: digestReasons[topic],
          muted: muted.has(key),
        };
      }),
      groups,
    };
  }

  async muteOwn(viewer: Viewer, key: string, muted: boolean): Promise<void> {
    const mail = await this.mailOf(viewer);
    await this.database.write(viewer, 'digest.mute', (tx) =>
      muted ? this.mute(tx, mail, [key]) : this.unmute(tx, mail, [key]),
    );
  }

  async mute(tx: EntityManager, mail: string, keys: readonly string[]): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into digest_mute (mail, topic, since)
          select ${mail}, topic, ${this.clock.now()}::timestamptz from unnest(${keys.filter((key) => DIGEST_KEY.test(key))}::text[]) as wanted (topic)
          on conflict do nothing returning topic`,
    );
  }

  async unmute(tx: EntityManager, mail: string, keys: readonly string[]): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from digest_mute where mail = ${mail} and topic = any(${[...keys]}::text[]) returning topic`,
    );
  }

  /** How long a mail can be muted from itself. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - LINK_DAYS * DAY_MS);
    const rows = await this.database.write(systemViewer, 'digest.sweep', (tx) =>
      rowsIn(tx, sql`delete from digest_issue where until < ${before} returning id`),
    );
    return rows.length;
  }

  private async groups(
    viewer: Viewer,
    mail: string,
    now: Date,
    muted: ReadonlySet<string>,
  ): Promise<{ groups: DigestGroup[]; news: DigestNews[] }> {
    const last = await this.repository.toldUntil(mail);
    const first = last ?? new Date(now.getTime() - FIRST_DAYS * DAY_MS);
    const since = new Date(Math.max(first.getTime(), now.getTime() - MOST_DAYS * DAY_MS));
    const news = await this.repository.news(viewer, mail, now, since);
    return { groups: digestGroups(news, muted), news };
  }

  private async write(reader: DigestReader, week: string, now: Date): Promise<boolean> {
    const viewer = reader.accountId
      ? await this.sessions.viewerOfAccount(reader.accountId, 'digest')
      : await this.sessions.viewerOfPerson(reader.personId ?? '', 'digest');
    if (!viewer) return false;
    const muted = await this.repository.muted(reader.mail);
    const { groups, news } = await this.groups(viewer, reader.mail, now, muted);
    return this.database.write(systemViewer, 'digest.send', async (tx) => {
      const id = newId();
      const topics = JSON.stringify(groups.map(({ key, label, title }) => ({ key, label, title })));
      const told = news.filter(({ topic }) => topic !== 'OWN').map((it) => `${it.kind} ${it.id}`);
      const written = await rowsIn(
        tx,
        sql`insert into digest_issue (id, mail, week, until, topics, told)
            values (${id}, ${reader.mail}, ${week}::date, ${now}, ${topics}::jsonb, ${told}::text[])
            on conflict on constraint digest_issue_once do nothing returning id`,
      );
      if (written.length === 0 || groups.length === 0) return false;
      await this.send(tx, reader, id, week, groups);
      return true;
    });
  }

  private async send(
    tx: EntityManager,
    reader: DigestReader,
    id: string,
    week: string,
    groups: readonly DigestGroup[],
  ): Promise<void> {
    const token = await this.links.create(tx, {
      purpose: DIGEST_LINK,
      personId: reader.personId,
      objectKind: 'digest-issue',
      objectId: id,
      expiresAt: new Date(this.clock.now().getTime() + LINK_DAYS * DAY_MS),
    });
    const page = this.links.url(`/wochenmail/${token}`);
    const content = digestDocument({
      greeting: `Guten Tag, ${reader.name}`,
      groups,
      url: (path) => this.links.url(path),
      mute: (key) => (key === WHOLE_DIGEST ? page : `${page}?thema=${key}`),
    });
    const frame = await this.settings.mailFrame(tx, {
      why: 'Sie erhalten diese Mail einmal in der Woche, wenn es etwas Neues gibt.',
    });
    await this.outbox.enqueue(tx, {
      to: { name: reader.name, address: reader.mail },
      subject: content.title,
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      purpose: 'digest',
      objectKind: 'digest-issue',
      objectId: id,
      batchId: await this.batchOf(tx, week, id),
      personId: reader.personId,
      listId: 'wochenmail',
      unsubscribe: page,
      // The office is told that it went out, not what somebody follows.
      confidential: true,
    });
  }

  /** All mails of one week are one dispatch. */
  private async batchOf(tx: EntityManager, week: string, id: string): Promise<string> {
    const [first] = await rowsIn<{ batchId: string }>(
      tx,
      sql`select mail.batch_id as "batchId" from digest_issue issue
            join outbox_message mail on mail.object_kind = 'digest-issue' and mail.object_id = issue.id
          where issue.week = ${week}::date order by mail.position limit 1`,
    );
    return first?.batchId ?? id;
  }

  private async mailOf(viewer: Viewer): Promise<string> {
    const { mail } = await this.database.found<{ mail: string }>(
      sql`select lower(mail) as mail from account where id = ${viewer.accountId}::uuid`,
    );
    return mail;
  }
}
