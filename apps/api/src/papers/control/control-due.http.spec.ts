import type { TodayView } from '@runder-tisch/domain/tasks';
import {
  changeControl,
  controlledPaper,
  controlView,
  moveControl,
} from '@runder-tisch/scenario/council/controls';
import { committee } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A controlled resolution on Heute', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ now: '2026-06-01T08:00:00Z', smtp: false });
  });
  beforeEach(() => app.clock.set('2026-06-01T08:00:00Z'));
  afterAll(() => app.close());

  const lines = async (who: SignedIn): Promise<string[]> =>
    (await (await signedInAgain(app, who)).get<TodayView>('/api/today')).lines.map((it) => it.text);

  it('is first the business of the planner who follows it up, and after two weeks of every planner', async () => {
    const [planner, other] = [await signedIn(app, 'planner'), await signedIn(app, 'planner')];
    const { id } = await controlledPaper(
      planner,
      await committee(planner, { name: 'Kreistag', kind: 'COUNTY_COUNCIL' }),
      { title: 'Überfällig' },
      { decidedOn: '2026-03-12', resolutionNumber: 'KT-1/2026' },
    );
    await changeControl(planner, id, { dueOn: '2026-06-10' });
    const each = 'Beschluss überfällig seit 10.06.2026: Überfällig';
    app.clock.set('2026-06-11T08:00:00Z');
    expect(await lines(planner)).toContain(each);
    expect(await lines(other)).not.toContain(each);
    const late = '1 Beschluss ist überfällig';
    app.clock.set('2026-06-24T08:00:00Z');
    expect(await lines(other)).not.toContain(late);
    app.clock.set('2026-06-25T08:00:00Z');
    expect(await lines(other)).toContain(late);
    expect(await lines(planner)).toContain(each);
    expect(await lines(planner)).not.toContain(late);

    const taking = await signedInAgain(app, other);
    const { version } = await controlView(taking, id);
    await taking.post(`/api/controls/${id}/take`, {}, version);
    expect(await lines(other)).toContain(each);
  });

  it('brings a standing order back on its day', async () => {
    const planner = await signedIn(app, 'planner');
    const { id } = await controlledPaper(
      planner,
      await committee(planner, { name: 'Sozialausschuss' }),
      { title: 'Jahresbericht' },
      { decidedOn: '2026-03-12', resolutionNumber: 'SA-1/2026' },
    );
    await moveControl(planner, id, 'stand', { nextOn: '2026-09-01', everyMonths: 12 });
    const line = 'Dauerauftrag wieder vorzulegen am 01.09.2026: Jahresbericht';
    app.clock.set('2026-08-31T08:00:00Z');
    expect(await lines(planner)).not.toContain(line);
    app.clock.set('2026-09-01T08:00:00Z');
    expect(await lines(planner)).toContain(line);
  });
});
