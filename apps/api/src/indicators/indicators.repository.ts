import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  expectedAreas,
  expectedPeriods,
  type IndicatorListItem,
  type IndicatorVersionView,
  type IndicatorView,
  nextRelease,
} from '@runder-tisch/domain/indicators';
import type { IndicatorQuery } from '@runder-tisch/domain/indicators/indicators-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, listPage } from '../database/list-page';
import { reference } from '../database/reference';
import { contains } from '../database/words';
import { Indicator } from './indicator.entity';
import {
  isOptional,
  keptPeriods,
  lastValue,
  municipalityCount,
  versionColumns,
  withDefinition,
} from './indicator-sql';
import type { IndicatorRow } from './indicators-csv';
import { changeableIndicators, visibleIndicators, visibleVersions } from './indicators-access';

/** What completeness and the next release are worked out from. */
interface Kept {
  levels: IndicatorListItem['levels'];
  present: number;
  newest: string | null;
  municipalities: number;
  rhythmMonths: number | null;
  lagMonths: number;
  announcedOn: string | null;
}

const keptColumns = sql`it.levels, kept.present, kept.newest, ${municipalityCount} as municipalities,
  it.rhythm_months as "rhythmMonths", it.lag_months as "lagMonths", it.next_release_on::text as "announcedOn"`;

@Injectable()
export class IndicatorsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: IndicatorQuery): Promise<Page<IndicatorListItem>> {
    const today = this.today();
    const page = await listPage<Omit<IndicatorListItem, 'completeness' | 'overdue'> & Kept>(
      this.database,
      query,
      {
        from: withDefinition,
        where: [visibleIndicators(viewer), ...filters(viewer, query)],
        order: [{ by: sql`it.code`, type: 'text' }, byId],
        columns: sql`it.id, it.code, it.name, it.kind, it.unit, ${reference('field')} as field,
          case when it.source_id is not null then json_build_object('id', it.source_id, 'name', it.source_name) end as source,
          it.state = 'PUBLISHED' as published, it.active, ${isOptional} as optional, last.told as last, ${keptColumns}`,
        joins: sql`left join field_of_action field on field.id = it.field_id ${keptPeriods(viewer, today)} ${lastValue(viewer)}`,
      },
    );
    return {
      ...page,
      items: page.items
        .map((row) => withKept(row, today))
        .map(({ release, ...row }) => ({ ...row, overdue: release.overdue })),
    };
  }

  /** Every definition that matches, whole, for the file. */
  definitions(viewer: Viewer, query: IndicatorQuery): Promise<IndicatorRow[]> {
    return this.database.rows<IndicatorRow>(sql`
      select it.code, it.name, coalesce(field.name, '') as field, told.definition, told.numerator, told.denominator, told.factor::float8 as factor,
             told.unit, told.kind, told.levels, told.period_kind as "periodKind", told.period_note as "periodNote",
             coalesce(it.source_name, '') as source, told.table_code as "tableCode", told.direction, told.disclosure_rule as "disclosureRule",
             it.infrastructure, told.number
      from ${withDefinition} it join indicator_version told on told.id = it.current_version_id
        left join field_of_action field on field.id = it.field_id
      where ${join([visibleIndicators(viewer), ...filters(viewer, query)], ' and ')} order by it.code`);
  }

  async find(viewer: Viewer, id: string): Promise<IndicatorView> {
    const today = this.today();
    const { levels: _, ...row } = withKept(
      await this.database.found<Omit<IndicatorView, 'completeness' | 'release'> & Kept>(sql`
        select it.id, it.version, it.code, ${reference('field')} as field, it.infrastructure, it.active, ${isOptional} as optional,
               ${changeableIndicators(viewer)} as "mayChange", ${keptColumns},
               coalesce(current_source.attribution, '') as attribution, coalesce(current_source.licence, '') as licence,
               (select ${versionColumns} from indicator_version known left join data_source source on source.id = known.source_id
                where known.id = it.current_version_id) as current,
               (select json_agg(${versionColumns} order by known.number desc) from indicator_version known
                left join data_source source on source.id = known.source_id
                where known.indicator_id = it.id and ${visibleVersions(viewer)}) as versions
        from ${withDefinition} it left join field_of_action field on field.id = it.field_id
          left join data_source current_source on current_source.id = it.source_id ${keptPeriods(viewer, today)}
        where it.id = ${id} and ${visibleIndicators(viewer)}`),
      today,
    );
    return { ...row, versions: row.versions.map(withInstant), current: withInstant(row.current) };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Indicator> {
    const rights = {
      table: 'indicator',
      visible: visibleIndicators(viewer),
      may: changeableIndicators(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Indicator, { id });
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

/** Completeness and next release in place of what they are worked out from. */
function withKept<Row extends Kept>(row: Row, today: string) {
  const { present, newest, municipalities, rhythmMonths, lagMonths, announcedOn, ...rest } = row;
  return {
    ...rest,
    levels: row.levels,
    completeness: {
      present,
      expected: expectedAreas(row.levels, municipalities) * expectedPeriods(rhythmMonths),
    },
    release: nextRelease({ newestPeriodEnd: newest, rhythmMonths, lagMonths, announcedOn }, today),
  };
}

/** JSON of the database has its own way to write instants. */
function withInstant(version: IndicatorVersionView): IndicatorVersionView {
  return { ...version, changedAt: version.changedAt && new Date(version.changedAt).toISOString() };
}

function filters(viewer: Viewer, query: IndicatorQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.code || ' ' || it.name`, query.search));
  if (query.fieldId) conditions.push(sql`it.field_id = ${query.fieldId}`);
  if (query.sourceId) conditions.push(sql`it.source_id = ${query.sourceId}`);
  if (query.level) conditions.push(sql`${query.level} = any(it.levels)`);
  if (query.kind) conditions.push(sql`it.kind = ${query.kind}`);
  if (query.need) conditions.push(sql`${isOptional} = ${query.need === 'optional'}`);
  if (query.values) conditions.push(sql`${hasValues(viewer)} = ${query.values === 'yes'}`);
  return conditions;
}

function hasValues(viewer: Viewer): Sql {
  const seen = changeableIndicators(viewer);
  return sql`exists (select 1 from indicator_period period where period.indicator_id = it.id and (${seen} or period.publishable > 0))`;
}
