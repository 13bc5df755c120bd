import type { Zeros } from '../../disclosure';
import type { DisclosureRule } from '../catalogue/indicator-words';
import type { CountedMeasure } from './indicator-links';
import type { FigureReleaseMove, FigureReleaseState } from './release-state';

/** A release as a list shows it; who reads sees what is released, planners all. */
export interface FigureReleaseListItem {
  id: string;
  version: number;
  number: number;
  state: FigureReleaseState;
  /** From the beginning, or up to the newest value, where it is null. */
  firstDay: string | null;
  lastDay: string | null;
  rule: DisclosureRule;
  zeros: Zeros;
  cells: number;
  hidden: number;
  /** `2 von 7 Zellen verborgen (28,6 %)`; empty before it is checked. */
  report: string;
  /** Why it is not possible; empty otherwise. */
  refusal: string;
  createdBy: string;
  createdAt: string;
  releasedBy: string;
  releasedAt: string | null;
  /** One person prepared and released it. */
  releasedAlone: boolean;
  /** The county wants four eyes, and this viewer has prepared it. */
  waitsForOther: boolean;
  /** R4: who answers for it that enough contributed, and why; empty where the contributions are known. */
  contributorsConfirmedBy: string;
  contributorsConfirmedAt: string | null;
  contributorsReason: string;
  withdrawnBy: string;
  withdrawnAt: string | null;
  withdrawnReason: string;
  /** What this viewer may do with it now. */
  moves: FigureReleaseMove[];
}

/** A cell as everybody will see it. */
export interface FigureReleaseCellView {
  observationId: string;
  name: string;
  /** With its unit, or the one sign of all that is hidden. */
  shown: string;
  hidden: boolean;
}

export interface FigureReleaseView extends FigureReleaseListItem {
  indicatorId: string;
  /** Hidden ones first; as many as a page carries. */
  shownCells: FigureReleaseCellView[];
  /** What the sign of hidden numbers means. */
  signSays: string;
}

export interface LinkedIndicator {
  id: string;
  code: string;
  name: string;
}

export interface IndicatorSumView {
  id: string;
  measure: CountedMeasure;
  whole: LinkedIndicator;
  parts: LinkedIndicator[];
  statedBy: string;
  statedAt: string;
}

/** With which other indicators releases are checked together. */
export interface IndicatorLinksView {
  linked: LinkedIndicator[];
  /** In which it is whole or part. */
  sums: IndicatorSumView[];
}

/** How many cells a report names. */
export const MOST_REPORTED = 200;
