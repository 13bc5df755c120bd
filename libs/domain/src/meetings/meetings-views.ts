import type { DocumentContent } from '../documents';
import type { MailStateView } from '../outbox';
import type { NamedReference } from '../lists';
import type { AgendaLevel } from './agenda/agenda-tree';
import type { AnswerCounts } from './invitations/answers';
import type { ResolvedInvitees } from './invitations/invitees';
import type { MeetingMove } from './meeting-moves';
import type { TypedTimes } from './meeting-times';
import type {
  AgendaVisibility,
  AnswerChannel,
  GivenAnswer,
  InvitationAnswer,
  MeetingState,
  MeetingType,
} from './meeting-words';
import type { PlanMeeting } from './meetings-requests';
import type { AgreementOutcome } from './session/agreement-outcomes';
import type { PollAnswer } from './polls/poll-words';
import type { PollSummary } from './polls/polls-views';
import type { SentView } from './sent-view';

export interface MeetingListItem {
  id: string;
  title: string;
  type: MeetingType;
  state: MeetingState;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  online: boolean;
  network: NamedReference | null;
  /** Only for those who plan. */
  answers: AnswerCounts | null;
  /** The viewer's own answer where they are invited. */
  own: InvitationAnswer | null;
  protocolSent: boolean;
  /** Its date is being looked for in a poll. */
  polling: boolean;
}

export interface AgendaItemView {
  id: string;
  version: number;
  position: number;
  title: string;
  minutes: number | null;
  visibility: AgendaVisibility;
  presenter: string;
  note: string;
  level: AgendaLevel;
  /** By the clock of the running session; null where none ran, and for those who only take part. */
  usedSeconds: number | null;
}

export interface InvitationView {
  id: string;
  version: number;
  person: NamedReference | null;
  organisation: NamedReference | null;
  onBehalfOf: NamedReference | null;
  name: string;
  mail: string;
  invitedAt: string | null;
  uninvitedAt: string | null;
  answer: InvitationAnswer;
  answeredAt: string | null;
  channel: AnswerChannel | null;
  enteredBy: string;
  companions: number;
  deputyName: string;
  /** Whom this invitation stands in for. */
  represents: string | null;
  /** Whether the deputy holds an invitation of their own. */
  represented: boolean;
  /** Who comes, where the invitation went to a function mailbox. */
  coming: string[];
  /** 1 moves up next; null with a seat or without a yes. */
  waitingPlace: number | null;
  needs: string;
  message: string;
  remindedAt: string | null;
  /** What they said in the poll to the date the meeting now has; it is no acceptance. */
  pollAnswer: PollAnswer | null;
  /** The last mail to this person about the meeting: sent, waiting, refused with the reason. */
  mailState: MailStateView | null;
}

interface MeetingFactsView {
  id: string;
  type: MeetingType;
  title: string;
  network: NamedReference | null;
  committee: NamedReference | null;
  format: NamedReference | null;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  placeNote: string;
  onlineLink: string;
  accessibility: string;
  invitationText: string;
  state: MeetingState;
  public: boolean;
  answerUntil: string | null;
  organizerName: string;
  cancelledReason: string;
  /** Day and place of the ortsübliche Bekanntmachung of a committee's session. */
  noticeOn: string | null;
  noticeWhere: string;
  agenda: AgendaItemView[];
}

/** What became of one reply mail or calendar file. */
export interface ReplyResultView {
  /**
   * COUNTED is entered; CHOOSE, DIFFERS and UNKNOWN wait for a word of the office; PROPOSAL wishes another time;
   * UNDELIVERABLE is no answer but tells that a mail did not arrive.
   */
  outcome: 'COUNTED' | 'CHOOSE' | 'DIFFERS' | 'UNKNOWN' | 'PROPOSAL' | 'UNDELIVERABLE' | 'NOTHING';
  says: string;
  invitation: NamedReference | null;
  /** What the person wrote, as plain text. */
  text: string;
  /** Who answered without an invitation. */
  stranger: { name: string; mail: string; answer: GivenAnswer | null } | null;
  /** What is entered and what this mail says, where neither is known to be the later answer. */
  differs: { entered: GivenAnswer; said: GivenAnswer } | null;
}

