import { decisionsToday, decisionStateLabels } from '@runder-tisch/domain/decisions';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { visibleDecisions } from './decisions-access';
import { dueDecisions } from './decisions-today';

export const decisionsContribution: Contribution = {
  area: 'decisions',
  tables: [
    {
      table: 'decision',
      audit: 'values',
      personal: {
        columns: ['proposed_by'],
        purpose: 'Wer eine Entscheidung vorgeschlagen hat',
        retention: 'mit der Entscheidung',
      },
    },
    { table: 'decision_option', audit: 'values' },
    {
      table: 'decision_step',
      audit: 'values',
      personal: {
        columns: ['by_name'],
        purpose: 'Wer eine Entscheidung eingetragen hat',
        retention: 'mit der Entscheidung',
      },
    },
    { table: 'topic', audit: 'values' },
    { table: 'topic_agreement', audit: 'values' },
    { table: 'topic_poll', audit: 'values' },
  ],
  kinds: [
    {
      kind: 'decision',
      label: 'Entscheidung',
      table: 'decision',
      title: 'it.title',
      path: '/planung/entscheidungen/:id',
      visible: visibleDecisions,
      search: {
        subtitle: labelled('it.state', decisionStateLabels),
        text: `concat_ws(' ', it.explanation, it.wording, it.decided_by)`,
      },
    },
  ],
  traceEdges: [
    {
      from: { kind: 'decision', id: 'it.id' },
      to: { kind: 'meeting', id: 'it.meeting_id' },
      relation: { forwards: 'Entschieden in', backwards: 'Entscheidungen' },
      source: 'decision it',
      where: 'it.meeting_id is not null',
      since: 'it.created_at',
    },
    {
      from: { kind: 'decision', id: 'it.id' },
      to: { kind: 'committee', id: 'coalesce(it.decided_committee_id, it.committee_id)' },
      relation: { forwards: 'Gremium', backwards: 'Entscheidungen' },
      source: 'decision it',
      where: 'coalesce(it.decided_committee_id, it.committee_id) is not null',
      since: 'it.created_at',
    },
  ],
  today: { statement: dueDecisions, kinds: decisionsToday },
};
