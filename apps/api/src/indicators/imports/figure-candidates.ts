import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Figure } from '@runder-tisch/domain/indicators/imports';
import type { FigureDifference, FigurePreview } from '@runder-tisch/domain/indicators/imports';
import { rowsIn } from '../../database/rows';
import { testAgain } from '../tests/data-tests';

/** An indicator as an import needs it. */
export interface KnownIndicator {
  id: string;
  versionId: string;
}

/** The current value (alias `seen`) of the same place, time and breakdown as `given`. */
const sameKey = sql`seen.indicator_id = given.indicator_id and seen.area_code = given.area_code and seen.dimensions = given.dimensions
  and seen.period_end = given.period_end and seen.period_start = given.period_start and seen.version_id = given.version_id
  and seen.population_base is not distinct from given.population_base
  and seen.territory_status is not distinct from given.territory_status and seen.superseded_at is null`;

/** Another row of the place, time and breakdown of `given`, on whatever base: a rate waits without one. */
const samePlace = (alias: 'mine' | 'old'): Sql => {
  const it = raw(alias);
  return sql`${it}.indicator_id = given.indicator_id and ${it}.area_code = given.area_code and ${it}.dimensions = given.dimensions
    and ${it}.period_end = given.period_end and ${it}.period_start = given.period_start and ${it}.version_id = given.version_id`;
};

/**
 * Tells the same again: number, sign and what it was computed from. What an office publishes rounded says no more
 * than the same number that was computed, and does not take its place.
 */
const tellsTheSame = sql`(seen.value_flag = given.value_flag and (
    (seen.value is not distinct from given.value and seen.quality = given.quality
      and seen.numerator is not distinct from given.numerator and seen.denominator is not distinct from given.denominator
      and seen.kept_numerator is not distinct from given.kept_numerator and seen.kept_numerator_flag is not distinct from given.kept_numerator_flag)
    or (seen.numerator is not null and given.numerator is null
      and round(seen.value, greatest(scale(given.value), 1)) = given.value)))`;

/** So many values are compared with the whole catalogue at once; fewer are looked up one by one. */
const MANY = 20_000;

/**
 * How candidates meet the catalogue. Neither table has figures the planner could go by: one is filled by this very
 * transaction, and it once read the other from end to end for each of a million values, or sorted them by their
 * indicator alone and compared each with each.
 */
export async function joinBy(tx: EntityManager, way: 'index' | 'whole'): Promise<void> {
  await rowsIn(
    tx,
    sql`select set_config('plan_cache_mode', 'force_custom_plan', true),
          set_config('enable_seqscan', ${way === 'index' ? 'off' : 'on'}, true),
          set_config('enable_nestloop', ${way === 'index' ? 'on' : 'off'}, true),
          set_config('enable_mergejoin', ${way === 'index' ? 'on' : 'off'}, true),
          set_config('work_mem', ${way === 'index' ? '4MB' : '64MB'}, true)`,
  );
}

/**
 * Keeps values beside the catalogue and says of each what would become of it. Each is looked up by itself: left to
 * choose, the planner, who knows nothing of what this transaction writes, goes through the whole catalogue for every
 * batch.
 */
