import type {
  PollAnswer,
  PollPageView,
  PollSavedView,
  PollView,
  SentView,
} from '@runder-tisch/domain/meetings';
import { CancelMeeting, SaveInvitee, SendAgain } from '@runder-tisch/domain/meetings/meetings-requests';
import {
  ChoosePollDate,
  EnterPollVotes,
  SavePoll,
  SavePollOption,
  SavePollVoter,
} from '@runder-tisch/domain/meetings/polls/polls-requests';
import type { Client } from './client';

/** Dates as "2026-12-08 14:00–16:00", people by address; an exclamation mark says *muss dabei sein*. */
export interface PollFacts extends Partial<Pick<SavePoll, 'message' | 'untilDay' | 'send'>> {
  dates?: readonly (string | Partial<SavePollOption>)[];
  people?: readonly (string | Partial<SavePollVoter>)[];
}

const usual = {
  dates: ['2026-12-08 14:00–16:00', '2026-12-10 14:00–16:00'],
  people: ['anna@ahornhaus.test', 'jan@birkenhof.test'],
  untilDay: '2026-11-30',
};

export function pollRequest(facts: PollFacts = {}): SavePoll {
  const { dates, people, ...rest } = { ...usual, ...facts };
  return Object.assign(new SavePoll(), {
    send: true,
    ...rest,
    options: dates.map((it) => Object.assign(new SavePollOption(), typeof it === 'string' ? option(it) : it)),
    voters: people.map((it) => Object.assign(new SavePollVoter(), typeof it === 'string' ? person(it) : it)),
  });
}

function option(text: string): Partial<SavePollOption> {
  const [day = '', startTime = '', endTime = ''] = text.split(/[ –]/);
  return { day, startTime, endTime };
}

function person(text: string): Partial<SavePollVoter> {
  const mail = text.replace('!', '');
  return { ...Object.assign(new SaveInvitee(), { mail, name: mail }), required: text.endsWith('!') };
}

export function createPoll(client: Client, meetingId: string, facts: PollFacts = {}): Promise<PollSavedView> {
  return client.post<PollSavedView>(`/api/meetings/${meetingId}/poll`, pollRequest(facts));
}

export async function pollOf(client: Client, meetingId: string): Promise<PollView> {
  const { poll } = await client.get<PollPageView>(`/api/meetings/${meetingId}/poll`);
  if (!poll) throw new Error('no poll');
  return poll;
}

export async function changePoll(
  client: Client,
  meetingId: string,
  facts: PollFacts,
): Promise<PollSavedView> {
  const { id, version } = await pollOf(client, meetingId);
  return client.put<PollSavedView>(`/api/polls/${id}`, pollRequest(facts), version);
}

export function remindPoll(client: Client, pollId: string): Promise<SentView> {
  return client.post<SentView>(`/api/polls/${pollId}/remind`);
}

/** Once more to those whose mail came to nothing. */
export function askAgain(client: Client, pollId: string): Promise<SentView> {
  return client.post<SentView>(`/api/polls/${pollId}/again`, new SendAgain());
}

export async function recallPoll(client: Client, pollId: string): Promise<void> {
  await client.post(`/api/polls/${pollId}/recall`);
}

export async function closePoll(client: Client, pollId: string): Promise<void> {
  await client.post(`/api/polls/${pollId}/close`);
}

export function cancelPoll(client: Client, pollId: string, reason = ''): Promise<SentView> {
  return client.post<SentView>(`/api/polls/${pollId}/cancel`, Object.assign(new CancelMeeting(), { reason }));
}

export function chooseDate(
  client: Client,
  pollId: string,
  facts: Partial<ChoosePollDate>,
): Promise<{ sent: SentView | null }> {
  return client.post(`/api/polls/${pollId}/choose`, Object.assign(new ChoosePollDate(), facts));
}

/** What somebody said on the phone, in the order of the dates. */
export async function enterVotes(
  client: Client,
  poll: PollView,
  mail: string,
  answers: readonly (PollAnswer | null)[],
): Promise<void> {
  const voter = poll.voters.find((it) => it.mail === mail);
  const votes = poll.options.flatMap(({ id }, index) => {
    const answer = answers[index];
    return answer ? [{ optionId: id, answer }] : [];
  });
  await client.post(
    `/api/poll-voters/${voter?.id ?? ''}/votes`,
    Object.assign(new EnterPollVotes(), { votes, channel: 'PHONE' }),
  );
}

/** The fields of the page behind a link, in the order of the dates. */
export function votesOf(
  poll: PollView,
  answers: readonly (PollAnswer | null)[],
  comment = '',
): Record<string, string> {
  const ticked = poll.options.flatMap(({ id }, index) => {
    const answer = answers[index];
    return answer ? [[`termin-${id}`, answer] as const] : [];
  });
  return { ...Object.fromEntries(ticked), comment };
}
