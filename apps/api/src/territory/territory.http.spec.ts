import type { Page } from '@runder-tisch/domain/lists';
import type { MunicipalityView, PlanningAreaView } from '@runder-tisch/domain/territory';
import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import { municipality, planningArea } from '@runder-tisch/scenario/lists';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { MunicipalitiesService } from './municipalities.service';

describe('Municipalities and planning areas', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    await app
      .get(Database)
      .write(systemViewer, 'test.lists', (tx) => app.get(MunicipalitiesService).insertDefaults(tx));
  });
  afterAll(() => app.close());

  it('begin with ten municipalities in three planning areas, keys as text', async () => {
    const municipalities = await planner.get<Page<MunicipalityView>>('/api/municipalities');
    expect(municipalities.items.filter((it) => it.ags.startsWith('15082'))).toHaveLength(10);
    const zerbst = municipalities.items.find((it) => it.name === 'Zerbst/Anhalt');
    expect(zerbst).toMatchObject({ ags: '15082430', planningArea: { name: 'Zerbst' } });
    const areas = await planner.get<Page<PlanningAreaView>>('/api/planning-areas');
    const koethen = areas.items.find((it) => it.name === 'Köthen');
    expect(koethen?.municipalities.map((it) => it.name)).toEqual([
      'Aken (Elbe)',
      'Köthen (Anhalt)',
      'Osternienburger Land',
      'Südliches Anhalt',
    ]);
  });

  it('are assigned anew by planners', async () => {
    const area = await planningArea(planner, 'Elbe');
    const id = await municipality(planner, { ags: '01001001', name: 'Grenzort' });
    const moved = await planner.put<MunicipalityView>(
      `/api/municipalities/${id}`,
      { ags: '01001001', name: 'Grenzort', planningAreaId: area },
      1,
    );
    expect(moved).toMatchObject({ ags: '01001001', planningArea: { id: area, name: 'Elbe' } });
    expect(await refusalOf(planner.delete(`/api/planning-areas/${area}`))).toBe('still-in-use');
  });

  it('stay as long as an organisation lies in them', async () => {
    const id = await municipality(planner, { ags: '15999001', name: 'Sitzort' });
    await planner.post(
      '/api/organisations',
      Object.assign(new SaveOrganisation(), { name: 'Sitzt dort (Demo)', municipalityId: id }),
    );
    expect(await refusalOf(planner.delete(`/api/municipalities/${id}`))).toBe('still-in-use');
  });

  it.each(['1508200', '15082A05', ''])('refuse %p as a key', async (ags) => {
    expect(await refusalOf(municipality(planner, { ags, name: 'Ohne Schlüssel' }))).toBe('invalid-input');
  });

  it('refuse a second municipality with the same key', async () => {
    await municipality(planner, { ags: '15999002', name: 'Erste' });
    expect(await refusalOf(municipality(planner, { ags: '15999002', name: 'Zweite' }))).toBe(
      'municipality-ags-taken',
    );
  });
});
