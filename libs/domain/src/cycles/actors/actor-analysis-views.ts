import type { NamedReference } from '../../lists';
import type { ActorLevel, ActorPart } from './actor-analysis';
import type { NamedGap } from './named-gaps';

export interface ActorEntryView {
  id: string;
  version: number;
  name: string;
  /** Null: named freely, such as a group of people. */
  organisation: NamedReference | null;
  influence: ActorLevel | null;
  affectedness: ActorLevel | null;
  part: ActorPart | null;
  /** Chosen for this analysis, beside what the register says. */
  field: NamedReference | null;
  targetGroup: NamedReference | null;
  municipality: NamedReference | null;
  note: string;
  /** Networks in which the organisation has a seat today. */
  networks: NamedReference[];
  /** Meetings of the last twelve months in which somebody was present for it. */
  meetings: number;
}

export interface TypedGapView {
  id: string;
  version: number;
  gap: string;
  /** What is to be done about it. */
  remedy: string;
  settled: boolean;
}

export interface ActorAnalysisView {
  cycle: NamedReference;
  /** The step that results in it. */
  step: { id: string; number: string; title: string } | null;
  entries: ActorEntryView[];
  /** What the rows themselves say is missing. */
  named: NamedGap[];
  typed: TypedGapView[];
  mayChange: boolean;
}

/** An organisation of the register that is not in it yet. */
export interface ActorProposal {
  id: string;
  name: string;
  municipality: string | null;
  /** In how many networks it has a seat. */
  networks: number;
}
