import { addDays, berlinDay, berlinInstantOrNext } from '../../time';
import { type MoveOf, Moves } from '../../moves';
import { type PollAnswer, type PollState, pollStates } from './poll-words';
import { type PollProblem, pollProblems } from './polls-problems';

/** What a person does to a Terminumfrage, in the words of the buttons and routes. */
export const pollMoves = new Moves({
  states: pollStates,
  starts: ['DRAFT'],
  ends: ['CHOSEN', 'CANCELLED'],
  problems: pollProblems,
  otherwise: whyNot,
  table: {
    send: { from: ['DRAFT', 'OPEN', 'CLOSED'], to: 'OPEN' },
    change: { from: ['DRAFT', 'OPEN', 'CLOSED'] },
    recall: { from: ['OPEN', 'CLOSED'] },
    remind: { from: ['OPEN'] },
    close: { from: ['OPEN'], to: 'CLOSED' },
    choose: { from: ['OPEN', 'CLOSED'], to: 'CHOSEN' },
    cancel: { from: ['OPEN', 'CLOSED'], to: 'CANCELLED' },
    remove: { from: ['DRAFT'] },
  },
});
export type PollMove = MoveOf<typeof pollMoves>;

export interface PollFacts {
  state: PollState;
  closesAt: Date;
}

/**
 * The state people see, and from which the moves begin: a poll whose deadline has passed is closed, whether or not
 * anybody wrote that down.
 */
export function pollStateAt({ state, closesAt }: PollFacts, now: Date): PollState {
  return state === 'OPEN' && closesAt <= now ? 'CLOSED' : state;
}

/** What stands against a vote, if anything does. Somebody's word on the phone may be noted after the deadline. */
export function refusedVote(
  facts: PollFacts,
  asked: boolean,
  entered: boolean,
  now: Date,
): PollProblem | null {
  const state = pollStateAt(facts, now);
  if (state === 'CHOSEN' || state === 'CANCELLED') return whyNot(state);
  if (state === 'DRAFT' || (!asked && !entered)) return 'poll-not-asked';
  return state === 'CLOSED' && !entered ? 'poll-closed' : null;
}

function whyNot(state: PollState): PollProblem {
  switch (state) {
    case 'DRAFT':
      return 'poll-not-sent';
    case 'CLOSED':
      return 'poll-closed';
    case 'CHOSEN':
      return 'poll-chosen';
    case 'CANCELLED':
      return 'poll-cancelled';
    case 'OPEN':
      return 'poll-move-not-allowed';
  }
}

export interface PollOption {
  id: string;
  startsAt: Date;
}

export interface PollVoter {
  name: string;
  /** *Muss dabei sein.* */
  required: boolean;
  answers: readonly { optionId: string; answer: PollAnswer }[];
}

/** Who still owes an answer to one of the dates: reminders go to them and to nobody else. */
export function hasVoted(voter: Pick<PollVoter, 'answers'>, options: readonly { id: string }[]): boolean {
  return options.every((option) => voter.answers.some((it) => it.optionId === option.id));
}

export interface PollTally {
  optionId: string;
  yes: number;
  ifNeedBe: number;
  no: number;
  /** People who have not answered for this date yet. */
  open: number;
  /** Names of those who must be there and said no. */
  requiredNo: string[];
  /** Names of those who must be there and have not answered yet. */
  requiredOpen: string[];
}

/** How the votes for one date stand. */
export function tallyOf(option: PollOption, voters: readonly PollVoter[]): PollTally {
  const given = voters.map((voter) => ({
    voter,
    answer: voter.answers.find((it) => it.optionId === option.id)?.answer ?? null,
  }));
  const count = (answer: PollAnswer | null): number => given.filter((it) => it.answer === answer).length;
  const required = (answer: PollAnswer | null): string[] =>
    given.filter((it) => it.voter.required && it.answer === answer).map((it) => it.voter.name);
  return {
    optionId: option.id,
    yes: count('YES'),
    ifNeedBe: count('IF_NEED_BE'),
    no: count('NO'),
    open: count(null),
    requiredNo: required('NO'),
    requiredOpen: required(null),
  };
}

