import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import {
  defaultPlanningAreas,
  municipalitiesOfAnhaltBitterfeld,
  type MunicipalityView,
  territoryProblems,
} from '@runder-tisch/domain/territory';
import type { SaveMunicipality } from '@runder-tisch/domain/territory/territory-requests';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { usesOf } from '../database/usage';
import { onConflict } from '../problem/on-conflict';
import { PlanningAreasService } from './planning-areas.service';
import { Municipality } from './territory.entity';

@Injectable()
export class MunicipalitiesService {
  constructor(
    private readonly database: Database,
    private readonly planningAreas: PlanningAreasService,
  ) {}

  async list(): Promise<Page<MunicipalityView>> {
    return wholeList(await this.database.rows<MunicipalityView>(await this.select(empty)));
  }

  async find(id: string): Promise<MunicipalityView> {
    return this.database.found<MunicipalityView>(await this.select(sql`where it.id = ${id}`));
  }

  add(viewer: Viewer, request: SaveMunicipality): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'municipality.add', async (tx) => {
        const id = newId();
        await tx.insert(Municipality, { ...request, id, active: true, version: 1 });
        return { id };
      }),
    );
  }

  /** The ten municipalities and three planning areas a county may begin with; answers ids by AGS. */
  async insertDefaults(tx: EntityManager): Promise<Map<string, string>> {
    const areaIds = await this.planningAreas.insert(
      tx,
      defaultPlanningAreas.map((name) => ({ name })),
    );
    const rows = municipalitiesOfAnhaltBitterfeld.map(({ ags, name, planningArea }) => ({
      id: newId(),
      ags,
      name,
      planningAreaId: areaIds[defaultPlanningAreas.indexOf(planningArea)] ?? null,
      active: true,
      version: 1,
    }));
    await tx.insert(Municipality, rows);
    return new Map(rows.map((row) => [row.ags, row.id]));
  }

  change(viewer: Viewer, id: string, version: number, request: SaveMunicipality): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'municipality.change', (tx) =>
        updateVersioned(tx, Municipality, id, version, { ...request }),
      ),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'municipality.activate' : 'municipality.deactivate';
    return this.database.write(viewer, useCase, (tx) =>
      updateVersioned(tx, Municipality, id, version, { active }),
    );
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'municipality.delete', async (tx) => {
      await tx.delete(Municipality, { id });
    });
  }

  private async select(filter: Sql): Promise<Sql> {
    return sql`
      select it.id, it.version, it.ags, it.name, it.active, ${await usesOf(this.database, 'municipality')} as used,
             case when planning_area.id is null then null
               else json_build_object('id', planning_area.id, 'name', planning_area.name) end as "planningArea"
      from municipality it left join planning_area on planning_area.id = it.planning_area_id
      ${filter} order by it.name collate "de-x-icu", it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(territoryProblems, { municipality_ags_key: ['municipality-ags-taken', 'ags'] }, work);
  }
}
