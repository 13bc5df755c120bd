import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import { countyCode } from '../indicators/indicator-sql';
import { visibleIndicators, visibleObservations } from '../indicators/indicators-access';

/** `FigureFacts[]` as JSON: the indicators of a field with all values of the county or, where it has none, of the Land. */
export function figuresSql(viewer: Viewer, fieldId: string): Sql {
  const current = sql`seen.indicator_id = it.id and seen.dimensions = '' and seen.superseded_at is null and ${visibleObservations(viewer)}`;
  return sql`(select coalesce(json_agg(json_build_object('id', it.id, 'code', it.code, 'name', told.name, 'kind', told.kind, 'unit', told.unit,
      'rateKind', told.rate_kind, 'direction', told.direction, 'source', coalesce(source.name, ''), 'areaCode', area.code,
      'areaName', case when area.own then (select county_name from county_settings) else '' end,
      'values', (select json_agg(json_build_object('periodKind', seen.period_kind, 'periodStart', seen.period_start, 'periodEnd', seen.period_end,
          'value', seen.value::float8, 'flag', seen.value_flag, 'numerator', seen.numerator::float8, 'denominator', seen.denominator::float8,
          'territoryStatus', seen.territory_status, 'populationBase', seen.population_base, 'versionNumber', of.number) order by seen.period_end)
        from observation seen join indicator_version of on of.id = seen.version_id where ${current} and seen.area_code = area.code))), '[]')
    from indicator it join indicator_version told on told.id = it.current_version_id
      left join data_source source on source.id = told.source_id
      cross join lateral (
        select choice.code, choice.own from (values (${countyCode}, true), (left(${countyCode}, 2), false)) as choice (code, own)
          cross join lateral (
            select from observation seen where ${current} and seen.area_code = choice.code and seen.value is not null limit 1) held
        order by choice.own desc limit 1) area
    where it.field_id = ${fieldId}::uuid and it.active and ${visibleIndicators(viewer)})`;
}

/** `CriticalVoices` as JSON: Hinweise whose first field it is; by index, however many there are. */
export function criticalVoicesSql(fieldId: string, now: Date): Sql {
  const since = (months: number): Sql => sql`${now}::timestamptz - make_interval(months => ${months}::int)`;
  return sql`(select json_build_object(
      'recent', count(*) filter (where it.received_at > ${since(12)})::int, 'before', count(*) filter (where it.received_at <= ${since(12)})::int)
    from feedback it where it.primary_field_id = ${fieldId}::uuid and it.sentiment = 'NEGATIVE' and it.state <> 'REJECTED'
      and it.received_at > ${since(24)} and it.received_at <= ${now}::timestamptz)`;
}
