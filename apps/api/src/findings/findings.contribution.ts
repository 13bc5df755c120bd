import { findingStateLabels } from '@runder-tisch/domain/findings';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { visibleFindings } from './findings-access';
import {
  prioritisationEdges,
  prioritisationKind,
  prioritisationTables,
} from './prioritisation/prioritisation.tables';

export const findingsContribution: Contribution = {
  area: 'findings',
  tables: [{ table: 'finding', audit: 'values' }, ...prioritisationTables],
  kinds: [
    {
      kind: 'finding',
      label: 'Befund',
      table: 'finding',
      title: 'it.name',
      path: '/planung/befunde/:id',
      visible: visibleFindings,
      search: {
        subtitle: labelled('it.state', findingStateLabels),
        text: 'it.description',
      },
    },
    prioritisationKind,
  ],
  traceEdges: [...prioritisationEdges],
};
