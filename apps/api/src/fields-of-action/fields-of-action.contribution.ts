import sql, { type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../access/viewer';
import type { Contribution } from '../contribution';
import { fieldsNews } from './fields-news';

/** Everybody who works here sees the fields; nothing about them is secret. */
export function visibleFieldsOfAction(viewer: Viewer): Sql {
  return hasRole(viewer, 'admin', 'planner', 'coordinator', 'provider', 'reader') ? sql`true` : sql`false`;
}

export const fieldsOfActionContribution: Contribution = {
  area: 'fields-of-action',
  tables: [
    { table: 'field_of_action', audit: 'values' },
    {
      table: 'field_publication',
      audit: 'values',
      personal: {
        columns: ['published_by', 'withdrawn_by'],
        purpose: 'Sagen, wer die Ergebnisse eines Handlungsfelds veröffentlicht oder zurückgezogen hat',
        retention: 'so lange wie das Handlungsfeld',
      },
    },
  ],
  news: fieldsNews,
  kinds: [
    {
      kind: 'field-of-action',
      label: 'Handlungsfeld',
      table: 'field_of_action',
      title: 'it.name',
      path: '/planung/handlungsfelder/:id',
      visible: visibleFieldsOfAction,
      endsWalk: true,
      search: {
        subtitle: `case when it.active then '' else 'nicht mehr verwendet' end`,
        text: 'it.description',
      },
    },
  ],
};
