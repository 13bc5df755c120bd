import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type ChangeEffectView,
  hasDate,
  hasPlace,
  meetingMoves,
  meetingProblems,
  type MeetingState,
  type PlanResultView,
  type SentView,
} from '@runder-tisch/domain/meetings';
import type { PlanMeeting, SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { changeableFormats } from '../../formats/formats-access';
import { assertPlansFor } from '../../networks/networks-access';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Invitation } from '../invitation.entity';
import { WaitingList } from '../invitations/waiting-list';
import { holdsEntry, InvitationDispatch } from '../invitations/invitation-dispatch';
import { InviteeList } from '../invitations/invitee-list';
import { compareMeetings } from '../invitations/letter-changes';
import { Meeting } from '../meeting.entity';
import { visibleMeetings } from '../meetings-access';
import { MeetingsRepository } from '../meetings.repository';
import { assertNoRunningPoll } from '../running-poll';
import { AgendaService } from './agenda.service';
import { meetingFields, unframed } from '../meeting-fields';

@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly agenda: AgendaService,
    private readonly list: InviteeList,
    private readonly dispatch: InvitationDispatch,
    private readonly waitingList: WaitingList,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** Meeting, agenda, invitations and mails are one transaction: all of it is there or nothing. */
  create(viewer: Viewer, plan: PlanMeeting): Promise<PlanResultView> {
    return this.database.write(viewer, plan.send ? 'meeting.create-and-invite' : 'meeting.create', (tx) =>
      this.createIn(tx, viewer, plan),
    );
  }

  /** Within a transaction that makes more than this one meeting. */
  async createIn(
    tx: EntityManager,
    viewer: Viewer,
    plan: PlanMeeting,
    series: Pick<Meeting, 'seriesId' | 'seriesDay'> = { seriesId: null, seriesDay: null },
  ): Promise<PlanResultView> {
    const fields = meetingFields(plan.meeting);
    assertPlansFor(viewer, fields.networkId);
    await assertTies(tx, viewer, fields, { formatId: null, previousMeetingId: null });
    const meeting: Meeting = {
      ...fields,
      ...series,
      id: newId(),
      state: 'DRAFT',
      calendarSequence: 0,
      calendarStamp: null,
      organizerName: '',
      organizerMail: '',
      sessionStartedAt: null,
      sessionEndedAt: null,
      minutesApprovedAt: null,
      minutesApprovedBy: '',
      protocolSentAt: null,
      fedBackAt: null,
      ...unframed,
      cancelledReason: '',
      version: 1,
      createdByPersonId: viewer.personId,
      createdAt: this.clock.now(),
    };
    await tx.insert(Meeting, meeting);
    return this.fill(tx, viewer, meeting, plan);
  }

  /** The composing page again, while nobody holds an invitation. */
  replan(viewer: Viewer, id: string, version: number, plan: PlanMeeting): Promise<PlanResultView> {
    return this.database.write(viewer, plan.send ? 'meeting.plan-and-invite' : 'meeting.plan', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, id);
      assertPlannable(meeting);
      const fields = meetingFields(plan.meeting);
      if (fields.networkId !== meeting.networkId) assertPlansFor(viewer, fields.networkId);
      await assertTies(tx, viewer, fields, meeting);
      assertStaysDated(meeting, fields);
      await updateVersioned(tx, Meeting, id, version, fields);
      return this.fill(tx, viewer, { ...meeting, ...fields, version: version + 1 }, plan);
    });
  }

  /** Changes what, when and where. Whoever was invited is told what concerns them, in the same transaction. */
  change(viewer: Viewer, id: string, version: number, request: SaveMeeting): Promise<SentView | null> {
    return this.database.write(viewer, 'meeting.change', async (tx) => {
      const before = await this.meetings.toChange(tx, viewer, id);
      assertNotOver(before);
      const fields = meetingFields(request);
      if (fields.networkId !== before.networkId) assertPlansFor(viewer, fields.networkId);
      await assertTies(tx, viewer, fields, before);
      assertStaysDated(before, fields);
      await updateVersioned(tx, Meeting, id, version, fields);
      await this.search.refresh(tx, 'meeting', [id]);
      const sent = await this.dispatch.changed(tx, viewer, before, {
        ...before,
        ...fields,
        version: version + 1,
      });
      await this.waitingList.moveUp(tx, viewer, id);
      return sent;
    });
  }

  /** What saving this would send, for the notice in the dialog. */
  effect(viewer: Viewer, id: string, request: SaveMeeting): Promise<ChangeEffectView> {
    return this.database.read(async (tx) => {
      const before = await this.meetings.changeable(tx, viewer, id);
      const change = before.state === 'INVITED' ? compareMeetings(before, meetingFields(request)) : null;
      if (!change?.revision.needsUpdate) return { recipients: 0, changed: [], asksAgain: false };
      const holders = (await tx.findBy(Invitation, { meetingId: id })).filter(holdsEntry);
      return {
        recipients: holders.length,
        changed: change.changes.map((it) => it.label),
        asksAgain: change.revision.asksAgain,
      };
    });
  }

  /** The date stands; members of the network see it. After a postponement it counts as a new version of the entry. */
  schedule(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'meeting.schedule', (tx) => this.scheduleIn(tx, viewer, id));
  }

  async scheduleIn(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
    const meeting = await this.meetings.toChange(tx, viewer, id);
    await assertNoRunningPoll(tx, id);
    await updateVersioned(tx, Meeting, id, meeting.version, this.scheduled(meeting));
  }

  /** The date was found: it stands, and invitations go out in the same transaction if asked for. */
  async fixDate(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    found: Pick<
      Meeting,
      | 'startsAt'
      | 'endsAt'
      | 'place'
      | 'placeId'
      | 'placeNote'
      | 'accessibility'
      | 'onlineLink'
      | 'answerUntil'
    >,
    invite: boolean,
  ): Promise<SentView | null> {
    const dated = { ...meeting, ...found, version: meeting.version + 1 };
    const patch = invite ? found : { ...found, ...this.scheduled(dated) };
    await updateVersioned(tx, Meeting, meeting.id, meeting.version, patch);
    await this.search.refresh(tx, 'meeting', [meeting.id]);
    return invite ? this.inviteFrom(tx, viewer, dated) : null;
  }

  cancel(viewer: Viewer, id: string, reason: string): Promise<SentView> {
    return this.database.write(viewer, 'meeting.cancel', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, id);
      const to = this.stateAfter(meeting, 'cancel');
      await assertNoRunningPoll(tx, id);
      const sent = await this.dispatch.withdrawAll(tx, viewer, meeting, 'CANCELLED', reason);
      await this.end(tx, id, { state: to, cancelledReason: reason });
      return sent;
    });
  }

  /** Without a new date: calendars let go of the old one, the next invitation says the new one. */
  postpone(viewer: Viewer, id: string, reason: string): Promise<SentView> {
    return this.database.write(viewer, 'meeting.postpone', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, id);
      const to = this.stateAfter(meeting, 'postpone');
      const sent = await this.dispatch.withdrawAll(tx, viewer, meeting, 'POSTPONED', reason);
      await this.end(tx, id, { state: to, startsAt: null, endsAt: null, answerUntil: null });
      return sent;
    });
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'meeting.remove', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, id);
      if (meeting.state !== 'DRAFT') throw problem(meetingProblems, 'meeting-not-a-draft');
      await assertNoRunningPoll(tx, id);
      await tx.delete(Meeting, { id });
      await this.search.refresh(tx, 'meeting', [id]);
    });
  }

  /** A letter told what became of it, of one meeting or of all of a format: their step bar says "Ergebnis mitgeteilt". */
  async fedBack(
    tx: EntityManager,
    of: { meetingId: string | null; formatId: string | null },
  ): Promise<string[]> {
    const which = of.meetingId ? sql`id = ${of.meetingId}` : sql`format_id = ${of.formatId}`;
    const rows = await rowsIn<{ id: string }>(
      tx,
      sql`update meeting set fed_back_at = ${this.clock.now()} where ${which} and fed_back_at is null returning id`,
    );
    return rows.map((row) => row.id);
  }

  /** As if the letter had not been sent. */
  async notFedBack(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await rowsIn(tx, sql`update meeting set fed_back_at = null where id = any(${[...ids]}::uuid[])`);
  }

  private async fill(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    plan: PlanMeeting,
  ): Promise<PlanResultView> {
    await this.agenda.replace(tx, meeting.id, plan.agenda);
    await this.list.replace(tx, meeting, plan.invitees);
    const sent = plan.send ? await this.inviteFrom(tx, viewer, meeting) : null;
    await this.search.refresh(tx, 'meeting', [meeting.id]);
    return { id: meeting.id, sent };
  }

  /** A postponed meeting with its new date is invited in one step as well. */
  private async inviteFrom(tx: EntityManager, viewer: Viewer, meeting: Meeting): Promise<SentView> {
    if (meeting.state !== 'POSTPONED') return this.dispatch.invite(tx, viewer, meeting);
    const patch = this.scheduled(meeting);
    await updateVersioned(tx, Meeting, meeting.id, meeting.version, patch);
    return this.dispatch.invite(tx, viewer, { ...meeting, ...patch, version: meeting.version + 1 });
  }

  /** What makes a date stand; after a postponement it counts as a new version of the calendar entry. */
  private scheduled(
    meeting: Meeting,
  ): Pick<Meeting, 'state'> & Partial<Pick<Meeting, 'calendarSequence' | 'calendarStamp'>> {
    const state = this.stateAfter(meeting, 'schedule');
    if (meeting.state !== 'POSTPONED') return { state };
    return { state, calendarSequence: meeting.calendarSequence + 1, calendarStamp: null };
  }

  private stateAfter(meeting: Meeting, move: 'schedule' | 'cancel' | 'postpone'): MeetingState {
    const { to, refusal } = meetingMoves.next(meeting.state, move, meeting);
    if (refusal) throw refused(meetingProblems, refusal);
    return to;
  }

  private async end(tx: EntityManager, id: string, patch: Partial<Meeting>): Promise<void> {
    const { version } = await tx.findOneByOrFail(Meeting, { id });
    await updateVersioned(tx, Meeting, id, version, patch);
    await this.search.refresh(tx, 'meeting', [id]);
  }
}

