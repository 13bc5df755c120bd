import { Injectable } from '@nestjs/common';
import { type FindingMove, findingMoves, findingProblems } from '@runder-tisch/domain/findings';
import type { SaveFinding } from '@runder-tisch/domain/findings/findings-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { FindingsRepository } from './findings.repository';
import { Finding } from './finding.entity';

@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FindingsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveFinding): Promise<{ id: string }> {
    return named(() =>
      this.database.write(viewer, 'finding.create', async (tx) => {
        const id = newId();
        const createdAt = this.clock.now();
        await tx.insert(Finding, { ...request, id, state: 'DRAFT', version: 1, createdAt });
        await this.search.refresh(tx, 'finding', [id]);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveFinding): Promise<void> {
    return named(() =>
      this.database.write(viewer, 'finding.change', async (tx) => {
        const { state } = await this.repository.toChange(tx, viewer, id);
        if (state === 'CLOSED') throw problem(findingProblems, 'finding-already-closed');
        await updateVersioned(tx, Finding, id, version, request);
        await this.search.refresh(tx, 'finding', [id]);
      }),
    );
  }

  move(viewer: Viewer, id: string, version: number, move: FindingMove): Promise<void> {
    return this.database.write(viewer, `finding.${move}`, async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = findingMoves.next(state, move);
      if (refusal) throw refused(findingProblems, refusal);
      await updateVersioned(tx, Finding, id, version, { state: to });
      await this.search.refresh(tx, 'finding', [id]);
    });
  }
}

function named<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(findingProblems, { finding_name: ['finding-name-taken', 'name'] }, work);
}
