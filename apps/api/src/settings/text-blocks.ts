import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { settingsProblems, type TextBlockView } from '@runder-tisch/domain/settings';
import type { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';
import { onConflict } from '../problem/on-conflict';
import { TextBlock } from './text-block.entity';

/** Friendly words to begin with; what was written with them keeps its own text, so deleting one harms nothing. */
@Injectable()
export class TextBlocks {
  constructor(private readonly database: Database) {}

  async list(): Promise<Page<TextBlockView>> {
    return wholeList(await this.database.rows<TextBlockView>(this.select(empty)));
  }

  async find(id: string): Promise<TextBlockView> {
    return this.database.found<TextBlockView>(this.select(sql`where it.id = ${id}`));
  }

  add(viewer: Viewer, request: SaveTextBlock): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'text-block.add', async (tx) => {
        const id = newId();
        const position = await lastPosition(tx, 'text_block');
        await tx.insert(TextBlock, { ...request, id, position, active: true, version: 1 });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveTextBlock): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'text-block.change', (tx) =>
        updateVersioned(tx, TextBlock, id, version, { ...request }),
      ),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'text-block.activate' : 'text-block.deactivate';
    return this.database.write(viewer, useCase, (tx) =>
      updateVersioned(tx, TextBlock, id, version, { active }),
    );
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'text-block.order', (tx) => keepOrder(tx, 'text_block', ids));
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'text-block.delete', async (tx) => {
      await tx.delete(TextBlock, { id });
    });
  }

  private select(filter: Sql): Sql {
    return sql`
      select it.id, it.version, it.category, it.name, it.text, it.active, 0 as used
      from text_block it ${filter} order by it.position, it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(settingsProblems, { text_block_name: ['text-block-name-taken', 'name'] }, work);
  }
}
