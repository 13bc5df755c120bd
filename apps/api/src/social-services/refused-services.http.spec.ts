import type { SocialServiceView } from '@runder-tisch/domain/social-services';
import { organisation, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { municipality } from '@runder-tisch/scenario/lists';
import { draftService, moveService, wholeService } from '@runder-tisch/scenario/social-services';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Offers', () => {
  let app: TestApp;
  let planner: SignedIn;
  let provider: SignedIn;
  let own: string;
  let koethen: string;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    provider = await signedIn(app, 'provider');
    await planner.post('/api/fields-of-action', { name: 'Soziale Lage', description: 'Geld und Wohnen' });
    koethen = await municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' });
    own = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    await representation(planner, {
      personId: provider.personId,
      organisationId: own,
      fromDay: '2025-01-01',
    });
  });
  afterAll(() => app.close());

  const whole = (title: string) => wholeService(planner, own, { title, municipalityId: koethen });
  const view = (client: SignedIn, id: string): Promise<SocialServiceView> =>
    client.get(`/api/social-services/${id}`);

  it('wait for the office as they were submitted: nobody writes over them, and no page is older than it says', async () => {
    const draft = await draftService(provider, await whole('Wartet auf das Amt'));
    const submitted = await moveService(provider, draft, 'submit');
    const other = await whole('Doch etwas anderes');
    expect(await refusalOf(provider.put(`/api/social-services/${draft.id}`, other, submitted.version))).toBe(
      'service-awaits-confirmation',
    );
    expect(await refusalOf(moveService(provider, submitted, 'submit'))).toBe('service-move-not-allowed');
    // Whoever looks at an older page hears that first, whatever else stands against it.
    expect(await refusalOf(moveService(provider, draft, 'submit'))).toBe('stale-version');
    expect(await view(provider, draft.id)).toEqual(submitted);
  });
});
