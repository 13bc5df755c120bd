import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { paperMoves, paperProblems, type PaperVerb } from '@runder-tisch/domain/papers';
import type { MovePaper, SavePaper } from '@runder-tisch/domain/papers/papers-requests';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { nextPlanningNumber } from '../database/planning-numbers';
import { rowsIn } from '../database/rows';
import { onConflict } from '../problem/on-conflict';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { Paper } from './paper.entity';
import { PapersRepository } from './papers.repository';

@Injectable()
export class PapersService {
  constructor(
    private readonly database: Database,
    private readonly repository: PapersRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SavePaper): Promise<{ id: string }> {
    return inWords(() =>
      this.database.write(viewer, 'paper.create', async (tx) => {
        const [id, createdAt] = [newId(), this.clock.now()];
        const { recommendationIds, ...facts } = request;
        const number = facts.number.trim() || (await nextPlanningNumber(tx, 'V', createdAt));
        await tx.insert(Paper, {
          ...facts,
          id,
          number,
          state: 'DRAFT',
          withdrawnReason: '',
          version: 1,
          createdAt,
        });
        await this.link(tx, id, recommendationIds, createdAt);
        await this.search.refresh(tx, 'paper', [id]);
        return { id };
      }),
    );
  }

  /** What a committee has before it stays as it is. */
  change(viewer: Viewer, id: string, version: number, request: SavePaper): Promise<void> {
    return inWords(() =>
      this.database.write(viewer, 'paper.change', async (tx) => {
        const { state, number } = await this.repository.toChange(tx, viewer, id);
        if (state !== 'DRAFT') throw problem(paperProblems, 'paper-fixed');
        const { recommendationIds, ...facts } = request;
        await updateVersioned(tx, Paper, id, version, { ...facts, number: facts.number.trim() || number });
        await this.link(tx, id, recommendationIds, this.clock.now());
        await this.search.refresh(tx, 'paper', [id]);
      }),
    );
  }

  move(viewer: Viewer, id: string, version: number, move: PaperVerb, { reason }: MovePaper): Promise<void> {
    return this.database.write(viewer, `paper.${move}`, async (tx) => {
      const it = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = paperMoves.next(it.state, move, { ...it, reason });
      if (refusal) throw refused(paperProblems, refusal);
      const withdrawnReason = move === 'withdraw' ? reason : '';
      await updateVersioned(tx, Paper, id, version, { state: to, withdrawnReason });
      await this.search.refresh(tx, 'paper', [id]);
    });
  }

  /** On these recommendations it decides; one that was withdrawn is none any more. */
  private async link(
    tx: EntityManager,
    id: string,
    recommendationIds: readonly string[],
    now: Date,
  ): Promise<void> {
    const ids = [...recommendationIds];
    const known = await rowsIn(
      tx,
      sql`select 1 from recommendation it where it.id = any(${ids}::uuid[]) and it.state <> 'WITHDRAWN' for share of it`,
    );
    if (known.length < ids.length)
      throw problem(paperProblems, 'paper-recommendation-unknown', 'recommendationIds');
    await rowsIn(
      tx,
      sql`delete from paper_recommendation where paper_id = ${id} and recommendation_id <> all(${ids}::uuid[])`,
    );
    await rowsIn(
      tx,
      sql`insert into paper_recommendation (paper_id, recommendation_id, since)
          select ${id}::uuid, unnest(${ids}::uuid[]), ${now}::timestamptz on conflict do nothing`,
    );
  }
}

function inWords<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(paperProblems, { paper_number: ['paper-number-taken', 'number'] }, work);
}
