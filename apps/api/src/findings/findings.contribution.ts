import { findingStateLabels } from '@runder-tisch/domain/findings';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { visibleFindings } from './findings-access';

export const findingsContribution: Contribution = {
  area: 'findings',
  tables: [{ table: 'finding', audit: 'values' }],
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
  ],
};