export async function keepCandidates(
  tx: EntityManager,
  importId: string,
  first: number,
  figures: readonly Figure[],
  known: ReadonlyMap<string, KnownIndicator>,
  recomputed = false,
): Promise<void> {
  const rows = figures.map((it, at) => [
    first + at,
    it.line,
    known.get(it.indicator)?.id,
    known.get(it.indicator)?.versionId,
    it.periodStart,
    it.periodEnd,
    it.territoryStatus,
    it.periodKind,
    it.keyKind,
    it.areaCode,
    it.dimensions,
    it.flag,
    it.populationBase,
    it.quality,
    it.value,
    it.numerator,
    it.denominator,
    it.keptNumerator?.value,
    it.keptNumerator?.flag,
  ]);
  const column = (at: number) => rows.map((row) => row[at] ?? null);
  await rowsIn(
    tx,
    sql`with given as (
          select * from unnest(${column(0)}::integer[], ${column(1)}::integer[], ${column(2)}::uuid[], ${column(3)}::uuid[], ${column(4)}::date[],
            ${column(5)}::date[], ${column(6)}::date[], ${column(7)}::text[], ${column(8)}::text[], ${column(9)}::text[], ${column(10)}::text[],
            ${column(11)}::text[], ${column(12)}::text[], ${column(13)}::text[], ${column(14)}::numeric[], ${column(15)}::numeric[], ${column(16)}::numeric[],
            ${column(17)}::numeric[], ${column(18)}::text[])
            as it (position, line, indicator_id, version_id, period_start, period_end, territory_status, period_kind, key_kind, area_code,
              dimensions, value_flag, population_base, quality, value, numerator, denominator, kept_numerator, kept_numerator_flag))
        insert into data_import_value (import_id, position, line, indicator_id, version_id, period_start, period_end, territory_status,
          period_kind, key_kind, area_code, dimensions, value_flag, population_base, quality, value, numerator, denominator, kept_numerator, kept_numerator_flag,
          old_id, change, weight, recomputed)
        select ${importId}::uuid, given.*, seen.id, ${changeOf}, ${weightOf}, ${recomputed}::boolean
        from given left join lateral (
          select id, value, value_flag, quality, numerator, denominator, kept_numerator, kept_numerator_flag
          from observation seen where ${sameKey} limit 1) seen on true`,
  );
}

const changeOf: Sql = sql`case when seen.id is null then 'NEW' when ${tellsTheSame} then 'SAME'
  when given.value is null and seen.value is not null then 'WITHDRAWN' else 'CHANGED' end`;

/** How far old and new lie apart, as a share of the old one; what is gone altogether comes before all. */
const weightOf: Sql = sql`case when seen.id is null then 0 when given.value is null or seen.value is null then 1e9
  else least(abs(given.value - seen.value) / greatest(abs(seen.value), 0.001), 1e8) end::real`;

/** What the page tells before anything is written: per indicator and time, and how many values have no number. */
export async function differencesOf(
  tx: EntityManager,
  importId: string,
): Promise<Pick<FigurePreview, 'differences' | 'flags'>> {
  const differences = await rowsIn<FigureDifference>(
    tx,
    sql`with told as (
          select indicator_id, version_id, recomputed, period_kind, period_start, period_end,
                 count(*) filter (where change = 'NEW')::int as added, count(*) filter (where change = 'CHANGED')::int as changed,
                 count(*) filter (where change = 'WITHDRAWN')::int as withdrawn, count(*) filter (where change = 'SAME')::int as same
          from data_import_value where import_id = ${importId} group by 1, 2, 3, 4, 5, 6)
        select indicator.code, known.name, told.recomputed, told.period_kind as "periodKind", told.period_start::text as "periodStart",
               told.period_end::text as "periodEnd", added, changed, withdrawn, same
        from told join indicator on indicator.id = told.indicator_id join indicator_version known on known.id = told.version_id
        order by told.recomputed, indicator.code, told.period_end desc limit 400`,
  );
  const flags = await rowsIn<FigurePreview['flags'][number]>(
    tx,
    sql`select value_flag as flag, count(*)::int as count from data_import_value where import_id = ${importId} and value_flag <> 'OK' and not recomputed
        group by value_flag order by count(*) desc`,
  );
  return { differences, flags };
}

export interface Taken {
  written: number;
  superseded: number;
  unchanged: number;
}

/**
 * Takes all values of an import over, in three statements however many there are. They are held against the catalogue
 * anew: another import may have come in between.
 */
