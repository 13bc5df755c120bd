import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { fieldOfActionProblems, type FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import type { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { usesOf } from '../database/usage';
import { KeptList } from '../kept-lists/kept-list';
import { onConflict } from '../problem/on-conflict';
import { Search } from '../search/search';
import { FieldOfAction } from './field-of-action.entity';
import { visibleFieldsOfAction } from './fields-of-action.contribution';

@Injectable()
export class FieldsOfActionService extends KeptList<FieldOfActionView, FieldOfAction, SaveListEntry> {
  constructor(
    database: Database,
    private readonly search: Search,
  ) {
    super(database, { table: 'field_of_action', entity: FieldOfAction, useCase: 'field-of-action' });
  }

  protected override visible(viewer: Viewer): Sql {
    return visibleFieldsOfAction(viewer);
  }

  protected async columns(): Promise<Sql> {
    return sql`it.description, ${await usesOf(this.database, 'field_of_action')} as used`;
  }

  protected override changed(tx: EntityManager, ids: readonly string[]): Promise<void> {
    return this.search.refresh(tx, 'field-of-action', ids);
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      fieldOfActionProblems,
      { field_of_action_name_key: ['field-name-taken', 'name'] },
      work,
    );
  }
}
