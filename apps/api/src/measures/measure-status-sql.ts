import sql, { type Sql } from 'sql-template-tag';
import {
  GRACE_DAYS,
  measureStatus,
  type MeasureStatusView,
  type OverridingStatus,
  SILENT_DAYS,
  type StatusFacts,
} from '@runder-tisch/domain/measures';
import { addDays } from '@runder-tisch/domain/time';

const newest = (column: Sql): Sql =>
  sql`(select ${column} from measure_progress report where report.measure_id = it.id order by report.reported_at desc limit 1)`;

/**
 * The word of `measureStatus` over the alias `it`, so that a list can be narrowed down and counted by it. A test holds
 * both side by side.
 * @param firstOpen when the first open milestone is due, where the statement has looked it up anyhow
 */
export function statusSql(today: string, firstOpen?: Sql): Sql {
  const limit = addDays(today, -GRACE_DAYS);
  const openBefore = (day: string): Sql =>
    firstOpen
      ? sql`${firstOpen} < ${day}::date`
      : sql`exists (select 1 from measure_milestone open where open.measure_id = it.id and open.done_on is null and open.due_on < ${day}::date)`;
  const standing = newest(sql`report.standing`);
  return sql`case it.state
    when 'PROPOSED' then case when it.kind = 'PROVISIONAL_STEP' then 'NOT_STARTED' else 'UNDECIDED' end
    when 'ON_HOLD' then 'ON_HOLD' when 'COMPLETED' then 'DONE' when 'EVALUATED' then 'DONE'
    when 'REJECTED' then 'ENDED' when 'DISCONTINUED' then 'ENDED' when 'SUPERSEDED' then 'ENDED'
    else case
      when it.override_status is not null then it.override_status
      when it.due_on < ${today}::date or (it.state = 'APPROVED' and it.starts_on < ${limit}::date) or ${openBefore(limit)}
        or ${standing} = 'LATE' or ${newest(sql`report.expected_end`)} > it.due_on then 'LATE'
      when (it.state = 'APPROVED' and it.starts_on < ${today}::date) or ${openBefore(today)} or ${standing} = 'AT_RISK'
        or (it.state = 'IN_PROGRESS' and greatest(it.starts_on, ${newest(sql`report.reported_on`)}) < ${addDays(today, -SILENT_DAYS)}::date) then 'AT_RISK'
      when it.state = 'APPROVED' then 'NOT_STARTED' else 'ON_TRACK' end end`;
}

const factsWith = (openMilestones: Sql): Sql =>
  sql`json_build_object('kind', it.kind, 'state', it.state, 'stateReason', it.state_reason, 'startsOn', it.starts_on,
  'dueOn', it.due_on, 'completedOn', it.completed_on, 'openMilestones', ${openMilestones},
  'report', (select json_build_object('standing', report.standing, 'expectedEnd', report.expected_end, 'reportedOn', report.reported_on)
    from measure_progress report where report.measure_id = it.id order by report.reported_at desc limit 1),
  'override', case when it.override_status is not null and it.state in ('APPROVED', 'IN_PROGRESS') then json_build_object(
    'status', it.override_status, 'reason', it.override_reason, 'by', it.override_by, 'at', it.override_at) end)`;

/** What `statusView` looks at, as JSON over the alias `it`. */
export const statusFacts =
  factsWith(sql`coalesce((select json_agg(json_build_object('title', open.title, 'dueOn', open.due_on) order by open.due_on, open.title)
    from measure_milestone open where open.measure_id = it.id and open.done_on is null), '[]')`);
/** The same for a statement that reads all milestones anyhow. */
export const statusFactsWithoutMilestones = factsWith(sql`'[]'::json`);

export interface StoredStatus extends StatusFacts {
  override: { status: OverridingStatus; reason: string; by: string; at: string } | null;
}

/** How it goes, with the reason; set by hand where somebody did. */
export function statusView(stored: StoredStatus, today: string): MeasureStatusView {
  const computed = measureStatus(stored, today);
  const { override } = stored;
  if (!override) return { ...computed, setBy: null, setAt: null, computed: null };
  const { status, reason, by, at } = override;
  return { status, reason, setBy: by, setAt: new Date(at).toISOString(), computed };
}

/** Asked how it goes and silent since, over the alias `it`: the day until which an answer was wanted, or null. */
export const silentUntil = sql`(select request.due_on from measure_progress_request request
  where request.measure_id = it.id and it.state in ('APPROVED', 'IN_PROGRESS', 'ON_HOLD') and not exists (select 1 from measure_progress report
    where report.measure_id = it.id and report.reported_at >= request.asked_at))`;