/**
 * All dates, the best one first. What decides, in this order: how few of those who must be there said no, how few of
 * them are silent, how many can come at all (Ja or Notfalls), how many say Ja, and at last the earlier date.
 */
export function rankDates(options: readonly PollOption[], voters: readonly PollVoter[]): PollTally[] {
  return options
    .map((option) => ({ option, tally: tallyOf(option, voters) }))
    .sort(
      (one, other) =>
        compareTallies(one.tally, other.tally) ||
        one.option.startsAt.getTime() - other.option.startsAt.getTime() ||
        one.option.id.localeCompare(other.option.id),
    )
    .map((it) => it.tally);
}

function compareTallies(one: PollTally, other: PollTally): number {
  return (
    one.requiredNo.length - other.requiredNo.length ||
    one.requiredOpen.length - other.requiredOpen.length ||
    other.yes + other.ifNeedBe - (one.yes + one.ifNeedBe) ||
    other.yes - one.yes
  );
}

/** The date to propose and why, in a German sentence; null as long as nobody can come on any date. */
export function proposedDate(
  options: readonly PollOption[],
  voters: readonly PollVoter[],
): { optionId: string; reason: string } | null {
  const [best, second] = rankDates(options, voters);
  if (!best || best.yes + best.ifNeedBe === 0) return null;
  const required = voters.filter((voter) => voter.required).length;
  const tied = second !== undefined && compareTallies(best, second) === 0;
  const parts = [
    requiredWords(best, required),
    countWords(best, voters.length),
    tied && 'früher als ein gleich guter Termin',
  ];
  return { optionId: best.optionId, reason: `${parts.filter(Boolean).join('; ')}.` };
}

function requiredWords(best: PollTally, required: number): string | false {
  if (required === 0) return false;
  if (best.requiredNo.length > 0)
    return `An keinem Tag können alle, die dabei sein müssen; hier fehlt ${names(best.requiredNo)}`;
  if (best.requiredOpen.length > 0) return `Noch offen: ${names(best.requiredOpen)}`;
  return required === 1 ? 'Wer dabei sein muss, kann' : 'Alle, die dabei sein müssen, können';
}

function countWords({ yes, ifNeedBe }: PollTally, all: number): string {
  const able = yes + ifNeedBe;
  const words = `${able} von ${all} ${able === 1 ? 'kann' : 'können'}`;
  return ifNeedBe > 0 ? `${words} (${yes} Ja, ${ifNeedBe} Notfalls)` : words;
}

function names(all: readonly string[]): string {
  return all.length < 3 ? all.join(' und ') : `${all.slice(0, -1).join(', ')} und ${all.at(-1)}`;
}

/** What a person who voted hears when dates come and go; who has not voted yet sees them anyway when they do. */
export function toldOfDates(
  voter: Pick<PollVoter, 'answers'>,
  added: number,
  goneIds: readonly string[],
): 'NEW_DATES' | 'DATES_GONE' | null {
  if (voter.answers.length === 0) return null;
  if (added > 0) return 'NEW_DATES';
  const possible = voter.answers.filter((it) => it.answer !== 'NO');
  const left = possible.filter((it) => !goneIds.includes(it.optionId));
  return possible.length > 0 && left.length === 0 ? 'DATES_GONE' : null;
}

const HOUR = 3_600_000;
const REMIND_AT = '08:00';
const REMIND_DAYS_BEFORE = [2, 1];
/** A mail and its reminder on the same day would only annoy. */
const REST_HOURS = 20;

/**
 * When the silent are reminded by themselves, once: at eight in the morning two days before the last day, or one day
 * before where the poll is too short for that. Null where even that would follow the mail too closely.
 */
export function pollReminderAt(sentAt: Date, closesAt: Date): Date | null {
  const lastDay = berlinDay(closesAt);
  for (const days of REMIND_DAYS_BEFORE) {
    const at = berlinInstantOrNext({ date: addDays(lastDay, -days), time: REMIND_AT });
    if (at.getTime() - sentAt.getTime() >= REST_HOURS * HOUR) return at;
  }
  return null;
}
