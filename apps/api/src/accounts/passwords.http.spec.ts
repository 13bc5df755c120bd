import type { OwnAccountView, OwnSessionView, SessionView } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import { Client, refusalOf } from '@runder-tisch/scenario/client';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const GOOD = 'Rübe Zaun Möwe Kiesel';

describe('Passwords', () => {
  let app: TestApp;
  let door: Client;

  beforeAll(async () => {
    app = await testApp();
    door = new Client(app.url);
  });
  afterAll(() => app.close());

  const mailOf = (who: SignedIn): string => `${who.accountId}@rolle.test`;
  const set = (who: Client, password: string, current = ''): Promise<OwnAccountView> =>
    who.post('/api/account/password', { current, password });
  const enter = (mail: string, password: string): Promise<Response> =>
    door.raw('POST', '/api/session/password', { mail, password });

  it('are set by staff and open a session', async () => {
    const planner = await signedIn(app, 'planner');
    expect(await planner.get<OwnAccountView>('/api/account')).toMatchObject({
      hasPassword: false,
      mayHavePassword: true,
    });
    expect(await set(planner, GOOD)).toMatchObject({ hasPassword: true });
    const answer = await enter(mailOf(planner).toUpperCase(), GOOD);
    expect(answer.status).toBe(204);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await new Client(app.url, cookie).get<SessionView>('/api/session')).toMatchObject({
      signedIn: true,
      roles: ['planner'],
    });
  });

  it('are the same whether an umlaut was typed as one sign or as two', async () => {
    const planner = await signedIn(app, 'planner');
    await set(planner, GOOD.normalize('NFC'));
    expect((await enter(mailOf(planner), GOOD.normalize('NFD'))).status).toBe(204);
  });

  it.each([
    ['kurz', 'password-too-short'],
    [`${GOOD} `.repeat(7), 'password-too-long'],
    ['Landkreis2026!', 'password-too-guessable'],
  ])('are refused when weak: %p', async (password, code) => {
    expect(await refusalOf(set(await signedIn(app, 'planner'), password))).toBe(code);
  });

  it('are not for providers and readers', async () => {
    const provider = await signedIn(app, 'provider');
    expect(await provider.get<OwnAccountView>('/api/account')).toMatchObject({ mayHavePassword: false });
    expect(await refusalOf(set(provider, GOOD))).toBe('password-for-staff');
  });

  it('are changed only by somebody who knows the present one, and end every other session', async () => {
    const planner = await signedIn(app, 'planner');
    await set(planner, GOOD);
    const elsewhere = (await enter(mailOf(planner), GOOD)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await refusalOf(set(planner, 'Lampe Birke Gleis Honig', 'falsch geraten'))).toBe('wrong-password');
    await set(planner, 'Lampe Birke Gleis Honig', GOOD);
    expect((await new Client(app.url, elsewhere).get<SessionView>('/api/session')).signedIn).toBe(false);
    expect((await planner.get<SessionView>('/api/session')).signedIn).toBe(true);
    expect((await enter(mailOf(planner), GOOD)).status).toBe(401);
  });

  it('say the same about a wrong password, an unknown address and an account without one', async () => {
    const planner = await signedIn(app, 'planner');
    await set(planner, GOOD);
    const without = await signedIn(app, 'planner');
    const bodies = await Promise.all(
      [mailOf(planner), mailOf(without), 'niemand@nirgends.test'].map(async (mail) => {
        const answer = await enter(mail, 'ganz falsch geraten');
        const { requestId: _id, ...body } = (await answer.json()) as { requestId: string; code: string };
        return { status: answer.status, ...body };
      }),
    );
    expect(bodies[0]).toMatchObject({ status: 401, code: 'wrong-credentials' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('cannot be guessed in a loop, and the owner still gets in by mail link', async () => {
    const planner = await signedIn(app, 'planner');
    await set(planner, GOOD);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1)
      statuses.push((await enter(mailOf(planner), 'ganz falsch geraten')).status);
    expect(statuses.slice(0, 10).every((it) => it === 401)).toBe(true);
    expect(statuses[10]).toBe(429);
    expect(
      (await door.raw('POST', '/api/session/link', { mail: mailOf(planner), target: null })).status,
    ).toBe(204);
    app.clock.pass(16, 'minutes');
    expect((await enter(mailOf(planner), GOOD)).status).toBe(204);
  });

  it('are kept as argon2id with a cost worth its name, and nowhere else', async () => {
    const planner = await signedIn(app, 'planner');
    await set(planner, GOOD);
    const [row] = await app.database.rows<{ hash: string }>(
      'select hash from account_password where id = $1',
      [planner.accountId],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [audit] = await app.database.rows<{ text: string }>(
      `select coalesce(string_agg(changes::text, ' '), '') || coalesce((select string_agg(coalesce(after_value, ''), ' ') from audit_value), '') as text from audit_event`,
    );
    expect(audit?.text).not.toContain('argon2id');
  });

  it('go with a list of one’s own sessions, each of which can be ended', async () => {
    const planner = await signedIn(app, 'planner');
    await set(planner, GOOD);
    const answer = await fetch(`${app.url}/api/session/password`, {
      method: 'POST',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/json',
        'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
      },
      body: JSON.stringify({ mail: mailOf(planner), password: GOOD }),
    });
    const other = new Client(app.url, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    const { items } = await planner.get<Page<OwnSessionView>>('/api/account/sessions');
    expect(items.map((it) => [it.device, it.current])).toEqual([
      ['', true],
      ['Firefox auf Windows', false],
    ]);
    const stranger = await signedIn(app, 'planner');
    expect(await refusalOf(stranger.post(`/api/account/sessions/${items[1]?.id}/end`))).toBe('not-found');
    expect((await other.get<SessionView>('/api/session')).signedIn).toBe(true);
    await planner.post(`/api/account/sessions/${items[1]?.id}/end`);
    expect((await other.get<SessionView>('/api/session')).signedIn).toBe(false);
  });
});
