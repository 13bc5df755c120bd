import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TodayView } from '@runder-tisch/domain/tasks';
import type {
  ConfidentialAddressView,
  SocialServiceListItem,
  SocialServiceView,
} from '@runder-tisch/domain/social-services';
import { organisation, representation } from '@runder-tisch/scenario/actors';
import { refusalOf, RefusedError } from '@runder-tisch/scenario/client';
import { municipality } from '@runder-tisch/scenario/lists';
import {
  draftService,
  moveService,
  publishedService,
  serviceCategory,
  wholeService,
} from '@runder-tisch/scenario/social-services';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Offers', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let provider: SignedIn;
  let other: SignedIn;
  let own: string;
  let koethen: string;
  let zerbst: string;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    coordinator = await signedIn(app, 'coordinator');
    koethen = await municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' });
    zerbst = await municipality(planner, { ags: '15082430', name: 'Zerbst/Anhalt' });
    await planner.post('/api/fields-of-action', { name: 'Soziale Lage', description: 'Geld und Wohnen' });
    own = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    provider = await signedIn(app, 'provider');
    await representation(planner, {
      personId: provider.personId,
      organisationId: own,
      fromDay: '2025-01-01',
    });
    other = await signedIn(app, 'provider');
    await representation(planner, {
      personId: other.personId,
      organisationId: await organisation(planner, { name: 'Kiebitz (Demo)' }),
      fromDay: '2025-01-01',
    });
  });
  afterAll(() => app.close());

  const whole = (title: string, facts = {}) =>
    wholeService(planner, own, { title, municipalityId: koethen, ...facts });
  const view = (client: SignedIn, id: string): Promise<SocialServiceView> =>
    client.get(`/api/social-services/${id}`);
  const publicPage = async (path: string): Promise<{ status: number; text: string; etag: string | null }> => {
    const response = await fetch(app.url + path);
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
  };
  const events = async (): Promise<string> =>
    JSON.stringify(await app.database.rows('select * from audit_event'));

  it('lead from a draft over the office to the public list', async () => {
    const draft = await draftService(provider, await whole('Schuldnerberatung Köthen'));
    expect(draft).toMatchObject({ state: 'DRAFT', mayEdit: true, moves: ['submit'] });
    expect((await publicPage(`/angebote/${draft.id}`)).status).toBe(404);
    const submitted = await moveService(provider, draft, 'submit');
    expect(submitted).toMatchObject({ state: 'SUBMITTED', mayEdit: false, moves: ['withdraw'] });
    const lines = (await coordinator.get<TodayView>('/api/today')).lines.map((it) => it.text);
    expect(lines).toContain('1 neues Angebot bitte bestätigen');
    expect(await refusalOf(moveService(provider, submitted, 'confirm', { publish: true }))).toBe('forbidden');
    const published = await moveService(coordinator, submitted, 'confirm', { publish: true });
    expect(published).toMatchObject({ state: 'PUBLISHED', confirmedOn: '2025-03-12' });
    const page = await publicPage(`/angebote/${draft.id}`);
    expect(page.text).toContain('Schuldnerberatung Köthen');
    expect(page.text).toContain('Zuletzt bestätigt am 12. März 2025');
    expect(page.text).toContain('Am Markt 1');
    const again = await fetch(`${app.url}/angebote/${draft.id}`, {
      headers: { 'if-none-match': page.etag ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  it('are not submitted without saying anything on accessibility; the error stands at its field', async () => {
    const draft = await draftService(
      provider,
      await whole('Ohne Angabe', { accessibility: null, phone: '' }),
    );
    const refused = await moveService(provider, draft, 'submit').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedError);
    const { status, problem } = refused as RefusedError;
    expect([status, problem.code]).toEqual([422, 'service-incomplete']);
    expect(problem.errors.map((it) => it.path)).toEqual(['accessibility', 'phone']);
    expect((await view(provider, draft.id)).state).toBe('DRAFT');
  });

  it('show everybody the confirmed words while a change waits', async () => {
    const service = await publishedService(provider, coordinator, await whole('Suchtberatung'));
    const changed = await provider.put<SocialServiceView>(
      `/api/social-services/${service.id}`,
      await whole('Suchtberatung', { description: 'Neu auch für Angehörige.' }),
      service.version,
    );
    expect(changed).toMatchObject({ state: 'PUBLISHED', change: 'DRAFT' });
    expect(changed.confirmed?.description).toContain('Wir ordnen');
    expect((await publicPage(`/angebote/${service.id}`)).text).not.toContain('Angehörige');
    const reader = await signedIn(app, 'reader');
    for (const outsider of [reader, other]) {
      const seen = await view(outsider, service.id);
      expect(seen).toMatchObject({ change: null, confirmed: null, moves: [], mayEdit: false, versions: [] });
      expect(seen.current.description).toContain('Wir ordnen');
      expect(seen.current.internalNote).toBeNull();
    }
    const waiting = await moveService(provider, changed, 'submit');
    const returned = await moveService(coordinator, waiting, 'return', {
      reason: 'Bitte die Zeiten ergänzen.',
    });
    expect(returned).toMatchObject({
      state: 'PUBLISHED',
      change: 'DRAFT',
      returnReason: 'Bitte die Zeiten ergänzen.',
    });
    const due = (await provider.get<TodayView>('/api/today')).lines.map((it) => it.text);
    expect(due).toContain('Angebot ergänzen: Suchtberatung');
    const confirmed = await moveService(
      coordinator,
      await moveService(provider, returned, 'submit'),
      'confirm',
      {
        publish: true,
      },
    );
    expect(confirmed).toMatchObject({ state: 'PUBLISHED', change: null, returnReason: '' });
    expect((await publicPage(`/angebote/${service.id}`)).text).toContain('Angehörige');
    expect(confirmed.versions.map((it) => [it.number, it.confirmed])).toEqual([
      [2, true],
      [1, true],
    ]);
  });

  it('can be thrown back to what is confirmed', async () => {
    const service = await publishedService(provider, coordinator, await whole('Elterncafé'));
    const changed = await provider.put<SocialServiceView>(
      `/api/social-services/${service.id}`,
      await whole('Elterncafé am Abend'),
      service.version,
    );
    const back = await moveService(provider, changed, 'discard-change');
    expect([back.current.title, back.change]).toEqual(['Elterncafé', null]);
  });

  it('belong to their organisation: others see no draft and change nothing', async () => {
    const draft = await draftService(provider, await whole('Geheimer Entwurf Quittenmus'));
    expect(await refusalOf(view(other, draft.id))).toBe('not-found');
    expect((await other.get<SearchView>('/api/search?q=Quittenmus')).items).toEqual([]);
    expect((await provider.get<SearchView>('/api/search?q=Quittenmus')).items).toHaveLength(1);
    const listed = await other.get<Page<SocialServiceListItem>>('/api/social-services?search=Quittenmus');
    expect(listed.items).toEqual([]);
    expect(
      await refusalOf(other.put(`/api/social-services/${draft.id}`, await whole('Fremd'), draft.version)),
    ).toBe('not-found');
    expect(await refusalOf(other.post('/api/social-services', await whole('Für andere')))).toBe(
      'service-of-other-organisation',
    );
    // The public reads the organisation at once, so that it changes with the office alone.
    const second = await organisation(planner, { name: 'Zweites Haus (Demo)' });
    await representation(planner, {
      personId: provider.personId,
      organisationId: second,
      fromDay: '2025-01-01',
    });
    const service = await publishedService(provider, coordinator, await whole('Bleibt im Haus'));
    const moved = { ...(await whole('Bleibt im Haus')), organisationId: second };
    expect(await refusalOf(provider.put(`/api/social-services/${service.id}`, moved, service.version))).toBe(
      'service-keeps-organisation',
    );
  });

  it('of a secret place tell it nobody: no page, list, search, file, version or audit', async () => {
    const facts = {
      categoryId: await serviceCategory(planner, 'Frauenhaus'),
      description: 'Schutz und Unterkunft, Tag und Nacht erreichbar.',
    };
    const before = await publishedService(
      provider,
      coordinator,
      await whole('Schutzwohnung', {
        ...facts,
        street: 'Birkenweg 4',
        city: 'Zerbst',
        municipalityId: zerbst,
      }),
    );
    expect((await publicPage(`/angebote/${before.id}`)).text).toContain('Birkenweg');
    const secret = await whole('Schutzwohnung', {
      ...facts,
      secretPlace: true,
      street: 'Ulmenstraße 9',
      city: 'Zerbst',
      municipalityId: zerbst,
    });
    const told = { ...secret, description: 'Sie finden uns in der Ulmenstr. gegenüber.' };
    expect(await refusalOf(provider.put(`/api/social-services/${before.id}`, told, before.version))).toBe(
      'confidential-address-in-text',
    );
    const saved = await provider.put<SocialServiceView>(
      `/api/social-services/${before.id}`,
      secret,
      before.version,
    );
    // At once, and not only when the office has confirmed the change.
    const page = await publicPage(`/angebote/${before.id}`);
    expect(page.text).toContain('Ort wird vertraulich gehalten');
    expect(page.text).toContain('Seite schnell verlassen');
    const everywhere = [
      page.text,
      (await publicPage('/angebote?suche=Schutzwohnung')).text,
      JSON.stringify(saved),
      JSON.stringify(await view(planner, before.id)),
      await (await planner.raw('GET', '/api/social-services/export.csv')).text(),
      JSON.stringify(await planner.get('/api/search?q=Ulmenstraße')),
      JSON.stringify(await app.database.rows('select * from search_document')),
      JSON.stringify(await app.database.rows('select * from service_version')),
      JSON.stringify(await app.database.rows('select * from audit_value')),
      await events(),
    ].join('\n');
    expect(everywhere).not.toMatch(/Ulmen|Birkenweg/);
    // Zerbst would narrow it down: found by every municipality, named by none.
    for (const place of [koethen, zerbst])
      expect((await publicPage(`/angebote?gemeinde=${place}`)).text).toContain('Schutzwohnung');
    expect(page.text).not.toContain('Zerbst');

    const address = `/api/social-services/${before.id}/confidential-address`;
    for (const client of [provider, planner])
      expect(await client.get<ConfidentialAddressView>(address)).toMatchObject({ street: 'Ulmenstraße 9' });
    expect(await refusalOf(other.get(address))).toBe('not-found');
    // Saving again without the place keeps it; saying it is no secret any more lets go of it.
    const kept = await provider.put<SocialServiceView>(
      `/api/social-services/${before.id}`,
      { ...secret, street: '', postalCode: '', city: '', municipalityId: null },
      saved.version,
    );
    expect(kept.hasConfidentialAddress).toBe(true);
    const open = await provider.put<SocialServiceView>(
      `/api/social-services/${before.id}`,
      { ...secret, secretPlace: false },
      kept.version,
    );
    expect(open.hasConfidentialAddress).toBe(true);
    const confirmed = await moveService(coordinator, await moveService(provider, open, 'submit'), 'confirm', {
      publish: true,
    });
    expect(confirmed.hasConfidentialAddress).toBe(false);
  });

  it('go out of date after twelve months and are renewed by a word', async () => {
    const service = await publishedService(provider, coordinator, await whole('Seniorentreff'));
    const before = app.clock.now();
    app.clock.set('2026-03-11T09:00:00Z');
    expect((await view(await signedIn(app, 'planner'), service.id)).state).toBe('PUBLISHED');
    app.clock.set('2026-03-12T09:00:00Z');
    const later = await signedIn(app, 'provider');
    await representation(await signedIn(app, 'planner'), {
      personId: later.personId,
      organisationId: own,
      fromDay: '2025-01-01',
    });
    const stale = await view(later, service.id);
    expect(stale).toMatchObject({ state: 'STALE', moves: ['renew', 'discontinue'] });
    expect((await publicPage(`/angebote/${service.id}`)).text).toContain('länger als ein Jahr her');
    const due = (await later.get<TodayView>('/api/today')).lines.map((it) => it.text);
    expect(due).toContain('Stimmt das noch? Seniorentreff');
    expect(await moveService(later, stale, 'renew')).toMatchObject({
      state: 'PUBLISHED',
      confirmedOn: '2026-03-12',
    });
    app.clock.set(before);
  });

  it('are discontinued, leave the public list, and can be taken up again', async () => {
    const service = await publishedService(provider, coordinator, await whole('Fahrdienst'));
    const ended = await moveService(provider, service, 'discontinue');
    expect(ended).toMatchObject({ state: 'DISCONTINUED', moves: ['resume'] });
    expect((await publicPage(`/angebote/${service.id}`)).status).toBe(404);
    const resumed = await moveService(provider, ended, 'resume');
    expect(resumed.state).toBe('DRAFT');
    expect(await refusalOf(provider.delete(`/api/social-services/${service.id}`))).toBe(
      'service-move-not-allowed',
    );
    const mistake = await draftService(provider, await whole('Irrtum'));
    await provider.delete(`/api/social-services/${mistake.id}`);
    expect(await refusalOf(view(provider, mistake.id))).toBe('not-found');
  });

  it('are listed for the public page by page, by words and by municipality', async () => {
    for (let number = 1; number <= 16; number += 1)
      await publishedService(
        planner,
        planner,
        await whole(`Treffpunkt ${String(number).padStart(2, '0')}`, { catchmentIds: [zerbst] }),
      );
    const first = await publicPage('/angebote?suche=Treffpunkt');
    expect(first.text).toContain('16 Angebote');
    expect(first.text).toContain('Treffpunkt 15');
    expect(first.text).not.toContain('Treffpunkt 16');
    expect(Buffer.byteLength(first.text)).toBeLessThan(30_000);
    const next = /href="(\/angebote\?[^"]*ab=[^"]*)"/.exec(first.text)?.[1] ?? '';
    expect((await publicPage(next.replaceAll('&amp;', '&'))).text).toContain('Treffpunkt 16');
    expect((await publicPage(`/angebote?suche=Treffpunkt&gemeinde=${zerbst}`)).text).toContain('16 Angebote');
    for (const [path, status] of [
      ['/angebote?ab=x', 400],
      ['/angebote?ab=WyJhIiwiYiJd', 400],
      ['/angebote?ab=WyIwIiwiYSIsImIiXQ', 404],
      ['/angebote?kategorie=x&feld=%27', 200],
      ['/angebote?suche=%25%00', 200],
      ['/angebote/x', 404],
    ] as const)
      expect([path, (await publicPage(path)).status]).toEqual([path, status]);
  });

  it('stand in a file for the office, filtered as the list', async () => {
    await draftService(provider, await whole('Nähstube 3'));
    const response = await planner.raw('GET', '/api/social-services/export.csv?search=N%C3%A4hstube');
    const text = await response.text();
    expect(text.split('\r\n').filter((it) => it !== '')).toHaveLength(2);
    expect(text).toContain('Nähstube 3;Ahornhaus (Demo);Schuldnerberatung;Soziale Lage;Entwurf');
    expect((await provider.raw('GET', '/api/social-services/export.csv')).status).toBe(403);
  });

  it('are linked with their organisation and their field', async () => {
    const service = await draftService(provider, await whole('Nachbarschaftshilfe'));
    const trace = JSON.stringify(await planner.get(`/api/trace/social-service/${service.id}`));
    expect(trace).toContain('Ahornhaus (Demo)');
    expect(trace).toContain('Soziale Lage');
  });
});
