import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ReadReply } from '@runder-tisch/domain/calendar';
import { inboxProblems, type InboxState } from '@runder-tisch/domain/inbox';
import type { GivenAnswer, ReplyResultView } from '@runder-tisch/domain/meetings';
import { AddInvitees, SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { readReply } from '../calendar/read-reply';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { oneIn, rowsIn } from '../database/rows';
import { DeclinedProposals } from '../meetings/answers/declined-proposals';
import { RepliesService } from '../meetings/answers/replies.service';
import { InvitationsService } from '../meetings/invitations/invitations.service';
import { Outbox } from '../outbox/outbox';
import { problem } from '../problem/problem';
import { visibleInbox } from './inbox-access';
import { InboxMail } from './inbox-mail.entity';
import { InboxTaking } from './inbox-taking';
import { readHead } from './mail-head';

const ERROR_MOST = 500;

/** What the office says to mails that wait for its word. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly replies: RepliesService,
    private readonly invitations: InvitationsService,
    private readonly declined: DeclinedProposals,
    private readonly outbox: Outbox,
    private readonly taking: InboxTaking,
    private readonly clock: Clock,
  ) {}

  /** Enters what the mail says, in one transaction with the decision. `answer` is what the office reads in words. */
  async accept(viewer: Viewer, id: string, answer: GivenAnswer | null): Promise<void> {
    const read = await this.readAgain(viewer, id);
    await this.database.write(viewer, 'inbox.accept', async (tx) => {
      const mail = await waitingMail(tx, viewer, id, 'WAITING');
      const { result, stranger } = await this.enter(tx, viewer, mail, read, answer);
      // Whoever answered an earlier date is invited all the same, and their calendar asks them anew.
      if (result.outcome !== 'COUNTED' && !stranger) throw problem(inboxProblems, 'inbox-still-refused');
      await this.decided(
        tx,
        viewer,
        id,
        'ACCEPTED',
        stranger ? `${stranger} ist eingeladen. ${result.says}` : result.says,
      );
    });
  }

  /** Laid aside; nothing changes but that nobody is asked any more. */
  drop(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'inbox.drop', async (tx) => {
      await waitingMail(tx, viewer, id, 'WAITING');
      await this.decided(tx, viewer, id, 'DROPPED');
    });
  }

  /** Lays a proposal of another time aside and tells who made it; their mail is a batch under the id of theirs. */
  decline(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'inbox.decline', async (tx) => {
      const { kind, meetingId, invitationId, says } = await waitingMail(tx, viewer, id, 'WAITING');
      const proposal = kind === 'PROPOSAL' && meetingId && invitationId ? { meetingId, invitationId } : null;
      const name = proposal && (await this.declined.decline(tx, viewer, proposal, id));
      if (!name) throw problem(inboxProblems, 'inbox-nothing-to-decline');
      await this.decided(tx, viewer, id, 'DROPPED', says + declinedSays(name));
    });
  }

  /** What was laid aside waits again; who was to be told meanwhile is not, or it is too late. */
  reopen(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'inbox.reopen', async (tx) => {
      const { says } = await waitingMail(tx, viewer, id, 'DROPPED');
      const [told] = await rowsIn<{ name: string }>(
        tx,
        sql`select to_name as name from outbox_message where batch_id = ${id} and state <> 'RECALLED' limit 1`,
      );
      if (told) await this.outbox.recall(tx, id);
      await tx.update(
        InboxMail,
        { id },
        {
          state: 'WAITING',
          settledAt: null,
          decidedBy: '',
          says: told ? says.replace(declinedSays(told.name), '') : says,
        },
      );
    });
  }

  /** A mail that could not be read is tried once more, as if it had just come; it fails with what stands against it. */
  async retry(viewer: Viewer, id: string): Promise<void> {
    const { raw } = await this.database.found<{ raw: Buffer | null }>(
      sql`select raw from inbox_mail where id = ${id} and state = 'SET_ASIDE'`,
    );
    if (!raw) throw problem(inboxProblems, 'inbox-text-gone');
    try {
      await this.taking.take(id, await readHead(raw), raw, 'SET_ASIDE');
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      await this.database.write(viewer, 'inbox.retry', (tx) =>
        tx.update(InboxMail, { id, state: 'SET_ASIDE' }, { error: words.slice(0, ERROR_MOST) }),
      );
    }
  }

  /** Somebody has looked at it in the mailbox. */
  discard(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'inbox.discard', async (tx) => {
      await setAside(tx, id);
      await this.decided(tx, viewer, id, 'DROPPED');
    });
  }

  private async enter(
    tx: EntityManager,
    viewer: Viewer,
    { kind, meetingId, answer: said }: InboxMail,
    read: ReadReply,
    answer: GivenAnswer | null,
  ): Promise<{ result: ReplyResultView; stranger?: string }> {
    if (!meetingId) throw problem(inboxProblems, 'inbox-nothing-to-accept');
    const take = (reply: ReadReply, choice: GivenAnswer | null) =>
      this.replies.takeIn(tx, viewer, meetingId, reply, choice);
    switch (kind) {
      case 'OTHER_SENDER':
        // The office vouches for the sender; an answer that is not known to be the later one holds by its word too.
        return take({ ...read, from: null }, said);
      case 'DIFFERS':
        return take(read, said);
      case 'WORDS':
        if (!answer) throw problem(inboxProblems, 'inbox-answer-needed', 'answer');
        return take(read, answer);
      case 'STRANGER': {
        const first = await take(read, said);
        const { stranger } = first.result;
        if (!stranger) return first;
        const invitee = Object.assign(new SaveInvitee(), { name: stranger.name, mail: stranger.mail });
        await this.invitations.addIn(
          tx,
          viewer,
          meetingId,
          Object.assign(new AddInvitees(), { invitees: [invitee], send: true }),
        );
        return { ...(await take(read, said)), stranger: stranger.name };
      }
      default:
        throw problem(inboxProblems, 'inbox-nothing-to-accept');
    }
  }

  private async decided(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    state: InboxState,
    says?: string,
  ): Promise<void> {
    await tx.update(
      InboxMail,
      { id },
      { state, settledAt: this.clock.now(), decidedBy: viewer.displayName, ...(says ? { says } : {}) },
    );
  }

  /** Before the transaction: a large mail must not hold the lock of the meeting. */
  private async readAgain(viewer: Viewer, id: string): Promise<ReadReply> {
    const { raw } = await this.database.found<{ raw: Buffer | null }>(
      sql`select it.raw from inbox_mail it where it.id = ${id} and ${visibleInbox(viewer)} and it.state not in ('TRYING', 'SET_ASIDE')`,
    );
    const read = raw ? await readReply(raw) : 'unreadable';
    if (typeof read === 'string') throw problem(inboxProblems, 'inbox-decided');
    return read;
  }
}

function declinedSays(name: string): string {
  return `\nDer Vorschlag ist abgelehnt; ${name} bekommt Bescheid.`;
}

/** In sight and under its lock; somebody else may have decided meanwhile. */
async function waitingMail(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  state: InboxState,
): Promise<InboxMail> {
  const seen = await oneIn(
    tx,
    sql`select it.id from inbox_mail it where it.id = ${id} and ${visibleInbox(viewer)} and it.state not in ('TRYING', 'SET_ASIDE') for update`,
  );
  if (!seen) throw problem(generalProblems, 'not-found');
  const mail = await tx.findOneByOrFail(InboxMail, { id });
  if (mail.state !== state) throw problem(inboxProblems, 'inbox-decided');
  return mail;
}

async function setAside(tx: EntityManager, id: string): Promise<InboxMail> {
  const [seen] = await rowsIn(
    tx,
    sql`select id from inbox_mail where id = ${id} and state = 'SET_ASIDE' for update`,
  );
  if (!seen) throw problem(generalProblems, 'not-found');
  return tx.findOneByOrFail(InboxMail, { id });
}
