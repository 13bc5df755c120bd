import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { meetingProblems, type MeetingState } from '@runder-tisch/domain/meetings';
import type { SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { problem } from '../../problem/problem';
import { Invitation } from '../invitation.entity';
import type { Meeting } from '../meeting.entity';

/** Who stands in the list of a meeting; sending is another step. */
@Injectable()
export class InviteeList {
  /** Locked, so that two people inviting at once do not invite twice. */
  all(tx: EntityManager, meetingId: string): Promise<Invitation[]> {
    return tx.find(Invitation, {
      where: { meetingId },
      lock: { mode: 'pessimistic_write' },
      order: { id: 'ASC' },
    });
  }

  /** Adds those who are not in it; an address that is there already stays as it is. Answers how many came in. */
  async add(tx: EntityManager, meeting: Meeting, invitees: readonly SaveInvitee[]): Promise<number> {
    assertOpen(meeting.state);
    const known = new Map((await this.all(tx, meeting.id)).map((it) => [normaliseMail(it.mail), it]));
    const fresh: Invitation[] = [];
    let added = 0;
    for (const invitee of invitees) {
      const mail = normaliseMail(invitee.mail);
      const there = known.get(mail);
      if (there?.uninvitedAt) {
        await tx.update(
          Invitation,
          { id: there.id },
          { uninvitedAt: null, invitedAt: null, representsId: null, ...noAnswer, version: there.version + 1 },
        );
        added += 1;
      } else if (!there) {
        const row = newInvitation(meeting.id, invitee, mail);
        known.set(mail, row);
        fresh.push(row);
      }
    }
    if (fresh.length > 0) await tx.insert(Invitation, fresh);
    return added + fresh.length;
  }

  /** Makes the list exactly this one while nobody holds an invitation. */
  async replace(tx: EntityManager, meeting: Meeting, invitees: readonly SaveInvitee[]): Promise<void> {
    const wanted = new Set(invitees.map((it) => normaliseMail(it.mail)));
    const gone = (await this.all(tx, meeting.id)).filter((it) => !wanted.has(normaliseMail(it.mail)));
    const neverSent = gone.filter((it) => it.sentSequence === null).map((it) => it.id);
    if (neverSent.length > 0) await tx.delete(Invitation, { id: In(neverSent) });
    for (const it of gone.filter((row) => row.sentSequence !== null && row.uninvitedAt === null)) {
      await tx.update(
        Invitation,
        { id: it.id },
        { uninvitedAt: meeting.calendarStamp ?? meeting.createdAt, version: it.version + 1 },
      );
    }
    await this.add(tx, meeting, invitees);
  }
}

/** Saves rows one by one and keeps the objects in step, so that the next step sees them as stored. */
export async function patchInvitations(
  tx: EntityManager,
  invitations: readonly Invitation[],
  patchOf: (it: Invitation) => Partial<Invitation>,
): Promise<Invitation[]> {
  for (const invitation of invitations) {
    const patch = patchOf(invitation);
    await updateVersioned(tx, Invitation, invitation.id, invitation.version, patch);
    Object.assign(invitation, patch, { version: invitation.version + 1 });
  }
  return [...invitations];
}

/** What an invitation is without an answer; what people need stays known to us. */
export const noAnswer = {
  answer: 'NEEDS_ACTION',
  answeredAt: null,
  answerChannel: null,
  answerSequence: null,
  answerStamp: null,
  answerSentAt: null,
  waitingNumber: null,
  enteredBy: '',
} as const satisfies Partial<Invitation>;

function newInvitation(meetingId: string, invitee: SaveInvitee, mail: string): Invitation {
  return {
    id: newId(),
    meetingId,
    personId: invitee.personId,
    organisationId: invitee.organisationId,
    onBehalfOfId: invitee.onBehalfOfId,
    mail,
    name: invitee.name.trim() || mail,
    invitedAt: null,
    uninvitedAt: null,
    batchId: null,
    sentSequence: null,
    withdrawn: false,
    previousSequence: null,
    ...noAnswer,
    companions: 0,
    representsId: null,
    coming: [],
    deputyName: '',
    needs: '',
    message: '',
    remindedAt: null,
    reminderBatchId: null,
    version: 1,
  };
}

function assertOpen(state: MeetingState): void {
  if (state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
  if (state === 'HELD' || state === 'MINUTES_APPROVED') throw problem(meetingProblems, 'meeting-over');
}
