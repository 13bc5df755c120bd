import sql, { join, type Sql } from 'sql-template-tag';
import type { NetworkWork } from '@runder-tisch/domain/networks';
import { contributions } from '../contributions';

const facts: readonly (keyof NetworkWork)[] = ['meetings', 'results', 'check'];

/** What areas further right know of the network `it` on this day, as the JSON of `NetworkWork`. */
export function workOf(day: string): Sql {
  const told = facts.map((fact) => {
    const known = contributions.flatMap(({ networkFacts }) => networkFacts?.[fact] ?? [])[0];
    return sql`${fact}::text, ${known?.(day) ?? sql`null::json`}`;
  });
  return sql`json_build_object(${join(told, ', ')})`;
}
