import type { CoverageDimension, CoverageRow, CoverageView } from '@runder-tisch/domain/findings/heard';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, voice } from '@runder-tisch/scenario/feedback';
import { fieldOfAction, municipality, planningArea } from '@runder-tisch/scenario/lists';
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

  const viewOf = (dimension: CoverageDimension, query = ''): Promise<CoverageView> =>
    planner.get<CoverageView>(`/api/coverage?dimension=${dimension}${query}`);
  const rowOf = async (
    dimension: CoverageDimension,
    id: string,
    query = '',
  ): Promise<CoverageRow | undefined> => (await viewOf(dimension, query)).rows.find((row) => row.id === id);
  const want = (dimension: CoverageDimension, id: string, wanted: number) =>
    planner.put('/api/coverage/wishes', { dimension, id, wanted });

  it('names a municipality nobody spoke from, and counts it once somebody did', async () => {
    const quiet = await municipality(planner, { ags: '15082991', name: 'Stillenhain' });
    expect(await rowOf('MUNICIPALITY', quiet)).toMatchObject({
      name: 'Stillenhain',
      heard: 0,
      wanted: 1,
    });
    await feedback(planner, { text: 'Hier fährt kein Bus.', municipalityId: quiet });
    expect(await rowOf('MUNICIPALITY', quiet)).toMatchObject({ heard: 1 });
  });

  it('compares with what a planner wants, the last word counting', async () => {
    const id = await municipality(planner, { ags: '15082992', name: 'Wunschdorf' });
    await want('MUNICIPALITY', id, 5);
    await want('MUNICIPALITY', id, 4);
    expect(await rowOf('MUNICIPALITY', id)).toMatchObject({ heard: 0, wanted: 4 });
  });

  it('counts all of a kind and those of whom too little was heard', async () => {
    const before = await viewOf('MUNICIPALITY');
    const id = await municipality(planner, { ags: '15082994', name: 'Zählhausen' });
    expect(await viewOf('MUNICIPALITY')).toMatchObject({
      total: before.total + 1,
      silent: before.silent + 1,
    });
    await feedback(planner, { text: 'Hier ist alles gut.', municipalityId: id });
    expect(await viewOf('MUNICIPALITY')).toMatchObject({ total: before.total + 1, silent: before.silent });
  });

  it('counts what came from a Gemeinde in its Planungsraum', async () => {
    const areaId = await planningArea(planner, 'Raum Stille');
    const id = await municipality(planner, { ags: '15082995', name: 'Raumdorf', planningAreaId: areaId });
    expect(await rowOf('PLANNING_AREA', areaId)).toMatchObject({ name: 'Raum Stille', heard: 0 });
    await feedback(planner, { text: 'Bei uns fehlt ein Laden.', municipalityId: id });
    expect(await rowOf('PLANNING_AREA', areaId)).toMatchObject({ heard: 1 });
  });

  it('looks at networks and target groups as well, all of them', async () => {
    for (const dimension of ['NETWORK', 'TARGET_GROUP'] as const) {
      const { rows, total } = await viewOf(dimension);
      expect([dimension, rows.length]).toEqual([dimension, total]);
    }
  });

  it('counts an organisation by what it said in its name, and never by its people’s own views', async () => {
    const provider = await signedIn(app, 'provider');
    const id = await organisation(planner, 'Stimmhaus (Demo)', provider.personId);
    await want('ORGANISATION', id, 2);
    await voice(provider, { voice: 'PERSONAL', text: 'Das sage ich für mich.' });
    await voice(provider, { voice: 'UNNAMED', text: 'Das sagt niemand.' });
    expect(await rowOf('ORGANISATION', id)).toMatchObject({ heard: 0, wanted: 2 });
    await voice(provider, { voice: 'ORGANISATION', organisationId: id, text: 'Das sagen wir.' });
    expect(await rowOf('ORGANISATION', id)).toMatchObject({ heard: 1, wanted: 2 });
  });

  it('looks at one Handlungsfeld and at one year', async () => {
    const id = await municipality(planner, { ags: '15082993', name: 'Jahresruh' });
    await feedback(planner, { text: 'Ohne Feld.', municipalityId: id });
    const fieldId = await fieldOfAction(planner, 'Ruhe');
    expect(await rowOf('MUNICIPALITY', id, `&fieldId=${fieldId}`)).toMatchObject({ heard: 0 });
    expect(await rowOf('MUNICIPALITY', id, '&from=2019-01-01&until=2019-12-31')).toMatchObject({ heard: 0 });
  });

  it('is the planners’ to look at, and wishes for nobody are refused', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(coordinator.get('/api/coverage'))).toBe('forbidden');
    expect(await refusalOf(want('NETWORK', '018f0000-0000-7000-8000-000000000000', 3))).toBe('not-found');
  });
});
