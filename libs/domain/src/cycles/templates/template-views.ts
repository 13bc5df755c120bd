import type { TemplateState } from './template-state';
import type { StepRole } from './template-roles';

/** A Methodenblatt in the version that a step cites. */
export interface CitedMethod {
  /** Of the version. */
  id: string;
  noteId: string;
  title: string;
  number: number;
}

export interface TemplateStepView {
  /** The same through all versions of the Bauplan. */
  key: string;
  title: string;
  /** For everybody, without jargon. */
  summary: string;
  leadRole: StepRole;
  /** The unit that leads, in words. */
  lead: string;
  involvedRoles: StepRole[];
  /** Departments of the county. */
  internalActors: string[];
  externalActors: string[];
  task: string;
  /** Until the end of this month of the cycle. */
  dueMonth: number;
  input: string;
  result: string;
  doneWhen: string;
  methods: CitedMethod[];
}

export interface TemplatePhaseView {
  key: string;
  name: string;
  summary: string;
  steps: TemplateStepView[];
}

export interface TemplateListItem {
  id: string;
  number: number;
  state: TemplateState;
  changeNote: string;
  phases: number;
  steps: number;
  releasedAt: string | null;
  releasedBy: string;
}

export interface TemplateView {
  id: string;
  version: number;
  number: number;
  state: TemplateState;
  changeNote: string;
  /** Of the cycle it is written for; in a shorter one its months are shortened. */
  months: number;
  basedOn: { id: string; number: number } | null;
  releasedAt: string | null;
  releasedBy: string;
  mayChange: boolean;
  phases: TemplatePhaseView[];
}

export interface MethodNoteItem {
  id: string;
  title: string;
  /** Of the newest version that steps can cite; null before the first. */
  number: number | null;
  versionId: string | null;
}

export interface MethodNoteView {
  id: string;
  version: number;
  title: string;
  text: string;
  /** What is written differs from the newest version. */
  changed: boolean;
  mayChange: boolean;
  versions: {
    id: string;
    number: number;
    title: string;
    text: string;
    releasedAt: string;
    releasedBy: string;
  }[];
  /** Steps of the newest released Bauplan that cite it. */
  citedBy: { templateId: string; key: string; title: string; number: number }[];
}
