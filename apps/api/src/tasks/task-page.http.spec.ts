import { task } from '@runder-tisch/scenario/networks';
import { JSDOM } from 'jsdom';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { MailLinks } from '../access/mail-links';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { Tasks } from './tasks';

describe('A task ticked off by the link of a mail', () => {
  let app: TestApp;
  let planner: SignedIn;
  let id: string;
  let address: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    id = await task(planner, {
      title: 'Räume <b>anfragen</b>',
      dueOn: '2026-12-01',
      personId: planner.personId,
    });
    const link = await app
      .get(Database)
      .write(systemViewer, 'test.link', (tx) => app.get(Tasks).link(tx, id, planner.personId));
    address = new URL(link).pathname;
  });

  const visit = (method: string, body?: string): Promise<Response> =>
    fetch(app.url + address, {
      method,
      redirect: 'manual',
      ...(body === undefined
        ? {}
        : { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    });
  const state = async (): Promise<unknown> =>
    (await app.database.rows('select state, done_by from task where id = $1', [id]))[0];

  it('is shown with a button; opening the link changes nothing', async () => {
    expect((await visit('HEAD')).status).toBe(200);
    const response = await visit('GET');
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('Räume &lt;b&gt;anfragen&lt;/b&gt;');
    expect(text).toContain('1. Dezember 2026 (in 8 Tagen)');
    expect(text).toContain('Ist erledigt');
    expect(await state()).toEqual({ state: 'OPEN', done_by: '' });
  });

  it('is done by the button, stays done when pressed again, and can be taken back', async () => {
    const answer = await visit('POST', 'schritt=erledigt');
    const location = answer.headers.get('location') ?? '';
    expect([answer.status, location]).toEqual([303, `${address}?gespeichert=ja`]);
    const saved = new JSDOM(await (await fetch(app.url + location)).text()).window.document;
    expect(saved.title).toMatch(/^Gespeichert: /);
    expect(saved.querySelector('[autofocus]')?.textContent).toContain('die Aufgabe ist erledigt');
    expect(await state()).toMatchObject({ state: 'DONE' });
    expect((await visit('POST', 'schritt=erledigt')).status).toBe(303);
    expect(await (await visit('GET')).text()).toContain('Vielen Dank, die Aufgabe ist erledigt.');
    const events = await app.database.rows<{ actor: string }>(
      `select actor from audit_event where object_id = $1 and use_case = 'task.done-by-link'`,
      [id],
    );
    expect(events).toEqual([{ actor: `link:${planner.personId}` }]);
    await visit('POST', 'schritt=offen');
    expect(await state()).toEqual({ state: 'OPEN', done_by: '' });
  });

  it('stays lapsed once the office dropped it', async () => {
    await planner.post(`/api/tasks/${id}/drop`);
    expect((await visit('POST', 'schritt=offen')).status).toBe(409);
    expect(await state()).toMatchObject({ state: 'DROPPED' });
  });

  it('stops after thirty presses within an hour', async () => {
    for (let press = 0; press < 30; press += 1) await visit('POST', 'schritt=erledigt');
    const response = await visit('POST', 'schritt=offen');
    expect(response.status).toBe(429);
    expect(await state()).toMatchObject({ state: 'DONE' });
  });

  it('does not open with a foreign, broken or expired link', async () => {
    const links = app.get(MailLinks);
    const foreign = await app.get(Database).write(systemViewer, 'test.link', (tx) =>
      links.create(tx, {
        purpose: 'answer',
        objectKind: 'task',
        objectId: id,
        expiresAt: new Date('2027-01-01'),
      }),
    );
    for (const token of [foreign, 'unsinn', 'x'.repeat(43)]) {
      address = `/aufgabe/${token}`;
      const response = await visit('GET');
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Dieser Link gilt nicht mehr');
      expect((await visit('POST', 'schritt=erledigt')).status).toBe(404);
    }
    expect(await state()).toEqual({ state: 'OPEN', done_by: '' });
  });

  it('is refused once the link has run out', async () => {
    const before = app.clock.now();
    app.clock.pass(181, 'days');
    expect((await visit('GET')).status).toBe(404);
    expect((await visit('POST', 'schritt=erledigt')).status).toBe(404);
    app.clock.set(before);
    expect(await state()).toEqual({ state: 'OPEN', done_by: '' });
  });
});
