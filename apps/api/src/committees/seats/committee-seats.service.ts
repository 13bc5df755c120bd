import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { committeeProblems, type CommitteeSeatView } from '@runder-tisch/domain/committees';
import type { EndCommitteeSeat, SaveCommitteeSeat } from '@runder-tisch/domain/committees/seat-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { addDays } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { personNameOf } from '../../database/person-name';
import { reference } from '../../database/reference';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { changeableCommittees, visibleCommittees } from '../committees-access';
import { CommitteeSeat } from './committee-seat.entity';

/** Who sits in a committee. What must hold between seats is for the constraints of the table to say. */
@Injectable()
export class CommitteeSeatsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All seats, those that ended last; who votes stands before who advises. */
  async list(viewer: Viewer, committeeId: string): Promise<Page<CommitteeSeatView>> {
    return wholeList(
      await this.database.rows<CommitteeSeatView>(sql`
        select seat.id, seat.version, ${reference('person', personNameOf('person'))} as person, seat.office, seat.voting,
               case when main.id is not null then json_build_object('id', main.id, 'name', coalesce(${personNameOf('represented')}, '')) end as "deputyOf",
               seat.term, seat.from_day::text as "fromDay", seat.to_day::text as "toDay"
        from committee_seat seat join committee it on it.id = seat.committee_id
          left join person on person.id = seat.person_id
          left join committee_seat main on main.id = seat.deputy_of_id left join person represented on represented.id = main.person_id
        where seat.committee_id = ${committeeId} and ${visibleCommittees(viewer)}
        order by seat.to_day desc nulls first, seat.deputy_of_id is not null, not seat.voting, seat.office = '',
                 person.family_name collate "de-x-icu" nulls last, person.given_name collate "de-x-icu", seat.id`),
    );
  }

  add(viewer: Viewer, committeeId: string, request: SaveCommitteeSeat): Promise<{ id: string }> {
    return inWords(() =>
      this.database.write(viewer, 'committee-seat.add', async (tx) => {
        await this.committee(tx, viewer, committeeId);
        await demandSound(tx, committeeId, null, request);
        return { id: await this.insert(tx, committeeId, request) };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveCommitteeSeat): Promise<void> {
    return inWords(() =>
      this.database.write(viewer, 'committee-seat.change', async (tx) => {
        const { committeeId } = await this.lock(tx, viewer, id);
        await demandSound(tx, committeeId, id, request);
        await updateVersioned(tx, CommitteeSeat, id, version, { ...request });
      }),
    );
  }

  /** The last day of whoever sits there; the seat itself may go on, vacant, and its deputy with it. */
  end(viewer: Viewer, id: string, version: number, { toDay, keepSeat }: EndCommitteeSeat): Promise<void> {
    return inWords(() =>
      this.database.write(viewer, 'committee-seat.end', async (tx) => {
        const seat = await this.lock(tx, viewer, id);
        if (seat.toDay !== null) throw problem(committeeProblems, 'seat-ended');
        if (keepSeat && seat.personId === null) throw problem(committeeProblems, 'seat-vacant');
        if (toDay < seat.fromDay) throw problem(committeeProblems, 'seat-ends-before-start', 'toDay');
        await updateVersioned(tx, CommitteeSeat, id, version, { toDay });
        if (!keepSeat) return;
        const { committeeId, ...facts } = seat;
        const next = { ...facts, personId: null, fromDay: addDays(toDay, 1), toDay: null };
        const vacancyId = await this.insert(tx, committeeId, next);
        await rowsIn(
          tx,
          sql`update committee_seat set deputy_of_id = ${vacancyId}, version = version + 1 where deputy_of_id = ${id} and to_day is null`,
        );
      }),
    );
  }

  private async insert(tx: EntityManager, committeeId: string, request: SaveCommitteeSeat): Promise<string> {
    const { personId, office, voting, deputyOfId, term, fromDay, toDay } = request;
    const id = newId();
    const facts = { personId, office, voting, deputyOfId, term, fromDay, toDay };
    await tx.insert(CommitteeSeat, { ...facts, id, committeeId, version: 1, createdAt: this.clock.now() });
    return id;
  }

  private async committee(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
    await forChange(
      tx,
      { table: 'committee', visible: visibleCommittees(viewer), may: changeableCommittees(viewer) },
      id,
    );
  }

  private async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<CommitteeSeat> {
    const seat = await tx.findOneBy(CommitteeSeat, { id });
    if (!seat) throw problem(generalProblems, 'not-found');
    await this.committee(tx, viewer, seat.committeeId);
    return tx.findOneByOrFail(CommitteeSeat, { id });
  }
}

/** A deputy stands in for a member, never for another deputy: who votes in whose place stays plain. */
async function demandSound(
  tx: EntityManager,
  committeeId: string,
  id: string | null,
  { deputyOfId, fromDay, toDay }: SaveCommitteeSeat,
): Promise<void> {
  if (toDay !== null && toDay < fromDay) throw problem(committeeProblems, 'seat-ends-before-start', 'toDay');
  if (deputyOfId === null) return;
  if (deputyOfId === id) throw problem(committeeProblems, 'seat-deputy-of-itself', 'deputyOfId');
  const main = await oneIn<{ committeeId: string; deputy: boolean }>(
    tx,
    sql`select committee_id as "committeeId", deputy_of_id is not null as deputy from committee_seat where id = ${deputyOfId}`,
  );
  if (main?.committeeId !== committeeId)
    throw problem(committeeProblems, 'seat-deputy-foreign', 'deputyOfId');
  const hasDeputies =
    id !== null && (await oneIn(tx, sql`select 1 from committee_seat where deputy_of_id = ${id} limit 1`));
  if (main.deputy || hasDeputies) throw problem(committeeProblems, 'seat-deputy-of-deputy', 'deputyOfId');
}

function inWords<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(committeeProblems, { committee_seat_one_at_a_time: ['seat-taken', 'personId'] }, work);
}
