import { consolidationToday } from '@runder-tisch/domain/structure';
import type { Contribution } from '../contribution';
import { dueChecks, lastCheckOfNetwork, resultsOfNetwork } from './consolidation/consolidation-due';

export const structureContribution: Contribution = {
  area: 'structure',
  tables: [
    { table: 'consolidation_criterion', audit: 'values' },
    {
      table: 'consolidation_check',
      audit: 'values',
      personal: {
        columns: ['made_by'],
        purpose: 'Wer einen Verstetigungscheck gemacht hat',
        retention: 'mit dem Check',
      },
    },
    { table: 'consolidation_result', audit: 'values' },
  ],
  today: { statement: dueChecks, kinds: consolidationToday },
  networkFacts: { results: resultsOfNetwork, check: lastCheckOfNetwork },
};
