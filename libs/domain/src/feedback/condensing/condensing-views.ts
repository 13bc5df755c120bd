import type { NamedReference } from '../../lists';
import type { AssignmentView } from '../assignments';
import type { FeedbackDecision, FeedbackSentiment, FeedbackState } from '../feedback-words';

export interface ArgumentListItem {
  id: string;
  number: string;
  title: string;
  field: NamedReference;
  /** How many Hinweise carry it, those counted with them included. */
  carried: number;
  createdAt: string;
}

export interface ArgumentView extends ArgumentListItem {
  version: number;
  summary: string;
  mayChange: boolean;
}

/** A Hinweis behind an argument, without whoever said it. */
export interface CarryingFeedbackView {
  id: string;
  number: string;
  state: FeedbackState;
  /** The checked words; null while they are checked anew. */
  text: string | null;
  receivedAt: string;
  /** How many more say the same in the same words. */
  counted: number;
  individual: string;
}

export interface GroupListItem {
  id: string;
  name: string;
  count: number;
  /** How many of them nobody has answered. */
  open: number;
  createdAt: string;
}

export interface GroupedFeedbackView {
  id: string;
  version: number;
  number: string;
  state: FeedbackState;
  text: string | null;
  receivedAt: string;
  sentiment: FeedbackSentiment | null;
  primaryField: NamedReference | null;
  municipality: NamedReference | null;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  /** How many more say the same in the same words. */
  counted: number;
  /** Whether an answer can reach the sender by mail. */
  senderReachable: boolean;
  /** Who sees to it while it is open; null where nobody does. */
  assigned: AssignmentView | null;
  /** An answer to it waits to be released. */
  drafted: boolean;
}

export interface GroupView {
  id: string;
  version: number;
  name: string;
  /** A second person reads each answer before it goes out. */
  fourEyes: boolean;
  createdAt: string;
  items: GroupedFeedbackView[];
}

/** Hinweise nobody has answered that seem to belong together. */
export interface GroupProposalView {
  name: string;
  field: NamedReference | null;
  /** Where all of them come from; null where they come from several places or nobody said. */
  municipality: NamedReference | null;
  /** The words that bind them. */
  words: string[];
  items: { id: string; number: string; excerpt: string }[];
}

export interface GroupAssignedView {
  /** How many were open, and are assigned now. */
  assigned: number;
  /** Takes all of it back. */
  deedId: string;
  group: GroupView;
}

export interface GroupAnsweredView {
  answered: number;
  /** How many senders get a letter of their own. */
  mailed: number;
  /** Until when all of it can be taken back. */
  recallUntil: string;
  group: GroupView;
}
