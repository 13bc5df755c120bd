import { normaliseMail } from '../../addresses';
import { type CalendarAnswer, type ReadReply, replyIsNewer } from '../../calendar';
import type { GivenAnswer } from '../meeting-words';

/** What is known of somebody in the list before the reply. */
export interface RepliedInvitation {
  id: string;
  name: string;
  mail: string;
  invited: boolean;
  /** SEQUENCE of the last calendar part they were sent. */
  sentSequence: number | null;
  /** The answer that counts now; null where there is none. */
  kept: { sequence: number; dtstamp: Date } | null;
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
  'out-of-office': 'Das ist eine automatische Abwesenheitsnotiz, keine Antwort.',
  'earlier-version': 'Die Antwort gehört zu einem früheren Stand des Termins.',
  'other-version': 'Die Antwort gehört zu einem Stand des Termins, den wir nicht verschickt haben.',
  'from-the-future': 'Die Antwort trägt ein Datum, das noch nicht gekommen ist.',
  known: 'Diese Antwort ist schon eingetragen.',
  older: 'Es liegt schon eine neuere Antwort vor.',
  'no-answer': 'Die Datei sagt nicht, ob die Person kommt.',
} as const;
export type ReplyRefusal = keyof typeof replyRefusals;

export type ReplyVerdict =
  | { kind: 'COUNTS'; invitation: RepliedInvitation; answer: GivenAnswer; reply: CalendarAnswer }
  /** Another time is proposed. */
  | { kind: 'PROPOSAL'; invitation: RepliedInvitation; reply: CalendarAnswer }
  /** A mail in words from somebody invited: the office reads it and chooses. */
  | { kind: 'CHOOSE'; invitation: RepliedInvitation }
  /** Never invited, for example by a forwarded mail: the office decides. */
  | { kind: 'UNKNOWN'; name: string; mail: string; answer: GivenAnswer | null }
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
  if (reply.from !== null && reply.from.length !== 1) return nothing('several-senders');
  const sender = reply.from?.[0];
  const distinct = new Map(reply.answers.map((it) => [JSON.stringify(it), it]));
  if (distinct.size > 1) return nothing('several-answers');
  const [answer] = distinct.values();
  if (reply.autoReplied) return nothing('out-of-office');
  if (answer) return judgeCalendar(answer, sender, uid, invitations, now);
  if (!sender) return nothing('unreadable');
  const invitation = byMail(invitations, sender.mail);
  if (!invitation) return { kind: 'UNKNOWN', ...sender, answer: null };
  return invitation.invited ? { kind: 'CHOOSE', invitation } : nothing('withdrawn', invitation);
}

function judgeCalendar(
  reply: CalendarAnswer,
  sender: { name: string; mail: string } | undefined,
  uid: string,
  invitations: readonly RepliedInvitation[],
  now: Date,
): ReplyVerdict {
  if (reply.method !== 'REPLY' && reply.method !== 'COUNTER') return nothing('not-a-reply');
  if (reply.uid !== uid || reply.occurrence) return nothing('other-meeting');
  const [attendee, ...others] = reply.attendees;
  if (!attendee || others.length > 0) return nothing('several-attendees');
  const invitation = byMail(invitations, attendee.mail);
  if (sender && normaliseMail(sender.mail) !== normaliseMail(attendee.mail))
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
  if (!answer) return nothing('no-answer', invitation);
  if (!replyIsNewer(reply, invitation.kept))
    return nothing(
      invitation.kept?.dtstamp.getTime() === reply.dtstamp.getTime() ? 'known' : 'older',
      invitation,
    );
  return { kind: 'COUNTS', invitation, answer, reply };
}

function refusedVersion(
  { sequence, dtstamp }: CalendarAnswer,
  { invited, sentSequence }: RepliedInvitation,
  now: Date,
): ReplyRefusal | null {
  if (!invited || sentSequence === null) return 'withdrawn';
  if (sequence < sentSequence) return 'earlier-version';
  if (sequence > sentSequence) return 'other-version';
  return dtstamp.getTime() > now.getTime() + CLOCK_SKEW ? 'from-the-future' : null;
}

function byMail(invitations: readonly RepliedInvitation[], mail: string): RepliedInvitation | undefined {
  const wanted = normaliseMail(mail);
  return invitations.find((it) => normaliseMail(it.mail) === wanted);
}

function nothing(refusal: ReplyRefusal, invitation?: RepliedInvitation): ReplyVerdict {
  return { kind: 'NOTHING', refusal, ...(invitation ? { invitation } : {}) };
}
