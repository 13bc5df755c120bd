import { HostCookie, Sessions, SESSION_COOKIE } from '@runder-tisch/api/create-app';
import { addDays, berlinDay, berlinInstantOrNext } from '@runder-tisch/domain/time';
import type { Page } from '@runder-tisch/domain/lists';
import type { TaskListItem } from '@runder-tisch/domain/tasks';
import { Client } from '@runder-tisch/scenario/client';
import { answerByLink } from '@runder-tisch/scenario/meetings';
import { Pool } from 'pg';
import { demoData } from '../demo-data';
import type { DemoWorld } from './demo-world';

const TWENTY_MINUTES = 20 * 60_000;
/** Some weeks before the first meeting of the demo year. */
const FIRST_DAY = '2024-12-02';

export interface DemoPlaceOnList {
  id: string;
  line: string;
  accessibility: string;
}

/** What the demo knows while it is told: who is who, and which of them is speaking. */
export class DemoStory {
  readonly personIds = new Map<string, string>();
  readonly mails = new Map<string, string>();
  readonly names = new Map<string, string>();
  /** For whom a person of the demo speaks: key of the organisation. */
  readonly speaksFor = new Map<string, string>();
  readonly accountIds = new Map<string, string>();
  readonly organisationIds = new Map<string, string>();
  readonly municipalityIds = new Map<string, string>();
  readonly fieldIds = new Map<string, string>();
  readonly networkIds = new Map<string, string>();
  readonly places = new Map<string, DemoPlaceOnList>();
  /** Befunde, Schwerpunkte, Empfehlungen and Maßnahmen by the key the acts call them by. */
  readonly planned = new Map<string, string>();
  committeeId = '';
  private began = false;
  private readonly hinweise: { text: string; handlungsfeld: string }[];
  private readonly sessions = new Map<string, { client: Client; since: number }>();

  /** The mails as the page Postausgang shows them, and what else no interface gives by its words. */
  private readonly outbox: Pool;

  constructor(readonly world: DemoWorld) {
    this.outbox = new Pool({ connectionString: world.ownerDatabaseUrl, max: 2 });
    this.hinweise = demoData('feedback.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; handlungsfeld: string });
  }

  /** Line of `data/feedback.jsonl`, counted from 1 like F001. */
  text(line: number): string {
    return this.hinweise[line - 1]?.text ?? '';
  }

  /** The Handlungsfeld a line belongs to. */
  field(line: number): string {
    return this.hinweise[line - 1]?.handlungsfeld ?? '';
  }

  /** The first day of the demo: before everything it tells. */
  get begin(): string {
    const early = this.day(-330);
    return early < FIRST_DAY ? early : FIRST_DAY;
  }

  /** Moves the clock on to a time of a day, never back. */
  at(day: string, clock: string): void {
    const wanted = berlinInstantOrNext({ date: day, time: clock });
    if (!this.began || wanted > this.world.clock.now()) this.world.clock.set(wanted);
    this.began = true;
  }

  /** A day relative to the first start. */
  day(inDays: number): string {
    return addDays(berlinDay(this.world.today), inDays);
  }

  /** The same, or the working day beside it. */
  workday(inDays: number): string {
    const day = this.day(inDays);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, -1) : day;
  }

  /** A working day relative to the first start, yet not before a day of the demo year it follows from. */
  notBefore(day: string, inDays: number): string {
    const recent = this.workday(inDays);
    return recent < day ? day : recent;
  }

  /** The last day of the month in which this many days from the first start lie. */
  monthEnd(inDays: number): string {
    const [year = 0, month = 0] = this.day(inDays).split('-').map(Number);
    return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  }

  /** Those lines of `data/feedback.jsonl` that were given and read until now. */
  async hinweiseOf(...lines: number[]): Promise<string[]> {
    const { rows } = await this.outbox.query<{ id: string }>(
      `select id from feedback where triaged_text = any($1) and state not in ('SESSION', 'SUBMITTED', 'REJECTED') order by number`,
      [lines.map((line) => this.text(line))],
    );
    return rows.map(({ id }) => id);
  }

  plan(key: string): string {
    const id = this.planned.get(key);
    if (!id) throw new Error(`Die Demo hat ${key} noch nicht angelegt.`);
    return id;
  }

  id(
    map: 'personIds' | 'organisationIds' | 'fieldIds' | 'networkIds' | 'municipalityIds',
    key: string,
  ): string {
    const id = this[map].get(key);
    if (!id) throw new Error(`Die Demo kennt ${key} nicht.`);
    return id;
  }

  /** A session at the time the clock shows, opened anew when the demo has leapt on. */
  async as(key: string): Promise<Client> {
    const now = this.world.clock.now().getTime();
    const open = this.sessions.get(key);
    if (open && now - open.since < TWENTY_MINUTES) return open.client;
    const accountId = this.accountIds.get(key);
    if (!accountId) throw new Error(`Die Demo hat kein Konto für ${key}.`);
    const { token } = await this.world.app.get(Sessions).open(accountId);
    const client = new Client(
      this.world.url,
      `${this.world.app.get(HostCookie).nameOf(SESSION_COOKIE)}=${token}`,
    );
    this.sessions.set(key, { client, since: now });
    return client;
  }

  /** A form of a page anybody may open, sent without script or cookie; answers with where it leads. */
  async press(path: string, fields: Record<string, string>): Promise<string> {
    const response = await answerByLink(this.world.url + path, fields);
    if (response.status !== 303)
      throw new Error(`Das Formular ${path} wurde nicht angenommen (${response.status}).`);
    return response.headers.get('location') ?? '';
  }

  /** Somebody reports the tasks of a meeting with these words as done. */
  async done(by: 'coordinator' | 'planner', ...titles: string[]): Promise<void> {
    const client = await this.as(by);
    const { items } = await client.get<Page<TaskListItem>>(`/api/tasks?of=networks&state=OPEN&limit=100`);
    for (const task of items.filter((it) => titles.includes(it.title)))
      await client.post(`/api/tasks/${task.id}/done`);
  }

  /** The address of a page in the newest mail to somebody, as they would follow it. */
  async linkTo(person: string, path: string, objectId?: string): Promise<string> {
    const address = this.mails.get(person) ?? person;
    const { rows } = await this.outbox.query<{ preview: unknown }>(
      `select preview from outbox_message
       where lower(to_address) = lower($1) and preview is not null and preview::text like '%' || $2 || '%'
         and ($3::uuid is null or object_id = $3 or object_id in (select id from invitation where meeting_id = $3))
       order by created_at desc limit 1`,
      [address, path, objectId ?? null],
    );
    const found = new RegExp(`${path}[\\w-]+`).exec(JSON.stringify(rows[0]?.preview ?? ''))?.[0];
    if (!found) throw new Error(`In der Mail an ${person} steht kein Link ${path}.`);
    return found;
  }

  /** The last invitation to a meeting that went to somebody, as their mail program knows it. */
  async invitationTo(person: string, meetingId: string): Promise<{ messageId: string; uid: string }> {
    const { rows } = await this.outbox.query<{ messageId: string; uid: string }>(
      `select message_id as "messageId", split_part(order_key, ' ', 1) as uid from outbox_message
       where lower(to_address) = lower($1) and object_id in (select id from invitation where meeting_id = $2)
       order by position desc limit 1`,
      [this.mails.get(person) ?? person, meetingId],
    );
    if (!rows[0]) throw new Error(`An ${person} ging keine Einladung.`);
    return rows[0];
  }

  close(): Promise<void> {
    return this.outbox.end();
  }
}
