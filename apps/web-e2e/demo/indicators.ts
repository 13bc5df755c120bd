import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';
import { clientOf } from './client';

/**
 * Every county begins with the catalogue; one indicator gets released values for its page beside those the demo may have:
 * a series with a break at the Zensus and a hidden value, Land and another Kreis beside it, municipalities.
 */
export async function ofIndicators(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { id } = await world.indicators.indicatorByCode(planner, 'SOZ-03');
  await app.database.rows(
    `insert into observation (id, indicator_id, version_id, recorded_at, period_start, period_end, territory_status, period_kind,
       key_kind, area_code, value_flag, population_base, disclosure_state, value, numerator, denominator)
     select gen_random_uuid(), it.id, it.current_version_id, '2026-11-20T09:00:00Z', told.day, told.day, told.day, 'DAY',
       case length(told.code) when 2 then 'LAND' when 5 then 'KREIS' else 'AGS' end, told.code, told.flag, told.base, told.disclosure,
       round(100.0 * told.children / told.whole, 4), told.children, told.whole
     from indicator it, (values
       (date '2018-12-31', '15082', 'OK', 'ZENSUS_2011', 'UNCHECKED', 4630, 22410),
       (date '2019-12-31', '15082', 'OK', 'ZENSUS_2011', 'UNCHECKED', 4310, 22380),
       (date '2020-12-31', '15082', 'SUPPRESSED_PRIMARY', 'ZENSUS_2011', 'UNCHECKED', null, null),
       (date '2021-12-31', '15082', 'OK', 'ZENSUS_2011', 'UNCHECKED', 3890, 22300),
       (date '2022-12-31', '15082', 'OK', 'ZENSUS_2022', 'UNCHECKED', 4120, 22010),
       (date '2023-12-31', '15082', 'OK', 'ZENSUS_2022', 'UNCHECKED', 3900, 21950),
       (date '2024-12-31', '15082', 'OK', 'ZENSUS_2022', 'UNCHECKED', 3610, 21800),
       (date '2019-12-31', '15', 'OK', 'ZENSUS_2011', 'UNCHECKED', 60900, 318000),
       (date '2022-12-31', '15', 'OK', 'ZENSUS_2022', 'UNCHECKED', 59800, 316000),
       (date '2024-12-31', '15', 'OK', 'ZENSUS_2022', 'UNCHECKED', 55100, 311000),
       (date '2022-12-31', '15091', 'OK', 'ZENSUS_2022', 'UNCHECKED', 2610, 17400),
       (date '2024-12-31', '15091', 'OK', 'ZENSUS_2022', 'UNCHECKED', 2480, 17200),
       (date '2023-12-31', '15082005', 'OK', 'ZENSUS_2022', 'UNCHECKED', 176, 1010),
       (date '2024-12-31', '15082005', 'OK', 'ZENSUS_2022', 'UNCHECKED', 168, 1002),
       (date '2024-12-31', '15082015', 'PROVISIONAL', 'ZENSUS_2022', 'UNCHECKED', 1310, 5480),
       (date '2024-12-31', '15082180', 'SUPPRESSED_PRIMARY', 'ZENSUS_2022', 'UNCHECKED', null, null),
       (date '2024-12-31', '15082256', 'OK', 'ZENSUS_2022', 'UNCHECKED', 7, 44),
       (date '2024-12-31', '15082377', 'OK', 'ZENSUS_2022', 'UNCHECKED', 602, 2690),
       (date '2024-12-31', '15082430', 'OK', 'ZENSUS_2022', 'UNCHECKED', 291, 2040)
     ) as told (day, code, flag, base, disclosure, children, whole) where it.id = $1
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
