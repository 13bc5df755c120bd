import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import {
  meetingProblems,
  type PollMove,
  pollMoves,
  pollStateAt,
  pollProblems,
  pollReminderAt,
  type PollSavedView,
  type SentView,
} from '@runder-tisch/domain/meetings';
import type { SavePoll } from '@runder-tisch/domain/meetings/polls/polls-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { organizerOf } from '../invitations/invitation-dispatch';
import { InviteeList } from '../invitations/invitee-list';
import { Meeting } from '../meeting.entity';
import { MeetingsRepository } from '../meetings.repository';
import { askedVoters } from './asked-voters';
import { DatePoll, DatePollOption, DatePollVoter } from './poll.entity';
import { PollDispatch } from './poll-dispatch';
import { assertAskable, periodKey, pollClosesAt, type PollDate, pollDates } from './poll-fields';
import { PollsRepository } from './polls.repository';

/** Makes a Terminumfrage, sends it and changes it while it runs: dates, people and mails in one transaction. */
@Injectable()
export class PollPlanningService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly polls: PollsRepository,
    private readonly list: InviteeList,
    private readonly dispatch: PollDispatch,
    private readonly identities: MailIdentitySource,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, meetingId: string, request: SavePoll): Promise<PollSavedView> {
    return this.database.write(viewer, request.send ? 'poll.create-and-send' : 'poll.create', async (tx) => {
      const meeting = await this.meetings.toChange(tx, viewer, meetingId);
      assertUndated(meeting);
      if (await this.polls.running(tx, meetingId)) throw problem(pollProblems, 'poll-running');
      const poll: DatePoll = {
        id: newId(),
        meetingId,
        state: 'DRAFT',
        message: '',
        closesAt: this.clock.now(),
        remindAt: null,
        remindedAt: null,
        sentAt: null,
        chosenOptionId: null,
        cancelledReason: '',
        organizerName: '',
        organizerMail: '',
        version: 1,
        createdAt: this.clock.now(),
      };
      await tx.insert(DatePoll, poll);
      return { id: poll.id, sent: await this.fill(tx, viewer, { meeting, poll }, request) };
    });
  }

  /** A draft stays one until it is sent; a poll that runs or has ended runs (on) with what was changed. */
  change(viewer: Viewer, pollId: string, version: number, request: SavePoll): Promise<PollSavedView> {
    return this.database.write(viewer, 'poll.change', async (tx) => {
      const { meeting, poll } = await this.polls.toChange(tx, viewer, pollId);
      this.assertMove(poll, 'change');
      assertUndated(meeting);
      return {
        id: poll.id,
        sent: await this.fill(tx, viewer, { meeting, poll: { ...poll, version } }, request),
      };
    });
  }

  /** Takes back what went out in the last minute; a poll nobody was asked for is a draft again. */
  recall(viewer: Viewer, pollId: string): Promise<void> {
    return this.database.write(viewer, 'poll.recall', async (tx) => {
      const { poll } = await this.polls.toChange(tx, viewer, pollId);
      this.assertMove(poll, 'recall');
      if ((await this.dispatch.takeBack(tx, pollId)) === 0)
        throw problem(pollProblems, 'poll-recall-too-late');
      const voters = await askedVoters(tx, pollId);
      if (voters.some((it) => it.askedAt !== null || it.answers.length > 0)) return;
      await updateVersioned(tx, DatePoll, pollId, poll.version, {
        state: 'DRAFT',
        sentAt: null,
        remindAt: null,
        organizerName: '',
        organizerMail: '',
      });
    });
  }

  remove(viewer: Viewer, pollId: string): Promise<void> {
    return this.database.write(viewer, 'poll.remove', async (tx) => {
      const { poll } = await this.polls.toChange(tx, viewer, pollId);
      this.assertMove(poll, 'remove');
      await tx.delete(DatePoll, { id: pollId });
    });
  }

  private async fill(
    tx: EntityManager,
    viewer: Viewer,
    { meeting, poll }: { meeting: Meeting; poll: DatePoll },
    request: SavePoll,
  ): Promise<SentView | null> {
    const now = this.clock.now();
    const dates = pollDates(request);
    const closesAt = pollClosesAt(request.untilDay, dates);
    const asks = request.send || poll.state !== 'DRAFT';
    if (asks) assertAskable({ closesAt, dates, voters: request.voters.length }, now);
    // Nobody gets the question and its correction in one breath.
    await this.dispatch.takeBack(tx, poll.id);
    const voted = (await askedVoters(tx, poll.id)).filter((it) => it.askedAt !== null);
    const { added, goneIds } = await this.saveDates(tx, poll.id, dates);
    await this.saveVoters(tx, meeting, poll.id, request.voters);
    const patch: Partial<DatePoll> = { message: request.message.trim(), closesAt };
    if (!asks) {
      await updateVersioned(tx, DatePoll, poll.id, poll.version, patch);
      return null;
    }
    const sentAt = poll.sentAt ?? now;
    Object.assign(patch, {
      state: 'OPEN',
      sentAt,
      remindAt: poll.remindedAt ? poll.remindAt : reminderAt(sentAt, closesAt, now),
      ...(poll.organizerMail ? {} : organizerOf(viewer, await this.identities.identity(tx))),
    } satisfies Partial<DatePoll>);
    await updateVersioned(tx, DatePoll, poll.id, poll.version, patch);
    await this.forgetDate(tx, meeting);
    const asked = { poll: { ...poll, ...patch }, meeting, dates: await this.polls.dates(tx, poll.id) };
    const still = new Set((await askedVoters(tx, poll.id)).map((it) => it.id));
    return this.dispatch.ask(tx, viewer, asked, {
      added,
      goneIds,
      voted: voted.filter((it) => still.has(it.id)),
    });
  }

  /** Makes the dates exactly these; one that keeps its day and times keeps its answers. */
  private async saveDates(
    tx: EntityManager,
    pollId: string,
    dates: readonly PollDate[],
  ): Promise<{ added: PollDate[]; goneIds: string[] }> {
    const before = await this.polls.dates(tx, pollId);
    const known = new Set(before.map(periodKey));
    const wanted = new Set(dates.map(periodKey));
    const goneIds = before.filter((it) => !wanted.has(periodKey(it))).map((it) => it.id);
    const added = dates.filter((it) => !known.has(periodKey(it)));
    if (goneIds.length > 0) await tx.delete(DatePollOption, { id: In(goneIds) });
    if (added.length > 0)
      await tx.insert(
        DatePollOption,
        added.map((it) => ({ id: newId(), pollId, startsAt: it.startsAt, endsAt: it.endsAt })),
      );
    return { added: before.length > 0 ? added : [], goneIds };
  }

  /** Who is asked is who will be invited: the list of the meeting itself. */
  private async saveVoters(
    tx: EntityManager,
    meeting: Meeting,
    pollId: string,
    wanted: SavePoll['voters'],
  ): Promise<void> {
    await this.list.replace(tx, meeting, wanted);
    const required = new Map(wanted.map((it) => [normaliseMail(it.mail), it.required]));
    const known = new Map((await tx.findBy(DatePollVoter, { pollId })).map((it) => [it.invitationId, it]));
    const fresh: DatePollVoter[] = [];
    for (const { id, mail, uninvitedAt } of await this.list.all(tx, meeting.id)) {
      if (uninvitedAt !== null) continue;
      const must = required.get(normaliseMail(mail)) ?? false;
      const voter = known.get(id);
      if (!voter) fresh.push(newVoter(pollId, id, must));
      else if (voter.required !== must)
        await updateVersioned(tx, DatePollVoter, voter.id, voter.version, { required: must });
    }
    if (fresh.length > 0) await tx.insert(DatePollVoter, fresh);
  }

  /** A date somebody had in mind before is none any more: the poll finds it. */
  private async forgetDate(tx: EntityManager, meeting: Meeting): Promise<void> {
    if (meeting.startsAt === null) return;
    await updateVersioned(tx, Meeting, meeting.id, meeting.version, {
      startsAt: null,
      endsAt: null,
      answerUntil: null,
    });
    await this.search.refresh(tx, 'meeting', [meeting.id]);
  }

  private assertMove(poll: DatePoll, move: PollMove): void {
    const { refusal } = pollMoves.next(pollStateAt(poll, this.clock.now()), move);
    if (refusal) throw refused(pollProblems, refusal);
  }
}

function assertUndated(meeting: Meeting): void {
  if (meeting.state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
  if (meeting.state !== 'DRAFT' && meeting.state !== 'POSTPONED')
    throw problem(pollProblems, 'poll-not-needed');
}

/** A change must not bring a reminder for a morning that has passed. */
function reminderAt(sentAt: Date, closesAt: Date, now: Date): Date | null {
  const at = pollReminderAt(sentAt, closesAt);
  return at && at > now ? at : pollReminderAt(now, closesAt);
}

function newVoter(pollId: string, invitationId: string, required: boolean): DatePollVoter {
  return {
    id: newId(),
    pollId,
    invitationId,
    required,
    askedAt: null,
    batchId: null,
    remindedAt: null,
    reminderBatchId: null,
    comment: '',
    answeredAt: null,
    answerChannel: null,
    enteredBy: '',
    version: 1,
  };
}
