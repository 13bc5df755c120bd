import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import type { Search } from '../search/search';
import { type FileRow, valuesOf } from './import-values';
import type { ImportRun } from './import-run';
import type { ImportPart, ImportTarget, JoinedRow } from './import-target';

const CHUNK = 1000;

interface Entry {
  id: string;
  line: number;
  record: Record<string, string>;
  objectId: string;
}

type Stored = Record<string, string | number | null> & { id: string; version: number };

interface Change {
  part: string;
  id: string;
  created: boolean;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  version: number;
}

export interface WriteResult {
  created: number;
  merged: number;
  joined: number;
}

/** Something a list was to be merged with is gone or was joined with another one in the meantime. */
export class ChangedMeanwhile extends Error {}

/** Writes what was decided. Runs inside one transaction, so that a list is taken over whole or not at all. */
export class ImportWrite {
  /** Those that did not exist before: further lines about them complete them, which is no merge. */
  private readonly made = new Set<string>();
  private readonly result: WriteResult = { created: 0, merged: 0, joined: 0 };

  constructor(
    private readonly tx: EntityManager,
    private readonly run: ImportRun,
    private readonly target: ImportTarget,
    private readonly search: Search,
    private readonly now: Date,
    private readonly progress: (done: number) => Promise<void>,
  ) {}

  async all(): Promise<WriteResult> {
    await this.straighten();
    for (const part of this.target.parts) {
      await this.create(part);
      await this.merge(part);
    }
    await this.join();
    await this.link();
    for (const part of this.target.parts) await this.refresh(part);
    return this.result;
  }

  /** Whoever is the same as a line that is itself the same as an earlier one is that one. */
  private async straighten(): Promise<void> {
    for (;;) {
      const led = await rowsIn(
        this.tx,
        sql`update import_entry it set same_entry_id = first.same_entry_id from import_entry first
            where it.run_id = ${this.run.id} and it.decision = 'SAME' and first.id = it.same_entry_id and first.decision = 'SAME'
            returning it.id`,
      );
      if (led.length === 0) return;
    }
  }

  private async create(part: ImportPart): Promise<void> {
    const defaults = part.defaults(this.now);
    const blanks = Object.fromEntries(Object.keys(part.columns).map((it) => [it, blank(it)]));
    await this.eachChunk(part, 'CREATE', async (entries) => {
      const taken = await this.taken(part, entries);
      const made = entries.map((entry) => ({ ...entry, objectId: newId() }));
      const given = await part.given?.(
        this.tx,
        made.map(({ record }) => record),
        this.now,
      );
      const rows = made.map(({ record, objectId }, index) => ({
        ...blanks,
        ...defaults,
        ...given?.[index],
        ...ofTable(part, without(record, part.unique, taken)),
        id: objectId,
        version: 1,
        created_at: this.now,
      }));
      const names = raw(Object.keys(rows[0] ?? {}).join(', '));
      await rowsIn(
        this.tx,
        sql`insert into ${raw(part.table)} (${names}) select ${names}
            from jsonb_populate_recordset(null::${raw(part.table)}, ${JSON.stringify(rows)}::jsonb)`,
      );
      await this.remember(made.map((entry) => created(part.part, entry.objectId, 1)));
      await rowsIn(
        this.tx,
        sql`update import_entry set object_id = made."objectId"
            from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made(id uuid, "objectId" uuid) where import_entry.id = made.id`,
      );
      for (const { objectId } of made) this.made.add(objectId);
      this.result.created += made.length;
    });
  }

  /** Values that only one may have and somebody has; the index of such a column leaves out who has none. */
  private async taken(part: ImportPart, entries: readonly Entry[]): Promise<Set<string>> {
    const { unique } = part;
    if (!unique) return new Set();
    const values = entries.flatMap(({ record }) => record[unique]?.toLowerCase() ?? []);
    const rows = await rowsIn<{ value: string }>(
      this.tx,
      sql`select lower(${raw(unique)}) as value from ${raw(part.table)} where lower(${raw(unique)}) = any(${values}::text[]) and ${raw(unique)} <> ''`,
    );
    return new Set(rows.map((row) => row.value));
  }

  /** Fills what is empty now, whatever it was when the list was checked; lines that mean the same fill it too. */
  private async merge(part: ImportPart): Promise<void> {
    const columns = Object.keys(part.columns);
    await this.eachChunk(part, 'MERGE', async (entries) => {
      const taken = await this.taken(part, entries);
      const ids = entries.map((entry) => entry.objectId);
      const stored = await rowsIn<Stored>(
        this.tx,
        sql`select id, version, ${raw(columns.map((it) => `${it}::text as ${it}`).join(', '))} from ${raw(part.table)}
            where id = any(${ids}::uuid[]) order by id for update`,
      );
      const byId = new Map(stored.map((row) => [row.id, row]));
      if (ids.some((id) => !byId.has(id))) throw new ChangedMeanwhile();
      const changes = new Map<string, Change>();
      for (const { record, ...entry } of entries) {
        const free = without(record, part.unique, taken);
        fill(part, columns, { ...entry, record: free }, byId.get(entry.objectId) as Stored, changes);
      }
      const changed = [...changes.values()].filter((it) => Object.keys(it.after).length > 0);
      if (changed.length === 0) return;
      const rows = changed.map((it) => ({
        ...Object.fromEntries(columns.map((column) => [column, byId.get(it.id)?.[column]])),
        id: it.id,
        version: it.version,
      }));
      const set = raw(['version', ...columns].map((column) => `${column} = filled.${column}`).join(', '));
      await rowsIn(
        this.tx,
        sql`update ${raw(part.table)} it set ${set}
            from jsonb_populate_recordset(null::${raw(part.table)}, ${JSON.stringify(rows)}::jsonb) filled where it.id = filled.id`,
      );
      await this.remember(changed);
      this.result.merged += changed.filter(({ id }) => !this.made.has(id)).length;
    });
  }

