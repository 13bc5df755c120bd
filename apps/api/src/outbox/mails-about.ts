import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import { contributions } from '../contributions';
import { kinds } from '../kinds';

/** By the `objectKind` of a mail: the kind of the page it is about, and that page's id. */
const pages = new Map([
  ...kinds.map(({ kind }) => [kind, { kind, id: (objectId: Sql) => objectId }] as const),
  ...contributions.flatMap(({ mailsAbout = {} }) => Object.entries(mailsAbout)),
]);

/** Whether a mail is about the object of this page. */
export function isAbout(kind: string, id: string, objectKind: Sql, objectId: Sql): Sql {
  const ways = [...pages].flatMap(([name, page]) =>
    page.kind === kind ? [sql`(${objectKind} = ${name} and ${page.id(objectId)} = ${id}::uuid)`] : [],
  );
  return ways.length > 0 ? sql`(${join(ways, ' or ')})` : sql`false`;
}

/** What a mail is about as a scalar of JSON: null where nothing of it has a page, or the viewer may not open it. */
export function aboutOf(viewer: Viewer, objectKind: Sql, objectId: Sql): Sql {
  const cases = [...pages].map(([name, page]) => {
    const kind = kinds.find((it) => it.kind === page.kind);
    if (!kind) throw new Error(`Mails are about ${page.kind}, which no area declares.`);
    return sql`when ${name} then (
      select json_build_object('label', ${kind.label}::text, 'title', ${raw(kind.title)}, 'path', replace(${kind.path}::text, ':id', it.id::text))
      from ${raw(kind.table)} it where it.id = ${page.id(objectId)} and ${kind.visible(viewer)})`;
  });
  return sql`case ${objectKind} ${join(cases, ' ')} end`;
}
