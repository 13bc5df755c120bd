import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type PlaceView, territoryProblems } from '@runder-tisch/domain/territory';
import type { SavePlace } from '@runder-tisch/domain/territory/territory-requests';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { usesOf } from '../database/usage';
import { onConflict } from '../problem/on-conflict';
import { problem } from '../problem/problem';
import { Place } from './territory.entity';

/** Houses where meetings are held; a used one is set aside, never deleted: its foreign keys forbid it. */
@Injectable()
export class PlacesService {
  constructor(private readonly database: Database) {}

  async list(): Promise<Page<PlaceView>> {
    return wholeList(await this.database.rows<PlaceView>(await this.select(empty)));
  }

  async find(id: string): Promise<PlaceView> {
    return this.database.found<PlaceView>(await this.select(sql`where it.id = ${id}`));
  }

  add(viewer: Viewer, request: SavePlace): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'place.add', async (tx) => {
        const id = newId();
        await tx.insert(Place, { ...request, id, active: true, version: 1 });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SavePlace): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'place.change', (tx) =>
        updateVersioned(tx, Place, id, version, { ...request }),
      ),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'place.activate' : 'place.deactivate';
    return this.database.write(viewer, useCase, (tx) => updateVersioned(tx, Place, id, version, { active }));
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'place.delete', async (tx) => {
      const { affected } = await tx.delete(Place, { id });
      if (!affected) throw problem(generalProblems, 'not-found');
    });
  }

  private async select(filter: Sql): Promise<Sql> {
    return sql`
      select it.id, it.version, it.name, it.street, it.postal_code as "postalCode", it.city, it.note, it.facets,
             it.access_note as "accessNote", it.capacity, it.contact, it.active, ${await usesOf(this.database, 'place')} as used,
             case when municipality.id is null then null
               else json_build_object('id', municipality.id, 'name', municipality.name) end as municipality
      from place it left join municipality on municipality.id = it.municipality_id
      ${filter} order by it.name collate "de-x-icu", it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(territoryProblems, { place_name_key: ['place-name-taken', 'name'] }, work);
  }
}
