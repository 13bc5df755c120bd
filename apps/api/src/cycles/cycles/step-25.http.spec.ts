import { type CycleView, proposedMilestones } from '@runder-tisch/domain/cycles';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeCycle,
  changeStep,
  cycle,
  cycleView,
  finishSteps,
  moveCycle,
  moveStep,
  releaseTemplate,
  saveTemplate,
  stepNamed,
  stepView,
  templateDraft,
  untilImplemented,
} from '@runder-tisch/scenario/planning/cycles';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure } from '@runder-tisch/scenario/measures';
import { network } from '@runder-tisch/scenario/networks';
import { CarryOver } from './carry-over';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Step 25: opening cycle 2', () => {
  let app: TestApp;
  let planner: SignedIn;
  let first: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    const fieldId = await fieldOfAction(planner, 'Soziale Lage');
    first = await cycle(planner, { name: '1. Zyklus' });
    await network(await signedIn(app, 'admin'), { name: 'Netzwerk Beratungslandschaft (Demo)' });
    await measure(planner, { title: 'Offene Maßnahme', fieldId });
    await measure(planner, { title: 'Antragslotsen', kind: 'PROVISIONAL_STEP', fieldId });
    const concept = {
      title: 'Datenkonzept',
      observed: 'Alles',
      purpose: 'Darum',
      origin: 'Daher',
      rhythm: 'Jährlich',
      validFrom: '2025-01-01',
    };
    const { id } = await planner.post<{ id: string }>('/api/data-concepts', concept);
    await planner.post(`/api/data-concepts/${id}/enforce`, {}, 1);
  });
  afterAll(() => app.close());

  const readable = ({ version: _version, next: _next, dataConcept: _concept, ...view }: CycleView) => view;
  const counts = async () => {
    const [row] = await app.database.rows<Record<string, string>>(
      `select (select count(*) from cycle) as cycles, (select count(*) from cycle_step) as steps, (select count(*) from cycle_step_actor) as actors,
         (select count(*) from data_concept) as concepts, (select count(*) from measure) as measures, (select count(*) from network) as networks,
         (select count(*) from cycle_measure) as carried, (select count(*) from search_document) as found`,
    );
    return row;
  };

  it('carries over Datenkonzept, networks, open measures and open steps; cycle 1 reads as before and stays', async () => {
    await moveCycle(planner, first, ...untilImplemented);
    // One step is done, one is not in the next Bauplan any more, one has somebody who answers for it.
    await moveStep(planner, stepNamed(await cycleView(planner, first), '0.1').id, 'finish');
    const answered = stepNamed(await cycleView(planner, first), '7.1');
    await changeStep(planner, answered.id, { responsibleId: planner.personId });
    const gone = stepNamed(await cycleView(planner, first), '0.3');
    const draft = await templateDraft(planner);
    const phases = draft.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.filter(({ title }) => title !== gone.title),
    }));
    await releaseTemplate(
      planner,
      await saveTemplate(planner, { ...draft, phases, changeNote: 'Ohne Rangfolge' }),
    );
    const before = readable(await cycleView(planner, first));
    const all = await counts();

    // A kill in between leaves nothing: the last statement of the carrying over fails.
    const whole = app.get(CarryOver).run.bind(app.get(CarryOver));
    const killed = jest.spyOn(app.get(CarryOver), 'run').mockImplementationOnce(async (...given) => {
      await whole(...given);
      throw new Error('The power went out.');
    });
    await expect(
      cycle(planner, { name: '2. Zyklus', beginsOn: '2027-01-01', endsOn: null }),
    ).rejects.toThrow();
    killed.mockRestore();
    expect(await counts()).toEqual(all);

    const second = await cycle(planner, { name: '2. Zyklus', beginsOn: '2027-01-01', endsOn: null });
    const opened = await cycleView(planner, second);
    expect(opened).toMatchObject({
      number: 2,
      state: 'PREPARATION',
      endsOn: '2031-12-31',
      template: { number: 2 },
      previous: { id: first, number: 1 },
      dataConcept: { number: 2 },
      carried: { networks: 1, measures: 1, provisional: 1, steps: 21 },
    });
    expect(opened.milestones).toEqual(proposedMilestones(2, opened));
    // The step that left the Bauplan goes on as one of its own, behind the others of its phase.
    expect(stepNamed(opened, '0.3').title).toBe(gone.title);
    expect((await stepView(planner, stepNamed(opened, '0.3').id)).carriedFrom?.id).toBe(gone.id);
    expect((await stepView(planner, stepNamed(opened, '0.1').id)).carriedFrom).toBeNull();
    expect((await stepView(planner, stepNamed(opened, '7.1').id)).responsible?.id).toBe(planner.personId);
    const now = await cycleView(planner, first);
    expect(readable(now)).toEqual(before);
    expect(now).toMatchObject({ next: { number: 2 }, dataConcept: { number: 1 } });

    // Both stand beside each other until the first is closed, whose counters then stay.
    const secondId = second;
    expect(await refusalOf(moveCycle(planner, secondId, 'collect'))).toBe('cycle-earlier-open');
    expect(await refusalOf(moveCycle(planner, first, 'back'))).toBe('cycle-next-prepared');
    expect(await refusalOf(cycle(planner, { beginsOn: '2032-01-01', endsOn: null }))).toBe(
      'cycle-other-runs',
    );
    await moveCycle(planner, first, 'evaluate');
    await finishSteps(planner, first);
    const { items } = await planner.get<{ items: { id: string; kind: string }[] }>(
      '/api/measures?kind=PROVISIONAL_STEP',
    );
    for (const { id } of items)
      await planner.post(`/api/measures/${id}/carry-over`, { reason: '', on: null, followedById: null }, 1);
    const closed = await moveCycle(planner, first, 'close');
    await network(await signedIn(app, 'admin'), { name: 'Netzwerk danach (Demo)' });
    expect((await cycleView(planner, first)).counters).toEqual(closed.counters);
    expect((await cycleView(planner, secondId)).counters?.NETWORKS.total).toBe(
      (closed.counters?.NETWORKS.total ?? 0) + 1,
    );
    expect((await moveCycle(planner, secondId, 'collect')).state).toBe('DATA_COLLECTION');
    expect(await refusalOf(changeCycle(planner, first, { name: 'Anders' }))).toBe('cycle-closed');
    const done = stepNamed(await cycleView(planner, first), '1.1');
    expect(await refusalOf(moveStep(planner, done.id, 'reopen'))).toBe('step-cycle-closed');
    expect(await refusalOf(changeStep(planner, done.id, { lead: 'Anders' }))).toBe('step-cycle-closed');
  });
});
