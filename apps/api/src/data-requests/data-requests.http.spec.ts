import type {
  DataRequestListItem,
  DataRequestMailView,
  ExpectedDelivery,
} from '@runder-tisch/domain/data-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  dataRequest,
  dataRequestRequest,
  dataRequestView,
  enterDelivery,
  interfaceOf,
  interfaceRequest,
  interfaces,
  moveDataRequest,
} from '@runder-tisch/scenario/data-requests';
import { deliveredMails } from '../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Datenanforderungen', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2025-04-10T08:00:00Z' });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const found = async (query: string) =>
    (await planner.get<Page<DataRequestListItem>>(`/api/data-requests?${query}`)).items;

  it('are drafts that can be changed and deleted until they are sent', async () => {
    const id = await dataRequest(planner, { recipients: 'a@jobcenter.test' });
    const draft = await dataRequestView(planner, id);
    const changed = await planner.put(
      `/api/data-requests/${id}`,
      {
        ...dataRequestRequest(draft),
        what: 'Anderes',
        recipients: 'Frau Nord <nord@jobcenter.test>; b@jobcenter.test',
      },
      draft.version,
    );
    expect(changed).toMatchObject({
      what: 'Anderes',
      recipients: 'Frau Nord <nord@jobcenter.test>\nb@jobcenter.test',
    });
    await moveDataRequest(planner, id, 'send');
    const sent = await dataRequestView(planner, id);
    expect(
      await refusalOf(planner.put(`/api/data-requests/${id}`, dataRequestRequest(sent), sent.version)),
    ).toBe('data-request-not-draft');
    expect(await refusalOf(planner.delete(`/api/data-requests/${id}`))).toBe('data-request-not-draft');
    const other = await dataRequest(planner);
    await planner.delete(`/api/data-requests/${other}`);
    expect(await refusalOf(dataRequestView(planner, other))).toBe('not-found');
  });

  it('need readable addresses, a day to come and an interface that gives something', async () => {
    expect(await refusalOf(dataRequest(planner, { recipients: 'Frau Nord im Jobcenter' }))).toBe(
      'data-request-recipients',
    );
    expect(
      await refusalOf(
        dataRequest(planner, {
          recipients: Array.from({ length: 11 }, (_, at) => `a${at}@x.test`).join('\n'),
        }),
      ),
    ).toBe('data-request-recipients');
    const nobody = await dataRequest(planner);
    expect(await refusalOf(moveDataRequest(planner, nobody, 'send'))).toBe('data-request-without-recipient');
    const late = await dataRequest(planner, { dueOn: '2025-04-09', recipients: 'a@jobcenter.test' });
    expect(await refusalOf(moveDataRequest(planner, late, 'send'))).toBe('data-request-due-past');
    const gives = await interfaceOf(planner, 'Ausschuss');
    expect(await refusalOf(dataRequest(planner, { agreementId: gives.id }))).toBe(
      'data-request-unknown-interface',
    );
  });

  it('are seen as a mail before they are sent', async () => {
    const id = await dataRequest(planner, {
      recipients: 'daten@jobcenter.test',
      message: 'Für den Sozialbericht.',
    });
    const preview = await planner.get<DataRequestMailView>(`/api/data-requests/${id}/mail`);
    expect(preview.to).toEqual([{ name: '', mail: 'daten@jobcenter.test' }]);
    expect(preview.subject).toContain('Bitte um Daten bis 30. April 2025');
    expect(JSON.stringify(preview.blocks)).toContain('Für den Sozialbericht.');
    expect(await app.database.rows(`select 1 from mail_link where object_id = '${id}'`)).toEqual([]);
    await moveDataRequest(planner, id, 'send');
    const reminder = await planner.get<DataRequestMailView>(`/api/data-requests/${id}/mail`);
    expect(reminder.subject).toContain('Erinnerung');
  });

  it('can be taken back for a minute: no mail goes out, and the link opens nothing', async () => {
    await deliveredMails(app);
    const id = await dataRequest(planner, { recipients: 'daten@jobcenter.test' });
    expect(await moveDataRequest(planner, id, 'send')).toMatchObject({
      recallable: { recipients: 1, secondsLeft: 60 },
    });
    expect(await moveDataRequest(planner, id, 'recall')).toMatchObject({ state: 'DRAFT', sentAt: null });
    expect(await app.database.rows(`select 1 from mail_link where object_id = '${id}'`)).toEqual([]);
    expect(await deliveredMails(app)).toEqual([]);
    await moveDataRequest(planner, id, 'send');
    app.clock.pass(1, 'minutes');
    expect(await refusalOf(moveDataRequest(planner, id, 'recall'))).toBe('data-request-recall-too-late');
    expect(await dataRequestView(planner, id)).toMatchObject({ state: 'SENT', recallable: null });
  });

  it('are reminded of with a link of their own, and refused by planning with a reason', async () => {
    const id = await dataRequest(planner, { recipients: 'daten@jobcenter.test' });
    await moveDataRequest(planner, id, 'send');
    await deliveredMails(app);
    expect((await moveDataRequest(planner, id, 'remind')).remindedAt).not.toBeNull();
    const [mail] = await deliveredMails(app);
    expect(mail?.subject).toContain('Erinnerung: Daten bis 30. April 2025');
    expect(mail?.text).toMatch(/\/datenlieferung\/[\w-]{43}/);
    expect(await refusalOf(moveDataRequest(planner, id, 'refuse'))).toBe('data-request-reason-missing');
    expect(await moveDataRequest(planner, id, 'refuse', { reason: 'Am Telefon abgesagt.' })).toMatchObject({
      state: 'REFUSED',
    });
  });

  it('take a file that came another way, under the same rules', async () => {
    const id = await dataRequest(planner, { recipients: 'daten@jobcenter.test' });
    expect(
      (await enterDelivery(planner, id, { name: 'a.csv', bytes: 'AGS;Anzahl\n15082005;4' })).status,
    ).toBe(409);
    await moveDataRequest(planner, id, 'send');
    const refused = await enterDelivery(planner, id, { name: 'a.csv', bytes: 'Vorname;Anzahl\nRita;4' });
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as { detail: string }).detail).toContain(
      'In der Spalte „Vorname“ stehen Namen',
    );
    const taken = await enterDelivery(planner, id, { name: '../../a.csv', bytes: 'AGS;Anzahl\n15082005;4' });
    expect(taken.status).toBe(200);
    expect((await dataRequestView(planner, id)).deliveries).toMatchObject([
      { fileName: 'a.csv', byName: 'Test planner' },
    ]);
  });

  it('are listed with what is open first, narrowed by words, state and partner', async () => {
    const done = await dataRequest(planner, {
      what: 'Fertiges',
      recipients: 'a@jobcenter.test',
      dueOn: '2025-04-12',
    });
    await moveDataRequest(planner, done, 'send');
    await moveDataRequest(planner, done, 'refuse', { reason: 'Nicht mehr gebraucht.' });
    const agreementId = (await interfaceOf(planner, 'Sozialamt')).id;
    const open = await dataRequest(planner, { agreementId, what: 'Wohngeld', dueOn: '2027-01-01' });
    const ids = (await found('')).map((it) => it.id);
    expect(ids.indexOf(open)).toBeLessThan(ids.indexOf(done));
    expect((await found('search=wohngeld')).map((it) => it.id)).toEqual([open]);
    expect((await found(`agreementId=${agreementId}`)).map((it) => it.id)).toEqual([open]);
    expect((await found('state=REFUSED')).map((it) => it.id)).toContain(done);
    expect((await found('open=1')).map((it) => it.id)).not.toContain(done);
    const { items } = await planner.get<SearchView>('/api/search?q=Wohngeld');
    expect(items.map((it) => it.id)).toContain(open);
  });

  it('are proposed by the rhythm of the register until somebody has asked', async () => {
    const expected = async () =>
      (await planner.get<Page<ExpectedDelivery>>('/api/data-requests/expected')).items;
    const agreed = await interfaceOf(planner, 'Gesundheitsamt');
    const next = (await expected()).find((it) => it.agreementId === agreed.id);
    expect(next).toMatchObject({ period: 'Schuljahr 2023/24', endsOn: '2024-07-31' });
    expect((await expected()).map((it) => it.partner)).not.toContain(
      'Ausschuss, Kreistag, Ministerium, Öffentlichkeit',
    );
    await dataRequest(planner, { agreementId: agreed.id });
    expect((await expected()).map((it) => it.agreementId)).not.toContain(agreed.id);
  });

  it('are the business of planners alone', async () => {
    const id = await dataRequest(planner);
    for (const role of ['admin', 'coordinator', 'provider', 'reader'] as const)
      expect(await refusalOf(dataRequestView(await signedIn(app, role), id))).toBe('forbidden');
  });
});

