/** One VEVENT of an answer as it was written, nothing of it believed yet. */
export interface CalendarAnswer {
  method: string;
  uid: string;
  sequence: number;
  dtstamp: Date;
  attendees: { mail: string; partstat: string }[];
  /** What somebody wrote beside the answer. */
  comment: string;
  /** Of an occurrence of a series; meetings here are single. */
  occurrence: boolean;
  /** The other time of a COUNTER. */
  proposed: { startsAt: Date; endsAt: Date } | null;
}

/** A mail or a calendar file as read, with what speaks for or against it. */
export interface ReadReply {
  /** Null for a calendar file alone: then whoever brings it vouches for it. */
  from: { name: string; mail: string }[] | null;
  /** RFC 3834: an answer nobody wrote, such as a notice of absence. */
  autoReplied: boolean;
  text: string;
  answers: CalendarAnswer[];
}

/** Why a file is no reply at all. */
export type UnreadableReply = 'unreadable' | 'too-large' | 'outlook-file' | 'broken-calendar';
