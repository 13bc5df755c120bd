import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { EntityManager, EntityTarget } from 'typeorm';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { type Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';

interface StoredEntry {
  id: string;
  position: number;
  active: boolean;
  version: number;
}

interface KeptListFacts<Stored extends StoredEntry> {
  table: string;
  entity: EntityTarget<Stored>;
  /** The noun of its verbs in the audit, e.g. `service-category`. */
  useCase: string;
}

/** A list planners keep: added to, ordered, changed, set aside; deleted only while nothing uses it. */
export abstract class KeptList<View extends object, Stored extends StoredEntry, Save extends object> {
  protected constructor(
    protected readonly database: Database,
    private readonly facts: KeptListFacts<Stored>,
  ) {}

  /** What a view of an entry says, over the alias `it`. */
  protected abstract columns(viewer: Viewer): Sql | Promise<Sql>;

  /** A name that is taken is refused in the words of the list. */
  protected abstract named<T>(work: () => Promise<T>): Promise<T>;

  /** Which entries a viewer knows: nothing in most lists is secret, everybody who works here chooses from them. */
  protected visible(_viewer: Viewer): Sql {
    return sql`true`;
  }

  /** What else has to know of these entries, such as the search. */
  protected async changed(_tx: EntityManager, _ids: readonly string[]): Promise<void> {}

  async list(viewer: Viewer): Promise<Page<View>> {
    return wholeList(await this.database.rows<View>(await this.select(viewer, empty)));
  }

  async find(viewer: Viewer, id: string): Promise<View> {
    return this.database.found<View>(await this.select(viewer, sql`and it.id = ${id}`));
  }

  add(viewer: Viewer, request: Save): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, `${this.facts.useCase}.add`, async (tx) => {
        const [id] = await this.insert(tx, [request]);
        return { id: id as string };
      }),
    );
  }

  /** Several at once, in their order, for set-up and demo. */
  async insert(tx: EntityManager, entries: readonly Save[]): Promise<string[]> {
    const { entity, table } = this.facts;
    const first = await lastPosition(tx, table);
    const rows = entries.map((entry, index) => ({
      ...entry,
      id: newId(),
      position: first + index,
      active: true,
      version: 1,
    }));
    await tx.insert(entity, rows);
    const ids = rows.map((row) => row.id);
    await this.changed(tx, ids);
    return ids;
  }

  change(viewer: Viewer, id: string, version: number, request: Save): Promise<void> {
    return this.named(() => this.write(viewer, 'change', id, version, { ...request }));
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    return this.write(viewer, active ? 'activate' : 'deactivate', id, version, { active });
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, `${this.facts.useCase}.order`, (tx) =>
      keepOrder(tx, this.facts.table, ids),
    );
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, `${this.facts.useCase}.delete`, async (tx) => {
      await tx.delete(this.facts.entity, { id });
      await this.changed(tx, [id]);
    });
  }

  private write(viewer: Viewer, verb: string, id: string, version: number, patch: object): Promise<void> {
    return this.database.write(viewer, `${this.facts.useCase}.${verb}`, async (tx) => {
      await updateVersioned(tx, this.facts.entity, id, version, patch as Partial<Stored>);
      await this.changed(tx, [id]);
    });
  }

  private async select(viewer: Viewer, filter: Sql): Promise<Sql> {
    return sql`select it.id, it.version, it.name, it.active, ${await this.columns(viewer)}
      from ${raw(this.facts.table)} it where ${this.visible(viewer)} ${filter} order by it.position, it.id`;
  }
}
