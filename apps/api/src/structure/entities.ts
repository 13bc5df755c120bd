import {
  ConsolidationCheck,
  ConsolidationCriterion,
  ConsolidationResult,
} from './consolidation/consolidation.entity';

export const structureEntities = [ConsolidationCriterion, ConsolidationCheck, ConsolidationResult];
