import sql from 'sql-template-tag';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { committee } from '@runder-tisch/scenario/lists';
import { meeting } from '@runder-tisch/scenario/meetings';
import { network, task } from '@runder-tisch/scenario/networks';
import { minutesLine } from '@runder-tisch/scenario/session';
import { deliveredMails } from '../../../test/delivered-mails';
import type { ReadMail } from '../../../test/read-mail';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { Outbox } from '../../outbox/outbox';
import { Settings } from '../../settings/settings';
import { TaskReminders } from './task-reminders';

const MAIL = 'anna@aufgaben.test';

describe('Mails about tasks', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;
  let personId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-20T09:00:00+01:00' });
    await app
      .get(Database)
      .write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, begin()));
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    personId = await person(coordinator, { salutation: 'Frau', familyName: 'Berg', mail: MAIL });
  });
  afterEach(() => app.close());

  const begin = (): SaveSettings =>
    Object.assign(new SaveSettings(), { countyName: 'Landkreis Demo', senderName: 'Sozialplanung' });
  const given = (title: string, dueOn: string | null, facts: object = {}): Promise<string> =>
    task(coordinator, { title, networkId, dueOn, personId, ...facts });
  const at = (instant: string): void => app.clock.set(`${instant}:00+01:00`);
  const run = (): Promise<number> => app.get(TaskReminders).run();
  const mails = async (): Promise<[string, string][]> =>
    (await deliveredMails(app)).map(({ to, subject }) => [to, subject]);
  const linkIn = (mail: ReadMail | undefined, page: string): string =>
    new RegExp(`/${page}/[\\w-]{43}`).exec(mail?.text ?? '')?.[0] ?? '';
  const press = (path: string, body: string): Promise<Response> =>
    fetch(app.url + path, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });

  it('remind once, three days ahead and not at night, of all that is due in one mail', async () => {
    await given('Flyer drucken', '2026-11-28');
    await given('Raum buchen', '2026-11-27');
    await given('Liste schicken', '2027-01-15');
    const done = await given('Schon fertig', '2026-11-27');
    await coordinator.post(`/api/tasks/${done}/done`);
    at('2026-11-23T09:00');
    expect(await run()).toBe(0);
    at('2026-11-24T06:59');
    expect(await run()).toBe(0);
    at('2026-11-24T07:00');
    expect(await Promise.all([run(), run()]).then(([one, two]) => one + two)).toBe(1);
    const [mail, ...others] = await deliveredMails(app);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: MAIL, subject: 'Erinnerung: Raum buchen (bis 27. November 2026)' });
    expect(mail?.text).toContain('Guten Tag, Frau Berg');
    // The next day the other one comes near; what was told stands in it, and no day brings two mails.
    at('2026-11-25T08:00');
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    expect(await mails()).toEqual([[MAIL, 'Erinnerung an 2 Aufgaben']]);
    at('2026-11-26T08:00');
    expect(await run()).toBe(0);
  });

  it('tell of a task anew that was moved, and not of one that was given out today', async () => {
    const id = await given('Bericht', '2026-11-21');
    expect(await run()).toBe(0);
    at('2026-11-21T08:00');
    expect(await run()).toBe(1);
    coordinator = await signedInAgain(app, coordinator);
    await coordinator.post('/api/tasks/several', { ids: [id], change: 'due', dueOn: '2026-12-01' });
    at('2026-11-28T08:00');
    expect(await run()).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  it('go to whoever speaks for a house, else to its mailbox, and not to those who use the platform', async () => {
    const houseId = await organisation(coordinator, {
      name: 'Birkenhof (Demo)',
      functionMailbox: 'post@birkenhof.test',
    });
    await given('Vom Haus', '2026-11-23', { personId: null, organisationId: houseId });
    const provider = await signedIn(app, 'provider');
    await given('Auf der Plattform', '2026-11-23', { personId: provider.personId });
    at('2026-11-21T08:00');
    expect(await run()).toBe(1);
    const [mail] = await deliveredMails(app);
    expect(mail?.to).toBe('post@birkenhof.test');
    expect(mail?.text).not.toContain('Auf der Plattform');
  });

  it('are sent to nobody twice when the process dies in the midst', async () => {
    await given('Raum buchen', '2026-11-22');
    at('2026-11-21T08:00');
    const outbox = app.get(Outbox);
    const enqueue = outbox.enqueue.bind(outbox);
    outbox.enqueue = () => Promise.reject(new Error('killed'));
    await expect(run()).rejects.toThrow('killed');
    outbox.enqueue = enqueue;
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    expect(await mails()).toHaveLength(1);
  });

  it('tick a task off by their link with a sentence, and can be switched off for good', async () => {
    const id = await given('Raum buchen', '2026-11-23');
    at('2026-11-21T08:00');
    await run();
    const [mail] = await deliveredMails(app);
    expect((await press(linkIn(mail, 'aufgabe'), 'schritt=erledigt&was=Saal+im+Rathaus')).status).toBe(303);
    coordinator = await signedInAgain(app, coordinator);
    expect(await coordinator.get(`/api/tasks/${id}`)).toMatchObject({
      state: 'DONE',
      doneNote: 'Saal im Rathaus',
    });
    const off = linkIn(mail, 'aufgaben-mails');
    expect((await fetch(app.url + off)).status).toBe(200);
    await given('Noch etwas', '2026-11-25');
    expect((await press(off, 'mails=nein')).status).toBe(303);
    expect(await (await fetch(app.url + off)).text()).toContain('Wieder erinnern');
    at('2026-11-24T08:00');
    expect(await run()).toBe(0);
    expect((await press(off, 'mails=ja')).status).toBe(303);
    expect(await run()).toBe(1);
    for (const path of [
      '/aufgaben-mails/unsinn',
      linkIn(mail, 'aufgabe').replace('aufgabe', 'aufgaben-mails'),
    ])
      expect((await press(path, 'mails=nein')).status).toBe(404);
  });

  it('bring to the coordination what stays undone, first on Heute and after the second term by mail', async () => {
    await given('Raum buchen', '2026-11-22');
    const texts = async (): Promise<string> => {
      coordinator = await signedInAgain(app, coordinator);
      return (await coordinator.get<TodayView>('/api/today')).lines.map(({ text }) => text).join();
    };
    const known = await app.get(Settings).view();
    const changed = Object.assign(begin(), { taskOverdueDays: 3, taskRemindDays: 0 });
    await app.get(Settings).save(systemViewer, known.version, changed);
    at('2026-11-24T08:00');
    expect(await texts()).not.toContain('überfällig');
    at('2026-11-25T08:00');
    expect(await texts()).toContain('1 Aufgabe überfällig: Frühe Hilfen');
    at('2026-12-01T08:00');
    expect(await run()).toBe(0);
    at('2026-12-02T08:00');
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    const [mail] = await deliveredMails(app);
    expect(mail?.subject).toBe('1 Aufgabe überfällig: Frühe Hilfen');
    expect(mail?.text).toContain('Berg');
    at('2026-12-03T08:00');
    expect(await run()).toBe(0);
  });

  it('bring what a committee agreed to who planned its session, or to all of the planning', async () => {
    const planner = await signedIn(app, 'planner');
    const other = await signedIn(app, 'planner');
    const committeeId = await committee(planner, { name: 'Sozialausschuss' });
    const facts = { type: 'COMMITTEE', title: 'Sitzung', committeeId, day: '2026-11-20' } as const;
    const meetingId = await meeting(planner, facts);
    await minutesLine(planner, meetingId, {
      kind: 'TASK',
      text: 'Zahlen nachreichen',
      task: { dueOn: '2026-11-22', personId, organisationId: null },
    });
    const late = async (): Promise<ReadMail[]> =>
      (await deliveredMails(app)).filter(({ subject }) => subject.includes('überfällig'));
    at('2026-12-05T08:00');
    await run();
    const [mail, ...others] = await late();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: `${planner.accountId}@rolle.test`,
      subject: '1 Aufgabe überfällig: Sozialausschuss',
    });
    expect(mail?.text).toContain('Zahlen nachreichen');
    expect(mail?.text).not.toContain('Netzwerk');
    // Who planned it left: now it is everybody's of the planning.
    await app
      .get(Database)
      .write(systemViewer, 'test.account', (tx) =>
        rowsIn(tx, sql`update account set disabled_at = now() where id = ${planner.accountId}`),
      );
    at('2026-12-06T08:00');
    await run();
    expect((await late()).map(({ to }) => to)).toEqual([`${other.accountId}@rolle.test`]);
  });
});
