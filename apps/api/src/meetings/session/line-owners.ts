import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Block } from '@runder-tisch/domain/documents';
import { isOwnLineKind, type LineKind } from '@runder-tisch/domain/meetings';

/**
 * What an area on the right knows of the lines it brings into the minutes. The words of such a line stand with
 * the area; the line holds its kind, its place and a reference.
 */
export interface LineOwner {
  /** The area's migration lets `minutes_entry_kind_check` allow it. */
  kind: LineKind;
  /** The column of minutes_entry that refers to what the area keeps; its migration makes it, with a foreign key. */
  column: string;
  /** Runs inside the transaction that ended the session: what it throws undoes the end as well. */
  ended(tx: EntityManager, meetingId: string): Promise<void>;
  /**
   * What the protocol says for each reference, in the same order; null where a line lost what it referred to.
   * Only of this meeting: a line cannot print words of somebody else's.
   */
  print(
    tx: EntityManager,
    meetingId: string,
    references: readonly (string | null)[],
  ): Promise<readonly (readonly Block[])[]>;
}

interface StoredReference {
  kind: LineKind;
  referenceId: string | null;
}

/** Who owns which kind of line: areas on the right register, so that meetings need not know them. */
@Injectable()
export class LineOwners {
  private readonly owners = new Map<LineKind, LineOwner>();

  register(owner: LineOwner): void {
    if (isOwnLineKind(owner.kind) || this.owners.has(owner.kind))
      throw new Error(`Lines of the kind ${owner.kind} have an owner already.`);
    this.owners.set(owner.kind, owner);
  }

  /** Such a line holds no words, only a reference to them. */
  isOwned(kind: LineKind): boolean {
    return this.owners.has(kind);
  }

  isKnown(kind: LineKind): boolean {
    return isOwnLineKind(kind) || this.isOwned(kind);
  }

  kinds(): LineKind[] {
    return [...this.owners.keys()];
  }

  /** What a row of minutes_entry under the alias `line` refers to. */
  reference(): Sql {
    const columns = [...this.owners.values()].map(({ column }) => raw(`line.${column}`));
    return columns.length ? sql`coalesce(${join(columns)})` : sql`null::uuid`;
  }

  /** Columns of minutes_entry: the reference in that of the kind's owner, nothing in those of all others. */
  references(kind: LineKind, referenceId: string | null): Record<string, string | null> {
    return Object.fromEntries(
      [...this.owners.values()].map((owner) => [owner.column, owner.kind === kind ? referenceId : null]),
    );
  }

  async ended(tx: EntityManager, meetingId: string): Promise<void> {
    for (const owner of this.owners.values()) await owner.ended(tx, meetingId);
  }

  /** What each line prints that is not one of meetings' own. */
  async printed<Line extends StoredReference>(
    tx: EntityManager,
    meetingId: string,
    lines: readonly Line[],
  ): Promise<ReadonlyMap<Line, readonly Block[]>> {
    const printed = new Map<Line, readonly Block[]>();
    for (const [kind, owner] of this.owners) {
      const own = lines.filter((line) => line.kind === kind);
      if (own.length === 0) continue;
      const blocks = await owner.print(
        tx,
        meetingId,
        own.map((line) => line.referenceId),
      );
      for (const [index, line] of own.entries()) printed.set(line, blocks[index] ?? []);
    }
    return printed;
  }
}
