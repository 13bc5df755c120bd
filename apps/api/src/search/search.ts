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
    const exact = await this.hits(words, containing(viewer, words));
    if (exact.length >= FEW) return exact;
    const similar = await this.hits(words, resembling(viewer, words));
    const known = new Set(exact.map(({ id }) => id));
    return [...exact, ...similar.filter(({ id }) => !known.has(id))].slice(0, SHOWN);
  }

  private async hits(words: string, questions: readonly Sql[]): Promise<SearchHit[]> {
    const rows = await this.database.rows<Omit<SearchHit, 'path' | 'label'>>(sql`
      select kind, object_id as id, title, subtitle from (${join(questions, ' union all ')}) hit
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

/** Kinds of which there are many have indexes of their own; all others share two and are asked together. */
const MANY = ['feedback', 'organisation', 'person'];
const isMany = ({ kind }: SearchableKind): boolean => MANY.includes(kind);
const OTHERS = raw(MANY.map((kind) => `kind <> '${kind}'`).join(' and '));
const COLUMNS = raw('kind, object_id, title, subtitle, folded_title');

/** Names, and then texts: two questions to two indexes. */
function containing(viewer: Viewer, words: string): Sql[] {
  const prefix = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => `${word}:*`)
    .join(' & ');
  const named = sql`folded_title like '%' || ${pattern(words)} || '%'`;
  const said = sql`document @@ (to_tsquery('german', ${prefix}) || to_tsquery('simple', ${prefix}) || to_tsquery('simple', fold(${prefix})))`;
  const ofMany = searchableKinds.filter(isMany).map((kind) => {
    const names = ofKind(viewer, kind, named, RANKED);
    if (!kind.search.titleIsText)
      return sql`(select * from ${names} named union select * from ${ofKind(viewer, kind, said, RANKED)} said)`;
    // What is called by its text is not crowded out by it: enough of the first answer everything.
    const others = ofKind(viewer, kind, sql`${said} and not (${named})`, RANKED);
    return sql`(select * from ${names} named union all select * from ${others} said limit ${RANKED})`;
  });
  return [...ofMany, ofOthers(viewer, searchableKinds, sql`(${named} or ${said})`, named, RANKED)];
}

/** Names alike, of what has a name. */
function resembling(viewer: Viewer, words: string): Sql[] {
  const alike = sql`folded_title % fold(${words})`;
  const near = sql`similarity(folded_title, fold(${words}))`;
  return [
    ...namedKinds
      .filter(isMany)
      .map(
        (kind) =>
          sql`(select * from ${ofKind(viewer, kind, alike, COMPARED)} similar_name order by ${near} desc limit ${FEW})`,
      ),
    ofOthers(viewer, namedKinds, alike, near, FEW),
  ];
}

/**
 * The kind stands in the statement itself, because of its indexes. Materialized, so that what was found by the index is
 * read as far as needed; for so few rows the database would rather read through the table.
 */
function ofKind(viewer: Viewer, kind: SearchableKind, condition: Sql, most: number): Sql {
  return sql`(with found as materialized (select ${COLUMNS} from search_document where kind = ${literal(kind)} and ${condition})
    select ${COLUMNS} from found where ${seen(viewer, kind)} limit ${most})`;
}

/** Of each of the other kinds the best by `rank`, in one look however many kinds there are. */
function ofOthers(
  viewer: Viewer,
  kinds: readonly SearchableKind[],
  condition: Sql,
  rank: Sql,
  most: number,
): Sql {
  const others = kinds.filter((kind) => !isMany(kind));
  const visible = join(
    others.map((kind) => sql`when ${literal(kind)} then ${seen(viewer, kind)}`),
    ' ',
  );
  return sql`(with found as materialized (select ${COLUMNS} from search_document where ${OTHERS} and ${condition})
    select ${COLUMNS} from (select ${COLUMNS}, row_number() over (partition by kind order by ${rank} desc) as place
      from found where case kind ${visible} end) ranked where place <= ${most})`;
}

/** Looked up one by one: a value, and no condition that could be worked out for a whole table. */
function seen(viewer: Viewer, kind: SearchableKind): Sql {
  return sql`(select true from ${raw(kind.table)} it where it.id = found.object_id and ${kind.visible(viewer)})`;
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
