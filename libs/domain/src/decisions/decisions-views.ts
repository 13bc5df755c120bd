import type { NamedReference } from '../lists';
import type { DecisionKind } from './decision-kinds';
import type { DecisionMove, DecisionState } from './decision-state';
import type { TopicScores } from './topic-criteria';

export interface OpenDecisionListItem {
  id: string;
  kind: DecisionKind;
  title: string;
  state: DecisionState;
  /** Until when somebody should have decided; a Berlin day. */
  dueOn: string | null;
  overdue: boolean;
  /** The body that is to decide. */
  committee: NamedReference | null;
  /** What was chosen or is proposed; null for the order of topics, which has no options. */
  chosen: string | null;
  decidedOn: string | null;
  decidedBy: string;
}

export interface DecisionOptionView {
  id: string;
  /** A or b of the scope; null where the option is the county's own. */
  code: string | null;
  title: string;
  consequences: string;
}

export interface DecisionProposalView {
  optionId: string | null;
  by: string;
  /** A Berlin day. */
  on: string;
  reason: string;
}

export interface DecisionOutcomeView {
  optionId: string | null;
  /** A Berlin day. */
  on: string;
  /** As the body was called then. */
  body: string;
  committee: NamedReference | null;
  meeting: NamedReference | null;
  reference: string;
  wording: string;
  reason: string;
}

export interface DecisionStepView {
  state: DecisionState;
  at: string;
  by: string;
  words: string;
}

/** What a scope decision acts on, counted now. */
export interface ScopeFacts {
  indicators: number;
  /** Those scope b makes optional. */
  notInfrastructure: number;
  optionalNow: boolean;
}

/** What the order of topics acts on, counted now. */
export interface TopicsFacts {
  topics: number;
  /** Active topics without a delivery behind them. */
  withoutDelivery: number;
  /** Interfaces that belong to a topic. */
  agreements: number;
  /** Data requests at them that have not ended. */
  openRequests: number;
}

export interface OpenDecisionView {
  id: string;
  version: number;
  kind: DecisionKind;
  title: string;
  explanation: string;
  state: DecisionState;
  dueOn: string | null;
  overdue: boolean;
  committee: NamedReference | null;
  options: DecisionOptionView[];
  proposal: DecisionProposalView | null;
  outcome: DecisionOutcomeView | null;
  /** The newest first. */
  steps: DecisionStepView[];
  scope: ScopeFacts | null;
  topics: TopicsFacts | null;
  mayChange: boolean;
  /** What this viewer can do with it now. */
  moves: DecisionMove[];
}

export interface TopicView extends TopicScores {
  id: string;
  version: number;
  name: string;
  note: string;
  field: NamedReference | null;
  /** Of the interface register: what the topic needs from whom. */
  agreements: NamedReference[];
  /** Where it stands in the order that was decided; null while none is, and for what came later. */
  decidedPlace: number | null;
  /** Of the last Punktabfrage that was closed. */
  points: number | null;
  active: boolean;
  used: number;
}

/** A Punktabfrage over topics. */
export interface TopicPointsView {
  id: string;
  question: string;
  /** As it stands now: only what is closed has an order. */
  closed: boolean;
  createdAt: string;
}
