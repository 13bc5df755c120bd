import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import { nameOfArea } from '@runder-tisch/domain/indicators';
import type { RateKind } from '@runder-tisch/domain/indicators/formulas';
import {
  type AreaChoice,
  type CourseView,
  type MunicipalitiesView,
  trendOf,
} from '@runder-tisch/domain/indicators/viewing';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { countyCode } from '../indicator-sql';
import { columns, joins, shown, type Stored } from '../indicator-values';
import { visibleIndicators, visibleObservations } from '../indicators-access';

interface StoredCourse {
  name: string;
  kind: CourseView['kind'];
  unit: CourseView['unit'];
  rateKind: RateKind;
  direction: MunicipalitiesView['direction'];
  county: string | null;
  areas: AreaChoice[];
  lines: { code: string; name: string; values: Stored[] }[];
}

type StoredMunicipalities = Omit<MunicipalitiesView, 'values' | 'county'> & {
  values: Stored[];
  county: Stored | null;
};

/** Values of one indicator beside each other: over time, and the municipalities of one period. One statement each. */
@Injectable()
export class Comparisons {
  constructor(private readonly database: Database) {}

  async course(viewer: Viewer, id: string, asked: readonly string[]): Promise<CourseView> {
    const current = currentValues(viewer);
    const held =
      visibleObservations(viewer).sql === 'true'
        ? sql`true`
        : sql`exists (select from observation seen where ${current} and seen.area_code = area.area_code)`;
    // Two statements in place of one that asks which it is: of that one the database would make a plan at every look.
    const wanted =
      asked.length > 0
        ? sql`select code, place from unnest(${asked}::text[]) with ordinality as asked (code, place)`
        : sql`select code, place from known, unnest(array[county, left(county, 2)]) with ordinality as usual (code, place)
            where code is not null`;
    const { rateKind, direction, county, areas, lines, ...facts } = await this.database
      .found<StoredCourse>(sql`
      with known as materialized (${indicatorOf(viewer, id)}),
        own as (
          select ags as code, name from municipality
          union all select county, (select county_name from county_settings) from known where county is not null),
        present as (
          select area.area_code as code, coalesce(own.name, '') as name
          from known it join indicator_area area on area.indicator_id = it.id left join own on own.code = area.area_code
          where (own.code is not null or length(area.area_code) = 5 or area.area_code in ('DG', left(it.county, 2)))
            and ${held}),
        wanted as (${wanted})
      select it.name, it.kind, it.unit, it.rate_kind as "rateKind", it.direction, it.county,
             coalesce((select json_agg(json_build_object('code', code, 'name', name)) from present), '[]') as areas,
             coalesce((select json_agg(json_build_object('code', wanted.code, 'name', coalesce(own.name, ''), 'values', coalesce((
                 select json_agg(${columns} order by seen.period_end, seen.population_base nulls first, told.number)
                 from observation seen ${joins} where ${current} and seen.area_code = wanted.code), '[]')) order by place)
               from wanted left join own on own.code = wanted.code), '[]') as lines
      from known it`);
    const named = lines.map((line) => ({
      code: line.code,
      name: line.name || nameOfArea(line.code),
      values: line.values.map(shown),
    }));
    const trend = trendOf(named[0]?.values ?? [], { ...facts, rateKind, direction });
    return { ...facts, areas: inOrder(areas, county), lines: named, trend: trend?.says ?? null };
  }

  async municipalities(viewer: Viewer, id: string, period: string | undefined): Promise<MunicipalitiesView> {
    const current = currentValues(viewer);
    const counted = raw(mayWith(viewer.roles, 'indicator:change') ? 'period.areas' : 'period.publishable');
    const newest = (code: Sql): Sql => sql`
      select seen.* from observation seen join indicator_version of on of.id = seen.version_id
      where ${current} and seen.area_code = ${code} and seen.period_end = chosen.end and seen.period_start = chosen.start
      order by of.number desc, seen.population_base desc nulls last, seen.territory_status desc nulls last limit 1`;
    const found = await this.database.found<StoredMunicipalities>(sql`
      with known as materialized (${indicatorOf(viewer, id)}),
        periods as materialized (
          select period.period_kind as kind, period.period_start as start, period.period_end as end
          from indicator_period period, known it
          where period.indicator_id = it.id and period.key_kind = 'AGS' and ${counted} > 0),
        chosen as (
          select * from periods order by periods.end = ${period ?? null}::date desc nulls last, periods.end desc, start desc limit 1)
      select it.name, it.kind, it.unit, it.direction,
             coalesce((select json_agg(periods order by periods.end desc, start desc) from periods), '[]') as periods,
             (select to_json(chosen) from chosen) as period,
             coalesce((select json_agg(${columns} order by place.name collate "de-x-icu")
               from chosen cross join municipality place cross join lateral (${newest(sql`place.ags`)}) seen ${joins}), '[]') as values,
             (select ${columns} from chosen cross join lateral (${newest(sql`it.county`)}) seen ${joins}) as county,
             coalesce((select json_agg(place.name order by place.name collate "de-x-icu")
               from chosen cross join municipality place where place.active and not exists (${newest(sql`place.ags`)})), '[]') as without
      from known it`);
    return { ...found, values: found.values.map(shown), county: found.county && shown(found.county) };
  }
}

/** The indicator with its current definition, as `it`; the key of our county as `county`. */
function indicatorOf(viewer: Viewer, id: string): Sql {
  return sql`select it.id, told.name, told.kind, told.unit, told.rate_kind, told.direction, ${countyCode} as county
    from indicator it join indicator_version told on told.id = it.current_version_id
    where it.id = ${id} and ${visibleIndicators(viewer)}`;
}

/** Totals (alias `seen`) of the indicator `it` that hold and that this viewer sees. */
function currentValues(viewer: Viewer): Sql {
  return sql`seen.indicator_id = it.id and seen.dimensions = '' and seen.superseded_at is null and ${visibleObservations(viewer)}`;
}

/** Germany, the Land, the county, its municipalities, and then the other Kreise. */
function inOrder(areas: readonly AreaChoice[], county: string | null): AreaChoice[] {
  const place = ({ code }: AreaChoice): number => {
    if (code.length < 5) return code === 'DG' ? 0 : 1;
    if (code === county) return 2;
    return code.length === 8 ? 3 : 4;
  };
  return areas
    .map(({ code, name }) => ({ code, name: name || nameOfArea(code) }))
    .toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'de'));
}
