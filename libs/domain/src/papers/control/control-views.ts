import type { NamedReference } from '../../lists';
import type { ControlMove, ControlState } from './control-state';

export interface ControlMeasure {
  id: string;
  number: string;
  title: string;
}

export interface ControlFactsView {
  id: string;
  paper: { id: string; number: string; title: string };
  resolutionNumber: string;
  decidedOn: string;
  applicant: string;
  unit: string;
  dueOn: string | null;
  nextOn: string | null;
  state: ControlState;
  /** The reason of a delay, or what else was reported. */
  words: string;
  reportedAt: string;
  measures: ControlMeasure[];
}

export interface ControlListItem extends ControlFactsView {
  version: number;
  committee: NamedReference;
  confidential: boolean;
  overdue: boolean;
  everyMonths: number | null;
  /** Its state comes from its measures. */
  follows: boolean;
  /** The planner who follows it up. */
  responsible: NamedReference | null;
}

export interface ControlView extends ControlListItem {
  /** The newest first. */
  reports: ControlReportView[];
  /** Who was to follow it up, the newest first. */
  responsibles: ControlResponsibleView[];
  /** Measures linked by hand, beside those of its recommendations. */
  measureIds: string[];
  mayChange: boolean;
  moves: ControlMove[];
}

export interface ControlReportView {
  id: string;
  at: string;
  by: string;
  state: ControlState;
  words: string;
  unit: string;
  dueOn: string | null;
  nextOn: string | null;
}

/** Somebody follows it up from then on; without a person nobody does. */
export interface ControlResponsibleView {
  id: string;
  at: string;
  by: string;
  person: NamedReference | null;
}

export interface ControlUnit {
  unit: string;
  count: number;
}

/** What the paper of a session says. */
export interface SessionControlView {
  committee: NamedReference;
  day: string;
  /** Days of the body's sessions, the next ones first. */
  days: string[];
  /** The session before it; null where there was none. */
  previousOn: string | null;
  items: SessionControlItem[];
}

export interface SessionControlItem extends ControlFactsView {
  overdue: boolean;
}
