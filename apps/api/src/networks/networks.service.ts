import { Injectable } from '@nestjs/common';
import {
  type ConsolidationFacts,
  missingForConsolidation,
  type NetworkMove,
  networkMoves,
  networkProblems,
} from '@runder-tisch/domain/networks';
import type { SaveNetwork } from '@runder-tisch/domain/networks/networks-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { EntityManager } from 'typeorm';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { Membership, Network } from './network.entity';
import { NetworksRepository } from './networks.repository';

@Injectable()
export class NetworksService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworksRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** A coordinator who founds a network coordinates it; administrators found it without taking a seat. */
  create(viewer: Viewer, request: SaveNetwork): Promise<{ id: string }> {
    if (hasRole(viewer, 'coordinator') && viewer.personId === null)
      throw problem(networkProblems, 'coordinator-without-person');
    const { fieldIds, planningAreaIds, ...facts } = request;
    return uniqueName(() =>
      this.database.write(viewer, 'network.create', async (tx) => {
        const id = newId();
        await tx.insert(Network, {
          ...facts,
          id,
          state: 'INITIATED',
          version: 1,
          createdAt: this.clock.now(),
        });
        await this.networks.replaceFields(tx, id, fieldIds, planningAreaIds);
        if (hasRole(viewer, 'coordinator')) await this.takeCoordination(tx, viewer, id);
        await this.search.refresh(tx, 'network', [id]);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveNetwork): Promise<void> {
    const { fieldIds, planningAreaIds, ...facts } = request;
    return uniqueName(() =>
      this.database.write(viewer, 'network.change', async (tx) => {
        await this.networks.lockChangeable(tx, viewer, id);
        await updateVersioned(tx, Network, id, version, facts);
        await this.networks.replaceFields(tx, id, fieldIds, planningAreaIds);
        await this.search.refresh(tx, 'network', [id]);
      }),
    );
  }

  move(viewer: Viewer, id: string, move: NetworkMove): Promise<void> {
    return this.database.write(viewer, `network.${move}`, async (tx) => {
      const { state, version } = await this.networks.lockChangeable(tx, viewer, id);
      const facts = await this.consolidation(tx, id);
      const { to, refusal } = networkMoves.next(state, move, facts);
      if (refusal?.code === 'network-not-consolidated') throw notConsolidated(facts);
      if (refusal) throw refused(networkProblems, refusal);
      await updateVersioned(tx, Network, id, version, { state: to });
    });
  }

  private async consolidation(tx: EntityManager, id: string): Promise<ConsolidationFacts> {
    const network = await tx.findOneByOrFail(Network, { id });
    const today = berlinDay(this.clock.now());
    const { check } = await this.networks.work(tx, id);
    return { ...network, today, check, coordinators: await this.networks.countCoordinators(tx, id) };
  }

  private async takeCoordination(tx: EntityManager, viewer: Viewer, networkId: string): Promise<void> {
    const now = this.clock.now();
    const [organisationId, ...others] = viewer.organisationIds;
    await tx.insert(Membership, {
      id: newId(),
      networkId,
      // Whoever speaks for several organisations chooses later.
      organisationId: organisationId !== undefined && others.length === 0 ? organisationId : null,
      personId: viewer.personId,
      deputyPersonId: null,
      role: 'COORDINATOR',
      fromDay: berlinDay(now),
      toDay: null,
      version: 1,
      createdAt: now,
    });
  }
}

function uniqueName<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(networkProblems, { network_name: ['network-name-taken', 'name'] }, work);
}

/** Names everything that is missing, not only the first. */
function notConsolidated(facts: ConsolidationFacts): Error {
  return problem(
    networkProblems,
    'network-not-consolidated',
    missingForConsolidation(facts).map(({ path, says }) => ({ path, code: 'missing', detail: says })),
  );
}
