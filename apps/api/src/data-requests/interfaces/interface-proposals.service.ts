import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type InterfaceProposals,
  type ProposedInterface,
  proposedInterfaces,
  type ProposedSectorPlan,
  proposedSectorPlans,
  sameInterface,
} from '@runder-tisch/domain/data-requests';
import { SaveInterface } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { AddSectorPlan } from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { SectorPlansService } from '../sector-plans/sector-plans.service';
import { InterfacesService } from './interfaces.service';

interface Missing {
  interfaces: ProposedInterface[];
  plans: ProposedSectorPlan[];
}

/** What a register usually has and this one does not yet; taken over in one step. */
@Injectable()
export class InterfaceProposalsService {
  constructor(
    private readonly database: Database,
    private readonly interfaces: InterfacesService,
    private readonly plans: SectorPlansService,
  ) {}

  async open(): Promise<InterfaceProposals> {
    const { interfaces, plans } = await this.database.read((tx) => this.missing(tx));
    return {
      interfaces: interfaces.map(({ partner, name, direction }) => ({ partner, name, direction })),
      plans: plans.map(({ name }) => name),
    };
  }

  take(viewer: Viewer): Promise<void> {
    return this.database.write(viewer, 'interface.take-proposals', async (tx) => {
      const { interfaces, plans } = await this.missing(tx);
      await this.interfaces.insert(
        tx,
        interfaces.map(({ columns, ...it }) =>
          Object.assign(new SaveInterface(), { ...it, columns: [...columns] }),
        ),
      );
      await this.plans.insert(
        tx,
        plans.map((it) => Object.assign(new AddSectorPlan(), it)),
      );
    });
  }

  private async missing(tx: EntityManager): Promise<Missing> {
    const known = await rowsIn<{ name: string }>(tx, sql`select name from interface_agreement`);
    const named = await rowsIn<{ name: string }>(tx, sql`select lower(name) as name from sector_plan`);
    return {
      interfaces: proposedInterfaces.filter((it) => !known.some((row) => sameInterface(it, row))),
      plans: proposedSectorPlans.filter(({ name }) => !named.some((row) => row.name === name.toLowerCase())),
    };
  }
}