  private async join(): Promise<void> {
    if (!this.target.join) return;
    for (let after = 0; ;) {
      const rows = await rowsIn<FileRow & { objects: Record<string, string> }>(
        this.tx,
        sql`select line, cells, formulas, (select coalesce(jsonb_object_agg(entry.part, coalesce(first.object_id, entry.object_id)), '{}')
              from import_entry entry left join import_entry first on first.id = entry.same_entry_id
              where entry.run_id = import_row.run_id and entry.line = import_row.line and entry.decision <> 'SKIP'
                and coalesce(first.object_id, entry.object_id) is not null) as objects
            from import_row where run_id = ${this.run.id} and line > ${after} order by line limit ${CHUNK}`,
      );
      if (rows.length === 0) return;
      after = rows.at(-1)?.line ?? 0;
      const joined: JoinedRow[] = rows.map((row) => ({
        objects: row.objects,
        values: valuesOf(this.run, row),
      }));
      const made = await this.target.join(this.tx, joined, this.now);
      await this.remember(made.map(({ table, id, version }) => created(table, id, version)));
      this.result.joined += made.length;
      await this.progress(rows.length);
    }
  }

  private async link(): Promise<void> {
    await rowsIn(
      this.tx,
      sql`insert into import_link (target, part, record_hash, object_id, run_id)
          select distinct on (entry.part, entry.record_hash) ${this.target.target}, entry.part, entry.record_hash,
                 coalesce(first.object_id, entry.object_id), entry.run_id
          from import_entry entry left join import_entry first on first.id = entry.same_entry_id
          where entry.run_id = ${this.run.id} and entry.decision in ('CREATE', 'MERGE', 'KNOWN', 'SAME')
            and coalesce(first.object_id, entry.object_id) is not null
          order by entry.part, entry.record_hash, entry.line
          on conflict (target, part, record_hash) do nothing`,
    );
  }

  private async refresh(part: ImportPart): Promise<void> {
    const touched = await rowsIn<{ id: string }>(
      this.tx,
      sql`select object_id as id from import_change where run_id = ${this.run.id} and part = ${part.part} order by object_id`,
    );
    for (let at = 0; at < touched.length; at += CHUNK) {
      const ids = touched.slice(at, at + CHUNK).map((it) => it.id);
      await this.search.refresh(this.tx, part.part, ids);
      await this.progress(0);
    }
  }

  private async eachChunk(
    part: ImportPart,
    decision: 'CREATE' | 'MERGE',
    work: (entries: Entry[]) => Promise<void>,
  ): Promise<void> {
    for (let after = 0; ;) {
      const entries = await rowsIn<Entry>(
        this.tx,
        decision === 'CREATE'
          ? sql`select id, line, record, object_id as "objectId" from import_entry
              where run_id = ${this.run.id} and part = ${part.part} and decision = 'CREATE' and line > ${after}
              order by line limit ${CHUNK}`
          : sql`select entry.id, entry.line, entry.record, coalesce(first.object_id, entry.object_id) as "objectId"
              from import_entry entry left join import_entry first on first.id = entry.same_entry_id
              where entry.run_id = ${this.run.id} and entry.part = ${part.part} and entry.line > ${after}
                and (entry.decision = 'MERGE' or (entry.decision = 'SAME' and first.object_id is not null and first.record_hash <> entry.record_hash))
              order by entry.line limit ${CHUNK}`,
      );
      if (entries.length === 0) return;
      after = entries.at(-1)?.line ?? 0;
      await work(entries);
      await this.progress(entries.length);
    }
  }

  private async remember(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    await rowsIn(
      this.tx,
      sql`insert into import_change (run_id, part, object_id, created, before, after, version)
          select ${this.run.id}::uuid, part, id, created, before, after, version
          from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as it(part text, id uuid, created boolean, before jsonb, after jsonb, version int)
          on conflict (run_id, part, object_id) do update
            set before = excluded.before || import_change.before, after = import_change.after || excluded.after, version = excluded.version`,
    );
  }
}

function created(part: string, id: string, version: number): Change {
  return { part, id, created: true, before: {}, after: {}, version };
}

/** Without a value that somebody has; whoever gets it has it from now on. */
function without(
  record: Readonly<Record<string, string>>,
  column: string | undefined,
  taken: Set<string>,
): Record<string, string> {
  const { [column ?? '']: value, ...rest } = record;
  if (!column || !value || taken.has(value.toLowerCase())) return rest;
  taken.add(value.toLowerCase());
  return { ...rest, [column]: value };
}

/** What stands in columns of the table itself. */
function ofTable(
  { beside = [] }: ImportPart,
  record: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !beside.includes(key)));
}

/** References are null where they are empty, texts are not. */
function blank(column: string): string | null {
  return column.endsWith('_id') ? null : '';
}

function fill(
  part: ImportPart,
  columns: readonly string[],
  entry: Entry,
  stored: Stored,
  changes: Map<string, Change>,
): void {
  const change = changes.get(stored.id) ?? {
    part: part.part,
    id: stored.id,
    created: false,
    before: {},
    after: {},
    version: stored.version + 1,
  };
  for (const column of columns) {
    const value = entry.record[column];
    if (!value || (stored[column] ?? '') !== '') continue;
    change.before[column] = stored[column] ?? null;
    change.after[column] = value;
    stored[column] = value;
  }
  changes.set(stored.id, change);
}
