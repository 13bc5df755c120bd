import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisation } from '@runder-tisch/scenario/actors';
import { municipality } from '@runder-tisch/scenario/lists';
import { publishedService, wholeService } from '@runder-tisch/scenario/social-services';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { simplePageNames } from '../pages/simple-language';

describe('The public start of a county', () => {
  let app: TestApp;
  let planner: SignedIn;
  const webRoot = mkdtempSync(join(tmpdir(), 'rt-web-'));

  beforeAll(async () => {
    writeFileSync(join(webRoot, 'index.html'), '<title>Anwendung</title>');
    app = await testApp({ now: '2025-03-12T09:00:00Z', webRoot });
    planner = await signedIn(app, 'planner');
  });
  afterAll(async () => {
    await app.close();
    rmSync(webRoot, { recursive: true });
  });

  const open = async (path: string): Promise<string> => {
    const response = await fetch(app.url + path, { redirect: 'manual' });
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };

  it('is friendly while nothing is there, then shows topics with an offer and public dates, nothing of the others', async () => {
    const empty = await open('/');
    expect(empty).toContain('<h1>Hilfe finden und mitreden</h1>');
    expect(empty).toContain('Noch ist kein Angebot veröffentlicht');
    expect(empty).toContain('Zurzeit ist kein öffentlicher Termin geplant');
    expect(empty).toContain('href="tel:112"');
    expect(empty).toContain('href="/anmelden"');
    expect(empty).not.toContain('<script');
    await planner.post('/api/fields-of-action', { name: 'Soziale Lage', description: '' });
    const own = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    const municipalityId = await municipality(planner, { ags: '15082180', name: 'Köthen (Anhalt)' });
    const whole = await wholeService(planner, own, { title: 'Rat bei Schulden', municipalityId });
    await publishedService(planner, planner, whole);
    const invitees = [{ personId: planner.personId, mail: 'a@b.test', name: 'A' }];
    const shared = { invitees, day: '2025-04-02' };
    await invitedMeeting(planner, {
      ...shared,
      title: 'Bürgerforum',
      public: true,
      onlineLink: 'https://treffen.test/geheim',
    });
    await invitedMeeting(planner, {
      ...shared,
      title: 'Bürgerforum am Bildschirm',
      public: true,
      place: 'online: https://treffen.test/geheim',
    });
    await invitedMeeting(planner, { ...shared, title: 'Interne Runde' });
    const page = await open('/');
    expect(page).toMatch(/href="\/angebote\?kategorie=[0-9a-f-]{36}">Schuldnerberatung</);
    expect(page).not.toContain('>Suchtberatung<');
    expect(page).toContain('Bürgerforum');
    expect(page).toContain('2. April 2025');
    expect(page).not.toContain('Interne Runde');
    expect(page).not.toContain('treffen.test');
  });

  it('leads who is signed in to work, and shows itself when they want to see it', async () => {
    const here = await planner.raw('GET', '/');
    expect([here.status, here.headers.get('location')]).toEqual([303, '/arbeitsplatz']);
    const look = await planner.raw('GET', '/?ansicht=oeffentlich');
    expect(await look.text()).toContain('Zum Arbeitsplatz');
    expect(await open('/arbeitsplatz')).toContain('Anwendung');
  });

  it.each(simplePageNames)('%s is explained in Leichte Sprache, and leads back', async (name) => {
    const path = name === 'start' ? '/leicht' : `/leicht/${name}`;
    const page = await open(path);
    expect(page).toContain('lang="de-simple"');
    expect(page).toContain('>Alltagssprache</a>');
    expect(page).not.toMatch(/\{Landkreis\}|\{Antwortadresse\}/);
  });

  it('leads from Leichte Sprache back to the very page of somebody, and to no other place', async () => {
    const back = async (query: string): Promise<string | undefined> =>
      /<a href="([^"]+)" hreflang="de">Alltagssprache/.exec(await open(`/leicht/umfrage${query}`))?.[1];
    expect(await back('?von=/umfrage/abc_D-1')).toBe('/umfrage/abc_D-1');
    for (const wrong of [
      '?von=https://boese.test',
      '?von=//boese.test',
      '?von=/anmelden',
      '?von=/umfrage/../x',
      '',
    ])
      expect([wrong, await back(wrong)]).toEqual([wrong, '/']);
    const kept = await fetch(`${app.url}/leicht/umfrage?von=/umfrage/abc`);
    expect(kept.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${app.url}/leicht/gibt-es-nicht`)).status).toBe(404);
  });

  it.each([
    '/',
    '/angebote',
    '/angebote/unbekannt',
    '/mitreden',
    '/mitreden/stand',
    '/ergebnisse',
    '/mitmachen',
    '/antwort/unbekannt',
    '/umfrage/unbekannt',
    '/aufgabe/unbekannt',
    '/hinweis/unbekannt',
    '/protokoll/unbekannt',
    '/anmeldung/unbekannt',
    '/impressum',
    '/datenschutz',
    '/barrierefreiheit',
  ])('%s has its link to Leichte Sprache at the same place, and it opens', async (path) => {
    const page = await (await fetch(app.url + path)).text();
    const corner = page.slice(
      page.indexOf('<nav aria-label="Sprache und Anmeldung">'),
      page.indexOf('</header>'),
    );
    const [, href = ''] = /<a href="([^"]+)" hreflang="de-simple">Leichte Sprache<\/a>/.exec(corner) ?? [];
    expect(href).toMatch(/^\/leicht/);
    await open(href.replaceAll('&amp;', '&'));
  });
});
