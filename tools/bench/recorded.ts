import { createHash } from 'node:crypto';
import pg from 'pg';

/** A statement as the product sends it; instants are kept by their distance from the moment of recording. */
export interface Recorded {
  text: string;
  values: RecordedValue[];
}
type RecordedValue = { kind: 'value'; value: unknown } | { kind: 'instant'; after: number };

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Listens to what the product asks its database while `work` runs: so ceiling, bare statement and plan use
 * its very SQL and cannot fall behind it. Only for this process and this moment.
 */
export async function recording(work: () => Promise<void>): Promise<Recorded[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  const heard: Recorded[] = [];
  const began = Date.now();
  prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const statement = statementOf(args, began);
    if (statement) heard.push(statement);
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return heard;
}

function statementOf([first, second]: unknown[], began: number): Recorded | null {
  const config =
    typeof first === 'string'
      ? { text: first, values: second }
      : (first as { text?: string; values?: unknown });
  if (typeof config.text !== 'string') return null;
  const values = Array.isArray(config.values) ? (config.values as unknown[]) : [];
  return {
    text: config.text,
    values: values.map((value) =>
      value instanceof Date ? { kind: 'instant', after: value.getTime() - began } : { kind: 'value', value },
    ),
  };
}

/** The values of a recorded statement for another request: what was asked then is replaced by what is asked now. */
export function valuesFor(
  statement: Recorded,
  replaced: ReadonlyMap<unknown, unknown> = new Map(),
): unknown[] {
  const now = Date.now();
  return statement.values.map((it) => {
    if (it.kind === 'instant') return new Date(now + it.after);
    return replaced.has(it.value) ? replaced.get(it.value) : it.value;
  });
}

export function statementName(text: string): string {
  return `bench_${createHash('sha1').update(text).digest('hex')}`;
}

/** As the product sends it: a named statement, planned once per connection. */
export function prepared(statement: Recorded, replaced?: ReadonlyMap<unknown, unknown>): pg.QueryConfig {
  return {
    name: statementName(statement.text),
    text: statement.text,
    values: valuesFor(statement, replaced),
  };
}
