import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { MergeKept } from '@runder-tisch/domain/merge';
import { contributions } from '../contributions';
import { rowsIn } from '../database/rows';
import type { RestoredRow } from './merge';
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

const UNIQUE = '23505';
const REFERENCE = '23503';
const CHECK = '23514';

const CHANGED = 'wurde seit dem Zusammenführen geändert und bleibt, wie es ist';
const GONE = 'gibt es nicht mehr';
const reasons: Readonly<Record<string, string>> = {
  [UNIQUE]: 'passt nicht mehr: An dieser Stelle steht inzwischen etwas anderes',
  [REFERENCE]: 'gehörte zu etwas, das es nicht mehr gibt',
  [CHECK]: 'passt nicht mehr zu dem, was seitdem geändert wurde',
};

/**
 * Takes the steps of a merge back, the last first, as far as nothing newer stands against it. A row changed since
 * keeps what was changed; what cannot be put back stays away, and both are told.
 */
export class MergeUndo {
  private readonly tables: StoredTables;
  private readonly kept = new Map<string, MergeKept>();
  private readonly back: RestoredRow[] = [];
  private count = 0;

  constructor(
    private readonly tx: EntityManager,
    private readonly runId: string,
    /** Of the row of the one that comes back. */
    private readonly own: { table: string; substitute: Substitute },
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
    return { restored: this.count, rows: this.back, kept: [...this.kept.values()] };
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
    const columns = Object.keys(steps[0]?.before ?? {}).map((it) => `"${it}"`);
    const given = JSON.stringify(
      steps.map(({ position, key, before, after }) => ({ position, key, before, after })),
    );
    const row = (part: 'key' | 'before' | 'after', alias: string): Sql =>
      raw(`jsonb_populate_record(null::${table}, step -> '${part}') ${alias}`);
    const source = sql`jsonb_array_elements(${given}::jsonb) step, ${row('key', 'at_key')}, ${row('before', 'had')}, ${row('after', 'got')}`;
    const same = await this.tables.sameKey(table, 'it', 'at_key');
    const differing = raw(
      columns
        .map((it) => `case when it.${it} is distinct from got.${it} then '${it.slice(1, -1)}' end`)
        .join(', '),
    );
    const found = await rowsIn<Difference>(
      this.tx,
      sql`select (step ->> 'position')::int as position, array_remove(array[${differing}]::text[], null) as others
          from ${source}, ${raw(table)} it where ${same} for update of it`,
    );
    const set = columns.map((it) =>
      raw(`${it} = case when it.${it} is not distinct from got.${it} then had.${it} else it.${it} end`),
    );
    if (await this.tables.hasColumn(table, 'version')) set.push(raw('version = it.version + 1'));
    await rowsIn(this.tx, sql`update ${raw(table)} it set ${join(set)} from ${source} where ${same}`);
    const byPosition = new Map(found.map((it) => [it.position, it.others]));
    for (const step of steps) {
      const others = byPosition.get(step.position);
      if (!others) this.keep(step, GONE);
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
    const [count, back, kept] = [this.count, this.back.length, new Map(this.kept)];
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
      this.kept.clear();
      for (const [key, value] of kept) this.kept.set(key, value);
      return code;
    }
  }

  /** Links in mails and old addresses, which are not audited either, are nothing anybody looks for. */
  private keep(step: Step, reason: string): void {
    const declared = contributions.flatMap((it) => it.tables).find((it) => it.table === step.table);
    if (declared?.audit === 'none') return;
    const label = declared?.merge?.label ?? (step.table === this.own.table ? 'Angaben' : 'Weiteres');
    this.kept.set(`${label} ${reason}`, { label, reason, path: null });
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
