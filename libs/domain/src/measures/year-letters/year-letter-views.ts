import type { DocumentContent } from '../../documents';
import type { NamedReference } from '../../lists';
import type { YearLetterCounts } from './year-letter-counts';

export const yearLetterLimits = {
  introduction: 2000,
  words: 1000,
  /** Letters that are sent with one press. */
  atOnce: 1000,
  /** Letters bound to one PDF: two pages each, about 300 MB while it is drawn. */
  bound: 100,
  firstYear: 1990,
  lastYear: 2200,
} as const;

/** A mail that carries a letter. */
export interface LetterAddress {
  name: string;
  mail: string;
}

/** What was sent to an organisation about a year. */
export interface SentLetterReference {
  id: string;
  sentAt: string;
  sentBy: string;
}

/** One organisation that spoke in a year. */
export interface LetterYearRow extends YearLetterCounts {
  /** Of the organisation. */
  id: string;
  name: string;
  /** Who would get the mail; nobody where there is no address. */
  to: LetterAddress[];
  /** Whether there is a street to send paper to. */
  hasPostalAddress: boolean;
  words: string;
  /** The last letter about this year. */
  sent: SentLetterReference | null;
}

export interface LetterYearView {
  year: number;
  /** Of the introduction and of what was sent: who sends must have seen both. */
  version: number;
  introduction: string;
  rows: LetterYearRow[];
  recallable: { recipients: number; secondsLeft: number } | null;
}

/** A letter before it is sent. */
export interface LetterPreviewView {
  organisation: NamedReference;
  year: number;
  from: string;
  to: LetterAddress[];
  subject: string;
  words: string;
  document: DocumentContent;
  /** The one it would replace. */
  replaces: SentLetterReference | null;
}

/** A letter as it was sent. */
export interface YearLetterView extends SentLetterReference {
  organisation: NamedReference;
  year: number;
  to: LetterAddress[];
  document: DocumentContent;
  /** The letter of a later day that replaced it. */
  replacedBy: SentLetterReference | null;
}

/** In the workspace of those it was written to. */
export interface OwnYearLetter {
  id: string;
  year: number;
  sentAt: string;
  organisation: NamedReference;
  replaced: boolean;
}
