import sql, { raw } from 'sql-template-tag';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from './access/viewer';
import type { KindDeclaration } from './contribution';
import { contributions } from './contributions';
import type { Database } from './database/database';
import { problem } from './problem/problem';

/** Every kind with a page, from left to right. */
export const kinds: readonly KindDeclaration[] = contributions.flatMap(
  (contribution) => contribution.kinds ?? [],
);

/** The kind of this name; what has none is not there. */
export function kindNamed(name: string): KindDeclaration {
  const kind = kinds.find((it) => it.kind === name);
  if (!kind) throw problem(generalProblems, 'not-found');
  return kind;
}

/** The kind of this name, where the viewer may see this object of it: everything else is not there. */
export async function visibleKind(
  database: Database,
  viewer: Viewer,
  name: string,
  id: string,
): Promise<KindDeclaration> {
  const kind = kindNamed(name);
  await database.found(
    sql`select it.id from ${raw(kind.table)} it where it.id = ${id} and ${kind.visible(viewer)}`,
  );
  return kind;
}
