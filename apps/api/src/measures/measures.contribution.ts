import sql from 'sql-template-tag';
import { measureKindLabels, measuresToday, measureStateLabels } from '@runder-tisch/domain/measures';
import { evaluationToday } from '@runder-tisch/domain/measures/evaluation';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { dueEvaluations } from './evaluation/evaluation-due';
import { measuresLooseEnds } from './measure-loose-ends';
import { visibleMeasures } from './measures-access';
import { dueMeasures } from './measures-today';
import { measuresOutcomes } from './published/published-measures';
import { visibleYearLetters } from './year-letters/year-letters-access';
import { yearLettersHistory } from './year-letters/year-letters-history';

const WITH_MEASURE = 'mit der Maßnahme';

export const measuresContribution: Contribution = {
  area: 'measures',
  tables: [
    {
      table: 'measure',
      audit: 'values',
      personal: {
        columns: ['override_by', 'carried_over_by'],
        purpose: 'Wer einen Status gesetzt oder einen Handlungsschritt übernommen hat',
        retention: WITH_MEASURE,
      },
      references: { person: ['lead_person_id'], organisation: ['lead_organisation_id'] },
      merge: { label: 'Maßnahmen' },
    },
    {
      table: 'measure_partner',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Beteiligungen an Maßnahmen' },
    },
    { table: 'measure_cost', audit: 'values' },
    {
      table: 'measure_recommendation',
      audit: 'values',
      personal: {
        columns: ['accepted_by'],
        purpose: 'Wer bestätigt hat, dass die Maßnahme zur Empfehlung passt',
        retention: WITH_MEASURE,
      },
    },
    { table: 'measure_milestone', audit: 'values' },
    {
      table: 'measure_progress',
      audit: 'values',
      personal: {
        columns: ['reported_by', 'words'],
        purpose: 'Wer den Sachstand einer Maßnahme gemeldet hat',
        retention: WITH_MEASURE,
      },
      references: { person: ['person_id'] },
      merge: { label: 'Sachstände' },
    },
    {
      table: 'measure_progress_request',
      audit: 'values',
      personal: {
        columns: ['asked_by'],
        purpose: 'Wer um den Sachstand gebeten hat',
        retention: 'bis zur nächsten Bitte',
      },
    },
    { table: 'evaluation', audit: 'values' },
    { table: 'evaluation_goal', audit: 'values' },
    { table: 'evaluation_value', audit: 'values' },
    // Kept by triggers: what changes it is audited where it happens.
    { table: 'measure_verdict', audit: 'none' },
    { table: 'letter_year', audit: 'values' },
    {
      table: 'letter_words',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Persönliche Sätze in Jahresbriefen' },
    },
    {
      table: 'year_letter',
      audit: 'names',
      personal: {
        columns: ['recipients', 'address', 'sent_by'],
        purpose: 'Jahresbriefe an Organisationen, wie sie hinausgegangen sind',
        retention: 'dauerhaft, als Nachweis, an wen sie gingen',
      },
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Jahresbriefe' },
    },
  ],
  kinds: [
    {
      kind: 'measure',
      label: 'Maßnahme',
      table: 'measure',
      title: `it.number || ' ' || it.title`,
      path: '/planung/massnahmen/:id',
      visible: visibleMeasures,
      list: {
        label: 'Maßnahmen',
        of: {
          'field-of-action': {
            path: '/planung/massnahmen?fieldId=:id',
            where: (id) => sql`it.field_id = ${id}`,
          },
          organisation: {
            path: '/planung/massnahmen?leadId=:id',
            where: (id) => sql`it.lead_organisation_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: `${labelled('it.kind', measureKindLabels)} || ' · ' || ${labelled('it.state', measureStateLabels)}`,
        text: `concat_ws(' ', it.description, it.target)`,
      },
    },
    {
      kind: 'year-letter',
      label: 'Jahresbrief',
      table: 'year_letter',
      title: `'Jahresbrief ' || it.year`,
      path: '/planung/jahresbriefe/:id',
      visible: visibleYearLetters,
    },
  ],
  history: yearLettersHistory,
  traceEdges: [
    {
      from: { kind: 'recommendation', id: 'recommendation_id' },
      to: { kind: 'measure', id: 'measure_id' },
      relation: { forwards: 'wird umgesetzt mit', backwards: 'beruht auf' },
      source: 'measure_recommendation',
      since: 'since',
    },
    {
      from: { kind: 'measure', id: 'measure_id' },
      to: { kind: 'finding', id: 'finding_id' },
      relation: { forwards: 'Auswertung belegt', backwards: 'belegt durch Auswertung von' },
      source: 'finding_evidence',
      where: 'measure_id is not null',
      since: 'since',
    },
    {
      from: { kind: 'measure', id: 'id' },
      to: { kind: 'organisation', id: 'lead_organisation_id' },
      relation: { forwards: 'federführend', backwards: 'führt' },
      source: 'measure',
      where: 'lead_organisation_id is not null',
      since: 'created_at',
    },
    {
      from: { kind: 'measure', id: 'id' },
      to: { kind: 'measure', id: 'followed_by_id' },
      relation: { forwards: 'geht auf in', backwards: 'nimmt auf' },
      source: 'measure',
      where: 'followed_by_id is not null',
      since: 'created_at',
    },
    {
      from: { kind: 'measure', id: 'id' },
      to: { kind: 'field-of-action', id: 'field_id' },
      relation: { forwards: 'gehört zu', backwards: 'Maßnahme dazu' },
      source: 'measure',
      since: 'created_at',
    },
  ],
  today: {
    statement: (viewer, now) => sql`${dueMeasures(viewer, now)} union all ${dueEvaluations(viewer, now)}`,
    kinds: { ...measuresToday, ...evaluationToday },
  },
  looseEnds: measuresLooseEnds,
  outcomes: measuresOutcomes,
};