/** For those who plan the meeting, and for the administration. */
export interface StaffMeetingView extends MeetingFactsView {
  audience: 'staff';
  version: number;
  mayChange: boolean;
  moves: MeetingMove[];
  capacity: number | null;
  /** As the fields of a form show it: wall times of Berlin. */
  times: Required<TypedTimes>;
  answerUntilDay: string;
  organizerMail: string;
  sessionStartedAt: string | null;
  sessionEndedAt: string | null;
  minutesApprovedAt: string | null;
  protocolSentAt: string | null;
  /** Whether people heard what became of their Hinweise. */
  fedBack: boolean;
  placeId: string | null;
  previousMeetingId: string | null;
  /** The last Terminumfrage for its date. */
  poll: PollSummary | null;
  invitations: InvitationView[];
  counts: AnswerCounts;
  /** Invitations that wait for their minute and can be taken back. */
  recallable: { until: string; secondsLeft: number; recipients: number } | null;
}

/** For the invited and the members: no addresses, no answers of others. */
export interface ParticipantMeetingView extends MeetingFactsView {
  audience: 'participant';
  own: {
    invitationId: string;
    version: number;
    answer: InvitationAnswer;
    companions: number;
    waitingPlace: number | null;
    deputyName: string;
    needs: string;
    message: string;
  } | null;
  /** Invited or a member: reads what is meant for those who come, the protocol too. */
  takesPart: boolean;
  mayAnswer: boolean;
}

/** A meeting one's house is invited to: one's own answer, and which colleagues go. */
export interface OwnInvitationItem {
  meeting: {
    id: string;
    title: string;
    startsAt: string | null;
    endsAt: string | null;
    place: string;
    online: boolean;
    state: MeetingState;
    answerUntil: string | null;
    /** Whether its page opens for the viewer. */
    open: boolean;
  };
  own: {
    invitationId: string;
    answer: InvitationAnswer;
    companions: number;
    /** 1 moves up next; null with a seat or without a yes. */
    waitingPlace: number | null;
    deputyName: string;
    needs: string;
    message: string;
  } | null;
  mayAnswer: boolean;
  house: { name: string; answer: InvitationAnswer }[];
}

export type MeetingPageView = StaffMeetingView | ParticipantMeetingView;

/** What "Nächstes Treffen" is filled with; nothing is stored yet. */
export interface NextMeetingView {
  plan: Omit<PlanMeeting, 'send'>;
  network: NamedReference;
  /** The meeting everything was taken over from. */
  previous: { id: string; title: string; startsAt: string } | null;
  invitees: ResolvedInvitees;
  /** A draft for this network that lies there already. */
  draft: { id: string; title: string } | null;
}

export interface PlanResultView {
  id: string;
  sent: SentView | null;
}

/** What saving a change would do, asked for before saving. */
export interface ChangeEffectView {
  recipients: number;
  /** German names of what the mail will tell. */
  changed: string[];
  asksAgain: boolean;
}

export interface ChangeResultView {
  meeting: MeetingPageView;
  sent: SentView | null;
}

/** A mail as its recipient will see it. */
export interface InvitationPreviewView {
  from: string;
  replyTo: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The letter itself, for a page that draws it. */
  content: DocumentContent;
  /** What the calendar of the recipient will show; null without a date. */
  calendar: { title: string; startsAt: string; endsAt: string; place: string; organizer: string } | null;
}

/** A Vereinbarung out of a released protocol. */
export interface AgreementView {
  id: string;
  text: string;
  startsAt: string | null;
  meeting: NamedReference;
  outcome: AgreementOutcome;
  /** What was done, or why it came to nothing. */
  note: string;
  settledOn: string | null;
  mayChange: boolean;
}
