import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { networkProblems } from '@runder-tisch/domain/networks';
import type {
  EndMembership,
  HandOverMembership,
  SaveMembership,
} from '@runder-tisch/domain/networks/networks-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { addDays } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { problem } from '../problem/problem';
import { Membership } from './network.entity';
import { NetworksRepository } from './networks.repository';

@Injectable()
export class MembershipsService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworksRepository,
    private readonly clock: Clock,
  ) {}

  add(viewer: Viewer, networkId: string, request: SaveMembership): Promise<{ id: string }> {
    assertSeat(request);
    return onceEach(() =>
      this.database.write(viewer, 'membership.add', async (tx) => {
        await this.networks.lockChangeable(tx, viewer, networkId);
        return { id: await this.insert(tx, { ...request, networkId }) };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveMembership): Promise<void> {
    assertSeat(request);
    return onceEach(() =>
      this.database.write(viewer, 'membership.change', async (tx) => {
        const seat = await this.lock(tx, viewer, id);
        if (seat.toDay !== null && request.fromDay > seat.toDay) throw endsBeforeStart('fromDay');
        if (request.role !== 'COORDINATOR') await this.assertCoordinated(tx, viewer, seat);
        await updateVersioned(tx, Membership, id, version, { ...request });
      }),
    );
  }

  /** Ends a membership; the organisation may keep its seat, which is vacant from the next day on. */
  end(viewer: Viewer, id: string, request: EndMembership): Promise<void> {
    return this.database.write(viewer, 'membership.end', async (tx) => {
      const seat = await this.lock(tx, viewer, id);
      if (seat.toDay !== null) throw problem(networkProblems, 'membership-ended');
      if (request.toDay < seat.fromDay) throw endsBeforeStart('toDay');
      if (request.keepSeat && seat.organisationId === null)
        throw problem(networkProblems, 'seat-without-organisation', [
          { path: 'keepSeat', code: 'no-organisation' },
        ]);
      await this.assertCoordinated(tx, viewer, seat);
      await updateVersioned(tx, Membership, id, seat.version, { toDay: request.toDay });
      if (!request.keepSeat) return;
      const role = seat.role === 'COORDINATOR' ? 'MEMBER' : seat.role;
      await this.insert(tx, {
        ...seat,
        role,
        personId: null,
        deputyPersonId: null,
        fromDay: addDays(request.toDay, 1),
      });
    });
  }

  /** The successor takes the seat with role, organisation and, if wanted, the open tasks; a vacancy is filled the same way. */
  handOver(viewer: Viewer, id: string, request: HandOverMembership): Promise<{ id: string }> {
    const { personId, deputyPersonId, fromDay } = request;
    return onceEach(() =>
      this.database.write(viewer, 'membership.hand-over', async (tx) => {
        const seat = await this.lock(tx, viewer, id);
        if (seat.toDay !== null) throw problem(networkProblems, 'membership-ended');
        if (seat.personId === personId)
          throw problem(networkProblems, 'membership-same-person', [
            { path: 'personId', code: 'same-person' },
          ]);
        if (personId === deputyPersonId) throw sameDeputy();
        if (fromDay < seat.fromDay) throw endsBeforeStart('fromDay');
        if (seat.personId === null && fromDay === seat.fromDay) {
          await updateVersioned(tx, Membership, id, seat.version, { personId, deputyPersonId });
          return { id };
        }
        // Handed over on the day it began, both hold it for that one day: a last day never lies before the first.
        const lastDay = addDays(fromDay, -1);
        await updateVersioned(tx, Membership, id, seat.version, {
          toDay: lastDay < seat.fromDay ? seat.fromDay : lastDay,
        });
        if (request.takeTasks && seat.personId !== null) {
          await rowsIn(
            tx,
            sql`update task set person_id = ${personId}, version = version + 1
                where network_id = ${seat.networkId} and person_id = ${seat.personId} and state = 'OPEN'`,
          );
        }
        return { id: await this.insert(tx, { ...seat, personId, deputyPersonId, fromDay }) };
      }),
    );
  }

  private async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<Membership> {
    const found = await oneIn<{ networkId: string }>(
      tx,
      sql`select network_id as "networkId" from membership where id = ${id}`,
    );
    if (!found) throw problem(generalProblems, 'not-found');
    await this.networks.lockChangeable(tx, viewer, found.networkId);
    return tx.findOneByOrFail(Membership, { id });
  }

  /** Nobody locks themselves and everybody else out; administrators may, they can always mend it. */
  private async assertCoordinated(tx: EntityManager, viewer: Viewer, seat: Membership): Promise<void> {
    if (seat.role !== 'COORDINATOR' || seat.personId === null || hasRole(viewer, 'admin')) return;
    const other = await oneIn(
      tx,
      sql`select 1 from membership where network_id = ${seat.networkId} and id <> ${seat.id} and role = 'COORDINATOR'
          and person_id is not null and to_day is null`,
    );
    if (!other) throw problem(networkProblems, 'last-coordinator');
  }

  async insert(
    tx: EntityManager,
    seat: Omit<Membership, 'id' | 'toDay' | 'version' | 'createdAt'>,
  ): Promise<string> {
    const { networkId, organisationId, personId, deputyPersonId, role, fromDay } = seat;
    const id = newId();
    await tx.insert(Membership, {
      id,
      networkId,
      organisationId,
      personId,
      deputyPersonId,
      role,
      fromDay,
      toDay: null,
      version: 1,
      createdAt: this.clock.now(),
    });
    return id;
  }
}

export function assertSeat(request: SaveMembership): void {
  const { organisationId, personId, deputyPersonId, role } = request;
  if (organisationId === null && personId === null)
    throw problem(networkProblems, 'membership-somebody', [{ path: 'organisationId', code: 'nobody' }]);
  if (role === 'COORDINATOR' && personId === null)
    throw problem(networkProblems, 'membership-coordination-vacant', [{ path: 'personId', code: 'vacant' }]);
  if (deputyPersonId !== null && deputyPersonId === personId) throw sameDeputy();
}

function sameDeputy() {
  return problem(networkProblems, 'membership-deputy', [
    { path: 'deputyPersonId', code: 'same-person', detail: networkProblems['membership-deputy'].says },
  ]);
}

function endsBeforeStart(path: string) {
  return problem(networkProblems, 'membership-ends-before-start', [{ path, code: 'before-start' }]);
}

function onceEach<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(networkProblems, { membership_current: ['membership-exists', 'personId'] }, work);
}
