import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Dispatch } from '@runder-tisch/domain/calendar';
import { meetingProblems, movingUp } from '@runder-tisch/domain/meetings';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { oneIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { HeldInvitations, runBeside } from './held-invitations';
import { patchInvitations } from './invitee-list';
import { MeetingMails } from './meeting-mails';
import { Invitation } from '../invitation.entity';
import { Meeting } from '../meeting.entity';
import { isInvited } from '../meeting-sql';
import { MeetingsRepository } from '../meetings.repository';

/** Whoever says yes to a full meeting waits in order; a free place goes to the first whom it fits. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly mails: MeetingMails,
    private readonly held: HeldInvitations,
    private readonly clock: Clock,
  ) {}

  /**
   * After anything that may have freed a place, under the lock of the meeting. Invitations that are `unsent`, about
   * to be written, say for themselves who has a place: no other mail does.
   */
  async moveUp(
    tx: EntityManager,
    viewer: Viewer,
    meetingId: string,
    unsent: readonly Invitation[] = [],
  ): Promise<void> {
    const waiting = [...(await this.waiting(tx, meetingId)), ...unsent]
      .filter((it) => it.waitingNumber !== null)
      .sort((one, other) => turnOf(one) - turnOf(other));
    if (waiting.length === 0) return;
    const meeting = await tx.findOneByOrFail(Meeting, { id: meetingId });
    // A place that gets free when everybody sits there is of no use to who stayed at home.
    if (meeting.state !== 'INVITED' || (meeting.startsAt && meeting.startsAt <= this.clock.now())) return;
    const taken = (await seatsTaken(tx, meetingId)) + seatsKept(unsent);
    const moved = movingUp(meeting.capacity, taken, waiting);
    await patchInvitations(tx, moved, () => ({ waitingNumber: null }));
    await this.tell(
      tx,
      viewer,
      meeting,
      moved.filter((it) => !unsent.includes(it)),
      'MOVED_UP',
    );
  }

  /** To whom the page cannot say it: their calendar thinks they come, or somebody else answered for them. */
  async tellWaiting(
    tx: EntityManager,
    viewer: Viewer,
    meetingId: string,
    invitationId: string,
  ): Promise<void> {
    const [meeting, invitation] = [
      await tx.findOneByOrFail(Meeting, { id: meetingId }),
      await tx.findOneByOrFail(Invitation, { id: invitationId }),
    ];
    await this.tell(tx, viewer, meeting, [invitation], 'WAITING');
  }

  /** Who said yes and waits no longer: a mail that says so and has not left would be wrong. */
  async forget(tx: EntityManager, invitationId: string): Promise<void> {
    await this.held.takeBackNews(tx, await tx.findOneByOrFail(Invitation, { id: invitationId }));
  }

  /** Answers kept over a recall get what is free now, in their order and behind those who wait already. */
  async seatAgain(
    tx: EntityManager,
    viewer: Viewer,
    meetingId: string,
    unsent: readonly Invitation[],
  ): Promise<void> {
    const kept = unsent
      .filter((it) => it.answer === 'ACCEPTED')
      .sort((one, other) => turnOf(one) - turnOf(other));
    if (kept.length === 0) return;
    const last = await oneIn<{ number: number }>(
      tx,
      sql`select coalesce(max(waiting_number), 0) as number from invitation where meeting_id = ${meetingId}`,
    );
    let number = last?.number ?? 0;
    await patchInvitations(tx, kept, () => ({ waitingNumber: (number += 1) }));
    await this.moveUp(tx, viewer, meetingId, unsent);
  }

  /** The office puts somebody at another place; places count from 1. */
  place(viewer: Viewer, invitationId: string, place: number): Promise<void> {
    return this.database.write(viewer, 'invitation.waiting-place', async (tx) => {
      const found = await tx.findOneBy(Invitation, { id: invitationId });
      if (!found) throw problem(meetingProblems, 'not-waiting');
      const meeting = await this.meetings.toChange(tx, viewer, found.meetingId);
      const waiting = await this.waiting(tx, meeting.id);
      const moved = waiting.find((it) => it.id === invitationId);
      if (!moved) throw problem(meetingProblems, 'not-waiting');
      const numbers = waiting.map((it) => it.waitingNumber);
      const order = waiting.filter((it) => it !== moved);
      order.splice(place - 1, 0, moved);
      for (const [index, it] of order.entries()) {
        const waitingNumber = numbers[index];
        if (waitingNumber !== it.waitingNumber)
          await updateVersioned(tx, Invitation, it.id, it.version, { waitingNumber });
      }
    });
  }

  private waiting(tx: EntityManager, meetingId: string): Promise<Invitation[]> {
    return tx
      .createQueryBuilder(Invitation, 'invitation')
      .where('invitation.meetingId = :meetingId and invitation.waitingNumber is not null', { meetingId })
      .andWhere('invitation.invitedAt is not null and invitation.uninvitedAt is null')
      .orderBy('invitation.waitingNumber')
      .getMany();
  }

  /** The same version of the entry, said later: SEQUENCE stays, DTSTAMP rises (RFC 5546 2.1.5). */
  private async tell(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    invitations: readonly Invitation[],
    kind: 'WAITING' | 'MOVED_UP',
  ): Promise<void> {
    const now = this.clock.now();
    for (const invitation of invitations) {
      const untold = await this.held.takeBackNews(tx, invitation);
      // Whoever never read that they wait need not read that they do so no longer.
      if (untold && kind === 'MOVED_UP') continue;
      const mail = { invitation, kind, dispatch: sameRevision(meeting, invitation, kind) };
      const run = runBeside(invitation, now);
      await this.mails.send(tx, viewer, { ...meeting, calendarStamp: now }, [mail], run);
    }
  }
}

