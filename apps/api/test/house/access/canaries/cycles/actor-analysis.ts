import {
  AddOrganisations,
  SaveActorEntry,
  SaveTypedGap,
} from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import { organisation } from '@runder-tisch/scenario/actors';
import { addActor, addActorGap, addActors } from '@runder-tisch/scenario/planning/actor-analysis';
import {
  type AreaCanaries,
  type Canary,
  type ForeignWorld,
  type Given,
  office,
  reads,
  type Write,
} from '../../canary';
import { runningCycle } from './cycles';

const changed = (given: (world: ForeignWorld, cycleId: string) => Promise<Given>): Write => ({
  may: ['planner', 'coordinator'],
  owner: null,
  given: async (world) => given(world, await runningCycle(world)),
});

async function row(world: ForeignWorld, cycleId: string): Promise<{ path: Canary; version: number }> {
  const name = world.fresh('Gruppe');
  const { entries } = await addActor(world.somebody.planner, cycleId, { name });
  const found = entries.find((it) => it.name === name);
  return { path: { cycleId, id: found?.id ?? '' }, version: found?.version ?? 0 };
}

async function gapRow(world: ForeignWorld, cycleId: string): Promise<{ path: Canary; version: number }> {
  const gap = world.fresh('Lücke');
  const { typed } = await addActorGap(world.somebody.planner, cycleId, gap);
  const found = typed.find((it) => it.gap === gap);
  return { path: { cycleId, id: found?.id ?? '' }, version: found?.version ?? 0 };
}

export const actorAnalysisWords: AreaCanaries['words'] = {
  Kanariengruppe: office,
  Kanariennotiz: office,
  Kanarienluecke: office,
};

export async function plantActorAnalysis(
  { somebody: { planner }, organisationId }: ForeignWorld,
  cycleId: string,
): Promise<Readonly<Record<string, readonly Canary[]>>> {
  await addActors(planner, cycleId, [organisationId]);
  await addActor(planner, cycleId, {
    name: 'Kanariengruppe',
    note: 'Kanariennotiz',
    influence: 1,
    affectedness: 3,
    part: 'INFORMED',
  });
  await addActorGap(planner, cycleId, 'Kanarienluecke', 'Kanarienluecke');
  return { 'actor-analysis': [{ cycleId }] };
}

export const actorAnalysisOperations: AreaCanaries['operations'] = {
  'GET /api/actor-analyses/{cycleId}': reads('actor-analysis'),
  'GET /api/actor-analyses/{cycleId}/proposals': reads('actor-analysis'),
  'POST /api/actor-analyses/{cycleId}/organisations': changed(async (world, cycleId) => {
    const id = await organisation(world.somebody.planner, { name: world.fresh('Haus') });
    return { path: { cycleId }, body: Object.assign(new AddOrganisations(), { organisationIds: [id] }) };
  }),
  'POST /api/actor-analyses/{cycleId}/entries': changed((world, cycleId) =>
    Promise.resolve({
      path: { cycleId },
      body: Object.assign(new SaveActorEntry(), { name: world.fresh('Eingeschlichen') }),
    }),
  ),
  'PUT /api/actor-analyses/{cycleId}/entries/{id}': changed(async (world, cycleId) => ({
    ...(await row(world, cycleId)),
    body: Object.assign(new SaveActorEntry(), { name: world.fresh('Eingeschlichen') }),
  })),
  'DELETE /api/actor-analyses/{cycleId}/entries/{id}': changed(async (world, cycleId) => ({
    path: (await row(world, cycleId)).path,
  })),
  'POST /api/actor-analyses/{cycleId}/gaps': changed((world, cycleId) =>
    Promise.resolve({
      path: { cycleId },
      body: Object.assign(new SaveTypedGap(), { gap: world.fresh('Eingeschlichen') }),
    }),
  ),
  'PUT /api/actor-analyses/{cycleId}/gaps/{id}': changed(async (world, cycleId) => ({
    ...(await gapRow(world, cycleId)),
    body: Object.assign(new SaveTypedGap(), { gap: 'Eingeschlichen' }),
  })),
  'DELETE /api/actor-analyses/{cycleId}/gaps/{id}': changed(async (world, cycleId) => ({
    path: (await gapRow(world, cycleId)).path,
  })),
};
