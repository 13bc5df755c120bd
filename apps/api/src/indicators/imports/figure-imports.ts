import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { nameOfArea } from '@runder-tisch/domain/indicators';
import type {
  FigureImportListItem,
  FigureImportValue,
  FigureImportView,
} from '@runder-tisch/domain/indicators/imports';
import type { FigureValueQuery } from '@runder-tisch/domain/indicators/imports/import-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { listPage } from '../../database/list-page';
import { countyCode } from '../indicator-sql';
import { changeableIndicators } from '../indicators-access';

/** So long an import can be taken back as a whole. */
export const UNDO_DAYS = 30;
const DAY_MS = 86_400_000;

const listColumns: Sql = sql`it.id, it.file_name as "fileName", it.state, work.task, it.note, it.profile as table, it.written,
  it.superseded, it.unchanged, it.recomputed, it.by_name as "byName", it.created_at as "createdAt", it.written_at as "writtenAt"`;
const work: Sql = sql`left join data_import_work work on work.import_id = it.id`;
/**
 * An indicator of which it wrote nothing new is none that it filled. Asked each second while a million values come in,
 * so nothing is looked for before they are there, and then one value of each indicator is enough.
 */
const filled: Sql = sql`coalesce((select json_agg(json_build_object('id', indicator.id, 'code', indicator.code, 'name', known.name)
    order by indicator.code)
  from indicator join indicator_version known on known.id = indicator.current_version_id
    cross join lateral (
      select from observation where observation.import_id = it.id and observation.indicator_id = indicator.id limit 1) brought
  where it.state in ('WRITTEN', 'UNDONE')), '[]')`;

@Injectable()
export class FigureImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: PageQuery): Promise<Page<FigureImportListItem>> {
    return listPage(this.database, query, {
      from: sql`data_import`,
      where: [changeableIndicators(viewer)],
      order: [
        { by: sql`it.created_at`, type: 'timestamptz' },
        { by: sql`it.id`, type: 'uuid' },
      ],
      descending: true,
      columns: listColumns,
      joins: work,
    });
  }

  async view(viewer: Viewer, id: string): Promise<FigureImportView> {
    const found = await this.database.found<Omit<FigureImportView, 'undoableUntil'>>(sql`
      select ${listColumns}, it.sha256, work.preview, coalesce(work.answers, '{}') as answers, coalesce(work.done, 0) as done,
             coalesce(work.total, 0) as total, it.row_count as "rowCount", ${filled} as filled, ${changeableIndicators(viewer)} as "mayChange"
      from data_import it ${work} where it.id = ${id} and ${changeableIndicators(viewer)}`);
    const until =
      found.state === 'WRITTEN' && found.writtenAt
        ? new Date(new Date(found.writtenAt).getTime() + UNDO_DAYS * DAY_MS)
        : null;
    return { ...found, undoableUntil: until && until > this.clock.now() ? until.toISOString() : null };
  }

  /** The biggest changes first. */
  async values(viewer: Viewer, id: string, query: FigureValueQuery): Promise<Page<FigureImportValue>> {
    await this.database.found(
      sql`select it.id from data_import it where it.id = ${id} and ${changeableIndicators(viewer)}`,
    );
    const page = await listPage<FigureImportValue>(this.database, query, {
      from: sql`data_import_value`,
      where: [
        sql`it.import_id = ${id}`,
        query.change ? sql`it.change = ${query.change}` : sql`it.change <> 'SAME'`,
      ],
      order: [
        { by: sql`(-it.weight * 1000000)::bigint`, type: 'bigint' },
        { by: sql`it.position::bigint`, type: 'bigint' },
      ],
      columns: sql`it.position::text as id, indicator.code, known.name, known.unit, it.area_code as "areaCode",
        coalesce(municipality.name, case when it.area_code = ${countyCode} then (select county_name from county_settings) end, '') as "areaName", it.period_kind as "periodKind", it.period_start::text as "periodStart",
        it.period_end::text as "periodEnd", it.dimensions, it.line, it.recomputed, it.change, it.value::float8, it.value_flag as flag,
        old.value::float8 as "oldValue", old.value_flag as "oldFlag"`,
      joins: sql`join indicator on indicator.id = it.indicator_id join indicator_version known on known.id = it.version_id
        left join municipality on it.key_kind = 'AGS' and municipality.ags = it.area_code
        left join observation old on old.id = it.old_id`,
    });
    return {
      ...page,
      items: page.items.map((it) => ({ ...it, areaName: it.areaName || nameOfArea(it.areaCode) })),
    };
  }
}