type Ties = Pick<Meeting, 'formatId' | 'previousMeetingId'>;

/** What a meeting is newly tied to: a format the viewer changes (its letters feed that format back), a meeting they see. */
async function assertTies(tx: EntityManager, viewer: Viewer, wanted: Ties, known: Ties): Promise<void> {
  const formatId = wanted.formatId === known.formatId ? null : wanted.formatId;
  const previousId = wanted.previousMeetingId === known.previousMeetingId ? null : wanted.previousMeetingId;
  if ((formatId === null && previousId === null) || viewer.kind === 'system') return;
  const found = await oneIn<{ format: boolean; previous: boolean }>(
    tx,
    sql`select exists (select 1 from participation_format it where it.id = ${formatId}::uuid and ${changeableFormats(viewer)}) as format,
               exists (select 1 from meeting it where it.id = ${previousId}::uuid and ${visibleMeetings(viewer)}) as previous`,
  );
  if (formatId !== null && !found?.format) throw unknown('formatId');
  if (previousId !== null && !found?.previous) throw unknown('previousMeetingId');
}

function unknown(path: string): Error {
  return problem(generalProblems, 'invalid-input', [
    { path, code: 'unknown', detail: 'Bitte wählen Sie einen Eintrag aus der Liste.' },
  ]);
}

function assertNotOver(meeting: Meeting): void {
  if (meeting.state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
  if (meeting.state === 'MINUTES_APPROVED') throw problem(meetingProblems, 'meeting-over');
}

function assertPlannable(meeting: Meeting): void {
  assertNotOver(meeting);
  if (meeting.state === 'INVITED') throw problem(meetingProblems, 'meeting-move-not-allowed');
  if (meeting.state === 'HELD') throw problem(meetingProblems, 'meeting-over');
}

/** What people were invited to keeps a date and a place; without a new date it is postponed. */
function assertStaysDated(
  meeting: Meeting,
  fields: Pick<Meeting, 'startsAt' | 'endsAt' | 'place' | 'onlineLink'>,
): void {
  const stands = meeting.state === 'SCHEDULED' || meeting.state === 'INVITED' || meeting.state === 'HELD';
  if (stands && !hasDate(fields))
    throw problem(meetingProblems, 'meeting-needs-date', [{ path: 'day', code: 'required' }]);
  if (meeting.state === 'INVITED' && !hasPlace(fields))
    throw problem(meetingProblems, 'meeting-needs-place', [{ path: 'place', code: 'required' }]);
}
