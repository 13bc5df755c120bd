import { Injectable } from '@nestjs/common';
import { type MeasureMove, measureMoves, measureProblems } from '@runder-tisch/domain/measures';
import type { SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { MeasuresRepository } from './measures.repository';
import { Measure } from './measure.entity';

@Injectable()
export class MeasuresService {
  constructor(
    private readonly database: Database,
    private readonly repository: MeasuresRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveMeasure): Promise<{ id: string }> {
    return named(() =>
      this.database.write(viewer, 'measure.create', async (tx) => {
        const id = newId();
        const createdAt = this.clock.now();
        await tx.insert(Measure, { ...request, id, state: 'DRAFT', version: 1, createdAt });
        await this.search.refresh(tx, 'measure', [id]);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveMeasure): Promise<void> {
    return named(() =>
      this.database.write(viewer, 'measure.change', async (tx) => {
        const { state } = await this.repository.toChange(tx, viewer, id);
        if (state === 'CLOSED') throw problem(measureProblems, 'measure-already-closed');
        await updateVersioned(tx, Measure, id, version, request);
        await this.search.refresh(tx, 'measure', [id]);
      }),
    );
  }

  move(viewer: Viewer, id: string, version: number, move: MeasureMove): Promise<void> {
    return this.database.write(viewer, `measure.${move}`, async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = measureMoves.next(state, move);
      if (refusal) throw refused(measureProblems, refusal);
      await updateVersioned(tx, Measure, id, version, { state: to });
      await this.search.refresh(tx, 'measure', [id]);
    });
  }
}

function named<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(measureProblems, { measure_name: ['measure-name-taken', 'name'] }, work);
}
