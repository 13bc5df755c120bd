import type { NamedReference } from '../lists';
import type { FindingMove, FindingState } from './finding-state';
import type { Ranked } from './prioritisation/points';
import type { PriorityMove, PriorityState } from './priority-state';
import type { DecisionResult, RecommendationState, RecommendationVerb } from './recommendation-state';

/** A link of the trace, and whether its source still says what it said when somebody last looked. */
export interface TrustedLink {
  /** The source was changed since; a named person has to accept it. */
  toCheck: boolean;
  /** The words it had then, as far as they were kept; null where nothing changed or they are not known. */
  wordsBefore: string | null;
  acceptedBy: string;
  acceptedAt: string | null;
}

export interface FindingListItem {
  id: string;
  number: string;
  statement: string;
  state: FindingState;
  field: NamedReference;
  planningArea: NamedReference | null;
  municipality: NamedReference | null;
  evidenceCount: number;
  toCheckCount: number;
}

export const evidenceKinds = [
  'feedback',
  'argument',
  'format',
  'service',
  'measure',
  'figure',
  'silence',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceLabels: Record<EvidenceKind, string> = {
  feedback: 'Hinweis',
  argument: 'Argument',
  format: 'Ergebnis eines Formats',
  service: 'Angebot',
  measure: 'Auswertung einer Maßnahme',
  figure: 'Zahl',
  silence: 'Schweigen',
};

/** One thing that speaks for a Befund: checked words, never who said them. */
export interface EvidenceLine extends TrustedLink {
  id: string;
  kind: EvidenceKind;
  /** Number or name; empty for silence. */
  title: string;
  /** What it says now. */
  words: string;
  /** Its page, where this viewer sees it. */
  path: string | null;
  note: string;
  since: string;
}

export interface FindingView {
  id: string;
  version: number;
  number: string;
  statement: string;
  caveat: string;
  state: FindingState;
  droppedReason: string;
  confirmedBy: string;
  confirmedAt: string | null;
  createdAt: string;
  field: NamedReference;
  planningArea: NamedReference | null;
  municipality: NamedReference | null;
  evidence: EvidenceLine[];
  priorities: PriorityReference[];
  mayChange: boolean;
  /** What this viewer can do with it now. */
  moves: FindingMove[];
}

export interface PriorityReference {
  id: string;
  number: string;
  title: string;
  state: PriorityState;
}

/** How a Schwerpunkt came off where it was put to the vote last: "12 Punkte, Rang 2 von 5". */
export interface LatestPointsView extends Ranked {
  prioritisationId: string;
  points: number;
  of: number;
}

export interface PriorityListItem extends PriorityReference {
  field: NamedReference;
  /** Null where it never stood for the vote, or for those who do not read Punktabfragen. */
  latestPoints: LatestPointsView | null;
  findingCount: number;
  recommendationCount: number;
  toCheckCount: number;
}

/** A Befund behind a Schwerpunkt. */
export interface FindingLink extends TrustedLink {
  id: string;
  number: string;
  statement: string;
  state: FindingState;
}

export interface PriorityView extends PriorityReference {
  version: number;
  description: string;
  withoutVoice: string;
  droppedReason: string;
  createdAt: string;
  field: NamedReference;
  findings: FindingLink[];
  recommendations: RecommendationReference[];
  mayChange: boolean;
  moves: PriorityMove[];
}

export interface RecommendationReference {
  id: string;
  number: string;
  /** The beginning of its wording. */
  excerpt: string;
  state: RecommendationState;
}

export interface RecommendationListItem extends RecommendationReference {
  year: number;
  field: NamedReference;
  addressee: string;
  dueOn: string | null;
  earlierPlan: string;
  /** The final decision, otherwise the last one. */
  decision: { bodyName: string; decidedOn: string; result: DecisionResult; final: boolean } | null;
  toCheckCount: number;
}

/** Euro in one Haushaltsjahr. */
export interface BudgetYearCostView {
  budgetYear: number;
  oneOff: number;
  yearly: number;
}

/** A Schwerpunkt a recommendation is derived from. */
export interface PriorityLink extends TrustedLink, PriorityReference {
  findingCount: number;
}

export interface DecisionView extends TrustedLink {
  id: string;
  committee: NamedReference | null;
  bodyName: string;
  decidedOn: string;
  reference: string;
  result: DecisionResult;
  final: boolean;
  /** As it was adopted; empty where it was rejected or deferred. */
  wording: string;
  reason: string;
  votesYes: number | null;
  votesNo: number | null;
  votesAbstained: number | null;
  /** The session in which it was taken and the page of the paper; null and empty where somebody typed it. */
  meetingId: string | null;
  sourcePath: string;
}

export interface RecommendationView {
  id: string;
  version: number;
  number: string;
  year: number;
  wording: string;
  state: RecommendationState;
  withdrawnReason: string;
  addressee: string;
  measureOfSuccess: string;
  feasibility: string;
  relevance: string;
  dueOn: string | null;
  costNeutral: boolean;
  fundingSource: string;
  costs: BudgetYearCostView[];
  /** The plan it was taken over from. */
  earlierPlan: string;
  createdAt: string;
  field: NamedReference;
  priorities: PriorityLink[];
  /** The latest first. */
  decisions: DecisionView[];
  mayChange: boolean;
  moves: RecommendationVerb[];
}

/** Bestand, Bedarf and Lücke in one Planungsraum, or in the whole county. */
export interface NeedStatementView {
  id: string;
  version: number;
  planningArea: NamedReference | null;
  stock: string;
  need: string;
  gap: string;
  source: string;
  asOf: string;
}
