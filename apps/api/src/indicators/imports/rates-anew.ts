import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type AnewRates,
  anewRates,
  changedAt,
  denominatorDays,
  dividedBy,
  type IndicatorFacts,
  type KeptRate,
  type KeptValue,
  outsideDerivations,
} from '@runder-tisch/domain/indicators/imports';
import { rowsIn } from '../../database/rows';
import { countPeriods, type KnownIndicator } from './figure-candidates';

type Known = ReadonlyMap<string, KnownIndicator & IndicatorFacts>;

interface ChangedPlace {
  code: string;
  area: string;
  day: string;
}

/** So many areas are looked at together: their rates and populations fit into the memory of a small machine. */
const AREAS_AT_ONCE = 200;
const rateCodes = [...outsideDerivations.keys()];

/** Of a breakdown nothing is divided by but ages. */
const isDivisor: Sql = sql`(it.dimensions = '' or it.dimensions ~ '^ALT=[0-9+-]+$')`;

/** Rates that would change with the values an import waits to bring. */
export async function ratesToCome(
  tx: EntityManager,
  importId: string,
  known: Known,
  each: (rates: AnewRates) => Promise<void>,
): Promise<void> {
  const changed = await rowsIn<ChangedPlace>(
    tx,
    sql`select distinct indicator.code, it.area_code as area, it.period_end::text as day
        from data_import_value it join indicator on indicator.id = it.indicator_id
        where it.import_id = ${importId} and it.change <> 'SAME' and indicator.code = any(${dividedBy}::text[]) and ${isDivisor}`,
  );
  await worked(tx, known, changed, importId, each);
}

/**
 * Works rates anew after an import wrote its values, or they were taken back, at this very moment.
 * @returns how many
 */
export async function renewRates(
  tx: EntityManager,
  importId: string,
  known: Known,
  at: Date,
): Promise<number> {
  const changed = await rowsIn<ChangedPlace>(
    tx,
    sql`select distinct indicator.code, it.area_code as area, it.period_end::text as day
        from observation it join indicator on indicator.id = it.indicator_id
        where it.import_id = ${importId} and (it.recorded_at = ${at} or it.superseded_at = ${at})
          and indicator.code = any(${[...dividedBy, ...rateCodes]}::text[]) and ${isDivisor}`,
  );
  let count = 0;
  const counted = new Set<string>();
  await worked(tx, known, changed, null, async (rates) => {
    await write(tx, rates, known, at);
    count += rates.figures.length;
    for (const { indicator } of rates.figures) counted.add(known.get(indicator)?.id ?? '');
  });
  if (counted.size > 0) await countPeriods(tx, [...counted]);
  return count;
}

async function worked(
  tx: EntityManager,
  known: Known,
  changed: readonly ChangedPlace[],
  waiting: string | null,
  each: (rates: AnewRates) => Promise<void>,
): Promise<void> {
  const places = new Set(changed.map(({ code, area, day }) => changedAt(code, area, day)));
  const areas = [...new Set(changed.map(({ area }) => area))].sort();
  for (let from = 0; from < areas.length; from += AREAS_AT_ONCE) {
    const some = areas.slice(from, from + AREAS_AT_ONCE);
    const rates = await ratesOf(tx, some);
    if (rates.length === 0) continue;
    const kept = await divisorsOf(tx, some, denominatorDays(rates), waiting);
    const found = anewRates(rates, kept, known, places);
    if (found.figures.length > 0 || found.ended.length > 0) await each(found);
  }
}

async function ratesOf(tx: EntityManager, areas: readonly string[]): Promise<KeptRate[]> {
  const rows = await rowsIn<
    Omit<KeptRate, 'keptNumerator'> & { counted: number | null; flagged: KeptRate['flag'] }
  >(
    tx,
    sql`select seen.id, indicator.code as indicator, seen.area_code as "areaCode", seen.key_kind as "keyKind",
          seen.period_kind as "periodKind", seen.period_start::text as "periodStart", seen.period_end::text as "periodEnd", seen.dimensions,
          seen.value::float8 as value, seen.value_flag as flag, seen.quality, seen.numerator::float8 as numerator,
          seen.denominator::float8 as denominator, seen.kept_numerator::float8 as counted, seen.kept_numerator_flag as flagged,
          seen.territory_status::text as "territoryStatus", seen.population_base as "populationBase", coalesce(seen.line, 1) as line,
          seen.import_id as "importId", (seen.recorded_at at time zone 'UTC')::text as "recordedAt"
        from indicator join observation seen on seen.indicator_id = indicator.id and seen.version_id = indicator.current_version_id
        where indicator.code = any(${rateCodes}::text[]) and seen.area_code = any(${areas}::text[]) and seen.superseded_at is null
          and seen.kept_numerator_flag is not null`,
  );
  return rows.map(({ counted, flagged, ...rate }) => ({
    ...rate,
    keptNumerator: { value: counted, flag: flagged },
  }));
}

