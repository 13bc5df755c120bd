import sql from 'sql-template-tag';
import type { NetworkListItem, NetworkView } from '@runder-tisch/domain/networks';
import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import { SaveCommittee } from '@runder-tisch/domain/committees/committees-requests';
import { SaveNetwork } from '@runder-tisch/domain/networks/networks-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TraceView } from '@runder-tisch/domain/trace';
import { Client, refusalOf, RefusedError } from '@runder-tisch/scenario/client';
import { membership, network, networkMove, networkView } from '@runder-tisch/scenario/networks';
import { consolidationCheck } from '@runder-tisch/scenario/structure';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Sessions } from '../access/session';
import { SESSION_COOKIE } from '../access/session-cookie';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';

const TODAY = '2026-11-23';

describe('Networks', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let colleague: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    [coordinator, colleague, admin] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'admin'),
    ]);
  });
  afterAll(() => app.close());

  it('belong from the first moment to the coordinator who founds them', async () => {
    const id = await network(coordinator, {
      name: 'Frühe Hilfen (Demo)',
      purpose: 'Familien früh erreichen',
    });
    const view = await networkView(coordinator, id);
    expect(view).toMatchObject({ state: 'INITIATED', mayChange: true, moves: ['activate', 'rest'] });
    expect(view.members).toHaveLength(1);
    expect(view.members?.[0]).toMatchObject({
      role: 'COORDINATOR',
      person: { id: coordinator.personId },
      fromDay: TODAY,
      toDay: null,
    });
    const mine = await coordinator.get<Page<NetworkListItem>>('/api/networks?of=mine');
    expect(mine.items.map((item) => item.id)).toContain(id);
  });

  it('are not founded by a coordinator who is no person yet, and so could not coordinate them', async () => {
    const nobody = await signedIn(app, 'coordinator');
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(tx, sql`update account set person_id = null where id = ${nobody.accountId}`),
      );
    expect(await refusalOf(network(nobody, { name: 'Ohne Mensch' }))).toBe('coordinator-without-person');
    expect(await app.database.rows(`select 1 from network where name = 'Ohne Mensch'`)).toEqual([]);
  });

  it('are changed by their coordination, its deputy and administrators, by nobody else', async () => {
    const id = await network(coordinator, { name: 'Nur meines' });
    const change = Object.assign(new SaveNetwork(), { name: 'Nur meines, neu' });
    expect(await refusalOf(colleague.put(`/api/networks/${id}`, change, 1))).toBe('not-your-network');
    expect(await refusalOf(networkMove(colleague, id, 'activate'))).toBe('not-your-network');
    expect((await networkView(colleague, id)).mayChange).toBe(false);

    const planner = await signedIn(app, 'planner');
    expect(await refusalOf(planner.put(`/api/networks/${id}`, change, 1))).toBe('forbidden');

    const [own] = (await networkView(coordinator, id)).members ?? [];
    const seat = {
      organisationId: null,
      personId: coordinator.personId,
      deputyPersonId: colleague.personId,
      role: 'COORDINATOR',
      fromDay: TODAY,
    };
    await coordinator.put(`/api/memberships/${own?.id}`, seat, own?.version);
    const { version } = await networkView(colleague, id);
    await colleague.put(`/api/networks/${id}`, change, version);
    await admin.put(
      `/api/networks/${id}`,
      Object.assign(new SaveNetwork(), { name: 'Von der Administration' }),
      version + 1,
    );
    expect((await networkView(coordinator, id)).name).toBe('Von der Administration');
  });

  it('are no longer changed from the day after the coordination ended', async () => {
    const id = await network(coordinator, { name: 'Bis gestern' });
    await membership(coordinator, id, { personId: colleague.personId, role: 'COORDINATOR', fromDay: TODAY });
    const own = (await networkView(coordinator, id)).members?.find(
      (seat) => seat.person?.id === coordinator.personId,
    );
    await coordinator.post(`/api/memberships/${own?.id}/end`, { toDay: TODAY, keepSeat: false });
    expect((await networkView(coordinator, id)).mayChange).toBe(true);
    const tomorrow = await after(app, 1, () => networkViewOf(app, coordinator.accountId, id));
    expect(tomorrow.mayChange).toBe(false);
  });

  it('move only along the table; permanent needs agreement, reporting line, coordination, check', async () => {
    const id = await network(coordinator, { name: 'Verstetigung' });
    expect(await refusalOf(networkMove(coordinator, id, 'dissolve'))).toBe('network-move-refused');
    await networkMove(coordinator, id, 'activate');
    const refused = await networkMove(coordinator, id, 'consolidate').catch(
      (error: unknown) => error as RefusedError,
    );
    expect(refused).toBeInstanceOf(RefusedError);
    expect((refused as RefusedError).problem.code).toBe('network-not-consolidated');
    expect((refused as RefusedError).problem.errors.map((error) => error.path)).toEqual([
      'cooperationAgreementOn',
      'reportsToCommitteeId',
      'check',
    ]);

    const sozialausschuss = Object.assign(new SaveCommittee(), { name: 'Sozialausschuss' });
    const committee = (await admin.post<{ id: string }>('/api/committees', sozialausschuss)).id;
    const { version } = await networkView(coordinator, id);
    const whole = {
      name: 'Verstetigung',
      cooperationAgreementOn: '2026-02-01',
      reportsToCommitteeId: committee,
    };
    await coordinator.put(`/api/networks/${id}`, Object.assign(new SaveNetwork(), whole), version);
    await consolidationCheck(coordinator, 'NETWORK', id, TODAY);
    expect((await networkMove(coordinator, id, 'consolidate')).state).toBe('CONSOLIDATED');
    expect((await networkView(coordinator, id)).reportsTo).toEqual({
      id: committee,
      name: 'Sozialausschuss',
    });
    // Whose lists no committees, hears of none here either.
    expect((await networkView(await signedIn(app, 'provider'), id)).reportsTo).toBeNull();
    const { cameOfIt } = await coordinator.get<TraceView>(`/api/trace/network/${id}`);
    expect(cameOfIt).toMatchObject([{ kind: 'committee', id: committee, relation: 'berichtet an' }]);
    await networkMove(coordinator, id, 'rest');
    await networkMove(coordinator, id, 'dissolve');
    expect(await refusalOf(networkMove(coordinator, id, 'resume'))).toBe('network-dissolved');
  });

  it('show providers that they exist; who sits in them only to members', async () => {
    const provider = await signedIn(app, 'provider');
    const foreign = await network(coordinator, { name: 'Fremdes Netzwerk' });
    const own = await network(coordinator, { name: 'Eigenes Netzwerk' });
    await membership(coordinator, own, { personId: provider.personId, fromDay: TODAY });

    const page = await provider.get<Page<NetworkListItem>>('/api/networks?search=netzwerk');
    const organisationId = (
      await admin.post<{ id: string }>('/api/organisations', {
        ...new SaveOrganisation(),
        name: 'Kanarienhaus',
      })
    ).id;
    await membership(coordinator, foreign, { organisationId, fromDay: TODAY });
    expect(JSON.stringify(await provider.get(`/api/trace/network/${foreign}`))).not.toContain('Kanarienhaus');
    expect(page.items.map(({ name, members, mine }) => ({ name, members, mine }))).toEqual([
      { name: 'Eigenes Netzwerk', members: 2, mine: true },
      { name: 'Fremdes Netzwerk', members: null, mine: false },
    ]);
    expect(await networkView(provider, foreign)).toMatchObject({
      members: null,
      light: null,
      mayChange: false,
    });
    const view = await networkView(provider, own);
    expect(view.members?.map((seat) => seat.mail)).toContain(`${coordinator.accountId}@rolle.test`);
    expect(await refusalOf(provider.get(`/api/networks/${own}/members.csv`))).toBe('forbidden');
    expect(await provider.get('/api/memberships')).toMatchObject({ total: 2 });

    const reader = await signedIn(app, 'reader');
    const read = await networkView(reader, own);
    expect(read.members).toHaveLength(2);
    expect(read.members?.map((seat) => seat.mail)).toEqual(['', '']);
  });

  it('stay invisible without signing in', async () => {
    const response = await coordinator.raw('GET', '/api/networks', undefined, { Cookie: '' });
    expect(response.status).toBe(401);
  });

  it('are found by their name and refuse a second one of the same name', async () => {
    const id = await network(coordinator, { name: 'Arbeitskreis Brücken Köthen' });
    const hits = await coordinator.get<SearchView>('/api/search?q=Koethen');
    expect(hits.items.map((hit) => hit.path)).toContain(`/netzwerke/${id}`);
    expect(await refusalOf(network(admin, { name: 'arbeitskreis brücken köthen' }))).toBe(
      'network-name-taken',
    );
  });

  it('come in German order, page by page, filtered by kind and state', async () => {
    for (const name of ['Zeta', 'Äpfel', 'Apfel'])
      await network(admin, { name: `Reihe ${name}`, kind: 'CIRCLE' });
    const first = await admin.get<Page<NetworkListItem>>(
      '/api/networks?search=Reihe&kind=CIRCLE&state=INITIATED&limit=2',
    );
    const second = await admin.get<Page<NetworkListItem>>(
      `/api/networks?search=Reihe&kind=CIRCLE&state=INITIATED&limit=2&after=${first.next}`,
    );
    expect([...first.items, ...second.items].map((item) => item.name)).toEqual([
      'Reihe Apfel',
      'Reihe Äpfel',
      'Reihe Zeta',
    ]);
    expect([first.total, second.next]).toEqual([3, null]);
    expect((await admin.get<Page<NetworkListItem>>('/api/networks?search=Reihe&state=ACTIVE')).total).toBe(0);
  });

  it('say with their light what is missing', async () => {
    const id = await network(admin, { name: 'Ohne Kopf' });
    expect((await networkView(admin, id)).light).toEqual({
      colour: 'RED',
      reasons: ['Die Koordination ist nicht besetzt.'],
    });
    await membership(admin, id, {
      personId: colleague.personId,
      deputyPersonId: coordinator.personId,
      role: 'COORDINATOR',
      fromDay: TODAY,
    });
    expect((await networkView(admin, id)).light?.colour).toBe('GREEN');
  });

  it.each([
    ['an interval of 25 months', { meetingIntervalMonths: 25 }],
    ['a kind that does not exist', { kind: 'AUSSCHUSS' }],
    ['a day that is none', { cooperationAgreementOn: '2026-02-32' }],
    ['unknown fields', { state: 'DISSOLVED' }],
  ])('refuse %s', async (_, facts) => {
    expect(
      await refusalOf(coordinator.post('/api/networks', { ...new SaveNetwork(), name: 'Falsch', ...facts })),
    ).toBe('invalid-input');
  });
});

/** The clock some days later, for one look. */
async function after<T>(app: TestApp, days: number, look: () => Promise<T>): Promise<T> {
  const before = app.clock.now();
  app.clock.pass(days, 'days');
  try {
    return await look();
  } finally {
    app.clock.set(before);
  }
}

/** Sessions do not last until tomorrow, so the account signs in again. */
async function networkViewOf(app: TestApp, accountId: string, id: string): Promise<NetworkView> {
  const { token } = await app.get(Sessions).open(accountId);
  return networkView(new Client(app.url, `${SESSION_COOKIE}=${token}`), id);
}