/** Who had a seat comes before who waited, and those in the order of the list. */
function turnOf({ waitingNumber }: Invitation): number {
  return waitingNumber ?? 0;
}

function seatsKept(unsent: readonly Invitation[]): number {
  return unsent
    .filter((it) => it.answer === 'ACCEPTED' && it.waitingNumber === null)
    .reduce((seats, it) => seats + 1 + it.companions, 0);
}

function sameRevision(meeting: Meeting, invitation: Invitation, kind: 'WAITING' | 'MOVED_UP'): Dispatch {
  return {
    kind: 'UPDATE',
    method: 'REQUEST',
    sequence: invitation.sentSequence ?? meeting.calendarSequence,
    status: 'CONFIRMED',
    partstat: kind === 'MOVED_UP' ? 'ACCEPTED' : 'TENTATIVE',
    rsvp: false,
  };
}

/** Seats held in the meeting, companions included; without those of one invitation that answers anew. */
export async function seatsTaken(
  tx: EntityManager,
  meetingId: string,
  but: string | null = null,
): Promise<number> {
  const taken = await oneIn<{ seats: number }>(
    tx,
    sql`select coalesce(sum(1 + invitation.companions), 0)::int as seats from invitation
        where invitation.meeting_id = ${meetingId} and invitation.id is distinct from ${but}::uuid and invitation.answer = 'ACCEPTED'
          and invitation.waiting_number is null and ${isInvited}`,
  );
  return taken?.seats ?? 0;
}

/** Seats held by others than the `invitation` of the row around it, companions included. */
export const seatsBeside = sql`(select coalesce(sum(1 + other.companions), 0)::int from invitation other
  where other.meeting_id = invitation.meeting_id and other.id <> invitation.id and other.answer = 'ACCEPTED'
    and other.waiting_number is null and other.invited_at is not null and other.uninvited_at is null)`;

/** The end of the waiting list of the meeting of the `invitation` around it. */
export const lastWaitingNumber = sql`(select coalesce(max(other.waiting_number), 0) from invitation other
  where other.meeting_id = invitation.meeting_id)`;
