import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { NO_OBJECT } from '../contribution';
import { silentUntil, statusSql } from './measure-status-sql';
import { ownMeasures } from './measures-access';

/** So many days ahead a Sachstand that was asked for begins to stand among what is due. */
const AHEAD_DAYS = 14;

/** For an organisation each Sachstand that is asked of it; for planning what is silent and what is late, counted. */
export function dueMeasures(viewer: Viewer, now: Date): Sql {
  const today = berlinDay(now);
  const asked = sql`
    select case when request.due_on < ${today}::date then 'measure-progress-late' else 'measure-progress' end as kind, it.id,
           request.due_on as due, json_build_object('title', it.title) as facts
    from measure it join measure_progress_request request on request.measure_id = it.id
    where request.due_on <= ${addDays(today, AHEAD_DAYS)}::date and ${silentUntil} is not null
      and (it.lead_person_id = ${viewer.personId}::uuid or (${hasRole(viewer, 'provider')} and it.lead_person_id is null and ${ownMeasures(viewer)}))`;
  if (!mayWith(viewer.roles, 'measure:change')) return asked;
  return sql`${asked} union all
    select 'measures-silent', ${NO_OBJECT}::uuid, min(${silentUntil}), json_build_object('count', count(*))
    from measure it where ${silentUntil} < ${today}::date having count(*) > 0
    union all
    select 'measures-late', ${NO_OBJECT}::uuid, null::date, json_build_object('count', count(*))
    from measure it where it.state in ('APPROVED', 'IN_PROGRESS') and ${statusSql(today)} = 'LATE' having count(*) > 0`;
}
