import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';
import type { Contribution, HistoryOf } from '../contribution';
import { personNameOf } from '../database/person-name';

export const successionContribution: Contribution = {
  area: 'succession',
  tables: [
    {
      table: 'succession',
      audit: 'values',
      personal: {
        columns: ['handed_by'],
        purpose: 'Wer wem was übergeben hat',
        retention: 'mit der Person',
      },
      references: { person: ['person_id', 'successor_id'] },
      merge: { label: 'Nachfolgen' },
    },
    { table: 'succession_step', audit: 'names' },
  ],
  history: successionHistory,
};

/** Both sides of it, for the Verlauf of each. */
function successionHistory(viewer: Viewer, { of, id }: HistoryOf): Sql {
  if (of === 'organisation' || !mayWith(viewer.roles, 'person:read'))
    return sql`select 'succession', null::uuid, null::timestamptz, '', '', null::date, null::text where false`;
  return sql`
    select 'succession', run.id, run.handed_at,
      case when run.person_id = ${id}::uuid then 'Nachfolge übergeben an ' || ${personNameOf('other')}
           else 'Nachfolge übernommen von ' || ${personNameOf('one')} end,
      (select count(*) from succession_step where succession_id = run.id) || ' Einträge'
        || case when run.undone_at is null then '' else ', zurückgenommen' end,
      null::date, '/akteure/personen/' || case when run.person_id = ${id}::uuid then other.id else one.id end
    from succession run join person one on one.id = run.person_id join person other on other.id = run.successor_id
    where ${id}::uuid in (run.person_id, run.successor_id)`;
}
