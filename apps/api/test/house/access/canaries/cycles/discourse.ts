import type { DiscourseDefaults, DiscourseMove } from '@runder-tisch/domain/cycles';
import {
  AddToDiscourse,
  MoveDiscourse,
  PlanDiscourse,
  SaveDiscourse,
} from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import { finding } from '@runder-tisch/scenario/findings';
import { fieldsOfAction } from '@runder-tisch/scenario/lists';
import {
  addToDiscourse,
  changeDiscourse,
  discourse,
  discourseView,
  moveDiscourse,
} from '@runder-tisch/scenario/planning/discourse';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  type ForeignWorld,
  type Given,
  office,
  reads,
  type Write,
} from '../../canary';
import { runningCycle } from './cycles';

/** One round is open at most besides a planned one: each request is about the last of them, whatever its state. */
async function lastRound(world: ForeignWorld): Promise<string> {
  const { planner } = world.somebody;
  const { previous } = await planner.get<DiscourseDefaults>('/api/discourse-rounds/defaults');
  if (previous) return previous.id;
  return discourse(planner, { cycleId: await runningCycle(world), title: 'Kanarienrunde' });
}

/** The last round, opened where it was closed. */
async function openRound(world: ForeignWorld): Promise<string> {
  const { planner } = world.somebody;
  const id = await lastRound(world);
  if ((await discourseView(planner, id)).state === 'CLOSED')
    await moveDiscourse(planner, id, 'reopen', { reason: 'Nachtrag' });
  return id;
}

async function someFinding({ somebody: { planner }, fresh }: ForeignWorld): Promise<string> {
  const [field] = await fieldsOfAction(planner);
  return finding(planner, { statement: fresh('Befund der Runde'), fieldId: field?.id ?? '' });
}

const changed = (given: (world: ForeignWorld) => Promise<Given>): Write => ({
  may: ['planner'],
  owner: null,
  of: 'discourse-round',
  given,
});

export const discourseWords: AreaCanaries['words'] = {
  Kanarienrunde: everybodySignedIn,
  Kanarienreflexion: office,
};

export async function plantDiscourse(
  world: ForeignWorld,
  cycleId: string,
): Promise<Readonly<Record<string, readonly Canary[]>>> {
  const { planner } = world.somebody;
  const id = await discourse(planner, { cycleId, title: 'Kanarienrunde' });
  await changeDiscourse(planner, id, { reflection: 'Kanarienreflexion' });
  const partId = await someFinding(world);
  await addToDiscourse(planner, id, 'findings', [partId]);
  return { 'discourse-round': [{ id, list: 'FEEDBACK', kind: 'findings', partId }] };
}

export const discourseOperations: AreaCanaries['operations'] = {
  'GET /api/discourse-rounds/defaults': reads(),
  'GET /api/discourse-rounds/{id}': reads('discourse-round'),
  'GET /api/discourse-rounds/{id}/lists/{list}': reads('discourse-round'),
  'POST /api/discourse-rounds': {
    may: ['planner'],
    owner: null,
    given: async (world) => {
      const { planner } = world.somebody;
      // The next may be planned once the last has begun.
      const id = await openRound(world);
      if ((await discourseView(planner, id)).state === 'PLANNED') {
        const { previous } = await discourseView(planner, id);
        if (previous?.state === 'RUNNING')
          await moveDiscourse(planner, previous.id, 'close', { reflection: 'Kanarienreflexion' });
        await moveDiscourse(planner, id, 'start');
      }
      const facts = { cycleId: await runningCycle(world), title: 'Eingeschlichen', question: 'Wirklich?' };
      return {
        body: Object.assign(new PlanDiscourse(), facts, { startsOn: '2026-01-01', endsOn: '2026-02-01' }),
      };
    },
  },
  'PUT /api/discourse-rounds/{id}': changed(async (world) => {
    const id = await openRound(world);
    const { version } = await discourseView(world.somebody.planner, id);
    const facts = { title: 'Eingeschlichen', question: 'Wirklich?', startsOn: '2026-01-01' };
    return {
      path: { id },
      version,
      body: Object.assign(new SaveDiscourse(), facts, { endsOn: '2026-02-01' }),
    };
  }),
  'POST /api/discourse-rounds/{id}/parts': changed(async (world) => ({
    path: { id: await openRound(world) },
    body: Object.assign(new AddToDiscourse(), { kind: 'findings', ids: [await someFinding(world)] }),
  })),
  'DELETE /api/discourse-rounds/{id}/parts/{kind}/{partId}': changed(async (world) => {
    const id = await openRound(world);
    const partId = await someFinding(world);
    await addToDiscourse(world.somebody.planner, id, 'findings', [partId]);
    return { path: { id, kind: 'findings', partId } };
  }),
  'POST /api/discourse-rounds/{id}/{move}': changed(async (world) => {
    const { planner } = world.somebody;
    const id = await lastRound(world);
    const { version, state, previous } = await discourseView(planner, id);
    if (state === 'PLANNED' && previous?.state === 'RUNNING')
      await moveDiscourse(planner, previous.id, 'close', { reflection: 'Kanarienreflexion' });
    const moves = { PLANNED: 'start', RUNNING: 'close', CLOSED: 'reopen' } as const satisfies Record<
      typeof state,
      DiscourseMove
    >;
    const words = { reason: 'Darum', reflection: 'Kanarienreflexion' };
    return { path: { id, move: moves[state] }, version, body: Object.assign(new MoveDiscourse(), words) };
  }),
};
