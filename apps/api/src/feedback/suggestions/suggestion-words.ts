import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { SuggestionWordsView } from '@runder-tisch/domain/feedback';
import type { SaveSuggestionWord } from '@runder-tisch/domain/feedback/feedback-requests';
import {
  type KeptWord,
  shippedLexiconVersion,
  shippedWordsFor,
  wordList,
} from '@runder-tisch/domain/feedback/suggestions';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';

/** The words of a field: those the product brings along, and what planners made of them. */
@Injectable()
export class SuggestionWords {
  constructor(private readonly database: Database) {}

  async ofField(fieldId: string): Promise<SuggestionWordsView> {
    const field = await this.database.found<{ name: string }>(
      sql`select name from field_of_action where id = ${fieldId}`,
    );
    const kept = await this.database.rows<KeptWord & { version: number }>(
      sql`select term, weight, active, version from suggestion_word where field_id = ${fieldId}`,
    );
    return {
      field: { id: fieldId, name: field.name },
      shippedVersion: shippedLexiconVersion,
      words: wordList(shippedWordsFor(field.name), kept),
    };
  }

  /** Version 0: nothing of this word is kept yet, it is new or as the product brings it along. */
  save(viewer: Viewer, fieldId: string, version: number, request: SaveSuggestionWord): Promise<void> {
    const term = request.term.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
    const { weight, active } = request;
    return this.database.write(viewer, 'suggestion-word.save', async (tx) => {
      const field = await rowsIn(tx, sql`select 1 from field_of_action where id = ${fieldId}`);
      if (field.length === 0) throw problem(generalProblems, 'not-found');
      const saved = await rowsIn(
        tx,
        version === 0
          ? sql`insert into suggestion_word (id, field_id, term, weight, active)
                values (${newId()}, ${fieldId}, ${term}, ${weight}, ${active}) on conflict do nothing returning id`
          : sql`update suggestion_word set weight = ${weight}, active = ${active}, version = version + 1
                where field_id = ${fieldId} and term = ${term} and version = ${version} returning id`,
      );
      if (saved.length === 0) throw problem(generalProblems, 'stale-version');
    });
  }
}
