import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recallSeconds } from '@runder-tisch/domain/outbox';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { partstatOf } from '../invitations/invitation-dispatch';
import { MeetingMails } from '../invitations/meeting-mails';
import { Invitation } from '../invitation.entity';
import { MeetingsRepository } from '../meetings.repository';

/** Another time that was proposed and is not taken. */
@Injectable()
export class DeclinedProposals {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly mails: MeetingMails,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells who proposed it, in words and to their calendar (RFC 5546 3.2.8), in a minute and as `batchId`. Answers their
   * name; null where they hold no invitation any more to a meeting that is still to come.
   */
  async decline(
    tx: EntityManager,
    viewer: Viewer,
    { meetingId, invitationId }: { meetingId: string; invitationId: string },
    batchId: string,
  ): Promise<string | null> {
    const meeting = await this.meetings.toChange(tx, viewer, meetingId);
    const now = this.clock.now();
    const invitation = await tx.findOneBy(Invitation, { id: invitationId, meetingId });
    if (!invitation?.invitedAt || invitation.uninvitedAt || invitation.sentSequence === null) return null;
    if (meeting.state !== 'INVITED' || !meeting.startsAt || meeting.startsAt <= now) return null;
    const dispatch = {
      kind: 'UPDATE',
      method: 'DECLINECOUNTER',
      sequence: invitation.sentSequence,
      status: null,
      partstat: partstatOf(invitation),
      rsvp: false,
    } as const;
    const notBefore = new Date(now.getTime() + recallSeconds * 1000);
    // Its own stamp: calendars drop what is not newer than what they hold.
    await this.mails.send(
      tx,
      viewer,
      { ...meeting, calendarStamp: now },
      [{ invitation, kind: 'STAYS', dispatch }],
      {
        batchId,
        notBefore,
      },
    );
    return invitation.name;
  }
}
