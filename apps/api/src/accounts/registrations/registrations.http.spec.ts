import type { RegistrationView } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { SettingsView } from '@runder-tisch/domain/settings';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { pendingRegistration, sendForm } from '../../../test/registration';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';
import { Registrations } from './registrations.service';

const ella = {
  familyName: 'Beispiel',
  givenName: 'Ella',
  function: 'Leitung',
  mail: 'ella@ahornhaus.test',
};

const musterland = Object.assign(new SaveSettings(), {
  countyName: 'Landkreis Musterland',
  senderName: 'Sozialplanung Musterland',
  senderAddress: 'runder-tisch@musterland.test',
  replyAddress: 'sozialplanung@musterland.test',
});

describe('Somebody registers for an organisation', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let house: string;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    await app
      .get(Database)
      .write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, musterland));
    house = await organisation(coordinator, {
      name: 'Ahornhaus Köthen (Demo)',
      functionMailbox: 'post@intern.test',
    });
    await organisation(coordinator, { name: 'Ahornweg ehemals (Demo)', active: false });
  });
  afterAll(() => app.close());

  const page = async (path: string): Promise<string> => (await fetch(app.url + path)).text();
  const pending = async (): Promise<RegistrationView[]> =>
    (await coordinator.get<Page<RegistrationView>>('/api/registrations?state=PENDING')).items;
  const register = (fields: Record<string, string>) =>
    sendForm(app, '/mitmachen/anmelden', { ...ella, ...fields });

  it('finds it by three letters, and learns nothing but names of active ones', async () => {
    const found = await page('/mitmachen?suche=ahorn');
    expect(found).toContain('Ahornhaus Köthen (Demo)');
    expect(found).toContain('Das sind wir');
    expect(found).not.toMatch(/ehemals|intern/);
    expect(await page('/mitmachen?suche=ah')).not.toContain('Ahornhaus');
    expect(await page('/mitmachen?suche=%25%25%25')).not.toContain('Ahornhaus');
  });

  it('confirms the address by a button, is verified, and comes in by the link of the welcome mail', async () => {
    const sent = await register({ organisationId: house });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/mitmachen/gesendet']);
    expect(await pending()).toEqual([]);
    const link = (await lastMailTo(app, ella.mail))?.paths.find((it) => it.includes('bestaetigen')) ?? '';
    expect(await page(link)).toContain('Ahornhaus Köthen (Demo)');
    expect(await pending()).toEqual([]);
    await sendForm(app, link, {});
    expect(await page(link)).toContain('Jetzt prüft der Landkreis');
    const [registration] = await pending();
    expect(registration).toMatchObject({
      organisation: { id: house },
      familyName: 'Beispiel',
      hasAccount: false,
    });
    const due = (await coordinator.get<TodayView>('/api/today')).lines.map((it) => it.text);
    expect(due).toContain('1 Anmeldung einer Organisation prüfen');

    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(provider.get('/api/registrations'))).toBe('forbidden');
    const path = `/api/registrations/${registration?.id}/approve`;
    const approved = await coordinator.post<RegistrationView>(
      path,
      { organisationId: null },
      registration?.version,
    );
    expect(approved.state).toBe('APPROVED');
    expect(await refusalOf(coordinator.post(path, { organisationId: null }, approved.version))).toBe(
      'registration-decided',
    );
    const welcome = await lastMailTo(app, ella.mail);
    expect(welcome?.subject).toBe('Ihre Anmeldung ist bestätigt');
    const signIn = new URL(app.url + welcome?.paths.find((it) => it.startsWith('/anmeldung/')));
    const opened = await sendForm(app, signIn.pathname, { ziel: signIn.searchParams.get('ziel') ?? '' });
    expect(opened.headers.get('location')).toBe('/unsere-angebote');
    expect(await app.database.rows('select roles from account where mail = $1', [ella.mail])).toEqual([
      { roles: ['provider'] },
    ]);
    expect(
      await app.database.rows(
        'select function from representation join person on person.id = person_id where mail = $1 and organisation_id = $2',
        [ella.mail, house],
      ),
    ).toEqual([{ function: 'Leitung' }]);
  });

  it('is told the same whether the address is known here or not', async () => {
    await person(coordinator, { familyName: 'Bekannt', mail: 'bekannt@ahornhaus.test' });
    const answers = [];
    for (const mail of ['bekannt@ahornhaus.test', 'fremd@ahornhaus.test']) {
      const answer = await register({ organisationId: house, mail });
      answers.push([answer.status, answer.headers.get('location'), (await lastMailTo(app, mail))?.subject]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('is asked back when a new organisation has nearly the name of one that is there', async () => {
    const asked = await register({ organisationName: 'Ahornhaus Koethen', mail: 'neu@ahornhaus.test' });
    const text = await asked.text();
    expect([asked.status, text.includes('Meinen Sie eine dieser Organisationen?')]).toEqual([200, true]);
    expect(await lastMailTo(app, 'neu@ahornhaus.test')).toBeUndefined();
    const id = await pendingRegistration(app, 'Ahornhaus Köthen Demo e. V.');
    const shown = (await pending()).find((it) => it.id === id);
    expect(shown?.similar.map((it) => it.id)).toContain(house);
    // The office knows better: it is the one that is there.
    await coordinator.post(`/api/registrations/${id}/approve`, { organisationId: house }, shown?.version);
    expect(
      await app.database.rows(`select 1 from organisation where name like 'Ahornhaus Köthen Demo%'`),
    ).toEqual([]);
  });

  it('brings a new organisation with it', async () => {
    const id = await pendingRegistration(app, 'Fahrradküche (Demo)');
    const shown = (await pending()).find((it) => it.id === id);
    const approved = await coordinator.post<RegistrationView>(
      `/api/registrations/${id}/approve`,
      { organisationId: null },
      shown?.version,
    );
    expect(approved.organisation?.name).toBe('Fahrradküche (Demo)');
  });

  it('reads the reason when it is refused', async () => {
    const id = await pendingRegistration(app, 'Handelskette');
    const shown = (await pending()).find((it) => it.id === id);
    const path = `/api/registrations/${id}/refuse`;
    expect(await refusalOf(coordinator.post(path, { reason: '' }, shown?.version))).toBe('invalid-input');
    await coordinator.post(path, { reason: 'Wir nehmen nur soziale Angebote auf.' }, shown?.version);
    expect((await lastMailTo(app, shown?.mail ?? ''))?.text).toContain(
      'Wir nehmen nur soziale Angebote auf.',
    );
  });

  it('gets errors at the fields, and nothing is kept', async () => {
    const answer = await register({ organisationId: '', organisationName: 'X', mail: 'keine' });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).toContain('href="#feld-mail"');
    expect(text).toContain('Das ist keine gültige Mailadresse.');
    expect(text).toContain('value="Beispiel"');
    expect((await sendForm(app, '/mitmachen/bestaetigen/unbekannt', {})).status).toBe(303);
    expect((await fetch(`${app.url}/mitmachen/bestaetigen/unbekannt`)).status).toBe(404);
  });

  it('is not believed when it fills in the field nobody sees, nor more than three times an hour', async () => {
    const robot = await register({
      organisationId: house,
      mail: 'robot@spam.test',
      homepage: 'https://spam.test',
    });
    expect(robot.headers.get('location')).toBe('/mitmachen/gesendet');
    expect(await lastMailTo(app, 'robot@spam.test')).toBeUndefined();
    const statuses = [];
    for (let attempt = 1; attempt <= 4; attempt += 1)
      statuses.push((await register({ organisationId: house, mail: 'oft@ahornhaus.test' })).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
  });

  it('finds a closed door when the county has closed it', async () => {
    const admin = await signedIn(app, 'admin');
    const { version } = await admin.get<SettingsView>('/api/settings');
    const closed = await admin.put<SettingsView>(
      '/api/settings',
      { ...musterland, registrationOpen: false },
      version,
    );
    expect((await fetch(`${app.url}/mitmachen`)).status).toBe(403);
    expect((await register({ organisationId: house, mail: 'zu@ahornhaus.test' })).status).toBe(403);
    expect(await page('/angebote')).not.toContain('/mitmachen');
    await admin.put('/api/settings', musterland, closed.version);
  });

  it('is forgotten after a week without confirmation', async () => {
    await register({ organisationId: house, mail: 'vergessen@ahornhaus.test' });
    const before = app.clock.now();
    app.clock.pass(8, 'days');
    await app.get(Registrations).deleteOverdue();
    app.clock.set(before);
    expect(
      await app.database.rows(`select 1 from registration where mail = 'vergessen@ahornhaus.test'`),
    ).toEqual([]);
  });
});
