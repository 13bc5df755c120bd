import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { RegistrationView } from '@runder-tisch/domain/accounts';
import { Register } from '@runder-tisch/domain/accounts/registration-requests';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { pendingRegistration, sendForm } from '../../../test/registration';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { Settings } from '../../settings/settings';
import { Registrations } from './registrations.service';

describe('A registration is not taken', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    const musterland = Object.assign(new SaveSettings(), {
      countyName: 'Landkreis Musterland',
      senderName: 'Sozialplanung Musterland',
      senderAddress: 'runder-tisch@musterland.test',
      replyAddress: 'sozialplanung@musterland.test',
    });
    await app.get(Database).write(systemViewer, 'test', (tx) => app.get(Settings).begin(tx, musterland));
  });
  afterAll(() => app.close());

  /** Past the page, which looked a moment before. */
  const register = (facts: Partial<Register>) =>
    app.get(Registrations).register(
      systemViewer,
      Object.assign(new Register(), {
        organisationName: 'Kiebitz (Demo)',
        familyName: 'Beispiel',
        function: 'Leitung',
        mail: 'spaet@kiebitz.test',
        ...facts,
      }),
    );
  const kept = (mail: string) =>
    app.database.rows('select mail, state from registration where mail = $1', [mail]);

  it('when the county closes the door at that moment', async () => {
    const door = (open: boolean) =>
      app
        .get(Database)
        .write(systemViewer, 'test', (tx) =>
          rowsIn(tx, sql`update county_settings set registration_open = ${open}`),
        );
    await door(false);
    await expect(register({})).rejects.toMatchObject({ status: 403, code: 'registration-closed' });
    expect(await kept('spaet@kiebitz.test')).toEqual([]);
    await door(true);
  });

  it('for an organisation that is gone at that moment: it would say no name', async () => {
    const gone = await organisation(coordinator, { name: 'Ahornweg ehemals (Demo)', active: false });
    for (const organisationId of [gone, randomUUID()])
      await expect(register({ organisationId })).rejects.toMatchObject({ code: 'unknown-reference' });
    expect(await kept('spaet@kiebitz.test')).toEqual([]);
  });

  it('by the office before its address is confirmed, or where there is none', async () => {
    const mail = 'unbestaetigt@kiebitz.test';
    await sendForm(app, '/mitmachen/anmelden', {
      ...{ organisationName: 'Storchennest (Demo)', familyName: 'Beispiel', function: 'Leitung', mail },
      neu: 'ja',
    });
    const [row] = await app.database.rows<{ id: string; version: number }>(
      'select id, version from registration where mail = $1',
      [mail],
    );
    for (const [verb, body] of [
      ['approve', { organisationId: null }],
      ['refuse', { reason: 'Kennen wir nicht.' }],
    ] as const)
      expect(
        await refusalOf(coordinator.post(`/api/registrations/${row?.id}/${verb}`, body, row?.version)),
      ).toBe('not-found');
    const gone = `/api/registrations/${randomUUID()}/approve`;
    expect(await refusalOf(coordinator.post(gone, { organisationId: null }, 1))).toBe('not-found');
    expect(await kept(mail)).toEqual([{ mail, state: 'UNCONFIRMED' }]);
    expect(await app.database.rows('select 1 from account where mail = $1', [mail])).toEqual([]);
  });

  it('for somebody whose account the administration has closed', async () => {
    const admin = await signedIn(app, 'admin');
    const id = await pendingRegistration(app, 'Kranichhof (Demo)');
    const { items } = await coordinator.get<Page<RegistrationView>>('/api/registrations?state=PENDING');
    const shown = items.find((it) => it.id === id) as RegistrationView;
    const account = await admin.post<{ id: string }>('/api/accounts', {
      ...{ personId: null, salutation: '', givenName: '', familyName: 'Beispiel' },
      ...{ mail: shown.mail, roles: ['reader'] },
    });
    await admin.post(`/api/accounts/${account.id}/disable`, undefined, 1);
    await lastMailTo(app, shown.mail);
    app.smtp.clear();
    const approve = coordinator.post(
      `/api/registrations/${id}/approve`,
      { organisationId: null },
      shown.version,
    );
    expect(await refusalOf(approve)).toBe('account-disabled');
    expect(await kept(shown.mail)).toEqual([{ mail: shown.mail, state: 'PENDING' }]);
    expect(await app.database.rows(`select 1 from organisation where name like 'Kranichhof%'`)).toEqual([]);
    expect(await lastMailTo(app, shown.mail)).toBeUndefined();
  });
});
