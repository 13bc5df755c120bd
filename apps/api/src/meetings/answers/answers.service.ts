import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { AnswerTimes } from '@runder-tisch/domain/calendar';
import {
  type AnswerChannel,
  type GivenAnswer,
  meetingProblems,
  refusedAnswer,
  seatFor,
} from '@runder-tisch/domain/meetings';
import type { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { oneIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Turns } from '../../processes/turns';
import { Invitation } from '../invitation.entity';
import type { Meeting } from '../meeting.entity';
import { noAnswer } from '../invitations/invitee-list';
import { isInvited } from '../meeting-sql';
import { changeableMeetings, visibleMeetings } from '../meetings-access';
import { Deputies } from './deputies';
import { lastWaitingNumber, seatsBeside, seatsTaken, WaitingList } from '../invitations/waiting-list';

type Said = Pick<
  AnswerInvitation,
  'answer' | 'companions' | 'deputyName' | 'deputyMail' | 'coming' | 'needs' | 'message'
>;

interface Given extends Said {
  channel: AnswerChannel;
  enteredBy: string;
  /** Of an answer that came by mail; others are to what was last sent, and of now. */
  times?: AnswerTimes;
}

type LockedMeeting = Pick<Meeting, 'id' | 'state' | 'startsAt' | 'capacity'>;
type LockedInvitation = Pick<
  Invitation,
  'version' | 'sentSequence' | 'answer' | 'companions' | 'waitingNumber' | 'organisationId' | 'deputyName'
> & { invited: boolean; represented: boolean; taken: number; lastWaiting: number };

/** While one holds the lock of the meeting, the next is ready to take it. */
const ANSWERS_AT_ONCE = 2;

@Injectable()
export class AnswersService {
  private readonly turns = new Turns(ANSWERS_AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly waitingList: WaitingList,
    private readonly deputies: Deputies,
    private readonly clock: Clock,
  ) {}

  /** Through the application: one's own answer, or one entered for somebody who phoned, wrote or said it. */
  answer(viewer: Viewer, invitationId: string, request: AnswerInvitation): Promise<void> {
    return this.database.write(viewer, 'invitation.answer', async (tx) => {
      const rights = await this.rights(tx, viewer, invitationId);
      const own = rights.personId !== null && rights.personId === viewer.personId;
      // Only the office notes what it was told: for oneself the rules of the link hold.
      const channel = rights.changeable ? request.channel : null;
      if (!own && channel === null) {
        throw problem(meetingProblems, 'answer-channel-needed', [
          { path: 'channel', code: 'required', detail: meetingProblems['answer-channel-needed'].says },
        ]);
      }
      const given: Given = {
        ...request,
        channel: channel ?? 'LINK',
        enteredBy: channel === null ? '' : viewer.displayName,
      };
      await this.save(tx, viewer, invitationId, given, rights);
    });
  }

  /** Back to silence, for an answer entered by mistake. */
  clear(viewer: Viewer, invitationId: string): Promise<void> {
    return this.database.write(viewer, 'invitation.clear-answer', async (tx) => {
      const rights = await this.rights(tx, viewer, invitationId);
      if (!rights.changeable) throw problem(generalProblems, 'forbidden');
      const { invitation, meeting } = await this.locked(tx, invitationId, rights);
      await updateVersioned(tx, Invitation, invitationId, invitation.version, {
        ...noAnswer,
        companions: 0,
        deputyName: '',
        coming: [],
      });
      if (invitation.waitingNumber !== null) await this.waitingList.forget(tx, invitationId);
      if (invitation.represented) await this.deputies.dismiss(tx, viewer, invitationId);
      await this.waitingList.moveUp(tx, viewer, meeting.id);
    });
  }

  /** Through the personal link of the mail: the link names the invitation and nobody else's. */
  answerByLink(
    link: { personId: string | null; requestId: string },
    { invitationId, meetingId }: { invitationId: string; meetingId: string },
    request: Said,
  ): Promise<void> {
    const viewer = linkViewer(link.requestId, link.personId, 'Eingeladene Person');
    const save = () =>
      this.database.write(viewer, 'invitation.answer-by-link', (tx) =>
        this.save(tx, viewer, invitationId, { ...request, channel: 'LINK', enteredBy: '' }),
      );
    return this.turns.take(save, meetingId);
  }

  /** The meeting is locked first: the last place goes to exactly one of two who ask for it at once. */
  async save(
    tx: EntityManager,
    viewer: Viewer,
    invitationId: string,
    given: Given,
    known?: LockedMeeting,
  ): Promise<void> {
    const { invitation, meeting } = await this.locked(tx, invitationId, known);
    const now = this.clock.now();
    const refused = refusedAnswer(asked(meeting, given), invitation, now);
    if (refused) throw problem(meetingProblems, refused);
    const deputyName = given.deputyName.trim();
    const keepsDeputy =
      invitation.represented && given.answer === 'DECLINED' && deputyName === invitation.deputyName;
    // Before the seats are counted: the deputy's is free again.
    if (invitation.represented && !keepsDeputy) await this.deputies.dismiss(tx, viewer, invitationId);
    // Who sends somebody with an invitation of their own passes the seat on.
    const passesOn = given.answer === 'ACCEPTED' && given.deputyMail !== '' && deputyName !== '';
    const answer = passesOn ? 'DECLINED' : given.answer;
    const coming = given.answer === 'DECLINED' || !invitation.organisationId ? [] : namesOf(given.coming);
    const companions =
      given.answer === 'DECLINED' ? 0 : coming.length > 0 ? coming.length - 1 : given.companions;
    const waitingNumber =
      given.answer === 'ACCEPTED' ? await this.seat(tx, meeting, invitationId, invitation, companions) : null;
    await updateVersioned(tx, Invitation, invitationId, invitation.version, {
      answer,
      answerChannel: given.channel,
      answeredAt: now,
      answerSequence: given.times?.sequence ?? invitation.sentSequence,
      answerStamp: given.times?.stamp ?? null,
      answerSentAt: given.times?.sentAt ?? null,
      waitingNumber: passesOn ? null : waitingNumber,
      enteredBy: given.enteredBy,
      companions: passesOn ? 0 : companions,
      coming: passesOn ? [] : coming,
      deputyName,
      needs: given.needs.trim(),
      message: given.message.trim(),
    });
    if (passesOn) {
      const deputy = { name: deputyName, mail: given.deputyMail, companions, waitingNumber };
      await this.deputies.invite(tx, viewer, invitationId, deputy);
    }
    if (invitation.waitingNumber !== null && (passesOn || waitingNumber === null))
      await this.waitingList.forget(tx, invitationId);
    const waits = !passesOn && waitingNumber !== null && invitation.waitingNumber === null;
    if (waits && given.channel !== 'LINK')
      await this.waitingList.tellWaiting(tx, viewer, meeting.id, invitationId);
    if (invitation.lastWaiting > 0 && (invitation.represented || frees(invitation, answer, companions)))
      await this.waitingList.moveUp(tx, viewer, meeting.id);
  }

  /** Null with a seat, otherwise the number on the waiting list. */
  private async seat(
    tx: EntityManager,
    meeting: LockedMeeting,
    invitationId: string,
    held: LockedInvitation,
    companions: number,
  ): Promise<number | null> {
    if (meeting.capacity === null) return null;
    const kind = held.answer !== 'ACCEPTED' ? 'NONE' : held.waitingNumber === null ? 'SEAT' : 'WAITING';
    // A deputy that was just dismissed gave a seat back.
    const taken = held.represented ? await seatsTaken(tx, meeting.id, invitationId) : held.taken;
    const led = seatFor(meeting.capacity, taken, companions, { kind, companions: held.companions });
    if (led === 'REFUSED') {
      throw problem(meetingProblems, 'companions-do-not-fit', 'companions');
    }
    if (led === 'SEAT') return null;
    return held.waitingNumber ?? held.lastWaiting + 1;
  }

  private async locked(
    tx: EntityManager,
    invitationId: string,
    known?: LockedMeeting,
  ): Promise<{ invitation: LockedInvitation; meeting: LockedMeeting }> {
    const meeting =
      known ??
      (await oneIn<LockedMeeting>(
        tx,
        sql`select id, state, starts_at as "startsAt", capacity from meeting
            where id = (select meeting_id from invitation where id = ${invitationId}) for update`,
      ));
    // Only now that nobody else answers: seats counted in the statement that waits for the lock would be old ones.
    const counted = meeting?.capacity !== null;
    const invitation = await oneIn<LockedInvitation>(
      tx,
      sql`select version, ${isInvited} as invited, sent_sequence as "sentSequence", answer, companions,
                 waiting_number as "waitingNumber", organisation_id as "organisationId", deputy_name as "deputyName",
                 exists (select 1 from invitation deputy where deputy.represents_id = invitation.id and deputy.uninvited_at is null) as represented
                 ${counted ? sql`, ${seatsBeside} as taken, ${lastWaitingNumber} as "lastWaiting"` : sql`, 0 as taken, 0 as "lastWaiting"`}
          from invitation where id = ${invitationId}`,
    );
    if (!meeting || !invitation) throw problem(generalProblems, 'not-found');
    return { invitation, meeting };
  }

  /** What the viewer may, and the meeting locked, in one statement: most answers come from its page. */
  private async rights(
    tx: EntityManager,
    viewer: Viewer,
    invitationId: string,
  ): Promise<LockedMeeting & { personId: string | null; changeable: boolean }> {
    const found = await oneIn<
      LockedMeeting & { personId: string | null; changeable: boolean; visible: boolean }
    >(
      tx,
      sql`select it.id, it.state, it.starts_at as "startsAt", it.capacity, invitation.person_id as "personId", ${changeableMeetings(viewer)} as changeable, ${visibleMeetings(viewer)} as visible
          from invitation join meeting it on it.id = invitation.meeting_id where invitation.id = ${invitationId} for update of it`,
    );
    const mine = found?.personId !== null && found?.personId === viewer.personId;
    if (!found?.visible || (!found.changeable && !mine)) throw problem(generalProblems, 'not-found');
    return found;
  }
}

/** What somebody said on the phone may be noted later than the meeting began. */
function asked(meeting: LockedMeeting, { channel }: Given): Pick<Meeting, 'state' | 'startsAt'> {
  if (channel === 'LINK' || channel === 'CALENDAR') return meeting;
  return { state: meeting.state === 'HELD' ? 'INVITED' : meeting.state, startsAt: null };
}

/** Whether a seat that was held is held no longer. */
function frees(before: LockedInvitation, answer: GivenAnswer, companions: number): boolean {
  if (before.answer !== 'ACCEPTED' || before.waitingNumber !== null) return false;
  return answer !== 'ACCEPTED' || companions < before.companions;
}

function namesOf(coming: readonly string[]): string[] {
  return coming.map((name) => name.trim()).filter((name) => name !== '');
}
