import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { HandedKind } from '@runder-tisch/domain/succession';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';

/** One thing that went over, with what is needed to bring it back. */
export interface Step {
  kind: HandedKind;
  /** `change`: a column names somebody else. `end`: it ended, and began for the successor where `addedId` says so. */
  way: 'change' | 'end' | 'role' | 'invitation';
  title: string;
  path: string | null;
  rowId: string;
  addedId: string | null;
  /** The last day it had before, or the role. */
  before: string | null;
}

/** The steps of one succession, in their order. */
export class SuccessionSteps {
  count = 0;

  constructor(
    private readonly tx: EntityManager,
    private readonly successionId: string,
  ) {}

  async add({ kind, way, title, path, rowId, addedId, before }: Step): Promise<void> {
    this.count += 1;
    await rowsIn(
      this.tx,
      sql`insert into succession_step (id, succession_id, position, kind, way, title, path, row_id, added_id, before)
          values (${newId()}, ${this.successionId}, ${this.count}, ${kind}, ${way}, ${title}, ${path}, ${rowId}, ${addedId}::uuid, ${before})`,
    );
  }

  /** What leaned on the one row leans on the other. */
  async lean({ table, column }: { table: string; column: string }, from: string, to: string): Promise<void> {
    await rowsIn(
      this.tx,
      sql`update ${raw(table)} set ${raw(column)} = ${to}, version = version + 1 where ${raw(column)} = ${from} and to_day is null`,
    );
  }
}
