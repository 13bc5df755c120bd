import type { Page } from '@runder-tisch/domain/lists';
import type { CalendarPeriodView, HolidaysView } from '@runder-tisch/domain/settings';
import { calendarPeriods } from '@runder-tisch/scenario/calendar';
import { refusalOf } from '@runder-tisch/scenario/client';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('School holidays and sitting weeks', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-02T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());
  // Tests run in any order: each finds the lists empty.
  afterEach(async () => {
    for (const { id } of (await list()).items) await planner.delete(`/api/calendar-periods/${id}`);
  });

  const list = () => planner.get<Page<CalendarPeriodView>>('/api/calendar-periods');

  it('are pasted as a list, corrected and deleted', async () => {
    await calendarPeriods(planner, 'SCHOOL_HOLIDAY', [
      'Herbstferien 19.10.2026 – 30.10.2026',
      'Osterferien 30.03.2026 – 04.04.2026',
    ]);
    const { items } = await list();
    expect(items.map((it) => `${it.fromDay} ${it.toDay} ${it.name}`)).toEqual([
      '2026-03-30 2026-04-04 Osterferien',
      '2026-10-19 2026-10-30 Herbstferien',
    ]);
    const [easter, autumn] = items;
    const { id, version, kind, name, fromDay } = easter as CalendarPeriodView;
    const changed = { kind, name, fromDay, toDay: '2026-04-07' };
    await planner.put(`/api/calendar-periods/${id}`, changed, version);
    await planner.delete(`/api/calendar-periods/${autumn?.id}`);
    expect((await list()).items.map((it) => it.toDay)).toEqual(['2026-04-07']);
    expect(await refusalOf(planner.delete(`/api/calendar-periods/${autumn?.id}`))).toBe('not-found');
  });

  it.each([
    [[['SCHOOL_HOLIDAY', 'Ostern', '2026-04-07', '2026-04-10']], 'school-holidays-overlap'],
    [[['SITTING_WEEK', 'Woche', '2026-05-08', '2026-05-04']], 'period-ends-before-start'],
    [[['SITTING_WEEK', 'Woche', '2026-05-04', '2028-05-08']], 'period-too-long'],
    [[['SITTING_WEEK', 'Woche', '2026-02-30', '2026-03-01']], 'invalid-input'],
    [
      [
        ['SITTING_WEEK', 'Woche 1', '2026-05-04', '2026-05-08'],
        ['SITTING_WEEK', 'Woche 1', '2026-05-04', '2026-05-08'],
      ],
      'sitting-week-known',
    ],
  ])('that contradict what stands are refused, all of a list or none: %j', async (lines, code) => {
    await calendarPeriods(planner, 'SCHOOL_HOLIDAY', ['Osterferien 30.03.2026 – 07.04.2026']);
    const before = (await list()).total;
    const periods = lines.map(([kind, name, fromDay, toDay]) => ({ kind, name, fromDay, toDay }));
    expect(await refusalOf(planner.post('/api/calendar-periods', { periods }))).toBe(code);
    expect((await list()).total).toBe(before);
  });

  it('stand beside the public holidays of the state, which nobody keeps', async () => {
    const { state, years } = await planner.get<HolidaysView>('/api/calendar-periods/holidays');
    expect(state).toBe('Sachsen-Anhalt');
    expect(years.map((it) => it.year)).toEqual([2026, 2027]);
    expect(years[0]?.days.map((it) => it.name)).toContain('Heilige Drei Könige');
  });
});
