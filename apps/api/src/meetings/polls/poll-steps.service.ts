import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  hasPlace,
  hasVoted,
  meetingProblems,
  type PollMove,
  pollMoves,
  pollStateAt,
  pollProblems,
  type PollState,
  recallSeconds,
  type SentView,
} from '@runder-tisch/domain/meetings';
import type { ChoosePollDate } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { systemViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { problem, refused } from '../../problem/problem';
import type { Meeting } from '../meeting.entity';
import { answerUntil } from '../meeting-fields';
import { MeetingsService } from '../scheduling/meetings.service';
import { type AskedVoter, askedVoters } from './asked-voters';
import { DatePoll } from './poll.entity';
import { PollDispatch, type PollSubject } from './poll-dispatch';
import { PollsRepository } from './polls.repository';

/** What the office does with a poll that went out: remind, end, choose the date, cancel. */
@Injectable()
export class PollStepsService {
  constructor(
    private readonly database: Database,
    private readonly polls: PollsRepository,
    private readonly meetings: MeetingsService,
    private readonly dispatch: PollDispatch,
    private readonly clock: Clock,
  ) {}

  /** Only those who owe an answer, and each at most once a day. */
  remind(viewer: Viewer, pollId: string): Promise<SentView> {
    return this.database.write(viewer, 'poll.remind', async (tx) => {
      const { meeting, poll } = await this.polls.toChange(tx, viewer, pollId);
      this.to(poll, 'remind');
      const { subject, silent } = await this.silent(tx, { meeting, poll });
      if (silent.length === 0) throw problem(pollProblems, 'poll-nobody-silent');
      const due = silent.filter((it) => !this.remindedToday(it));
      if (due.length === 0) throw problem(pollProblems, 'poll-reminded-today');
      return this.dispatch.remind(tx, viewer, subject, due);
    });
  }

  /** While it can be answered; only to those whose mail was refused or came back. */
  again(viewer: Viewer, pollId: string, ids: readonly string[]): Promise<SentView> {
    return this.database.write(viewer, 'poll.again', async (tx) => {
      const { meeting, poll } = await this.polls.toChange(tx, viewer, pollId);
      this.to(poll, 'remind');
      return this.dispatch.again(tx, viewer, await this.subject(tx, { meeting, poll }), ids);
    });
  }

  /** The one reminder that goes out by itself. Answers how many it went to; again it does nothing. */
  remindByItself(pollId: string): Promise<number> {
    return this.database.write(systemViewer, 'poll.remind-by-itself', async (tx) => {
      const { meeting, poll } = await this.polls.toChange(tx, systemViewer, pollId);
      const now = this.clock.now();
      if (poll.remindedAt || !poll.remindAt || poll.remindAt > now) return 0;
      if (pollMoves.next(pollStateAt(poll, now), 'remind').refusal) return 0;
      await updateVersioned(tx, DatePoll, pollId, poll.version, { remindedAt: now });
      const { subject, silent } = await this.silent(tx, { meeting, poll });
      const due = silent.filter((it) => !this.remindedToday(it));
      return (await this.dispatch.remind(tx, systemViewer, subject, due)).recipients;
    });
  }

  close(viewer: Viewer, pollId: string): Promise<void> {
    return this.database.write(viewer, 'poll.close', async (tx) => {
      const { poll } = await this.polls.toChange(tx, viewer, pollId);
      const state = this.to(poll, 'close');
      await updateVersioned(tx, DatePoll, pollId, poll.version, { state });
    });
  }

  cancel(viewer: Viewer, pollId: string, reason: string): Promise<SentView> {
    return this.database.write(viewer, 'poll.cancel', async (tx) => {
      const { meeting, poll } = await this.polls.toChange(tx, viewer, pollId);
      const state = this.to(poll, 'cancel');
      await this.dispatch.takeBack(tx, pollId);
      await updateVersioned(tx, DatePoll, pollId, poll.version, { state, cancelledReason: reason.trim() });
      return this.dispatch.cancelled(tx, viewer, await this.subject(tx, { meeting, poll }), reason.trim());
    });
  }

  /**
   * The chosen date becomes the meeting, and invitations go out if asked for: all of it or nothing. Meeting and poll
   * are locked, so of two who choose at once exactly one does. A yes to the date is no acceptance.
   */
  choose(viewer: Viewer, pollId: string, request: ChoosePollDate): Promise<SentView | null> {
    return this.database.write(
      viewer,
      request.invite ? 'poll.choose-and-invite' : 'poll.choose',
      async (tx) => {
        const { meeting, poll } = await this.polls.toChange(tx, viewer, pollId);
        const state = this.to(poll, 'choose');
        const chosen = (await this.polls.dates(tx, pollId)).find((it) => it.id === request.optionId);
        if (!chosen) throw problem(pollProblems, 'poll-option-unknown');
        const place = {
          place: request.place.trim(),
          placeId: request.placeId,
          placeNote: request.placeNote.trim(),
          accessibility: request.accessibility.trim(),
          onlineLink: request.onlineLink.trim(),
        };
        if (request.invite && !hasPlace(place)) {
          const { says } = meetingProblems['meeting-needs-place'];
          throw problem(meetingProblems, 'meeting-needs-place', [
            { path: 'place', code: 'required', detail: says },
          ]);
        }
        await this.dispatch.takeBack(tx, pollId);
        await updateVersioned(tx, DatePoll, pollId, poll.version, { state, chosenOptionId: chosen.id });
        const found = {
          ...place,
          startsAt: chosen.startsAt,
          endsAt: chosen.endsAt,
          answerUntil: answerUntil(request.answerUntilDay, chosen.startsAt),
        };
        return this.meetings.fixDate(tx, viewer, meeting, found, request.invite);
      },
    );
  }

  private async silent(
    tx: EntityManager,
    { meeting, poll }: { meeting: Meeting; poll: DatePoll },
  ): Promise<{ subject: PollSubject; silent: AskedVoter[] }> {
    const options = await this.polls.dates(tx, poll.id);
    const justAsked = this.clock.now().getTime() - recallSeconds * 1000;
    const silent = (await askedVoters(tx, poll.id)).filter(
      (it) => it.askedAt !== null && it.askedAt.getTime() <= justAsked && !hasVoted(it, options),
    );
    return { subject: { poll, meeting, dates: options }, silent };
  }

  private async subject(
    tx: EntityManager,
    { meeting, poll }: { meeting: Meeting; poll: DatePoll },
  ): Promise<PollSubject> {
    return { poll, meeting, dates: await this.polls.dates(tx, poll.id) };
  }

  private remindedToday(voter: AskedVoter): boolean {
    return voter.remindedAt !== null && berlinDay(voter.remindedAt) === berlinDay(this.clock.now());
  }

  private to(poll: DatePoll, move: PollMove): PollState {
    const { to, refusal } = pollMoves.next(pollStateAt(poll, this.clock.now()), move);
    if (refusal) throw refused(pollProblems, refusal);
    return to;
  }
}
