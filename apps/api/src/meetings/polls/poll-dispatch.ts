import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { meetingProblems, recallSeconds, type SentView, toldOfDates } from '@runder-tisch/domain/meetings';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { newId } from '../../database/new-id';
import { Outbox } from '../../outbox/outbox';
import { problem } from '../../problem/problem';
import { takeCurrentAddresses } from '../invitations/current-addresses';
import type { Meeting } from '../meeting.entity';
import { type AskedVoter, askedVoters, patchVoters } from './asked-voters';
import type { DatePoll } from './poll.entity';
import type { PollPeriod } from './poll-letter';
import { PollMails } from './poll-mails';

/** The purpose of a question that leaves once more because the mail before it came to nothing. */
const AGAIN = 'poll-again';

/** A poll with its meeting and its dates, as the transaction that changes it holds them. */
export interface PollSubject {
  poll: DatePoll;
  meeting: Pick<Meeting, 'title' | 'networkId'>;
  dates: readonly PollPeriod[];
}

/** What leaves the house for a poll, inside the transaction that changes it; questions and reminders wait a minute. */
@Injectable()
export class PollDispatch {
  constructor(
    private readonly mails: PollMails,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Asks everybody who was not asked yet, and tells of dates that came or went those who had voted already. */
  async ask(
    tx: EntityManager,
    viewer: Viewer,
    subject: PollSubject,
    change: { added: readonly PollPeriod[]; goneIds: readonly string[]; voted: readonly AskedVoter[] },
  ): Promise<SentView> {
    const fresh = (await askedVoters(tx, subject.poll.id)).filter((it) => it.askedAt === null);
    const sent = await this.withRecall(tx, viewer, subject, fresh, 'ASK');
    const told = change.voted.flatMap((voter) => {
      const kind = toldOfDates(voter, change.added.length, change.goneIds);
      return kind ? [{ voter, kind }] : [];
    });
    if (told.length > 0) {
      const run = { batchId: newId(), dates: subject.dates, added: change.added };
      await this.mails.send(tx, viewer, subject, told, run);
    }
    return { recipients: sent.recipients + told.length, recallUntil: sent.recallUntil };
  }

  /** The silent hear once more which dates there are. */
  remind(
    tx: EntityManager,
    viewer: Viewer,
    subject: PollSubject,
    silent: readonly AskedVoter[],
  ): Promise<SentView> {
    return this.withRecall(tx, viewer, subject, silent, 'REMINDER');
  }

  /** The question once more to those whose mail came to nothing, at the address they have now. */
  async again(
    tx: EntityManager,
    viewer: Viewer,
    subject: PollSubject,
    ids: readonly string[],
  ): Promise<SentView> {
    const asked = (await askedVoters(tx, subject.poll.id)).filter(
      (it) => it.askedAt !== null && (ids.length === 0 || ids.includes(it.id)),
    );
    const lost = await this.outbox.refusedOf(
      tx,
      'date-poll-voter',
      asked.map((it) => it.id),
    );
    const due = asked.filter((it) => lost.has(it.id));
    if (due.length === 0) throw problem(meetingProblems, 'nobody-refused');
    await takeCurrentAddresses(
      tx,
      due.map((it) => it.invitation),
    );
    const notBefore = new Date(this.clock.now().getTime() + recallSeconds * 1000);
    await this.mails.send(
      tx,
      viewer,
      subject,
      due.map((voter) => ({ voter, kind: 'ASK' })),
      { batchId: newId(), notBefore, dates: subject.dates, purpose: AGAIN },
    );
    return { recipients: due.length, recallUntil: notBefore.toISOString() };
  }

  /** Whoever was asked needs not answer any more. */
  async cancelled(
    tx: EntityManager,
    viewer: Viewer,
    subject: PollSubject,
    reason: string,
  ): Promise<SentView> {
    const asked = (await askedVoters(tx, subject.poll.id)).filter((it) => it.askedAt !== null);
    const mails = asked.map((voter) => ({ voter, kind: 'CANCELLED' as const }));
    await this.mails.send(tx, viewer, subject, mails, { batchId: newId(), dates: subject.dates, reason });
    return { recipients: asked.length, recallUntil: null };
  }

  /** Takes back the questions and reminders of the last minute and what is sent again; answers how many mails that were. */
  async takeBack(tx: EntityManager, pollId: string): Promise<number> {
    const since = this.clock.now().getTime() - recallSeconds * 1000;
    const recent = (at: Date | null): boolean => at !== null && at.getTime() > since;
    const voters = await askedVoters(tx, pollId);
    const asked = voters.filter((it) => it.batchId !== null && recent(it.askedAt));
    const reminded = voters.filter((it) => it.reminderBatchId !== null && recent(it.remindedAt));
    const batches = new Set([...asked.map((it) => it.batchId), ...reminded.map((it) => it.reminderBatchId)]);
    for (const batchId of batches) if (batchId) await this.outbox.recall(tx, batchId);
    const again = await this.outbox.takeBack(
      tx,
      AGAIN,
      voters.map((it) => it.id),
    );
    await patchVoters(tx, asked, { askedAt: null, batchId: null });
    await patchVoters(tx, reminded, { remindedAt: null, reminderBatchId: null });
    return asked.length + reminded.length + again;
  }

  private async withRecall(
    tx: EntityManager,
    viewer: Viewer,
    subject: PollSubject,
    voters: readonly AskedVoter[],
    kind: 'ASK' | 'REMINDER',
  ): Promise<SentView> {
    if (voters.length === 0) return { recipients: 0, recallUntil: null };
    const now = this.clock.now();
    const batchId = newId();
    const recallUntil = new Date(now.getTime() + recallSeconds * 1000);
    const mails = voters.map((voter) => ({ voter, kind }));
    await this.mails.send(tx, viewer, subject, mails, {
      batchId,
      notBefore: recallUntil,
      dates: subject.dates,
    });
    const patch = kind === 'ASK' ? { askedAt: now, batchId } : { remindedAt: now, reminderBatchId: batchId };
    await patchVoters(tx, voters, patch);
    return { recipients: voters.length, recallUntil: recallUntil.toISOString() };
  }
}
