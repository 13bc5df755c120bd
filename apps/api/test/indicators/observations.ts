import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Disclosure, KeyKind, PopulationBase, ValueFlag } from '@runder-tisch/domain/indicators';
import type { PeriodKind } from '@runder-tisch/domain/indicators/catalogue';
import { newId } from '../../src/database/new-id';
import { oneIn } from '../../src/database/rows';

/** A value as it comes in; days are `YYYY-MM-DD`. */
export interface NewObservation {
  indicatorId: string;
  versionId: string;
  keyKind: KeyKind;
  areaCode: string;
  periodKind: PeriodKind;
  periodStart: string;
  periodEnd: string;
  /** `GES=M;ALT=U18`; empty for the total. */
  dimensions: string;
  value: number | null;
  valueFlag: ValueFlag;
  quality: string;
  numerator: number | null;
  denominator: number | null;
  territoryStatus: string | null;
  populationBase: PopulationBase | null;
  disclosure: Disclosure;
  sourceId: string | null;
  importId: string | null;
  line: number | null;
}

export interface Recorded {
  written: number;
  superseded: number;
  unchanged: number;
}

/**
 * Writes values as an import does, of any disclosure and without a file: what is told differently now ends the row before it,
 * what is told the same again changes nothing. Each place, time and breakdown at most once in `values`.
 */
export async function recordObservations(
  tx: EntityManager,
  values: readonly NewObservation[],
  at: Date,
): Promise<Recorded> {
  const given = JSON.stringify(values.map((it) => ({ ...it, id: newId() })));
  const changed = await oneIn<{ superseded: number; unchanged: number; same: string[] }>(
    tx,
    sql`with given as (select * from jsonb_to_recordset(${given}::jsonb) as it (${COLUMNS})),
          known as materialized (
            select seen.id as old, given.id,
                   seen.value is not distinct from given.value and seen.value_flag = given."valueFlag"
                   and seen.numerator is not distinct from given.numerator and seen.denominator is not distinct from given.denominator
                   and seen.quality = given.quality and seen.disclosure_state = given.disclosure as same
            from given join observation seen on seen.indicator_id = given."indicatorId" and seen.area_code = given."areaCode"
              and seen.dimensions = given.dimensions and seen.period_end = given."periodEnd" and seen.period_start = given."periodStart"
              and seen.version_id = given."versionId" and seen.population_base is not distinct from given."populationBase"
              and seen.territory_status is not distinct from given."territoryStatus"
            where seen.superseded_at is null),
          gone as (
            update observation set superseded_at = ${at} from known where observation.id = known.old and not known.same returning 1)
          select (select count(*)::int from gone) as superseded, count(*) filter (where same)::int as unchanged,
                 coalesce(array_agg(id) filter (where same), '{}') as same
          from known`,
  );
  const same = changed?.same ?? [];
  const written = await oneIn<{ count: number }>(
    tx,
    sql`with came as (
            insert into observation (id, indicator_id, version_id, source_id, import_id, line, recorded_at, period_start, period_end,
              territory_status, period_kind, key_kind, area_code, dimensions, value_flag, population_base, disclosure_state, quality,
              value, numerator, denominator)
            select id, "indicatorId", "versionId", "sourceId", "importId", line, ${at}, "periodStart", "periodEnd",
              "territoryStatus", "periodKind", "keyKind", "areaCode", dimensions, "valueFlag", "populationBase", disclosure, quality,
              value, numerator, denominator
            from jsonb_to_recordset(${given}::jsonb) as it (${COLUMNS}) where id <> all(${same}::uuid[])
            returning 1)
          select count(*)::int as count from came`,
  );
  return {
    written: written?.count ?? 0,
    superseded: changed?.superseded ?? 0,
    unchanged: changed?.unchanged ?? 0,
  };
}

const COLUMNS = sql`id uuid, "indicatorId" uuid, "versionId" uuid, "sourceId" uuid, "importId" uuid, line integer,
  "periodStart" date, "periodEnd" date, "territoryStatus" date, "periodKind" text, "keyKind" text, "areaCode" text,
  dimensions text, "valueFlag" text, "populationBase" text, disclosure text, quality text,
  value numeric, numerator numeric, denominator numeric`;
