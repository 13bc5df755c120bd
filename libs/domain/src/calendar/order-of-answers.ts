/** What an answer says of the time it was given. */
export interface AnswerTimes {
  /** Of the invitation it answers. */
  sequence: number;
  /** What the calendar says: the later of DTSTAMP and X-MICROSOFT-CDO-REPLYTIME. */
  stamp: Date | null;
  /** The date of the mail; of an answer given on a page the moment it was given, as `stamp` is then too. */
  sentAt: Date | null;
}

/** What the person had been asked, and when. */
export interface Asked {
  invitedAt: Date | null;
  /** DTSTAMP of the calendar part that was sent last. */
  calendarStamp: Date | null;
}

export type AnswerOrder = 'NEWER' | 'OLDER' | 'UNKNOWN';

const SECOND_MS = 1000;

/**
 * Whether `reply` was given after `kept`. RFC 5546 orders by SEQUENCE and DTSTAMP; Outlook for Mac and iOS repeat the
 * DTSTAMP of the invitation in every answer, so the mail's date is heard as well. Where calendar and mail disagree,
 * or neither says anything, the order is UNKNOWN, in the same way whichever of the two comes first.
 */
export function orderOfAnswers(reply: AnswerTimes, kept: AnswerTimes, asked: Asked): AnswerOrder {
  if (reply.sequence !== kept.sequence) return reply.sequence > kept.sequence ? 'NEWER' : 'OLDER';
  const [ours, theirs] = [ownStamp(reply, asked), ownStamp(kept, asked)];
  const byStamp = compare(ours, theirs);
  const byMail = compare(reply.sentAt, kept.sentAt);
  if (byStamp === null && byMail === null && (ours ?? theirs))
    return order(compare(ours ?? reply.sentAt, theirs ?? kept.sentAt));
  if (byStamp && byMail && byStamp !== byMail) return 'UNKNOWN';
  // Two stamps older than the invitation still tell which of the two came first.
  const repeated = ours || theirs ? null : compare(reply.stamp, kept.stamp);
  return order(byStamp || byMail || repeated);
}

/** A stamp that repeats the invitation's, or is older than it, does not say when somebody answered. */
function ownStamp({ stamp }: AnswerTimes, { invitedAt, calendarStamp }: Asked): Date | null {
  if (!stamp || (invitedAt && stamp <= invitedAt)) return null;
  return compare(stamp, calendarStamp) === 0 ? null : stamp;
}

/** In whole seconds, as calendars and mails write them; null where one of the two is not told. */
function compare(one: Date | null, other: Date | null): number | null {
  if (!one || !other) return null;
  return Math.sign(Math.floor(one.getTime() / SECOND_MS) - Math.floor(other.getTime() / SECOND_MS));
}

function order(sign: number | null): AnswerOrder {
  if (!sign) return 'UNKNOWN';
  return sign > 0 ? 'NEWER' : 'OLDER';
}
