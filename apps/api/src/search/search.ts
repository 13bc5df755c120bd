import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { SearchHit } from '@runder-tisch/domain/search';
import { formatShortDate, isDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import type { KindDeclaration } from '../contribution';
import { Database } from '../database/database';
import { kinds } from '../kinds';
import { rowsIn } from '../database/rows';
import { pattern } from '../database/words';

type SearchableKind = KindDeclaration & Required<Pick<KindDeclaration, 'search'>>;

export const searchableKinds: readonly SearchableKind[] = kinds.filter(
  (kind): kind is SearchableKind => kind.search !== undefined,
);

/** Nobody mistypes the name of something that is called by its text. */
const namedKinds = searchableKinds.filter((kind) => !kind.search.titleIsText);

/** Everything with a page is found by its name, subtitle and words, as far as the viewer may see it. */
@Injectable()
export class Search {
  constructor(private readonly database: Database) {}

  /** Inside the writing transaction, by the same statement that rebuilds the whole index. */
  async refresh(tx: EntityManager, kindName: string, ids: readonly string[]): Promise<void> {
    const kind = searchableKinds.find((it) => it.kind === kindName);
    if (!kind || ids.length === 0) return;
    await rowsIn(tx, sql`${raw(upsert(kind))} where it.id = any(${ids}::uuid[]) ${raw(CONFLICT)}`);
    await rowsIn(
      tx,
      sql`delete from search_document where kind = ${kindName} and object_id = any(${ids}::uuid[])
          and not exists (select 1 from ${raw(kind.table)} it where it.id = search_document.object_id)`,
    );
  }

  async rebuild(): Promise<number> {
    await this.database.rows(sql`delete from search_document`);
    for (const kind of searchableKinds) await this.database.rows(sql`${raw(upsert(kind))} ${raw(CONFLICT)}`);
    const counted = await this.database.one<{ count: number }>(
      sql`select count(*)::int as count from search_document`,
    );
    return counted?.count ?? 0;
  }

  /**
   * Up to 20 hits, names that begin with the words first; one predicate per kind decides who sees what. Names that
   * are only similar come in where little else was found: somebody mistyped.
   */
  async find(viewer: Viewer, query: string): Promise<SearchHit[]> {
    const words = query.trim().slice(0, 100);
    if (words.length < 2) return [];
    const exact = await this.hits(words, searchableKinds, (kind) => containing(viewer, kind, words));
    if (exact.length >= FEW) return exact;
    const similar = await this.hits(words, namedKinds, (kind) => resembling(viewer, kind, words));
    const known = new Set(exact.map(({ id }) => id));
    return [...exact, ...similar.filter(({ id }) => !known.has(id))].slice(0, SHOWN);
  }

  private async hits(
    words: string,
    kinds: readonly SearchableKind[],
    of: (kind: SearchableKind) => Sql,
  ): Promise<SearchHit[]> {
    const rows = await this.database.rows<Omit<SearchHit, 'path' | 'label'>>(sql`
      select kind, id, title, subtitle from (${join(kinds.map(of), ' union all ')}) hit
      order by case when folded_title like ${pattern(words)} || '%' then 3 when folded_title like '%' || ${pattern(words)} || '%' then 2 else 1 end
        + similarity(folded_title, fold(${words})) desc, title limit ${SHOWN}`);
    return rows.map((row) => {
      const kind = searchableKinds.find((it) => it.kind === row.kind);
      const subtitle = isDay(row.subtitle) ? formatShortDate(row.subtitle) : row.subtitle;
      return { ...row, subtitle, label: kind?.label ?? '', path: (kind?.path ?? '').replace(':id', row.id) };
    });
  }
}

const SHOWN = 20;
const FEW = 5;
/** So many of a kind are ranked: a word that stands in every second Hinweis is no reason to read them all. */
const RANKED = 60;
/** So many names that are only similar are compared. */
const COMPARED = 500;

/**
 * Kinds stand in the statement itself, because each has indexes of its own. Materialized, so that what was found by
 * the index is read as far as needed; for so few rows the database would rather read through the table.
 */
function found(viewer: Viewer, kind: SearchableKind, condition: Sql, most: number): Sql {
  return sql`(with found as materialized (select object_id, title, subtitle, folded_title from search_document
      where kind = ${literal(kind)} and ${condition})
    select ${literal(kind)}::text as kind, found.object_id as id, found.title, found.subtitle, found.folded_title from found join ${raw(kind.table)} it on it.id = found.object_id
    where ${kind.visible(viewer)} limit ${most})`;
}

/** Two questions, so that names are not crowded out by texts; each answered by one index. */
function containing(viewer: Viewer, kind: SearchableKind, words: string): Sql {
  const prefix = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => `${word}:*`)
    .join(' & ');
  const named = sql`folded_title like '%' || ${pattern(words)} || '%'`;
  const said = sql`document @@ (to_tsquery('german', ${prefix}) || to_tsquery('simple', ${prefix}) || to_tsquery('simple', fold(${prefix})))`;
  return sql`(${found(viewer, kind, named, RANKED)} union ${found(viewer, kind, said, RANKED)})`;
}

function resembling(viewer: Viewer, kind: SearchableKind, words: string): Sql {
  const similar = found(viewer, kind, sql`folded_title % fold(${words})`, COMPARED);
  return sql`(select * from ${similar} similar_name order by similarity(folded_title, fold(${words})) desc limit ${FEW})`;
}

/** Names of kinds are words of the code. */
function literal(kind: SearchableKind): Sql {
  return raw(`'${kind.kind}'`);
}

const CONFLICT = `on conflict (kind, object_id) do update set title = excluded.title, subtitle = excluded.subtitle,
  folded_title = excluded.folded_title, document = excluded.document`;

function upsert(kind: SearchableKind): string {
  const { title, table } = kind;
  const { subtitle, text } = kind.search;
  return `insert into search_document (kind, object_id, title, subtitle, folded_title, document)
    select '${kind.kind}', it.id, ${title}, coalesce(${subtitle}, ''), fold(${title}),
           setweight(to_tsvector('german', ${title}), 'A') || setweight(to_tsvector('simple', ${title}), 'A')
           || setweight(to_tsvector('simple', fold(${title} || ' ' || coalesce(${subtitle}, ''))), 'C')
           || setweight(to_tsvector('german', coalesce(${subtitle}, '')), 'C') || setweight(to_tsvector('german', coalesce(${text}, '')), 'C')
    from ${table} it`;
}
