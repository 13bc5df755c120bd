import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type AnswerChannel, fits, meetingProblems, refusedAnswer } from '@runder-tisch/domain/meetings';
import type { AnswerInvitation } from '@runder-tisch/domain/meetings/meetings-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { oneIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Invitation } from '../invitation.entity';
import type { Meeting } from '../meeting.entity';
import { changeableMeetings, visibleMeetings } from '../meetings-access';

interface Given extends Pick<AnswerInvitation, 'answer' | 'companions' | 'deputyName' | 'needs' | 'message'> {
  channel: AnswerChannel;
  enteredBy: string;
}

type LockedMeeting = Pick<Meeting, 'id' | 'state' | 'startsAt' | 'capacity'>;
type LockedInvitation = Pick<Invitation, 'version' | 'sentSequence'> & { invited: boolean };

@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Through the application: one's own answer, or one entered for somebody who phoned, wrote or said it. */
  answer(viewer: Viewer, invitationId: string, request: AnswerInvitation): Promise<void> {
    return this.database.write(viewer, 'invitation.answer', async (tx) => {
      const rights = await this.rights(tx, viewer, invitationId);
      const own = rights.personId !== null && rights.personId === viewer.personId;
      if (!own && !rights.changeable) throw problem(generalProblems, 'forbidden');
      // Only the office notes what it was told: for oneself the rules of the link hold.
      const channel = rights.changeable ? request.channel : null;
      if (!own && channel === null) {
        throw problem(meetingProblems, 'answer-channel-needed', [
          { path: 'channel', code: 'required', detail: meetingProblems['answer-channel-needed'].says },
        ]);
      }
      await this.save(tx, invitationId, {
        ...request,
        channel: channel ?? 'LINK',
        enteredBy: channel === null ? '' : viewer.displayName,
      });
    });
  }

  /** Back to silence, for an answer entered by mistake. */
  clear(viewer: Viewer, invitationId: string): Promise<void> {
    return this.database.write(viewer, 'invitation.clear-answer', async (tx) => {
      const rights = await this.rights(tx, viewer, invitationId);
      if (!rights.changeable) throw problem(generalProblems, 'forbidden');
      const { invitation } = await this.locked(tx, invitationId);
      await updateVersioned(tx, Invitation, invitationId, invitation.version, {
        answer: 'NEEDS_ACTION',
        answeredAt: null,
        answerChannel: null,
        answerSequence: null,
        enteredBy: '',
        companions: 0,
        deputyName: '',
      });
    });
  }

  /** Through the personal link of the mail: the link names the invitation and nobody else's. */
  answerByLink(
    link: { personId: string | null; requestId: string },
    invitationId: string,
    request: Omit<Given, 'channel' | 'enteredBy'>,
  ): Promise<void> {
    const viewer = linkViewer(link.requestId, link.personId, 'Eingeladene Person');
    return this.database.write(viewer, 'invitation.answer-by-link', (tx) =>
      this.save(tx, invitationId, { ...request, channel: 'LINK', enteredBy: '' }),
    );
  }

  /** The meeting is locked first: the last place goes to exactly one of two who ask for it at once. */
  private async save(tx: EntityManager, invitationId: string, given: Given): Promise<void> {
    const { invitation, meeting } = await this.locked(tx, invitationId);
    const now = this.clock.now();
    const entered = given.channel !== 'LINK';
    // What somebody said on the phone may be noted later than the meeting began.
    const asked = {
      state: meeting.state === 'HELD' && entered ? 'INVITED' : meeting.state,
      startsAt: entered ? null : meeting.startsAt,
    } as const;
    const refused = refusedAnswer(asked, invitation, now);
    if (refused) throw problem(meetingProblems, refused);
    const companions = given.answer === 'DECLINED' ? 0 : given.companions;
    if (
      given.answer === 'ACCEPTED' &&
      !fits(meeting.capacity, await this.takenByOthers(tx, meeting.id, invitationId), companions)
    ) {
      throw problem(meetingProblems, 'meeting-full', [
        { path: 'answer', code: 'meeting-full', detail: meetingProblems['meeting-full'].says },
      ]);
    }
    await updateVersioned(tx, Invitation, invitationId, invitation.version, {
      answer: given.answer,
      answerChannel: given.channel,
      answeredAt: now,
      answerSequence: invitation.sentSequence,
      enteredBy: given.enteredBy,
      companions,
      deputyName: given.deputyName.trim(),
      needs: given.needs.trim(),
      message: given.message.trim(),
    });
  }

  private async locked(
    tx: EntityManager,
    invitationId: string,
  ): Promise<{ invitation: LockedInvitation; meeting: LockedMeeting }> {
    const meeting = await oneIn<LockedMeeting>(
      tx,
      sql`select id, state, starts_at as "startsAt", capacity from meeting
          where id = (select meeting_id from invitation where id = ${invitationId}) for update`,
    );
    const invitation = await oneIn<LockedInvitation>(
      tx,
      sql`select version, invited_at is not null and uninvited_at is null as invited, sent_sequence as "sentSequence"
          from invitation where id = ${invitationId} for update`,
    );
    if (!meeting || !invitation) throw problem(generalProblems, 'not-found');
    return { invitation, meeting };
  }

  private async takenByOthers(tx: EntityManager, meetingId: string, invitationId: string): Promise<number> {
    const taken = await oneIn<{ seats: number }>(
      tx,
      sql`select coalesce(sum(1 + companions), 0)::int as seats from invitation
          where meeting_id = ${meetingId} and id <> ${invitationId} and answer = 'ACCEPTED' and invited_at is not null and uninvited_at is null`,
    );
    return taken?.seats ?? 0;
  }

  private async rights(
    tx: EntityManager,
    viewer: Viewer,
    invitationId: string,
  ): Promise<{ personId: string | null; changeable: boolean }> {
    const found = await oneIn<{ personId: string | null; changeable: boolean; visible: boolean }>(
      tx,
      sql`select invitation.person_id as "personId", ${changeableMeetings(viewer)} as changeable, ${visibleMeetings(viewer)} as visible
          from invitation join meeting it on it.id = invitation.meeting_id where invitation.id = ${invitationId}`,
    );
    const mine = found?.personId !== null && found?.personId === viewer.personId;
    if (!found?.visible || (!found.changeable && !mine)) throw problem(generalProblems, 'not-found');
    return found;
  }
}
