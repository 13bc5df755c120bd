import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type DefaultFieldOfAction,
  fieldOfActionProblems,
  type FieldOfActionView,
} from '@runder-tisch/domain/fields-of-action';
import type { SaveFieldOfAction } from '@runder-tisch/domain/fields-of-action/fields-of-action-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';
import { usesOf } from '../database/usage';
import { onConflict } from '../problem/on-conflict';
import { Search } from '../search/search';
import { FieldOfAction } from './field-of-action.entity';
import { visibleFieldsOfAction } from './fields-of-action.contribution';

/** A list planners keep: added to, ordered, described, set aside; deleted only while nothing uses it. */
@Injectable()
export class FieldsOfActionService {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
  ) {}

  async list(viewer: Viewer): Promise<Page<FieldOfActionView>> {
    return wholeList(await this.database.rows<FieldOfActionView>(await this.select(viewer, empty)));
  }

  async find(viewer: Viewer, id: string): Promise<FieldOfActionView> {
    return this.database.found<FieldOfActionView>(await this.select(viewer, sql`and it.id = ${id}`));
  }

  add(viewer: Viewer, request: SaveFieldOfAction): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'field-of-action.add', async (tx) => {
        const [id] = await this.insert(tx, [request]);
        return { id: id as string };
      }),
    );
  }

  /** Several at once, in their order, for set-up and demo. */
  async insert(tx: EntityManager, fields: readonly DefaultFieldOfAction[]): Promise<string[]> {
    const first = await lastPosition(tx, 'field_of_action');
    const rows = fields.map(({ name, description }, index) => ({
      id: newId(),
      name,
      description,
      position: first + index,
      active: true,
      version: 1,
    }));
    await tx.insert(FieldOfAction, rows);
    const ids = rows.map((row) => row.id);
    await this.search.refresh(tx, 'field-of-action', ids);
    return ids;
  }

  change(viewer: Viewer, id: string, version: number, request: SaveFieldOfAction): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'field-of-action.change', async (tx) => {
        await updateVersioned(tx, FieldOfAction, id, version, { ...request });
        await this.search.refresh(tx, 'field-of-action', [id]);
      }),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'field-of-action.activate' : 'field-of-action.deactivate';
    return this.database.write(viewer, useCase, async (tx) => {
      await updateVersioned(tx, FieldOfAction, id, version, { active });
      await this.search.refresh(tx, 'field-of-action', [id]);
    });
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'field-of-action.order', (tx) =>
      keepOrder(tx, 'field_of_action', ids),
    );
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'field-of-action.delete', async (tx) => {
      await tx.delete(FieldOfAction, { id });
      await this.search.refresh(tx, 'field-of-action', [id]);
    });
  }

  private async select(viewer: Viewer, filter: Sql): Promise<Sql> {
    return sql`
      select it.id, it.version, it.name, it.description, it.active, ${await usesOf(this.database, 'field_of_action')} as used
      from field_of_action it where ${visibleFieldsOfAction(viewer)} ${filter} order by it.position, it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      fieldOfActionProblems,
      { field_of_action_name_key: ['field-name-taken', 'name'] },
      work,
    );
  }
}
