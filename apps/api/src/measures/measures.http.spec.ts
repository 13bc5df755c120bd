import type { MeasureListItem, MeasureView } from '@runder-tisch/domain/measures';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import { changeMeasure, measure, measureView, moveMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Maßnahmen', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('stand in a list that words and states narrow down', async () => {
    const kept = await measure(planner, { name: 'Gesuchtes' });
    await measure(planner, { name: 'Anderes' });
    await moveMeasure(planner, kept, 'open');
    const found = async (query: string) =>
      (await planner.get<Page<MeasureListItem>>(`/api/measures?${query}`)).items.map((it) => it.id);
    expect(await found('search=gesucht')).toEqual([kept]);
    expect(await found('state=OPEN')).toEqual([kept]);
  });

  it('are found by the search of every page', async () => {
    const id = await measure(planner, { name: 'Leuchtturm' });
    const { items } = await planner.get<SearchView>('/api/search?q=Leuchtturm');
    expect(items.map((it) => it.id)).toContain(id);
  });

  it('have one name, whatever its capitals', async () => {
    await measure(planner, { name: 'Doppelt' });
    expect(await refusalOf(measure(planner, { name: 'DOPPELT' }))).toBe('measure-name-taken');
  });

  it('are changed until they are closed', async () => {
    const id = await measure(planner, { name: 'Anfang' });
    expect(await changeMeasure(planner, id, { name: 'Ende' })).toMatchObject({ name: 'Ende', version: 2 });
    const closed = await moveMeasure(planner, id, 'open', 'close');
    expect(closed).toMatchObject({ state: 'CLOSED', moves: [] });
    expect(await refusalOf(changeMeasure(planner, id, { name: 'Danach' }))).toBe('measure-already-closed');
    expect(await refusalOf(moveMeasure(planner, id, 'close'))).toBe('measure-move-not-allowed');
  });

  it('are read by the office and changed by planners alone', async () => {
    const id = await measure(planner, { name: 'Nur lesen' });
    const coordinator = await signedIn(app, 'coordinator');
    expect(await measureView(coordinator, id)).toMatchObject<Partial<MeasureView>>({
      mayChange: false,
      moves: [],
    });
    expect(await refusalOf(changeMeasure(coordinator, id, { name: 'Anders' }))).toBe('forbidden');
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(measureView(provider, id))).toBe('forbidden');
  });
});
