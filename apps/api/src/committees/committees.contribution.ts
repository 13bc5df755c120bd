import sql, { type Sql } from 'sql-template-tag';
import { mayWith, type Permission } from '@runder-tisch/domain/accounts';
import { committeeKindLabels } from '@runder-tisch/domain/committees';
import type { Viewer } from '../access/viewer';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { visibleCommittees } from './committees-access';
import { committeeSeatsHistory } from './seats/committee-seats-history';

function allWith(permission: Permission): (viewer: Viewer) => Sql {
  return ({ kind, roles }) => (kind === 'system' || mayWith(roles, permission) ? sql`true` : sql`false`);
}

export const committeesContribution: Contribution = {
  area: 'committees',
  tables: [
    { table: 'committee', audit: 'values' },
    {
      table: 'committee_seat',
      audit: 'values',
      personal: {
        columns: [],
        purpose: 'Wer in welchem Gremium sitzt, stimmt und vertritt',
        retention: 'dauerhaft, als Nachweis zu den Niederschriften',
      },
      references: { person: ['person_id'] },
      merge: {
        label: 'Sitze in Gremien',
        joins: 'ein Sitz bleibt, der eines Mitglieds geht vor, der frühere Beginn gilt',
        keeps: 'deputy_of_id nulls first, not voting, from_day',
        combines: {
          from_day: 'least(kept.from_day, other.from_day)',
          office: `coalesce(nullif(kept.office, ''), other.office)`,
          // A member who turns out to be their own deputy has none.
          deputy_of_id: 'nullif(kept.deputy_of_id, other.id)',
        },
        same: [
          {
            keys: ['committee_id', 'person_id'],
            where: 'true',
            both: `daterange(one.from_day, one.to_day, '[]') && daterange(other.from_day, other.to_day, '[]')`,
          },
        ],
      },
    },
  ],
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
  history: committeeSeatsHistory,
  viewer: {
    committeeIds: `coalesce((select array_agg(distinct seat.committee_id) from committee_seat seat
      where seat.person_id = account.person_id
        and seat.from_day <= clock.today and (seat.to_day is null or seat.to_day >= clock.today)), '{}'::uuid[])`,
  },
};
