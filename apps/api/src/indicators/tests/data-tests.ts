import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { mayWith } from '@runder-tisch/domain/accounts';
import {
  type DataTestFacts,
  dataTestsOf,
  type DataTestsView,
  nextRelease,
  type TestedIndicator,
} from '@runder-tisch/domain/indicators';
import { berlinDay } from '@runder-tisch/domain/time';
import { systemViewer, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { countyCode, municipalityCount, withDefinition } from '../indicator-sql';
import { visibleIndicators } from '../indicators-access';

/** What is counted over the values of an indicator, and what its source says of the next ones. */
interface Counted extends Omit<DataTestFacts, 'overdue' | 'expectedOn'> {
  newest: string | null;
}
interface Expected {
  rhythmMonths: number | null;
  lagMonths: number;
  announcedOn: string | null;
}

/** The five tests of an indicator's values. Counted when values come; only whether they are fresh is asked each day. */
@Injectable()
export class DataTests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of one indicator, as its values stand now; for planners. Counted here only where they came or went a moment ago. */
  async find(viewer: Viewer, id: string): Promise<DataTestsView> {
    const seen = sql`it.id = ${id} and ${visibleIndicators(viewer)}`;
    const [kept] = await this.database.rows<{ facts: Counted } & Expected>(sql`
      select test.facts, ${expectedOf} from ${withKeptTest} where not test.due and ${seen}`);
    const { facts, ...expected } =
      kept ?? (await this.database.found<{ facts: Counted } & Expected>(sql`select ${countedOver(seen)}`));
    return { results: this.results(facts, expected) };
  }

  /** What stands out, by source; of those nobody has counted yet nothing is said. For planners. */
  async bySource(viewer: Viewer): Promise<Map<string, TestedIndicator[]>> {
    const bySource = new Map<string, TestedIndicator[]>();
    if (!mayWith(viewer.roles, 'indicator:change')) return bySource;
    const rows = await this.database.rows<
      { id: string; code: string; name: string; sourceId: string; facts: Counted } & Expected
    >(sql`
      select it.id, it.code, it.name, it.source_id as "sourceId", test.facts, ${expectedOf} from ${withKeptTest}
      where it.active and it.source_id is not null order by it.code`);
    for (const { id, code, name, sourceId, facts, ...expected } of rows) {
      const results = this.results(facts, expected);
      const warnings = results.filter(({ verdict }) => verdict === 'WARNING').length;
      const errors = results.filter(({ verdict }) => verdict === 'ERROR').length;
      if (warnings + errors === 0) continue;
      bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), { id, code, name, warnings, errors }]);
    }
    return bySource;
  }

  /** Counts anew where values came or went, and where an indicator or the county is told differently now. */
  async renewDue(): Promise<void> {
    const due = await this.database.rows<{ id: string }>(sql`
      select it.id from indicator it left join indicator_test test on test.indicator_id = it.id and test.version_id = it.current_version_id
      where coalesce(test.due or test.counted_for <> ${countedFor}, true) and exists (select from observation seen where seen.indicator_id = it.id)`);
    for (const { id } of due)
      await this.database.write(systemViewer, 'figures.tested', async (tx) => {
        // First, so that whoever writes values meanwhile waits and asks for it again.
        await rowsIn(tx, sql`update indicator_test set due = false where indicator_id = ${id}`);
        await rowsIn(
          tx,
          sql`with counted as (select ${countedOver(sql`it.id = ${id}`)})
              insert into indicator_test (indicator_id, version_id, facts, counted_for)
              select it.id, it.current_version_id, counted.facts, ${countedFor} from counted join indicator it on it.id = ${id}
              on conflict (indicator_id) do update
                set version_id = excluded.version_id, facts = excluded.facts, counted_for = excluded.counted_for`,
        );
      });
  }

  private results({ newest, ...facts }: Counted, expected: Expected): DataTestsView['results'] {
    const release = nextRelease({ newestPeriodEnd: newest, ...expected }, berlinDay(this.clock.now()));
    return dataTestsOf({ ...facts, ...release });
  }
}

/** Values of these indicators came or went: they are tested again soon. */
export async function testAgain(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await rowsIn(tx, sql`update indicator_test set due = true where indicator_id = any(${ids}::uuid[])`);
}

const expectedOf = sql`it.rhythm_months as "rhythmMonths", it.lag_months as "lagMonths", it.next_release_on::text as "announcedOn"`;

/** The county whose sums are looked at, as it is set now: its key and how many municipalities it has. */
const countedFor: Sql = sql`coalesce(${countyCode}, '') || ' ' || ${municipalityCount}`;

/** Indicators (alias `it`) with what was counted of them as they and the county are told now (alias `test`). */
const withKeptTest = sql`${withDefinition} it join indicator_test test on test.indicator_id = it.id and test.version_id = it.current_version_id
  and test.counted_for = ${countedFor}`;

/** `facts`, and what its source says, of the one indicator (alias `it`) for which this holds. */
function countedOver(which: Sql): Sql {
  return sql`found.* from (
    with it as materialized (select it.*, told.rate_kind, told.disclosure_rule from ${withDefinition} it
           join indicator_version told on told.id = it.current_version_id where ${which}),
         current as materialized (
           select seen.area_code, seen.key_kind, seen.dimensions, seen.period_start, seen.period_end, seen.value, seen.value_flag,
                  seen.version_id, seen.population_base, seen.territory_status, seen.kept_numerator_flag
           from observation seen join it on it.id = seen.indicator_id where seen.superseded_at is null),
         sums as (
           select sum(value) filter (where key_kind = 'AGS' and left(area_code, 5) = ${countyCode}) as parts,
                  count(value) filter (where key_kind = 'AGS' and left(area_code, 5) = ${countyCode}) as number,
                  max(value) filter (where area_code = ${countyCode}) as whole
           from current where dimensions = '' group by period_start, period_end, version_id, population_base, territory_status)
    select ${expectedOf},
      json_build_object('kind', it.kind, 'unit', it.unit, 'shares', it.rate_kind = 'SHARE', 'perturbed', it.disclosure_rule = 'R5',
        'newest', (select max(period_end) from current where value_flag <> 'NOT_YET_AVAILABLE'),
        'values', (select count(*)::int from current),
        'doubled', (select count(*)::int from (select from current group by area_code, dimensions, period_start, period_end having count(*) > 1) twice),
        'negative', (select count(*)::int from current where value < 0),
        'aboveWhole', (select count(*)::int from current where ${aboveWhole}),
        'sumsAsked', ${sumsWhere(sql`true`)},
        'sumsOff', ${sumsWhere(sql`abs(parts - whole) > number * 0.5`)},
        'mixedMarkers', (select count(*)::int from (select from current group by dimensions, period_end, key_kind
          having bool_or(value_flag = 'ZERO') and bool_or(value_flag = 'NOT_YET_AVAILABLE' and kept_numerator_flag is null)) mixed)) as facts
    from it) found`;
}

/** The whole of a share is its factor: 100 of a percentage, 1,000 of per mille. */
const aboveWhole = sql`value > (select factor from indicator_version told where told.id = it.current_version_id)`;

/** Periods in which all municipalities and the county have a number. */
function sumsWhere(condition: Sql): Sql {
  return sql`(select count(*)::int from sums where whole is not null and number = ${municipalityCount} and number > 0 and ${condition})`;
}
