import sql from 'sql-template-tag';
import { networkKindLabels } from '@runder-tisch/domain/networks';
import { absencesToday } from '@runder-tisch/domain/networks/absences';
import { hasRole } from '../access/viewer';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { dueAbsences } from './absences/absence-sql';
import { seatsHistory } from './seats-history';
import { changeableNetworks, visibleNetworks } from './networks-access';

const onDay = `membership.from_day <= clock.today and (membership.to_day is null or membership.to_day >= clock.today)`;

/** Own seats, and those of whom one stands in for while they are away: for their networks one may what they may. */
const seatsOf = (condition: string): string => `coalesce((select array_agg(distinct seat.network_id) from (
  select membership.network_id from membership
    where account.person_id in (membership.person_id, membership.deputy_person_id) ${condition} and ${onDay}
  union all
  select membership.network_id from coordination_absence absence
    join membership on absence.person_id in (membership.person_id, membership.deputy_person_id)
    where absence.deputy_person_id = account.person_id and absence.from_day <= clock.today and absence.to_day >= clock.today
      and membership.role = 'COORDINATOR' and ${onDay}) seat), '{}'::uuid[])`;

export const networksContribution: Contribution = {
  area: 'networks',
  tables: [
    { table: 'network', audit: 'values' },
    {
      table: 'coordination_absence',
      audit: 'values',
      personal: {
        columns: ['entered_by'],
        purpose: 'Wer eine abwesende Koordination vertritt',
        retention: 'mit der Person',
      },
      references: { person: ['person_id', 'deputy_person_id'] },
      merge: { label: 'Abwesenheiten' },
    },
    { table: 'network_field', audit: 'values' },
    { table: 'network_planning_area', audit: 'values' },
    {
      table: 'membership',
      audit: 'values',
      personal: {
        columns: [],
        purpose: 'Wer in welchem Netzwerk mitwirkt',
        retention: 'bis zwei Jahre nach dem Ende der Mitgliedschaft',
      },
      references: { person: ['person_id', 'deputy_person_id'], organisation: ['organisation_id'] },
      merge: {
        label: 'Plätze in Netzwerken',
        joins: 'ein Platz bleibt, Koordination geht vor, der frühere Beginn gilt',
        keeps: `case role when 'COORDINATOR' then 0 when 'SPEAKER' then 1 when 'MEMBER' then 2 else 3 end, from_day`,
        combines: {
          organisation_id: 'coalesce(kept.organisation_id, other.organisation_id)',
          from_day: 'least(kept.from_day, other.from_day)',
          deputy_person_id: 'coalesce(kept.deputy_person_id, other.deputy_person_id)',
        },
        // Somebody who sits there for an organisation does not sit there for themselves as well.
        same: [
          {
            keys: ['network_id', 'person_id'],
            where: 'to_day is null and person_id is not null',
            both: '(one.organisation_id is null) <> (other.organisation_id is null)',
          },
        ],
        // Nobody is their own deputy.
        clears: [
          {
            column: 'deputy_person_id',
            where: (goes, stays) =>
              sql`(it.person_id = ${goes}::uuid and it.deputy_person_id = ${stays}::uuid)
                or (it.person_id = ${stays}::uuid and it.deputy_person_id = ${goes}::uuid)`,
          },
        ],
      },
    },
  ],
  today: { statement: dueAbsences, kinds: absencesToday },
  kinds: [
    {
      kind: 'network',
      label: 'Netzwerk',
      table: 'network',
      title: 'it.name',
      path: '/netzwerke/:id',
      visible: visibleNetworks,
      endsWalk: true,
      attachments: {
        levels: {
          INTERNAL: 'die Koordination des Netzwerks, die Sozialplanung und die Verwaltung der Anwendung',
          MEMBERS: 'alle, die in diesem Netzwerk einen Platz haben, und die Koordination',
          PUBLIC: 'alle, die hier ein Konto haben',
        },
        change: changeableNetworks,
        internal: (viewer) => (hasRole(viewer, 'planner') ? sql`true` : changeableNetworks(viewer)),
        members: (viewer) => sql`it.id = any(${viewer.networkIds}::uuid[])`,
      },
      list: {
        label: 'Netzwerke',
        of: {
          'field-of-action': {
            path: '/netzwerke?fieldId=:id',
            where: (id) => sql`exists (select 1 from network_field
              where network_field.network_id = it.id and network_field.field_id = ${id})`,
            rows: (
              id,
            ) => sql`select network.* from network_field left join network on network.id = network_field.network_id
              where network_field.field_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: labelled('it.kind', networkKindLabels),
        text: `concat_ws(' ', it.short_name, it.purpose, it.legal_basis, (select string_agg(field_of_action.name, ' ')
          from network_field join field_of_action on field_of_action.id = network_field.field_id where network_field.network_id = it.id))`,
      },
    },
  ],
  // Who sits in a network is no edge: everybody may know a network, only its members each other.
  traceEdges: [
    {
      from: { kind: 'field-of-action', id: 'network_field.field_id' },
      to: { kind: 'network', id: 'network_field.network_id' },
      relation: { forwards: 'Thema von', backwards: 'zum Thema' },
      source: 'network_field join network on network.id = network_field.network_id',
      since: 'network.created_at',
    },
    {
      from: { kind: 'network', id: 'id' },
      to: { kind: 'committee', id: 'reports_to_committee_id' },
      relation: { forwards: 'berichtet an', backwards: 'Berichte von' },
      source: 'network',
      where: 'reports_to_committee_id is not null',
      since: 'created_at',
    },
  ],
  history: seatsHistory,
  viewer: { networkIds: seatsOf(''), coordinatedNetworkIds: seatsOf(`and membership.role = 'COORDINATOR'`) },
};
