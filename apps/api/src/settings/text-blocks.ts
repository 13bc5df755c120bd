import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { settingsProblems, type TextBlockView } from '@runder-tisch/domain/settings';
import type { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { Database } from '../database/database';
import { usesOf } from '../database/usage';
import { KeptList } from '../kept-lists/kept-list';
import { onConflict } from '../problem/on-conflict';
import { TextBlock } from './text-block.entity';

/** Friendly words to begin with; what was written with them keeps its own text. */
@Injectable()
export class TextBlocks extends KeptList<TextBlockView, TextBlock, SaveTextBlock> {
  constructor(database: Database) {
    super(database, { table: 'text_block', entity: TextBlock, useCase: 'text-block' });
  }

  protected async columns(): Promise<Sql> {
    return sql`it.category, it.text, ${await usesOf(this.database, 'text_block')} as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(settingsProblems, { text_block_name: ['text-block-name-taken', 'name'] }, work);
  }
}
