import sql from 'sql-template-tag';
import { prioritisationStateLabels } from '@runder-tisch/domain/findings/prioritisation';
import type { KindDeclaration, TableDeclaration, TraceEdge } from '../../contribution';
import { labelled } from '../../database/labelled';
import { visiblePrioritisations } from './prioritisation-access';

/**
 * Ballots and points are not audited: an event has a time and an order, and both would tell who gave what
 * (docs/decisions/points.md).
 */
export const prioritisationTables: readonly TableDeclaration[] = [
  { table: 'prioritisation', audit: 'values' },
  { table: 'prioritisation_option', audit: 'values' },
  { table: 'prioritisation_ballot', audit: 'none' },
  { table: 'prioritisation_points', audit: 'none' },
];

export const prioritisationKind: KindDeclaration = {
  kind: 'prioritisation',
  label: 'Punktabfrage',
  table: 'prioritisation',
  title: 'it.question',
  path: '/planung/punktabfragen/:id',
  visible: visiblePrioritisations,
  list: {
    label: 'Punktabfragen',
    of: {
      meeting: {
        path: '/planung/punktabfragen?meetingId=:id',
        where: (id) => sql`it.meeting_id = ${id}`,
      },
      network: {
        path: '/planung/punktabfragen?networkId=:id',
        where: (id) => sql`it.network_id = ${id}`,
      },
    },
  },
  search: {
    subtitle: labelled('it.state', prioritisationStateLabels),
    text: `concat_ws(' ', it.explanation, (select string_agg(option.title, ' ' order by option.position)
      from prioritisation_option option where option.prioritisation_id = it.id))`,
  },
};

export const prioritisationEdges: readonly TraceEdge[] = [
  {
    from: { kind: 'meeting', id: 'meeting_id' },
    to: { kind: 'prioritisation', id: 'id' },
    relation: { forwards: 'fragt nach Punkten', backwards: 'im Termin' },
    source: 'prioritisation',
    where: 'meeting_id is not null',
    since: 'created_at',
  },
  {
    from: { kind: 'prioritisation', id: 'prioritisation_option.prioritisation_id' },
    to: { kind: 'priority', id: 'prioritisation_option.priority_id' },
    relation: { forwards: 'stellt zur Wahl', backwards: 'zur Wahl gestellt in' },
    source:
      'prioritisation_option join prioritisation on prioritisation.id = prioritisation_option.prioritisation_id',
    where: 'prioritisation_option.priority_id is not null',
    since: 'prioritisation.created_at',
  },
];
