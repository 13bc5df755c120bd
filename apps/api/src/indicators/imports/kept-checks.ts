import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { nameOfArea } from '@runder-tisch/domain/indicators';
import {
  type Jump,
  jumpFactor,
  jumpNotice,
  type OtherBasis,
  otherBasisNotice,
  smallestJump,
} from '@runder-tisch/domain/indicators/imports';
import type { ReadingNotice } from '@runder-tisch/domain/indicators/read-value';
import { rowsIn } from '../../database/rows';
import { countyCode } from '../indicator-sql';

/** Of a file only totals are held against the catalogue: breakdowns would say the same thirty times. */
const totals = (importId: string): Sql =>
  sql`it.import_id = ${importId} and it.dimensions = '' and not it.recomputed`;
/** A value (alias `seen`) that holds, of the same indicator, definition and area as `it`. */
const sameArea: Sql = sql`seen.indicator_id = it.indicator_id and seen.area_code = it.area_code and seen.dimensions = ''
  and seen.version_id = it.version_id and seen.superseded_at is null`;
/** What the file tells first of an area after what is kept of it. */
const firstAfter = (importId: string): Sql => sql`(
  select distinct on (it.indicator_id, it.area_code) it.*, seen.id as old, seen.value as old_value, seen.population_base as old_base,
         seen.territory_status as old_territory, seen.period_start as old_start, seen.period_end as old_end
  from data_import_value it cross join lateral (
    select seen.* from observation seen where ${sameArea} and seen.period_end < it.period_end and seen.value is not null
    order by seen.period_end desc, seen.population_base desc nulls last limit 1) seen
  where ${totals(importId)} and it.change = 'NEW' and it.value is not null
  order by it.indicator_id, it.area_code, it.period_end)`;
const told: Sql = sql`indicator.code, it.period_kind as "periodKind", it.period_start::text as "periodStart", it.period_end::text as "periodEnd",
  coalesce(municipality.name, case when it.area_code = ${countyCode} then (select county_name from county_settings) end, '') as "areaName",
  it.area_code as "areaCode"`;
const joins: Sql = sql`join indicator on indicator.id = it.indicator_id
  left join municipality on it.key_kind = 'AGS' and municipality.ags = it.area_code`;

/** What a file tells differently from what the catalogue knows of the same areas, one sentence for each indicator. */
export async function keptChecks(tx: EntityManager, importId: string): Promise<ReadingNotice[]> {
  const jumps = await rowsIn<Jump & { areaCode: string }>(
    tx,
    sql`with met as (
          select it.indicator_id, it.version_id, it.area_code, it.key_kind, it.period_kind, it.period_start, it.period_end, it.line, it.value,
                 it.old_value, it.old_start, it.old_end from ${firstAfter(importId)} it
          union all
          select it.indicator_id, it.version_id, it.area_code, it.key_kind, it.period_kind, it.period_start, it.period_end, it.line, it.value,
                 seen.value, seen.period_start, seen.period_end
          from data_import_value it join observation seen on seen.id = it.old_id where ${totals(importId)} and it.change = 'CHANGED'),
        far as (
          select met.*, count(*) over (partition by met.indicator_id)::int as count,
                 row_number() over (partition by met.indicator_id order by abs(ln(met.value / met.old_value)) desc, met.area_code) as place
          from met join indicator_version known on known.id = met.version_id
          where met.value > 0 and met.old_value > 0 and (known.kind <> 'COUNT' or greatest(met.value, met.old_value) >= ${smallestJump}::int)
            and (met.value >= met.old_value * ${jumpFactor}::int or met.old_value >= met.value * ${jumpFactor}::int))
        select ${told}, it.count, known.unit, it.value::float8 as value, it.old_value::float8 as old, it.old_start::text as "oldStart",
               it.old_end::text as "oldEnd", it.line
        from far it join indicator_version known on known.id = it.version_id ${joins} where it.place = 1 order by indicator.code`,
  );
  const bases = await rowsIn<OtherBasis & { areaCode: string }>(
    tx,
    sql`with met as (
          select it.indicator_id, it.area_code, it.key_kind, it.period_kind, it.period_start, it.period_end, 'NEXT' as when, it.population_base,
                 it.old_base, it.territory_status, it.old_territory from ${firstAfter(importId)} it where it.population_base <> it.old_base
          union all
          select it.indicator_id, it.area_code, it.key_kind, it.period_kind, it.period_start, it.period_end, 'SAME', it.population_base,
                 seen.population_base, it.territory_status, seen.territory_status
          from data_import_value it cross join lateral (
            select seen.* from observation seen where ${sameArea} and seen.period_end = it.period_end and seen.period_start = it.period_start
              and (seen.population_base <> it.population_base or seen.territory_status <> it.territory_status)
            order by seen.population_base desc nulls last limit 1) seen
          where ${totals(importId)} and it.change = 'NEW')
        select distinct on (indicator.code, it.when, it.population_base <> it.old_base) ${told}, it.when, it.population_base as base,
               it.old_base as "oldBase", it.territory_status::text as territory, it.old_territory::text as "oldTerritory",
               count(*) over (partition by indicator.code, it.when, it.population_base <> it.old_base)::int as count
        from met it ${joins} order by indicator.code, it.when, it.population_base <> it.old_base, it.period_end, length(it.area_code), it.area_code`,
  );
  const named = <Row extends { areaName: string; areaCode: string }>(row: Row): Row => ({
    ...row,
    areaName: row.areaName || nameOfArea(row.areaCode) || row.areaCode,
  });
  return [
    ...bases.flatMap((row) => otherBasisNotice(named(row)) ?? []),
    ...jumps.map((row) => jumpNotice(named(row))),
  ];
}
