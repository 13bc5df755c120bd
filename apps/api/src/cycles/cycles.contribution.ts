import {
  cycleStateLabels,
  discourseStateLabels,
  stepStateLabels,
  stepsToday,
  templateStateLabels,
} from '@runder-tisch/domain/cycles';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { changeableCycles, visibleCycles, workedOnCycles } from './cycles/cycles-access';
import { visibleSteps } from './steps/steps-access';
import { dueSteps } from './steps/steps-due';
import { visibleMethodNotes, visibleTemplates } from './templates/templates-access';

export const cyclesContribution: Contribution = {
  area: 'cycles',
  tables: [
    {
      table: 'process_template',
      audit: 'values',
      personal: {
        columns: ['released_by'],
        purpose: 'Wer eine Fassung des Bauplans freigegeben hat',
        retention: 'mit dem Bauplan',
      },
    },
    { table: 'template_phase', audit: 'values' },
    { table: 'template_step', audit: 'values' },
    { table: 'template_step_method', audit: 'values' },
    { table: 'method_note', audit: 'values' },
    {
      table: 'method_note_version',
      audit: 'values',
      personal: {
        columns: ['released_by'],
        purpose: 'Wer eine Fassung eines Methodenblatts freigegeben hat',
        retention: 'mit dem Methodenblatt',
      },
    },
    { table: 'cycle', audit: 'values' },
    { table: 'cycle_milestone', audit: 'values' },
    { table: 'cycle_phase', audit: 'values' },
    {
      table: 'cycle_step',
      audit: 'values',
      references: { person: ['responsible_person_id'] },
      merge: { label: 'Schritte des Zyklus' },
    },
    { table: 'cycle_step_method', audit: 'values' },
    {
      table: 'cycle_step_actor',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Abstimmungen zu Schritten' },
    },
    { table: 'cycle_step_standing', audit: 'values' },
    {
      table: 'actor_entry',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: {
        label: 'Zeilen der Akteursanalyse',
        joins: 'die Einschätzung der bleibenden Organisation gilt',
        together: ['influence', 'affectedness', 'part'],
      },
    },
    { table: 'actor_gap', audit: 'values' },
    { table: 'cycle_network', audit: 'values' },
    { table: 'cycle_measure', audit: 'values' },
    { table: 'discourse_round', audit: 'values' },
    { table: 'discourse_finding', audit: 'values' },
    { table: 'discourse_format', audit: 'values' },
  ],
  kinds: [
    {
      kind: 'cycle',
      label: 'Zyklus',
      table: 'cycle',
      title: 'it.name',
      path: '/planung/zyklus/:id',
      visible: visibleCycles,
      endsWalk: true,
      attachments: {
        levels: {
          INTERNAL: 'die Sozialplanung',
          MEMBERS: 'die Sozialplanung und die Koordinationen der Netzwerke',
          PUBLIC: 'alle, die hier ein Konto haben',
        },
        change: changeableCycles,
        internal: changeableCycles,
        members: workedOnCycles,
      },
      search: { subtitle: labelled('it.state', cycleStateLabels), text: 'it.plan_title' },
    },
    {
      kind: 'cycle-step',
      label: 'Schritt',
      table: 'cycle_step',
      title: `it.number || ' ' || it.title`,
      path: '/planung/schritte/:id',
      visible: visibleSteps,
      search: { subtitle: labelled('it.state', stepStateLabels), text: `concat_ws(' ', it.task, it.result)` },
    },
    {
      kind: 'discourse-round',
      label: 'Diskursrunde',
      table: 'discourse_round',
      title: `it.number || '. Diskursrunde: ' || it.title`,
      path: '/planung/diskurs/:id',
      visible: visibleCycles,
      // A round holds together what is not about the same: from a Befund one step leads to it, none through it.
      endsWalk: true,
      search: { subtitle: labelled('it.state', discourseStateLabels), text: 'it.question' },
    },
    {
      kind: 'process-template',
      label: 'Bauplan',
      table: 'process_template',
      title: `'Bauplan, Fassung ' || it.number`,
      path: '/planung/bauplan/:id',
      visible: visibleTemplates,
      search: { subtitle: labelled('it.state', templateStateLabels), text: 'it.change_note' },
    },
    {
      kind: 'method-note',
      label: 'Methodenblatt',
      table: 'method_note',
      // A draft of its words is for planners alone: what is found are those of the versions.
      title: `coalesce((select told.title from method_note_version told where told.note_id = it.id order by told.number desc limit 1), it.title)`,
      path: '/planung/methodenblaetter/:id',
      visible: visibleMethodNotes,
      search: {
        subtitle: `''`,
        text: `coalesce((select told.text from method_note_version told where told.note_id = it.id order by told.number desc limit 1), '')`,
      },
    },
  ],
  traceEdges: [
    {
      from: { kind: 'cycle', id: 'cycle_id' },
      to: { kind: 'measure', id: 'measure_id' },
      relation: { forwards: 'geht weiter mit', backwards: 'übernommen in' },
      source: 'cycle_measure',
      since: 'since',
    },
    {
      from: { kind: 'finding', id: 'finding_id' },
      to: { kind: 'discourse-round', id: 'round_id' },
      relation: { forwards: 'Thema von', backwards: 'geht aus von' },
      source: 'discourse_finding',
      since: 'since',
    },
    {
      from: { kind: 'format', id: 'format_id' },
      to: { kind: 'discourse-round', id: 'round_id' },
      relation: { forwards: 'Teil von', backwards: 'beraten in' },
      source: 'discourse_format',
      since: 'since',
    },
  ],
  today: { statement: dueSteps, kinds: stepsToday },
};
