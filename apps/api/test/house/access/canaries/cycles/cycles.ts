import { BeginCycle, MoveCycle } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import { MoveStep } from '@runder-tisch/domain/cycles/steps/step-requests';
import {
  asActor,
  changeStep,
  cycle,
  cycleView,
  moveCycle,
  releasedTemplate,
  stepNamed,
  stepView,
  untilImplemented,
} from '@runder-tisch/scenario/planning/cycles';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  type ForeignWorld,
  office,
  reads,
} from '../../canary';

/** There is one running cycle at most: each request is about the one that was planted, whatever its state. */
export async function runningCycle({ somebody: { planner } }: ForeignWorld): Promise<string> {
  const { items } = await planner.get<{ items: { id: string; state: string }[] }>('/api/cycles');
  // Of two that are open the earlier one: the next waits for it.
  const open = await Promise.all(
    items.filter(({ state }) => state !== 'CLOSED').map((it) => cycleView(planner, it.id)),
  );
  const found = open.sort((one, other) => one.beginsOn.localeCompare(other.beginsOn))[0];
  return found?.id ?? cycle(planner, { name: 'Kanarienzyklus' });
}

async function stepOf(world: ForeignWorld): Promise<{ path: Canary; version: number }> {
  const { planner } = world.somebody;
  const { id } = stepNamed(await cycleView(planner, await runningCycle(world)), '2.1');
  const { version } = await stepView(planner, id);
  return { path: { id }, version };
}

export const cycleWords: AreaCanaries['words'] = {
  // The public page on the process names the cycle that runs.
  Kanarienzyklus: [...everybodySignedIn, 'public'],
  Kanarienstelle: office,
  Kanarienanmerkung: office,
};

export async function plantCycles(world: ForeignWorld): Promise<Readonly<Record<string, readonly Canary[]>>> {
  const { planner } = world.somebody;
  const id = await cycle(planner, { name: 'Kanarienzyklus' });
  // Led by the planning alone: nobody outside of the office has a part in it.
  const step = stepNamed(await cycleView(planner, id), '2.1');
  const { actors } = await stepView(planner, step.id);
  await changeStep(planner, step.id, {
    lead: 'Kanarienstelle',
    actors: actors.map((actor, index) => ({
      ...asActor(actor),
      ...(index === 0 ? { standing: 'COMMENTED', on: '2026-01-02', words: 'Kanarienanmerkung' } : {}),
    })),
  });
  return { cycle: [{ id, counter: 'NETWORKS' }], 'cycle-step': [{ id: step.id }] };
}

export const cycleOperations: AreaCanaries['operations'] = {
  'GET /so-planen-wir': reads(),
  'GET /api/cycles': reads(),
  'GET /api/cycles/defaults': reads(),
  'GET /api/cycles/{id}': reads('cycle'),
  'GET /api/cycles/{id}/counters/{counter}': reads('cycle'),
  'POST /api/cycles': {
    may: ['planner'],
    owner: null,
    given: async (world) => {
      const { planner } = world.somebody;
      const id = await runningCycle(world);
      // The next one may begin beside it once it is put into practice.
      const { state } = await cycleView(planner, id);
      if (state === 'PREPARATION') await moveCycle(planner, id, ...untilImplemented);
      const templateId = (await releasedTemplate(planner)).id;
      const facts = { templateId, name: 'Eingeschlichen', beginsOn: '2027-01-01' };
      return { body: Object.assign(new BeginCycle(), facts) };
    },
  },
  'PUT /api/cycles/{id}': {
    may: ['planner'],
    owner: null,
    of: 'cycle',
    given: async (world) => {
      const id = await runningCycle(world);
      const { version } = await cycleView(world.somebody.planner, id);
      const body = { name: 'Eingeschlichen', beginsOn: '2024-01-01', endsOn: '2026-12-31', milestones: [] };
      return { path: { id }, version, body };
    },
  },
  'POST /api/cycles/{id}/{move}': {
    may: ['planner'],
    owner: null,
    of: 'cycle',
    given: async (world) => {
      const { planner } = world.somebody;
      const id = await runningCycle(world);
      const { version, state, moves } = await cycleView(planner, id);
      const move = state === 'PREPARATION' ? 'collect' : (moves.find((it) => it !== 'close') ?? 'back');
      return { path: { id, move }, version, body: Object.assign(new MoveCycle(), { reason: 'Darum' }) };
    },
  },
  'GET /api/cycle-steps': reads(),
  'GET /api/cycle-steps/{id}': reads('cycle-step'),
  'PUT /api/cycle-steps/{id}': {
    may: ['planner'],
    owner: null,
    of: 'cycle-step',
    given: async (world) => ({
      ...(await stepOf(world)),
      body: { dueOn: '2026-05-05', lead: 'Eingeschlichen', responsibleId: null, actors: [] },
    }),
  },
  'POST /api/cycle-steps/{id}/{move}': {
    may: ['planner'],
    owner: null,
    of: 'cycle-step',
    given: async (world) => {
      const { path, version } = await stepOf(world);
      const { moves } = await stepView(world.somebody.planner, String(path['id']));
      const move = moves[0] ?? 'start';
      return { path: { ...path, move }, version, body: Object.assign(new MoveStep(), { reason: 'Darum' }) };
    },
  },
};
