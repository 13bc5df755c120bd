import type { DocumentContent } from '../documents';
import type { Page } from '../lists';
import type { MailStateView } from '../outbox';
import type { FeedbackDecision, FeedbackState } from './feedback-words';

export interface ReturnMessageListItem {
  id: string;
  number: number;
  subject: string;
  about: { kind: 'meeting' | 'format'; id: string; title: string; startsAt: string | null };
  sentAt: string | null;
  sentBy: string;
  recipients: number;
  publishedAt: string | null;
  /** Who laid it before the others; null while it does not wait to be read. */
  presentedBy: string | null;
  decided: number;
  open: number;
  inReviewUntil: string | null;
}

/** A meeting or format whose Hinweise are decided, at least in part, and nobody has been told. */
export interface DueReturnMessage {
  about: { kind: 'meeting' | 'format'; id: string; title: string; startsAt: string | null };
  decided: number;
  open: number;
  /** How many would get the letter today: who was there or accepted, with an address. */
  recipients: number;
}

export interface ReturnMessagesView extends Page<ReturnMessageListItem> {
  due: DueReturnMessage[];
}

export interface ReturnMessageItem {
  feedbackId: string;
  number: string;
  /** Checked text; null while nobody has checked it: such an item is counted, not quoted. */
  text: string | null;
  speakerRole: string;
  state: FeedbackState;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
  leftOut: boolean;
}

export interface ReturnMessageRecipient {
  name: string;
  mail: string;
  mailState: MailStateView | null;
}

export interface ReturnMessageView {
  /** Empty, with the version 0, for a letter nobody has begun. */
  id: string;
  version: number;
  number: number;
  about: { kind: 'meeting' | 'format'; id: string; title: string; startsAt: string | null };
  subject: string;
  intro: string;
  closing: string;
  inReviewUntil: string | null;
  sentAt: string | null;
  sentBy: string;
  items: ReturnMessageItem[];
  /** Decided items this letter reports on. */
  decided: number;
  /** Items it has to name as still open. */
  open: number;
  recipients: ReturnMessageRecipient[];
  /** People who were there or accepted and have no address. */
  withoutMail: string[];
  publishedAt: string | null;
  publishedBy: string;
  mayChange: boolean;
  /** Mails have gone out; one that was only published can still be mailed. */
  mailed: boolean;
  mayMail: boolean;
  mayPublish: boolean;
  /** Another one than whoever wrote it sends it, or that one says that nobody else has read it. */
  fourEyes: boolean;
  /** Who changed its words last; empty for one nobody has begun. */
  draftedBy: string;
  /** Whether that was this viewer. */
  ownDraft: boolean;
  /** Since when it lies before the others in these words; null while it does not. */
  presentedAt: string | null;
  /** Whoever wrote it sent it, and nobody else has read it before. */
  releasedAlone: boolean;
  /** Until the minute after sending is over. */
  recallable: { recipients: number; secondsLeft: number } | null;
  /** How the mail begins for its first recipient; the rest follows from the words and items above. */
  preview: { from: string; to: string; greeting: string };
  /** As it went out, once it has. */
  document: DocumentContent | null;
}
