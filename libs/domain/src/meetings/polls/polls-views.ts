import type { DocumentContent } from '../../documents';
import type { NamedReference } from '../../lists';
import type { MailStateView } from '../../outbox';
import type { PollMove, PollTally } from './date-poll';
import type { TypedTimes } from '../meeting-times';
import type { AnswerChannel } from '../meeting-words';
import type { SentView } from '../sent-view';
import type { PollAnswer, PollState } from './poll-words';

export interface PollOptionView extends PollTally {
  id: string;
  startsAt: string;
  endsAt: string;
  /** As the fields of a form show it: wall times of Berlin. */
  times: Required<TypedTimes>;
  /** 1 is the best date. */
  rank: number;
}

export interface PollVoterView {
  id: string;
  version: number;
  invitationId: string;
  name: string;
  mail: string;
  onBehalfOf: NamedReference | null;
  required: boolean;
  askedAt: string | null;
  remindedAt: string | null;
  answeredAt: string | null;
  channel: AnswerChannel | null;
  enteredBy: string;
  comment: string;
  /** Whether there is an answer to each date. */
  voted: boolean;
  answers: { optionId: string; answer: PollAnswer }[];
  mailState: MailStateView | null;
}

/** A Terminumfrage as the office sees it. */
export interface PollView {
  id: string;
  version: number;
  meetingId: string;
  state: PollState;
  mayChange: boolean;
  moves: PollMove[];
  message: string;
  untilDay: string;
  closesAt: string;
  sentAt: string | null;
  /** When the silent are reminded by themselves; null where that has happened or will not. */
  remindAt: string | null;
  remindedAt: string | null;
  cancelledReason: string;
  chosenOptionId: string | null;
  /** In the order of time. */
  options: PollOptionView[];
  voters: PollVoterView[];
  /** How many of the asked have not voted on every date. */
  silent: number;
  proposal: { optionId: string; reason: string } | null;
  recallable: { until: string; secondsLeft: number; recipients: number } | null;
}

export interface PollPageView {
  /** The last poll of the meeting, also one that is over. */
  poll: PollView | null;
}

export interface PollSavedView {
  id: string;
  sent: SentView | null;
}

/** What the page of the meeting needs to know of its poll. */
export interface PollSummary {
  state: PollState;
  asked: number;
  silent: number;
}

/** The mail of a Terminumfrage as somebody who is asked will read it. */
export interface PollMailView {
  from: string;
  to: string;
  subject: string;
  content: DocumentContent;
}
