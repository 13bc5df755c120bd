import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import { meetingProblems } from '@runder-tisch/domain/meetings';
import { SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import type { Viewer } from '../../access/viewer';
import { problem } from '../../problem/problem';
import { Invitation } from '../invitation.entity';
import { InvitationDispatch } from '../invitations/invitation-dispatch';
import { InviteeList } from '../invitations/invitee-list';
import { Meeting } from '../meeting.entity';

/** Who comes in somebody's place with an invitation, a link and a calendar entry of their own. */
@Injectable()
export class Deputies {
  constructor(
    private readonly list: InviteeList,
    private readonly dispatch: InvitationDispatch,
  ) {}

  /** They get the seat of the original, so that nobody takes it meanwhile, and may still decline for themselves. */
  async invite(
    tx: EntityManager,
    viewer: Viewer,
    originalId: string,
    deputy: { name: string; mail: string; companions: number; waitingNumber: number | null },
  ): Promise<void> {
    const original = await tx.findOneByOrFail(Invitation, { id: originalId });
    const meeting = await tx.findOneByOrFail(Meeting, { id: original.meetingId });
    const mail = normaliseMail(deputy.mail);
    const there = (await this.list.all(tx, meeting.id)).find((it) => normaliseMail(it.mail) === mail);
    if (there && there.uninvitedAt === null)
      throw problem(meetingProblems, 'deputy-invited-already', 'deputyMail');
    await this.list.add(tx, meeting, [
      Object.assign(new SaveInvitee(), {
        mail,
        name: deputy.name,
        onBehalfOfId: original.onBehalfOfId ?? original.organisationId,
      }),
    ]);
    const row = (await this.list.all(tx, meeting.id)).find((it) => normaliseMail(it.mail) === mail);
    if (!row) throw new Error('The deputy is not in the list.');
    await tx.update(Invitation, { id: row.id }, { representsId: originalId, companions: deputy.companions });
    await this.dispatch.inviteDeputy(tx, viewer, meeting, { ...row, representsId: originalId }, original, {
      answer: 'ACCEPTED',
      answeredAt: original.answeredAt,
      answerChannel: original.answerChannel,
      enteredBy: original.name,
      waitingNumber: deputy.waitingNumber,
    });
  }

  /** The original answers anew: the deputy's invitation is taken back, and they hear of it. */
  async dismiss(tx: EntityManager, viewer: Viewer, originalId: string): Promise<void> {
    const deputy = await tx.findOneBy(Invitation, { representsId: originalId, uninvitedAt: IsNull() });
    if (!deputy) return;
    const meeting = await tx.findOneByOrFail(Meeting, { id: deputy.meetingId });
    await this.dispatch.withdrawOne(tx, viewer, meeting, deputy, '');
  }
}
