import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { PopulationBase, ValueFlag } from '@runder-tisch/domain/indicators';
import type { IndicatorUnit, PeriodKind } from '@runder-tisch/domain/indicators/catalogue';
import { Database } from '../../database/database';
import { countyCode } from '../indicator-sql';

/** A release as everybody may read it, without its numbers. */
export interface PublicRelease {
  id: string;
  number: number;
  releasedAt: string;
  cells: number;
  hidden: number;
  from: string;
  to: string;
  areas: string[];
  indicatorId: string;
  code: string;
  name: string;
  definition: string;
  unit: IndicatorUnit;
  source: string;
  attribution: string;
  licence: string;
  /** How often the source has something new. */
  rhythmMonths: number | null;
  /** The first release of the indicator. */
  begunAt: string;
}

export interface PublicCell {
  areaCode: string;
  areaName: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  dimensions: string;
  hidden: boolean;
  value: number | null;
  flag: ValueFlag;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  source: string;
}

const publicReleases = sql`select it.id, it.number, it.released_at as "releasedAt", it.cells, it.hidden, seen."from"::text, seen."to"::text, seen.areas,
    it.indicator_id as "indicatorId", indicator.code, told.name, told.definition, told.unit, coalesce(source.name, '') as source,
    coalesce(source.attribution, '') as attribution, coalesce(source.licence, '') as licence, source.rhythm_months as "rhythmMonths",
    min(it.released_at) over (partition by it.indicator_id) as "begunAt"
  from figure_release it join indicator on indicator.id = it.indicator_id
    join indicator_version told on told.id = it.version_id left join data_source source on source.id = told.source_id
    cross join lateral (select min(value.period_start) as "from", max(value.period_end) as "to", array_agg(distinct value.area_code) as areas
      from figure_release_cell cell join observation value on value.id = cell.observation_id where cell.release_id = it.id) seen
  where it.state = 'RELEASED' and told.state = 'PUBLISHED'`;

/** What everybody may read: released figures alone, from cells that hold no hidden number. */
@Injectable()
export class ReleasedFigures {
  constructor(private readonly database: Database) {}

  all(): Promise<PublicRelease[]> {
    return this.database.rows<PublicRelease>(sql`${publicReleases} order by indicator.code, it.number`);
  }

  /** 404 where it is not released, or no longer. */
  find(id: string): Promise<PublicRelease> {
    return this.database.found<PublicRelease>(sql`select * from (${publicReleases}) it where it.id = ${id}`);
  }

  cells(id: string): Promise<PublicCell[]> {
    return this.database.rows<PublicCell>(sql`
      select seen.area_code as "areaCode", cell.area_name as "areaName", seen.period_kind as "periodKind", seen.period_start::text as "periodStart",
             seen.period_end::text as "periodEnd", seen.dimensions, cell.because is not null as hidden, cell.value::float8 as value,
             case when cell.because is null then seen.value_flag else 'OK' end as flag, seen.territory_status::text as "territoryStatus",
             seen.population_base as "populationBase", coalesce(source.name, '') as source
      from figure_release_cell cell join figure_release it on it.id = cell.release_id join observation seen on seen.id = cell.observation_id
        join indicator_version told on told.id = seen.version_id left join data_source source on source.id = coalesce(seen.source_id, told.source_id)
      where cell.release_id = ${id} and it.state = 'RELEASED' order by cell.position`);
  }

  async county(): Promise<string | null> {
    const row = await this.database.one<{ code: string | null }>(sql`select ${countyCode} as code`);
    return row?.code ?? null;
  }
}
