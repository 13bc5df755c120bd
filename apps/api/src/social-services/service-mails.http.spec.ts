import type { SocialServiceView } from '@runder-tisch/domain/social-services';
import { organisation, representation } from '@runder-tisch/scenario/actors';
import { municipality } from '@runder-tisch/scenario/lists';
import { draftService, moveService, wholeService } from '@runder-tisch/scenario/social-services';
import { lastMailTo } from '../../test/sent-mail';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Decisions of the office on offers', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let provider: SignedIn;
  let other: SignedIn;
  let own: string;
  let koethen: string;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    coordinator = await signedIn(app, 'coordinator');
    koethen = await municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' });
    await planner.post('/api/fields-of-action', { name: 'Soziale Lage', description: '' });
    own = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    provider = await signedIn(app, 'provider');
    other = await signedIn(app, 'provider');
    const elsewhere = await organisation(planner, { name: 'Kiebitz (Demo)' });
    for (const [{ personId }, organisationId] of [
      [provider, own],
      [other, elsewhere],
    ] as const)
      await representation(planner, { personId, organisationId, fromDay: '2025-01-01' });
  });
  afterAll(() => app.close());

  const whole = (title: string) => wholeService(planner, own, { title, municipalityId: koethen });

  it('tell those who entered them by mail what the office decided, and nobody else', async () => {
    const mailOf = (client: SignedIn) => lastMailTo(app, `${client.accountId}@rolle.test`);
    const service = await moveService(
      provider,
      await draftService(provider, await whole('Nachhilfe')),
      'submit',
    );
    const returned = await moveService(coordinator, service, 'return', { reason: 'Bitte den Raum nennen.' });
    const back = await mailOf(provider);
    expect(back?.subject).toBe('Bitte ergänzen Sie Ihr Angebot: Nachhilfe');
    expect(back?.text).toContain('Bitte den Raum nennen.');
    expect(back?.paths).toContain(`/unsere-angebote/${service.id}`);
    const confirmed = await moveService(
      coordinator,
      await moveService(provider, returned, 'submit'),
      'confirm',
      { publish: false },
    );
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', confirmed: null });
    expect((await mailOf(provider))?.subject).toBe('Ihr Angebot ist bestätigt: Nachhilfe');

    // A change of what is confirmed but not public: confirming it does not publish it unasked.
    const changed = await provider.put<SocialServiceView>(
      `/api/social-services/${service.id}`,
      await whole('Nachhilfe Mathe'),
      confirmed.version,
    );
    expect(changed.confirmed?.title).toBe('Nachhilfe');
    const again = await moveService(coordinator, await moveService(provider, changed, 'submit'), 'confirm', {
      publish: false,
    });
    expect(again).toMatchObject({ state: 'CONFIRMED', change: null });
    expect((await fetch(`${app.url}/angebote/${service.id}`)).status).toBe(404);
    await moveService(coordinator, again, 'publish');
    const open = await mailOf(provider);
    expect(open?.subject).toBe('Ihr Angebot ist öffentlich: Nachhilfe Mathe');
    expect(open?.paths).toContain(`/angebote/${service.id}`);
    expect(await mailOf(other)).toBeUndefined();
  });
});
