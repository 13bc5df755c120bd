import type { StepRole } from './template-roles';

/** A phase of the Bauplan a county begins with. */
export interface DefaultPhase {
  name: string;
  summary: string;
  steps: DefaultStep[];
}

export interface DefaultStep {
  title: string;
  summary: string;
  leadRole: StepRole;
  lead: string;
  involvedRoles?: StepRole[];
  internalActors?: string[];
  externalActors?: string[];
  task: string;
  dueMonth: number;
  input: string;
  result: string;
  doneWhen: string;
  /** Titles of the Methodenblätter. */
  methods?: string[];
}
