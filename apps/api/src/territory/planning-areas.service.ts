import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { type PlanningAreaView, territoryProblems } from '@runder-tisch/domain/territory';
import type { SavePlanningArea } from '@runder-tisch/domain/territory/territory-requests';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';
import { usesOf } from '../database/usage';
import { onConflict } from '../problem/on-conflict';
import { PlanningArea } from './territory.entity';

/** Parts of the county that planning looks at; municipalities are assigned to them as planners decide. */
@Injectable()
export class PlanningAreasService {
  constructor(private readonly database: Database) {}

  async list(): Promise<Page<PlanningAreaView>> {
    return wholeList(await this.database.rows<PlanningAreaView>(await this.select(empty)));
  }

  async find(id: string): Promise<PlanningAreaView> {
    return this.database.found<PlanningAreaView>(await this.select(sql`where it.id = ${id}`));
  }

  add(viewer: Viewer, request: SavePlanningArea): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'planning-area.add', async (tx) => {
        const [id] = await this.insert(tx, [request.name]);
        return { id: id as string };
      }),
    );
  }

  async insert(tx: EntityManager, names: readonly string[]): Promise<string[]> {
    const first = await lastPosition(tx, 'planning_area');
    const rows = names.map((name, index) => ({
      id: newId(),
      name,
      position: first + index,
      active: true,
      version: 1,
    }));
    await tx.insert(PlanningArea, rows);
    return rows.map((row) => row.id);
  }

  change(viewer: Viewer, id: string, version: number, request: SavePlanningArea): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'planning-area.change', (tx) =>
        updateVersioned(tx, PlanningArea, id, version, { ...request }),
      ),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'planning-area.activate' : 'planning-area.deactivate';
    return this.database.write(viewer, useCase, (tx) =>
      updateVersioned(tx, PlanningArea, id, version, { active }),
    );
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'planning-area.order', (tx) => keepOrder(tx, 'planning_area', ids));
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'planning-area.delete', async (tx) => {
      await tx.delete(PlanningArea, { id });
    });
  }

  private async select(filter: Sql): Promise<Sql> {
    return sql`
      select it.id, it.version, it.name, it.active, ${await usesOf(this.database, 'planning_area')} as used,
             coalesce((select json_agg(json_build_object('id', municipality.id, 'name', municipality.name)
                 order by municipality.name collate "de-x-icu")
               from municipality where municipality.planning_area_id = it.id and municipality.active), '[]') as municipalities
      from planning_area it ${filter} order by it.position, it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      territoryProblems,
      { planning_area_name_key: ['planning-area-name-taken', 'name'] },
      work,
    );
  }
}
