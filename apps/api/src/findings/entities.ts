import { ActionPriority, Finding, NeedStatement, Recommendation } from './findings.entity';
import { Prioritisation, PrioritisationOption } from './prioritisation/prioritisation.entity';

export const findingsEntities = [
  Finding,
  ActionPriority,
  Recommendation,
  NeedStatement,
  Prioritisation,
  PrioritisationOption,
];
