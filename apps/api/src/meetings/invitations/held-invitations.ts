import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recallSeconds } from '@runder-tisch/domain/meetings';
import { Clock } from '../../clock';
import { newId } from '../../database/new-id';
import { Outbox } from '../../outbox/outbox';
import type { Invitation } from '../invitation.entity';
import type { Meeting } from '../meeting.entity';
import { InviteeList, patchInvitations } from './invitee-list';
import type { MailRun } from './meeting-mails';

/**
 * The minute in which invitations wait and can be taken back. What depends on an invitation (a place on the waiting
 * list, a deputy's invitation) waits with it and is taken back with it; answers given meanwhile stay.
 */
@Injectable()
export class HeldInvitations {
  constructor(
    private readonly list: InviteeList,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Takes back the invitations of the last minute, all or those wanted; answers whom they would have reached. */
  async takeBack(
    tx: EntityManager,
    meeting: Pick<Meeting, 'id'>,
    wanted: (invitation: Invitation) => boolean = () => true,
  ): Promise<Invitation[]> {
    const now = this.clock.now();
    const held = (await this.list.all(tx, meeting.id)).filter((it) => heldUntil(it, now) && wanted(it));
    for (const [batchId, invitations] of Map.groupBy(held, (it) => it.batchId)) {
      if (batchId)
        await this.outbox.recall(
          tx,
          batchId,
          invitations.map((it) => it.id),
        );
    }
    return patchInvitations(tx, held, (it) => ({
      invitedAt: null,
      batchId: null,
      sentSequence: it.previousSequence,
      withdrawn: it.previousSequence !== null,
      previousSequence: null,
    }));
  }

  /** Takes back the reminders of the last minute and what is sent again; answers how many. */
  async takeBackReminders(tx: EntityManager, meetingId: string): Promise<number> {
    const since = this.clock.now().getTime() - recallSeconds * 1000;
    const listed = await this.list.all(tx, meetingId);
    const again = await this.takeBackAgain(tx, listed);
    const waiting = listed.filter(
      (it) => it.reminderBatchId !== null && it.remindedAt !== null && it.remindedAt.getTime() > since,
    );
    for (const batchId of new Set(waiting.map((it) => it.reminderBatchId))) {
      if (batchId) await this.outbox.recall(tx, batchId);
    }
    await patchInvitations(tx, waiting, () => ({ remindedAt: null, reminderBatchId: null }));
    return waiting.length + again;
  }

  /** Takes back invitations sent again; they stay invited, as before the second mail. Answers how many. */
  takeBackAgain(tx: EntityManager, invitations: readonly Pick<Invitation, 'id'>[]): Promise<number> {
    return this.outbox.takeBack(
      tx,
      invitationAgain,
      invitations.map((it) => it.id),
    );
  }

  /** Takes back what waits beside the invitation about its place on the list; answers whether anything did. */
  async takeBackNews(
    tx: EntityManager,
    invitation: Pick<Invitation, 'id' | 'batchId' | 'invitedAt'>,
  ): Promise<boolean> {
    const { id, batchId } = invitation;
    if (!batchId || !heldUntil(invitation, this.clock.now())) return false;
    return (await this.outbox.takeBackNews(tx, batchId, id, 'invitation-update')) > 0;
  }
}

/** The purpose of an invitation that leaves once more because the mail before it came to nothing. */
export const invitationAgain = 'invitation-again';

/** Until when the invitation waits and can be taken back; null once it may have left. */
export function heldUntil(
  { batchId, invitedAt }: Pick<Invitation, 'batchId' | 'invitedAt'>,
  now: Date,
): Date | null {
  if (batchId === null || invitedAt === null) return null;
  const until = new Date(invitedAt.getTime() + recallSeconds * 1000);
  return until > now ? until : null;
}

/** How a mail leaves that makes no sense without this invitation: with it while it waits, otherwise at once. */
export function runBeside(
  invitation: Pick<Invitation, 'batchId' | 'invitedAt'>,
  now: Date,
): Pick<MailRun, 'batchId' | 'notBefore'> {
  const notBefore = heldUntil(invitation, now);
  return notBefore && invitation.batchId ? { batchId: invitation.batchId, notBefore } : { batchId: newId() };
}
