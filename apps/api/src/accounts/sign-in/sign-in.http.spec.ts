import type { SessionView } from '@runder-tisch/domain/accounts';
import { Client } from '@runder-tisch/scenario/client';
import { PlainBrowser } from '../../../test/browser';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Signing in by mail link', () => {
  let app: TestApp;
  let door: Client;

  beforeAll(async () => {
    app = await testApp();
    door = new Client(app.url);
  });
  afterAll(() => app.close());

  const mailOf = (who: SignedIn): string => `${who.accountId}@rolle.test`;
  const session = (browser: PlainBrowser): Promise<SessionView> =>
    new Client(app.url, browser.cookie).get('/api/session');

  const left = async (cookie: string | null): Promise<number[]> =>
    ((await new Client(app.url, cookie).raw('GET', '/api/session')).headers.get('x-rt-session-left') ?? '')
      .split(' ')
      .map(Number);

  async function linkFor(who: SignedIn, target: string | null = null): Promise<string> {
    await door.post('/api/session/link', { mail: mailOf(who), target });
    const mail = await lastMailTo(app, mailOf(who));
    const path = mail?.paths.find((it) => it.startsWith('/anmeldung/'));
    if (!path) throw new Error('no sign-in link in the mail');
    return path;
  }

  async function mailsTo(address: string): Promise<number> {
    const [row] = await app.database.rows<{ count: number }>(
      'select count(*)::int as count from outbox_message where to_address = $1',
      [address],
    );
    return row?.count ?? 0;
  }

  it('opens a session by the button, not by looking at the page', async () => {
    const path = await linkFor(await signedIn(app, 'provider'));
    const browser = new PlainBrowser(app.url);
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('Jetzt anmelden');
    expect((await session(browser)).signedIn).toBe(false);

    const opened = await browser.post(path.split('?')[0] ?? '');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    expect(opened.headers.getSetCookie()[0]).toMatch(/^rt_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    expect(await session(browser)).toMatchObject({
      signedIn: true,
      roles: ['provider'],
      displayName: expect.stringContaining('Test') as string,
    });
  });

  it('greets the person of the account in the county’s mail', async () => {
    const who = await signedIn(app, 'reader');
    await linkFor(who);
    const mail = await lastMailTo(app, mailOf(who));
    expect(mail?.subject).toBe('Ihr Link zum Anmelden');
    expect(mail?.text).toContain('Guten Tag, Test reader');
    expect(mail?.html).toContain('/impressum');
  });

  it('works once: the second attempt finds a page with one button for a new link', async () => {
    const path = (await linkFor(await signedIn(app, 'provider'))).split('?')[0] ?? '';
    await new PlainBrowser(app.url).post(path);
    const second = new PlainBrowser(app.url);
    const answer = await second.post(path);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('Neuen Link senden');
    expect((await session(second)).signedIn).toBe(false);
  });

  it('lets exactly one of many simultaneous attempts in', async () => {
    const path = (await linkFor(await signedIn(app, 'provider'))).split('?')[0] ?? '';
    const answers = await Promise.all(Array.from({ length: 8 }, () => new PlainBrowser(app.url).post(path)));
    expect(answers.filter((it) => it.status === 303)).toHaveLength(1);
  });

  it('gives a new link on day four, by one button, to the same mailbox', async () => {
    const who = await signedIn(app, 'provider');
    const old = (await linkFor(who)).split('?')[0] ?? '';
    app.clock.pass(4, 'days');
    const browser = new PlainBrowser(app.url);
    const expired = await browser.get(old);
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain('Dieser Link ist abgelaufen');
    expect((await browser.post(old)).status).toBe(410);

    const sent = await browser.post(`${old}/neu`);
    const text = await sent.text();
    expect(sent.status).toBe(200);
    expect(text).toContain('…@rolle.test');
    expect(text).not.toContain(mailOf(who));
    const fresh =
      (await lastMailTo(app, mailOf(who)))?.paths.find((it) => it.startsWith('/anmeldung/')) ?? '';
    expect(fresh).not.toBe(old);
    expect((await browser.post(fresh)).status).toBe(303);
  });

  it('sends no more than three new links an hour from one old one, and never tells its owner to wait', async () => {
    const who = await signedIn(app, 'provider');
    const old = (await linkFor(who)).split('?')[0] ?? '';
    app.clock.pass(25, 'hours');
    const answers: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1)
      answers.push((await new PlainBrowser(app.url).post(`${old}/neu`)).status);
    expect(answers).toEqual([200, 200, 200, 200]);
    expect(await mailsTo(mailOf(who))).toBe(4);
    const fresh = (await lastMailTo(app, mailOf(who)))?.paths.find((it) => it.startsWith('/anmeldung/'));
    expect((await new PlainBrowser(app.url).post(fresh ?? '')).status).toBe(303);
  });

  it('answers the same for an address nobody has, and sends nothing', async () => {
    const known = await door.raw('POST', '/api/session/link', {
      mail: mailOf(await signedIn(app, 'planner')),
      target: null,
    });
    const unknown = await door.raw('POST', '/api/session/link', {
      mail: 'niemand@nirgends.test',
      target: null,
    });
    const facts = async (it: Response) => ({
      status: it.status,
      body: await it.text(),
      type: it.headers.get('content-type'),
    });
    expect(await facts(unknown)).toEqual(await facts(known));
    expect(await lastMailTo(app, 'niemand@nirgends.test')).toBeUndefined();
  });

  it('writes no sixth mail to one address in a quarter of an hour, and answers alike, known or not', async () => {
    app.clock.pass(1, 'hours');
    const who = await signedIn(app, 'provider');
    const statuses: number[] = [];
    for (const mail of [mailOf(who), 'viel@zuviel.test'])
      for (let attempt = 0; attempt < 6; attempt += 1)
        statuses.push((await door.raw('POST', '/api/session/link', { mail, target: null })).status);
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(await mailsTo(mailOf(who))).toBe(5);
    app.clock.pass(16, 'minutes');
    await door.post('/api/session/link', { mail: mailOf(who), target: null });
    expect(await mailsTo(mailOf(who))).toBe(6);
  });

  it('goes on to the page that was asked for, and only inside this application', async () => {
    const wanted = await linkFor(await signedIn(app, 'coordinator'), '/netzwerke?zustand=aktiv');
    expect(wanted).toContain('?ziel=%2Fnetzwerke');
    const page = await new PlainBrowser(app.url).get(wanted);
    expect(await page.text()).toContain('value="/netzwerke?zustand=aktiv"');
    const path = wanted.split('?')[0] ?? '';
    const opened = await new PlainBrowser(app.url).post(path, { ziel: '//evil.example' });
    expect(opened.headers.get('location')).toBe('/');
  });

  it('does not know a made-up link', async () => {
    const browser = new PlainBrowser(app.url);
    for (const token of ['kurz', 'A'.repeat(43), `${'A'.repeat(42)}%00`]) {
      const answer = await browser.get(`/anmeldung/${token}`);
      expect([400, 404]).toContain(answer.status);
      expect((await browser.post(`/anmeldung/${token}/neu`)).status).toBeLessThan(500);
    }
  });

  it('does not let another site send the form', async () => {
    const path = (await linkFor(await signedIn(app, 'provider'))).split('?')[0] ?? '';
    const answer = await fetch(app.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: 'https://evil.example', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'ziel=/',
    });
    expect(answer.status).toBe(403);
  });

  it('does not open for a closed account, and its page says so', async () => {
    const who = await signedIn(app, 'provider');
    const path = (await linkFor(who)).split('?')[0] ?? '';
    await app.database.rows('alter table account disable trigger audit');
    await app.database.rows(`update account set disabled_at = now() where id = $1`, [who.accountId]);
    await app.database.rows('alter table account enable trigger audit');
    const answer = await new PlainBrowser(app.url).post(path);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('gesperrt');
  });

  it('writes neither the link nor the session anywhere in clear', async () => {
    const who = await signedIn(app, 'provider');
    const path = (await linkFor(who)).split('?')[0] ?? '';
    const browser = new PlainBrowser(app.url);
    await browser.post(path);
    const cookies = browser.cookie.split('; ').map((it) => it.split('=')[1] ?? '');
    expect(cookies).toHaveLength(2);
    const secrets = [path.split('/').at(-1) ?? '', ...cookies];
    for (const table of [
      'mail_link',
      'session',
      'known_device',
      'audit_event',
      'audit_value',
      'idempotency_key',
    ]) {
      const [row] = await app.database.rows<{ text: string | null }>(
        `select string_agg(it::text, ' ') as text from ${table} it`,
      );
      for (const secret of secrets) expect(row?.text ?? '').not.toContain(secret);
    }
  });

  it('ends by itself after half an hour without a click, and at the latest after twelve hours', async () => {
    const browser = new PlainBrowser(app.url);
    await browser.post((await linkFor(await signedIn(app, 'provider'))).split('?')[0] ?? '');
    app.clock.pass(29, 'minutes');
    expect((await session(browser)).signedIn).toBe(true);
    app.clock.pass(31, 'minutes');
    expect(await session(browser)).toMatchObject({ signedIn: false, ended: 'idle' });

    const busy = new PlainBrowser(app.url);
    await busy.post((await linkFor(await signedIn(app, 'provider'))).split('?')[0] ?? '');
    for (let quarter = 0; quarter < 47; quarter += 1) {
      app.clock.pass(15, 'minutes');
      expect((await session(busy)).signedIn).toBe(true);
    }
    app.clock.pass(14, 'minutes');
    // A minute before twelve hours are over it ends then, whatever is asked.
    expect((await left(busy.cookie)).map((seconds) => Math.round(seconds / 60))).toEqual([1, 1]);
    app.clock.pass(2, 'minutes');
    expect(await session(busy)).toMatchObject({ signedIn: false, ended: 'whole' });
  });

  it('says on every answer how long it lasts, and afterwards why it ended', async () => {
    const who = await signedIn(app, 'planner');
    expect(await left(who.cookie)).toEqual([30 * 60, 12 * 3600]);
    app.clock.pass(50, 'seconds');
    // Less than a minute later nothing is written, so the end has not moved.
    expect(await left(who.cookie)).toEqual([30 * 60 - 50, 12 * 3600 - 50]);
    app.clock.pass(10, 'minutes');
    expect(await left(who.cookie)).toEqual([30 * 60, 12 * 3600 - 650]);
    expect((await who.raw('GET', '/api/account')).headers.get('x-rt-session-left')).toBe('1800 42550');
    expect((await door.raw('GET', '/api/session')).headers.has('x-rt-session-left')).toBe(false);
    expect(await who.get<SessionView>('/api/session')).toMatchObject({ ended: null });
    const other = await signedInAgain(app, who);
    await other.post('/api/account/sessions/end-others');
    expect(await who.get<SessionView>('/api/session')).toMatchObject({ signedIn: false, ended: 'elsewhere' });
    expect(await door.get<SessionView>('/api/session')).toMatchObject({ signedIn: false, ended: null });
  });

  it('ends by signing out', async () => {
    const browser = new PlainBrowser(app.url);
    await browser.post((await linkFor(await signedIn(app, 'provider'))).split('?')[0] ?? '');
    const old = browser.cookie;
    const ended = await new Client(app.url, old).raw('POST', '/api/session/end');
    expect(ended.status).toBe(204);
    expect(ended.headers.getSetCookie()[0]).toMatch(/^rt_session=;/);
    expect((await new Client(app.url, old).get<SessionView>('/api/session')).signedIn).toBe(false);
  });
});
