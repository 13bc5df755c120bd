import { TODAY_LINES, todayPriority, type TodayView } from '@runder-tisch/domain/tasks';
import { network, task } from '@runder-tisch/scenario/networks';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Heute', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('names own tasks that are late or nearly due, latest first, with the button that does them', async () => {
    const planner = await signedIn(app, 'planner');
    const later = await task(planner, {
      title: 'In einer Woche',
      dueOn: '2026-11-30',
      personId: planner.personId,
    });
    await task(planner, { title: 'Übermorgen', dueOn: '2026-11-25', personId: planner.personId });
    const late = await task(planner, { title: 'Gestern', dueOn: '2026-11-22', personId: planner.personId });
    await task(planner, { title: 'Eines anderen', dueOn: '2026-11-22' });
    const view = await planner.get<TodayView>('/api/today');
    expect(view.today).toBe('2026-11-23');
    const lines = view.lines.filter((line) => line.kind.startsWith('task'));
    expect(lines.map((line) => line.text)).toEqual(['Gestern', 'Übermorgen']);
    expect(lines[0]).toMatchObject({
      id: late,
      action: 'Erledigt',
      due: '2026-11-22',
      priority: todayPriority.now,
    });
    expect(view.upcoming.map((it) => it.title)).toContain('In einer Woche');

    const line = lines[0];
    await planner.post(line?.post ?? '');
    expect((await planner.get<TodayView>('/api/today')).lines.map((it) => it.text)).not.toContain('Gestern');
    await planner.post(line?.undo ?? '');
    expect((await planner.get<TodayView>('/api/today')).lines.map((it) => it.text)).toContain('Gestern');
    await planner.post(`/api/tasks/${later}/done`);
    expect((await planner.get<TodayView>('/api/today')).upcoming.map((it) => it.title)).not.toContain(
      'In einer Woche',
    );
  });

  it('shows at most seven lines and counts the rest', async () => {
    const reader = await signedIn(app, 'reader');
    const planner = await signedIn(app, 'planner');
    for (let day = 1; day <= TODAY_LINES + 2; day += 1) {
      await task(planner, { title: `Aufgabe ${day}`, dueOn: `2026-11-0${day}`, personId: reader.personId });
    }
    const view = await reader.get<TodayView>('/api/today');
    expect(view.lines).toHaveLength(TODAY_LINES);
    expect(view.more).toBe(2);
    expect(view.lines[0]?.text).toBe('Aufgabe 1');
  });

  it('tells coordinators how many tasks of others are late in their networks, one line each', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const other = await signedIn(app, 'provider');
    const networkId = await network(coordinator, { name: 'Suchthilfe' });
    for (const title of ['eins', 'zwei'])
      await task(coordinator, { title, networkId, dueOn: '2026-11-20', personId: other.personId });
    await task(coordinator, {
      title: 'noch nicht',
      networkId,
      dueOn: '2026-11-24',
      personId: other.personId,
    });
    const texts = (await coordinator.get<TodayView>('/api/today')).lines.map((line) => line.text);
    expect(texts).toContain('2 Aufgaben überfällig: Suchthilfe');
    const colleague = await signedIn(app, 'coordinator');
    expect(
      (await colleague.get<TodayView>('/api/today')).lines.map((line) => line.text).join(),
    ).not.toContain('Suchthilfe');
  });

  it('is closed to the public', async () => {
    expect((await fetch(`${app.url}/api/today`)).status).toBe(401);
  });
});
