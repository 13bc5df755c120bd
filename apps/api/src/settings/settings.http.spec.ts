import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { refusalOf } from '@runder-tisch/scenario/client';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Settings } from './settings';

const ONE_PIXEL_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const musterland = Object.assign(new SaveSettings(), {
  countyName: 'Landkreis Musterland',
  senderName: 'Sozialplanung Musterland',
  senderAddress: 'runder-tisch@musterland.test',
  replyAddress: 'sozialplanung@musterland.test',
  imprint: '',
  privacyText: '',
  accessibilityText: '',
});

describe('Settings of the county', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await signedIn(app, 'admin');
    await app
      .get(Database)
      .write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, musterland));
  });
  afterAll(() => app.close());

  const upload = (body: Buffer): Promise<Response> =>
    fetch(`${app.url}/api/settings/logo`, {
      method: 'PUT',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/octet-stream',
        Cookie: admin.cookie ?? '',
      },
      body: new Uint8Array(body),
    });

  it('are changed by the administration and by nobody else', async () => {
    const view = await admin.get<SettingsView>('/api/settings');
    const changed = await admin.put<SettingsView>(
      '/api/settings',
      { ...musterland, senderName: 'Kreis Musterland' },
      view.version,
    );
    expect(changed).toMatchObject({ senderName: 'Kreis Musterland', version: view.version + 1 });
    const planner = await signedIn(app, 'planner');
    expect(await refusalOf(planner.get('/api/settings'))).toBe('forbidden');
  });

  it.each(['kein-at-zeichen', 'a@b\r\nBcc: c@d.test', ''])('refuse %p as a sender', async (senderAddress) => {
    const { version } = await admin.get<SettingsView>('/api/settings');
    expect(await refusalOf(admin.put('/api/settings', { ...musterland, senderAddress }, version))).toBe(
      'invalid-input',
    );
  });

  it('show the logo to everybody, as the kind of picture it is', async () => {
    const answer = await upload(ONE_PIXEL_PNG);
    expect(answer.status).toBe(200);
    const { logo } = (await answer.json()) as SettingsView;
    const shown = await fetch(app.url + (logo ?? ''));
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await shown.arrayBuffer()).equals(ONE_PIXEL_PNG)).toBe(true);
    expect(await (await fetch(`${app.url}/impressum`)).text()).toContain('/logo?v=');
  });

  it.each([
    ['text with a picture’s name', Buffer.from('GIF89a nothing')],
    [
      'a picture that may carry scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['half a picture', ONE_PIXEL_PNG.subarray(0, 40)],
    ['nothing', Buffer.alloc(0)],
  ])('refuse %s as logo', async (_, body) => {
    const answer = await upload(body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { code: string }).code).toBe('not-an-image');
  });

  it('refuse a logo of more pixels than any page shows, however small its file', async () => {
    const wide = Buffer.from(ONE_PIXEL_PNG);
    wide.writeUInt32BE(4001, 16);
    const answer = await upload(wide);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      413,
      'image-too-large',
    ]);
  });

  it('begin once, and take no larger logo by another way than by their own', async () => {
    const settings = app.get(Settings);
    const again = app.get(Database).write(systemViewer, 'test', (tx) => settings.begin(tx, musterland));
    await expect(again).rejects.toMatchObject({ status: 409, code: 'already-set-up' });
    await expect(settings.changeLogo(systemViewer, Buffer.alloc(1_048_577))).rejects.toMatchObject({
      status: 413,
      code: 'image-too-large',
    });
    expect(await app.database.rows('select 1 from county_settings')).toHaveLength(1);
  });

  it('show no logo where there is none', async () => {
    await admin.delete('/api/settings/logo');
    expect((await fetch(`${app.url}/logo`)).status).toBe(404);
  });

  it('refuse a logo of more than one MiB', async () => {
    const answer = await upload(Buffer.alloc(1_048_577));
    expect(answer.status).toBe(413);
  });

  it.each([
    ['/impressum', 'Impressum'],
    ['/datenschutz', 'Artikel 6 Absatz 1'],
    ['/barrierefreiheit', 'Ombudsstelle'],
  ])('write %s for everybody, in the county’s name', async (path, words) => {
    const answer = await fetch(app.url + path);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).toContain('Landkreis Musterland');
    expect(page).toContain('href="/barrierefreiheit"');
  });

  it('never let a text become markup', async () => {
    const { version } = await admin.get<SettingsView>('/api/settings');
    await admin.put('/api/settings', { ...musterland, imprint: '<script>alert(1)</script>' }, version);
    const page = await (await fetch(`${app.url}/impressum`)).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert');
  });
});

describe('Before the county is set up', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await testApp()));
  afterAll(() => app.close());

  it('there is nothing to change', async () => {
    const admin = await signedIn(app, 'admin');
    expect(await refusalOf(admin.put('/api/settings', musterland, 1))).toBe('not-set-up');
    expect(await app.database.rows('select 1 from county_settings')).toEqual([]);
  });
});
