import type { NamedReference, Page } from '../lists';
import type { MailStateView } from '../outbox';
import type { OutcomeStep } from '../outcomes';
import type { AssignmentView, EarlierAssignmentView } from './assignments';
import type { FeedbackMove } from './feedback-state';
import type {
  FeedbackChannel,
  FeedbackDecision,
  FeedbackSentiment,
  FeedbackSource,
  FeedbackState,
  InboxView,
  LinkOrigin,
} from './feedback-words';
import type { AnswerDraftView, AnswerReleaseView } from './releases';
import type { Flag } from './privacy/personal-data';
import type { FeedbackVoice } from './voices';

export interface FeedbackListItem {
  id: string;
  version: number;
  number: string;
  state: FeedbackState;
  flagged: boolean;
  /** The checked text, or for those who check the first words of an unflagged one; null while it is held back. */
  excerpt: string | null;
  source: FeedbackSource;
  voice: FeedbackVoice | null;
  receivedAt: string;
  speakerRole: string;
  meeting: NamedReference | null;
  organisation: NamedReference | null;
  network: NamedReference | null;
  primaryField: NamedReference | null;
  decision: FeedbackDecision | null;
  /** How many more say the same in the same words and are answered with it. */
  counted: number;
  /** The one with which it is counted. */
  countedWith: NamedReference | null;
  /** Who sees to it, for those who work on it; null where nobody does. */
  assigned: AssignmentView | null;
}

/** How many wait for each step; what is done is not counted. */
export type InboxCounts = Record<Exclude<InboxView, 'all' | 'done'>, number>;

export interface FeedbackInboxView extends Page<FeedbackListItem> {
  counts: InboxCounts;
}

export interface FeedbackFieldView extends NamedReference {
  origin: LinkOrigin;
}

export interface FeedbackNoteView {
  id: string;
  text: string;
  writtenBy: string;
  createdAt: string;
  /** Whether this viewer wrote it. */
  mine: boolean;
}

/** For those who check, link, decide and answer. */
export interface StaffFeedbackView {
  audience: 'staff';
  id: string;
  version: number;
  number: string;
  state: FeedbackState;
  flagged: boolean;
  source: FeedbackSource;
  /** Chosen by whoever gave it; null where the office wrote it down. */
  voice: FeedbackVoice | null;
  channel: FeedbackChannel;
  receivedAt: string;
  speakerRole: string;
  sentiment: FeedbackSentiment | null;
  /** As it was typed; only until it is checked. */
  original: { text: string; flags: Flag[] } | null;
  /** Day on which the words as typed are deleted; null once they are gone. */
  originalKeptUntil: string | null;
  text: string | null;
  person: NamedReference | null;
  organisation: NamedReference | null;
  meeting: NamedReference | null;
  format: NamedReference | null;
  network: NamedReference | null;
  municipality: NamedReference | null;
  /** What the sender thinks it belongs to. */
  guessedField: NamedReference | null;
  primaryField: FeedbackFieldView | null;
  furtherFields: FeedbackFieldView[];
  linkSuggestion: LinkSuggestionView | null;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  decidedAt: string | null;
  decidedBy: string;
  answer: string;
  answeredAt: string | null;
  /** A second person reads each answer before it goes out. */
  fourEyes: boolean;
  /** Waits to be released; null where none does. */
  draft: AnswerDraftView | null;
  /** Who let the answer out; null where nobody had to. */
  release: AnswerReleaseView | null;
  rejectedReason: string;
  /** Other Hinweise that got the same answer with it, by their numbers. */
  answeredWith: NamedReference[];
  /** Others in the same words, which go the same way and whose senders are answered too. */
  counted: NamedReference[];
  /** The one with which it is counted. */
  countedWith: NamedReference | null;
  /** Who sees to it while it is open; null where nobody does. */
  assigned: AssignmentView | null;
  /** Who was to see to it, the newest first, the present one included. */
  assignments: EarlierAssignmentView[];
  /** Arguments it carries, by their numbers. */
  arguments: NamedReference[];
  /** Baskets it lies in; only for those who keep them. */
  groups: NamedReference[];
  /** What stands on the public page, and since when, for all that were answered together; null while it is not there. */
  published: { since: string; answer: string; on: NamedReference } | null;
  /** Private to those who work on it, the newest first. */
  notes: FeedbackNoteView[];
  /** Whether an answer can reach the sender by mail. */
  senderReachable: boolean;
  /** The letter of which it is a passage. */
  letter: NamedReference | null;
  /** The last mail to the sender. */
  mail: MailStateView | null;
  /** The Ergebnisbrief that reported on it. */
  returnMessage: NamedReference | null;
  /** What this viewer may do with it now. */
  moves: FeedbackMove[];
  /** The last step, if it can still be taken back. */
  undo: FeedbackMove | null;
}

