import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { committeeProblems, type CommitteeView } from '@runder-tisch/domain/committees';
import type { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { usesOf } from '../database/usage';
import { KeptList } from '../kept-lists/kept-list';
import { onConflict } from '../problem/on-conflict';
import { Search } from '../search/search';
import { Committee } from './committee.entity';
import { currentCommitteeSeats, visibleCommittees } from './committees-access';

/** Kreistag, committees and advisory boards: who takes a Beschluss, which networks never do. */
@Injectable()
export class CommitteesService extends KeptList<CommitteeView, Committee, SaveCommittee> {
  constructor(
    database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {
    super(database, { table: 'committee', entity: Committee, useCase: 'committee' });
  }

  protected override visible(viewer: Viewer): Sql {
    return visibleCommittees(viewer);
  }

  protected async columns(viewer: Viewer): Promise<Sql> {
    const current = sql`seat.committee_id = it.id and seat.deputy_of_id is null and ${currentCommitteeSeats(berlinDay(this.clock.now()))}`;
    return sql`it.kind, it.rhythm, it.note, it.invitation_days as "invitationDays",
      it.local_notice as "localNotice", it.quorum, ${await usesOf(this.database, 'committee')} as used,
      it.id = any(${viewer.committeeIds}::uuid[]) as mine,
      (select count(*)::int from committee_seat seat where ${current} and seat.person_id is not null) as seated,
      (select count(*)::int from committee_seat seat where ${current} and seat.person_id is null) as vacant`;
  }

  protected override changed(tx: EntityManager, ids: readonly string[]): Promise<void> {
    return this.search.refresh(tx, 'committee', ids);
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(committeeProblems, { committee_name: ['committee-name-taken', 'name'] }, work);
  }
}
