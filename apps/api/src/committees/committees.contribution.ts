import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { committeeKindLabels } from '@runder-tisch/domain/committees';
import type { Viewer } from '../access/viewer';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';

export function visibleCommittees(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'committee:read') ? sql`true` : sql`false`;
}

export const committeesContribution: Contribution = {
  area: 'committees',
  tables: [{ table: 'committee', audit: 'values' }],
  kinds: [
    {
      kind: 'committee',
      label: 'Gremium',
      table: 'committee',
      title: 'it.name',
      path: '/planung/gremien/:id',
      visible: visibleCommittees,
      endsWalk: true,
      search: {
        subtitle: labelled('it.kind', committeeKindLabels),
        text: `it.rhythm`,
      },
    },
  ],
};
