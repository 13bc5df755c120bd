import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  decideDispatch,
  type Dispatch,
  type InviteeState,
  type MeetingRevision,
  type PartStat,
  risenSequence,
} from '@runder-tisch/domain/calendar';
import { meetingMoves, meetingProblems, recallSeconds, type SentView } from '@runder-tisch/domain/meetings';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { type MailIdentity, MailIdentitySource } from '../../outbox/mail-identity';
import { problem, refused } from '../../problem/problem';
import { Invitation } from '../invitation.entity';
import { Meeting } from '../meeting.entity';
import { assertNoRunningPoll } from '../running-poll';
import { HeldInvitations, heldUntil, runBeside } from './held-invitations';
import { InviteeList, noAnswer, patchInvitations } from './invitee-list';
import { compareMeetings } from './letter-changes';
import type { LetterKind } from './invitation-letter';
import { type MeetingMail, MeetingMails, type MailRun } from './meeting-mails';
import { WaitingList } from './waiting-list';

/** Why invitees are told something, and what changes in their rows besides. */
interface Telling {
  kind: LetterKind;
  /** What changed since the last dispatch; null when only the list of invitees did. */
  revision: MeetingRevision['revision'];
  run: MailRun;
  patch?: Partial<Invitation>;
  stillInvited?: boolean;
}

/**
 * What leaves the house when a meeting or its list changes, inside the transaction that changes it. Who is told
 * what follows `decideDispatch`; mails of the last minute are taken back first, so that nobody gets an invitation
 * and its correction in one breath.
 */
@Injectable()
export class InvitationDispatch {
  constructor(
    private readonly list: InviteeList,
    private readonly held: HeldInvitations,
    private readonly waitingList: WaitingList,
    private readonly mails: MeetingMails,
    private readonly identities: MailIdentitySource,
    private readonly clock: Clock,
  ) {}

  /** Invites everybody in the list who holds no invitation; they can be taken back for a minute. */
  async invite(tx: EntityManager, viewer: Viewer, meeting: Meeting): Promise<SentView> {
    const now = this.clock.now();
    await assertNoRunningPoll(tx, meeting.id);
    const listed = (await this.list.all(tx, meeting.id)).filter((it) => it.uninvitedAt === null);
    const facts = { ...meeting, invitees: listed.length, now };
    const { to, refusal } = meetingMoves.next(meeting.state, 'invite', facts);
    if (refusal) throw refused(meetingProblems, refusal);
    const waiting = listed.filter((it) => !holdsEntry(it));
    if (waiting.length === 0) throw problem(meetingProblems, 'nobody-to-invite');
    // A new version of the entry: what was said was about the date before it.
    if (meeting.calendarStamp === null && meeting.calendarSequence > 0)
      await patchInvitations(tx, waiting, () => noAnswer);
    const ready = await this.save(tx, meeting, {
      state: to,
      calendarStamp: meeting.calendarStamp ?? now,
      ...(await this.organizer(tx, viewer, meeting)),
    });
    await this.waitingList.seatAgain(tx, viewer, ready.id, waiting);
    return this.sendInvitations(tx, viewer, ready, waiting);
  }

  /** After the facts of an invited meeting changed: an update to those whom it concerns, nothing for a typo. */
  async changed(
    tx: EntityManager,
    viewer: Viewer,
    before: Meeting,
    after: Meeting,
  ): Promise<SentView | null> {
    if (after.state !== 'INVITED') return null;
    const waiting = await this.held.takeBack(tx, after);
    const change = compareMeetings(before, after);
    if (change?.revision.needsUpdate) await this.held.takeBackReminders(tx, after.id);
    const holders = (await this.list.all(tx, after.id)).filter(holdsEntry);
    let meeting = after;
    let told: SentView | null = null;
    if (change?.revision.needsUpdate && holders.length > 0) {
      meeting = await this.save(tx, after, {
        calendarSequence: risenSequence(after.calendarSequence, change.revision),
        calendarStamp: this.clock.now(),
      });
      const { asksAgain } = change.revision;
      await this.tell(tx, viewer, meeting, holders, {
        kind: 'UPDATE',
        revision: change.revision,
        run: { batchId: newId(), changes: change.changes, asksAgain },
        patch: asksAgain ? noAnswer : {},
      });
      told = { recipients: holders.length, recallUntil: null };
    }
    if (waiting.length === 0) return told;
    await this.waitingList.moveUp(tx, viewer, meeting.id, waiting);
    const again = await this.sendInvitations(tx, viewer, meeting, waiting, change?.revision.asksAgain);
    return { recipients: again.recipients + (told?.recipients ?? 0), recallUntil: again.recallUntil };
  }

