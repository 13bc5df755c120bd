import {
  hasVoted,
  pollMoves,
  type PollState,
  pollStateAt,
  type PollView,
  type PollVoterView,
  proposedDate,
  rankDates,
  recallSeconds,
  typedTimes,
} from '@runder-tisch/domain/meetings';
import { berlinDay } from '@runder-tisch/domain/time';
import { waitsAgain } from '../meeting-view';

type Shared =
  | 'id'
  | 'version'
  | 'meetingId'
  | 'message'
  | 'closesAt'
  | 'sentAt'
  | 'remindAt'
  | 'remindedAt'
  | 'cancelledReason'
  | 'chosenOptionId';

/** The last poll of a meeting as one statement reads it; instants are texts with their zone. */
export interface PollRow extends Pick<PollView, Shared> {
  state: PollState;
  options: { id: string; startsAt: string; endsAt: string }[];
  voters: Omit<PollVoterView, 'voted'>[];
}

/** What the office sees: the votes counted, the dates ranked, and what may be done now. */
export function pollView(row: PollRow, mayChange: boolean, now: Date): PollView {
  const closesAt = new Date(row.closesAt);
  const state = pollStateAt({ state: row.state, closesAt }, now);
  const options = row.options.map((it) => ({
    ...it,
    startsAt: new Date(it.startsAt),
    endsAt: new Date(it.endsAt),
  }));
  const ranked = rankDates(options, row.voters);
  const voters = row.voters.map((voter) => pollVoterView(voter, options));
  return {
    id: row.id,
    version: row.version,
    meetingId: row.meetingId,
    state,
    mayChange,
    moves: mayChange ? pollMoves.open(state) : [],
    message: row.message,
    untilDay: berlinDay(closesAt),
    closesAt: closesAt.toISOString(),
    sentAt: iso(row.sentAt),
    remindAt: state === 'OPEN' && row.remindedAt === null ? iso(row.remindAt) : null,
    remindedAt: iso(row.remindedAt),
    cancelledReason: row.cancelledReason,
    chosenOptionId: row.chosenOptionId,
    options: options.map((option) => {
      const rank = ranked.findIndex((it) => it.optionId === option.id);
      const tally = ranked[rank];
      if (!tally) throw new Error('A date without a tally.');
      return {
        ...tally,
        id: option.id,
        startsAt: option.startsAt.toISOString(),
        endsAt: option.endsAt.toISOString(),
        times: typedTimes(option.startsAt, option.endsAt),
        rank: rank + 1,
      };
    }),
    voters,
    silent: voters.filter((it) => !it.voted).length,
    proposal: proposedDate(options, row.voters),
    recallable: mayChange && (state === 'OPEN' || state === 'CLOSED') ? recallable(row.voters, now) : null,
  };
}

function pollVoterView(
  voter: Omit<PollVoterView, 'voted'>,
  options: readonly { id: string }[],
): PollVoterView {
  return {
    id: voter.id,
    version: voter.version,
    invitationId: voter.invitationId,
    name: voter.name,
    mail: voter.mail,
    onBehalfOf: voter.onBehalfOf,
    required: voter.required,
    askedAt: iso(voter.askedAt),
    remindedAt: iso(voter.remindedAt),
    answeredAt: iso(voter.answeredAt),
    channel: voter.channel,
    enteredBy: voter.enteredBy,
    comment: voter.comment,
    voted: hasVoted(voter, options),
    answers: voter.answers,
    mailState: voter.mailState,
  };
}

/** Mails of the last minute that still wait: questions and reminders alike. */
function recallable(
  voters: readonly Pick<PollVoterView, 'askedAt' | 'remindedAt' | 'mailState'>[],
  now: Date,
): PollView['recallable'] {
  const waiting = voters
    .flatMap((it) => [it.askedAt, it.remindedAt])
    .filter((at): at is string => at !== null)
    .map((at) => new Date(at).getTime() + recallSeconds * 1000)
    .concat(voters.flatMap((it) => waitsAgain(it.mailState, 'poll-again')))
    .filter((until) => until > now.getTime());
  if (waiting.length === 0) return null;
  const until = Math.min(...waiting);
  return {
    until: new Date(until).toISOString(),
    secondsLeft: Math.floor((until - now.getTime()) / 1000),
    recipients: waiting.length,
  };
}

function iso(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
