import type { MailState } from '../outbox';
import type { FileWay, MessageKind, RecipientOutcome, TargetKind } from './messages-words';

/** A chosen group or person by its name. */
export interface MessageTargetView {
  kind: TargetKind;
  id: string;
  title: string;
  /** Its page; null where it has none. */
  path: string | null;
}

/** Somebody who was chosen, before anything is sent. */
export interface ChosenRecipient {
  name: string;
  mail: string;
  speaksFor: string;
  origin: string;
  greeting: string;
  outcome: RecipientOutcome;
  detail: string;
  /** Where their address can be put right. */
  path: string | null;
}

export interface ChosenRecipients {
  targets: MessageTargetView[];
  recipients: ChosenRecipient[];
  counts: Partial<Record<RecipientOutcome, number>>;
}

/** What became of the mails of a Nachricht. Whether somebody read one is asked of nobody. */
export interface MessageCounts {
  /** Everybody who was chosen, doubles counted once. */
  chosen: number;
  /** Chosen, but without a mail: no address, refused, left out. */
  notReached: number;
  waiting: number;
  sent: number;
  /** The mail server said no. */
  refused: number;
  /** It said yes, and later that the mail did not arrive. */
  bounced: number;
  answered: number;
  /** Mails that do not leave the house, because no mail server is named or the address belongs to nobody. */
  held: number;
}

export interface MessageListItem {
  id: string;
  kind: MessageKind;
  subject: string;
  writtenBy: string;
  sentAt: string | null;
  changedAt: string;
  targets: string[];
  files: number;
  counts: MessageCounts | null;
}

export interface MessageFileView {
  id: string;
  title: string;
  ending: string;
  size: number;
}

export interface MessageView {
  id: string;
  version: number;
  kind: MessageKind;
  subject: string;
  text: string;
  filesAs: FileWay;
  targets: MessageTargetView[];
  leftOut: string[];
  anyway: string[];
  files: MessageFileView[];
  /** Whether the files fit into a mail together. */
  filesFit: boolean;
  writtenBy: string;
  sentAt: string | null;
  sentBy: string;
  mayChange: boolean;
  /** While it can be taken back. */
  recallable: { recipients: number; secondsLeft: number } | null;
  counts: MessageCounts | null;
  /** Whose mail did not arrive, and who had no address and has one by now. */
  againTo: number;
  /** As whom it is sent, and where answers go. */
  from: string;
  replyTo: string;
}

/** Somebody a sent Nachricht was for. */
export interface MessageRecipientItem {
  id: string;
  name: string;
  mail: string;
  speaksFor: string;
  person: { id: string } | null;
  organisation: { id: string } | null;
  outcome: RecipientOutcome;
  detail: string;
  /** Null where no mail was written. */
  state: MailState | null;
  /** Why it was refused or is tried again, in the mail server's words. */
  reason: string;
  settledAt: string | null;
  bouncedAt: string | null;
  answeredAt: string | null;
}
