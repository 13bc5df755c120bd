import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type CycleState,
  type DiscourseMove,
  discourseMoves,
  discourseProblems,
} from '@runder-tisch/domain/cycles';
import type {
  AddToDiscourse,
  DiscoursePartKind,
  MoveDiscourse,
  PlanDiscourse,
  SaveDiscourse,
} from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay, isDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, foundIn, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { visibleFindings } from '../../findings/findings-access';
import { visibleFormats } from '../../formats/formats-access';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { visibleCycles } from '../cycles/cycles-access';
import { DiscourseRepository } from './discourse.repository';
import { DiscourseRound } from './discourse-round.entity';

/** Where the parts of a round stand, and which may not be put into one any more. */
const parts = {
  findings: {
    link: raw('discourse_finding'),
    key: raw('finding_id'),
    table: raw('finding'),
    gone: 'DROPPED',
  },
  formats: {
    link: raw('discourse_format'),
    key: raw('format_id'),
    table: raw('participation_format'),
    gone: 'CANCELLED',
  },
} as const satisfies Record<DiscoursePartKind, object>;

const visibleParts: Record<DiscoursePartKind, (viewer: Viewer) => Sql> = {
  findings: visibleFindings,
  formats: visibleFormats,
};

@Injectable()
export class DiscourseService {
  constructor(
    private readonly database: Database,
    private readonly repository: DiscourseRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** The next round of the county, behind the last one whose reflection it goes on with. */
  plan(viewer: Viewer, { cycleId, ...told }: PlanDiscourse): Promise<{ id: string }> {
    demandDays(told);
    return alone(() =>
      this.database.write(viewer, 'discourse.plan', async (tx) => {
        const cycle = await foundIn<{ state: CycleState }>(
          tx,
          sql`select it.state from cycle it where it.id = ${cycleId} and ${visibleCycles(viewer)} for share`,
        );
        if (cycle.state === 'CLOSED') throw problem(discourseProblems, 'discourse-cycle-closed');
        const previous = await oneIn<Pick<DiscourseRound, 'id' | 'number'>>(
          tx,
          sql`select id, number from discourse_round order by number desc limit 1`,
        );
        const id = newId();
        await tx.insert(DiscourseRound, {
          ...{ id, cycleId, startsOn: told.startsOn, endsOn: told.endsOn },
          number: (previous?.number ?? 0) + 1,
          previousId: previous?.id ?? null,
          title: told.title.trim(),
          question: told.question.trim(),
          ...{ reflection: '', state: 'PLANNED', stateReason: '', closedOn: null, version: 1 },
          createdAt: this.clock.now(),
        });
        await this.search.refresh(tx, 'discourse-round', [id]);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveDiscourse): Promise<void> {
    demandDays(request);
    return this.database.write(viewer, 'discourse.change', async (tx) => {
      await this.open(tx, viewer, id);
      await updateVersioned(tx, DiscourseRound, id, version, {
        ...request,
        title: request.title.trim(),
        question: request.question.trim(),
        reflection: request.reflection.trim(),
      });
      await this.search.refresh(tx, 'discourse-round', [id]);
    });
  }

  move(
    viewer: Viewer,
    id: string,
    version: number,
    move: DiscourseMove,
    { reason, reflection }: MoveDiscourse,
  ): Promise<void> {
    return alone(() =>
      this.database.write(viewer, `discourse.${move}`, async (tx) => {
        const { state } = await this.repository.toChange(tx, viewer, id);
        const neighbours = await this.repository.neighboursOf(tx, id);
        const { to, refusal } = discourseMoves.next(state, move, { ...neighbours, reason, reflection });
        if (refusal) throw refused(discourseProblems, refusal);
        await updateVersioned(tx, DiscourseRound, id, version, {
          state: to,
          stateReason: move === 'reopen' ? reason.trim() : '',
          closedOn: to === 'CLOSED' ? berlinDay(this.clock.now()) : null,
          ...(move === 'close' ? { reflection: reflection.trim() } : {}),
        });
        await this.search.refresh(tx, 'discourse-round', [id]);
      }),
    );
  }

  /** Several at once; what is in it already stays as it is. */
  add(viewer: Viewer, id: string, { kind, ids }: AddToDiscourse): Promise<void> {
    const { link, key, table, gone } = parts[kind];
    return this.database.write(viewer, 'discourse.add', async (tx) => {
      await this.open(tx, viewer, id);
      const found = await rowsIn<{ state: string }>(
        tx,
        sql`select it.state from ${table} it where it.id = any(${ids}::uuid[]) and ${visibleParts[kind](viewer)} for share`,
      );
      if (found.length < ids.length) throw problem(generalProblems, 'not-found');
      if (found.some(({ state }) => state === gone))
        throw problem(discourseProblems, 'discourse-part-gone', 'ids');
      await rowsIn(
        tx,
        sql`insert into ${link} (round_id, ${key}, since) select ${id}::uuid, given, ${this.clock.now()}::timestamptz
            from unnest(${ids}::uuid[]) as given on conflict do nothing`,
      );
    });
  }

  remove(viewer: Viewer, id: string, kind: DiscoursePartKind, partId: string): Promise<void> {
    const { link, key } = parts[kind];
    return this.database.write(viewer, 'discourse.remove', async (tx) => {
      await this.open(tx, viewer, id);
      await rowsIn(tx, sql`delete from ${link} where round_id = ${id} and ${key} = ${partId}`);
    });
  }

  /** A round that is not closed, under its lock. */
  private async open(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
    const { state } = await this.repository.toChange(tx, viewer, id);
    if (state === 'CLOSED') throw problem(discourseProblems, 'discourse-closed');
  }
}

function demandDays({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (!isDay(startsOn)) throw problem(discourseProblems, 'discourse-days', 'startsOn');
  if (!isDay(endsOn) || endsOn < startsOn) throw problem(discourseProblems, 'discourse-days', 'endsOn');
}

/** One runs and one is planned ahead at most, even of those who click at once: the database sees to it. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    discourseProblems,
    {
      discourse_round_one_planned: ['discourse-planned-already', ''],
      discourse_round_number_key: ['discourse-planned-already', ''],
      discourse_round_previous_id_key: ['discourse-planned-already', ''],
      discourse_round_one_runs: ['discourse-previous-open', ''],
    },
    work,
  );
}