  /** Cancelled or postponed without a new date: each calendar entry is taken away. Answers how many were told. */
  async withdrawAll(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    kind: 'CANCELLED' | 'POSTPONED',
    reason: string,
  ): Promise<SentView> {
    const now = this.clock.now();
    await this.held.takeBack(tx, meeting);
    await this.held.takeBackReminders(tx, meeting.id);
    const holders = (await this.list.all(tx, meeting.id)).filter(holdsEntry);
    if (holders.length === 0) return { recipients: 0, recallUntil: null };
    const raised = await this.save(tx, meeting, {
      calendarSequence: meeting.calendarSequence + 1,
      calendarStamp: now,
    });
    await this.tell(tx, viewer, raised, holders, {
      kind,
      revision: null,
      run: { batchId: newId(), reason },
      // Whoever was invited to a postponed meeting waits for the next invitation.
      patch: kind === 'POSTPONED' ? { withdrawn: true, invitedAt: null, ...noAnswer } : { withdrawn: true },
    });
    return { recipients: holders.length, recallUntil: null };
  }

  /** Takes one person off the list; only they hear of it, the meeting itself stays as it is. */
  async withdrawOne(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    invitation: Invitation,
    reason: string,
  ): Promise<SentView> {
    // A deputy whose invitation waits beside this one has nobody to stand in for.
    const taken = await this.held.takeBack(
      tx,
      meeting,
      (it) => it.id === invitation.id || it.representsId === invitation.id,
    );
    await this.held.takeBackAgain(tx, [invitation]);
    for (const it of taken.filter((deputy) => deputy.id !== invitation.id)) await this.strike(tx, it);
    const [current] = (await this.list.all(tx, meeting.id)).filter((it) => it.id === invitation.id);
    if (!current || current.uninvitedAt) throw problem(meetingProblems, 'not-invited');
    const told = holdsEntry(current);
    if (told) {
      await this.tell(tx, viewer, meeting, [current], {
        kind: 'UNINVITED',
        revision: null,
        run: { batchId: newId(), reason },
        patch: { withdrawn: true, uninvitedAt: this.clock.now() },
        stillInvited: false,
      });
    } else {
      await this.strike(tx, current);
    }
    return { recipients: told ? 1 : 0, recallUntil: null };
  }

  /**
   * Somebody holds two invitations: this entry is taken from the calendar of its address, and the mail says that the
   * other one stays. Nothing leaves for one that still waits or never left.
   */
  async withdrawDouble(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    double: Pick<Invitation, 'id'>,
  ): Promise<void> {
    await this.held.takeBack(tx, meeting, (it) => it.id === double.id);
    await this.held.takeBackAgain(tx, [double]);
    const current = (await this.list.all(tx, meeting.id)).filter(
      (it) => it.id === double.id && it.uninvitedAt === null && holdsEntry(it),
    );
    await this.tell(tx, viewer, meeting, current, {
      kind: 'DOUBLE',
      revision: null,
      run: { batchId: newId() },
      patch: { withdrawn: true, invitedAt: null, waitingNumber: null },
      stillInvited: false,
    });
  }

  /** Off the list without a word: nothing about it ever left, or its calendar entry is gone already. */
  private async strike(tx: EntityManager, invitation: Invitation): Promise<void> {
    if (invitation.sentSequence === null) await tx.delete(Invitation, { id: invitation.id });
    else await patchInvitations(tx, [invitation], () => ({ uninvitedAt: this.clock.now() }));
  }

  /** In the state their answers are in: whoever has answered is not asked again, unless it is about something else now. */
  private async sendInvitations(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    waiting: readonly Invitation[],
    asksAgain = false,
  ): Promise<SentView> {
    const now = this.clock.now();
    const batchId = newId();
    const recallUntil = new Date(now.getTime() + recallSeconds * 1000);
    for (const kind of ['INVITATION', 'DEPUTY'] as const) {
      await this.tell(
        tx,
        viewer,
        meeting,
        waiting.filter((it) => (it.representsId === null) === (kind === 'INVITATION')),
        {
          kind,
          revision: null,
          run: { batchId, notBefore: recallUntil, asksAgain },
          patch: { invitedAt: now, batchId, withdrawn: false },
        },
      );
    }
    return { recipients: waiting.length, recallUntil: recallUntil.toISOString() };
  }

