import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type AnswerChannel,
  type PollFacts,
  pollProblems,
  type PollProblem,
  refusedVote,
} from '@runder-tisch/domain/meetings';
import type { EnterPollVotes, PollVote } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { changeableMeetings, visibleMeetings } from '../meetings-access';
import { DatePollVoter } from './poll.entity';

interface Given {
  votes: readonly PollVote[];
  comment: string;
  channel: AnswerChannel;
  enteredBy: string;
}

interface Locked extends PollFacts {
  pollId: string;
  version: number;
  asked: boolean;
  optionIds: string[];
}

/** The answers of one person to the dates of a poll. */
@Injectable()
export class PollVotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Through the personal link of the mail: an answer to each date. */
  voteByLink(
    link: { personId: string | null; requestId: string },
    voterId: string,
    given: Pick<Given, 'votes' | 'comment'>,
  ): Promise<void> {
    const viewer = linkViewer(link.requestId, link.personId, 'Gefragte Person');
    return this.database.write(viewer, 'poll.vote-by-link', async (tx) => {
      const voter = await this.locked(tx, voterId);
      const open = voter.optionIds.filter((id) => !given.votes.some((it) => it.optionId === id));
      const refused = refusedVote(voter, voter.asked, false, this.clock.now());
      if (refused) throw problem(pollProblems, refused);
      if (open.length > 0) throw refuse('poll-vote-missing', ...open);
      await this.save(tx, voterId, voter, { ...given, channel: 'LINK', enteredBy: '' });
    });
  }

  /** What somebody said on the phone, wrote or told in person; dates they said nothing about stay open. */
  enter(viewer: Viewer, voterId: string, request: EnterPollVotes): Promise<void> {
    return this.database.write(viewer, 'poll.vote-entered', async (tx) => {
      await this.assertChangeable(tx, viewer, voterId);
      const voter = await this.locked(tx, voterId);
      const refused = refusedVote(voter, voter.asked, true, this.clock.now());
      if (refused) throw problem(pollProblems, refused);
      if (request.votes.length === 0) throw refuse('poll-vote-missing', 'votes');
      await this.save(tx, voterId, voter, { ...request, enteredBy: viewer.displayName });
    });
  }

  /** Back to silence, for an answer entered by mistake. */
  clear(viewer: Viewer, voterId: string): Promise<void> {
    return this.database.write(viewer, 'poll.vote-cleared', async (tx) => {
      await this.assertChangeable(tx, viewer, voterId);
      const voter = await this.locked(tx, voterId);
      const refused = refusedVote(voter, voter.asked, true, this.clock.now());
      if (refused) throw problem(pollProblems, refused);
      await rowsIn(tx, sql`delete from date_poll_answer where voter_id = ${voterId}`);
      await updateVersioned(tx, DatePollVoter, voterId, voter.version, {
        answeredAt: null,
        answerChannel: null,
        enteredBy: '',
        comment: '',
      });
    });
  }

  private async save(tx: EntityManager, voterId: string, voter: Locked, given: Given): Promise<void> {
    if (given.votes.some((it) => !voter.optionIds.includes(it.optionId)))
      throw problem(pollProblems, 'poll-option-unknown');
    const values = given.votes.map(
      (it) =>
        sql`(${newId()}::uuid, ${voter.pollId}::uuid, ${it.optionId}::uuid, ${voterId}::uuid, ${it.answer})`,
    );
    await rowsIn(
      tx,
      sql`insert into date_poll_answer (id, poll_id, option_id, voter_id, answer) values ${join(values)}
          on conflict (option_id, voter_id) do update set answer = excluded.answer where date_poll_answer.answer <> excluded.answer`,
    );
    await updateVersioned(tx, DatePollVoter, voterId, voter.version, {
      answeredAt: this.clock.now(),
      answerChannel: given.channel,
      enteredBy: given.enteredBy,
      comment: given.comment.trim(),
    });
  }

  /** Votes share the poll and wait for whoever changes it or chooses its date; one person's votes come one by one. */
  private async locked(tx: EntityManager, voterId: string): Promise<Locked> {
    const poll = await oneIn<PollFacts & { pollId: string }>(
      tx,
      sql`select id as "pollId", state, closes_at as "closesAt" from date_poll
          where id = (select poll_id from date_poll_voter where id = ${voterId}) for share`,
    );
    const voter = await oneIn<Pick<Locked, 'version' | 'asked'>>(
      tx,
      sql`select voter.version, voter.asked_at is not null and invitation.uninvited_at is null as asked
          from date_poll_voter voter join invitation on invitation.id = voter.invitation_id
          where voter.id = ${voterId} for update of voter`,
    );
    if (!poll || !voter) throw problem(generalProblems, 'not-found');
    const options = await rowsIn<{ id: string }>(
      tx,
      sql`select id from date_poll_option where poll_id = ${poll.pollId}`,
    );
    return { ...poll, ...voter, optionIds: options.map((it) => it.id) };
  }

  private async assertChangeable(tx: EntityManager, viewer: Viewer, voterId: string): Promise<void> {
    const found = await oneIn<{ changeable: boolean; visible: boolean }>(
      tx,
      sql`select ${changeableMeetings(viewer)} as changeable, ${visibleMeetings(viewer)} as visible
          from date_poll_voter voter join date_poll on date_poll.id = voter.poll_id join meeting it on it.id = date_poll.meeting_id
          where voter.id = ${voterId}`,
    );
    if (!found?.visible) throw problem(generalProblems, 'not-found');
    if (!found.changeable) throw problem(generalProblems, 'forbidden');
  }
}

function refuse(code: PollProblem, ...paths: readonly string[]): Error {
  return problem(
    pollProblems,
    code,
    paths.map((path) => ({ path, code, detail: pollProblems[code].says })),
  );
}
