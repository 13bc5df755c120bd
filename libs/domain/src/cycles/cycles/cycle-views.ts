import type { DiscourseListItem } from '../discourse/discourse-views';
import type { StepListItem } from '../steps/step-views';
import type { CounterValue, CycleCounter } from './cycle-counters';
import type { CycleMove, CycleState } from './cycle-state';

export interface CycleListItem {
  id: string;
  number: number;
  name: string;
  state: CycleState;
  beginsOn: string;
  endsOn: string;
}

export interface CyclePhaseView {
  key: string;
  name: string;
  steps: StepListItem[];
}

export interface MilestoneView {
  year: number;
  goal: string;
  counter: CycleCounter | null;
  doneOn: string | null;
}

export interface CycleView {
  id: string;
  version: number;
  number: number;
  name: string;
  state: CycleState;
  /** Why it went one step back. */
  stateReason: string;
  beginsOn: string;
  endsOn: string;
  closedOn: string | null;
  template: { id: string; number: number };
  previous: { id: string; number: number; name: string } | null;
  next: { id: string; number: number; name: string } | null;
  termName: string;
  termBeginsOn: string | null;
  termEndsOn: string | null;
  electionOn: string | null;
  planTitle: string;
  planAdoptedOn: string | null;
  /** The version of the Datenkonzept it works by, once a cycle after it was opened or it was opened after one. */
  dataConcept: { id: string; number: number } | null;
  /** What it took over when it was opened; null for the first. */
  carried: { networks: number; measures: number; provisional: number; steps: number } | null;
  /** Provisional steps nobody has decided about: they stand against closing it. */
  provisionalOpen: { id: string; number: string; title: string }[];
  milestones: MilestoneView[];
  phases: CyclePhaseView[];
  /** The rounds of the discourse in it, the newest first. */
  rounds: DiscourseListItem[];
  /** What is counted; null for those who only see their own steps. */
  counters: Record<CycleCounter, CounterValue> | null;
  today: string;
  mayChange: boolean;
  moves: CycleMove[];
}

/** One thing that a counter looks at. */
export interface CountedItem {
  id: string;
  title: string;
  path: string;
  detail: string;
  reached: boolean;
}

export interface CycleDefaults {
  /** The length a new cycle is proposed with. */
  years: number;
  /** The newest released version of the Bauplan. */
  templateId: string | null;
  templateNumber: number | null;
  /** The number the next cycle gets. */
  nextNumber: number;
  /** The day after the newest one ends. */
  beginsOn: string | null;
}
