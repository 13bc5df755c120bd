import { ActorEntry, ActorGap } from './actors/actor-entry.entity';
import { Cycle } from './cycles/cycle.entity';
import { DiscourseRound } from './discourse/discourse-round.entity';
import { CycleStep } from './steps/cycle-step.entity';
import { MethodNote } from './templates/method-note.entity';
import { ProcessTemplate } from './templates/process-template.entity';

export const cyclesEntities = [
  ProcessTemplate,
  MethodNote,
  Cycle,
  CycleStep,
  DiscourseRound,
  ActorEntry,
  ActorGap,
];
