import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { mayWith } from '@runder-tisch/domain/accounts';
import { generalProblems } from '@runder-tisch/domain/problem';
import { hasRole, type Viewer } from '../../access/viewer';
import { oneIn } from '../../database/rows';
import { changeableMeetings } from '../../meetings/meetings-access';
import { problem } from '../../problem/problem';

/** Which Punktabfragen (alias `it`) this viewer sees: the office all of them. */
export function visiblePrioritisations(viewer: Viewer): Sql {
  return viewer.kind === 'system' || mayWith(viewer.roles, 'finding:read') ? sql`true` : sql`false`;
}

/** Which this viewer runs: planners every one, coordinators those of their networks and meetings. */
export function changeablePrioritisations(viewer: Viewer): Sql {
  if (viewer.kind === 'system' || hasRole(viewer, 'planner')) return sql`true`;
  if (!hasRole(viewer, 'coordinator')) return sql`false`;
  return sql`(it.network_id = any(${viewer.coordinatedNetworkIds}::uuid[])
    or it.meeting_id in (select it.id from meeting it where ${changeableMeetings(viewer)}))`;
}

/** What a Punktabfrage is made for must be this viewer's to plan; without either it is a planner's. */
export async function assertRunsFor(
  tx: EntityManager,
  viewer: Viewer,
  { meetingId, networkId }: { meetingId: string | null; networkId: string | null },
): Promise<void> {
  if (meetingId === null && networkId === null && hasRole(viewer, 'planner')) return;
  const network = hasRole(viewer, 'planner')
    ? sql`exists (select 1 from network where id = ${networkId}::uuid)`
    : sql`${networkId}::uuid = any(${viewer.coordinatedNetworkIds}::uuid[])`;
  const allowed = await oneIn<{ allowed: boolean }>(
    tx,
    sql`select (${meetingId}::uuid is null or exists (select 1 from meeting it where it.id = ${meetingId}::uuid and ${changeableMeetings(viewer)}))
           and (${networkId}::uuid is null or ${network}) and coalesce(${meetingId}::uuid, ${networkId}::uuid) is not null as allowed`,
  );
  if (!allowed?.allowed) throw problem(generalProblems, 'forbidden');
}
