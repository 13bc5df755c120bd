import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeControl,
  controlledPaper,
  controlView,
  moveControl,
  nameResponsible,
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

  it('tells whom somebody else entrusted it to, until they report or two weeks are over', async () => {
    const [planner, other] = [await signedIn(app, 'planner'), await signedIn(app, 'planner')];
    const committeeId = await committee(planner, { name: 'Jugendhilfeausschuss' });
    const decided = { decidedOn: '2026-03-12', resolutionNumber: 'JH-1/2026' };
    const { id } = await controlledPaper(planner, committeeId, { title: 'Lotsenstelle' }, decided);
    await changeControl(planner, id, { dueOn: '2026-12-01' });
    const told = 'Ihnen übertragen: Beschluss „Lotsenstelle“, Frist 01.12.2026';
    expect(await lines(planner)).not.toContain(told);
    app.clock.set('2026-06-02T08:00:00Z');
    const view = await nameResponsible(await signedInAgain(app, planner), id, other.personId);
    expect(view.responsible?.id).toBe(other.personId);
    expect(view.responsibles.map(({ person, at }) => [person?.id, at.slice(0, 10)])).toEqual([
      [other.personId, '2026-06-02'],
      [planner.personId, '2026-06-01'],
    ]);
    expect(view.responsibles[0]?.by).toBe(view.reports[0]?.by);
    expect(await lines(other)).toContain(told);
    expect(await lines(planner)).not.toContain(told);
    app.clock.set('2026-06-17T08:00:00Z');
    expect(await lines(other)).not.toContain(told);
    app.clock.set('2026-06-03T08:00:00Z');
    await moveControl(await signedInAgain(app, other), id, 'begin');
    expect(await lines(other)).not.toContain(told);
    app.clock.set('2026-12-02T08:00:00Z');
    expect(await lines(other)).toContain('Beschluss überfällig seit 01.12.2026: Lotsenstelle');
  });

  it('is entrusted to those alone who may report on it', async () => {
    const planner = await signedIn(app, 'planner');
    const coordinator = await signedIn(app, 'coordinator');
    const committeeId = await committee(planner, { name: 'Kulturausschuss' });
    const decided = { decidedOn: '2026-03-12', resolutionNumber: 'KU-1/2026' };
    const { id } = await controlledPaper(planner, committeeId, { title: 'Musikschule' }, decided);
    const { items } = await planner.get<Page<NamedReference>>('/api/controls/people');
    expect(items.map((it) => it.id)).toContain(planner.personId);
    expect(items.map((it) => it.id)).not.toContain(coordinator.personId);
    expect(await refusalOf(nameResponsible(planner, id, coordinator.personId))).toBe(
      'control-person-unknown',
    );
    expect(await refusalOf(coordinator.get('/api/controls/people'))).toBe('forbidden');
    const nobody = await nameResponsible(planner, id, null);
    expect(nobody.responsible).toBeNull();
    expect(nobody.responsibles[0]).toMatchObject({ person: null });
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
