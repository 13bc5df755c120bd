import type { NamedReference } from '../../lists';
import type { MarkedText } from '../../text';
import type { FieldSuggestionView } from '../feedback-views';
import type { FeedbackChannel, FeedbackSource, FeedbackState } from '../feedback-words';
import type { LetterState } from './letter-words';

interface LetterHead {
  id: string;
  subject: string;
  state: LetterState;
  source: FeedbackSource;
  receivedAt: string;
  organisation: NamedReference | null;
  network: NamedReference | null;
}

export interface LetterListItem extends LetterHead {
  /** How many Hinweise came out of it. */
  passages: number;
}

/** A marked passage is the Hinweis of the same id. */
export interface LetterPassageView {
  feedbackId: string;
  number: string;
  state: FeedbackState;
  flagged: boolean;
  primaryField: NamedReference | null;
  /** Nobody has worked on it yet, so that the mark may be taken off together with it. */
  removable: boolean;
}

export interface LetterView extends LetterHead {
  version: number;
  channel: FeedbackChannel;
  speakerRole: string;
  person: NamedReference | null;
  municipality: NamedReference | null;
  /** With its marks; null once it had its time. */
  text: MarkedText | null;
  textKeptUntil: string | null;
  passages: LetterPassageView[];
  /** Why what is not marked holds no Hinweis; empty while it is open or where all is marked. */
  restReason: string;
  doneAt: string | null;
  doneBy: string;
  mayChange: boolean;
}

/** Where a passage could belong, while nobody has assigned its Hinweis. */
export interface PassageSuggestionView {
  feedbackId: string;
  fields: FieldSuggestionView[];
}

/** What stands in a file that was dropped; nothing of it is kept before somebody takes the letter in. */
export interface LetterFileView {
  text: string;
  /** Subject and day of a mail; empty and null for other files. */
  subject: string;
  receivedOn: string | null;
  /** Names of what was attached to a mail and is not read with it. */
  attached: string[];
}
