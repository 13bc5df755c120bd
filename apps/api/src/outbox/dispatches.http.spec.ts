import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { OutboxDispatch, OutboxListItem } from '@runder-tisch/domain/outbox';
import { refusalOf } from '@runder-tisch/scenario/client';
import { meeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { byHand } from '../../test/by-hand';
import { mailTo } from '../../test/smtp/outbox-bench';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { Outbox } from './outbox';
import type { OutgoingMail } from './outgoing-mail';

const LIST = '/api/outbox/dispatches';

function enqueue(app: TestApp, ...mails: OutgoingMail[]): Promise<string[]> {
  return app.get(Database).write(systemViewer, 'test.enqueue', (tx) => app.get(Outbox).enqueueAll(tx, mails));
}

describe('What was sent together', () => {
  let app: TestApp;
  let admin: SignedIn;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let networkId: string;
  let meetingId: string;
  const [invitation, protocol] = [randomUUID(), randomUUID()];
  let alone: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T08:00:00Z', smtp: false });
    admin = await signedIn(app, 'admin');
    planner = await signedIn(app, 'planner');
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Netzwerk Wohnen' });
    meetingId = await meeting(coordinator, { title: 'Runde im Dezember', networkId });
    const invited = ['ute', 'jan', 'kim', 'eva'].map((name) =>
      mailTo(name, {
        batchId: invitation,
        subject: 'Einladung nach Köthen',
        networkId,
        accountId: coordinator.accountId,
      }),
    );
    const [first, second] = await enqueue(app, ...invited);
    await byHand(
      app,
      sql`update outbox_message set state = 'SENT', raw = null, settled_at = created_at where id = ${first ?? ''}`,
    );
    await byHand(
      app,
      sql`update outbox_message set state = 'REFUSED', raw = null, settled_at = created_at, last_error = 'Postfach voll' where id = ${second ?? ''}`,
    );
    app.clock.pass(1, 'minutes');
    const mail = { batchId: protocol, purpose: 'protocol', objectKind: 'meeting', objectId: meetingId };
    await enqueue(
      app,
      mailTo('ute', { ...mail, subject: 'Protokoll', networkId, accountId: planner.accountId }),
      mailTo('jan', { ...mail, subject: 'Protokoll', networkId, accountId: planner.accountId }),
    );
    app.clock.pass(1, 'minutes');
    [alone = ''] = await enqueue(
      app,
      mailTo('anmeldung', { accountId: planner.accountId, confidential: true, purpose: 'sign-in' }),
    );
  });

  afterAll(() => app.close());

  const idsOf = async (who: SignedIn, query = ''): Promise<string[]> =>
    (await who.get<Page<OutboxDispatch>>(`${LIST}${query}`)).items.map(({ id }) => id);

  it('is one row each, newest first, a mail sent alone as well', async () => {
    const list = await admin.get<Page<OutboxDispatch>>(LIST);
    expect(list.items.map(({ id }) => id)).toEqual([alone, protocol, invitation]);
    expect(list).toMatchObject({ total: 3, next: null });
    expect(list.items[2]).toMatchObject({
      subject: 'Einladung nach Köthen',
      purpose: 'invitation',
      mails: 4,
      counts: { QUEUED: 2, SENDING: 0, SENT: 1, REFUSED: 1, RECALLED: 0, HELD: 0 },
      nextAt: '2026-11-23T08:00:00.000Z',
      reason: 'Postfach voll',
      toName: 'ute',
      mailId: null,
    });
    expect(list.items[0]).toMatchObject({ mails: 1, mailId: alone, toAddress: 'anmeldung@traeger.test' });
  });

  it('says what it is about, to those who may open that', async () => {
    const about = { label: 'Termin', title: 'Runde im Dezember', path: `/termine/${meetingId}` };
    expect((await coordinator.get<OutboxDispatch>(`${LIST}/${protocol}`)).about).toEqual(about);
    expect((await admin.get<OutboxDispatch>(`${LIST}/${alone}`)).about).toBeNull();
  });

  it('shows planners and coordinators their own and those of their networks', async () => {
    expect(await idsOf(planner)).toEqual([alone, protocol]);
    expect(await idsOf(coordinator)).toEqual([protocol, invitation]);
    expect(await idsOf(await signedIn(app, 'coordinator'))).toEqual([]);
    expect(await refusalOf(planner.get(`${LIST}/${invitation}`))).toBe('not-found');
    expect((await planner.get<OutboxDispatch>(`${LIST}/${alone}`)).mailId).toBeNull();
  });

  it('counts only the mails somebody may know of', async () => {
    const mixed = randomUUID();
    const own = { batchId: mixed, accountId: planner.accountId };
    const ids = await enqueue(app, mailTo('eine', own), mailTo('andere', { batchId: mixed }));
    expect((await planner.get<OutboxDispatch>(`${LIST}/${mixed}`)).mails).toBe(1);
    expect((await admin.get<OutboxDispatch>(`${LIST}/${mixed}`)).mails).toBe(2);
    await byHand(app, sql`delete from outbox_message where id = any(${ids}::uuid[])`);
  });

  it('counts a mail to an address of the demo among those that stay, also while it waits', async () => {
    const mixed = randomUUID();
    const kita = { name: 'Kita', address: 'kita@ahornhaus.example' };
    const ids = await enqueue(
      app,
      mailTo('kita', { batchId: mixed, to: kita }),
      mailTo('ute', { batchId: mixed }),
    );
    const { counts } = await admin.get<OutboxDispatch>(`${LIST}/${mixed}`);
    expect(counts).toMatchObject({ QUEUED: 1, HELD: 1 });
    await byHand(app, sql`delete from outbox_message where id = any(${ids}::uuid[])`);
  });

  it('opens into its mails', async () => {
    const { items, total } = await coordinator.get<Page<OutboxListItem>>(`/api/outbox?batchId=${invitation}`);
    expect([total, ...items.map(({ toName }) => toName)]).toEqual([4, 'eva', 'kim', 'jan', 'ute']);
    expect((await planner.get<Page<OutboxListItem>>(`/api/outbox?batchId=${invitation}`)).items).toEqual([]);
  });

  it.each([
    ['?search=koethen', 1],
    ['?search=jan', 2],
    ['?state=REFUSED', 1],
    ['?state=QUEUED', 3],
    ['?state=QUEUED&search=jan', 1],
    ['?state=HELD', 0],
  ])('is found by any of its mails: %s', async (query, count) => {
    const list = await admin.get<Page<OutboxDispatch>>(`${LIST}${query}`);
    expect([list.total, list.items.length]).toEqual([count, count]);
  });

  it('is told whole where only one of its mails is looked for', async () => {
    const list = await admin.get<Page<OutboxDispatch>>(`${LIST}?state=REFUSED`);
    expect(list.items[0]).toMatchObject({ id: invitation, mails: 4 });
  });

  it('is paged without losing or repeating one', async () => {
    const first = await admin.get<Page<OutboxDispatch>>(`${LIST}?limit=2`);
    expect(first.items).toHaveLength(2);
    const second = await admin.get<Page<OutboxDispatch>>(`${LIST}?limit=2&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([alone, protocol, invitation]);
    expect(second.next).toBeNull();
  });

  it('is closed to providers and readers', async () => {
    const reader = await signedIn(app, 'reader', 'provider');
    expect(await refusalOf(reader.get(LIST))).toBe('forbidden');
    expect(await refusalOf(reader.get(`${LIST}/${invitation}`))).toBe('forbidden');
    expect(await refusalOf(admin.get(`${LIST}/${randomUUID()}`))).toBe('not-found');
    expect((await admin.raw('GET', `${LIST}/1`)).status).toBe(400);
  });
});
