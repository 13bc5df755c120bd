import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type StepMove, stepMoves, stepProblems } from '@runder-tisch/domain/cycles';
import type { MoveStep, SaveStep, StepActorInput } from '@runder-tisch/domain/cycles/steps/step-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { CycleStep } from './cycle-step.entity';
import { StepsRepository } from './steps.repository';

@Injectable()
export class StepsService {
  constructor(
    private readonly database: Database,
    private readonly repository: StepsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  change(viewer: Viewer, id: string, version: number, request: SaveStep): Promise<void> {
    return known(() =>
      this.database.write(viewer, 'cycle-step.change', async (tx) => {
        const { cycleClosed } = await this.repository.toChange(tx, viewer, id);
        if (cycleClosed) throw problem(stepProblems, 'step-cycle-closed');
        const { dueOn, lead, responsibleId, actors } = request;
        await updateVersioned(tx, CycleStep, id, version, { dueOn, lead: lead.trim(), responsibleId });
        await saveActors(tx, id, actors);
        await this.keepStandings(tx, id);
        await this.search.refresh(tx, 'cycle-step', [id]);
      }),
    );
  }

  move(viewer: Viewer, id: string, version: number, move: StepMove, { reason }: MoveStep): Promise<void> {
    return this.database.write(viewer, `cycle-step.${move}`, async (tx) => {
      const { state, cycleClosed } = await this.repository.toChange(tx, viewer, id);
      const { to, refusal } = stepMoves.next(state, move, { cycleClosed, reason });
      if (refusal) throw refused(stepProblems, refusal);
      await updateVersioned(tx, CycleStep, id, version, {
        state: to,
        // Why it hung no longer tells anything once it goes on.
        stateReason: reason.trim(),
        doneOn: to === 'DONE' ? berlinDay(this.clock.now()) : null,
      });
      await this.search.refresh(tx, 'cycle-step', [id]);
    });
  }

  /** How it stands today joins what stood before; other words on the same day are a correction of these. */
  private async keepStandings(tx: EntityManager, stepId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into cycle_step_standing (actor_id, standing_on, standing, words, recorded_at)
          select actor.id, actor.standing_on, actor.standing, actor.words, ${this.clock.now()}::timestamptz
          from cycle_step_actor actor where actor.step_id = ${stepId} and actor.standing <> 'NOT_ASKED'
          on conflict (actor_id, standing_on, standing) do update set words = excluded.words
          where cycle_step_standing.words <> excluded.words`,
    );
  }
}

async function saveActors(
  tx: EntityManager,
  stepId: string,
  actors: readonly StepActorInput[],
): Promise<void> {
  for (const { standing, on, words } of actors) {
    if ((standing === 'NOT_ASKED') !== (on === null))
      throw problem(stepProblems, 'step-actor-date', 'actors');
    if (standing === 'COMMENTED' && words.trim() === '')
      throw problem(stepProblems, 'step-actor-comment', 'actors');
  }
  const kept = actors.map((actor, position) => ({
    ...actor,
    position,
    name: actor.name.trim(),
    words: actor.words.trim(),
  }));
  await rowsIn(
    tx,
    sql`delete from cycle_step_actor where step_id = ${stepId}
        and not id = any(${kept.flatMap(({ id }) => (id ? [id] : []))}::uuid[])`,
  );
  const rows = JSON.stringify(kept.map((actor) => ({ ...actor, key: actor.id ?? newId() })));
  await rowsIn(
    tx,
    sql`update cycle_step_actor actor set (side, position, name, organisation_id, standing, standing_on, words)
          = (given.side, given.position, given.name, given."organisationId", given.standing, given."on", given.words)
        from jsonb_to_recordset(${rows}::jsonb) as given (key uuid, side text, position integer, name text, "organisationId" uuid, standing text, "on" date, words text)
        where actor.id = given.key and actor.step_id = ${stepId}
          and (actor.side, actor.position, actor.name, actor.organisation_id, actor.standing, actor.standing_on, actor.words)
            is distinct from (given.side, given.position, given.name, given."organisationId", given.standing, given."on", given.words)`,
  );
  await rowsIn(
    tx,
    sql`insert into cycle_step_actor (id, step_id, side, position, name, organisation_id, standing, standing_on, words)
        select given.key, ${stepId}::uuid, given.side, given.position, given.name, given."organisationId", given.standing, given."on", given.words
        from jsonb_to_recordset(${rows}::jsonb) as given (id uuid, key uuid, side text, position integer, name text, "organisationId" uuid, standing text, "on" date, words text)
        where given.id is null`,
  );
}

function known<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    stepProblems,
    {
      cycle_step_actor_name: ['step-actor-twice', 'actors'],
      cycle_step_actor_organisation_id_fkey: ['step-unknown-choice', 'actors'],
      cycle_step_responsible_person_id_fkey: ['step-unknown-choice', 'responsibleId'],
    },
    work,
  );
}
