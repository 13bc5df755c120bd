import { counterSentence } from '@runder-tisch/domain/cycles';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeCycle,
  cycle,
  cycleView,
  moveCycle,
  stepNamed,
  untilImplemented,
} from '@runder-tisch/scenario/planning/cycles';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Step 2: a planner makes cycle 1 from the template', () => {
  let app: TestApp;
  let planner: SignedIn;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    id = await cycle(planner, { name: '1. Zyklus' });
  });
  afterAll(() => app.close());

  it('in one action: 8 phases, 22 steps, each with who, until when and state', async () => {
    const { phases, template, state } = await cycleView(planner, id);
    expect(state).toBe('PREPARATION');
    expect(template.number).toBe(1);
    expect(phases.map(({ name }) => name)).toEqual([
      'Rahmen',
      'Empirie',
      'Analyse',
      'Partizipation',
      'Diskurs',
      'Beschluss',
      'Umsetzung',
      'Reflexion',
    ]);
    const steps = phases.flatMap((phase) => phase.steps);
    expect(steps).toHaveLength(22);
    for (const step of steps) {
      expect(step.lead).not.toBe('');
      expect(step.state).toBe('OPEN');
      expect(step.dueOn > '2024-01-01' && step.dueOn <= '2026-12-31').toBe(true);
    }
    expect(stepNamed(await cycleView(planner, id), '3.1')).toMatchObject({ title: 'Akteure bestimmen' });
  });

  it('sees the goals of 2024, 2025 and 2026 with counters from the data, each opening what it counts', async () => {
    await network(await signedIn(app, 'admin'), { name: 'Netzwerk Beratungslandschaft (Demo)' });
    const { milestones, counters } = await cycleView(planner, id);
    expect(milestones.map(({ year, counter }) => [year, counter])).toEqual([
      [2024, 'STEPS'],
      [2025, 'CATALOGUE'],
      [2025, 'NETWORKS'],
      [2025, 'FORMATS'],
      [2026, 'RECOMMENDATIONS'],
    ]);
    if (!counters) throw new Error('The office sees the counters.');
    for (const { counter } of milestones) {
      if (!counter) continue;
      const { items } = await planner.get<{ items: { reached: boolean }[] }>(
        `/api/cycles/${id}/counters/${counter}`,
      );
      expect(items).toHaveLength(counters[counter].total);
      expect(items.filter(({ reached }) => reached)).toHaveLength(counters[counter].reached);
    }
    expect(counters.CATALOGUE.total).toBeGreaterThan(50);
    expect(counterSentence('CATALOGUE', counters.CATALOGUE)).toBe('Datenkatalog 100 % definiert');
  });

  it('finds the scope open until somebody decides it', async () => {
    expect(await planner.get('/api/data-concepts/scope')).toMatchObject({ scope: 'OPEN' });
  });

  it('begins no second one meanwhile, and none from a draft or of impossible days', async () => {
    expect(await refusalOf(cycle(planner, { beginsOn: '2027-01-01', endsOn: null }))).toBe(
      'cycle-other-runs',
    );
    const all = await planner.get<{ items: { id: string }[] }>('/api/process-templates');
    const draft = await planner.post<{ id: string }>('/api/process-templates', {
      basedOnId: all.items[0]?.id,
    });
    expect(await refusalOf(cycle(planner, { templateId: draft.id }))).toBe('cycle-template-draft');
    expect(await refusalOf(cycle(planner, { beginsOn: '2027-01-01', endsOn: '2026-01-01' }))).toBe(
      'cycle-days',
    );
    expect(await refusalOf(cycle(planner, { beginsOn: '2027-01-01', endsOn: '2037-01-01' }))).toBe(
      'cycle-too-long',
    );
    expect(await refusalOf(changeCycle(planner, id, { planTitle: 'Sozialplan 2020' }))).toBe(
      'cycle-plan-half',
    );
    expect(
      await refusalOf(changeCycle(planner, id, { termBeginsOn: '2029-01-01', termEndsOn: '2024-01-01' })),
    ).toBe('cycle-term-days');
    const late = [{ year: 2030, goal: 'Zu spät', counter: null, doneOn: null }];
    expect(await refusalOf(changeCycle(planner, id, { milestones: late }))).toBe('cycle-milestone-outside');
  });
});

describe('A cycle', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('goes its way forward by verbs and one step back with a reason', async () => {
    const planner = await signedIn(app, 'planner');
    const id = await cycle(planner);
    expect((await moveCycle(planner, id, 'collect', 'analyse', 'back')).state).toBe('DATA_COLLECTION');
    const { version } = await cycleView(planner, id);
    expect(await refusalOf(planner.post(`/api/cycles/${id}/back`, { reason: ' ' }, version))).toBe(
      'cycle-reason-missing',
    );
    expect(await refusalOf(moveCycle(planner, id, 'close'))).toBe('cycle-move-not-allowed');
    expect((await moveCycle(planner, id, ...untilImplemented.slice(1))).state).toBe('IMPLEMENTATION');
  });
});
