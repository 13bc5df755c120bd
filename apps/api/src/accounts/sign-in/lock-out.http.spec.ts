import type { SessionView } from '@runder-tisch/domain/accounts';
import { Client } from '@runder-tisch/scenario/client';
import { PlainBrowser } from '../../../test/browser';
import { organisation } from '../../../test/organisation';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const GOOD = 'Rübe Zaun Möwe Kiesel';

/** What somebody meets who tries with another one's mail address, and what its owner meets at the same time. */
describe('A stranger who hammers at the door of somebody else', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ trustedProxies: 'loopback' });
  });
  afterAll(() => app.close());
  // Each example with its own limits.
  beforeEach(() => app.clock.pass(25, 'hours'));

  const mailOf = (who: SignedIn): string => `${who.accountId}@rolle.test`;
  const neighbourhood = (index: number): string => `198.51.${index % 250}.${7 + (index % 200)}`;

  /** Sends as from this address, with the cookies of a device. */
  const knock = (path: string, body: object, from: string, cookie = ''): Promise<Response> =>
    new Client(app.url, cookie || null).raw('POST', path, body, { 'X-Forwarded-For': from });
  const askForLink = (mail: string, from: string, cookie = '') =>
    knock('/api/session/link', { mail, target: null }, from, cookie);
  const enter = (mail: string, password: string, from: string, cookie = '') =>
    knock('/api/session/password', { mail, password }, from, cookie);
  const cookieOf = (answer: Response, name: string): string =>
    answer.headers
      .getSetCookie()
      .map((it) => it.split(';')[0] ?? '')
      .find((it) => it.startsWith(`${name}=`)) ?? '';
  const count = async (statement: string, value: string): Promise<number> =>
    (await app.database.rows<{ count: number }>(statement, [value]))[0]?.count ?? 0;
  const mailsTo = (mail: string) =>
    count('select count(*)::int as count from outbox_message where to_address = $1', mail);

  /** A planner with a password, and the device on which they signed in before. */
  async function owner(): Promise<{ who: SignedIn; device: string }> {
    const who = await signedIn(app, 'planner');
    await who.post('/api/account/password', { current: '', password: GOOD });
    const answer = await enter(mailOf(who), GOOD, '203.0.113.20');
    expect(answer.status).toBe(204);
    return { who, device: cookieOf(answer, 'rt_device') };
  }

  it('is slowed, while the owner enters with the password on their own device', async () => {
    const { who, device } = await owner();
    app.clock.pass(61, 'minutes');
    const met: Record<number, number> = {};
    const attempts = 1000;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { status } = await enter(mailOf(who), `geraten ${attempt}`, neighbourhood(attempt));
      met[status] = (met[status] ?? 0) + 1;
    }
    expect(met).toEqual({ 401: 100, 429: 900 });
    const own = await enter(mailOf(who), GOOD, '203.0.113.20', device);
    // Even at another place, and with the stranger's neighbour.
    const elsewhere = await enter(mailOf(who), GOOD, neighbourhood(3), device);
    expect([own.status, elsewhere.status]).toEqual([204, 204]);
    console.log(
      `${attempts} Versuche mit Passwort aus 250 Nachbarschaften: 100 geprüft, 900 abgewiesen; die Besitzerin meldet sich an: ${own.status}`,
    );
  }, 120_000);

  it('does not keep the owner out whose device is new: a link by mail opens', async () => {
    const { who } = await owner();
    for (let attempt = 0; attempt < 110; attempt += 1)
      await enter(mailOf(who), 'geraten', neighbourhood(attempt));
    const refused = await enter(mailOf(who), GOOD, '203.0.113.20');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      code: 'too-many-passwords',
      detail: expect.stringContaining('Link per Mail') as string,
    });
    expect((await askForLink(mailOf(who), '203.0.113.20')).status).toBe(204);
    const link = (await lastMailTo(app, mailOf(who)))?.paths.find((it) => it.startsWith('/anmeldung/'));
    const browser = new PlainBrowser(app.url);
    expect((await browser.post(link ?? '')).status).toBe(303);
    expect(await new Client(app.url, browser.cookie).get<SessionView>('/api/session')).toMatchObject({
      accountId: who.accountId,
    });
  }, 120_000);

  it('cannot use up the links: a mail with one that opens is always there, and the mailbox is not flooded', async () => {
    const { who, device } = await owner();
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 120; attempt += 1)
      statuses.add((await askForLink(mailOf(who), neighbourhood(attempt))).status);
    expect(statuses).toEqual(new Set([204]));
    expect(await mailsTo(mailOf(who))).toBe(5);
    // On a device that is known one gets a new mail at once.
    await askForLink(mailOf(who), neighbourhood(1), device);
    expect(await mailsTo(mailOf(who))).toBe(6);
    // Where it is not, every link of the last day opens; and when all are used, a new one comes.
    const open = () =>
      count(
        `select count(*)::int as count from mail_link where account_id = $1 and purpose = 'sign-in' and used_at is null`,
        who.accountId,
      );
    expect(await open()).toBe(6);
    await app.database.rows('update mail_link set used_at = expires_at where account_id = $1', [
      who.accountId,
    ]);
    await askForLink(mailOf(who), '203.0.113.20');
    expect(await open()).toBe(1);
    await askForLink(mailOf(who), '203.0.113.20');
    expect(await open()).toBe(1);
    // Whole days of it: a quarter of an hour brings five mails, a day twenty.
    for (let quarter = 0; quarter < 12; quarter += 1) {
      app.clock.pass(15, 'minutes');
      for (let attempt = 0; attempt < 8; attempt += 1) await askForLink(mailOf(who), neighbourhood(attempt));
    }
    expect(await mailsTo(mailOf(who))).toBeLessThanOrEqual(7 + 20);
  }, 120_000);

  it('learns nothing from it: an address nobody has is met with the same answers in the same order', async () => {
    const { who } = await owner();
    const answersFor = async (mail: string, from: number): Promise<unknown[]> => {
      const met: unknown[] = [];
      for (let attempt = 0; attempt < 14; attempt += 1) {
        const link = await askForLink(mail, neighbourhood(from));
        const password = await enter(mail, 'geraten', neighbourhood(from));
        const { requestId: _id, ...said } = (await password.json()) as { requestId: string };
        met.push([link.status, await link.text(), password.status, said]);
        expect([...link.headers.keys(), ...password.headers.keys()]).not.toContain('set-cookie');
      }
      return met;
    };
    expect(await answersFor('niemand@nirgends.test', 31)).toEqual(await answersFor(mailOf(who), 30));
  }, 120_000);

  it('takes nothing from others of the same neighbourhood who were here before', async () => {
    const { who, device } = await owner();
    const other = await owner();
    const stranger = '203.0.113.99';
    for (let attempt = 0; attempt < 130; attempt += 1)
      await enter(`n${attempt}@nirgends.test`, 'x', stranger);
    expect((await enter(mailOf(who), GOOD, '203.0.113.20')).status).toBe(429);
    expect((await enter(mailOf(who), GOOD, '203.0.113.20', device)).status).toBe(204);
    // A cookie made up, or that of another account's device, is worth nothing.
    for (const cookie of [`rt_device=${'A'.repeat(43)}`, 'rt_device=', other.device])
      expect((await enter(mailOf(who), GOOD, '203.0.113.20', cookie)).status).toBe(429);
  }, 120_000);

  it('is slowed on a device of the owner, too', async () => {
    const { who, device } = await owner();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1)
      statuses.push((await enter(mailOf(who), 'geraten', '203.0.113.20', device)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });

  it('cannot register in the place of somebody else so often that they no longer can', async () => {
    const id = await organisation(await signedIn(app, 'planner'), 'Ahornhaus (Demo)');
    const register = (from: string): Promise<Response> =>
      fetch(`${app.url}/mitmachen/anmelden`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'X-Forwarded-For': from },
        body: new URLSearchParams({
          organisationId: id,
          familyName: 'Beispiel',
          function: 'Leitung',
          mail: 'ida@ahornhaus.test',
        }),
      });
    const met: number[] = [];
    for (let attempt = 0; attempt < 45; attempt += 1)
      met.push((await register(neighbourhood(Math.floor(attempt / 3)))).status);
    expect(met.filter((it) => it === 303).length).toBeLessThan(45);
    expect((await register('203.0.113.20')).status).toBe(303);
  }, 120_000);

  it('leaves no address in the database', async () => {
    const { who } = await owner();
    await askForLink(mailOf(who), '198.51.100.7');
    const rows = await app.database.rows<{ text: string }>(
      `select to_jsonb(it)::text as text from rate_limit it union all select to_jsonb(it)::text from known_device it`,
    );
    expect(rows.map((row) => row.text).join()).not.toMatch(/198\.51|203\.0|rolle\.test/);
  });
});
