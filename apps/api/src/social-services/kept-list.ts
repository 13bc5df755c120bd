import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { EntityTarget } from 'typeorm';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { serviceProblems } from '@runder-tisch/domain/social-services';
import { hasRole, type Viewer } from '../access/viewer';
import { type Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';
import { onConflict } from '../problem/on-conflict';

interface StoredEntry {
  id: string;
  name: string;
  description: string;
  position: number;
  active: boolean;
  version: number;
}

export interface KeptListFacts<Stored extends StoredEntry> {
  table: 'service_category' | 'target_group';
  entity: EntityTarget<Stored>;
  /** The verb's noun in the audit, e.g. `service-category`. */
  useCase: string;
  taken: keyof typeof serviceProblems;
  /** Columns beside those every list has, as they stand in a view. */
  columns: Sql;
  /** How many offers name the entry, over the alias `it`; an old version counts, because it stays readable. */
  used: Sql;
}

/** A list planners keep: added to, ordered, described, set aside; deleted only while no offer uses it. */
export abstract class KeptServiceList<
  View extends object,
  Stored extends StoredEntry,
  Request extends { name: string },
> {
  protected constructor(
    private readonly database: Database,
    private readonly facts: KeptListFacts<Stored>,
  ) {}

  async list(viewer: Viewer): Promise<Page<View>> {
    return wholeList(await this.database.rows<View>(this.select(viewer, empty)));
  }

  find(viewer: Viewer, id: string): Promise<View> {
    return this.database.found<View>(this.select(viewer, sql`and it.id = ${id}`));
  }

  add(viewer: Viewer, request: Request): Promise<{ id: string }> {
    const { entity, table, useCase } = this.facts;
    return this.named(() =>
      this.database.write(viewer, `${useCase}.add`, async (tx) => {
        const id = newId();
        const position = await lastPosition(tx, table);
        await tx.insert(entity, { ...request, id, position, active: true, version: 1 } as never);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: Request): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, `${this.facts.useCase}.change`, (tx) =>
        updateVersioned(tx, this.facts.entity, id, version, { ...request } as unknown as Partial<Stored>),
      ),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    return this.database.write(viewer, `${this.facts.useCase}.${active ? 'activate' : 'deactivate'}`, (tx) =>
      updateVersioned(tx, this.facts.entity, id, version, { active } as Partial<Stored>),
    );
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, `${this.facts.useCase}.order`, (tx) =>
      keepOrder(tx, this.facts.table, ids),
    );
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, `${this.facts.useCase}.delete`, async (tx) => {
      await tx.delete(this.facts.entity, { id });
    });
  }

  /** Nothing in these lists is secret: everybody who works here chooses from them. */
  private select(viewer: Viewer, filter: Sql): Sql {
    const { table, columns, used } = this.facts;
    const visible = hasRole(viewer, 'admin', 'planner', 'coordinator', 'provider', 'reader');
    return sql`
      select it.id, it.version, it.name, it.description, it.active, ${columns} ${used} as used
      from ${raw(table)} it where ${visible} ${filter} order by it.position, it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      serviceProblems,
      { [`${this.facts.table}_name_key`]: [this.facts.taken, 'name'] },
      work,
    );
  }
}
