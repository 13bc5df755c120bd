import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { MergeKept } from '@runder-tisch/domain/merge';
import { contributions } from '../contributions';
import { rowsIn } from '../database/rows';
import type { RestoredRow } from './merge';
import { mergeOf } from './references';
import { type RowKey, StoredTables } from './stored-tables';

interface Step {
  position: number;
  table: string;
  operation: 'INSERT' | 'UPDATE' | 'DELETE';
  key: RowKey;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

interface Difference {
  position: number;
  /** Columns that have been changed since. */
  others: string[];
}

/** What a row gets where its own value belongs to somebody else by now, and the sentence about it. */
export interface Substitute {
  values: Readonly<Record<string, string>>;
  says: string;
}

/** What is known of the rows of the one that comes back and of the one that stayed. */
export interface OwnRows {
  substitute: Substitute;
  /** What their columns are called. */
  labels: Readonly<Record<string, string>>;
}

const UNIQUE = '23505';
const REFERENCE = '23503';
const CHECK = '23514';

// Each follows the name of what it is about and a colon, one or many.
const CHANGED = 'seit dem Zusammenführen geändert; es bleibt, was jetzt dort steht';
const GONE = 'inzwischen gelöscht';
const reasons: Readonly<Record<string, string>> = {
  [UNIQUE]: 'an dieser Stelle steht inzwischen etwas anderes',
  [REFERENCE]: 'wozu es gehörte, gibt es nicht mehr',
  [CHECK]: 'was seitdem geändert wurde, lässt es nicht mehr zu',
};

/**
 * Takes the steps of a merge back, the last first, as far as nothing newer stands against it. A row changed since
 * keeps what was changed; what cannot be put back stays away, and both are told.
 */
export class MergeUndo {
  private readonly tables: StoredTables;
  private readonly kept: MergeKept[] = [];
  private readonly back: RestoredRow[] = [];
  private count = 0;

  constructor(
    private readonly tx: EntityManager,
    private readonly runId: string,
    /** Of the row of the one that comes back. */
    private readonly own: { table: string } & OwnRows,
  ) {
    this.tables = new StoredTables(tx);
  }

  async all(): Promise<{ restored: number; rows: readonly RestoredRow[]; kept: MergeKept[] }> {
    // A rule that is looked at in the end would undo the undoing as a whole.
    await this.tx.query('set constraints all immediate');
    const steps = await rowsIn<Step>(
      this.tx,
      sql`select position, table_name as table, operation, key, before, after from merge_step
          where run_id = ${this.runId} order by position desc`,
    );
    for (const alike of together(steps)) await this.takeBack(alike);
    return { restored: this.count, rows: this.back, kept: this.told() };
  }

  /** Steps that did the same to several rows in one statement, and each alone where that does not work for all. */
  private async takeBack(steps: readonly Step[]): Promise<void> {
    const [first] = steps;
    if (!first) return;
    const failed = await this.attempt(async () => {
      if (first.operation === 'UPDATE') await this.restoreValues(first.table, steps);
      else if (first.operation === 'DELETE') await this.insert(first);
      else await this.delete(first);
    });
    if (failed === null) return;
    if (steps.length > 1) for (const step of steps) await this.takeBack([step]);
    else if (!(await this.insertWithout(first, failed))) this.keep(first, reasons[failed] ?? CHANGED);
  }

