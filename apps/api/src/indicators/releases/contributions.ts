import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from '../../database/rows';

/** Who brought in how much, by the ids of values: read by the check alone. */
export async function contributionsOf(
  tx: EntityManager,
  indicatorId: string,
): Promise<Map<string, number[]>> {
  const rows = await rowsIn<{ id: string; amounts: number[] }>(
    tx,
    sql`select told.observation_id as id, told.amounts::float8[] as amounts
        from observation_contributors told join observation seen on seen.id = told.observation_id where seen.indicator_id = ${indicatorId}`,
  );
  return new Map(rows.map(({ id, amounts }) => [id, amounts]));
}
