import { randomUUID } from 'node:crypto';
import { type AccountView, type Role, type SessionView } from '@runder-tisch/domain/accounts';
import { CreateAccount } from '@runder-tisch/domain/accounts/accounts-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Client, refusalOf } from '@runder-tisch/scenario/client';
import { PlainBrowser } from '../../test/browser';
import { lastMailTo } from '../../test/sent-mail';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { RoleAccounts } from './role-accounts';
import { SignInLinks } from './sign-in/sign-in-links';

describe('Accounts', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await signedIn(app, 'admin');
  });
  afterAll(() => app.close());

  const create = (facts: Partial<CreateAccount> & { mail: string; roles: Role[] }): Promise<{ id: string }> =>
    admin.post('/api/accounts', Object.assign(new CreateAccount(), facts));
  const account = async (id: string): Promise<AccountView> => {
    const { items } = await admin.get<Page<AccountView>>('/api/accounts?limit=100');
    return items.find((it) => it.id === id) as AccountView;
  };
  const changeRoles = async (id: string, roles: Role[]): Promise<AccountView> =>
    admin.post(`/api/accounts/${id}/roles`, { roles }, (await account(id)).version);

  it('begin with a mail whose link opens them at once', async () => {
    const { id } = await create({
      salutation: 'Frau',
      givenName: 'Beate',
      familyName: 'Exempel',
      mail: 'b.exempel@ahornhaus.test',
      roles: ['planner', 'coordinator'],
    });
    expect(await account(id)).toMatchObject({
      displayName: 'Beate Exempel',
      roles: ['planner', 'coordinator'],
      hasPassword: false,
      lastSeenAt: null,
    });
    const mail = await lastMailTo(app, 'b.exempel@ahornhaus.test');
    expect(mail?.text).toContain('Guten Tag, Frau Exempel');
    expect(mail?.text).toContain('Sozialplanung, Netzwerkkoordination');
    const path = mail?.paths.find((it) => it.startsWith('/anmeldung/')) ?? '';
    const browser = new PlainBrowser(app.url);
    expect((await browser.post(path)).status).toBe(303);
    const session = await new Client(app.url, browser.cookie).get<SessionView>('/api/session');
    expect(session.roles).toEqual(['planner', 'coordinator']);
    expect(session.permissions).toEqual(expect.arrayContaining(['feedback:decide', 'network:change']));
  });

  it('take the person that has the address already', async () => {
    const person = await admin.post<{ id: string }>('/api/people', {
      salutation: '',
      title: 'Dr.',
      givenName: 'Uwe',
      familyName: 'Muster',
      mail: 'u.muster@ahornhaus.test',
      phone: '',
      contactPublic: false,
      consentGivenOn: null,
      consentNote: '',
      validUntil: null,
      note: '',
    });
    const { id } = await create({
      familyName: 'Anders',
      mail: 'U.Muster@ahornhaus.test',
      roles: ['provider'],
    });
    expect((await account(id)).person).toEqual({ id: person.id, name: 'Dr. Uwe Muster' });
    expect(
      await refusalOf(create({ personId: person.id, mail: 'zweites@ahornhaus.test', roles: ['provider'] })),
    ).toBe('account-person-taken');
  });

  it('need a person, an address of their own and a role', async () => {
    await create({ familyName: 'Erste', mail: 'einmal@ahornhaus.test', roles: ['reader'] });
    expect(
      await refusalOf(create({ familyName: 'Zweite', mail: 'EINMAL@ahornhaus.test', roles: ['reader'] })),
    ).toMatch(/account-(mail|person)-taken/);
    expect(await refusalOf(create({ mail: 'namenlos@ahornhaus.test', roles: ['reader'] }))).toBe(
      'person-unknown',
    );
    expect(await refusalOf(create({ familyName: 'X', mail: 'rollenlos@ahornhaus.test', roles: [] }))).toBe(
      'invalid-input',
    );
    expect(await lastMailTo(app, 'namenlos@ahornhaus.test')).toBeUndefined();
    const nobody = { personId: randomUUID(), mail: 'niemand@ahornhaus.test', roles: ['reader' as const] };
    expect(await refusalOf(create(nobody))).toBe('person-unknown');
    expect(await lastMailTo(app, nobody.mail)).toBeUndefined();
  });

  it('may more on the very next request after a role was given', async () => {
    const who = await signedIn(app, 'reader');
    expect(await refusalOf(who.get('/api/people'))).toBe('forbidden');
    await changeRoles(who.accountId, ['reader', 'coordinator']);
    await expect(who.get('/api/people')).resolves.toBeDefined();
  });

  it('may less on the very next request after a role was taken', async () => {
    const who = await signedIn(app, 'reader', 'coordinator');
    await who.get('/api/people');
    await changeRoles(who.accountId, ['reader']);
    expect((await who.raw('GET', '/api/people')).status).toBe(401);
  });

  it('that are disabled end everywhere at once and open again later', async () => {
    const who = await signedIn(app, 'planner');
    const closed = await admin.post<AccountView>(`/api/accounts/${who.accountId}/disable`, undefined, 1);
    expect(closed.disabled).toBe(true);
    expect((await who.get<SessionView>('/api/session')).signedIn).toBe(false);
    expect(
      (
        await new Client(app.url).raw('POST', '/api/session/link', {
          mail: `${who.accountId}@rolle.test`,
          target: null,
        })
      ).status,
    ).toBe(204);
    expect(await lastMailTo(app, `${who.accountId}@rolle.test`)).toBeUndefined();
    expect(await refusalOf(admin.post(`/api/accounts/${who.accountId}/invite`))).toBe('account-disabled');
    const reset = admin.post(`/api/accounts/${who.accountId}/reset`, undefined, closed.version);
    expect(await refusalOf(reset)).toBe('account-disabled');
    expect(await lastMailTo(app, `${who.accountId}@rolle.test`)).toBeUndefined();
    const open = await admin.post<AccountView>(
      `/api/accounts/${who.accountId}/enable`,
      undefined,
      closed.version,
    );
    expect(open.disabled).toBe(false);
  });

  it('lose password and sessions when the administration starts a reset, which sends a link', async () => {
    const who = await signedIn(app, 'planner');
    await who.post('/api/account/password', { current: '', password: 'Rübe Zaun Möwe Kiesel' });
    const after = await admin.post<AccountView>(
      `/api/accounts/${who.accountId}/reset`,
      undefined,
      (await account(who.accountId)).version,
    );
    expect(after.hasPassword).toBe(false);
    expect((await who.get<SessionView>('/api/session')).signedIn).toBe(false);
    expect((await lastMailTo(app, `${who.accountId}@rolle.test`))?.paths[0]).toMatch(/^\/anmeldung\//);
  });

  it('keep at least one administrator, whoever asks', async () => {
    // Other examples leave administrators behind; here there is but one.
    await app.database.rows(
      `begin; set local rt.actor = 'system'; update account set disabled_at = now() where 'admin' = any(roles) and id <> '${admin.accountId}'; commit`,
    );
    const own = await account(admin.accountId);
    expect(await refusalOf(admin.post(`/api/accounts/${own.id}/disable`, undefined, own.version))).toBe(
      'own-account',
    );
    expect(await refusalOf(changeRoles(own.id, ['planner']))).toBe('last-administrator');
    expect((await account(own.id)).roles).toEqual(['admin']);
    const second = await signedIn(app, 'admin');
    const [mine, hers] = await Promise.all([
      admin.raw(
        'POST',
        `/api/accounts/${second.accountId}/roles`,
        { roles: ['reader'] },
        { 'If-Match': '"v1"' },
      ),
      second.raw(
        'POST',
        `/api/accounts/${own.id}/roles`,
        { roles: ['reader'] },
        { 'If-Match': `"v${own.version}"` },
      ),
    ]);
    expect([mine.status, hers.status].filter((it) => it === 200)).toHaveLength(1);
    const left = await app.database.rows(
      `select 1 from account where 'admin' = any(roles) and disabled_at is null`,
    );
    expect(left.length).toBeGreaterThan(0);
    admin = mine.status === 200 ? admin : second;
  });

  it('are listed, searched and managed by the administration alone', async () => {
    await create({
      givenName: 'Änne',
      familyName: 'Gesucht',
      mail: 'aenne@ahornhaus.test',
      roles: ['reader'],
    });
    const { items } = await admin.get<Page<AccountView>>(
      '/api/accounts?search=aenne%20ges&role=reader&state=active',
    );
    expect(items.map((it) => it.displayName)).toEqual(['Änne Gesucht']);
    for (const role of ['planner', 'coordinator', 'provider', 'reader'] as const) {
      expect(await refusalOf((await signedIn(app, role)).get('/api/accounts'))).toBe('forbidden');
    }
  });

  it('for trying out: one link per role, and those printed before are worth nothing', async () => {
    const first = await app.get(RoleAccounts).seed();
    expect(first.map((it) => it.role)).toEqual(['admin', 'planner', 'coordinator', 'provider', 'reader']);
    const second = await app.get(SignInLinks).perRole();
    const path = (url: string | undefined): string => (url ?? '').slice(app.url.length);
    expect((await new PlainBrowser(app.url).post(path(first[1]?.url))).status).toBe(404);
    expect((await new PlainBrowser(app.url).post(path(second[1]?.url))).status).toBe(303);
    expect((await new PlainBrowser(app.url).post(path(second[1]?.url))).status).toBe(410);
  });
});
