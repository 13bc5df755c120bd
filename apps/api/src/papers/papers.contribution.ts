import { paperStateLabels } from '@runder-tisch/domain/papers';
import { controlToday } from '@runder-tisch/domain/papers/control';
import type { Contribution, TraceEdge } from '../contribution';
import { labelled } from '../database/labelled';
import { changeablePapers, consultedOnPapers, visiblePapers } from './papers-access';
import { papersNews } from './papers-news';
import { dueControls } from './control/control-due';

const ON_AGENDA = 'agenda_topic topic join agenda_item item on item.id = topic.agenda_item_id';

/** Befunde, Schwerpunkte and Empfehlungen on the agenda of a session. */
const onAgenda = (kind: string, column: string): TraceEdge => ({
  from: { kind, id: `topic.${column}` },
  to: { kind: 'meeting', id: 'item.meeting_id' },
  relation: { forwards: 'auf der Tagesordnung von', backwards: 'dort beraten' },
  source: ON_AGENDA,
  where: `topic.${column} is not null and item.visibility = 'PUBLIC'`,
  since: 'topic.since',
});

export const papersContribution: Contribution = {
  area: 'papers',
  tables: [
    { table: 'paper', audit: 'values' },
    { table: 'paper_recommendation', audit: 'values' },
    { table: 'paper_consultation', audit: 'values' },
    { table: 'agenda_topic', audit: 'values' },
    {
      table: 'resolution_control',
      audit: 'values',
      references: { person: ['responsible_person_id'] },
      merge: { label: 'Beschlüsse unter Kontrolle' },
    },
    {
      table: 'control_report',
      audit: 'values',
      personal: {
        columns: ['reported_by'],
        purpose: 'Wer zum Stand eines Beschlusses berichtet hat',
        retention: 'mit dem Beschluss, als Nachweis gegenüber dem Gremium',
      },
    },
    {
      table: 'control_responsible',
      audit: 'values',
      references: { person: ['person_id'] },
      personal: {
        columns: ['named_by'],
        purpose: 'Wer benannt hat, wer sich um einen Beschluss kümmert',
        retention: 'mit dem Beschluss',
      },
      merge: { label: 'Zuständigkeiten für Beschlüsse' },
    },
    { table: 'control_measure', audit: 'values' },
  ],
  kinds: [
    {
      kind: 'paper',
      label: 'Vorlage',
      table: 'paper',
      title: `it.number || ' · ' || it.title`,
      path: '/planung/vorlagen/:id',
      visible: visiblePapers,
      attachments: {
        levels: {
          INTERNAL: 'die Sozialplanung',
          MEMBERS: 'die Verwaltung, die Koordinationen und wer in einem beratenden Gremium sitzt',
          PUBLIC: 'alle, die hier ein Konto haben und die Vorlage sehen',
        },
        change: changeablePapers,
        internal: changeablePapers,
        members: consultedOnPapers,
      },
      search: {
        subtitle: labelled('it.state', paperStateLabels),
        text: `concat_ws(' ', it.proposal, it.reasoning, it.applicant, it.unit,
          (select string_agg(consultation.resolution_number, ' ') from paper_consultation consultation where consultation.paper_id = it.id))`,
      },
    },
  ],
  traceEdges: [
    {
      from: { kind: 'recommendation', id: 'recommendation_id' },
      to: { kind: 'paper', id: 'paper_id' },
      relation: { forwards: 'Gegenstand von', backwards: 'betrifft' },
      source: 'paper_recommendation',
      since: 'since',
    },
    {
      from: { kind: 'paper', id: 'consultation.paper_id' },
      to: { kind: 'meeting', id: 'item.meeting_id' },
      relation: { forwards: 'beraten in', backwards: 'Vorlage dazu' },
      source: `paper_consultation consultation join agenda_item item on item.id = consultation.agenda_item_id
        join paper on paper.id = consultation.paper_id`,
      since: 'paper.created_at',
    },
    {
      from: { kind: 'paper', id: 'consultation.paper_id' },
      to: { kind: 'committee', id: 'consultation.committee_id' },
      relation: { forwards: 'geht an', backwards: 'dort vorgelegt' },
      source: 'paper_consultation consultation join paper on paper.id = consultation.paper_id',
      since: 'paper.created_at',
    },
    onAgenda('finding', 'finding_id'),
    onAgenda('priority', 'priority_id'),
    onAgenda('recommendation', 'recommendation_id'),
  ],
  news: papersNews,
  today: { statement: dueControls, kinds: controlToday },
};
