import type { FeedbackSource } from '../feedback/feedback-words';
import type { DecisionResult, FindingState, PriorityState, RecommendationState } from '../findings';
import type { NamedReference } from '../lists';
import type { MeasureState, MeasureStatus, MeasureStatusView } from '../measures';
import type { Verdict } from '../measures/evaluation';
import type { Contradiction } from './contradictions';

/** The state of a Handlungsfeld on one day, as its page and its Sprechzettel show it. */
export interface BriefingView {
  field: NamedReference;
  /** Day in Berlin. */
  day: string;
  sentence: string;
  /** The first of each kind first, at most `BRIEFING_CONTRADICTIONS`. */
  contradictions: Contradiction[];
  furtherContradictions: number;
  /** What was heard and found; null for those who do not read Befunde. */
  voices: BriefingVoices | null;
  /** At most `BRIEFING_FIGURES`; the others are counted. */
  figures: BriefingFigure[];
  furtherFigures: number;
  offers: BriefingOffers;
  projects: BriefingProjects;
}

/** The newest value of an indicator in German words, with what it rests on. */
export interface BriefingFigure {
  id: string;
  code: string;
  name: string;
  area: string;
  value: string;
  period: string;
  source: string;
  /** null where there is nothing comparable in the five years before. */
  trend: string | null;
  turn: 'BETTER' | 'WORSE' | 'NONE';
}

export const BRIEFING_CONTRADICTIONS = 12;
/** Rows of each list of the page. */
export const BRIEFING_ROWS = 5;

export interface BriefingVoices {
  /** Hinweise of this field, whether it is their first or a further one. */
  total: number;
  unanswered: number;
  /** Most first; none without a Hinweis. */
  bySource: { source: FeedbackSource; count: number }[];
  /** Formats about this field. */
  formats: number;
  confirmedFindings: number;
  draftFindings: number;
  /** Those with the most voices. */
  findings: BriefingFinding[];
  /** Whether the list of Hinweise shows this viewer the very same ones. */
  listed: boolean;
}

export interface BriefingFinding {
  id: string;
  number: string;
  statement: string;
  state: FindingState;
  /** Hinweise that speak for it, each once, directly or through an argument. */
  voices: number;
  /** The sources of its evidence in all. */
  evidence: number;
}

export interface BriefingOffers {
  /** Published and confirmed within a year. */
  published: number;
  /** Published, but nobody confirmed them for a year. */
  stale: number;
  /** Offers that name no area they are for: everybody in the county may come. */
  countyWide: number;
  /** Active municipalities. */
  municipalities: number;
  /** Those without an offer on the spot and without one that names them, by name. */
  withoutOffer: string[];
  /** The longest waiting times that were told, longest first. */
  waiting: { id: string; title: string; days: number; on: string }[];
}

export interface BriefingProjects {
  /** Proposed or set. */
  priorities: { id: string; number: string; title: string; state: PriorityState }[];
  priorityCounts: { proposed: number; set: number };
  /** Most worrying first, without those that ended. */
  measures: BriefingMeasure[];
  byStatus: { status: MeasureStatus; count: number }[];
  measureCount: number;
  adoptedWithoutMeasure: number;
  /** Submitted and waiting for the last word; the oldest first. */
  open: { id: string; number: string; excerpt: string }[];
  openCount: number;
  /** The latest final decisions. */
  decided: BriefingDecision[];
}

export interface BriefingMeasure {
  id: string;
  number: string;
  title: string;
  state: MeasureState;
  status: Pick<MeasureStatusView, 'status' | 'reason' | 'setBy'>;
  verdict: Verdict;
}

export interface BriefingDecision {
  id: string;
  number: string;
  excerpt: string;
  state: RecommendationState;
  /** What was made of it; null where it was taken over from an earlier plan without one. */
  decision: { bodyName: string; decidedOn: string; result: DecisionResult } | null;
  /** What became of it: its measures, those that were given up left out. */
  measures: { id: string; number: string; title: string; state: MeasureState }[];
}
