import type { SessionView } from '@runder-tisch/domain/accounts';
import { SetUp } from '@runder-tisch/domain/accounts/set-up-requests';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import type { Page } from '@runder-tisch/domain/lists';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { MunicipalityView } from '@runder-tisch/domain/territory';
import { Client } from '@runder-tisch/scenario/client';
import { PlainBrowser } from '../../../test/browser';
import { type TestApp, testApp } from '../../../test/test-app';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';
import { SET_UP, SetUpLink } from './set-up-link';
import { SetUpService } from './set-up.service';

const PASSWORD = 'Rübe Zaun Möwe Kiesel';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const answers: Record<string, string> = {
  countyName: 'Landkreis Musterland',
  givenName: 'Ada',
  familyName: 'Anfang',
  mail: 'a.anfang@musterland.test',
  password: PASSWORD,
  withPlanner: 'ja',
  withFields: 'ja',
  withMunicipalities: 'ja',
  senderName: 'Sozialplanung Musterland',
  senderAddress: 'runder-tisch@musterland.test',
  replyAddress: 'sozialplanung@musterland.test',
  imprint: '{Landkreis}\r\nMusterstraße 1',
  privacyText: 'Datenschutz',
  accessibilityText: 'Barrierefrei',
};

describe('The first run', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(() =>
    app.database.rows(
      'truncate county_settings, account, person, field_of_action, municipality, planning_area, mail_link cascade',
    ),
  );
  afterAll(() => app.close());

  async function linkFromTerminal(): Promise<string> {
    const url = await app.get(SetUpLink).create();
    return (url ?? '').slice(app.url.length);
  }

  function form(facts: Record<string, string> = {}, logo?: Buffer): FormData {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...answers, ...facts })) data.set(name, value);
    if (logo) data.set('logo', new Blob([new Uint8Array(logo)], { type: 'image/png' }), 'wappen.png');
    return data;
  }

  it('is one page behind the link of the terminal, and ends signed in', async () => {
    const path = await linkFromTerminal();
    const browser = new PlainBrowser(app.url);
    const page = await (await browser.get(path)).text();
    expect(page).toContain('Runder Tisch einrichten');
    expect(page).toContain('Landesfachstelle');

    const done = await browser.post(path, form({}, PNG));
    expect([done.status, done.headers.get('location')]).toEqual([303, '/einstellungen']);
    const first = new Client(app.url, browser.cookie);
    expect(await first.get<SessionView>('/api/session')).toMatchObject({
      signedIn: true,
      setUp: true,
      displayName: 'Ada Anfang',
      roles: ['admin', 'planner'],
      county: { name: 'Landkreis Musterland', logo: expect.stringMatching(/^\/logo/) as string },
    });
    expect((await first.get<Page<FieldOfActionView>>('/api/fields-of-action')).items).toHaveLength(5);
    expect((await first.get<Page<MunicipalityView>>('/api/municipalities')).items).toHaveLength(10);
    expect(await (await browser.get('/impressum')).text()).toContain(
      'Landkreis Musterland<br>Musterstraße 1',
    );
  });

  it('happens once: afterwards neither the link nor a new start opens it', async () => {
    const path = await linkFromTerminal();
    await new PlainBrowser(app.url).post(path, form());
    expect(await app.get(SetUpLink).create()).toBeNull();
    const browser = new PlainBrowser(app.url);
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(path, form({ mail: 'andere@musterland.test' }))).status).toBe(404);
    expect(await app.database.rows('select 1 from account')).toHaveLength(1);
  });

  it('happens once even if the form is sent several times at once', async () => {
    const path = await linkFromTerminal();
    const all = await Promise.all(
      Array.from({ length: 4 }, () => new PlainBrowser(app.url).post(path, form())),
    );
    expect(all.filter((it) => it.status === 303)).toHaveLength(1);
    expect(all.every((it) => it.status < 500)).toBe(true);
    expect(await app.database.rows('select 1 from account')).toHaveLength(1);
  });

  it('is not done with a made-up key, whoever comes past the door', async () => {
    const county = Object.assign(new SetUp(), answers);
    const from = { requestId: 'test', device: 'test' };
    await expect(app.get(SetUpService).complete('geraten', county, null, from)).rejects.toMatchObject({
      status: 404,
      code: 'not-found',
    });
    expect(await app.database.rows('select 1 from county_settings')).toEqual([]);
  });

  it('is too late where the county was set up another way while the form was being filled in', async () => {
    const token = new URL(await linkFromTerminal(), app.url).searchParams.get('schluessel') ?? '';
    const county = Object.assign(new SetUp(), answers);
    await app.get(Database).write(systemViewer, 'test', (tx) =>
      app.get(Settings).begin(
        tx,
        Object.assign(new SaveSettings(), {
          countyName: 'Landkreis Anderswo',
          senderName: 'Sozialplanung',
          senderAddress: 'runder-tisch@anderswo.test',
          replyAddress: 'runder-tisch@anderswo.test',
        }),
      ),
    );
    await expect(
      app.get(SetUpService).complete(token, county, null, { requestId: 'test', device: 'test' }),
    ).rejects.toMatchObject({ status: 409, code: 'already-set-up' });
    expect(await app.database.rows('select county_name from county_settings')).toEqual([
      { county_name: 'Landkreis Anderswo' },
    ]);
    expect(await app.database.rows('select 1 from account')).toEqual([]);
    expect(await app.get(MailLinks).find(token, SET_UP)).toMatchObject({ state: 'VALID' });
  });

  it('is closed to everybody without the link, and an earlier start’s link is worth nothing', async () => {
    const old = await linkFromTerminal();
    await linkFromTerminal();
    const browser = new PlainBrowser(app.url);
    for (const path of ['/einrichten', '/einrichten?schluessel=geraten', old]) {
      const answer = await browser.get(path);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Terminal');
    }
    expect((await browser.post(old, form())).status).toBe(403);
    expect(await app.database.rows('select 1 from account')).toHaveLength(0);
  });

  it.each([
    ['a weak password', { password: 'Landkreis2026!' }, undefined, 'leicht zu erraten'],
    ['a missing name', { familyName: '' }, undefined, 'Nachnamen'],
    ['a broken address', { replyAddress: 'keine adresse' }, undefined, 'keine gültige Mailadresse'],
    ['no picture', {}, Buffer.from('<svg/>'), 'kein Bild'],
    ['too much picture', {}, Buffer.alloc(2_000_000), 'zu groß'],
  ])('shows %s at its field, keeps what was typed and writes nothing', async (_, facts, logo, words) => {
    const path = await linkFromTerminal();
    const answer = await new PlainBrowser(app.url).post(path, form(facts, logo));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).toContain('value="Landkreis Musterland"');
    expect(page).not.toContain(PASSWORD);
    expect(await app.database.rows('select 1 from county_settings')).toHaveLength(0);
    expect(await app.database.rows('select 1 from field_of_action')).toHaveLength(0);
    const again = await new PlainBrowser(app.url).post(path, form());
    expect(again.status).toBe(303);
  });

  it('begins with empty lists where nobody ticked the proposals', async () => {
    const path = await linkFromTerminal();
    const data = form();
    for (const box of ['withFields', 'withMunicipalities', 'withPlanner']) data.delete(box);
    await new PlainBrowser(app.url).post(path, data);
    expect(await app.database.rows('select 1 from municipality')).toHaveLength(0);
    expect(await app.database.rows<{ roles: string[] }>('select roles from account')).toEqual([
      { roles: ['admin'] },
    ]);
  });
});
