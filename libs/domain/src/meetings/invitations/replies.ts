import { isMailAddress, normaliseMail } from '../../addresses';
import {
  type AnswerOrder,
  type AnswerTimes,
  type Asked,
  type CalendarAnswer,
  orderOfAnswers,
  type ReadReply,
} from '../../calendar';
import type { GivenAnswer } from '../meeting-words';
import { type Bounced, bouncedOf } from './bounces';

/** What is known of somebody in the list before the reply. */
export interface RepliedInvitation extends Asked {
  id: string;
  name: string;
  mail: string;
  invited: boolean;
  /** SEQUENCE of the last calendar part they were sent. */
  sentSequence: number | null;
  /** The answer that counts now; null where there is none. */
  kept: (AnswerTimes & { answer: GivenAnswer }) | null;
  /** Other addresses known to speak for them; whoever else answers for them is asked about. */
  speakers?: readonly string[];
}

export const replyRefusals = {
  unreadable: 'Das ist keine Mail (.eml) und keine Kalenderdatei (.ics), die sich lesen lässt.',
  'too-large': 'Die Datei ist größer als 5 MB.',
  'outlook-file':
    'Das ist eine Outlook-Datei (.msg). Bitte speichern Sie die Mail als .eml, oder nehmen Sie die Kalenderdatei (.ics) daraus.',
  'broken-calendar': 'Der Kalenderteil ist unvollständig oder unlesbar.',
  'several-senders': 'Die Mail nennt nicht genau eine Person, von der sie kommt.',
  'several-answers': 'Die Datei enthält mehrere Antworten, die sich widersprechen.',
  'several-attendees': 'Die Antwort nennt nicht genau eine Person.',
  'not-a-reply': 'Das ist keine Antwort auf eine Einladung.',
  'other-meeting': 'Diese Antwort gehört zu einem anderen Termin.',
  'other-sender': 'Die Mail kommt nicht von der Person, für die sie antwortet.',
  withdrawn: 'Diese Person ist nicht mehr eingeladen.',
  'out-of-office': 'Das ist eine automatische Antwort, etwa eine Abwesenheitsnotiz. Sie zählt nicht.',
  delivered: 'Das ist eine Zustellbestätigung, keine Antwort.',
  read: 'Das ist eine Lesebestätigung, keine Antwort.',
  'earlier-version': 'Die Antwort gehört zu einem früheren Stand des Termins.',
  'from-the-future': 'Die Antwort trägt ein Datum, das noch nicht gekommen ist.',
  known: 'Diese Antwort ist schon eingetragen.',
  older: 'Es liegt schon eine neuere Antwort vor.',
  'no-answer': 'Die Datei sagt nicht, ob die Person kommt.',
} as const;
export type ReplyRefusal = keyof typeof replyRefusals;

export type ReplyVerdict =
  | { kind: 'COUNTS'; invitation: RepliedInvitation; answer: GivenAnswer; times: AnswerTimes }
  /** It says something else than what is entered, and neither is known to be the later one. */
  | {
      kind: 'DIFFERS';
      invitation: RepliedInvitation;
      answer: GivenAnswer;
      entered: GivenAnswer;
      times: AnswerTimes;
    }
  /** They send somebody else, who gets an invitation of their own. */
  | { kind: 'DELEGATES'; invitation: RepliedInvitation; deputy: string; times: AnswerTimes }
  /** Another time is proposed. */
  | { kind: 'PROPOSAL'; invitation: RepliedInvitation; reply: CalendarAnswer }
  /** A mail in words from somebody invited: the office reads it and chooses. */
  | { kind: 'CHOOSE'; invitation: RepliedInvitation }
  /** Never invited, for example by a forwarded mail: the office decides. */
  | { kind: 'UNKNOWN'; name: string; mail: string; answer: GivenAnswer | null }
  /** A mail server reports that a mail did not arrive. */
  | { kind: 'UNDELIVERABLE'; delayed: boolean; bounced: Bounced<RepliedInvitation>[] }
  | { kind: 'NOTHING'; refusal: ReplyRefusal; invitation?: RepliedInvitation };

const answersOf: Partial<Record<string, GivenAnswer>> = {
  ACCEPTED: 'ACCEPTED',
  TENTATIVE: 'TENTATIVE',
  DECLINED: 'DECLINED',
};

/** Clocks of other people's computers go wrong by hours, not by days (milliseconds). */
const CLOCK_SKEW = 86_400_000;

/**
 * What becomes of a reply (RFC 5546, RFC 6047): it counts by UID, ATTENDEE and sender, and only if it is newer
 * than what counts already. ORGANIZER is not asked for, Exchange leaves it out.
 */
export function judgeReply(
  reply: ReadReply,
  uid: string,
  invitations: readonly RepliedInvitation[],
  now: Date,
): ReplyVerdict {
  const { report } = reply;
  if (report?.kind === 'DELIVERED') return nothing('delivered');
  if (report?.kind === 'READ') return nothing('read');
  if (report) {
    const bounced = bouncedOf(report.recipients, invitations);
    return { kind: 'UNDELIVERABLE', delayed: report.kind === 'DELAYED', bounced };
  }
  if (reply.from !== null && reply.from.length !== 1) return nothing('several-senders');
  const sender = reply.from?.[0];
  const invitation = sender && byMail(invitations, sender.mail);
  const distinct = new Map(reply.answers.map((it) => [JSON.stringify(it), it]));
  if (distinct.size > 1) return nothing('several-answers');
  const [answer] = distinct.values();
  if (reply.autoReplied) return nothing('out-of-office', invitation);
  if (answer) return judgeCalendar(answer, reply, sender, uid, invitations, now);
  if (!sender) return nothing('unreadable');
  if (!invitation) return { kind: 'UNKNOWN', ...sender, answer: null };
  return invitation.invited ? { kind: 'CHOOSE', invitation } : nothing('withdrawn', invitation);
}

