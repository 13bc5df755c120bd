import sql from 'sql-template-tag';
import { hasRole } from '../access/viewer';
import type { Contribution } from '../contribution';
import { changeableFormats, visibleFormats } from './formats-access';

export const formatsContribution: Contribution = {
  area: 'formats',
  tables: [
    { table: 'format_type', audit: 'values' },
    { table: 'participation_format', audit: 'values' },
    { table: 'format_field', audit: 'values' },
  ],
  kinds: [
    {
      kind: 'format',
      label: 'Format',
      table: 'participation_format',
      title: 'it.title',
      path: '/beteiligung/formate/:id',
      visible: visibleFormats,
      attachments: {
        levels: {
          INTERNAL: 'wer dieses Format plant, die Sozialplanung und die Verwaltung der Anwendung',
          MEMBERS: 'alle, die im Netzwerk dieses Formats einen Platz haben, und wer es plant',
          PUBLIC: 'alle, die hier ein Konto haben und dieses Format sehen',
        },
        change: changeableFormats,
        internal: (viewer) => (hasRole(viewer, 'admin') ? sql`true` : changeableFormats(viewer)),
        members: (viewer) => sql`it.network_id = any(${viewer.networkIds}::uuid[])`,
      },
      list: {
        label: 'Formate',
        of: {
          'field-of-action': {
            path: '/beteiligung/formate?fieldId=:id',
            where: (id) => sql`exists (select 1 from format_field
              where format_field.format_id = it.id and format_field.field_id = ${id})`,
            rows: (id) => sql`select participation_format.* from format_field
              left join participation_format on participation_format.id = format_field.format_id where format_field.field_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: `(select format_type.name from format_type where format_type.id = it.type_id)`,
        text: `concat_ws(' ', it.purpose, it.target_groups)`,
      },
    },
  ],
  traceEdges: [
    {
      from: { kind: 'field-of-action', id: 'format_field.field_id' },
      to: { kind: 'format', id: 'format_field.format_id' },
      relation: { forwards: 'Thema von', backwards: 'zum Thema' },
      source: 'format_field join participation_format on participation_format.id = format_field.format_id',
      since: 'participation_format.created_at',
    },
    {
      from: { kind: 'network', id: 'network_id' },
      to: { kind: 'format', id: 'id' },
      relation: { forwards: 'führt durch', backwards: 'durchgeführt von' },
      source: 'participation_format',
      where: 'network_id is not null',
      since: 'created_at',
    },
  ],
};
