import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type Definition,
  type LinkedFigure,
  linkedIndicators,
  type StatedSum,
} from '@runder-tisch/domain/indicators/releases';
import { rowsIn } from '../../database/rows';
import { figureOf, figureColumns, type StoredFigure } from './known-figures';

export interface IndicatorLinks {
  definitions: Definition[];
  sums: StatedSum[];
  /** Other indicators, in however many steps. */
  linkedIds: string[];
}

/** What the definitions of all indicators and the statements of planners say hangs together. */
export async function indicatorLinks(tx: EntityManager, indicatorId: string): Promise<IndicatorLinks> {
  const definitions = await rowsIn<Definition>(
    tx,
    sql`select told.id as "versionId", told.indicator_id as "indicatorId", indicator.code || ' ' || told.name as title, told.kind,
          told.rate_kind as "rateKind", told.disclosure_rule as rule, told.source_id as "sourceId", told.name, told.numerator, told.denominator
        from indicator_version told join indicator on indicator.id = told.indicator_id order by indicator.code, told.number`,
  );
  const sums = await rowsIn<StatedSum>(
    tx,
    sql`select stated.indicator_id as "indicatorId", stated.measure,
          array(select part.indicator_id from indicator_sum_part part where part.sum_id = stated.id order by part.indicator_id) as "partIds"
        from indicator_sum stated order by stated.id`,
  );
  return { definitions, sums, linkedIds: linkedIndicators(indicatorId, definitions, sums) };
}

/** Every value of the linked indicators that ever stood in a release. */
export async function linkedFigures(tx: EntityManager, links: IndicatorLinks): Promise<LinkedFigure[]> {
  if (links.linkedIds.length === 0) return [];
  const definitions = new Map(links.definitions.map((it) => [it.versionId, it]));
  const rows = await rowsIn<StoredFigure & { versionId: string; shown: boolean; current: boolean }>(
    tx,
    sql`
      with past as materialized (
        select cell.observation_id, bool_or(cell.because is null) as shown
        from figure_release_cell cell join figure_release release on release.id = cell.release_id
        where release.indicator_id = any(${links.linkedIds}::uuid[]) and release.released_at is not null group by cell.observation_id)
      select ${figureColumns}, known.version_id as "versionId", past.shown, known.superseded_at is null as current
      from past join observation known on known.id = past.observation_id
        left join municipality on known.key_kind = 'AGS' and municipality.ags = known.area_code
      order by known.indicator_id, known.period_end, known.area_code, known.dimensions, known.id`,
  );
  return rows.flatMap(({ versionId, shown, current, ...row }) => {
    const definition = definitions.get(versionId);
    if (!definition) return [];
    const { figure } = figureOf(row);
    return [
      { figure: { ...figure, name: `${definition.title}: ${figure.name}` }, definition, shown, current },
    ];
  });
}
