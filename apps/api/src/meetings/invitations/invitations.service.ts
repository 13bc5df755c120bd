import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  isSilent,
  meetingProblems,
  recallSeconds,
  refusedAnswer,
  refusedRecall,
  type SentView,
} from '@runder-tisch/domain/meetings';
import type { AddInvitees } from '@runder-tisch/domain/meetings/meetings-requests';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { problem } from '../../problem/problem';
import { Invitation } from '../invitation.entity';
import { Meeting } from '../meeting.entity';
import { MeetingsRepository } from '../meetings.repository';
import { WaitingList } from './waiting-list';
import { holdsEntry, InvitationDispatch } from './invitation-dispatch';
import { HeldInvitations } from './held-invitations';
import { InviteeList } from './invitee-list';
import { MeetingMails } from './meeting-mails';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly list: InviteeList,
    private readonly dispatch: InvitationDispatch,
    private readonly held: HeldInvitations,
    private readonly mails: MeetingMails,
    private readonly waitingList: WaitingList,
    private readonly clock: Clock,
  ) {}

  add(viewer: Viewer, meetingId: string, request: AddInvitees): Promise<SentView | null> {
    return this.database.write(viewer, 'invitation.add', (tx) => this.addIn(tx, viewer, meetingId, request));
  }

  /** The same as part of a larger step: somebody answered who was never invited, and now is. */
  async addIn(
    tx: EntityManager,
    viewer: Viewer,
    meetingId: string,
    request: AddInvitees,
  ): Promise<SentView | null> {
    const meeting = await this.meetings.toChange(tx, viewer, meetingId);
    const added = await this.list.add(tx, meeting, request.invitees);
    if (!request.send) return null;
    const wanted = new Set(request.invitees.map((it) => normaliseMail(it.mail)));
    const waits = (it: Invitation): boolean =>
      it.uninvitedAt === null && !holdsEntry(it) && wanted.has(normaliseMail(it.mail));
    if (added === 0 && !(await this.list.all(tx, meetingId)).some(waits))
      throw problem(meetingProblems, 'nobody-to-invite');
    return this.dispatch.invite(tx, viewer, meeting);
  }

  /** Takes back what went out in the last minute, invitations and reminders alike. */
  recall(viewer: Viewer, meetingId: string): Promise<void> {
    return this.database.write(viewer, 'meeting.recall', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, meetingId);
      const refused = refusedRecall(meeting.state);
      if (refused) throw problem(meetingProblems, refused);
      const everSent = (await this.list.all(tx, meetingId)).some((it) => it.invitedAt !== null);
      const taken = await this.held.takeBack(tx, meeting);
      const reminders = await this.held.takeBackReminders(tx, meetingId);
      if (taken.length + reminders === 0)
        throw problem(meetingProblems, everSent ? 'recall-too-late' : 'nothing-to-recall');
      if ((await this.list.all(tx, meetingId)).some((it) => it.invitedAt !== null)) {
        await this.waitingList.moveUp(tx, viewer, meetingId);
        return;
      }
      await updateVersioned(tx, Meeting, meeting.id, meeting.version, {
        state: 'SCHEDULED',
        ...(meeting.calendarSequence === 0
          ? { calendarStamp: null, organizerName: '', organizerMail: '' }
          : {}),
      });
    });
  }

  /** Only those who have not answered, and each at most once a day. */
  remind(viewer: Viewer, meetingId: string): Promise<SentView> {
    return this.database.write(viewer, 'meeting.remind', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, meetingId);
      const now = this.clock.now();
      const refused = refusedAnswer(meeting, { invited: true }, now);
      if (refused)
        throw problem(
          meetingProblems,
          refused === 'meeting-over' && meeting.state !== 'HELD' ? 'meeting-move-not-allowed' : refused,
        );
      const justInvited = now.getTime() - recallSeconds * 1000;
      const silent = (await this.list.all(tx, meetingId)).filter(
        (it) => isSilent(it) && it.invitedAt !== null && it.invitedAt.getTime() <= justInvited,
      );
      if (silent.length === 0) throw problem(meetingProblems, 'nobody-silent');
      const due = silent.filter(
        (it) => it.remindedAt === null || berlinDay(it.remindedAt) !== berlinDay(now),
      );
      if (due.length === 0) throw problem(meetingProblems, 'reminded-today');
      const batchId = newId();
      const recallUntil = new Date(now.getTime() + recallSeconds * 1000);
      await this.mails.send(
        tx,
        viewer,
        meeting,
        due.map((invitation) => ({ invitation, kind: 'REMINDER', dispatch: null })),
        { batchId, notBefore: recallUntil },
      );
      for (const it of due)
        await updateVersioned(tx, Invitation, it.id, it.version, {
          remindedAt: now,
          reminderBatchId: batchId,
        });
      return { recipients: due.length, recallUntil: recallUntil.toISOString() };
    });
  }

  withdraw(viewer: Viewer, invitationId: string, reason: string): Promise<SentView> {
    return this.database.write(viewer, 'invitation.withdraw', async (tx) => {
      const invitation = await tx.findOneBy(Invitation, { id: invitationId });
      if (!invitation) throw problem(generalProblems, 'not-found');
      const meeting = await this.meetings.toChange(tx, viewer, invitation.meetingId);
      if (meeting.state === 'HELD' || meeting.state === 'MINUTES_APPROVED')
        throw problem(meetingProblems, 'meeting-over');
      const sent = await this.dispatch.withdrawOne(tx, viewer, meeting, invitation, reason);
      await this.waitingList.moveUp(tx, viewer, meeting.id);
      return sent;
    });
  }
}
