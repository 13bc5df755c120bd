import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sessions, SESSION_COOKIE } from '@runder-tisch/api/create-app';
import type { SaveInvitee, SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import type { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import type { FeedbackDecision, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { addDays, berlinDay, berlinInstantOrNext } from '@runder-tisch/domain/time';
import type { Page } from '@runder-tisch/domain/lists';
import type { TaskListItem } from '@runder-tisch/domain/tasks';
import { Client } from '@runder-tisch/scenario/client';
import {
  feedbackStep,
  feedbackView,
  returnMessage,
  sendReturnMessage,
  sessionFeedback,
} from '@runder-tisch/scenario/feedback';
import {
  answerByLink,
  enterAnswer,
  invitationOf,
  type MeetingFacts,
  meetingPlan,
} from '@runder-tisch/scenario/meetings';
import {
  approveMinutes,
  attend,
  endSession,
  guest,
  minutesLine,
  sendProtocol,
  startSession,
} from '@runder-tisch/scenario/session';
import { Pool } from 'pg';
import type { DemoWorld } from './demo-world';

const TWENTY_MINUTES = 20 * 60_000;
/** Some weeks before the first meeting of the demo year. */
const FIRST_DAY = '2024-12-02';

export interface DemoPlaceOnList {
  id: string;
  line: string;
  accessibility: string;
}

/** What becomes of a line of `data/feedback.jsonl`. */
export interface Treatment {
  line: number;
  further?: string[];
  decision?: FeedbackDecision;
  reason?: string;
  forwardedTo?: string;
  answer?: string;
  /** Put on the public page in these words. */
  everybody?: string;
}

export interface DemoLine {
  kind: PutMinutesEntry['kind'];
  text: string;
  role?: string;
  task?: { person: string; dueOn: string };
  votes?: { yes: number; no: number; abstain: number };
}

export interface DemoMeeting {
  title: string;
  type: SaveMeeting['type'];
  day: string;
  start: string;
  end: string;
  /** Key of a place of `demo-places.ts`. */
  place: string;
  /** Key of the network, if one meets. */
  network?: string;
  /** The committee meets. */
  committee?: boolean;
  /** Who plans it and takes the minutes; the coordinator of the networks unless said. */
  by?: 'planner';
  formatId?: string;
  public?: boolean;
  invitationText?: string;
  people: readonly string[];
  agenda: { title: string; minutes: number; lines: DemoLine[] }[];
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
  committeeId = '';
  private began = false;
  private readonly hinweise: { text: string; handlungsfeld: string }[];
  private readonly sessions = new Map<string, { client: Client; since: number }>();

  /** The mails as the page Postausgang shows them. */
  private readonly outbox: Pool;

  constructor(readonly world: DemoWorld) {
    this.outbox = new Pool({ connectionString: world.ownerDatabaseUrl, max: 2 });
    const file = join(import.meta.dirname, '../../tools/demo/data/feedback.jsonl');
    this.hinweise = readFileSync(file, 'utf8')
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
    const client = new Client(this.world.url, `${SESSION_COOKIE}=${token}`);
    this.sessions.set(key, { client, since: now });
    return client;
  }

  /** People of the demo as the picker gives them: for their organisation, with their own address. */
  invitees(people: readonly string[]): SaveInvitee[] {
    return people.map((person) => ({
      personId: this.id('personIds', person),
      organisationId: null,
      onBehalfOfId: this.organisationIds.get(this.speaksFor.get(person) ?? '') ?? null,
      mail: this.mails.get(person) ?? '',
      name: this.names.get(person) ?? '',
    }));
  }

  /** Planned, and invited in one step unless a poll has to find the day. */
  async plan(meeting: DemoMeeting, send: boolean): Promise<string> {
    const client = await this.as(meeting.by ?? 'coordinator');
    const place = this.places.get(meeting.place);
    const facts: MeetingFacts = {
      type: meeting.type,
      title: meeting.title,
      networkId: meeting.network ? this.id('networkIds', meeting.network) : null,
      committeeId: meeting.committee ? this.committeeId : null,
      formatId: meeting.formatId ?? null,
      day: send ? meeting.day : '',
      startTime: send ? meeting.start : '',
      endTime: send ? meeting.end : '',
      place: place?.line ?? '',
      placeId: place?.id ?? null,
      accessibility: place?.accessibility ?? '',
      invitationText: meeting.invitationText ?? '',
      public: meeting.public ?? false,
      agenda: meeting.agenda.map(({ title, minutes }) => ({
        title,
        minutes,
        visibility: meeting.public ? 'PUBLIC' : 'INTERNAL',
      })),
      invitees: send ? this.invitees(meeting.people) : [],
    };
    const { id } = await client.post<{ id: string }>('/api/meetings', meetingPlan(facts, send));
    return id;
  }

  /** Somebody follows the link of their mail and presses a button on the answer page. */
  async answerByLink(
    meetingId: string,
    person: string,
    answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
    more: Record<string, string> = {},
  ): Promise<void> {
    await this.press(await this.linkTo(person, '/antwort/', meetingId), {
      answer,
      companions: '0',
      deputyName: '',
      needs: '',
      message: '',
      ...more,
    });
  }

  /** A form of a page anybody may open, sent without script or cookie; answers with where it leads. */
  async press(path: string, fields: Record<string, string>): Promise<string> {
    const response = await answerByLink(this.world.url + path, fields);
    if (response.status !== 303)
      throw new Error(`Das Formular ${path} wurde nicht angenommen (${response.status}).`);
    return response.headers.get('location') ?? '';
  }

  async answerByPhone(
    meetingId: string,
    person: string,
    answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
  ): Promise<void> {
    const coordinator = await this.as('coordinator');
    const invitation = await invitationOf(coordinator, meetingId, this.mails.get(person) ?? '');
    await enterAnswer(coordinator, invitation.id, { answer, channel: 'PHONE' });
  }

  /** From "Sitzung starten" to "Sitzung beenden", line by line; answers with the ids of the Hinweise. */
  async hold(
    meetingId: string,
    meeting: DemoMeeting,
    present: readonly string[],
    guests: readonly string[] = [],
  ): Promise<string[]> {
    this.at(meeting.day, meeting.start);
    const client = await this.as(meeting.by ?? 'coordinator');
    const { agenda, attendance } = await startSession(client, meetingId);
    const there = new Set(present.map((person) => this.id('personIds', person)));
    await Promise.all([
      ...attendance.map((seat) => attend(client, meetingId, seat, there.has(seat.personId ?? ''))),
      ...guests.map((name) => guest(client, meetingId, name)),
    ]);
    const feedbackIds: string[] = [];
    let position = 0;
    for (const [index, item] of meeting.agenda.entries()) {
      const agendaItemId = agenda[index]?.id ?? null;
      for (const line of item.lines) {
        position += 10;
        const feedbackId =
          line.kind === 'FEEDBACK'
            ? await sessionFeedback(client, { meetingId, text: line.text, speakerRole: line.role ?? '' })
            : null;
        if (feedbackId) feedbackIds.push(feedbackId);
        await minutesLine(client, meetingId, {
          agendaItemId,
          position,
          kind: line.kind,
          text: feedbackId ? '' : line.text,
          feedbackId,
          votes: line.votes ?? null,
          task: line.task
            ? {
                dueOn: line.task.dueOn,
                personId: this.id('personIds', line.task.person),
                organisationId: null,
              }
            : null,
        });
      }
    }
    this.at(meeting.day, meeting.end);
    await endSession(await this.as(meeting.by ?? 'coordinator'), meetingId);
    return feedbackIds;
  }

  async approveAndSend(meetingId: string, by: DemoMeeting['by']): Promise<void> {
    const client = await this.as(by ?? 'coordinator');
    await approveMinutes(client, meetingId);
    await sendProtocol(client, meetingId);
  }

  /** Reads, links to the field the line belongs to and, where given, decides, answers and publishes. */
  async treat(feedbackId: string, steps: Treatment): Promise<void> {
    const planner = await this.as('planner');
    let item = await feedbackView(planner, feedbackId);
    const step = async (verb: string, body: object): Promise<void> => {
      item = await planner.post<StaffFeedbackView>(`/api/feedback/${feedbackId}/${verb}`, body, item.version);
    };
    if (item.flagged && item.state === 'SUBMITTED') await step('triage', { remove: [] });
    await step('link', {
      primaryFieldId: this.id('fieldIds', this.field(steps.line)),
      furtherFieldIds: (steps.further ?? []).map((name) => this.id('fieldIds', name)),
      origin: 'HUMAN',
    });
    if (steps.decision)
      await step('decide', {
        decision: steps.decision,
        reason: steps.reason ?? '',
        forwardedTo: steps.forwardedTo ?? '',
      });
    if (steps.answer) await step('answer', { answer: steps.answer, notify: true });
    if (steps.everybody) await this.publish(feedbackId, steps.everybody);
  }

  /** On the page "Was daraus wurde", in words for everybody. */
  async publish(feedbackId: string, answer: string): Promise<void> {
    await feedbackStep(await this.as('planner'), feedbackId, 'publish', { answer });
  }

  /** Somebody reports the tasks of a meeting with these words as done. */
  async done(by: 'coordinator' | 'planner', ...titles: string[]): Promise<void> {
    const client = await this.as(by);
    const { items } = await client.get<Page<TaskListItem>>(`/api/tasks?of=networks&state=OPEN&limit=100`);
    for (const task of items.filter((it) => titles.includes(it.title)))
      await client.post(`/api/tasks/${task.id}/done`);
  }

  /** The Ergebnisbrief of a meeting or format. */
  async sendLetter(
    of: { meetingId?: string; formatId?: string },
    subject: string,
    by: 'coordinator' | 'planner' = 'coordinator',
  ): Promise<void> {
    const client = await this.as(by);
    const { id } = await returnMessage(client, of, { subject });
    await sendReturnMessage(client, id);
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

  close(): Promise<void> {
    return this.outbox.end();
  }
}
