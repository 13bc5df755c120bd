import type { Day } from '../time';

/** The other time of a COUNTER: hours of a day, or whole days. */
export type ProposedTime =
  /** `unknownZone` is the name of a zone nobody knows; the times are then read as Berlin's. */
  { startsAt: Date; endsAt: Date | null; unknownZone: string | null } | { firstDay: Day; lastDay: Day };

/** One VEVENT of an answer as it was written, nothing of it believed yet. */
export interface CalendarAnswer {
  method: string;
  uid: string;
  sequence: number;
  dtstamp: Date;
  /** X-MICROSOFT-CDO-REPLYTIME: when the person pressed the button, where the program says so. */
  repliedAt: Date | null;
  /** `delegatedTo` where the person sends somebody else (RFC 5545 3.2.5). */
  attendees: { mail: string; partstat: string; delegatedTo?: string }[];
  /** What somebody wrote beside the answer. */
  comment: string;
  /** Of an occurrence of a series; meetings here are single. */
  occurrence: boolean;
  /** Of a COUNTER alone. */
  proposed: ProposedTime | null;
}

/** What a mail server says of one recipient (RFC 3464). */
export interface ReportedRecipient {
  /** Every address it is called by; the one that was written to may differ from the one it was forwarded to. */
  mails: string[];
  /** `5.1.1` and the like; empty where it is not told. */
  status: string;
}

/** A mail about mails: not written by anybody, and no answer. */
export type MailReport =
  | { kind: 'FAILED' | 'DELAYED'; recipients: ReportedRecipient[] }
  /** It arrived (RFC 3464) or was opened (RFC 8098). */
  | { kind: 'DELIVERED' }
  | { kind: 'READ' };

/** A mail or a calendar file as read, with what speaks for or against it. */
export interface ReadReply {
  /** Null for a calendar file alone: then whoever brings it vouches for it. */
  from: { name: string; mail: string }[] | null;
  /** The mail's own date; null where it has none, and for a calendar file. */
  sentAt: Date | null;
  report: MailReport | null;
  /** RFC 3834: an answer nobody wrote, such as a notice of absence. */
  autoReplied: boolean;
  /** A program put the text together, as Google does around somebody's answer. */
  generated: boolean;
  /** What the mail says, as plain text. */
  text: string;
  answers: CalendarAnswer[];
}

/** Why a file is no reply at all. */
export type UnreadableReply = 'unreadable' | 'too-large' | 'outlook-file' | 'broken-calendar';
