import { Injectable } from '@nestjs/common';
import { type FindingMove, findingMoves, findingProblems } from '@runder-tisch/domain/findings';
import {
  AddEvidence,
  type CreateFinding,
  type MoveWithReason,
  type SaveFinding,
} from '@runder-tisch/domain/findings/findings-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { nextPlanningNumber } from '../database/planning-numbers';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { Evidence } from './evidence';
import { Finding } from './findings.entity';
import { FindingsRepository } from './findings.repository';
import { keepWords } from './trusted-links';

@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FindingsRepository,
    private readonly evidence: Evidence,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: CreateFinding): Promise<{ id: string }> {
    const { feedbackIds, argumentIds, measureIds, silence, ...facts } = request;
    return this.database.write(viewer, 'finding.create', async (tx) => {
      const [id, createdAt] = [newId(), this.clock.now()];
      const number = await nextPlanningNumber(tx, 'B', createdAt);
      await tx.insert(Finding, {
        ...facts,
        id,
        number,
        state: 'DRAFT',
        droppedReason: '',
        enteredByAccountId: viewer.accountId,
        confirmedBy: '',
        version: 1,
        createdAt,
      });
      const sources = Object.assign(new AddEvidence(), { feedbackIds, argumentIds, measureIds, silence });
      await this.evidence.add(tx, viewer, id, sources);
      await this.search.refresh(tx, 'finding', [id]);
      return { id };
    });
  }

  change(viewer: Viewer, id: string, version: number, request: SaveFinding): Promise<void> {
    return this.database.write(viewer, 'finding.change', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (state !== 'DRAFT') throw problem(findingProblems, 'finding-not-open');
      await keepWords(tx, 'finding', id);
      await updateVersioned(tx, Finding, id, version, request);
      await this.search.refresh(tx, 'finding', [id]);
    });
  }

  move(
    viewer: Viewer,
    id: string,
    version: number,
    move: FindingMove,
    { reason }: MoveWithReason,
  ): Promise<void> {
    return this.database.write(viewer, `finding.${move}`, async (tx) => {
      const finding = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = findingMoves.next(finding.state, move, { ...finding, reason });
      if (refusal) throw refused(findingProblems, refusal);
      await updateVersioned(tx, Finding, id, version, {
        state: to,
        ...(move === 'confirm' ? { confirmedBy: viewer.displayName, confirmedAt: this.clock.now() } : {}),
        ...(move === 'drop' ? { droppedReason: reason } : {}),
      });
      await this.search.refresh(tx, 'finding', [id]);
    });
  }

  /** More may speak for a confirmed one as well. */
  addEvidence(viewer: Viewer, id: string, request: AddEvidence): Promise<void> {
    return this.database.write(viewer, 'finding.add-evidence', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (state === 'DROPPED') throw problem(findingProblems, 'finding-not-open');
      if (isEmpty(request)) throw problem(findingProblems, 'evidence-missing');
      await this.evidence.add(tx, viewer, id, request);
    });
  }

  removeEvidence(viewer: Viewer, id: string, evidenceId: string): Promise<void> {
    return this.database.write(viewer, 'finding.remove-evidence', async (tx) => {
      const { state, evidenceCount } = await this.repository.toChange(tx, viewer, id);
      if (state === 'DROPPED') throw problem(findingProblems, 'finding-not-open');
      if (state === 'CONFIRMED' && evidenceCount === 1)
        throw problem(findingProblems, 'finding-last-evidence');
      if (!(await this.evidence.remove(tx, id, evidenceId))) throw problem(generalProblems, 'not-found');
    });
  }

  acceptEvidence(viewer: Viewer, id: string, evidenceId: string): Promise<void> {
    return this.database.write(viewer, 'finding.accept-evidence', async (tx) => {
      await this.repository.toChange(tx, viewer, id);
      await this.evidence.accept(tx, viewer, id, evidenceId);
    });
  }
}

function isEmpty({
  feedbackIds,
  argumentIds,
  formatIds,
  serviceIds,
  measureIds,
  figureIds,
  silence,
}: AddEvidence): boolean {
  return (
    [feedbackIds, argumentIds, formatIds, serviceIds, measureIds, figureIds].every(
      (ids) => ids.length === 0,
    ) && silence.trim() === ''
  );
}
