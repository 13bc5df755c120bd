import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  maySessionStart,
  meetingMoves,
  meetingProblems,
  sessionProblems,
} from '@runder-tisch/domain/meetings';
import type {
  EndSession,
  PutAttendance,
  PutMinutesEntry,
} from '@runder-tisch/domain/meetings/session/session-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { oneIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { Tasks } from '../../tasks/tasks';
import { assertNoRunningPoll } from '../running-poll';
import { Meeting } from '../meeting.entity';
import { meetingToChange } from '../meetings.repository';
import { assertVotesFit } from '../committee-session/session-facts';
import { Attendance, MinutesEntry } from '../session.entity';
import { LineOwners } from './line-owners';
import { OpenItems } from './open-items.service';
import { SessionRepository } from './session.repository';

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly tasks: Tasks,
    private readonly owners: LineOwners,
    private readonly openItems: OpenItems,
    private readonly clock: Clock,
  ) {}

  /** Changes no state; a second press changes nothing. */
  start(viewer: Viewer, meetingId: string): Promise<void> {
    return this.database.write(viewer, 'session.start', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      if (meeting.sessionStartedAt) return;
      const now = this.clock.now();
      if (meeting.state !== 'INVITED' && meeting.state !== 'SCHEDULED') {
        throw problem(
          meetingProblems,
          meeting.state === 'CANCELLED' ? 'meeting-cancelled' : 'meeting-move-not-allowed',
        );
      }
      if (!maySessionStart(meeting, now))
        throw problem(meetingProblems, meeting.startsAt ? 'meeting-too-early' : 'meeting-needs-date');
      await tx.update(Meeting, { id: meetingId }, { sessionStartedAt: now, version: meeting.version + 1 });
    });
  }

  /**
   * Sets HELD, at the planned time unless another is said: when a button was pressed is not when people met. Said
   * again before the release, times correct those from before. Areas on the right take over the lines that are theirs.
   */
  end(viewer: Viewer, meetingId: string, request: EndSession): Promise<void> {
    return this.database.write(viewer, 'session.end', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      const isCorrection = meeting.state === 'HELD';
      if (isCorrection && !request.startedAt && !request.endedAt) return;
      const now = this.clock.now();
      if (!isCorrection) {
        await assertNoRunningPoll(tx, meetingId);
        const { refusal } = meetingMoves.next(meeting.state, 'hold', { ...meeting, now });
        if (refusal) throw refused(meetingProblems, refusal);
      }
      const known = isCorrection
        ? { startsAt: meeting.sessionStartedAt, endsAt: meeting.sessionEndedAt }
        : meeting;
      const startedAt = request.startedAt ? new Date(request.startedAt) : known.startsAt;
      const endedAt = request.endedAt ? new Date(request.endedAt) : known.endsAt;
      if (request.endedAt && endedAt && endedAt > now)
        throw problem(sessionProblems, 'session-ends-in-future', [{ path: 'endedAt', code: 'in-future' }]);
      if (startedAt && endedAt && endedAt < startedAt)
        throw problem(meetingProblems, 'meeting-ends-before-start', [
          { path: 'endedAt', code: 'before-start' },
        ]);
      if (!isCorrection) await this.openItems.ended(tx, meetingId);
      await tx.update(
        Meeting,
        { id: meetingId },
        {
          state: 'HELD',
          sessionStartedAt: startedAt,
          sessionEndedAt: endedAt,
          version: meeting.version + 1,
        },
      );
      if (!isCorrection) await this.owners.ended(tx, meetingId);
    });
  }

  /**
   * Keeps one line of the minutes. The id comes from the device, so a repeated call changes nothing; a line
   * that changed elsewhere is refused with both versions, and the device keeps its own as a new line.
   */
  putEntry(
    viewer: Viewer,
    meetingId: string,
    entryId: string,
    version: number,
    request: PutMinutesEntry,
  ): Promise<{ id: string; version: number }> {
    return this.database.write(viewer, 'minutes.put', async (tx) => {
      const meeting = await this.open(tx, viewer, meetingId);
      await this.assertLine(tx, meetingId, request);
      const { votes, agendaItemId } = request;
      if (votes && meeting.type === 'COMMITTEE')
        await assertVotesFit(tx, berlinDay(this.clock.now()), { meetingId, agendaItemId, votes });
      const stored = await tx.findOneBy(MinutesEntry, { id: entryId });
      if (stored && stored.meetingId !== meetingId) throw problem(sessionProblems, 'line-changed-elsewhere');
      const isOwned = this.owners.isOwned(request.kind);
      const referenceId = isOwned ? referenceOf(request) : null;
      const line = {
        agendaItemId: request.agendaItemId,
        position: String(request.position),
        kind: request.kind,
        text: isOwned ? '' : request.text.trim(),
        votesYes: request.votes?.yes ?? null,
        votesNo: request.votes?.no ?? null,
        votesAbstain: request.votes?.abstain ?? null,
        deletedAt: null,
      };
      if (stored && stored.version !== version) {
        if (
          stored.version === version + 1 &&
          sameLine(stored, line) &&
          (await this.sameReference(tx, entryId, referenceId)) &&
          (await this.sameTask(tx, stored, request))
        ) {
          return { id: entryId, version: stored.version };
        }
        throw problem(sessionProblems, 'line-changed-elsewhere');
      }
      if (!stored && version !== 0) throw problem(sessionProblems, 'line-changed-elsewhere');
      const taskId = await this.keepTask(tx, meeting, entryId, stored !== null, request);
      await this.sessions.keepLine(tx, {
        ...line,
        ...{ id: entryId, meetingId, taskId, referenceId },
        version: version + 1,
        createdAt: stored?.createdAt ?? this.clock.now(),
      });
      return { id: entryId, version: version + 1 };
    });
  }

  /**
   * The line stays in the database, so that putting it again under its id brings it back. What another device wrote
   * in between stays: only the line that was seen is removed. Repeating it changes nothing.
   */
  removeEntry(
    viewer: Viewer,
    meetingId: string,
    entryId: string,
    version: number,
  ): Promise<{ id: string; version: number }> {
    return this.database.write(viewer, 'minutes.remove', async (tx) => {
      await this.open(tx, viewer, meetingId);
      const stored = await tx.findOneBy(MinutesEntry, { id: entryId, meetingId });
      const isRepeated = stored?.deletedAt && stored.version === version + 1;
      if (!stored || (stored.deletedAt && !isRepeated)) throw problem(generalProblems, 'not-found');
      if (isRepeated) return { id: entryId, version: stored.version };
      if (stored.version !== version) throw problem(sessionProblems, 'line-changed-elsewhere');
      await tx.update(
        MinutesEntry,
        { id: entryId },
        { deletedAt: this.clock.now(), version: stored.version + 1 },
      );
      await this.tasks.dropFromMinutes(tx, entryId);
      return { id: entryId, version: stored.version + 1 };
    });
  }

  putAttendance(
    viewer: Viewer,
    meetingId: string,
    attendanceId: string,
    version: number,
    request: PutAttendance,
  ): Promise<{ id: string; version: number }> {
    return this.database.write(viewer, 'attendance.put', async (tx) => {
      await this.open(tx, viewer, meetingId);
      const stored = await tx.findOneBy(Attendance, { id: attendanceId });
      if (
        stored &&
        (stored.meetingId !== meetingId || (stored.version !== version && stored.present !== request.present))
      ) {
        throw problem(sessionProblems, 'line-changed-elsewhere');
      }
      if (stored) {
        await tx.update(
          Attendance,
          { id: attendanceId },
          { present: request.present, guestName: request.guestName, version: stored.version + 1 },
        );
        return { id: attendanceId, version: stored.version + 1 };
      }
      const seat = await this.seat(tx, meetingId, request);
      // Somebody else's device may have taken the same person: theirs is kept, with the newer word.
      const known = await oneIn<{ id: string; version: number }>(
        tx,
        sql`update attendance set present = ${request.present}, invitation_id = coalesce(invitation_id, ${seat.invitationId}::uuid), version = version + 1
            where meeting_id = ${meetingId} and (invitation_id = ${seat.invitationId}::uuid or person_id = ${seat.personId}::uuid)
            returning id, version`,
      );
      if (known) return known;
      await tx.insert(Attendance, {
        ...seat,
        id: attendanceId,
        meetingId,
        present: request.present,
        version: 1,
      });
      return { id: attendanceId, version: 1 };
    });
  }

  /** Whoever was invited is taken as they were invited; a guest as typed. */
  private async seat(
    tx: EntityManager,
    meetingId: string,
    request: PutAttendance,
  ): Promise<Pick<Attendance, 'invitationId' | 'personId' | 'organisationId' | 'guestName'>> {
    const { personId, organisationId } = request;
    const guestName = request.guestName.trim();
    if (!request.invitationId) {
      if (!personId && !guestName)
        throw problem(sessionProblems, 'guest-needs-name', [{ path: 'guestName', code: 'empty' }]);
      return { invitationId: null, personId, organisationId, guestName };
    }
    const invited = await oneIn<{ personId: string | null; organisationId: string | null }>(
      tx,
      sql`select person_id as "personId", coalesce(on_behalf_of_id, organisation_id) as "organisationId"
          from invitation where id = ${request.invitationId} and meeting_id = ${meetingId}`,
    );
    if (!invited)
      throw problem(sessionProblems, 'invitation-foreign', [{ path: 'invitationId', code: 'foreign' }]);
    return { ...invited, invitationId: request.invitationId, guestName: '' };
  }

  private async open(tx: EntityManager, viewer: Viewer, meetingId: string): Promise<Meeting> {
    const meeting = await meetingToChange(tx, viewer, meetingId);
    if (meeting.state === 'MINUTES_APPROVED') throw problem(sessionProblems, 'minutes-approved');
    if (meeting.state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
    return meeting;
  }

  private async assertLine(tx: EntityManager, meetingId: string, request: PutMinutesEntry): Promise<void> {
    if (request.kind === 'TASK' && request.text.trim() === '')
      throw problem(sessionProblems, 'task-needs-text', [{ path: 'text', code: 'empty' }]);
    if (!this.owners.isKnown(request.kind))
      throw problem(generalProblems, 'invalid-input', [
        { path: 'kind', code: 'unknown', detail: 'Diese Art von Zeile gibt es nicht.' },
      ]);
    if (this.owners.isOwned(request.kind) && !referenceOf(request))
      throw problem(sessionProblems, 'line-needs-reference', [{ path: 'referenceId', code: 'missing' }]);
    if (!request.agendaItemId) return;
    const item = await oneIn(
      tx,
      sql`select 1 from agenda_item where id = ${request.agendaItemId} and meeting_id = ${meetingId}`,
    );
    if (!item)
      throw problem(sessionProblems, 'agenda-item-foreign', [{ path: 'agendaItemId', code: 'foreign' }]);
  }

  private async sameReference(
    tx: EntityManager,
    entryId: string,
    referenceId: string | null,
  ): Promise<boolean> {
    const same = await oneIn(
      tx,
      sql`select 1 from minutes_entry line
          where line.id = ${entryId} and ${this.owners.reference()} is not distinct from ${referenceId}::uuid`,
    );
    return same !== undefined;
  }

  private async sameTask(
    tx: EntityManager,
    stored: MinutesEntry,
    request: PutMinutesEntry,
  ): Promise<boolean> {
    if (request.kind !== 'TASK') return true;
    const { dueOn, personId, organisationId } = request.task ?? {
      dueOn: null,
      personId: null,
      organisationId: null,
    };
    const same = await oneIn(
      tx,
      sql`select 1 from task where id = ${stored.taskId}::uuid and due_on is not distinct from ${dueOn}::date
            and person_id is not distinct from ${personId}::uuid and organisation_id is not distinct from ${organisationId}::uuid`,
    );
    return same !== undefined;
  }

  private async keepTask(
    tx: EntityManager,
    meeting: Meeting,
    entryId: string,
    known: boolean,
    request: PutMinutesEntry,
  ): Promise<string | null> {
    if (request.kind !== 'TASK') {
      if (known) await this.tasks.dropFromMinutes(tx, entryId);
      return null;
    }
    return this.tasks.saveFromMinutes(tx, {
      title: request.text.trim().slice(0, 300),
      dueOn: request.task?.dueOn ?? null,
      personId: request.task?.personId ?? null,
      organisationId: request.task?.organisationId ?? null,
      networkId: meeting.networkId,
      meetingId: meeting.id,
      minutesEntryId: entryId,
    });
  }
}

function referenceOf({ referenceId, feedbackId }: PutMinutesEntry): string | null {
  return referenceId ?? feedbackId ?? null;
}

type LineFacts = Pick<
  MinutesEntry,
  'text' | 'kind' | 'agendaItemId' | 'votesYes' | 'votesNo' | 'votesAbstain' | 'deletedAt'
>;

/** The answer to an earlier call got lost and the device asks again with the same words. */
function sameLine(stored: LineFacts, line: LineFacts): boolean {
  return (
    stored.text === line.text &&
    stored.kind === line.kind &&
    stored.agendaItemId === line.agendaItemId &&
    stored.votesYes === line.votesYes &&
    stored.votesNo === line.votesNo &&
    stored.votesAbstain === line.votesAbstain &&
    stored.deletedAt === line.deletedAt
  );
}
