import type { DocumentContent } from '../../documents';
import type { NamedReference } from '../../lists';
import type { AgendaVisibility, InvitationAnswer, MeetingState, MeetingType } from '../meeting-words';
import type { LineKind } from './line-kinds';

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
  /** Tasks of earlier meetings of the same network that are still open. */
  openTasks: OpenTask[];
}

export interface SessionAgendaItem {
  id: string;
  title: string;
  minutes: number | null;
  visibility: AgendaVisibility;
  presenter: string;
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

export interface OpenTask {
  id: string;
  title: string;
  dueOn: string | null;
  who: string;
}

export interface ProtocolPreviewView {
  content: DocumentContent;
  approved: boolean;
  number: number;
}

export interface ProtocolRecipient {
  name: string;
  mail: string;
  present: boolean;
  tasks: number;
}

export interface ProtocolRecipientsView {
  recipients: ProtocolRecipient[];
  /** People who were there or invited but have no mail address. */
  withoutAddress: string[];
}

/** The approved or drafted minutes as people read them afterwards. */
export interface ProtocolSendView {
  sent: number;
}
