import sql from 'sql-template-tag';
import {
  findingStateLabels,
  priorityStateLabels,
  recommendationStateLabels,
} from '@runder-tisch/domain/findings';
import type { Contribution } from '../contribution';
import { firstWords } from '../database/first-words';
import { labelled } from '../database/labelled';
import { visibleFindings, visiblePriorities, visibleRecommendations } from './findings-access';
import {
  prioritisationEdges,
  prioritisationKind,
  prioritisationTables,
} from './prioritisation/prioritisation.tables';
import { recommendationsImport } from './import/recommendations-import';
import { findingsLooseEnds } from './findings-loose-ends';
import { findingsOutcomes } from './published/published-findings';

const ACCEPTED_BY = {
  columns: ['accepted_by'],
  purpose: 'Sagen, wer eine Verknüpfung nach einer Änderung bestätigt hat',
  retention: 'so lange wie die Verknüpfung',
};

export const findingsContribution: Contribution = {
  area: 'findings',
  tables: [
    {
      table: 'finding',
      audit: 'values',
      personal: {
        columns: ['confirmed_by'],
        purpose: 'Sagen, wer einen Befund bestätigt hat',
        retention: 'so lange wie der Befund',
      },
    },
    { table: 'finding_evidence', audit: 'values', personal: ACCEPTED_BY },
    // Kept by triggers: what changes it is audited where it happens.
    { table: 'finding_voice', audit: 'none' },
    { table: 'action_priority', audit: 'values' },
    { table: 'priority_finding', audit: 'values', personal: ACCEPTED_BY },
    { table: 'recommendation', audit: 'values' },
    { table: 'recommendation_cost', audit: 'values' },
    { table: 'recommendation_priority', audit: 'values', personal: ACCEPTED_BY },
    { table: 'recommendation_decision', audit: 'values', personal: ACCEPTED_BY },
    // Every change they come from is audited where it was made.
    { table: 'earlier_words', audit: 'none' },
    { table: 'need_statement', audit: 'values' },
    {
      table: 'coverage_wish',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Gewünschte Hinweise', keeps: 'wanted desc' },
    },
    ...prioritisationTables,
  ],
  kinds: [
    {
      kind: 'finding',
      label: 'Befund',
      table: 'finding',
      title: `concat_ws(' · ', it.number, ${firstWords('it.statement', 90)})`,
      path: '/planung/befunde/:id',
      visible: visibleFindings,
      list: {
        label: 'Befunde',
        of: {
          'field-of-action': {
            path: '/planung/befunde?fieldId=:id',
            where: (id) => sql`it.field_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: labelled('it.state', findingStateLabels),
        text: `concat_ws(' ', it.statement, it.caveat)`,
        titleIsText: true,
      },
    },
    {
      kind: 'priority',
      label: 'Handlungsschwerpunkt',
      table: 'action_priority',
      title: `concat_ws(' · ', it.number, it.title)`,
      path: '/planung/schwerpunkte/:id',
      visible: visiblePriorities,
      list: {
        label: 'Handlungsschwerpunkte',
        of: {
          'field-of-action': {
            path: '/planung/schwerpunkte?fieldId=:id',
            where: (id) => sql`it.field_id = ${id}`,
          },
        },
      },
      search: { subtitle: labelled('it.state', priorityStateLabels), text: 'it.description' },
    },
    {
      kind: 'recommendation',
      label: 'Handlungsempfehlung',
      table: 'recommendation',
      title: `concat_ws(' · ', it.number, ${firstWords('it.wording', 90)})`,
      path: '/planung/empfehlungen/:id',
      visible: visibleRecommendations,
      list: {
        label: 'Handlungsempfehlungen',
        of: {
          'field-of-action': {
            path: '/planung/empfehlungen?fieldId=:id',
            where: (id) => sql`it.field_id = ${id}`,
          },
        },
      },
      search: {
        subtitle: `concat_ws(' · ', it.year::text, ${labelled('it.state', recommendationStateLabels)})`,
        text: `concat_ws(' ', it.wording, it.addressee, it.earlier_plan)`,
        titleIsText: true,
      },
    },
    prioritisationKind,
  ],
  traceEdges: [
    {
      from: { kind: 'argument', id: 'argument_id' },
      to: { kind: 'finding', id: 'finding_id' },
      relation: { forwards: 'Beleg für', backwards: 'belegt durch' },
      source: 'finding_evidence',
      where: 'argument_id is not null',
      since: 'since',
    },
    ...prioritisationEdges,
    {
      from: { kind: 'feedback', id: 'feedback_id' },
      to: { kind: 'finding', id: 'finding_id' },
      relation: { forwards: 'Beleg für', backwards: 'belegt durch' },
      source: 'finding_evidence',
      where: 'feedback_id is not null',
      since: 'since',
    },
    {
      from: { kind: 'format', id: 'format_id' },
      to: { kind: 'finding', id: 'finding_id' },
      relation: { forwards: 'Ergebnis belegt', backwards: 'belegt durch Ergebnis von' },
      source: 'finding_evidence',
      where: 'format_id is not null',
      since: 'since',
    },
    {
      from: { kind: 'social-service', id: 'service_id' },
      to: { kind: 'finding', id: 'finding_id' },
      relation: { forwards: 'Beleg für', backwards: 'belegt durch' },
      source: 'finding_evidence',
      where: 'service_id is not null',
      since: 'since',
    },
    {
      from: { kind: 'indicator', id: 'observation.indicator_id' },
      to: { kind: 'finding', id: 'finding_id' },
      relation: { forwards: 'Beleg für', backwards: 'belegt durch' },
      source: 'finding_evidence join observation on observation.id = observation_id',
      since: 'since',
    },
    {
      from: { kind: 'finding', id: 'finding_id' },
      to: { kind: 'priority', id: 'priority_id' },
      relation: { forwards: 'führte zu', backwards: 'beruht auf' },
      source: 'priority_finding',
      since: 'since',
    },
    {
      from: { kind: 'priority', id: 'priority_id' },
      to: { kind: 'recommendation', id: 'recommendation_id' },
      relation: { forwards: 'daraus abgeleitet', backwards: 'abgeleitet aus' },
      source: 'recommendation_priority',
      since: 'since',
    },
    {
      from: { kind: 'recommendation', id: 'recommendation_id' },
      to: { kind: 'committee', id: 'committee_id' },
      relation: { forwards: 'beraten in', backwards: 'dort beraten' },
      source: 'recommendation_decision',
      where: 'committee_id is not null',
      since: 'since',
    },
  ],
  importTargets: [recommendationsImport],
  looseEnds: findingsLooseEnds,
  outcomes: findingsOutcomes,
};
