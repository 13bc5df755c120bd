import sql, { raw, type Sql } from 'sql-template-tag';
import { hasRole, type Viewer } from '../../access/viewer';
import { visibleMeasures } from '../../measures/measures-access';
import { visiblePapers } from '../papers-access';

/**
 * Over the aliases `it` (the paper) and `consultation`: those who decide follow the resolutions of the bodies they sit
 * in, as far as they read their papers.
 */
export function visibleControls(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'admin', 'planner', 'coordinator'))
    return visiblePapers(viewer);
  return sql`(${visiblePapers(viewer)} and consultation.committee_id = any(${viewer.committeeIds}::uuid[]))`;
}

/** From a control to its body and its paper. */
export const withPaper = sql`join paper_consultation consultation on consultation.id = control.consultation_id
  join paper it on it.id = consultation.paper_id`;

/**
 * Controls with their newest report, flat, to be the rows of a list: what it is ordered and cut down by. The words of the
 * report, resolution and paper are looked up for the rows of a page.
 */
export function currentControls(viewer: Viewer): Sql {
  const visible = visibleControls(viewer);
  const seen =
    visible.sql === 'true'
      ? visible
      : sql`exists (select 1 from paper it where it.id = consultation.paper_id and ${visible})`;
  return sql`(select control.id, control.version, control.responsible_person_id, control.current_report_id, control.consultation_id,
      report.state, report.unit, report.due_on, report.next_on, report.every_months, consultation.committee_id, consultation.paper_id
    from resolution_control control join control_report report on report.id = control.current_report_id
      join paper_consultation consultation on consultation.id = control.consultation_id
    where ${seen})`;
}

/** Over `it` with state and days: somebody should have done or presented it before this day. */
export function overdueOn(day: string): Sql {
  return sql`coalesce(case when it.state in ('OPEN', 'IN_PROGRESS', 'DELAYED') then it.due_on < ${day}::date
    when it.state = 'STANDING' then it.next_on <= ${day}::date end, false)`;
}

/**
 * The ids of the measures that carry out a resolution: those of the recommendations in its paper, and those linked by
 * hand. One that was rejected or became part of another carries out nothing.
 * @param until only links made before this instant
 */
export function measureIdsOf(controlId: string, paperId: string, until?: string): Sql {
  const before = (column: string): Sql => (until ? sql`and ${raw(column)} < ${until}::timestamptz` : sql``);
  return sql`select link.measure_id from paper_recommendation topic
      join measure_recommendation link on link.recommendation_id = topic.recommendation_id
      where topic.paper_id = ${raw(paperId)} ${before('link.since')}
    union select by_hand.measure_id from control_measure by_hand where by_hand.control_id = ${raw(controlId)} ${before('by_hand.since')}`;
}

export const carriesOut = sql`it.state not in ('REJECTED', 'SUPERSEDED')`;

/** The same as a list for pages, as far as the viewer reads measures. */
export function measuresOf(viewer: Viewer, controlId: string, paperId: string, until?: string): Sql {
  return sql`coalesce((select json_agg(json_build_object('id', it.id, 'number', it.number, 'title', it.title) order by it.number)
    from measure it where it.id in (${measureIdsOf(controlId, paperId, until)}) and ${carriesOut} and ${visibleMeasures(viewer)}), '[]')`;
}
