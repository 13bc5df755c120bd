import type { DocumentContent } from '../../documents';
import type { NamedReference } from '../../lists';
import type { MailState } from '../../outbox';
import type { SessionVoters } from '../committee-session/quorum';
import type { AgendaLevel } from '../agenda/agenda-tree';
import type { AgendaVisibility, InvitationAnswer, MeetingState, MeetingType } from '../meeting-words';
import type { LineKind } from './line-kinds';
import type { OpenItemFacts } from './open-items';
import type { ProtocolPart } from './protocol';

export interface RunningMeetingView {
  id: string;
  version: number;
  title: string;
  type: MeetingType;
  state: MeetingState;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  network: NamedReference | null;
  sessionStartedAt: string | null;
  sessionEndedAt: string | null;
  minutesApprovedAt: string | null;
  minutesApprovedBy: string;
  protocolSentAt: string | null;
  agenda: SessionAgendaItem[];
  entries: MinutesLine[];
  attendance: AttendanceLine[];
  /** What earlier meetings left to do; missing in what a device kept before it was told. */
  openItems?: OpenItem[];
  /** The day of the next meeting, to which something open is put off; null where none is planned. */
  nextDay?: string | null;
  /** Of a committee's session; missing in what a device kept before it was told. */
  voters?: SessionVoters | null;
}

export interface SessionAgendaItem {
  id: string;
  title: string;
  minutes: number | null;
  visibility: AgendaVisibility;
  presenter: string;
  /** Missing in what a device kept before there were subpoints. */
  level?: AgendaLevel;
}

export interface MinutesLine {
  id: string;
  version: number;
  agendaItemId: string | null;
  position: number;
  kind: LineKind;
  /** Empty where the words stand with the area that owns the kind. */
  text: string;
  task: {
    id: string;
    dueOn: string | null;
    person: NamedReference | null;
    organisation: NamedReference | null;
    done: boolean;
  } | null;
  votes: { yes: number; no: number; abstain: number } | null;
  /** What the owner of the kind keeps of this line. */
  referenceId: string | null;
  /** `referenceId` under its former name, for windows that were opened before it had a new one. */
  feedbackId?: string | null;
}

export interface AttendanceLine {
  /** Null until somebody has said whether this person is there. */
  id: string | null;
  version: number;
  invitationId: string | null;
  personId: string | null;
  organisationId: string | null;
  name: string;
  organisation: string;
  answer: InvitationAnswer | null;
  present: boolean | null;
  guest: boolean;
}

export interface OpenItem extends OpenItemFacts {
  /** Of the task, or of the line of minutes that holds the Vereinbarung. */
  id: string;
  /** 0 until somebody has said something of it. */
  version: number;
}

export interface ProtocolPreviewView {
  content: DocumentContent;
  approved: boolean;
  number: number;
}

export interface ProtocolRecipient {
  /** Names this recipient when the protocol is sent; null for somebody else who got it. */
  key: string | null;
  name: string;
  /** Empty where none is known: one can be given when sending. */
  mail: string;
  present: boolean;
  /** What goes to them; the whole also where nothing in it is for the body alone. */
  part: ProtocolPart;
  tasks: number;
  /** The last mail with the protocol; null before there is one. */
  mailState: { state: MailState; reason: string } | null;
}

export interface ProtocolRecipientsView {
  recipients: ProtocolRecipient[];
  /** What somebody gets who is not in the list. */
  furtherPart: ProtocolPart;
  /** What can still be taken back, and for how long. */
  recallable: { recipients: number; secondsLeft: number } | null;
}

/** The mail with the protocol as one of its recipients will see it. */
export interface ProtocolMailView {
  from: string;
  to: string;
  subject: string;
  content: DocumentContent;
  /** File name of what is attached. */
  attachment: string;
}