function judgeCalendar(
  reply: CalendarAnswer,
  { sentAt }: ReadReply,
  sender: { name: string; mail: string } | undefined,
  uid: string,
  invitations: readonly RepliedInvitation[],
  now: Date,
): ReplyVerdict {
  if (reply.method !== 'REPLY' && reply.method !== 'COUNTER') return nothing('not-a-reply');
  if (reply.uid !== uid || reply.occurrence) return nothing('other-meeting');
  const attendee = attendeeOf(reply, sender);
  if (!attendee) return nothing('several-attendees');
  const invitation = byMail(invitations, attendee.mail);
  if (sender && !speaksFor(sender.mail, attendee.mail, invitation))
    return nothing('other-sender', invitation);
  const answer = answersOf[attendee.partstat.toUpperCase()] ?? null;
  if (!invitation)
    return {
      kind: 'UNKNOWN',
      name: sender?.name || attendee.mail,
      mail: normaliseMail(attendee.mail),
      answer,
    };
  const refusal = refusedVersion(reply, invitation, now);
  if (refusal) return nothing(refusal, invitation);
  if (reply.method === 'COUNTER') return { kind: 'PROPOSAL', invitation, reply };
  const deputy = deputyOf(attendee, invitation);
  if (!answer && !deputy) return nothing('no-answer', invitation);
  const times = timesOf(reply, sentAt, invitation, now);
  const { kept } = invitation;
  const order = kept ? orderOfAnswers(times, kept, invitation) : 'NEWER';
  if (order === 'OLDER') return nothing('older', invitation);
  if (deputy) return delegates(order, { kind: 'DELEGATES', invitation, deputy, times });
  if (!answer) return nothing('no-answer', invitation);
  if (order === 'NEWER') return { kind: 'COUNTS', invitation, answer, times };
  return kept && kept.answer !== answer
    ? { kind: 'DIFFERS', invitation, answer, entered: kept.answer, times }
    : nothing('known', invitation);
}

/** Said once; a later mail of the same moment about the same person says nothing new. */
function delegates(order: AnswerOrder, verdict: Extract<ReplyVerdict, { kind: 'DELEGATES' }>): ReplyVerdict {
  return order === 'NEWER' ? verdict : nothing('known', verdict.invitation);
}

/** Whom somebody sends in their place (PARTSTAT=DELEGATED); nobody sends themselves. */
function deputyOf(
  { partstat, delegatedTo }: CalendarAnswer['attendees'][number],
  { mail }: RepliedInvitation,
): string | null {
  if (partstat.toUpperCase() !== 'DELEGATED' || !delegatedTo || !isMailAddress(delegatedTo)) return null;
  const deputy = normaliseMail(delegatedTo);
  return deputy === normaliseMail(mail) ? null : deputy;
}

/** A mail counts from the person themselves and from addresses known to speak for them (SENT-BY alone is a claim). */
function speaksFor(sender: string, attendee: string, invitation: RepliedInvitation | undefined): boolean {
  const from = normaliseMail(sender);
  return (
    from === normaliseMail(attendee) || (invitation?.speakers ?? []).some((it) => normaliseMail(it) === from)
  );
}

/** A reply names who answers; a counter-proposal may carry the whole list, and means its sender. */
function attendeeOf(
  { method, attendees }: CalendarAnswer,
  sender: { mail: string } | undefined,
): CalendarAnswer['attendees'][number] | undefined {
  if (attendees.length === 1) return attendees[0];
  if (method !== 'COUNTER' || !sender) return undefined;
  return attendees.find((it) => normaliseMail(it.mail) === normaliseMail(sender.mail));
}

function refusedVersion(
  { sequence, dtstamp }: CalendarAnswer,
  { invited, sentSequence }: RepliedInvitation,
  now: Date,
): ReplyRefusal | null {
  if (!invited || sentSequence === null) return 'withdrawn';
  // Some programs count the person's own changes too: what is above ours is an answer to ours.
  if (sequence < sentSequence) return 'earlier-version';
  return isAhead(dtstamp, now) ? 'from-the-future' : null;
}

function timesOf(
  { dtstamp, repliedAt }: CalendarAnswer,
  sentAt: Date | null,
  { sentSequence }: RepliedInvitation,
  now: Date,
): AnswerTimes {
  const later = repliedAt && repliedAt > dtstamp && !isAhead(repliedAt, now) ? repliedAt : dtstamp;
  return {
    sequence: sentSequence ?? 0,
    stamp: later,
    // A clock that is wrong by years would make this answer the last one for good.
    sentAt: sentAt && !isAhead(sentAt, now) ? sentAt : null,
  };
}

function isAhead(time: Date, now: Date): boolean {
  return time.getTime() > now.getTime() + CLOCK_SKEW;
}

function byMail(invitations: readonly RepliedInvitation[], mail: string): RepliedInvitation | undefined {
  const wanted = normaliseMail(mail);
  return invitations.find((it) => normaliseMail(it.mail) === wanted);
}

function nothing(refusal: ReplyRefusal, invitation?: RepliedInvitation): ReplyVerdict {
  return { kind: 'NOTHING', refusal, ...(invitation ? { invitation } : {}) };
}

/**
 * What the person wrote: beside the answer in the calendar, and in the mail around it. A text that a program put
 * together around the answer is left out.
 */
export function wordsOf({ answers, text, generated }: ReadReply): string {
  const comments = [...new Set(answers.map((it) => it.comment))].filter(Boolean);
  const around = generated || comments.includes(text) ? '' : text;
  return [...comments, around].filter(Boolean).join('\n\n');
}