  private async restoreValues(table: string, steps: readonly Step[]): Promise<void> {
    const columns = Object.keys(steps[0]?.before ?? {});
    const together = (mergeOf(table)?.together ?? []).filter((it) => columns.includes(it));
    const unchanged = (column: string): string =>
      (together.includes(column) ? together : [column])
        .map((it) => `it."${it}" is not distinct from got."${it}"`)
        .join(' and ');
    const given = JSON.stringify(
      steps.map(({ position, key, before, after }) => ({ position, key, before, after })),
    );
    const row = (part: 'key' | 'before' | 'after', alias: string): Sql =>
      raw(`jsonb_populate_record(null::${table}, step -> '${part}') ${alias}`);
    const source = sql`jsonb_array_elements(${given}::jsonb) step, ${row('key', 'at_key')}, ${row('before', 'had')}, ${row('after', 'got')}`;
    const same = await this.tables.sameKey(table, 'it', 'at_key');
    const differing = raw(
      columns.map((it) => `case when not (${unchanged(it)}) then '${it}' end`).join(', '),
    );
    const found = await rowsIn<Difference>(
      this.tx,
      sql`select (step ->> 'position')::int as position, array_remove(array[${differing}]::text[], null) as others
          from ${source}, ${raw(table)} it where ${same} for update of it`,
    );
    const set = columns.map((it) =>
      raw(`"${it}" = case when ${unchanged(it)} then had."${it}" else it."${it}" end`),
    );
    if (await this.tables.hasColumn(table, 'version')) set.push(raw('version = it.version + 1'));
    await rowsIn(this.tx, sql`update ${raw(table)} it set ${join(set)} from ${source} where ${same}`);
    const byPosition = new Map(found.map((it) => [it.position, it.others]));
    for (const step of steps) {
      const others = byPosition.get(step.position);
      if (!others) this.keep(step, GONE);
      else if (table === this.own.table)
        for (const column of others) this.keep(step, CHANGED, this.own.labels[column]);
      else if (others.length > 0) this.keep(step, CHANGED);
      if (others && others.length < columns.length) this.count += 1;
    }
  }

  private async insert(step: Step, instead: Readonly<Record<string, string>> = {}): Promise<void> {
    const columns = raw((await this.tables.givenColumns(step.table)).join(', '));
    const version = step.before?.['version'];
    const row = {
      ...step.before,
      ...(typeof version === 'number' ? { version: version + 1 } : {}),
      ...instead,
    };
    await rowsIn(
      this.tx,
      sql`insert into ${raw(step.table)} (${columns})
          select ${columns} from jsonb_populate_record(null::${raw(step.table)}, ${JSON.stringify(row)}::jsonb)`,
    );
    this.count += 1;
    const id = step.key['id'];
    if (typeof id === 'string') this.back.push({ table: step.table, id });
  }

  /** The one that comes back comes back in any case: without what somebody else has by now. */
  private async insertWithout(step: Step, failed: string): Promise<boolean> {
    const { table, substitute } = this.own;
    if (failed !== UNIQUE || step.operation !== 'DELETE' || step.table !== table) return false;
    if ((await this.attempt(() => this.insert(step, substitute.values))) !== null) return false;
    this.keep(step, substitute.says);
    return true;
  }

  private async delete(step: Step): Promise<void> {
    await rowsIn(
      this.tx,
      sql`delete from ${raw(step.table)} it where ${await this.tables.withKey(step.table, step.key)}`,
    );
  }

  /** Null where it worked, otherwise the kind of rule that stood against it; nothing of it is left then. */
  private async attempt(work: () => Promise<void>): Promise<string | null> {
    const [count, back, kept] = [this.count, this.back.length, this.kept.length];
    await this.tx.query('savepoint taken_back');
    try {
      await work();
      await this.tx.query('release savepoint taken_back');
      return null;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === undefined || !(code in reasons)) throw error;
      await this.tx.query('rollback to savepoint taken_back');
      this.count = count;
      this.back.length = back;
      this.kept.length = kept;
      return code;
    }
  }

  /** Links in mails and old addresses, which are not audited either, are nothing anybody looks for. */
  private keep(step: Step, reason: string, what?: string): void {
    const declared = contributions.flatMap((it) => it.tables).find((it) => it.table === step.table);
    if (declared?.audit === 'none') return;
    const label = what ?? declared?.merge?.label ?? (step.table === this.own.table ? 'Angaben' : 'Weiteres');
    this.kept.push({ label, reason, path: null });
  }

  /** The same of several only once, with their number. */
  private told(): MergeKept[] {
    const alike = Map.groupBy(this.kept, ({ label, reason }) => `${label}: ${reason}`);
    return [...alike.values()].flatMap(([first, ...more]) =>
      first ? [more.length > 0 ? { ...first, label: `${first.label} (${more.length + 1})` } : first] : [],
    );
  }
}

/** Steps in a row that changed the same columns of different rows of a table. */
function together(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  let rows = new Set<string>();
  let last = '';
  for (const step of steps) {
    const like = `${step.table} ${step.operation} ${Object.keys(step.before ?? {}).join(' ')}`;
    const row = JSON.stringify(step.key);
    const group = groups.at(-1);
    if (group && step.operation === 'UPDATE' && like === last && !rows.has(row)) group.push(step);
    else {
      groups.push([step]);
      rows = new Set();
    }
    rows.add(row);
    last = like;
  }
  return groups;
}
