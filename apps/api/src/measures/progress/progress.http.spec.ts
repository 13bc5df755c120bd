import type { AskableMeasure, AskedView } from '@runder-tisch/domain/measures';
import type { Page } from '@runder-tisch/domain/lists';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import {
  changeMeasure,
  measureView,
  moveMeasure,
  reportProgress,
  runningMeasure,
} from '@runder-tisch/scenario/measures';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('How a Maßnahme goes', () => {
  let app: TestApp;
  let planner: SignedIn;
  let provider: SignedIn;
  let house: string;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    provider = await signedIn(app, 'provider');
    fieldId = await fieldOfAction(planner, 'Soziale Lage');
    house = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    await representation(planner, {
      personId: provider.personId,
      organisationId: house,
      fromDay: '2025-01-01',
    });
  });
  afterAll(() => app.close());
  // What the example before has written leaves first: mails that leave together come in any order.
  beforeEach(() => lastMailTo(app, addressOf(provider)));

  const running = (title: string, facts = {}) =>
    runningMeasure(planner, { title, fieldId, leadOrganisationId: house, ...facts });
  const ask = (measureIds: string[], message = '') =>
    planner.post<AskedView>('/api/measures/progress-requests', { measureIds, dueOn: '2026-12-01', message });
  const remind = (measureIds: string[]) =>
    planner.post<AskedView>('/api/measures/progress-reminders', { measureIds });
  const addressOf = ({ accountId }: SignedIn) => `${accountId}@rolle.test`;
  const visit = (path: string, body?: Record<string, string>) =>
    fetch(app.url + path, {
      redirect: 'manual',
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    });

  it('is asked of one person about many in one mail, and only the silent are reminded', async () => {
    const [first, second] = [await running('Erste'), await running('Zweite')];
    const nobody = await runningMeasure(planner, { title: 'Niemandes', fieldId });
    const numberOfNobody = (await measureView(planner, nobody)).number;
    expect(await ask([first, second, nobody], 'Für den Ausschuss am 8. Dezember.')).toEqual({
      mails: 1,
      measures: 2,
      unreachable: [numberOfNobody],
    });
    const ended = await running('Abgebrochene');
    await moveMeasure(planner, ended, 'discontinue', { reason: 'Kein Geld' });
    expect(await refusalOf(ask([ended]))).toBe('not-found');
    const mail = await lastMailTo(app, addressOf(provider));
    expect(mail?.subject).toBe('Wie steht es? 2 Maßnahmen');
    expect(mail?.text).toContain('Für den Ausschuss am 8. Dezember.');
    expect(mail?.paths.filter((it) => it.startsWith('/sachstand/'))).toHaveLength(2);
    await reportProgress(provider, first, { standing: 'ON_TRACK' });
    const { items } = await planner.get<Page<AskableMeasure>>('/api/measures/askable?silent=1');
    const own = items.filter(({ id }) => [first, second, nobody].includes(id));
    expect(own.map((it) => [it.id, it.recipients])).toEqual([[second, ['Test provider']]]);
    app.smtp.clear();
    expect(await remind([first, second])).toMatchObject({ mails: 1, measures: 1 });
    const reminder = await lastMailTo(app, addressOf(provider));
    expect(reminder?.subject).toBe('Erinnerung: Wie steht es? Zweite');
    await reportProgress(provider, second, { standing: 'ON_TRACK' });
    expect(await refusalOf(remind([first, second]))).toBe('measure-progress-no-silent');
    expect(await refusalOf(ask([nobody]))).toBe('measure-progress-nobody');
  });

  it('is due on the start page of the provider, and of planning once it is late', async () => {
    const id = await running('Fällige');
    await ask([id]);
    const lines = async (client: SignedIn) => (await client.get<TodayView>('/api/today')).lines;
    expect(await lines(provider)).toContainEqual(
      expect.objectContaining({
        kind: 'measure-progress',
        id,
        text: 'Wie steht es? Fällige',
        due: '2026-12-01',
      }),
    );
    const before = app.clock.now();
    app.clock.set('2026-12-02T09:00:00Z');
    const again = {
      planner: await signedInAgain(app, planner),
      provider: await signedInAgain(app, provider),
    };
    expect((await lines(again.provider)).map((it) => it.text)).toContain('Sachstand überfällig: Fällige');
    expect((await lines(again.planner)).map((it) => it.text)).toContain('1 Sachstand ist überfällig');
    await reportProgress(again.provider, id, { standing: 'LATE', words: 'Der Raum fehlt.' });
    expect((await lines(again.provider)).map((it) => it.id)).not.toContain(id);
    expect((await lines(again.planner)).map((it) => it.text)).toContain('1 Maßnahme ist im Verzug');
    app.clock.set(before);
  });

  it('is said by the link of a mail without an account: opening shows, the button acts', async () => {
    const lead = await person(planner, {
      familyName: 'Berg',
      salutation: 'Frau',
      mail: 'berg@ahornhaus.test',
    });
    const id = await running('Antragslotsen <b>', { leadPersonId: lead });
    await ask([id]);
    const path =
      (await lastMailTo(app, 'berg@ahornhaus.test'))?.paths.find((it) => it.startsWith('/sachstand/')) ?? '';
    const page = await visit(path);
    const text = await page.text();
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(text).toContain('Antragslotsen &lt;b&gt;');
    expect((await measureView(planner, id)).progress).toEqual([]);
    const wrong = await visit(path, { standing: 'LATE', words: '' });
    expect(wrong.status).toBe(409);
    expect(await wrong.text()).toContain('woran es liegt');
    expect((await visit(path, { words: 'ohne Wahl' })).status).toBe(400);
    const done = await visit(path, { standing: 'LATE', words: 'Der Raum fehlt.', expectedEnd: '2027-03-01' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?gespeichert=ja`]);
    expect(await (await visit(`${path}?gespeichert=ja`)).text()).toContain('Ihr Sachstand ist angekommen');
    const view = await measureView(planner, id);
    expect(view.progress).toMatchObject([
      { standing: 'LATE', words: 'Der Raum fehlt.', expectedEnd: '2027-03-01', reportedBy: 'Berg' },
    ]);
    expect([view.status.status, view.progressRequest?.silent]).toEqual(['LATE', false]);
    const events = await app.database.rows<{ actor: string }>(
      `select actor from audit_event where use_case = 'measure.report-by-link'`,
    );
    expect(events[0]?.actor).toBe(`link:${lead}`);
    // Somebody else is in charge now, and what has ended needs no word any more.
    await changeMeasure(planner, id, { leadPersonId: null });
    expect((await visit(path)).status).toBe(404);
    await ask([id]);
    const next =
      (await lastMailTo(app, addressOf(provider)))?.paths.find((it) => it.startsWith('/sachstand/')) ?? '';
    await moveMeasure(planner, id, 'discontinue', { reason: 'Kein Geld.' });
    expect(await (await visit(next)).text()).toContain('kein Sachstand mehr gebraucht');
    expect((await visit(next, { standing: 'ON_TRACK' })).status).toBe(409);
    expect(await refusalOf(reportProgress(planner, id, {}))).toBe('measure-progress-closed');
  });
});
