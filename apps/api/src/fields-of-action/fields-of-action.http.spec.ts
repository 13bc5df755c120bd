import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import { fieldOfAction, fieldsOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Fields of action', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const found = (id: string): Promise<FieldOfActionView> => planner.get(`/api/fields-of-action/${id}`);

  it('stand in the order planners give them', async () => {
    const first = await fieldOfAction(planner, 'Ordnung A');
    const second = await fieldOfAction(planner, 'Ordnung B');
    const others = (await fieldsOfAction(planner))
      .map((it) => it.id)
      .filter((id) => id !== first && id !== second);
    await planner.post('/api/fields-of-action/order', { ids: [second, ...others, first] });
    const names = (await fieldsOfAction(planner)).map((it) => it.name);
    expect(names.indexOf('Ordnung B')).toBe(0);
    expect(names.at(-1)).toBe('Ordnung A');
  });

  it('keep their order if an entry is missing from it', async () => {
    const id = await fieldOfAction(planner, 'Einzelne Reihenfolge');
    await fieldOfAction(planner, 'Noch eine');
    expect(await refusalOf(planner.post('/api/fields-of-action/order', { ids: [id] }))).toBe(
      'order-incomplete',
    );
  });

  it('have one name each', async () => {
    await fieldOfAction(planner, 'Nur einmal');
    expect(await refusalOf(fieldOfAction(planner, 'Nur einmal'))).toBe('field-name-taken');
  });

  it('are set aside and taken up again, described and found', async () => {
    const id = await fieldOfAction(planner, 'Wohnen', 'Obdachlosigkeit und Mietschulden');
    const { version } = await found(id);
    const aside = await planner.post<FieldOfActionView>(
      `/api/fields-of-action/${id}/deactivate`,
      undefined,
      version,
    );
    expect(aside.active).toBe(false);
    const back = await planner.post<FieldOfActionView>(
      `/api/fields-of-action/${id}/activate`,
      undefined,
      aside.version,
    );
    expect(back.active).toBe(true);
    const hits = await planner.get<SearchView>('/api/search?q=Mietschulden');
    expect(hits.items.map((it) => it.path)).toContain(`/planung/handlungsfelder/${id}`);
  });

  it('cannot be deleted while an organisation works in them, only set aside', async () => {
    const id = await fieldOfAction(planner, 'In Gebrauch');
    await planner.post(
      '/api/organisations',
      Object.assign(new SaveOrganisation(), { name: 'Nutzt das Feld (Demo)', fieldIds: [id] }),
    );
    expect((await found(id)).used).toBe(1);
    expect(await refusalOf(planner.delete(`/api/fields-of-action/${id}`))).toBe('still-in-use');
    const aside = await planner.post<FieldOfActionView>(
      `/api/fields-of-action/${id}/deactivate`,
      undefined,
      (await found(id)).version,
    );
    expect(aside).toMatchObject({ active: false, used: 1 });
  });

  it('go with their search entry when nothing uses them', async () => {
    const id = await fieldOfAction(planner, 'Irrtum Quittenbrot');
    await planner.delete(`/api/fields-of-action/${id}`);
    expect(await refusalOf(found(id))).toBe('not-found');
    expect((await planner.get<SearchView>('/api/search?q=Quittenbrot')).items).toEqual([]);
  });

  it('are kept by planners, read by everybody who works here, and by nobody else', async () => {
    const id = await fieldOfAction(planner, 'Wer darf was');
    const provider = await signedIn(app, 'provider');
    expect((await fieldsOfAction(provider)).map((it) => it.id)).toContain(id);
    expect(await refusalOf(fieldOfAction(provider, 'Von außen'))).toBe('forbidden');
    expect((await fetch(`${app.url}/api/fields-of-action`)).status).toBe(401);
  });

  it('are not changed over somebody else’s change', async () => {
    const id = await fieldOfAction(planner, 'Zwei auf einmal');
    const { version } = await found(id);
    await planner.put(`/api/fields-of-action/${id}`, { name: 'Zwei auf einmal', description: 'a' }, version);
    expect(
      await refusalOf(
        planner.put(`/api/fields-of-action/${id}`, { name: 'Zwei auf einmal', description: 'b' }, version),
      ),
    ).toBe('stale-version');
  });
});
