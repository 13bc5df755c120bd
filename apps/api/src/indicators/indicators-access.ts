import sql, { type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';

/** Which indicators (alias `it`) this viewer sees: planners all, others what has a published definition. */
export function visibleIndicators(viewer: Viewer): Sql {
  if (mayWith(viewer.roles, 'indicator:change')) return sql`true`;
  if (!mayWith(viewer.roles, 'indicator:read')) return sql`false`;
  return sql`exists (select 1 from indicator_version known where known.id = it.current_version_id and known.state = 'PUBLISHED')`;
}

/** Which of them this viewer changes. */
export function changeableIndicators(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'indicator:change') ? sql`true` : sql`false`;
}

/** Which definitions (alias `known`) this viewer reads. */
export function visibleVersions(viewer: Viewer): Sql {
  return mayWith(viewer.roles, 'indicator:change') ? sql`true` : sql`known.state = 'PUBLISHED'`;
}

/** The releases a value (alias `seen`) stands in, in its column `hidden`: no row where it stands in none. */
const itsReleases = sql`(select bool_or(cell.because is not null) as hidden
  from figure_release_cell cell join figure_release release on release.id = cell.release_id and release.state = 'RELEASED'
  where cell.observation_id = seen.id having count(*) > 0)`;

/** Which values (alias `seen`) this viewer sees: nobody but planners any that is not released in the open (invariant I3). */
export function visibleObservations(viewer: Viewer): Sql {
  if (mayWith(viewer.roles, 'indicator:change')) return sql`true`;
  if (!mayWith(viewer.roles, 'indicator:read')) return sql`false`;
  return sql`seen.disclosure_state = 'PUBLISHABLE' and exists (select from ${itsReleases} released where not released.hidden)`;
}

/** The values as this viewer sees them, in place of the table: in released ones that are hidden stands one sign. */
export function seenObservations(viewer: Viewer): Sql {
  if (mayWith(viewer.roles, 'indicator:change')) return sql`observation`;
  const open = (column: Sql): Sql => sql`case when not released.hidden then seen.${column} end as ${column}`;
  return sql`(select seen.id, seen.indicator_id, seen.version_id, seen.source_id, seen.recorded_at, seen.superseded_at, seen.period_start,
      seen.period_end, seen.period_kind, seen.territory_status, seen.population_base, seen.key_kind, seen.area_code, seen.dimensions,
      case when released.hidden then 'SUPPRESSED_PRIMARY' else seen.value_flag end as value_flag,
      case when released.hidden then '' else seen.quality end as quality, 'PUBLISHABLE' as disclosure_state,
      ${open(sql`value`)}, ${open(sql`numerator`)}, ${open(sql`denominator`)}
    from observation seen join lateral ${itsReleases} released on true where ${mayWith(viewer.roles, 'indicator:read')})`;
}
