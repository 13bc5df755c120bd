import { measureStateLabels } from '@runder-tisch/domain/measures';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { visibleMeasures } from './measures-access';

export const measuresContribution: Contribution = {
  area: 'measures',
  tables: [{ table: 'measure', audit: 'values' }],
  kinds: [
    {
      kind: 'measure',
      label: 'Maßnahme',
      table: 'measure',
      title: 'it.name',
      path: '/planung/massnahmen/:id',
      visible: visibleMeasures,
      search: {
        subtitle: labelled('it.state', measureStateLabels),
        text: 'it.description',
      },
    },
  ],
};
