import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sessions, SESSION_COOKIE } from '@runder-tisch/api/create-app';
import { PlanMeeting, type SaveInvitee, SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session-requests';
import { EnterFeedback, SaveSessionFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { ReturnMessageView, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import type { MeetingPageView } from '@runder-tisch/domain/meetings';
import { addDays, berlinDay, berlinInstantOrNext } from '@runder-tisch/domain/time';
import type { Page } from '@runder-tisch/domain/lists';
import type { TaskListItem } from '@runder-tisch/domain/tasks';
import { Client } from '@runder-tisch/scenario/client';
import { voice } from '@runder-tisch/scenario/feedback';
import { Client as PostgresClient } from 'pg';
import type { DemoWorld } from './demo-world';

export interface DemoLine {
  kind: PutMinutesEntry['kind'];
  text: string;
  role?: string;
  task?: { person: string; dueInDays: number };
  votes?: { yes: number; no: number; abstain: number };
}

export interface DemoMeeting {
  title: string;
  type: SaveMeeting['type'];
  /** Day of the demo the meeting lies from, negative in the past. */
  inDays: number;
  start: string;
  end: string;
  place: string;
  formatId?: string | null;
  invitationText?: string;
  agenda: { title: string; minutes: number; lines: DemoLine[] }[];
}

/** What the demo knows while it is told: who is who, and which of them is speaking. */
export class DemoStory {
  readonly personIds = new Map<string, string>();
  readonly mails = new Map<string, string>();
  readonly accountIds = new Map<string, string>();
  readonly organisationIds = new Map<string, string>();
  readonly fieldIds = new Map<string, string>();
  networkId = '';
  readonly texts: string[];

  constructor(readonly world: DemoWorld) {
    const file = join(import.meta.dirname, '../../tools/demo/data/feedback.jsonl');
    this.texts = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text);
  }

  /** Line of `data/feedback.jsonl`, counted from 1 like F001. */
  text(line: number): string {
    return this.texts[line - 1] as string;
  }

  /** Moves the clock to a time of a day; the demo goes forward only. */
  at(inDays: number, clock: string): void {
    this.world.clock.set(berlinInstantOrNext({ date: this.day(inDays), time: clock }));
  }

  /** A day relative to the first start; meetings avoid the weekend. */
  day(inDays: number): string {
    return addDays(berlinDay(this.world.today), inDays);
  }

  workday(inDays: number): string {
    const day = this.day(inDays);
    if (inDays > 0) return day;
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, -1) : day;
  }

  id(map: 'personIds' | 'organisationIds' | 'fieldIds', key: string): string {
    const id = this[map].get(key);
    if (!id) throw new Error(`Die Demo kennt ${key} nicht.`);
    return id;
  }

  /** A fresh session at the time the clock shows, because sessions end while the demo leaps on. */
  async as(key: string): Promise<Client> {
    const accountId = this.accountIds.get(key);
    if (!accountId) throw new Error(`Die Demo hat kein Konto für ${key}.`);
    const { token } = await this.world.app.get(Sessions).open(accountId);
    return new Client(this.world.url, `${SESSION_COOKIE}=${token}`);
  }

  invitees(keys: readonly [person: string, organisation: string][]): SaveInvitee[] {
    return keys.map(([person, organisation]) => ({
      personId: this.id('personIds', person),
      organisationId: null,
      onBehalfOfId: this.id('organisationIds', organisation),
      mail: this.mails.get(person) as string,
      name: '',
    }));
  }

  /** Planned and invited in one step, two weeks and some days before. */
  async invite(meeting: DemoMeeting, invitees: SaveInvitee[], names: readonly string[]): Promise<string> {
    const coordinator = await this.as('coordinator');
    const plan = Object.assign(new PlanMeeting(), {
      meeting: Object.assign(new SaveMeeting(), {
        type: meeting.type,
        title: meeting.title,
        networkId: this.networkId,
        formatId: meeting.formatId ?? null,
        day: this.workday(meeting.inDays),
        startTime: meeting.start,
        endTime: meeting.end,
        place: meeting.place,
        accessibility: 'Stufenloser Zugang, Aufzug, rollstuhlgerechte Toilette',
        invitationText: meeting.invitationText ?? '',
        public: false,
      }),
      agenda: meeting.agenda.map(({ title, minutes }) => ({
        title,
        minutes,
        visibility: 'INTERNAL' as const,
        presenter: '',
        note: '',
      })),
      invitees: invitees.map((invitee, index) => ({ ...invitee, name: names[index] ?? invitee.mail })),
      send: true,
    });
    const { id } = await coordinator.post<{ id: string }>('/api/meetings', plan);
    return id;
  }

  /** Somebody follows the link of their mail and presses a button on the answer page. */
  async answerByLink(
    meetingId: string,
    person: string,
    answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
    more: Record<string, string> = {},
  ): Promise<void> {
    const text = await this.lastMailTo(this.mails.get(person) as string, meetingId);
    const path = /\/antwort\/[\w-]+/.exec(text)?.[0];
    if (!path) throw new Error(`In der Mail an ${person} steht kein Antwortlink.`);
    const response = await fetch(this.world.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ answer, companions: '0', deputyName: '', needs: '', message: '', ...more }),
    });
    if (response.status !== 303)
      throw new Error(`Die Antwort von ${person} wurde nicht angenommen (${response.status}).`);
  }

  async answerByPhone(
    meetingId: string,
    person: string,
    answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
  ): Promise<void> {
    const coordinator = await this.as('coordinator');
    const meeting = await coordinator.get<MeetingPageView>(`/api/meetings/${meetingId}`);
    const invitation =
      'invitations' in meeting
        ? meeting.invitations.find((it) => it.person?.id === this.id('personIds', person))
        : undefined;
    if (!invitation) throw new Error(`${person} ist nicht eingeladen.`);
    await coordinator.post(`/api/invitations/${invitation.id}/answer`, {
      answer,
      channel: 'PHONE',
      companions: 0,
      deputyName: '',
      needs: '',
      message: '',
    });
  }

  /** From "Sitzung starten" to "Sitzung beenden", line by line; answers with the ids of the Hinweise. */
  async hold(
    meetingId: string,
    meeting: DemoMeeting,
    present: readonly string[],
    guests: readonly string[] = [],
  ): Promise<string[]> {
    this.at(meeting.inDays, meeting.start);
    this.world.clock.set(berlinInstantOrNext({ date: this.workday(meeting.inDays), time: meeting.start }));
    let coordinator = await this.as('coordinator');
    await coordinator.post(`/api/meetings/${meetingId}/session/start`);
    const session = await coordinator.get<{
      agenda: { id: string; title: string }[];
      attendance: { invitationId: string; personId: string | null; organisationId: string | null }[];
    }>(`/api/meetings/${meetingId}/session`);
    for (const seat of session.attendance) {
      const isThere = present.some((person) => this.personIds.get(person) === seat.personId);
      const { invitationId, personId, organisationId } = seat;
      await coordinator.put(
        `/api/meetings/${meetingId}/attendance/${randomUUID()}`,
        { invitationId, personId, organisationId, guestName: '', present: isThere },
        0,
      );
    }
    for (const guestName of guests) {
      await coordinator.put(
        `/api/meetings/${meetingId}/attendance/${randomUUID()}`,
        { invitationId: null, personId: null, organisationId: null, guestName, present: true },
        0,
      );
    }
    const feedbackIds: string[] = [];
    let position = 0;
    for (const [index, item] of meeting.agenda.entries()) {
      for (const line of item.lines) {
        position += 10;
        const feedbackId = line.kind === 'FEEDBACK' ? await this.say(coordinator, meetingId, line) : null;
        if (feedbackId) feedbackIds.push(feedbackId);
        const entry = Object.assign(new PutMinutesEntry(), {
          agendaItemId: session.agenda[index]?.id ?? null,
          position,
          kind: line.kind,
          text: feedbackId ? '' : line.text,
          feedbackId,
          votes: line.votes ?? null,
          task: line.task
            ? {
                dueOn: this.day(line.task.dueInDays),
                personId: this.id('personIds', line.task.person),
                organisationId: null,
              }
            : null,
        });
        await coordinator.put(`/api/meetings/${meetingId}/minutes/${randomUUID()}`, entry, 0);
      }
    }
    this.world.clock.set(berlinInstantOrNext({ date: this.workday(meeting.inDays), time: meeting.end }));
    coordinator = await this.as('coordinator');
    await coordinator.post(`/api/meetings/${meetingId}/session/end`, { startedAt: null, endedAt: null });
    return feedbackIds;
  }

  async approveAndSend(meetingId: string, inDays: number): Promise<void> {
    this.at(inDays, '09:20');
    const coordinator = await this.as('coordinator');
    await coordinator.post(`/api/meetings/${meetingId}/minutes/approve`);
    await coordinator.post(`/api/meetings/${meetingId}/protocol/send`);
  }

  async enter(key: string, facts: Partial<EnterFeedback> & { text: string }): Promise<string> {
    const client = await this.as(key);
    const { id } = await client.post<{ id: string }>(
      '/api/feedback',
      Object.assign(new EnterFeedback(), facts),
    );
    return id;
  }

  /** From the workspace of a provider, in one of the three voices. */
  async giveVoice(key: string, facts: Parameters<typeof voice>[1]): Promise<void> {
    await voice(await this.as(key), facts);
  }

  /** The planner reads, links and, where given, decides. */
  async treat(
    feedbackId: string,
    steps: {
      field: string;
      further?: string[];
      decision?: string;
      reason?: string;
      forwardedTo?: string;
      answer?: string;
    },
  ): Promise<void> {
    const planner = await this.as('planner');
    let item = await planner.get<StaffFeedbackView>(`/api/feedback/${feedbackId}`);
    const step = async (verb: string, body: object): Promise<void> => {
      item = await planner.post<StaffFeedbackView>(`/api/feedback/${feedbackId}/${verb}`, body, item.version);
    };
    if (item.flagged && item.state === 'SUBMITTED') await step('triage', { remove: [] });
    await step('link', {
      primaryFieldId: this.id('fieldIds', steps.field),
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
  }

  /** Somebody reports the tasks of a meeting with these words as done. */
  async done(...titles: string[]): Promise<void> {
    const coordinator = await this.as('coordinator');
    const { items } = await coordinator.get<Page<TaskListItem>>(
      `/api/tasks?of=networks&state=OPEN&limit=100`,
    );
    for (const task of items.filter((it) => titles.includes(it.title)))
      await coordinator.post(`/api/tasks/${task.id}/done`);
  }

  /** The Ergebnisbrief of a meeting or format, sent by the coordinator. */
  async sendReturnMessage(of: { meetingId?: string; formatId?: string }, subject: string): Promise<void> {
    const coordinator = await this.as('coordinator');
    const { id } = await coordinator.post<{ id: string }>('/api/return-messages', {
      meetingId: of.meetingId ?? null,
      formatId: of.formatId ?? null,
    });
    const letter = await coordinator.get<ReturnMessageView>(`/api/return-messages/${id}`);
    const saved = await coordinator.put<ReturnMessageView>(
      `/api/return-messages/${id}`,
      {
        subject,
        intro: letter.intro,
        closing: letter.closing,
        inReviewUntil: letter.inReviewUntil,
        leftOutIds: [],
      },
      letter.version,
    );
    await coordinator.post(`/api/return-messages/${id}/send`, {}, saved.version);
  }

  private async say(coordinator: Client, meetingId: string, line: DemoLine): Promise<string> {
    const id = randomUUID();
    await coordinator.put(
      `/api/feedback/${id}`,
      Object.assign(new SaveSessionFeedback(), { meetingId, text: line.text, speakerRole: line.role ?? '' }),
      0,
    );
    return id;
  }

  private async lastMailTo(address: string, meetingId: string): Promise<string> {
    const owner = new PostgresClient({ connectionString: this.world.ownerDatabaseUrl });
    await owner.connect();
    try {
      const { rows } = await owner.query<{ preview: unknown }>(
        `select preview from outbox_message where lower(to_address) = lower($1) and preview::text like '%/antwort/%' and preview is not null
           and (object_id = $2 or object_id in (select id from invitation where meeting_id = $2)) order by created_at desc limit 1`,
        [address, meetingId],
      );
      return JSON.stringify(rows[0]?.preview ?? '');
    } finally {
      await owner.end();
    }
  }
}
