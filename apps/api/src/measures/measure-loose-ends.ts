import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';
import { visibleMeasures } from './measures-access';

/**
 * What hangs loose at the right end of the trace, for the page of loose ends: `kind, id, title, path, since, field_id`.
 * An adopted recommendation without a measure, and a measure whose recommendation has other words than those that were
 * linked. The button of both stands on the page behind `path`.
 */
export function measureLooseEnds(viewer: Viewer): Sql {
  const reads = mayWith(viewer.roles, 'finding:read');
  return sql`
    select 'no-measure'::text as kind, recommendation.id, recommendation.number || ' ' || recommendation.wording as title,
           '/planung/massnahmen?neu=1&empfehlung=' || recommendation.id as path,
           coalesce((select decision.decided_on::timestamptz from recommendation_decision decision
             where decision.recommendation_id = recommendation.id and decision.final), recommendation.created_at) as since, recommendation.field_id
    from recommendation
    where recommendation.state in ('ACCEPTED', 'CHANGED') and ${reads} and not exists (
      select 1 from measure_recommendation link join measure on measure.id = link.measure_id
      where link.recommendation_id = recommendation.id and measure.state not in ('REJECTED', 'DISCONTINUED'))
    union all
    select 'to-check', it.id, it.number || ' ' || it.title, '/planung/massnahmen/' || it.id, link.since, it.field_id
    from measure it join measure_recommendation link on link.measure_id = it.id
      join recommendation on recommendation.id = link.recommendation_id
    where link.fingerprint <> recommendation.fingerprint and ${visibleMeasures(viewer)}`;
}
