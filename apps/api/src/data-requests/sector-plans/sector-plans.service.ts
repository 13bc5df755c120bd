import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  dataRequestProblems,
  offeredSectorPlanMoves,
  type SectorPlanMove,
  sectorPlanMoves,
  type SectorPlanView,
} from '@runder-tisch/domain/data-requests';
import type {
  AddSectorPlan,
  SaveSectorPlan,
} from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { rowsIn } from '../../database/rows';
import { KeptList } from '../../kept-lists/kept-list';
import { onConflict } from '../../problem/on-conflict';
import { refused } from '../../problem/problem';
import { changeableDataRequests, visibleDataRequests } from '../data-requests-access';
import { SectorPlan } from './sector-plan.entity';

type Stored = Omit<SectorPlanView, 'moves' | 'overdue'>;

/** Plans of other laws beside the Sozialplanung: how they stand, and which interfaces they need. */
@Injectable()
export class SectorPlansService extends KeptList<SectorPlanView, SectorPlan, AddSectorPlan> {
  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    super(database, { table: 'sector_plan', entity: SectorPlan, useCase: 'sector-plan' });
  }

  override async list(viewer: Viewer): Promise<Page<SectorPlanView>> {
    const page = await super.list(viewer);
    return { ...page, items: page.items.map((row) => this.told(viewer, row)) };
  }

  override async find(viewer: Viewer, id: string): Promise<SectorPlanView> {
    return this.told(viewer, await super.find(viewer, id));
  }

  override async insert(tx: EntityManager, entries: readonly AddSectorPlan[]): Promise<string[]> {
    const ids = await super.insert(
      tx,
      entries.map(({ agreementIds: _needed, ...columns }) => columns as AddSectorPlan),
    );
    for (const [index, id] of ids.entries()) await this.keepNeeds(tx, id, entries[index]?.agreementIds ?? []);
    return ids;
  }

  /** The state stays: it goes by verbs. */
  save(viewer: Viewer, id: string, version: number, request: SaveSectorPlan): Promise<void> {
    const { agreementIds, ...columns } = request;
    return this.named(() =>
      this.database.write(viewer, 'sector-plan.change', async (tx) => {
        await this.toChange(tx, viewer, id);
        await updateVersioned(tx, SectorPlan, id, version, columns);
        await this.keepNeeds(tx, id, agreementIds);
      }),
    );
  }

  move(viewer: Viewer, id: string, version: number, move: SectorPlanMove, on: string): Promise<void> {
    return this.database.write(viewer, `sector-plan.${move}`, async (tx) => {
      const { state } = await this.toChange(tx, viewer, id);
      const { to, refusal } = sectorPlanMoves.next(state, move, { on, today: berlinDay(this.clock.now()) });
      if (refusal) throw refused(dataRequestProblems, refusal);
      await updateVersioned(tx, SectorPlan, id, version, { state: to, stateOn: on });
    });
  }

  protected override visible(viewer: Viewer): Sql {
    return visibleDataRequests(viewer);
  }

  protected columns(): Sql {
    return sql`it.sector, it.state, it.state_on::text as "stateOn", it.unit, it.link, it.next_on::text as "nextOn", it.note, 0 as used,
      coalesce((select json_agg(json_build_object('id', agreement.id, 'name', agreement.name, 'partner', agreement.partner)
          order by agreement.position, agreement.id)
        from sector_plan_interface needs join interface_agreement agreement on agreement.id = needs.agreement_id
        where needs.plan_id = it.id), '[]') as interfaces`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      dataRequestProblems,
      {
        sector_plan_name: ['sector-plan-name-taken', 'name'],
        sector_plan_interface_agreement_id_fkey: ['sector-plan-unknown-interface', 'agreementIds'],
      },
      work,
    );
  }

  private async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<SectorPlan> {
    const rights = {
      table: 'sector_plan',
      visible: visibleDataRequests(viewer),
      may: changeableDataRequests(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(SectorPlan, { id });
  }

  private async keepNeeds(tx: EntityManager, id: string, agreementIds: readonly string[]): Promise<void> {
    const needed = [...agreementIds];
    await rowsIn(
      tx,
      sql`delete from sector_plan_interface where plan_id = ${id} and agreement_id <> all(${needed}::uuid[])`,
    );
    await rowsIn(
      tx,
      sql`insert into sector_plan_interface (plan_id, agreement_id) select ${id}::uuid, unnest(${needed}::uuid[]) on conflict do nothing`,
    );
  }

  private told(viewer: Viewer, row: Stored): SectorPlanView {
    const may = changeableDataRequests(viewer).sql === 'true';
    return {
      ...row,
      overdue:
        (row.state === 'IN_FORCE' || row.state === 'OUTDATED') &&
        row.nextOn !== null &&
        row.nextOn < berlinDay(this.clock.now()),
      moves: may ? offeredSectorPlanMoves(row.state) : [],
    };
  }
}
