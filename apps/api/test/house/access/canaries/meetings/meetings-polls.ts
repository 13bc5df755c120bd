import { CancelMeeting, SendAgain } from '@runder-tisch/domain/meetings/meetings-requests';
import { ChoosePollDate, EnterPollVotes } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { pollRequest } from '@runder-tisch/scenario/polls';
import { type Declaration, reads, type Write, type ForeignWorld } from '../../canary';
import { named, type PollCanary, polled, undated } from './meetings-objects';

const planners = { may: ['planner'], owner: 'coordinator' } as const;

const asked = {
  dates: ['2025-04-08 14:00–16:00', '2025-04-10 14:00–16:00'],
  people: ['gefragt@liste.test'],
  untilDay: '2025-03-30',
};

const running = (world: ForeignWorld): Promise<PollCanary> => polled(world);

function onPoll(made = running, body?: (it: PollCanary) => object): Write {
  return {
    ...planners,
    of: 'poll',
    given: async (world) => {
      const it = await made(world);
      return { path: { id: it.pollId }, version: it.pollVersion, ...(body ? { body: body(it) } : {}) };
    },
  };
}

function onVoter(body?: (it: PollCanary) => object): Write {
  return {
    ...planners,
    of: 'poll-voter',
    given: async (world) => {
      const it = await running(world);
      return { path: { id: it.voterId }, ...(body ? { body: body(it) } : {}) };
    },
  };
}

export const pollOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/meetings/{id}/poll': reads('meeting'),
  'POST /api/meetings/{id}/poll': {
    ...planners,
    of: 'meeting',
    given: async (world) => ({ path: named(await undated(world)), body: pollRequest(asked) }),
  },
  'POST /api/meetings/{id}/poll/preview': {
    ...planners,
    of: 'meeting',
    given: async (world) => ({ path: named(await undated(world)), body: pollRequest(asked) }),
  },
  'PUT /api/polls/{id}': onPoll(running, () => pollRequest(asked)),
  'DELETE /api/polls/{id}': onPoll((world) => polled(world, false)),
  'POST /api/polls/{id}/recall': onPoll(),
  'POST /api/polls/{id}/remind': {
    ...onPoll(),
    // Silent are those who were asked a minute ago, and the clock of the matrix stands still.
    refusedAs: 'poll-nobody-silent',
  },
  'POST /api/polls/{id}/again': {
    ...onPoll(running, () => new SendAgain()),
    // No mail of the matrix ever left, so none was refused.
    refusedAs: 'nobody-refused',
  },
  'POST /api/polls/{id}/close': onPoll(),
  'POST /api/polls/{id}/cancel': onPoll(running, () => new CancelMeeting()),
  'POST /api/polls/{id}/choose': onPoll(running, ({ optionId }) =>
    Object.assign(new ChoosePollDate(), { optionId, place: 'Eingeschlichen' }),
  ),
  'POST /api/poll-voters/{id}/votes': onVoter(({ optionId }) =>
    Object.assign(new EnterPollVotes(), { votes: [{ optionId, answer: 'NO' }] }),
  ),
  'POST /api/poll-voters/{id}/clear-votes': onVoter(),
  'GET /umfrage/{token}': { link: 'poll' },
  'POST /umfrage/{token}': { link: 'poll', form: () => ({ alle: 'YES' }) },
};