export async function takeOver(tx: EntityManager, importId: string, at: Date): Promise<Taken> {
  await rowsIn(tx, sql`select set_config('rt.counts_later', 'yes', true)`);
  const [size] = await rowsIn<{ many: boolean }>(
    tx,
    sql`select count(*) > ${MANY}::int as many from data_import_value where import_id = ${importId}`,
  );
  await joinBy(tx, size?.many ? 'whole' : 'index');
  const [gone] = await rowsIn<{ count: number }>(
    tx,
    sql`with gone as (
          update observation seen set superseded_at = ${at} from data_import_value given
          where given.import_id = ${importId} and ${sameKey} and not ${tellsTheSame} returning 1)
        select count(*)::int as count from gone`,
  );
  const [came] = await rowsIn<{ count: number }>(
    tx,
    sql`with came as (
          insert into observation (id, indicator_id, version_id, source_id, import_id, line, recorded_at, period_start, period_end,
            territory_status, period_kind, key_kind, area_code, dimensions, value_flag, population_base, disclosure_state, quality,
            value, numerator, denominator, kept_numerator, kept_numerator_flag)
          select uuidv7(), given.indicator_id, given.version_id, known.source_id, given.import_id, given.line, ${at}, given.period_start,
            given.period_end, given.territory_status, given.period_kind, given.key_kind, given.area_code, given.dimensions, given.value_flag,
            given.population_base, 'UNCHECKED', given.quality,
            given.value, given.numerator, given.denominator, given.kept_numerator, given.kept_numerator_flag
          from data_import_value given join indicator_version known on known.id = given.version_id
          where given.import_id = ${importId} and not exists (select 1 from observation seen where ${sameKey})
          returning 1)
        select count(*)::int as count from came`,
  );
  const [all] = await rowsIn<{ count: number; ids: string[] }>(
    tx,
    sql`select count(*)::int as count, coalesce(array_agg(distinct indicator_id), '{}') as ids from data_import_value where import_id = ${importId}`,
  );
  await countPeriods(tx, all?.ids ?? []);
  const written = came?.count ?? 0;
  return { written, superseded: gone?.count ?? 0, unchanged: (all?.count ?? 0) - written };
}

/** Sets aside what an import brought and lets the values before it count again; false where newer ones stand there. */
export async function takeBack(tx: EntityManager, importId: string, at: Date): Promise<boolean> {
  await rowsIn(tx, sql`select set_config('rt.counts_later', 'yes', true)`);
  await joinBy(tx, 'whole');
  // What it brought may have been replaced and brought back again.
  const newer = await rowsIn(
    tx,
    sql`select 1 from observation given where given.import_id = ${importId} and given.superseded_at is not null
          and not exists (select 1 from observation mine where ${samePlace('mine')} and mine.import_id = given.import_id and mine.superseded_at is null)
        limit 1`,
  );
  if (newer.length > 0) return false;
  await rowsIn(
    tx,
    sql`update observation set superseded_at = ${at} where import_id = ${importId} and superseded_at is null`,
  );
  await rowsIn(
    tx,
    sql`insert into observation (id, indicator_id, version_id, source_id, import_id, line, recorded_at, period_start, period_end,
          territory_status, period_kind, key_kind, area_code, dimensions, value_flag, population_base, disclosure_state, quality,
          value, numerator, denominator, kept_numerator, kept_numerator_flag)
        select distinct on (old.id) uuidv7(), old.indicator_id, old.version_id, old.source_id, old.import_id, old.line, ${at}, old.period_start, old.period_end,
          old.territory_status, old.period_kind, old.key_kind, old.area_code, old.dimensions, old.value_flag, old.population_base,
          'UNCHECKED', old.quality, old.value, old.numerator, old.denominator, old.kept_numerator, old.kept_numerator_flag
        from data_import brought join observation given on given.import_id = brought.id
          join observation old on ${samePlace('old')} and old.superseded_at = brought.written_at
          and old.import_id is distinct from given.import_id
        where brought.id = ${importId} and given.superseded_at = ${at}
          and not exists (select from data_import gone where gone.id = old.import_id and gone.state = 'UNDONE')`,
  );
  const [all] = await rowsIn<{ ids: string[] }>(
    tx,
    sql`select coalesce(array_agg(distinct indicator_id), '{}') as ids from observation where import_id = ${importId}`,
  );
  await countPeriods(tx, all?.ids ?? []);
  return true;
}

export async function countPeriods(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await rowsIn(tx, sql`select count_indicator_periods(${ids}::uuid[])`);
  await testAgain(tx, ids);
}
