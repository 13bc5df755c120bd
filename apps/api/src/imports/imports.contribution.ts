import type { Contribution } from '../contribution';

const purpose = 'Übernahme von Listen, ihre Prüfung und das Zurücknehmen';
const retention = '30 Tage nach dem Import';
const undoing = 'Zusammenführen von Einträgen und das Zurücknehmen';
const undoable = '30 Tage nach dem Zusammenführen';

/**
 * The changes themselves stand in the audit of the tables they were made in; rows of a file that nobody has taken
 * over yet are forgotten after 30 days and never enter it.
 */
export const importsContribution: Contribution = {
  area: 'imports',
  tables: [
    { table: 'import_run', audit: 'names' },
    { table: 'import_work', audit: 'none' },
    { table: 'import_row', audit: 'none', personal: { columns: ['cells', 'original'], purpose, retention } },
    {
      table: 'import_entry',
      audit: 'none',
      personal: { columns: ['name', 'detail', 'record', 'candidates'], purpose, retention },
    },
    { table: 'import_problem', audit: 'none', personal: { columns: ['value'], purpose, retention } },
    { table: 'import_change', audit: 'none', personal: { columns: ['before', 'after'], purpose, retention } },
    { table: 'import_link', audit: 'none' },
    { table: 'import_mapping', audit: 'values' },
    { table: 'merged_object', audit: 'values' },
    {
      table: 'merge_run',
      audit: 'none',
      personal: { columns: ['gone_name', 'merged_by'], purpose: undoing, retention: undoable },
    },
    {
      table: 'merge_step',
      audit: 'none',
      personal: { columns: ['before', 'after'], purpose: undoing, retention: undoable },
    },
    {
      table: 'distinct_pair',
      audit: 'values',
      personal: {
        columns: ['noted_by'],
        purpose: 'Wer zwei ähnliche Einträge für verschieden hielt',
        retention: 'so lange es beide Einträge gibt',
      },
    },
  ],
};
