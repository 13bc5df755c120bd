import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  type DataSourceListItem,
  type DataSourceView,
  expectedAreas,
  expectedPeriods,
  indicatorProblems,
  nextRelease,
} from '@runder-tisch/domain/indicators';
import type { AreaLevel } from '@runder-tisch/domain/indicators/catalogue';
import type { SaveDataSource } from '@runder-tisch/domain/indicators/indicators-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { reference } from '../database/reference';
import { onConflict } from '../problem/on-conflict';
import { DataSource } from './data-source.entity';
import { keptPeriods, municipalityCount, withDefinition } from './indicator-sql';
import { changeableIndicators, visibleIndicators } from './indicators-access';
import { DataTests } from './tests/data-tests';

interface StoredRow extends Omit<DataSourceListItem, 'indicators' | 'completeness' | 'release' | 'tested'> {
  lagMonths: number;
  announcedOn: string | null;
  municipalities: number;
  told: { levels: AreaLevel[]; present: number }[];
}

/** Where values come from, and whether what was to be expected has come. */
@Injectable()
export class DataSources {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tests: DataTests,
  ) {}

  /** All of them with what is missing, and what stands out in the tests of their values. */
  async monitor(viewer: Viewer): Promise<Page<DataSourceListItem>> {
    const today = berlinDay(this.clock.now());
    const rows = await this.database.rows<StoredRow>(sql`
      select source.id, source.code, source.name, source.publisher, source.active, source.rhythm_months as "rhythmMonths",
             source.lag_months as "lagMonths", source.next_release_on::text as "announcedOn", ${municipalityCount} as municipalities,
             max(of_source.newest) as "newestPeriodEnd",
             coalesce(json_agg(json_build_object('levels', of_source.levels, 'present', of_source.present)) filter (where of_source.id is not null), '[]') as told
      from data_source source left join lateral (
        select it.id, it.levels, kept.present, kept.newest from ${withDefinition} it ${keptPeriods(viewer, today)}
        where it.source_id = source.id and it.active and ${visibleIndicators(viewer)}) of_source on true
      group by source.id order by source.name collate "de-x-icu", source.id`);
    const tested = await this.tests.bySource(viewer);
    return wholeList(
      rows.map(({ told, municipalities, lagMonths, announcedOn, ...row }) => ({
        ...row,
        indicators: told.length,
        tested: tested.get(row.id) ?? [],
        completeness: {
          present: told.reduce((sum, it) => sum + it.present, 0),
          expected: told.reduce(
            (sum, it) => sum + expectedAreas(it.levels, municipalities) * expectedPeriods(row.rhythmMonths),
            0,
          ),
        },
        release: nextRelease({ ...row, lagMonths, announcedOn }, today),
      })),
    );
  }

  find(viewer: Viewer, id: string): Promise<DataSourceView> {
    return this.database.found<DataSourceView>(sql`
      select it.id, it.version, it.code, it.name, it.publisher, ${reference('organisation')} as organisation, it.statistic,
             it.rhythm_months as "rhythmMonths", it.lag_months as "lagMonths", it.next_release_on::text as "nextReleaseOn", it.licence,
             it.attribution, it.population_base as "populationBase", it.note, it.active, ${changeableIndicators(viewer)} as "mayChange"
      from data_source it left join organisation on organisation.id = it.organisation_id where it.id = ${id}`);
  }

  create(viewer: Viewer, request: SaveDataSource): Promise<{ id: string }> {
    return coded(() =>
      this.database.write(viewer, 'data-source.create', async (tx) => {
        const id = newId();
        await tx.insert(DataSource, { ...request, id, version: 1 });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveDataSource): Promise<void> {
    return coded(() =>
      this.database.write(viewer, 'data-source.change', (tx) =>
        updateVersioned(tx, DataSource, id, version, request),
      ),
    );
  }
}

function coded<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(indicatorProblems, { data_source_code_key: ['data-source-code-taken', 'code'] }, work);
}
