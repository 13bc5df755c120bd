import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type MeasureListItem, measureMoves, type MeasureView } from '@runder-tisch/domain/measures';
import type { MeasureQuery } from '@runder-tisch/domain/measures/measures-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, byWords, listPage } from '../database/list-page';
import { contains } from '../database/words';
import { changeableMeasures, visibleMeasures } from './measures-access';
import { Measure } from './measure.entity';

@Injectable()
export class MeasuresRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: MeasureQuery): Promise<Page<MeasureListItem>> {
    return listPage(this.database, query, {
      from: raw('measure'),
      where: [visibleMeasures(viewer), ...filters(query)],
      order: [byWords('name'), byId],
      columns: sql`it.id, it.name, it.state`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<MeasureView> {
    const found = await this.database.found<Omit<MeasureView, 'moves'>>(sql`
      select it.id, it.version, it.name, it.description, it.state,
             ${changeableMeasures(viewer)} as "mayChange"
      from measure it where it.id = ${id} and ${visibleMeasures(viewer)}`);
    return { ...found, moves: found.mayChange ? measureMoves.open(found.state) : [] };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Measure> {
    const rights = {
      table: 'measure',
      visible: visibleMeasures(viewer),
      may: changeableMeasures(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Measure, { id });
  }
}

function filters(query: MeasureQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.name`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  return conditions;
}
