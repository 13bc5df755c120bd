import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import {
  type DataTestFacts,
  type DataTestsView,
  dataTestsOf,
  type IndicatorValuesView,
  nameOfArea,
  nextRelease,
  type ObservationView,
} from '@runder-tisch/domain/indicators';
import {
  isSmallNumber,
  poissonInterval,
  type RateKind,
  wilsonInterval,
} from '@runder-tisch/domain/indicators/formulas';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { countyCode, municipalityCount, withDefinition } from './indicator-sql';
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
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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
             select own.code, own.name, own.place from own, known it
             where exists (select 1 from ${values} seen where ${current} and seen.area_code = own.code)),
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

  /** The five tests of its current values, counted in one statement; for planners. */
  async tests(viewer: Viewer, id: string): Promise<DataTestsView> {
    const today = berlinDay(this.clock.now());
    const found = await this.database.found<
      Omit<DataTestFacts, 'overdue' | 'expectedOn'> & {
        newest: string | null;
        rhythmMonths: number | null;
        lagMonths: number;
        announcedOn: string | null;
      }
    >(sql`
      with it as materialized (select it.*, told.rate_kind, told.disclosure_rule from ${withDefinition} it
             join indicator_version told on told.id = it.current_version_id where it.id = ${id} and ${visibleIndicators(viewer)}),
           current as materialized (
             select seen.area_code, seen.key_kind, seen.dimensions, seen.period_start, seen.period_end, seen.value, seen.value_flag,
                    seen.version_id, seen.population_base, seen.territory_status, seen.kept_numerator_flag
             from observation seen join it on it.id = seen.indicator_id where seen.superseded_at is null),
           sums as (
             select sum(value) filter (where key_kind = 'AGS' and left(area_code, 5) = ${countyCode}) as parts,
                    count(value) filter (where key_kind = 'AGS' and left(area_code, 5) = ${countyCode}) as number,
                    max(value) filter (where area_code = ${countyCode}) as whole
             from current where dimensions = '' group by period_start, period_end, version_id, population_base, territory_status)
      select it.kind, it.unit, it.rate_kind = 'SHARE' as shares, it.disclosure_rule = 'R5' as perturbed,
             it.rhythm_months as "rhythmMonths", it.lag_months as "lagMonths", it.next_release_on::text as "announcedOn",
             (select max(period_end)::text from current where value_flag <> 'NOT_YET_AVAILABLE') as newest,
             (select count(*)::int from current) as values,
             (select count(*)::int from (select from current group by area_code, dimensions, period_start, period_end having count(*) > 1) twice) as doubled,
             (select count(*)::int from current where value < 0) as negative,
             (select count(*)::int from current where ${aboveWhole}) as "aboveWhole",
             ${sumsWhere(sql`true`)} as "sumsAsked",
             ${sumsWhere(sql`abs(parts - whole) > number * 0.5`)} as "sumsOff",
             (select count(*)::int from (select from current group by dimensions, period_end, key_kind
               having bool_or(value_flag = 'ZERO') and bool_or(value_flag = 'NOT_YET_AVAILABLE' and kept_numerator_flag is null)) mixed) as "mixedMarkers"
      from it`);
    const { newest, rhythmMonths, lagMonths, announcedOn, ...facts } = found;
    const release = nextRelease({ newestPeriodEnd: newest, rhythmMonths, lagMonths, announcedOn }, today);
    return { results: dataTestsOf({ ...facts, ...release }) };
  }
}

/** The whole of a share is its factor: 100 of a percentage, 1,000 of per mille. */
const aboveWhole = sql`value > (select factor from indicator_version told where told.id = it.current_version_id)`;

/** Periods in which all municipalities and the county have a number. */
function sumsWhere(condition: Sql): Sql {
  return sql`(select count(*)::int from sums where whole is not null and number = ${municipalityCount} and number > 0 and ${condition})`;
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