/** What rates of these areas may be divided by; values that wait to be taken over stand in place of those there are. */
async function divisorsOf(
  tx: EntityManager,
  areas: readonly string[],
  days: readonly string[],
  waiting: string | null,
): Promise<KeptValue[]> {
  const columns: Sql = sql`indicator.code as indicator, it.area_code as "areaCode", it.period_end::text as "periodEnd", it.dimensions,
    it.value::float8 as value, coalesce(it.numerator, it.kept_numerator)::float8 as numerator, it.value_flag as flag,
    it.territory_status::text as "territoryStatus", it.population_base as "populationBase"`;
  const which: Sql = sql`indicator.code = any(${dividedBy}::text[]) and it.area_code = any(${areas}::text[])
    and it.period_end = any(${days}::date[]) and ${isDivisor}`;
  const kept = await rowsIn<KeptValue>(
    tx,
    sql`select ${columns} from indicator join observation it on it.indicator_id = indicator.id and it.version_id = indicator.current_version_id
        where it.superseded_at is null and ${which}`,
  );
  if (waiting === null) return kept;
  const given = await rowsIn<KeptValue>(
    tx,
    sql`select ${columns} from data_import_value it join indicator on indicator.id = it.indicator_id
        where it.import_id = ${waiting} and ${which}`,
  );
  const placeOf = (it: KeptValue): string =>
    [it.indicator, it.areaCode, it.periodEnd, it.dimensions, it.populationBase].join('|');
  return [...new Map([...kept, ...given].map((it) => [placeOf(it), it])).values()];
}

/** A rate goes on belonging to the file its numerator came from. */
async function write(
  tx: EntityManager,
  { figures, ended }: AnewRates,
  known: Known,
  at: Date,
): Promise<void> {
  await rowsIn(tx, sql`update observation set superseded_at = ${at} where id = any(${ended}::uuid[])`);
  const column = <Value>(of: (figure: AnewRates['figures'][number]) => Value): Value[] => figures.map(of);
  await rowsIn(
    tx,
    sql`insert into observation (id, indicator_id, version_id, source_id, import_id, line, recorded_at, period_start, period_end,
          territory_status, period_kind, key_kind, area_code, dimensions, value_flag, population_base, disclosure_state, quality,
          value, numerator, denominator, kept_numerator, kept_numerator_flag)
        select uuidv7(), told.indicator_id, told.id, told.source_id, given.import_id, given.line, ${at}, given.period_start, given.period_end,
          given.territory_status, given.period_kind, given.key_kind, given.area_code, given.dimensions, given.value_flag, given.population_base,
          'UNCHECKED', given.quality, given.value, given.numerator, given.denominator, given.kept_numerator, given.kept_numerator_flag
        from unnest(${column((it) => known.get(it.indicator)?.versionId)}::uuid[], ${column((it) => it.importId)}::uuid[],
          ${column((it) => it.line)}::integer[], ${column((it) => it.periodStart)}::date[], ${column((it) => it.periodEnd)}::date[],
          ${column((it) => it.territoryStatus)}::date[], ${column((it) => it.periodKind)}::text[], ${column((it) => it.keyKind)}::text[],
          ${column((it) => it.areaCode)}::text[], ${column((it) => it.dimensions)}::text[], ${column((it) => it.flag)}::text[],
          ${column((it) => it.populationBase)}::text[], ${column((it) => it.quality)}::text[], ${column((it) => it.value)}::numeric[],
          ${column((it) => it.numerator)}::numeric[], ${column((it) => it.denominator)}::numeric[],
          ${column((it) => it.keptNumerator?.value ?? null)}::numeric[], ${column((it) => it.keptNumerator?.flag ?? null)}::text[])
          as given (version_id, import_id, line, period_start, period_end, territory_status, period_kind, key_kind, area_code, dimensions,
            value_flag, population_base, quality, value, numerator, denominator, kept_numerator, kept_numerator_flag)
          join indicator_version told on told.id = given.version_id`,
  );
}