/** For the organisation or person it came from: what became of it, nothing about how. */
export interface OwnFeedbackView {
  audience: 'sender';
  id: string;
  number: string;
  state: FeedbackState;
  source: FeedbackSource;
  voice: FeedbackVoice | null;
  receivedAt: string;
  text: string | null;
  organisation: NamedReference | null;
  meeting: NamedReference | null;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
  answeredAt: string | null;
  /** What came of it beyond the answer, as far as everybody may know it. */
  outcomes: OutcomeStep[];
}

export type FeedbackView = StaffFeedbackView | OwnFeedbackView;

/** A Hinweis of a session, for the page where the minutes are taken. */
export interface SessionFeedbackView {
  id: string;
  version: number;
  number: string | null;
  state: FeedbackState;
  /** As typed while the session runs, the checked text later, null in between. */
  text: string | null;
  speakerRole: string;
  person: NamedReference | null;
  organisation: NamedReference | null;
}

export interface EnteredFeedbackView {
  id: string;
  number: string;
  flagged: boolean;
}

/** What a provider gets after giving a Hinweis: its page, or the code that is told to nobody else. */
export interface GivenVoiceView {
  /** Null for one without a name: nothing in the workspace leads to it. */
  id: string | null;
  number: string;
  /** Opens the state of one without a name; shown once. */
  code: string | null;
}

/** A field that could fit, with the words of the text that speak for it. */
export interface FieldSuggestionView {
  fieldId: string;
  name: string;
  /** 1 to 3, as the keys. */
  rank: number;
  /** Share of all fields' evidence, 0 to 1. */
  score: number;
  words: string[];
}

export interface SuggestionsView {
  /** The text has to be checked first. */
  held: boolean;
  /** Nothing speaks clearly for a field. */
  abstains: boolean;
  /** Shipped words and how often planners changed them. */
  lexiconVersion: string;
  fields: FieldSuggestionView[];
}

/** A Hinweis in nearly the same words, with what became of it. */
export interface SimilarFeedbackView {
  id: string;
  number: string;
  state: FeedbackState;
  excerpt: string;
  /** Share of common runs of three letters, 0 to 1. */
  score: number;
  primaryField: NamedReference | null;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
}

/** How the first field came onto a Hinweis: what was suggested then, and what a human made of it. */
export interface LinkSuggestionView {
  origin: LinkOrigin;
  /** Place of the chosen field in the suggestions; null if it was not among them. */
  rank: number | null;
  score: number | null;
  lexiconVersion: string;
}

export interface SuggestionWordView {
  term: string;
  weight: 1 | 2 | 3 | 4;
  /** As the product brings it along; null for a word of the county's own. */
  shippedWeight: 1 | 2 | 3 | 4 | null;
  active: boolean;
  /** 0 while it stands as shipped. */
  version: number;
}

export interface SuggestionWordsView {
  field: NamedReference;
  shippedVersion: string;
  words: SuggestionWordView[];
}

/** The three fields used most of late: what the keys 1 to 3 choose where nothing is suggested. */
export interface QuickFieldsView {
  fields: NamedReference[];
}

/** `deedId` takes the assignment back. */
export interface AssignedView {
  feedback: FeedbackView;
  deedId: string;
}

export interface AnsweredView {
  feedback: FeedbackView;
  /** Address the answer goes to and until when it can be taken back; null without an address. */
  mailedTo: { address: string; recallUntil: string } | null;
}

/** One Hinweis as everybody may read it: the checked text and what became of it, never who said it. */
export interface PublicFeedback {
  id: string;
  text: string;
  field: string | null;
  decision: FeedbackDecision;
  forwardedTo: string;
  answer: string;
  /** How many more Hinweise got this answer. */
  further: number;
  /** Day on which it was published. */
  since: string;
}
