import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { newId } from '../../src/database/new-id';
import { rowsIn } from '../../src/database/rows';

/** What is told to be PUBLISHABLE stands in a release in the open, as only a release makes it. */
export async function releasedAsTold(
  tx: EntityManager,
  indicatorIds: readonly string[],
  at: Date,
): Promise<void> {
  for (const indicatorId of new Set(indicatorIds)) {
    const id = newId();
    const free = sql`observation.indicator_id = ${indicatorId} and observation.disclosure_state = 'PUBLISHABLE'
      and not exists (select from figure_release_cell cell where cell.observation_id = observation.id)`;
    await rowsIn(
      tx,
      sql`insert into figure_release (id, indicator_id, version_id, number, state, rule, minimum, zeros, created_by, created_at)
          select ${id}, indicator.id, current_version_id, (select coalesce(max(number), 0) + 1 from figure_release where indicator_id = indicator.id),
                 'CHECKING', 'R0', 0, 'published', 'Test', ${at}
          from indicator where indicator.id = ${indicatorId} and exists (select from observation where ${free})`,
    );
    await rowsIn(
      tx,
      sql`insert into figure_release_cell (release_id, observation_id, position, area_name, value)
          select ${id}, observation.id, row_number() over (order by observation.id), '', observation.value from observation where ${free}`,
    );
    await rowsIn(
      tx,
      sql`update figure_release set state = 'RELEASED', pattern = '{"cells":[],"equations":[]}', checked_at = ${at}, released_at = ${at},
            released_by = 'Test', cells = (select count(*) from figure_release_cell where release_id = ${id}) where id = ${id}`,
    );
  }
}
