import {
  type AgendaItemView,
  countAnswers,
  type InvitationView,
  type MeetingPageView,
  meetingMoves,
  type ParticipantMeetingView,
  pollStateAt,
  type PollSummary,
  recallSeconds,
  refusedAnswer,
  type StaffMeetingView,
  typedTimes,
} from '@runder-tisch/domain/meetings';
import type { MailStateView } from '@runder-tisch/domain/outbox';
import { berlinDay } from '@runder-tisch/domain/time';
import type { NamedReference } from '@runder-tisch/domain/lists';
import type { Meeting } from './meeting.entity';

type Stored = Pick<
  Meeting,
  | 'id'
  | 'version'
  | 'type'
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'placeNote'
  | 'onlineLink'
  | 'accessibility'
  | 'invitationText'
  | 'state'
  | 'public'
  | 'capacity'
  | 'answerUntil'
  | 'organizerName'
  | 'organizerMail'
  | 'cancelledReason'
  | 'noticeOn'
  | 'noticeWhere'
  | 'sessionStartedAt'
  | 'sessionEndedAt'
  | 'minutesApprovedAt'
  | 'protocolSentAt'
  | 'fedBackAt'
  | 'placeId'
  | 'previousMeetingId'
>;

/** The one row the page of a meeting is read as. */
export interface MeetingRow extends Stored {
  staff: boolean;
  mayChange: boolean;
  takesPart: boolean;
  network: NamedReference | null;
  committee: NamedReference | null;
  format: NamedReference | null;
  agenda: AgendaItemView[];
  invitations: InvitationView[] | null;
  own: ParticipantMeetingView['own'];
  /** The last poll for its date; its deadline tells whether it still runs. */
  poll: (PollSummary & { closesAt: string }) | null;
}

/** One view per audience, each field named: what is not named here leaves the house to nobody. */
export function meetingPageView(row: MeetingRow, now: Date): MeetingPageView {
  return row.staff ? staffMeetingView(row, now) : participantMeetingView(row, now);
}

function sharedFacts(row: MeetingRow) {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    network: row.network,
    committee: row.committee,
    format: row.format,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    place: row.place,
    placeNote: row.placeNote,
    onlineLink: row.onlineLink,
    accessibility: row.accessibility,
    invitationText: row.invitationText,
    state: row.state,
    public: row.public,
    answerUntil: iso(row.answerUntil),
    organizerName: row.organizerName,
    cancelledReason: row.cancelledReason,
    noticeOn: row.noticeOn,
    noticeWhere: row.noticeWhere,
    agenda: row.agenda,
  };
}

function staffMeetingView(row: MeetingRow, now: Date): StaffMeetingView {
  const invitations = row.invitations ?? [];
  const listed = invitations.filter((it) => it.uninvitedAt === null);
  return {
    audience: 'staff',
    ...sharedFacts(row),
    version: row.version,
    mayChange: row.mayChange,
    moves: row.mayChange ? meetingMoves.open(row.state, { ...row, invitees: listed.length, now }) : [],
    capacity: row.capacity,
    times: typedTimes(row.startsAt, row.endsAt),
    answerUntilDay: row.answerUntil ? berlinDay(row.answerUntil) : '',
    organizerMail: row.organizerMail,
    sessionStartedAt: iso(row.sessionStartedAt),
    sessionEndedAt: iso(row.sessionEndedAt),
    minutesApprovedAt: iso(row.minutesApprovedAt),
    protocolSentAt: iso(row.protocolSentAt),
    fedBack: row.fedBackAt !== null,
    placeId: row.placeId,
    previousMeetingId: row.previousMeetingId,
    poll: row.poll && pollOf(row.poll, now),
    invitations,
    counts: countAnswers(invitations),
    recallable: row.mayChange ? recallable(invitations, now) : null,
  };
}

function pollOf({ state, closesAt, asked, silent }: NonNullable<MeetingRow['poll']>, now: Date): PollSummary {
  return { state: pollStateAt({ state, closesAt: new Date(closesAt) }, now), asked, silent };
}

function participantMeetingView(row: MeetingRow, now: Date): ParticipantMeetingView {
  return {
    audience: 'participant',
    ...sharedFacts(row),
    own: row.own,
    takesPart: row.takesPart,
    mayAnswer: row.own !== null && refusedAnswer(row, { invited: true }, now) === null,
  };
}

/** Until when a mail that is sent again waits, if the last one is such a mail. */
export function waitsAgain(mail: MailStateView | null, purpose: string): number[] {
  return mail?.purpose === purpose && mail.state === 'QUEUED' ? [new Date(mail.notBefore).getTime()] : [];
}

/** Mails of the last minute that still wait: invitations and reminders alike. */
function recallable(invitations: readonly InvitationView[], now: Date): StaffMeetingView['recallable'] {
  const waiting = invitations
    .flatMap((it) => [it.invitedAt, it.remindedAt])
    .filter((at): at is string => at !== null)
    .map((at) => new Date(at).getTime() + recallSeconds * 1000)
    .concat(invitations.flatMap((it) => waitsAgain(it.mailState, 'invitation-again')))
    .filter((until) => until > now.getTime());
  if (waiting.length === 0) return null;
  const until = Math.min(...waiting);
  return {
    until: new Date(until).toISOString(),
    secondsLeft: Math.floor((until - now.getTime()) / 1000),
    recipients: waiting.length,
  };
}

function iso(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString();
}
