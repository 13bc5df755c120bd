import { Injectable } from '@nestjs/common';
import { decideDispatch } from '@runder-tisch/domain/calendar';
import { meetingProblems, recallSeconds, refusedAnswer, type SentView } from '@runder-tisch/domain/meetings';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { Outbox } from '../../outbox/outbox';
import { problem } from '../../problem/problem';
import type { Invitation } from '../invitation.entity';
import type { Meeting } from '../meeting.entity';
import { MeetingsRepository } from '../meetings.repository';
import { takeCurrentAddresses } from './current-addresses';
import { invitationAgain } from './held-invitations';
import { forLetter, holdsEntry, partstatOf } from './invitation-dispatch';
import { InviteeList, patchInvitations } from './invitee-list';
import { type MeetingMail, MeetingMails } from './meeting-mails';

/** Once more to invitees whose mail was refused or came back, at the address they have now. */
@Injectable()
export class RefusedMails {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly list: InviteeList,
    private readonly mails: MeetingMails,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The whole invitation as it stands today, whatever the lost mail was about; it can be taken back for a minute. */
  again(viewer: Viewer, meetingId: string, ids: readonly string[]): Promise<SentView> {
    return this.database.write(viewer, 'invitation.again', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, meetingId);
      const now = this.clock.now();
      const refusal = refusedAnswer(meeting, { invited: true }, now);
      if (refusal)
        throw problem(
          meetingProblems,
          refusal === 'meeting-over' && meeting.state !== 'HELD' ? 'meeting-move-not-allowed' : refusal,
        );
      const holders = (await this.list.all(tx, meetingId)).filter(
        (it) => it.uninvitedAt === null && holdsEntry(it) && (ids.length === 0 || ids.includes(it.id)),
      );
      const lost = await this.outbox.refusedOf(
        tx,
        'invitation',
        holders.map((it) => it.id),
      );
      const due = holders.filter((it) => lost.has(it.id));
      if (due.length === 0) throw problem(meetingProblems, 'nobody-refused');
      await takeCurrentAddresses(tx, due);
      const mails = due.map((invitation) => mailAgain(meeting, invitation));
      const notBefore = new Date(now.getTime() + recallSeconds * 1000);
      await this.mails.send(tx, viewer, meeting, mails, {
        batchId: newId(),
        notBefore,
        purpose: invitationAgain,
      });
      const sequences = new Map(mails.map((it) => [it.invitation.id, it.dispatch?.sequence]));
      await patchInvitations(tx, due, (it) => ({ sentSequence: sequences.get(it.id) ?? it.sentSequence }));
      return { recipients: due.length, recallUntil: notBefore.toISOString() };
    });
  }
}

/**
 * Nothing changed, so the SEQUENCE does not rise: where the lost mail turns up after all, both are one entry. It carries
 * the answer that is noted, as every repeated invitation does.
 */
function mailAgain(meeting: Meeting, invitation: Invitation): MeetingMail {
  const kind = invitation.representsId === null ? 'INVITATION' : 'DEPUTY';
  const answer = partstatOf(invitation);
  const decided = decideDispatch(
    { invited: true, sentSequence: null, withdrawn: false, answer },
    {
      sequence: Math.max(meeting.calendarSequence, invitation.sentSequence ?? 0),
      cancelled: false,
      revision: null,
    },
  );
  if (!decided) throw new Error('An invitation that asks nobody.');
  const dispatch = { ...decided, partstat: answer, rsvp: answer === 'NEEDS-ACTION' };
  return { kind, dispatch, invitation: forLetter(invitation, dispatch) };
}
