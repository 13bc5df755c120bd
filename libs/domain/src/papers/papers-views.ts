import type { DecisionResult, RecommendationReference } from '../findings';
import type { NamedReference } from '../lists';
import type { AgendaVisibility, MeetingState } from '../meetings';
import type { ConsultationRole } from './consultation';
import type { ControlState } from './control';
import type { PaperState, PaperVerb } from './paper-state';

export interface PaperReference {
  id: string;
  number: string;
  title: string;
  state: PaperState;
}

export interface PaperListItem extends PaperReference {
  confidential: boolean;
  applicant: string;
  unit: string;
  /** The next body on the way, otherwise the one that decided. */
  body: NamedReference | null;
  /** When that body is to consult or did. */
  on: string | null;
}

export interface PaperView extends PaperReference {
  version: number;
  proposal: string;
  reasoning: string;
  applicant: string;
  unit: string;
  councilLink: string;
  confidential: boolean;
  withdrawnReason: string;
  createdAt: string;
  /** In the order in which they consult. */
  consultations: ConsultationView[];
  recommendations: RecommendationReference[];
  mayChange: boolean;
  moves: PaperVerb[];
}

export interface ConsultationView {
  id: string;
  version: number;
  committee: NamedReference;
  role: ConsultationRole;
  plannedOn: string | null;
  /** The session and its item, where this viewer sees them. */
  session: ConsultedSession | null;
  result: DecisionResult | null;
  decidedOn: string | null;
  votesYes: number | null;
  votesNo: number | null;
  votesAbstained: number | null;
  wording: string;
  reason: string;
  resolutionNumber: string;
  /** How its implementation stands, where it is followed up and this viewer reads that. */
  control: ConsultationControl | null;
}

export interface ConsultationControl {
  id: string;
  state: ControlState;
  words: string;
  dueOn: string | null;
  nextOn: string | null;
}

export interface ConsultedSession {
  id: string;
  title: string;
  startsAt: string | null;
  state: MeetingState;
  agendaItem: string;
}

/** What hangs on the items of a session's agenda. */
export interface AgendaMattersView {
  items: AgendaMatterItem[];
  mayChange: boolean;
}

export interface AgendaMatterItem {
  id: string;
  title: string;
  visibility: AgendaVisibility;
  papers: AgendaPaper[];
  topics: AgendaTopic[];
}

export interface AgendaPaper extends PaperReference {
  consultationId: string;
  role: ConsultationRole;
  result: DecisionResult | null;
  votesYes: number | null;
  votesNo: number | null;
  votesAbstained: number | null;
  resolutionNumber: string;
}

export interface AgendaTopic {
  id: string;
  kind: string;
  title: string;
  path: string;
}

/** What may be put on an agenda. */
export interface AgendaTopicChoice {
  id: string;
  title: string;
}
