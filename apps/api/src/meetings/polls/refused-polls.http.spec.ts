import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { EnterPollVotes } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import * as polls from '@runder-tisch/scenario/polls';
import { byHand } from '../../../test/by-hand';
import { type RunningPoll, runningPoll } from '../../../test/running-poll';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { PollVotesService } from './poll-votes.service';

const ANNA = 'anna@ahornhaus.test';

describe('A Terminumfrage stays as it is', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let poll: RunningPoll;

  beforeAll(async () => {
    app = await testApp();
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
  });
  beforeEach(async () => (poll = await runningPoll(app, coordinator)));
  afterAll(() => app.close());

  const pollOf = () => polls.pollOf(coordinator, poll.meetingId);
  const voterId = async () => (await pollOf()).voters.find((it) => it.mail === ANNA)?.id ?? '';
  const enter = (id: string, votes: EnterPollVotes['votes'], as = coordinator) =>
    as.post(`/api/poll-voters/${id}/votes`, Object.assign(new EnterPollVotes(), { votes, channel: 'PHONE' }));

  /** The refusal, after making sure that the poll stayed as it was. */
  async function refused(change: () => Promise<unknown>): Promise<string> {
    const before = await pollOf();
    const code = await refusalOf(change());
    expect(await pollOf()).toEqual(before);
    return code;
  }

  it('while it runs: a meeting has one at a time, and a cancelled one needs none', async () => {
    expect(await refused(() => polls.createPoll(coordinator, poll.meetingId))).toBe('poll-running');
    const cancelled = await given.meeting(coordinator, { title: 'Fällt aus' });
    await byHand(app, sql`update meeting set state = 'CANCELLED' where id = ${cancelled}`);
    expect(await refusalOf(polls.createPoll(coordinator, cancelled))).toBe('meeting-cancelled');
    expect(await coordinator.get(`/api/meetings/${cancelled}/poll`)).toEqual({ poll: null });
  });

  it('once it is cancelled: nobody changes it, enters votes or takes them back', async () => {
    const voter = await voterId();
    const [first] = (await pollOf()).options;
    await polls.enterVotes(coordinator, await pollOf(), ANNA, ['YES', 'NO']);
    await polls.cancelPoll(coordinator, poll.id, 'Anders gelöst');
    expect(await refused(() => polls.changePoll(coordinator, poll.meetingId, { message: 'Doch' }))).toBe(
      'poll-cancelled',
    );
    const no = [{ optionId: first?.id ?? '', answer: 'NO' as const }];
    expect(await refused(() => enter(voter, no))).toBe('poll-cancelled');
    expect(await refused(() => coordinator.post(`/api/poll-voters/${voter}/clear-votes`))).toBe(
      'poll-cancelled',
    );
    expect(await refused(() => polls.recallPoll(coordinator, poll.id))).toBe('poll-cancelled');
  });

  it('when the word from the phone is empty, or is about a date of another poll', async () => {
    const voter = await voterId();
    const other = await runningPoll(app, coordinator, {}, 'Andere Runde');
    const [foreign] = (await polls.pollOf(coordinator, other.meetingId)).options;
    expect(await refused(() => enter(voter, []))).toBe('poll-vote-missing');
    const strange = [{ optionId: foreign?.id ?? '', answer: 'YES' as const }];
    expect(await refused(() => enter(voter, strange))).toBe('poll-option-unknown');
    const choice = { optionId: foreign?.id ?? '', place: 'Kreishaus' };
    expect(await refused(() => polls.chooseDate(coordinator, poll.id, choice))).toBe('poll-option-unknown');
    const [own] = (await pollOf()).options;
    const nowhere = polls.chooseDate(coordinator, poll.id, { optionId: own?.id ?? '', place: ' ' });
    await expect(nowhere).rejects.toMatchObject({
      problem: { code: 'meeting-needs-place', errors: [{ path: 'place' }] },
    });
  });

  it('for a coordinator who is a guest of the meeting, and for anybody who asks for what is not there', async () => {
    const guest = await signedIn(app, 'coordinator');
    const voter = await voterId();
    const [first] = (await pollOf()).options;
    const yes = [{ optionId: first?.id ?? '', answer: 'YES' as const }];
    await byHand(
      app,
      sql`update meeting set public = true, state = 'POSTPONED' where id = ${poll.meetingId}`,
    );
    expect(await refused(() => enter(voter, yes, guest))).toBe('forbidden');
    const stranger = await signedIn(app, 'coordinator');
    await byHand(app, sql`update meeting set public = false where id = ${poll.meetingId}`);
    expect(await refused(() => enter(voter, yes, stranger))).toBe('not-found');
    expect(await refused(() => polls.closePoll(coordinator, randomUUID()))).toBe('not-found');
    const gone = { votes: [], comment: '' };
    await expect(
      app.get(PollVotesService).voteByLink({ personId: null, requestId: 'test' }, randomUUID(), gone),
    ).rejects.toMatchObject({ status: 404, code: 'not-found' });
  });

  it.each([
    ['a date without a day', { dates: [{ startTime: '14:00', endTime: '16:00' }, '2026-12-10 14:00–16:00'] }],
    ['a deadline on a day that does not exist', { untilDay: '2026-11-31' }],
  ] as [string, polls.PollFacts][])('when it is changed to %s', async (_, facts) => {
    expect(['poll-needs-dates', 'invalid-input']).toContain(
      await refused(() => polls.changePoll(coordinator, poll.meetingId, facts)),
    );
  });
});
