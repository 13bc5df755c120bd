import type { CoverageDimension, CoverageRow, CoverageView } from '@runder-tisch/domain/findings/heard';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, voice } from '@runder-tisch/scenario/feedback';
import { fieldOfAction, municipality } from '@runder-tisch/scenario/lists';
import { organisation } from '../../../test/organisation';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Who was heard', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const rowOf = async (id: string, query = ''): Promise<CoverageRow | undefined> =>
    (await planner.get<CoverageView>(`/api/coverage${query}`)).rows.find((row) => row.id === id);
  const want = (dimension: CoverageDimension, id: string, wanted: number) =>
    planner.put('/api/coverage/wishes', { dimension, id, wanted });

  it('names a municipality nobody spoke from, and counts it once somebody did', async () => {
    const quiet = await municipality(planner, { ags: '15082991', name: 'Stillenhain' });
    expect(await rowOf(quiet)).toMatchObject({
      dimension: 'MUNICIPALITY',
      name: 'Stillenhain',
      heard: 0,
      wanted: 1,
    });
    await feedback(planner, { text: 'Hier fährt kein Bus.', municipalityId: quiet });
    expect(await rowOf(quiet)).toMatchObject({ heard: 1 });
  });

  it('compares with what a planner wants, the last word counting', async () => {
    const id = await municipality(planner, { ags: '15082992', name: 'Wunschdorf' });
    await want('MUNICIPALITY', id, 5);
    await want('MUNICIPALITY', id, 4);
    expect(await rowOf(id)).toMatchObject({ heard: 0, wanted: 4 });
  });

  it('counts an organisation by what it said in its name, and never by its people’s own views', async () => {
    const provider = await signedIn(app, 'provider');
    const id = await organisation(planner, 'Stimmhaus (Demo)', provider.personId);
    await want('ORGANISATION', id, 2);
    await voice(provider, { voice: 'PERSONAL', text: 'Das sage ich für mich.' });
    await voice(provider, { voice: 'UNNAMED', text: 'Das sagt niemand.' });
    expect(await rowOf(id)).toMatchObject({ heard: 0, wanted: 2 });
    await voice(provider, { voice: 'ORGANISATION', organisationId: id, text: 'Das sagen wir.' });
    expect(await rowOf(id)).toMatchObject({ heard: 1, wanted: 2 });
  });

  it('looks at one Handlungsfeld and at one year', async () => {
    const id = await municipality(planner, { ags: '15082993', name: 'Jahresruh' });
    await feedback(planner, { text: 'Ohne Feld.', municipalityId: id });
    const fieldId = await fieldOfAction(planner, 'Ruhe');
    expect(await rowOf(id, `?fieldId=${fieldId}`)).toMatchObject({ heard: 0 });
    expect(await rowOf(id, '?from=2019-01-01&until=2019-12-31')).toMatchObject({ heard: 0 });
  });

  it('is the planners’ to look at, and wishes for nobody are refused', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(coordinator.get('/api/coverage'))).toBe('forbidden');
    expect(await refusalOf(want('NETWORK', '018f0000-0000-7000-8000-000000000000', 3))).toBe('not-found');
  });
});
