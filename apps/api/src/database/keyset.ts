import { generalProblems } from '@runder-tisch/domain/problem';
import type { Page } from '@runder-tisch/domain/lists';
import { problem } from '../problem/problem';

export const PAGE_SIZE = 25;

/** Where a page begins: the sort values of the row before it, opaque to the web. */
export function readCursor(after: string | undefined, parts: number): (string | null)[] | null {
  if (after === undefined || after === '') return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === parts &&
      values.every((it) => it === null || typeof it === 'string')
    ) {
      return values as (string | null)[];
    }
  } catch {
    // falls through to the refusal
  }
  throw problem(generalProblems, 'malformed-request', [{ path: 'after', code: 'cursor' }]);
}

/** Cuts the one row too many that tells whether there is more, and makes the next cursor. */
export function page<Row extends object, Item>(
  rows: readonly (Row & { total: string | number })[],
  limit: number,
  cursorOf: (row: Row) => (string | null)[],
  itemOf: (row: Row) => Item,
  total?: number,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last ? Buffer.from(JSON.stringify(cursorOf(last))).toString('base64url') : null;
  return { items: shown.map(itemOf), total: total ?? Number(rows[0]?.total ?? 0), next };
}
