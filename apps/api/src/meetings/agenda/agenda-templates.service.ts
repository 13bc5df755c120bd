import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type AgendaTemplateView, settledAgenda } from '@runder-tisch/domain/meetings';
import type {
  AgendaTemplateQuery,
  SaveAgendaTemplate,
} from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { hasRole, type Viewer } from '../../access/viewer';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { visibleCommittees } from '../../committees/committees-access';
import { changeableNetworks, visibleNetworks } from '../../networks/networks-access';
import { problem } from '../../problem/problem';
import { AgendaTemplate } from './agenda-template.entity';

/** Nobody has kept one yet. */
const none: AgendaTemplateView = { items: [], version: 0, mayChange: false };

/** The standard points of a network or committee, kept by those who plan its meetings. */
@Injectable()
export class AgendaTemplates {
  constructor(private readonly database: Database) {}

  async find(viewer: Viewer, { networkId, committeeId }: AgendaTemplateQuery): Promise<AgendaTemplateView> {
    if (!networkId && !committeeId) return none;
    return this.database.found<AgendaTemplateView>(sql`
      select coalesce(template.items, '[]') as items, coalesce(template.version, 0) as version, body.may as "mayChange"
      from ${bodyOf(viewer, networkId ?? null, committeeId ?? null)} body
        left join agenda_template template on template.network_id = body.network_id or template.committee_id = body.committee_id
      where body.sees`);
  }

  /** All of it at once; version 0 where none was there. */
  save(viewer: Viewer, version: number, request: SaveAgendaTemplate): Promise<void> {
    return this.database.write(viewer, 'agenda-template.save', async (tx) => {
      const { networkId, committeeId } = request;
      const body = await oneIn<{ may: boolean; id: string | null }>(
        tx,
        sql`select body.may, (select id from agenda_template template where template.network_id = body.network_id
              or template.committee_id = body.committee_id) as id
            from ${bodyOf(viewer, networkId, committeeId)} body where body.sees`,
      );
      if (!body) throw problem(generalProblems, 'not-found');
      if (!body.may) throw problem(generalProblems, 'forbidden');
      const items = settledAgenda(request.items);
      if (body.id) return updateVersioned(tx, AgendaTemplate, body.id, version, { items });
      const kept = await rowsIn(
        tx,
        sql`insert into agenda_template (id, network_id, committee_id, items)
            values (${newId()}, ${networkId}::uuid, ${committeeId}::uuid, ${JSON.stringify(items)}::jsonb)
            on conflict do nothing returning id`,
      );
      if (version !== 0 || kept.length === 0) throw problem(generalProblems, 'stale-version');
    });
  }
}

/** The network or committee with who sees it and who keeps its points: of committees it is the planners. */
function bodyOf(viewer: Viewer, networkId: string | null, committeeId: string | null): Sql {
  const isPlanner = hasRole(viewer, 'planner');
  const plans = isPlanner ? visibleNetworks(viewer) : changeableNetworks(viewer);
  return sql`(
    select it.id as network_id, null::uuid as committee_id, ${plans} as sees, ${plans} as may
    from network it where it.id = ${networkId}::uuid
    union all
    select null::uuid, it.id, ${visibleCommittees(viewer)}, ${isPlanner}
    from committee it where it.id = ${committeeId}::uuid and ${networkId === null})`;
}
