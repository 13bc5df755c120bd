import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type AgreementMove,
  agreementMoves,
  type AgreementOutcome,
  agreementProblems,
} from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { problem, refused } from '../../problem/problem';
import { changeableMeetings, visibleMeetings } from '../meetings-access';

/** Over `minutes_entry` joined with its meeting `it`: a Vereinbarung as approved minutes say it. */
export const isAgreement = sql`(minutes_entry.kind = 'AGREEMENT' and minutes_entry.deleted_at is null and it.minutes_approved_at is not null)`;

/** Over `agreement_outcome`, joined from the left: what became of it. */
export const outcomeOf: Sql = sql`coalesce(agreement_outcome.outcome, 'OPEN')`;

/** The minutes stay as they were approved; what became of a Vereinbarung stands beside them. */
@Injectable()
export class Agreements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  move(viewer: Viewer, id: string, move: AgreementMove, note = ''): Promise<void> {
    return this.database.write(viewer, `agreement.${move}`, async (tx) => {
      const { to, refusal } = agreementMoves.next(await this.lock(tx, viewer, id), move);
      if (refusal) throw refused(agreementProblems, refusal);
      if (to === 'OPEN') {
        await rowsIn(tx, sql`delete from agreement_outcome where minutes_entry_id = ${id}`);
        return;
      }
      await rowsIn(
        tx,
        sql`insert into agreement_outcome (minutes_entry_id, outcome, note, settled_at, settled_by)
            values (${id}, ${to}, ${note}, ${this.clock.now()}, ${viewer.displayName})`,
      );
    });
  }

  /** A later meeting says whether it is done; what was said before gives way. */
  async settleIn(tx: EntityManager, viewer: Viewer, id: string, done: boolean, note: string): Promise<void> {
    await rowsIn(
      tx,
      sql`delete from agreement_outcome where minutes_entry_id = ${id} returning minutes_entry_id`,
    );
    if (!done) return;
    await rowsIn(
      tx,
      sql`insert into agreement_outcome (minutes_entry_id, outcome, note, settled_at, settled_by)
          values (${id}, 'DONE', ${note}, ${this.clock.now()}, ${viewer.displayName})`,
    );
  }

  private async lock(tx: EntityManager, viewer: Viewer, id: string): Promise<AgreementOutcome> {
    const found = await oneIn<{ outcome: AgreementOutcome; mayChange: boolean }>(
      tx,
      sql`select coalesce((select outcome from agreement_outcome where minutes_entry_id = minutes_entry.id), 'OPEN') as outcome,
            coalesce(${changeableMeetings(viewer)}, false) as "mayChange"
          from minutes_entry join meeting it on it.id = minutes_entry.meeting_id
          where minutes_entry.id = ${id} and ${isAgreement} and ${visibleMeetings(viewer)} for update of minutes_entry`,
    );
    if (!found) throw problem(generalProblems, 'not-found');
    if (!found.mayChange) throw problem(generalProblems, 'forbidden');
    return found.outcome;
  }
}
