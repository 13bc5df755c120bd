import {
  ConcludeEvaluation,
  SaveEvaluationGoal,
  SeeEvaluationValue,
} from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import { evaluationGoal, evaluationView } from '@runder-tisch/scenario/evaluation';
import { measure } from '@runder-tisch/scenario/measures';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../../canary';

const goal = (): SaveEvaluationGoal =>
  Object.assign(new SaveEvaluationGoal(), {
    title: 'Kanarienwartezeit',
    baseline: 84,
    baselineOn: '2024-01-01',
    baselineSource: 'Statistik der Beratungsstelle',
    target: 42,
    targetOn: '2027-12-31',
  });

const made = async (world: ForeignWorld): Promise<Canary & { id: string }> => ({
  id: await measure(world.somebody.planner, {
    title: world.fresh('Kanarienmaßnahme'),
    fieldId: String(world.the('field-of-action')['id']),
  }),
});

const withGoal = async (world: ForeignWorld): Promise<Canary & { id: string; goalId: string }> => {
  const { id } = await made(world);
  const { goals } = await evaluationGoal(world.somebody.planner, id, goal());
  return { id, goalId: goals[0]?.id ?? '' };
};

const seen = (): SeeEvaluationValue =>
  Object.assign(new SeeEvaluationValue(), { seenOn: '2025-01-01', value: 70, source: 'Statistik' });

const changed = (given: Write['given']): Write => ({ may: ['planner'], owner: null, of: 'measure', given });

/** Something to read on the page of a measure. */
export async function plantGoal(world: ForeignWorld, measureId: string): Promise<void> {
  await evaluationGoal(world.somebody.planner, measureId, goal());
}

/** Stands with the measures, whose page it is on. */
export const evaluationOperations: AreaCanaries['operations'] = {
  'GET /api/measures/{id}/evaluation': reads('measure'),
  'PUT /api/measures/{id}/evaluation': changed(async (world) => ({
    path: await made(world),
    version: 0,
    body: new ConcludeEvaluation(),
  })),
  'POST /api/measures/{id}/evaluation/goals': changed(async (world) => ({
    path: await made(world),
    version: 0,
    body: goal(),
  })),
  'PUT /api/measures/{id}/evaluation/goals/{goalId}': changed(async (world) => ({
    path: await withGoal(world),
    version: 1,
    body: goal(),
  })),
  'DELETE /api/measures/{id}/evaluation/goals/{goalId}': changed(async (world) => ({
    path: await withGoal(world),
    version: 1,
  })),
  'PUT /api/measures/{id}/evaluation/goals/{goalId}/values': changed(async (world) => ({
    path: await withGoal(world),
    version: 1,
    body: seen(),
  })),
  'DELETE /api/measures/{id}/evaluation/goals/{goalId}/values/{seenOn}': changed(async (world) => {
    const { id, goalId } = await withGoal(world);
    const path = `/api/measures/${id}/evaluation/goals/${goalId}/values`;
    await world.somebody.planner.put(path, seen(), 1);
    const { version } = await evaluationView(world.somebody.planner, id);
    return { path: { id, goalId, seenOn: '2025-01-01' }, version };
  }),
};
