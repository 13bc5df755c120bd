import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type GivenPoints,
  type PointsRule,
  type PrioritisationMode,
  prioritisationProblems,
  prioritisationStateAt,
  type PrioritisationState,
  refusedPoints,
  sumOf,
  whyNot,
} from '@runder-tisch/domain/findings/prioritisation';
import { generalProblems } from '@runder-tisch/domain/problem';
import { publicViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';

interface Locked extends PointsRule {
  mode: PrioritisationMode;
  state: PrioritisationState;
  closesAt: Date | null;
  places: number;
}

/** The points of one person, as often as they change them, until it is closed. */
@Injectable()
export class BallotsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Everybody who holds a ballot shares the question and waits for nobody but who closes it; who takes a new one has
   * the question alone, so places are counted one by one. The points of one ballot come one after the other.
   */
  give(requestId: string, id: string, tokenHash: string, given: readonly GivenPoints[]): Promise<void> {
    return this.database.write(publicViewer(requestId), 'points.give', async (tx) => {
      const known = await this.ballot(tx, id, tokenHash);
      const asked = await this.locked(tx, id, known === undefined);
      const state = prioritisationStateAt(asked, this.clock.now());
      if (state !== 'OPEN') throw problem(prioritisationProblems, whyNot(state));
      const options = await rowsIn<{ id: string }>(
        tx,
        sql`select id from prioritisation_option where prioritisation_id = ${id}`,
      );
      const refusal = refusedPoints(
        asked,
        given,
        options.map((it) => it.id),
      );
      if (refusal) throw problem(prioritisationProblems, refusal.code, refusal.optionId ?? []);
      const ballotId = known ?? (await this.taken(tx, id, tokenHash, asked));
      await rowsIn(tx, sql`select 1 from prioritisation_ballot where id = ${ballotId} for update`);
      await this.replace(tx, ballotId, given);
    });
  }

  private async replace(tx: EntityManager, ballotId: string, given: readonly GivenPoints[]): Promise<void> {
    const some = given.filter((it) => it.points > 0);
    await rowsIn(tx, sql`delete from prioritisation_points where ballot_id = ${ballotId}`);
    if (some.length > 0) {
      const rows = some.map((it) => sql`(${ballotId}::uuid, ${it.optionId}::uuid, ${it.points}::int)`);
      await rowsIn(
        tx,
        sql`insert into prioritisation_points (ballot_id, option_id, points) values ${join(rows)}`,
      );
    }
    await rowsIn(tx, sql`update prioritisation_ballot set given = ${sumOf(some) > 0} where id = ${ballotId}`);
  }

  private async taken(tx: EntityManager, id: string, tokenHash: string, asked: Locked): Promise<string> {
    // A personal link always has its ballot: it was made with the mail.
    if (asked.mode !== 'ROOM') throw problem(generalProblems, 'not-found');
    const twin = await this.ballot(tx, id, tokenHash);
    if (twin) return twin;
    const ballotId = randomUUID();
    const made = await rowsIn(
      tx,
      sql`insert into prioritisation_ballot (id, prioritisation_id, token_hash)
          select ${ballotId}::uuid, ${id}::uuid, ${tokenHash}
          where (select count(*) from prioritisation_ballot where prioritisation_id = ${id}) < ${asked.places}
          returning id`,
    );
    if (made.length === 0) throw problem(prioritisationProblems, 'points-all-places-taken');
    return ballotId;
  }

  private async ballot(tx: EntityManager, id: string, tokenHash: string): Promise<string | undefined> {
    const found = await oneIn<{ id: string }>(
      tx,
      sql`select id from prioritisation_ballot where prioritisation_id = ${id} and token_hash = ${tokenHash}`,
    );
    return found?.id;
  }

  private async locked(tx: EntityManager, id: string, alone: boolean): Promise<Locked> {
    const found = await oneIn<Locked>(
      tx,
      sql`select mode, state, closes_at as "closesAt", places, points_per_person as "pointsPerPerson", most_per_option as "mostPerOption"
          from prioritisation where id = ${id} ${alone ? sql`for update` : sql`for share`}`,
    );
    if (!found) throw problem(generalProblems, 'not-found');
    return found;
  }
}
