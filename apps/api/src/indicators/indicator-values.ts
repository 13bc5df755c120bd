import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type IndicatorValuesView, nameOfArea, type ObservationView } from '@runder-tisch/domain/indicators';
import {
  isSmallNumber,
  poissonInterval,
  type RateKind,
  wilsonInterval,
} from '@runder-tisch/domain/indicators/formulas';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { countyCode } from './indicator-sql';
import { seenObservations, visibleIndicators } from './indicators-access';

export type Stored = Omit<ObservationView, 'interval' | 'smallNumber'> & {
  rateKind: RateKind;
  factor: number | null;
};

/** A value (alias `seen`, its definition as `told`) with all that has to stand beside it. */
export const columns = sql`json_build_object('id', seen.id, 'areaCode', seen.area_code,
  'areaName', coalesce(municipality.name, case when seen.area_code = ${countyCode} then (select county_name from county_settings) end, ''),
  'keyKind', seen.key_kind, 'periodKind', seen.period_kind, 'periodStart', seen.period_start, 'periodEnd', seen.period_end,
  'value', seen.value::float8, 'flag', seen.value_flag, 'quality', seen.quality, 'numerator', seen.numerator::float8,
  'denominator', seen.denominator::float8, 'territoryStatus', seen.territory_status, 'populationBase', seen.population_base,
  'source', coalesce(source.name, ''), 'recordedAt', seen.recorded_at, 'versionNumber', told.number, 'disclosure', seen.disclosure_state,
  'rateKind', told.rate_kind, 'factor', told.factor::float8)`;

export const joins = sql`join indicator_version told on told.id = seen.version_id
  left join data_source source on source.id = coalesce(seen.source_id, told.source_id)
  left join municipality on seen.key_kind = 'AGS' and municipality.ags = seen.area_code`;

@Injectable()
export class IndicatorValues {
  constructor(private readonly database: Database) {}

  /** The series of one area, and the newest value of the county and each of its municipalities. */
  async find(viewer: Viewer, id: string, area: string | undefined): Promise<IndicatorValuesView> {
    const current = sql`seen.indicator_id = it.id and seen.dimensions = '' and seen.superseded_at is null`;
    const values = seenObservations(viewer);
    const found = await this.database.found<{
      areas: { code: string; name: string }[];
      area: string | null;
      series: Stored[];
      newest: Stored[];
    }>(sql`
      with known as (
             select it.id, ${countyCode} as county from indicator it where it.id = ${id} and ${visibleIndicators(viewer)}),
           own as materialized (
             select ags as code, name, 3 as place from municipality
             union all select county, (select county_name from county_settings), 2 from known where county is not null
             union all select left(county, 2), '', 1 from known where county is not null
             union all select 'DG', '', 0),
           present as materialized (
             -- Area by area: for "exists" all areas of all indicators were gathered first, of a million values.
             select own.code, own.name, own.place from own cross join known it
               cross join lateral (select from ${values} seen where ${current} and seen.area_code = own.code limit 1) held),
           chosen as (
             select coalesce((select code from present where code = ${area ?? null}), (select code from present, known where code = county),
                             (select min(code) from present)) as area)
      select chosen.area,
             coalesce((select json_agg(json_build_object('code', code, 'name', name) order by place, name collate "de-x-icu", code) from present), '[]') as areas,
             coalesce((select json_agg(${columns} order by seen.period_end, seen.population_base nulls first, told.number)
               from ${values} seen ${joins} where ${current} and seen.area_code = chosen.area), '[]') as series,
             coalesce((select json_agg(${columns} order by own.place, own.name collate "de-x-icu")
               from own join lateral (
                 select seen.* from ${values} seen join indicator_version of on of.id = seen.version_id
                 where ${current} and seen.area_code = own.code
                 order by seen.period_end desc, of.number desc, seen.population_base desc nulls last limit 1) seen on true ${joins}), '[]') as newest
      from known it, chosen`);
    return {
      area: found.area,
      areas: found.areas.map(({ code, name }) => ({ code, name: name || nameOfArea(code) })),
      series: found.series.map(shown),
      newest: found.newest.map(shown),
    };
  }
}

/** With its interval and name, and instants as the contract writes them. */
export function shown({ rateKind, factor, ...stored }: Stored): ObservationView {
  const { numerator, denominator } = stored;
  return {
    ...stored,
    areaName: stored.areaName || nameOfArea(stored.areaCode),
    recordedAt: new Date(stored.recordedAt).toISOString(),
    interval: intervalOf(rateKind, numerator, denominator, factor),
    smallNumber: numerator !== null && denominator !== null && isSmallNumber(numerator, denominator),
  };
}

function intervalOf(
  kind: RateKind,
  numerator: number | null,
  denominator: number | null,
  factor: number | null,
): ObservationView['interval'] {
  if (numerator === null || denominator === null || factor === null || !(denominator > 0)) return null;
  if (!Number.isInteger(numerator) || numerator < 0) return null;
  const scale = (interval: { low: number; high: number }, by: number) => ({
    low: interval.low * by,
    high: interval.high * by,
  });
  if (kind === 'SHARE' && numerator <= denominator)
    return scale(wilsonInterval(numerator, denominator), factor);
  return kind === 'EVENTS' ? scale(poissonInterval(numerator), factor / denominator) : null;
}
