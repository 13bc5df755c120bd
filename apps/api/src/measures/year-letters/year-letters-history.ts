import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../../access/viewer';
import type { HistoryOf } from '../../contribution';
import { visibleYearLetters } from './year-letters-access';

/** Letters to an organisation about what became of its Hinweise. */
export function yearLettersHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  return sql`
    select 'letter', it.id, it.sent_at, 'Jahresbrief ' || it.year,
           'von ' || it.sent_by || case when exists (select 1 from year_letter later where later.organisation_id = it.organisation_id
             and later.year = it.year and (later.sent_at, later.id) > (it.sent_at, it.id)) then ', später durch einen neueren ersetzt' else '' end,
           null::date, '/planung/jahresbriefe/' || it.id
    from year_letter it where ${of === 'organisation'} and it.organisation_id = ${id}::uuid and ${visibleYearLetters(viewer)}`;
}
