import sql, { type Sql } from 'sql-template-tag';
import { mayWith, type Permission } from '@runder-tisch/domain/accounts';
import { committeeKindLabels } from '@runder-tisch/domain/committees';
import type { Viewer } from '../access/viewer';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';

export function visibleCommittees(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'committee:read') ? sql`true` : sql`false`;
}

function allWith(permission: Permission): (viewer: Viewer) => Sql {
  return ({ kind, roles }) => (kind === 'system' || mayWith(roles, permission) ? sql`true` : sql`false`);
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
      attachments: {
        levels: {
          INTERNAL: 'die Sozialplanung und die Verwaltung der Anwendung',
          MEMBERS: 'alle, die Sitzungen und Vorlagen lesen, und die Koordinationen der Netzwerke',
          PUBLIC: 'alle, die hier ein Konto haben und das Gremium sehen',
        },
        change: allWith('committee:change'),
        internal: allWith('committee:change'),
        members: visibleCommittees,
      },
      search: {
        subtitle: labelled('it.kind', committeeKindLabels),
        text: `it.rhythm`,
      },
    },
  ],
};
