import type { Contribution } from '../contribution';
import { visibleIndicators } from './indicators-access';

const known = (column: string): string =>
  `(select known.${column} from indicator_version known where known.id = it.current_version_id)`;

export const indicatorsContribution: Contribution = {
  area: 'indicators',
  tables: [
    {
      table: 'data_source',
      audit: 'values',
      references: { organisation: ['organisation_id'] },
      merge: { label: 'Datenquellen' },
    },
    { table: 'indicator', audit: 'values' },
    {
      table: 'indicator_version',
      audit: 'values',
      personal: {
        columns: ['changed_by'],
        purpose: 'Wer die Definition eines Indikators geändert hat',
        retention: 'so lange wie der Indikator',
      },
    },
    {
      table: 'scope_decision',
      audit: 'values',
      personal: {
        columns: ['changed_by'],
        purpose: 'Wer den Umfang der Sozialplanung eingetragen hat',
        retention: 'so lange wie die Planung',
      },
    },
    {
      table: 'data_concept',
      audit: 'values',
      personal: {
        columns: ['changed_by'],
        purpose: 'Wer eine Fassung des Datenkonzepts geschrieben hat',
        retention: 'so lange wie das Datenkonzept',
      },
    },
    { table: 'data_concept_indicator', audit: 'values' },
    {
      table: 'data_import',
      audit: 'values',
      personal: {
        columns: ['by_name'],
        purpose: 'Wer Werte übernommen hat',
        retention: 'so lange wie die Werte',
      },
    },
    { table: 'data_import_work', audit: 'none' },
    // Nothing of it counts before it is taken over; then it is gone from here.
    { table: 'data_import_value', audit: 'none' },
    {
      table: 'data_mapping',
      audit: 'values',
      personal: {
        columns: ['changed_by'],
        purpose: 'Wer die Spalten einer Tabelle zugeordnet hat',
        retention: 'so lange wie die Zuordnung',
      },
    },
    // Its rows are the history themselves: nothing is overwritten, and what a file brought is told by its import.
    { table: 'observation', audit: 'none' },
    {
      table: 'figure_release',
      // Its pattern holds the true numbers of what it hides.
      audit: 'names',
      personal: {
        columns: [
          'created_by',
          'released_by',
          'contributors_confirmed_by',
          'contributors_reason',
          'withdrawn_by',
          'withdrawn_reason',
        ],
        purpose: 'Wer Zahlen freigegeben oder zurückgezogen hat',
        retention: 'so lange wie der Indikator',
      },
    },
    {
      table: 'indicator_sum',
      audit: 'values',
      personal: {
        columns: ['stated_by'],
        purpose: 'Wer gesagt hat, welche Zahlen zusammengehören',
        retention: 'so lange wie der Indikator',
      },
    },
    { table: 'indicator_sum_part', audit: 'values' },
    {
      table: 'observation_contributors',
      // Amounts tell what single organisations brought in.
      audit: 'names',
      personal: {
        columns: ['told_by'],
        purpose: 'Wer die Beiträge zu einem Wert angegeben hat',
        retention: 'so lange wie der Wert',
      },
    },
    // Written once by the check and never changed.
    { table: 'figure_release_cell', audit: 'none' },
    // Counted from observation.
    { table: 'indicator_test', audit: 'none' },
    // Counted from observation by its triggers.
    { table: 'indicator_period', audit: 'none' },
    { table: 'indicator_area', audit: 'none' },
  ],
  kinds: [
    {
      kind: 'indicator',
      label: 'Indikator',
      table: 'indicator',
      title: known('name'),
      path: '/daten/indikatoren/:id',
      visible: visibleIndicators,
      search: { subtitle: 'it.code', text: known('definition') },
    },
  ],
};
