import type { CommitteeView } from '@runder-tisch/domain/committees';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { committee } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Committees', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('are a list of their own with kind and rhythm', async () => {
    await committee(planner, {
      name: 'Kreistag',
      kind: 'COUNTY_COUNCIL',
      rhythm: 'viermal im Jahr, donnerstags',
    });
    const { items } = await planner.get<Page<CommitteeView>>('/api/committees');
    expect(items.find((it) => it.name === 'Kreistag')).toMatchObject({
      kind: 'COUNTY_COUNCIL',
      rhythm: 'viermal im Jahr, donnerstags',
      active: true,
      used: 0,
    });
  });

  it('have one name, whatever its capitals', async () => {
    await committee(planner, { name: 'Sozialausschuss' });
    expect(await refusalOf(committee(planner, { name: 'SOZIALAUSSCHUSS' }))).toBe('committee-name-taken');
  });

  it('are of no concern to providers', async () => {
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(provider.get('/api/committees'))).toBe('forbidden');
  });

  it('can be deleted while nothing refers to them', async () => {
    const id = await committee(planner, { name: 'Irrtum', kind: 'ADVISORY_BOARD' });
    await planner.delete(`/api/committees/${id}`);
    expect(await refusalOf(planner.get(`/api/committees/${id}`))).toBe('not-found');
  });
});
