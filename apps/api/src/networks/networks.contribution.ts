import type { Contribution } from '../contribution';
import { seatsHistory } from './seats-history';
import { visibleNetworks } from './networks-access';

const seatsOf = (
  condition: string,
): string => `coalesce((select array_agg(distinct membership.network_id) from membership
  where account.person_id in (membership.person_id, membership.deputy_person_id) ${condition}
    and membership.from_day <= clock.today and (membership.to_day is null or membership.to_day >= clock.today)), '{}'::uuid[])`;

export const networksContribution: Contribution = {
  area: 'networks',
  tables: [
    { table: 'network', audit: 'values' },
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
        keeps: `role = 'COORDINATOR' desc, from_day`,
        // Nobody is their own deputy.
        first: {
          person: [
            `update membership set deputy_person_id = null, version = version + 1
             where (person_id = $1 and deputy_person_id = $2) or (person_id = $2 and deputy_person_id = $1)`,
          ],
        },
      },
    },
  ],
  kinds: [
    {
      kind: 'network',
      label: 'Netzwerk',
      table: 'network',
      title: 'it.name',
      path: '/netzwerke/:id',
      visible: visibleNetworks,
      endsWalk: true,
      search: {
        subtitle: `case it.kind when 'NETWORK' then 'Netzwerk' when 'WORKING_GROUP' then 'Arbeitsgemeinschaft'
          when 'WORKING_GROUP_78' then 'AG nach § 78 SGB VIII' when 'STEERING_GROUP' then 'Steuerungsgruppe' else 'Arbeitskreis' end`,
        text: `concat_ws(' ', it.short_name, it.purpose, it.legal_basis, (select string_agg(field_of_action.name, ' ')
          from network_field join field_of_action on field_of_action.id = network_field.field_id where network_field.network_id = it.id))`,
      },
    },
  ],
  // Who sits in a network is no edge: everybody may know a network, only its members each other.
  traceEdges: [
    `select 'field-of-action', network_field.field_id, 'network', network_field.network_id, 'Thema von', 'HUMAN', network.created_at
     from network_field join network on network.id = network_field.network_id`,
    `select 'network', id, 'committee', reports_to_committee_id, 'berichtet an', 'HUMAN', created_at from network where reports_to_committee_id is not null`,
  ],
  history: seatsHistory,
  viewer: { networkIds: seatsOf(''), coordinatedNetworkIds: seatsOf(`and membership.role = 'COORDINATOR'`) },
};
