import sql, { raw, type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../access/viewer';
import { reference } from '../database/reference';
import { visibleObservations } from './indicators-access';

/** An indicator together with its current definition and source, as `it`. */
export const withDefinition: Sql = sql`(
  select indicator.*, known.number, known.state, known.name, known.kind, known.unit, known.levels, known.source_id,
         data_source.name as source_name, data_source.rhythm_months, coalesce(data_source.lag_months, 0) as lag_months, data_source.next_release_on
  from indicator join indicator_version known on known.id = indicator.current_version_id
    left join data_source on data_source.id = known.source_id)`;

/** The key of our own county: as it is set, or from the municipalities it has; null before there is either. */
export const countyCode: Sql = sql`coalesce((select nullif(county_key, '') from county_settings), (select min(left(ags, 5)) from municipality))`;

/** How many municipalities a whole county has. */
export const municipalityCount: Sql = sql`(select count(*)::int from municipality)`;

/** What the Sozialplanung covers: the newest decision counts, none means open. */
export const currentScope: Sql = sql`coalesce((select scope from scope_decision order by created_at desc, id desc limit 1), 'OPEN')`;

/** Scope b is decided, and this indicator (alias `it`) tells of something else. */
export const isOptional: Sql = sql`(not it.infrastructure and ${currentScope} = 'B')`;

/**
 * How many values of an indicator there are among those expected in five years, and the end of its newest period.
 * Over `it`, joined as `kept`; of those who read, only what is to be published counts.
 */
export function keptPeriods(viewer: Viewer, today: string): Sql {
  const areas = raw(mayWith(viewer.roles, 'indicator:change') ? 'period.areas' : 'period.publishable');
  return sql`left join lateral (
    select coalesce(sum(least(${areas}, case period.key_kind when 'AGS' then ${municipalityCount} else 1 end)) filter (
             where period.period_end > (${today}::date - make_interval(months => it.lag_months + 60))
               and (period.key_kind, true) in (('AGS', 'MUNICIPALITY' = any(it.levels)), ('KREIS', 'COUNTY' = any(it.levels)), ('LAND', 'STATE' = any(it.levels)))), 0)::int as present,
           max(period.period_end)::text as newest
    from indicator_period period where period.indicator_id = it.id and ${areas} > 0) kept on true`;
}

/** The newest value of the county or, where it has none, of the Land; over `it`, joined as `last`. */
export function lastValue(viewer: Viewer): Sql {
  return sql`left join lateral (
    select json_build_object('value', seen.value::float8, 'flag', seen.value_flag, 'areaCode', seen.area_code, 'periodKind', seen.period_kind,
             'periodStart', seen.period_start, 'periodEnd', seen.period_end, 'versionNumber', told.number) as told
    from observation seen join indicator_version told on told.id = seen.version_id
    where seen.indicator_id = it.id and seen.area_code = any(array[${countyCode}, left(${countyCode}, 2)]) and seen.dimensions = ''
      and seen.superseded_at is null and seen.value_flag <> 'NOT_YET_AVAILABLE' and ${visibleObservations(viewer)}
    order by seen.area_code = ${countyCode} desc, seen.period_end desc, told.number desc, seen.population_base desc nulls last limit 1) last on true`;
}

/** A definition (alias `known`, its source as `source`) as `IndicatorVersionView`. */
export const versionColumns: Sql = sql`json_build_object('id', known.id, 'number', known.number, 'published', known.state = 'PUBLISHED',
  'name', known.name, 'definition', known.definition, 'numerator', known.numerator, 'denominator', known.denominator,
  'factor', known.factor::float8, 'unit', known.unit, 'kind', known.kind, 'rateKind', known.rate_kind, 'levels', known.levels,
  'periodKind', known.period_kind, 'periodNote', known.period_note, 'source', ${reference('source')}, 'tableCode', known.table_code,
  'direction', known.direction, 'disclosureRule', known.disclosure_rule, 'reason', known.reason, 'changedBy', known.changed_by,
  'changedAt', known.changed_at)`;
