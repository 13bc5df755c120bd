/** Filters of a list; what is empty is not asked. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The query as the address takes it, without what is empty. */
export function asParams(query: Query): Record<string, string> {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined || value === '' ? [] : [[key, String(value)] as const],
  );
  return Object.fromEntries(given);
}
