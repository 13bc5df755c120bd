import { refusalOf } from '@runder-tisch/scenario/client';
import {
  cycle,
  cycleView,
  finishSteps,
  moveCycle,
  untilImplemented,
} from '@runder-tisch/scenario/planning/cycles';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, measureView, moveMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Step 19: the provisional step "Antragslotsen" at the end of cycle 1', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Öffentliche Sozialleistungen');
  });
  afterAll(() => app.close());

  it('stands against closing until it is converted, dropped or carried over', async () => {
    const id = await cycle(planner, { name: '1. Zyklus' });
    const titles = ['Antragslotsen', 'Sprechstunde', 'Lotsenheft'];
    const steps: string[] = [];
    for (const title of titles)
      steps.push(await measure(planner, { kind: 'PROVISIONAL_STEP', title, fieldId }));
    const [lotsen = '', dropped = '', carried = ''] = steps;
    expect(await measureView(planner, lotsen)).toMatchObject({ kind: 'PROVISIONAL_STEP' });
    await moveCycle(planner, id, ...untilImplemented, 'evaluate');
    expect((await cycleView(planner, id)).provisionalOpen.map(({ title }) => title)).toEqual(titles);
    expect(await refusalOf(moveCycle(planner, id, 'close'))).toBe('cycle-provisional-open');
    await moveMeasure(planner, lotsen, 'convert');
    await moveMeasure(planner, dropped, 'drop', { reason: 'Wird nicht gebraucht.' });
    expect(await refusalOf(moveCycle(planner, id, 'close'))).toBe('cycle-provisional-open');
    await moveMeasure(planner, carried, 'carry-over');
    expect(await refusalOf(moveCycle(planner, id, 'close'))).toBe('cycle-steps-open');
    await finishSteps(planner, id);
    const closed = await moveCycle(planner, id, 'close');
    expect(closed).toMatchObject({ state: 'CLOSED', moves: [], provisionalOpen: [] });
    // What was carried over is open again in the next cycle.
    const next = await cycle(planner, { name: '2. Zyklus', beginsOn: '2027-01-01', endsOn: null });
    expect((await cycleView(planner, next)).provisionalOpen.map(({ title }) => title)).toEqual([
      'Lotsenheft',
    ]);
  });
});
