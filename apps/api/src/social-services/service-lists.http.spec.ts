import type { Page } from '@runder-tisch/domain/lists';
import type { ServiceCategoryView } from '@runder-tisch/domain/social-services';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { draftService, serviceCategories, wholeService } from '@runder-tisch/scenario/social-services';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Offers are ordered by lists that planners keep', () => {
  let app: TestApp;
  let planner: SignedIn;
  let provider: SignedIn;
  let own: string;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    provider = await signedIn(app, 'provider');
    await planner.post('/api/fields-of-action', { name: 'Soziale Lage', description: 'Geld und Wohnen' });
    own = await organisation(planner, { name: 'Ahornhaus (Demo)' });
  });
  afterAll(() => app.close());

  it('which begin with what the county needs at least', async () => {
    const names = (await serviceCategories(planner)).map((it) => it.name);
    expect(names).toEqual(expect.arrayContaining(['Schuldnerberatung', 'Frauenhaus', 'Mobilität']));
    expect(names).toHaveLength(19);
  });

  it.each(['service-categories', 'target-groups'])(
    '%s: added, ordered, set aside, deleted while unused',
    async (list) => {
      const path = `/api/${list}`;
      const entry = { name: 'Neu in der Liste', description: '' };
      const { id } = await planner.post<{ id: string }>(path, entry);
      expect(await refusalOf(planner.post(path, entry))).toMatch(/-name-taken$/);
      expect(await refusalOf(provider.post(path, { ...entry, name: 'Von außen' }))).toBe('forbidden');
      const listed = (await planner.get<Page<ServiceCategoryView>>(path)).items;
      const found = listed.find((it) => it.id === id);
      const aside = await planner.post<ServiceCategoryView>(
        `${path}/${id}/deactivate`,
        undefined,
        found?.version,
      );
      expect(aside.active).toBe(false);
      const all = await planner.get<Page<ServiceCategoryView>>(path);
      const others = all.items.filter((it) => it.id !== id).map((it) => it.id);
      const ordered = await planner.post<Page<ServiceCategoryView>>(`${path}/order`, {
        ids: [id, ...others],
      });
      expect(ordered.items[0]?.id).toBe(id);
      await planner.delete(`${path}/${id}`);
      await draftService(planner, await wholeService(planner, own, { title: 'Benutzt die Liste' }));
      const used = (await planner.get<Page<ServiceCategoryView>>(path)).items.find((it) => it.used > 0);
      expect(await refusalOf(planner.delete(`${path}/${used?.id}`))).toBe('still-in-use');
    },
  );
});
