import type { FindingListItem, FindingView } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import { changeFinding, finding, findingView, moveFinding } from '@runder-tisch/scenario/findings';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Befunde', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('stand in a list that words and states narrow down', async () => {
    const kept = await finding(planner, { name: 'Gesuchtes' });
    await finding(planner, { name: 'Anderes' });
    await moveFinding(planner, kept, 'open');
    const found = async (query: string) =>
      (await planner.get<Page<FindingListItem>>(`/api/findings?${query}`)).items.map((it) => it.id);
    expect(await found('search=gesucht')).toEqual([kept]);
    expect(await found('state=OPEN')).toEqual([kept]);
  });

  it('are found by the search of every page', async () => {
    const id = await finding(planner, { name: 'Leuchtturm' });
    const { items } = await planner.get<SearchView>('/api/search?q=Leuchtturm');
    expect(items.map((it) => it.id)).toContain(id);
  });

  it('have one name, whatever its capitals', async () => {
    await finding(planner, { name: 'Doppelt' });
    expect(await refusalOf(finding(planner, { name: 'DOPPELT' }))).toBe('finding-name-taken');
  });

  it('are changed until they are closed', async () => {
    const id = await finding(planner, { name: 'Anfang' });
    expect(await changeFinding(planner, id, { name: 'Ende' })).toMatchObject({ name: 'Ende', version: 2 });
    const closed = await moveFinding(planner, id, 'open', 'close');
    expect(closed).toMatchObject({ state: 'CLOSED', moves: [] });
    expect(await refusalOf(changeFinding(planner, id, { name: 'Danach' }))).toBe('finding-already-closed');
    expect(await refusalOf(moveFinding(planner, id, 'close'))).toBe('finding-move-not-allowed');
  });

  it('are read by the office and changed by planners alone', async () => {
    const id = await finding(planner, { name: 'Nur lesen' });
    const coordinator = await signedIn(app, 'coordinator');
    expect(await findingView(coordinator, id)).toMatchObject<Partial<FindingView>>({
      mayChange: false,
      moves: [],
    });
    expect(await refusalOf(changeFinding(coordinator, id, { name: 'Anders' }))).toBe('forbidden');
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(findingView(provider, id))).toBe('forbidden');
  });
});
