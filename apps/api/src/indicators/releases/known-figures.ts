import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { nameOfArea, shownPeriod } from '@runder-tisch/domain/indicators';
import type { Figure } from '@runder-tisch/domain/indicators/releases';
import { rowsIn } from '../../database/rows';
import { countyCode } from '../indicator-sql';

export interface KnownFigure {
  figure: Figure;
  areaName: string;
  /** Among those to be released. */
  fresh: boolean;
  current: boolean;
  /** In earlier releases it was seen by everybody, or kept from them, or a former value of its place and time was. */
  before: 'SHOWN' | 'HIDDEN' | null;
}

export type StoredFigure = Omit<Figure, 'name'> & Pick<KnownFigure, 'areaName'>;

/** Over the observation `known` and its `municipality`. */
export const figureColumns = sql`known.id, known.key_kind as "keyKind", known.area_code as "areaCode", known.period_kind as "periodKind",
  known.period_start::text as "periodStart", known.period_end::text as "periodEnd", known.dimensions,
  known.population_base as "populationBase", known.territory_status::text as "territoryStatus", known.value::float8 as value,
  known.value_flag as flag, known.numerator::float8 as numerator, known.denominator::float8 as denominator,
  coalesce(municipality.name, case when known.area_code = ${countyCode} then (select county_name from county_settings) end, '') as "areaName"`;

interface Asked {
  indicatorId: string;
  versionId: string;
  firstDay: string | null;
  lastDay: string | null;
}

/** What is to be released, and every value of the indicator that stood in a release; in the order of a table. */
export async function knownFigures(tx: EntityManager, asked: Asked): Promise<KnownFigure[]> {
  const { indicatorId, versionId, firstDay, lastDay } = asked;
  const rows = await rowsIn<StoredFigure & Pick<KnownFigure, 'fresh' | 'current' | 'before'>>(
    tx,
    sql`
      with past as materialized (
             select cell.observation_id, bool_or(cell.because is null) as shown
             from figure_release_cell cell join figure_release release on release.id = cell.release_id
             where release.indicator_id = ${indicatorId} and release.released_at is not null group by cell.observation_id),
           hidden as materialized (
             select distinct seen.area_code, seen.dimensions, seen.period_start, seen.period_end, seen.version_id
             from past join observation seen on seen.id = past.observation_id where not past.shown),
           known as materialized (
             select seen.*, seen.superseded_at is null as current, past.observation_id is not null as told, past.shown,
                    seen.superseded_at is null and seen.version_id = ${versionId}
                      and seen.period_end >= coalesce(${firstDay}::date, seen.period_end)
                      and seen.period_end <= coalesce(${lastDay}::date, seen.period_end) as fresh
             from observation seen left join past on past.observation_id = seen.id
             where seen.indicator_id = ${indicatorId} and (past.observation_id is not null or seen.superseded_at is null))
      select ${figureColumns}, known.fresh, known.current and known.version_id = ${versionId} as current,
             case when known.shown then 'SHOWN'
                  when known.told or exists (select 1 from hidden where (hidden.area_code, hidden.dimensions, hidden.period_start, hidden.period_end, hidden.version_id)
                    = (known.area_code, known.dimensions, known.period_start, known.period_end, known.version_id)) then 'HIDDEN' end as before
      from known left join municipality on known.key_kind = 'AGS' and municipality.ags = known.area_code
      where known.told or known.fresh
      order by known.period_end, known.period_start, length(known.area_code), known.area_code, known.dimensions, known.population_base, known.id`,
  );
  return rows.map(({ fresh, current, before, ...row }) => ({ ...figureOf(row), fresh, current, before }));
}

export function figureOf({ areaName: name, ...figure }: StoredFigure): { figure: Figure; areaName: string } {
  const areaName = name || nameOfArea(figure.areaCode);
  const period = shownPeriod(figure.periodKind, figure.periodStart, figure.periodEnd);
  const parts = [areaName, period, figure.dimensions.replaceAll(';', ', ')].filter(Boolean);
  return { figure: { ...figure, name: parts.join(', ') }, areaName };
}
