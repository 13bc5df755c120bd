import { randomUUID } from 'node:crypto';
import type { OrganisationListItem, OrganisationView } from '@runder-tisch/domain/actors';
import { SaveOrganisation, SaveOwnContact } from '@runder-tisch/domain/actors/actors-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { organisation as ownOrganisation } from '../../../test/organisation';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

function organisation(name: string, facts: Partial<SaveOrganisation> = {}): SaveOrganisation {
  return Object.assign(new SaveOrganisation(), { name, ...facts });
}

describe('Organisations', () => {
  let app: TestApp;
  let coordinator: Client;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const add = (name: string, facts: Partial<SaveOrganisation> = {}): Promise<{ id: string }> =>
    coordinator.post<{ id: string }>('/api/organisations', organisation(name, facts));

  it('are found by name with umlauts written either way', async () => {
    const { id } = await add('Köthener Tafelrunde (Demo)');
    const hits = await coordinator.get<SearchView>('/api/search?q=Koethener');
    expect(hits.items.map((hit) => hit.path)).toContain(`/akteure/organisationen/${id}`);
  });

  it('come in German order, page by page, each exactly once', async () => {
    for (const name of ['Zeta', 'Äpfel', 'Apfel', 'Öl', 'Ofen']) await add(`Ordnung ${name}`);
    const names: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<OrganisationListItem> = await coordinator.get(
        `/api/organisations?search=Ordnung&limit=2&after=${next}`,
      );
      expect(page.total).toBe(5);
      names.push(...page.items.map((item) => item.name.replace('Ordnung ', '')));
      next = page.next;
    }
    expect(names).toEqual(['Apfel', 'Äpfel', 'Ofen', 'Öl', 'Zeta']);
  });

  it('refuse a second one with the same name and say at which field', async () => {
    await add('Doppelt e. V.');
    const response = await coordinator.raw('POST', '/api/organisations', organisation('DOPPELT E. V.'));
    expect(response.status).toBe(409);
    const body = (await response.json()) as { code: string; errors: { path: string }[] };
    expect(body.code).toBe('organisation-name-taken');
    expect(body.errors[0]?.path).toBe('name');
  });

  it('point out similar ones while somebody types', async () => {
    await add('Beratungsbrücke Fuhne e. V. (Demo)');
    const similar = await coordinator.get<{ name: string }[]>(
      '/api/organisations/similar?name=Beratungsbruecke%20Fune',
    );
    expect(similar.map((it) => it.name)).toContain('Beratungsbrücke Fuhne e. V. (Demo)');
  });

  it('are not saved over somebody else’s change', async () => {
    const { id } = await add('Zwei Hände');
    const view = await coordinator.get<OrganisationView>(`/api/organisations/${id}`);
    await coordinator.put(`/api/organisations/${id}`, organisation('Zwei Hände neu'), view.version);
    expect(
      await refusalOf(coordinator.put(`/api/organisations/${id}`, organisation('Alt'), view.version)),
    ).toBe('stale-version');
    expect(await refusalOf(coordinator.put(`/api/organisations/${id}`, organisation('Alt')))).toBe(
      'version-missing',
    );
  });

  it('take a doubled submit once', async () => {
    const headers = { 'Idempotency-Key': 'doppelklick-1' };
    const first = await coordinator.raw('POST', '/api/organisations', organisation('Doppelklick'), headers);
    const second = await coordinator.raw('POST', '/api/organisations', organisation('Doppelklick'), headers);
    expect(await second.json()).toEqual(await first.json());
    const other = await coordinator.raw('POST', '/api/organisations', organisation('Anders'), headers);
    expect(other.status).toBe(422);
  });

  it('leave as CSV that Excel opens with umlauts and without live formulas', async () => {
    await add('=HYPERLINK("x") Übel');
    const response = await coordinator.raw('GET', '/api/organisations/export.csv');
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFFName;')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x"") Übel"`);
  });

  it('are changed only by staff; who changed what stands in the audit log', async () => {
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(provider.post('/api/organisations', organisation('Fremd')))).toBe('forbidden');
    expect(
      await refusalOf(
        new (coordinator.constructor as new (url: string) => Client)(app.url).get('/api/organisations'),
      ),
    ).toBe('not-signed-in');
    const { id } = await add('Wer war das');
    const events = await app.database.rows<{ actor: string; use_case: string }>(
      'select actor, use_case from audit_event where object_id = $1',
      [id],
    );
    expect(events).toEqual([
      {
        actor: `account:${(coordinator as unknown as { accountId: string }).accountId}`,
        use_case: 'organisation.create',
      },
    ]);
  });

  it('keep their own contact up to date themselves, but not their name, and nobody else’s', async () => {
    const provider = await signedIn(app, 'provider');
    const own = await ownOrganisation(coordinator, 'Eigenes Haus', provider.personId);
    const foreign = await add('Nachbarhaus');
    const contact = Object.assign(new SaveOwnContact(), { phone: '03496 12345', city: 'Köthen' });
    expect(await provider.get('/api/organisations/own')).toEqual([{ id: own, name: 'Eigenes Haus' }]);
    const changed = await provider.put<OrganisationView>(`/api/organisations/${own}/contact`, contact, 1);
    expect(changed).toMatchObject({ name: 'Eigenes Haus', phone: '03496 12345', city: 'Köthen', version: 2 });
    const put = (id: string, body: object): Promise<string> =>
      refusalOf(provider.put(`/api/organisations/${id}/contact`, body, 2));
    expect(await put(own, { ...contact, name: 'Anderes Haus' })).toBe('invalid-input');
    expect(await put(own, { ...contact, website: 'javascript:alert(1)' })).toBe('invalid-input');
    expect(await put(foreign.id, contact)).toBe('organisation-not-own');
    expect(await put(randomUUID(), contact)).toBe('not-found');
    expect(await refusalOf(provider.put(`/api/organisations/${own}/contact`, contact, 1))).toBe(
      'stale-version',
    );
  });

  it.each([
    ['unknown fields', { ...organisation('X y'), password: 'x' }, 'invalid-input'],
    ['wrong types', { ...organisation('X y'), active: 'ja' }, 'invalid-input'],
    ['control characters', organisation('Böse\u0000'), 'invalid-input'],
    ['a website that runs script', organisation('X y', { website: 'javascript:alert(1)' }), 'invalid-input'],
    ['an id that is none', organisation('X y', { municipalityId: '1 or 1=1' }), 'invalid-input'],
  ])('refuse %s', async (_, body, code) => {
    const response = await coordinator.raw('POST', '/api/organisations', body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { code: string }).code).toBe(code);
  });

  it('refuse malformed and oversized JSON without an inner error', async () => {
    expect((await coordinator.raw('POST', '/api/organisations', '{"name":')).status).toBe(400);
    expect(
      (await coordinator.raw('POST', '/api/organisations', organisation('x'.repeat(1_000_000)))).status,
    ).toBe(413);
    expect((await coordinator.raw('GET', '/api/organisations?after=unsinn')).status).toBe(400);
    expect((await coordinator.raw('GET', '/api/organisations/unsinn')).status).toBeLessThan(500);
  });
});
