import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import {
  effectiveWords,
  type KeptWord,
  shippedLexiconVersion,
  shippedWordsFor,
  Suggester,
} from '@runder-tisch/domain/feedback/suggestions';

/** Reads outside or inside a transaction. */
export type ReadRows = <Row extends object>(statement: Sql) => Promise<Row[]>;

export interface KnownFields {
  suggester: Suggester;
  names: ReadonlyMap<string, string>;
  /** The shipped words and how often planners changed them: 2026-11.3. */
  version: string;
}

interface FieldRow {
  id: string;
  name: string;
  description: string;
  version: number;
  words: (KeptWord & { version: number })[];
}

/** The fields in use with their words, ready to be asked; made anew only when somebody changed them. */
@Injectable()
export class SuggestionFields {
  private made: { of: string; fields: KnownFields } | null = null;

  async known(read: ReadRows): Promise<KnownFields> {
    const rows = await read<FieldRow>(sql`
      select it.id, it.name, it.description, it.version,
             coalesce((select json_agg(json_build_object('term', term, 'weight', weight, 'active', suggestion_word.active,
                 'version', suggestion_word.version) order by term)
               from suggestion_word where suggestion_word.field_id = it.id), '[]') as words
      from field_of_action it where it.active order by it.position, it.id`);
    const of = JSON.stringify(rows);
    if (this.made?.of === of) return this.made.fields;
    const changes = rows.flatMap((row) => row.words).reduce((sum, word) => sum + word.version, 0);
    const fields: KnownFields = {
      suggester: new Suggester(
        rows.map(({ id, name, description, words }) => ({
          id,
          name,
          description,
          words: effectiveWords(shippedWordsFor(name), words),
        })),
      ),
      names: new Map(rows.map((row) => [row.id, row.name])),
      version: `${shippedLexiconVersion}.${changes}`,
    };
    this.made = { of, fields };
    return fields;
  }
}
