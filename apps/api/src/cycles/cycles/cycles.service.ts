import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  cycleLimits,
  type CycleMove,
  cycleMoves,
  cycleProblems,
  type CycleState,
  mayBeginCycle,
  proposedEnd,
  proposedMilestones,
  type TemplateState,
} from '@runder-tisch/domain/cycles';
import type {
  BeginCycle,
  MilestoneInput,
  MoveCycle,
  SaveCycle,
} from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import { addMonths, dayParts, isDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, foundIn, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { Search } from '../../search/search';
import { Settings } from '../../settings/settings';
import { visibleTemplates } from '../templates/templates-access';
import { CarryOver } from './carry-over';
import { Cycle } from './cycle.entity';
import { CyclesRepository } from './cycles.repository';
import { makeSteps } from './steps-of-template';

@Injectable()
export class CyclesService {
  constructor(
    private readonly database: Database,
    private readonly repository: CyclesRepository,
    private readonly carryOver: CarryOver,
    private readonly settings: Settings,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** A whole cycle out of the Bauplan, with what goes on from the cycle before: all of it, or nothing. */
  begin(viewer: Viewer, request: BeginCycle): Promise<{ id: string }> {
    return alone(() =>
      this.database.write(viewer, 'cycle.begin', async (tx) => {
        await demandReleased(tx, viewer, request.templateId);
        const { cycleYears } = await this.settings.current(tx);
        const beginsOn = demandDay(request.beginsOn, 'beginsOn');
        const endsOn = request.endsOn
          ? demandDay(request.endsOn, 'endsOn')
          : proposedEnd(beginsOn, cycleYears);
        demandLength(beginsOn, endsOn);
        const others = await rowsIn<{ id: string; number: number; state: CycleState }>(
          tx,
          sql`select id, number, state from cycle order by number for update`,
        );
        const open = others.flatMap(({ state }) => (state === 'CLOSED' ? [] : [state]));
        if (!mayBeginCycle(open)) throw problem(cycleProblems, 'cycle-other-runs');
        const previous = others.at(-1);
        const id = newId();
        const number = (previous?.number ?? 0) + 1;
        await tx.insert(Cycle, {
          ...nothingKnown,
          id,
          number,
          name: request.name.trim(),
          beginsOn,
          endsOn,
          templateId: request.templateId,
          previousId: previous?.id ?? null,
          createdAt: this.clock.now(),
        });
        await saveMilestones(tx, id, proposedMilestones(number, { beginsOn, endsOn }));
        await makeSteps(tx, request.templateId, { id, beginsOn, endsOn });
        if (previous) await this.carryOver.run(tx, viewer, previous.id, id);
        await this.search.refresh(tx, 'cycle', [id]);
        const steps = await rowsIn<{ id: string }>(tx, sql`select id from cycle_step where cycle_id = ${id}`);
        await this.search.refresh(
          tx,
          'cycle-step',
          steps.map((step) => step.id),
        );
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveCycle): Promise<void> {
    return this.database.write(viewer, 'cycle.change', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (state === 'CLOSED') throw problem(cycleProblems, 'cycle-closed');
      demandSound(request);
      const { milestones, ...told } = request;
      await updateVersioned(tx, Cycle, id, version, { ...told, planTitle: told.planTitle.trim() });
      await saveMilestones(tx, id, milestones);
      await this.search.refresh(tx, 'cycle', [id]);
    });
  }

  move(viewer: Viewer, id: string, version: number, move: CycleMove, { reason }: MoveCycle): Promise<void> {
    return alone(() =>
      this.database.write(viewer, `cycle.${move}`, async (tx) => {
        const { state } = await this.repository.toChange(tx, viewer, id);
        const facts = await this.repository.factsOf(tx, id);
        const { to, refusal } = cycleMoves.next(state, move, { ...facts, reason });
        if (refusal) throw refused(cycleProblems, refusal);
        const closes = to === 'CLOSED';
        await updateVersioned(tx, Cycle, id, version, {
          state: to,
          stateReason: move === 'back' ? reason.trim() : '',
          ...(closes
            ? { closedOn: this.repository.today(), counted: await this.repository.countedIn(tx, id) }
            : {}),
        });
        await this.search.refresh(tx, 'cycle', [id]);
      }),
    );
  }
}

const nothingKnown = {
  state: 'PREPARATION',
  stateReason: '',
  closedOn: null,
  dataConceptId: null,
  termName: '',
  termBeginsOn: null,
  termEndsOn: null,
  electionOn: null,
  planTitle: '',
  planAdoptedOn: null,
  counted: null,
  version: 1,
} as const;

async function demandReleased(tx: EntityManager, viewer: Viewer, templateId: string): Promise<void> {
  const template = await foundIn<{ state: TemplateState }>(
    tx,
    sql`select it.state from process_template it where it.id = ${templateId} and ${visibleTemplates(viewer)} for share`,
  );
  if (template.state !== 'RELEASED') throw problem(cycleProblems, 'cycle-template-draft', 'templateId');
}

function demandDay(day: string, path: string): string {
  if (!isDay(day)) throw problem(cycleProblems, 'cycle-days', path);
  return day;
}

function demandLength(beginsOn: string, endsOn: string): void {
  if (beginsOn >= endsOn) throw problem(cycleProblems, 'cycle-days', 'endsOn');
  if (endsOn >= addMonths(beginsOn, cycleLimits.years * 12))
    throw problem(cycleProblems, 'cycle-too-long', 'endsOn');
}

function demandSound(request: SaveCycle): void {
  const { beginsOn, endsOn, termBeginsOn, termEndsOn, planTitle, planAdoptedOn, milestones } = request;
  demandLength(demandDay(beginsOn, 'beginsOn'), demandDay(endsOn, 'endsOn'));
  if ((planTitle.trim() === '') !== (planAdoptedOn === null))
    throw problem(cycleProblems, 'cycle-plan-half', planTitle.trim() === '' ? 'planTitle' : 'planAdoptedOn');
  if (termBeginsOn && termEndsOn && termBeginsOn > termEndsOn)
    throw problem(cycleProblems, 'cycle-term-days', 'termEndsOn');
  const [first, last] = [dayParts(beginsOn).year, dayParts(endsOn).year];
  if (milestones.some(({ year }) => year < first || year > last))
    throw problem(cycleProblems, 'cycle-milestone-outside', 'milestones');
}

async function saveMilestones(
  tx: EntityManager,
  id: string,
  milestones: readonly MilestoneInput[],
): Promise<void> {
  const rows = JSON.stringify(
    milestones.toSorted((one, other) => one.year - other.year).map((it, position) => ({ ...it, position })),
  );
  await rowsIn(
    tx,
    sql`delete from cycle_milestone where cycle_id = ${id} and position >= ${milestones.length}::int`,
  );
  await rowsIn(
    tx,
    sql`insert into cycle_milestone (cycle_id, position, year, goal, counter, done_on)
        select ${id}::uuid, position, year, goal, counter, "doneOn"
        from jsonb_to_recordset(${rows}::jsonb) as given (position integer, year integer, goal text, counter text, "doneOn" date)
        on conflict (cycle_id, position) do update set (year, goal, counter, done_on) = (excluded.year, excluded.goal, excluded.counter, excluded.done_on)
        where cycle_milestone is distinct from excluded`,
  );
}

/** Two who begin or move at once: the database lets one of them through. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    cycleProblems,
    {
      cycle_one_at_a_time: ['cycle-other-runs', ''],
      cycle_number_key: ['cycle-other-runs', ''],
      cycle_previous_id_key: ['cycle-other-runs', ''],
    },
    work,
  );
}
