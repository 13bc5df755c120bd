import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type FindingListItem, findingMoves, type FindingView } from '@runder-tisch/domain/findings';
import type { FindingQuery } from '@runder-tisch/domain/findings/findings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { forChange } from '../database/for-change';
import { byId, byWords, listPage } from '../database/list-page';
import { contains } from '../database/words';
import { changeableFindings, visibleFindings } from './findings-access';
import { Finding } from './finding.entity';

@Injectable()
export class FindingsRepository {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, query: FindingQuery): Promise<Page<FindingListItem>> {
    return listPage(this.database, query, {
      from: raw('finding'),
      where: [visibleFindings(viewer), ...filters(query)],
      order: [byWords('name'), byId],
      columns: sql`it.id, it.name, it.state`,
    });
  }

  async find(viewer: Viewer, id: string): Promise<FindingView> {
    const found = await this.database.found<Omit<FindingView, 'moves'>>(sql`
      select it.id, it.version, it.name, it.description, it.state,
             ${changeableFindings(viewer)} as "mayChange"
      from finding it where it.id = ${id} and ${visibleFindings(viewer)}`);
    return { ...found, moves: found.mayChange ? findingMoves.open(found.state) : [] };
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<Finding> {
    const rights = {
      table: 'finding',
      visible: visibleFindings(viewer),
      may: changeableFindings(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(Finding, { id });
  }
}

function filters(query: FindingQuery): Sql[] {
  const conditions: Sql[] = [];
  if (query.search) conditions.push(contains(sql`it.name`, query.search));
  if (query.state) conditions.push(sql`it.state = ${query.state}`);
  return conditions;
}
