import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { findingProblems } from '@runder-tisch/domain/findings';
import type { Viewer } from '../access/viewer';
import { rowsIn } from '../database/rows';
import { problem } from '../problem/problem';

/** What each source says, as its fingerprint is made of it. */
const wordsOf = {
  finding: `concat_ws(E'\\n', statement, nullif(caveat, ''))`,
  action_priority: `concat_ws(E'\\n', title, nullif(description, ''))`,
  recommendation: 'wording',
} as const;
export type SourceTable = keyof typeof wordsOf;

/**
 * Keeps what a source says now, before its words are changed: whoever checks a link that was made to these words sees
 * what became of them.
 */
export async function keepWords(tx: EntityManager, table: SourceTable, id: string): Promise<void> {
  await rowsIn(
    tx,
    sql`insert into earlier_words (source_id, fingerprint, words)
        select id, fingerprint, ${raw(wordsOf[table])} from ${raw(table)} where id = ${id} on conflict do nothing`,
  );
}

/**
 * The columns of `TrustedLink`, of the link row `link` to a source row; both are aliases.
 * @param tells whether this viewer may read what the source said before, which may have been a draft
 */
export function trustColumns(link: string, source: string, tells: Sql = sql`true`): Sql {
  return sql`${raw(`${link}.fingerprint <> ${source}.fingerprint`)} as "toCheck",
    case when ${tells} and ${raw(`${link}.fingerprint <> ${source}.fingerprint then (select earlier_words.words from earlier_words
      where earlier_words.source_id = ${source}.id and earlier_words.fingerprint = ${link}.fingerprint) end as "wordsBefore",
    ${link}.accepted_by as "acceptedBy", ${link}.accepted_at as "acceptedAt"`)}`;
}

/** Somebody looked at a link whose source was changed and stands for it: the statement sets it and returns a row. */
export async function accepted(tx: EntityManager, statement: Sql): Promise<void> {
  if ((await rowsIn(tx, statement)).length === 0) throw problem(findingProblems, 'link-up-to-date');
}

/** Who accepts it and when, for the `set` of such a statement. */
export function acceptance(viewer: Viewer, now: Date, fingerprint: Sql): Sql {
  return sql`fingerprint = ${fingerprint}, accepted_by = ${viewer.displayName}, accepted_at = ${now}`;
}
