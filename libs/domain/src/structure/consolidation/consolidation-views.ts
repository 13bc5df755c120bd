import type { ConsolidationMeasure, ConsolidationSubject } from './criteria';

/** A criterion as planners keep it. */
export interface CriterionView {
  id: string;
  version: number;
  name: string;
  subject: ConsolidationSubject;
  question: string;
  measure: ConsolidationMeasure;
  least: number | null;
  share: number | null;
  months: number | null;
  active: boolean;
  used: number;
}

/** What the next check asks: a criterion with what the data says today. */
export interface ProposedAnswer {
  criterionId: string;
  name: string;
  question: string;
  threshold: string;
  proposed: boolean | null;
  evidence: string;
  /** What the last check answered, so that nobody writes it anew. */
  before: { met: boolean; reason: string } | null;
}

export interface ConsolidationResultView {
  name: string;
  threshold: string;
  /** What the data said that day; null where it said nothing. */
  proposed: boolean | null;
  evidence: string;
  met: boolean;
  reason: string;
}

export interface ConsolidationCheckView {
  id: string;
  checkedOn: string;
  note: string;
  madeBy: string;
  results: ConsolidationResultView[];
}

export interface ConsolidationView {
  subject: ConsolidationSubject;
  title: string;
  mayCheck: boolean;
  proposals: ProposedAnswer[];
  /** The newest first. */
  checks: ConsolidationCheckView[];
}

/** One line of the overview: what is checked and how its last check ended. */
export interface ConsolidationListItem {
  id: string;
  subject: ConsolidationSubject;
  title: string;
  checkedOn: string | null;
  met: number;
  of: number;
  /** Names of the criteria that were not met. */
  open: string[];
  /** How many were met in the last check a year or more before. */
  metBefore: number | null;
  ofBefore: number | null;
}
