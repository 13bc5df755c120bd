import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ImportUndoView } from '@runder-tisch/domain/imports';
import { rowsIn } from '../database/rows';
import { usesOf } from '../database/usage';
import { usesOfEach } from '../merge/references';
import type { Search } from '../search/search';
import type { ImportRun } from './import-run';
import type { ImportPart, ImportTarget } from './import-target';

const CHUNK = 1000;
const LISTED_MOST = 200;

interface Change {
  objectId: string;
  created: boolean;
  before: Record<string, string | null>;
  after: Record<string, string>;
  version: number;
}

type Stored = Record<string, string | number | null> & { id: string; version: number; name: string };

const GONE = 'Es gibt diesen Eintrag nicht mehr, zum Beispiel weil er zusammengeführt wurde.';
const CHANGED = 'Der Eintrag wurde seit dem Import geändert.';
const USED = 'Der Eintrag wird inzwischen verwendet:';

/** Takes an import back as far as nobody has worked with it since, and says what stays and why. */
export class ImportUndo {
  private readonly result: ImportUndoView = { removed: 0, restored: 0, kept: [] };

  constructor(
    private readonly tx: EntityManager,
    private readonly run: ImportRun,
    private readonly target: ImportTarget,
    private readonly search: Search,
    private readonly progress: (done: number) => Promise<void>,
  ) {}

  async all(): Promise<ImportUndoView> {
    const parts = this.target.parts.map((part) => part.part);
    const joined = await rowsIn<{ part: string }>(
      this.tx,
      sql`select distinct part from import_change where run_id = ${this.run.id} and part <> all(${parts}::text[])`,
    );
    for (const { part } of joined) await this.eachChunk(part, (changes) => this.removeJoined(part, changes));
    for (const part of [...this.target.parts].reverse())
      await this.eachChunk(part.part, (changes) => this.takeBack(part, changes));
    await rowsIn(this.tx, sql`delete from import_link where run_id = ${this.run.id}`);
    return this.result;
  }

  private async removeJoined(table: string, changes: readonly Change[]): Promise<void> {
    await rowsIn(
      this.tx,
      sql`delete from ${raw(table)} it using jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as made("objectId" uuid, version int)
          where it.id = made."objectId" and it.version = made.version`,
    );
  }

  private async takeBack(part: ImportPart, changes: readonly Change[]): Promise<void> {
    const columns = Object.keys(part.columns);
    const stored = await rowsIn<Stored>(
      this.tx,
      sql`select it.id, it.version, coalesce(search_document.title, '') as name, ${raw(columns.map((it) => `it.${it}::text as ${it}`).join(', '))}
          from ${raw(part.table)} it left join search_document on search_document.kind = ${part.part} and search_document.object_id = it.id
          where it.id = any(${changes.map((it) => it.objectId)}::uuid[]) order by it.id for update of it`,
    );
    const byId = new Map(stored.map((row) => [row.id, row]));
    const free = await this.remove(part, changes, byId);
    await this.restore(part, changes, byId);
    await this.search.refresh(this.tx, part.part, [
      ...free,
      ...changes.filter((it) => !it.created).map((it) => it.objectId),
    ]);
  }

  private async remove(
    part: ImportPart,
    changes: readonly Change[],
    byId: ReadonlyMap<string, Stored>,
  ): Promise<string[]> {
    const made = changes.filter((it) => it.created);
    const uses = await this.uses(
      part,
      made.map((it) => it.objectId),
    );
    const free: string[] = [];
    for (const change of made) {
      const row = byId.get(change.objectId);
      const used = uses.find((it) => it.id === change.objectId);
      if (!row) this.keep(part, change, byId, GONE);
      else if (row.version !== change.version) this.keep(part, change, byId, CHANGED);
      else if (used) this.keep(part, change, byId, `${USED} ${used.label}.`);
      else free.push(change.objectId);
    }
    await rowsIn(this.tx, sql`delete from ${raw(part.table)} where id = any(${free}::uuid[])`);
    this.result.removed += free.length;
    return free;
  }

  /** People and organisations are named in many places, which the merge knows by their words. */
  private async uses(
    part: ImportPart,
    ids: readonly string[],
  ): Promise<readonly { id: string; label: string }[]> {
    if (part.part === 'person' || part.part === 'organisation') return usesOfEach(this.tx, part.part, ids);
    const count = await usesOf({ rows: (statement) => rowsIn(this.tx, statement) }, part.table);
    const used = await rowsIn<{ id: string }>(
      this.tx,
      sql`select it.id from ${raw(part.table)} it where it.id = any(${[...ids]}::uuid[]) and ${count} > 0`,
    );
    return used.map(({ id }) => ({ id, label: 'Anderes baut darauf auf' }));
  }

  /** One statement for all in which the same columns get their old values back. */
  private async restore(
    part: ImportPart,
    changes: readonly Change[],
    byId: ReadonlyMap<string, Stored>,
  ): Promise<void> {
    const befores = new Map<string, Record<string, string | null>[]>();
    for (const change of changes.filter((it) => !it.created)) {
      const row = byId.get(change.objectId);
      if (!row) {
        this.keep(part, change, byId, GONE);
        continue;
      }
      const filled = Object.keys(change.after);
      const own = filled.filter((column) => row[column] === change.after[column]);
      const others = filled.filter((column) => !own.includes(column));
      if (others.length > 0) {
        const words = others.map((column) => `„${part.columns[column] ?? column}“`).join(' und ');
        this.keep(part, change, byId, `${words} wurde seit dem Import geändert.`);
      }
      if (own.length === 0) continue;
      const before = { id: row.id, ...Object.fromEntries(own.map((it) => [it, change.before[it] ?? null])) };
      const columns = own.map((it) => `${it} = was.${it}`).join(', ');
      const alike = befores.get(columns);
      if (alike) alike.push(before);
      else befores.set(columns, [before]);
    }
    for (const [columns, rows] of befores) {
      await rowsIn(
        this.tx,
        sql`update ${raw(part.table)} it set version = it.version + 1, ${raw(columns)}
            from jsonb_populate_recordset(null::${raw(part.table)}, ${JSON.stringify(rows)}::jsonb) was where it.id = was.id`,
      );
      this.result.restored += rows.length;
    }
  }

  private keep(part: ImportPart, change: Change, byId: ReadonlyMap<string, Stored>, reason: string): void {
    if (this.result.kept.length >= LISTED_MOST) return;
    const name = byId.get(change.objectId)?.name ?? '';
    this.result.kept.push({
      name: name === '' ? part.label : name,
      path: part.path.replace(':id', change.objectId),
      reason,
    });
  }

  private async eachChunk(part: string, work: (changes: Change[]) => Promise<void>): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const changes = await rowsIn<Change>(
        this.tx,
        sql`select object_id as "objectId", created, before, after, version from import_change
            where run_id = ${this.run.id} and part = ${part} and object_id > ${after} order by object_id limit ${CHUNK}`,
      );
      if (changes.length === 0) return;
      after = changes.at(-1)?.objectId ?? after;
      await work(changes);
      await this.progress(changes.length);
    }
  }
}
