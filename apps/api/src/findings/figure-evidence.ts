import sql, { raw, type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import { visibleIndicators, visibleObservations } from '../indicators/indicators-access';
import { countyCode } from '../indicators/indicator-sql';
import type { EvidenceSource } from './evidence-source';

/** What holds now where the value (alias `it`) stood: a correction is another row at the same place. */
const now = `observation seen where seen.indicator_id = it.indicator_id and seen.area_code = it.area_code
  and seen.dimensions = it.dimensions and seen.period_end = it.period_end and seen.period_start = it.period_start
  and seen.version_id = it.version_id and seen.population_base is not distinct from it.population_base
  and seen.territory_status is not distinct from it.territory_status and seen.superseded_at is null`;

const told = (column: string): string =>
  `(select told.${column} from indicator_version told where told.id = it.version_id)`;

/** A value of an indicator for one area and period, in the definition, base and territory status it was told for. */
export const figureEvidence: EvidenceSource = {
  column: 'observation_id',
  table: 'observation',
  fingerprint: `coalesce((select md5(concat_ws(chr(31), trim_scale(seen.value), seen.value_flag)) from ${now}), 'gone')`,
  title: `concat_ws(' · ', ${told('name')}, coalesce(
    (select municipality.name from municipality where it.key_kind = 'AGS' and municipality.ags = it.area_code),
    (select county_name from county_settings where it.area_code = ${countyCode.sql}), it.area_code))`,
  // Numbers and days become German words outside of the statement.
  words: `(select json_build_object('held', seen.id is not null, 'value', seen.value::float8, 'flag', coalesce(seen.value_flag, 'NOT_YET_AVAILABLE'),
      'unit', ${told('unit')}, 'periodKind', it.period_kind, 'periodStart', it.period_start, 'periodEnd', it.period_end,
      'territoryStatus', it.territory_status, 'populationBase', it.population_base, 'versionNumber', ${told('number')},
      'source', coalesce((select source.name from data_source source where source.id = coalesce(seen.source_id, it.source_id, ${told('source_id')})), ''))::text
    from (select) one left join lateral (select seen.* from ${now}) seen on true)`,
  path: '/daten/indikatoren/',
  page: 'it.indicator_id',
  usable: `it.superseded_at is null and it.value is not null and it.dimensions = ''`,
  visible: visibleFigures,
};

/** Neither the value that was taken nor the one that holds now may be hidden from the viewer. */
function visibleFigures(viewer: Viewer): Sql {
  const seen = visibleObservations(viewer);
  return sql`(exists (select 1 from observation seen where seen.id = it.id and ${seen})
    and not exists (select 1 from ${raw(now)} and not (${seen}))
    and exists (select 1 from indicator known where known.id = it.indicator_id and ${visibleIndicator(viewer)}))`;
}

function visibleIndicator(viewer: Viewer): Sql {
  return sql`exists (select 1 from indicator it where it.id = known.id and ${visibleIndicators(viewer)})`;
}
