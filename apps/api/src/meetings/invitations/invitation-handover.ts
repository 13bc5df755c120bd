import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { oneIn } from '../../database/rows';
import { Invitation } from '../invitation.entity';
import { changeableMeetings } from '../meetings-access';
import { MeetingsRepository } from '../meetings.repository';
import { holdsEntry, InvitationDispatch } from './invitation-dispatch';
import { InviteeList } from './invitee-list';
import { WaitingList } from './waiting-list';

export interface NextInvitee {
  personId: string;
  name: string;
  mail: string;
}

/** Over `invitation` and its meeting `it`: what is still to come. */
export function openInvitation(now: Date): Sql {
  return sql`(invitation.uninvited_at is null and it.state in ('DRAFT', 'SCHEDULED', 'INVITED', 'POSTPONED')
    and (it.starts_at is null or it.starts_at > ${now}))`;
}

/**
 * A place at a meeting goes from one person to another: the one is taken off the list and their calendar, the other is
 * invited in the name of the same organisation and answers for themselves.
 */
@Injectable()
export class InvitationHandover {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly list: InviteeList,
    private readonly dispatch: InvitationDispatch,
    private readonly waitingList: WaitingList,
    private readonly clock: Clock,
  ) {}

  /** The invitation of the other one and whether a mail leaves for it; null where this one is no longer open. */
  async take(
    tx: EntityManager,
    viewer: Viewer,
    invitationId: string,
    next: NextInvitee,
  ): Promise<{ id: string; mailed: boolean } | null> {
    const found = await oneIn<{ meetingId: string }>(
      tx,
      sql`select it.id as "meetingId" from invitation join meeting it on it.id = invitation.meeting_id
          where invitation.id = ${invitationId} and ${openInvitation(this.clock.now())} and ${changeableMeetings(viewer)}`,
    );
    if (!found) return null;
    const meeting = await this.meetings.toChange(tx, viewer, found.meetingId);
    const old = await tx.findOneByOrFail(Invitation, { id: invitationId });
    const sent = holdsEntry(old);
    await this.dispatch.withdrawOne(tx, viewer, meeting, old, '');
    const invitee = Object.assign(new SaveInvitee(), {
      ...next,
      onBehalfOfId: old.onBehalfOfId,
    });
    await this.list.add(tx, meeting, [invitee]);
    const row = (await this.list.all(tx, meeting.id)).find(
      (it) => normaliseMail(it.mail) === normaliseMail(next.mail),
    );
    if (!row) throw new Error('The successor is not in the list.');
    const mailed = sent && meeting.state === 'INVITED' && !holdsEntry(row);
    if (mailed)
      await this.dispatch.invite(tx, viewer, await this.meetings.toChange(tx, viewer, found.meetingId));
    await this.waitingList.moveUp(tx, viewer, found.meetingId);
    return { id: row.id, mailed };
  }
}
