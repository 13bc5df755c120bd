import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { findingProblems, type PriorityMove, priorityMoves } from '@runder-tisch/domain/findings';
import type { MoveWithReason, SavePriority } from '@runder-tisch/domain/findings/findings-requests';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { nextPlanningNumber } from '../../database/planning-numbers';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { ActionPriority } from '../findings.entity';
import { acceptance, accepted, keepWords } from '../trusted-links';
import { PrioritiesRepository } from './priorities.repository';

@Injectable()
export class PrioritiesService {
  constructor(
    private readonly database: Database,
    private readonly repository: PrioritiesRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SavePriority): Promise<{ id: string }> {
    assertBasis(request);
    const { findingIds, ...facts } = request;
    return this.database.write(viewer, 'priority.create', async (tx) => {
      const [id, createdAt] = [newId(), this.clock.now()];
      const number = await nextPlanningNumber(tx, 'S', createdAt);
      await tx.insert(ActionPriority, {
        ...facts,
        id,
        number,
        state: 'DRAFT',
        droppedReason: '',
        version: 1,
        createdAt,
      });
      await this.repository.replaceFindings(tx, id, findingIds, createdAt);
      await this.search.refresh(tx, 'priority', [id]);
      return { id };
    });
  }

  change(viewer: Viewer, id: string, version: number, request: SavePriority): Promise<void> {
    const { findingIds, ...facts } = request;
    return this.database.write(viewer, 'priority.change', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (state === 'DROPPED') throw problem(findingProblems, 'priority-not-open');
      assertBasis(request);
      if (findingIds.length === 0 && (await this.repository.isNeededWithFinding(tx, id)))
        throw problem(findingProblems, 'priority-needed-with-finding', 'findingIds');
      await keepWords(tx, 'action_priority', id);
      await updateVersioned(tx, ActionPriority, id, version, facts);
      await this.repository.replaceFindings(tx, id, findingIds, this.clock.now());
      await this.search.refresh(tx, 'priority', [id]);
    });
  }

  move(
    viewer: Viewer,
    id: string,
    version: number,
    move: PriorityMove,
    { reason }: MoveWithReason,
  ): Promise<void> {
    return this.database.write(viewer, `priority.${move}`, async (tx) => {
      const priority = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = priorityMoves.next(priority.state, move, { ...priority, reason });
      if (refusal) throw refused(findingProblems, refusal);
      const droppedReason = move === 'drop' ? reason : '';
      await updateVersioned(tx, ActionPriority, id, version, { state: to, droppedReason });
      await this.search.refresh(tx, 'priority', [id]);
    });
  }

  acceptFinding(viewer: Viewer, id: string, findingId: string): Promise<void> {
    return this.database.write(viewer, 'priority.accept-finding', async (tx) => {
      await this.repository.toChange(tx, viewer, id);
      await accepted(
        tx,
        sql`update priority_finding link set ${acceptance(viewer, this.clock.now(), sql`finding.fingerprint`)}
            from finding where link.priority_id = ${id} and link.finding_id = ${findingId} and finding.id = link.finding_id
              and finding.fingerprint <> link.fingerprint returning link.finding_id`,
      );
    });
  }
}

function assertBasis({ findingIds, withoutVoice }: SavePriority): void {
  if (findingIds.length === 0 && withoutVoice.trim() === '')
    throw problem(findingProblems, 'priority-without-basis', 'findingIds');
}
