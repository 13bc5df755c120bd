import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { committeeProblems, type CommitteeView } from '@runder-tisch/domain/committees';
import type { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';
import { usesOf } from '../database/usage';
import { onConflict } from '../problem/on-conflict';
import { Search } from '../search/search';
import { Committee } from './committee.entity';
import { visibleCommittees } from './committees.contribution';

/** Kreistag, committees and advisory boards: who takes a Beschluss, which networks never do. */
@Injectable()
export class CommitteesService {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
  ) {}

  async list(viewer: Viewer): Promise<Page<CommitteeView>> {
    return wholeList(await this.database.rows<CommitteeView>(await this.select(viewer, empty)));
  }

  async find(viewer: Viewer, id: string): Promise<CommitteeView> {
    return this.database.found<CommitteeView>(await this.select(viewer, sql`and it.id = ${id}`));
  }

  add(viewer: Viewer, request: SaveCommittee): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'committee.add', async (tx) => {
        const [id] = await this.insert(tx, [request]);
        return { id: id as string };
      }),
    );
  }

  /** Several at once, in their order, for set-up and demo. */
  async insert(tx: EntityManager, committees: readonly SaveCommittee[]): Promise<string[]> {
    const first = await lastPosition(tx, 'committee');
    const rows = committees.map(({ name, kind, rhythm, note }, index) => ({
      id: newId(),
      name,
      kind,
      rhythm,
      note,
      position: first + index,
      active: true,
      version: 1,
    }));
    await tx.insert(Committee, rows);
    const ids = rows.map((row) => row.id);
    await this.search.refresh(tx, 'committee', ids);
    return ids;
  }

  change(viewer: Viewer, id: string, version: number, request: SaveCommittee): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'committee.change', async (tx) => {
        await updateVersioned(tx, Committee, id, version, { ...request });
        await this.search.refresh(tx, 'committee', [id]);
      }),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'committee.activate' : 'committee.deactivate';
    return this.database.write(viewer, useCase, async (tx) => {
      await updateVersioned(tx, Committee, id, version, { active });
      await this.search.refresh(tx, 'committee', [id]);
    });
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'committee.order', (tx) => keepOrder(tx, 'committee', ids));
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'committee.delete', async (tx) => {
      await tx.delete(Committee, { id });
      await this.search.refresh(tx, 'committee', [id]);
    });
  }

  private async select(viewer: Viewer, filter: Sql): Promise<Sql> {
    return sql`
      select it.id, it.version, it.name, it.kind, it.rhythm, it.note, it.active, ${await usesOf(this.database, 'committee')} as used
      from committee it where ${visibleCommittees(viewer)} ${filter} order by it.position, it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(committeeProblems, { committee_name: ['committee-name-taken', 'name'] }, work);
  }
}
