import type { CycleListItem } from '@runder-tisch/domain/cycles';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeCycle,
  cycle,
  cycleView,
  finishSteps,
  moveCycle,
  untilImplemented,
} from '@runder-tisch/scenario/planning/cycles';
import { discourse } from '@runder-tisch/scenario/planning/discourse';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const NOBODY = '0199a000-0000-7000-8000-00000000beef';

describe('What a planning cycle refuses', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeEach(async () => {
    app = await testApp({ smtp: false });
    planner = await signedIn(app, 'planner');
  });
  afterEach(() => app.close());

  it('a Bauplan that is not there and days no calendar has, and begins none', async () => {
    expect(await refusalOf(cycle(planner, { templateId: NOBODY }))).toBe('not-found');
    expect(await refusalOf(cycle(planner, { beginsOn: '2025-02-30' }))).toBe('cycle-days');
    expect(await refusalOf(cycle(planner, { endsOn: '2026-02-30' }))).toBe('cycle-days');
    expect((await planner.get<Page<CycleListItem>>('/api/cycles')).items).toEqual([]);
  });

  it('days no calendar has for one that runs, and keeps its own', async () => {
    const id = await cycle(planner);
    const before = await cycleView(planner, id);
    expect(await refusalOf(changeCycle(planner, id, { beginsOn: '2023-02-29' }))).toBe('cycle-days');
    expect(await refusalOf(changeCycle(planner, id, { endsOn: '2027-04-31' }))).toBe('cycle-days');
    expect(await cycleView(planner, id)).toEqual(before);
  });

  it('a round in a cycle that is closed, and plans none', async () => {
    const cycleId = await cycle(planner);
    await moveCycle(planner, cycleId, ...untilImplemented);
    await finishSteps(planner, cycleId);
    await moveCycle(planner, cycleId, 'evaluate', 'close');
    expect(await refusalOf(discourse(planner, { cycleId }))).toBe('discourse-cycle-closed');
    expect((await cycleView(planner, cycleId)).rounds).toEqual([]);
  });
});
