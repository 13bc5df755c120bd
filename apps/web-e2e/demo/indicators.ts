import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './client';
import type { World } from '../world';

/** Every county begins with the catalogue; one indicator gets values with marks and gaps for its page beside those the demo may have. */
export async function ofIndicators(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { id } = await world.indicators.indicatorByCode(planner, 'DEM-04');
  await app.database.rows(
    `insert into observation (id, indicator_id, version_id, recorded_at, period_start, period_end, territory_status, period_kind,
       key_kind, area_code, value_flag, population_base, disclosure_state, value, numerator, denominator)
     select gen_random_uuid(), it.id, it.current_version_id, '2026-11-20T09:00:00Z', told.day, told.day, told.day, 'DAY', told.kind,
       told.code, told.flag, 'ZENSUS_2011', told.disclosure, told.value, told.persons, told.base
     from indicator it, (values
       (date '2014-12-31', 'KREIS', '15082', 'OK', 'UNCHECKED', 43.2, null::numeric, null::numeric),
       (date '2015-12-31', 'KREIS', '15082', 'OK', 'UNCHECKED', 44.11, 43056, 97605),
       (date '2015-12-31', 'AGS', '15082005', 'OK', 'UNCHECKED', 47.54, 2148, 4518),
       (date '2015-12-31', 'AGS', '15082015', 'PROVISIONAL', 'UNCHECKED', 49.7, 11583, 23304),
       (date '2015-12-31', 'AGS', '15082180', 'SUPPRESSED_PRIMARY', 'UNCHECKED', null, null, null)
     ) as told (day, kind, code, flag, disclosure, value, persons, base) where it.id = $1
     on conflict do nothing`,
    [id],
  );
  const prepared = async () => {
    const release = await world.indicators.preparedRelease(planner, id);
    await app.get(world.FigureReleaseCheck).runDue();
    return world.indicators.figureRelease(planner, release.id);
  };
  await world.indicators.releaseFigures(planner, await prepared());
  await prepared();
  return { indicator: id };
}

/** A table of figures to be looked at before it is taken over. */
export async function figures(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const figureImport = await world.figureImports.uploadedFigures(
    planner,
    'Bevölkerung 2015.csv',
    world.figureImports.populationTable,
  );
  await app.get(world.FigureImportWorker).runDue();
  return { figureImport };
}