describe('The interface register', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2025-04-10T08:00:00Z' });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('begins with what planning usually gets, and with what it gives', async () => {
    const all = await interfaces(planner);
    expect(all).toHaveLength(11);
    expect(all.filter((it) => it.direction === 'TO_PLANNING')).toHaveLength(10);
    expect(all.find((it) => it.partner.startsWith('Jobcenter'))).toMatchObject({
      rhythm: 'QUARTERLY',
      lastPeriod: '1. Quartal 2025',
      lastDeliveryAt: null,
      used: 0,
    });
    expect(all.find((it) => it.direction === 'FROM_PLANNING')?.lastPeriod).toBeNull();
  });

  it('is kept by planners: changed, ordered, set aside, deleted while nothing was asked by it', async () => {
    const agreed = await interfaceOf(planner, 'Bildungsmanagement');
    const changed = await planner.put(
      `/api/interfaces/${agreed.id}`,
      { ...interfaceRequest(agreed), mail: 'daten@jobcenter.test', contact: 'Controlling' },
      agreed.version,
    );
    expect(changed).toMatchObject({ mail: 'daten@jobcenter.test', contact: 'Controlling' });
    const twice = {
      ...interfaceRequest(agreed),
      columns: [
        { name: 'Anzahl', meaning: '', example: '' },
        { name: 'ANZAHL ', meaning: '', example: '' },
      ],
    };
    expect(await refusalOf(planner.put(`/api/interfaces/${agreed.id}`, twice, agreed.version + 1))).toBe(
      'interface-column-twice',
    );
    expect(
      await refusalOf(
        planner.post('/api/interfaces', {
          ...interfaceRequest(agreed),
          partner: 'BILDUNGSMANAGEMENT, Schulentwicklungsplanung',
        }),
      ),
    ).toBe('interface-name-taken');
    expect(
      await refusalOf(
        planner.post('/api/interfaces', {
          ...interfaceRequest(agreed),
          name: 'Neu',
          organisationId: '018f0000-0000-7000-8000-000000000000',
        }),
      ),
    ).toBe('interface-unknown-choice');
    await dataRequest(planner, { agreementId: agreed.id });
    expect(await refusalOf(planner.delete(`/api/interfaces/${agreed.id}`))).toBe('still-in-use');
    const other = { ...interfaceRequest(agreed), partner: 'Irrtum' };
    const { id } = await planner.post<{ id: string }>('/api/interfaces', other);
    await planner.delete(`/api/interfaces/${id}`);
    expect((await interfaces(planner)).map((it) => it.partner)).not.toContain('Irrtum');
    const aside = await interfaceOf(planner, 'Sozialamt');
    await planner.post(`/api/interfaces/${aside.id}/deactivate`, {}, aside.version);
    expect(await refusalOf(dataRequest(planner, { agreementId: aside.id }))).toBe(
      'data-request-unknown-interface',
    );
  });
});
