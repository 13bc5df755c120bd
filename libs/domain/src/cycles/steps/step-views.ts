import type { StepRole } from '../templates/template-roles';
import type { ActorSide, Coordination } from './step-coordination';
import type { StepMove, StepState } from './step-state';

export interface StepListItem {
  id: string;
  number: string;
  title: string;
  phase: string;
  leadRole: StepRole;
  lead: string;
  responsible: string | null;
  dueOn: string;
  state: StepState;
  overdue: boolean;
  cycle: { id: string; name: string };
}

export interface StepActorView {
  id: string;
  side: ActorSide;
  name: string;
  organisation: { id: string; name: string } | null;
  standing: Coordination;
  /** Since when it stands so. */
  on: string | null;
  words: string;
  /** How it stood from when on, the earliest first; the last one is how it stands. */
  history: StepStandingView[];
}

export interface StepStandingView {
  standing: Exclude<Coordination, 'NOT_ASKED'>;
  on: string;
  words: string;
}

export interface StepView {
  id: string;
  version: number;
  number: string;
  title: string;
  summary: string;
  phase: string;
  cycle: { id: string; name: string };
  leadRole: StepRole;
  lead: string;
  responsible: { id: string; name: string } | null;
  task: string;
  input: string;
  result: string;
  doneWhen: string;
  dueOn: string;
  overdue: boolean;
  state: StepState;
  stateReason: string;
  doneOn: string | null;
  /** The step of the cycle before that it goes on with. */
  carriedFrom: { id: string; number: string; cycle: string } | null;
  methods: { id: string; noteId: string; title: string; number: number }[];
  actors: StepActorView[];
  mayChange: boolean;
  moves: StepMove[];
}