  /** With the invitation they stand in for, and with the answer they come with: their calendar still asks them. */
  async inviteDeputy(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    deputy: Invitation,
    original: Invitation,
    answer: Partial<Invitation>,
  ): Promise<void> {
    const now = this.clock.now();
    const { invitedAt, batchId } = heldUntil(original, now) ? original : { invitedAt: now, batchId: null };
    await this.tell(tx, viewer, meeting, [deputy], {
      kind: 'DEPUTY',
      revision: null,
      run: runBeside(original, now),
      patch: { invitedAt, batchId, withdrawn: false, ...answer },
    });
  }

  /** Decides for each, writes the mails and remembers what their calendar now holds, with what else changes in the row. */
  private async tell(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    invitations: readonly Invitation[],
    { kind, revision, run, patch = {}, stillInvited = true }: Telling,
  ): Promise<void> {
    if (invitations.length === 0) return;
    const asks = kind === 'DEPUTY' || run.asksAgain === true;
    const mails: MeetingMail[] = [];
    const sequences = new Map<string, number>();
    for (const invitation of invitations) {
      const state = inviteeState(invitation, stillInvited, asks);
      const decided = decideDispatch(state, {
        sequence: meeting.calendarSequence,
        cancelled: kind === 'CANCELLED' || kind === 'POSTPONED',
        revision,
      });
      if (!decided) continue;
      // Whoever answered on the phone while their invitation waited is not asked by it.
      const dispatch =
        decided.kind === 'REQUEST'
          ? { ...decided, partstat: state.answer, rsvp: state.answer === 'NEEDS-ACTION' }
          : decided;
      sequences.set(invitation.id, dispatch.sequence);
      mails.push({ invitation: forLetter(invitation, dispatch), kind, dispatch });
    }
    await this.mails.send(tx, viewer, meeting, mails, run);
    await patchInvitations(tx, invitations, (it) => ({
      ...patch,
      previousSequence: it.sentSequence,
      sentSequence: sequences.get(it.id) ?? it.sentSequence,
    }));
  }

  private async save(tx: EntityManager, meeting: Meeting, patch: Partial<Meeting>): Promise<Meeting> {
    await updateVersioned(tx, Meeting, meeting.id, meeting.version, patch);
    return { ...meeting, ...patch, version: meeting.version + 1 };
  }

  /** Fixed at the first dispatch: clients take a message from another organiser for another meeting. */
  private async organizer(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
  ): Promise<Pick<Meeting, 'organizerName' | 'organizerMail'>> {
    if (meeting.organizerMail)
      return { organizerName: meeting.organizerName, organizerMail: meeting.organizerMail };
    return organizerOf(viewer, await this.identities.identity(tx));
  }
}

/** The coordinator's name with the inbox we read, or else the mailbox people read. */
export function organizerOf(
  viewer: Viewer,
  identity: Pick<MailIdentity, 'senderName' | 'senderAddress' | 'replyAddress' | 'inboxAddress'>,
): Pick<Meeting, 'organizerName' | 'organizerMail'> {
  return {
    organizerName: viewer.kind === 'account' ? viewer.displayName : identity.senderName,
    organizerMail: identity.inboxAddress ?? (identity.replyAddress || identity.senderAddress),
  };
}

/** Whether the calendar of this invitee shows the meeting. */
export function holdsEntry(invitation: Pick<Invitation, 'sentSequence' | 'withdrawn'>): boolean {
  return invitation.sentSequence !== null && !invitation.withdrawn;
}

function inviteeState(invitation: Invitation, invited: boolean, asks: boolean): InviteeState {
  return {
    invited,
    sentSequence: invitation.sentSequence,
    withdrawn: invitation.withdrawn,
    answer: asks ? 'NEEDS-ACTION' : partstatOf(invitation),
  };
}

/** Who waits for a seat has not got one: their calendar must not say that they come. */
export function partstatOf({
  answer,
  waitingNumber,
}: Pick<Invitation, 'answer' | 'waitingNumber'>): PartStat {
  if (answer === 'NEEDS_ACTION') return 'NEEDS-ACTION';
  return waitingNumber === null ? answer : 'TENTATIVE';
}

/** A letter that asks again does not repeat the answer that no longer counts. */
export function forLetter(invitation: Invitation, dispatch: Dispatch): MeetingMail['invitation'] {
  return dispatch.partstat === 'NEEDS-ACTION' ? { ...invitation, answer: 'NEEDS_ACTION' } : invitation;
}
