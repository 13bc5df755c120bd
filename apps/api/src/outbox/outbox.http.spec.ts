import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import sql from 'sql-template-tag';
import type { OutboxListItem, OutboxMailView } from '@runder-tisch/domain/outbox';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { byHand } from '../../test/by-hand';
import { faultySmtp } from '../../test/smtp/faulty-smtp';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { mailTo } from '../../test/smtp/outbox-bench';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { Dispatcher, lanePatience } from './dispatcher';
import { Outbox } from './outbox';
import type { OutgoingMail } from './outgoing-mail';

function enqueue(app: TestApp, ...mails: OutgoingMail[]): Promise<string[]> {
  return app.get(Database).write(systemViewer, 'test.enqueue', (tx) => app.get(Outbox).enqueueAll(tx, mails));
}

describe('the mailbox page while no mail leaves the house', () => {
  let app: TestApp;
  let admin: SignedIn;
  let coordinator: SignedIn;
  let ids: string[];

  beforeAll(async () => {
    app = await testApp({ smtp: false });
    admin = await signedIn(app, 'admin');
    coordinator = await signedIn(app, 'coordinator');
    ids = await enqueue(
      app,
      mailTo('eigene', { accountId: coordinator.accountId, subject: 'Einladung nach Köthen' }),
      mailTo('fremde'),
      mailTo('anmeldung', { accountId: coordinator.accountId, confidential: true, purpose: 'sign-in' }),
    );
    await app.get(Dispatcher).runOnce();
  });

  afterAll(() => app.close());

  it('shows the administration every mail, newest first', async () => {
    const list = await admin.get<Page<OutboxListItem>>('/api/outbox');
    expect(list.items.map((item) => item.id)).toEqual([...ids].reverse());
    expect(list).toMatchObject({ total: 3, next: null });
    expect(list.items[2]).toMatchObject({
      subject: 'Einladung nach Köthen',
      toAddress: 'eigene@traeger.test',
      state: 'HELD',
      reason: 'Es ist kein Mailserver eingerichtet.',
      readable: true,
    });
  });

  it('opens a mail as its recipient would see it', async () => {
    const mail = await admin.get<OutboxMailView>(`/api/outbox/${ids[1]}`);
    expect(mail).toMatchObject({
      text: 'Guten Tag,\n\nwir laden Sie ein.\n',
      html: '<p>Guten Tag,</p><p>wir laden Sie ein.</p>',
      calendar: null,
      attachments: [],
    });
  });

  it('shows the HTML of a mail in a frame that may run no script and load nothing from elsewhere', async () => {
    const answer = await admin.raw('GET', `/api/outbox/${ids[1]}/page`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe('<base target="_blank"><p>Guten Tag,</p><p>wir laden Sie ein.</p>');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-forms/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect((await coordinator.raw('GET', `/api/outbox/${ids[1]}/page`)).status).toBe(404);
    expect((await coordinator.raw('GET', `/api/outbox/${ids[2]}/page`)).status).toBe(404);
  });

  it('shows a coordinator their own mails, and no sign-in link', async () => {
    const list = await coordinator.get<Page<OutboxListItem>>('/api/outbox');
    expect(list.items.map((item) => [item.id, item.readable])).toEqual([
      [ids[2], false],
      [ids[0], true],
    ]);
    expect(await refusalOf(coordinator.get(`/api/outbox/${ids[0]}`))).toBe('not refused');
    expect(await refusalOf(coordinator.get(`/api/outbox/${ids[1]}`))).toBe('not-found');
    expect(await refusalOf(coordinator.get(`/api/outbox/${ids[2]}`))).toBe('not-found');
    expect(await refusalOf(admin.get(`/api/outbox/${ids[2]}`))).toBe('not refused');
  });

  it.each([
    ['search=koethen', 1],
    ['search=%25', 0],
    ['state=HELD', 3],
    ['state=SENT', 0],
    ['objectKind=invitation', 3],
    ['objectKind=protocol', 0],
  ])('finds by %s', async (query, count) => {
    expect((await admin.get<Page<OutboxListItem>>(`/api/outbox?${query}`)).total).toBe(count);
  });

  it('pages without losing or repeating a mail', async () => {
    const first = await admin.get<Page<OutboxListItem>>('/api/outbox?limit=2');
    const second = await admin.get<Page<OutboxListItem>>(`/api/outbox?limit=2&after=${first.next}`);
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([...ids].reverse());
    expect(second.next).toBeNull();
  });

  it.each(['state=GONE', 'limit=0', 'limit=1000', 'objectId=1', 'foo=1', `search=${'a'.repeat(101)}`])(
    'refuses %s',
    async (query) => {
      expect((await admin.raw('GET', `/api/outbox?${query}`)).status).toBe(400);
    },
  );

  it('is closed to everybody else', async () => {
    const reader = await signedIn(app, 'reader', 'provider');
    expect(await refusalOf(reader.get('/api/outbox'))).toBe('forbidden');
    expect(await refusalOf(admin.get(`/api/outbox/${randomUUID()}`))).toBe('not-found');
    expect((await admin.raw('GET', '/api/outbox/1')).status).toBe(400);
  });
});

describe('the mailbox page with a mail server', () => {
  it('shows that a mail left, and nobody its text', async () => {
    const app = await testApp();
    const admin = await signedIn(app, 'admin');
    const [id] = await enqueue(app, mailTo('ute'));
    const waiting = await admin.get<Page<OutboxListItem>>('/api/outbox');
    expect(waiting.items[0]).toMatchObject({ state: 'QUEUED', readable: false });
    expect(await refusalOf(admin.get(`/api/outbox/${id}`))).toBe('not-found');
    await app.get(Dispatcher).runOnce();
    const list = await admin.get<Page<OutboxListItem>>('/api/outbox');
    expect(list.items[0]).toMatchObject({ state: 'SENT', readable: false, reason: '' });
    expect(await refusalOf(admin.get(`/api/outbox/${id}`))).toBe('not-found');
    // Kept from a time without a mail server, it is shown to nobody either.
    const preview = JSON.stringify({ from: 'a@kreis.test', text: 'Wir laden Sie ein', attachments: [] });
    await byHand(app, sql`update outbox_message set preview = ${preview}::jsonb where id = ${id}`);
    expect(await refusalOf(admin.get(`/api/outbox/${id}`))).toBe('not-found');
    expect((await admin.raw('GET', `/api/outbox/${id}/page`)).status).toBe(404);
    const parsed = await simpleParser(app.smtp.mailsTo('ute@traeger.test')[0]?.raw ?? '');
    expect(parsed.text).toContain('wir laden Sie ein');
    await app.close();
  });

  it.each([
    ['a slow one', 1],
    ['several slow ones', 5],
  ])('lets no mail wait for %s', async (_what, slow) => {
    const patience = jest.replaceProperty(lanePatience, 'slowMs', 50);
    const smtp = await faultySmtp();
    const answers: (() => void)[] = [];
    const asked = new Promise<void>((resolve) => {
      smtp.beforeAnswer(({ to }) => {
        if (!to.startsWith('langsam')) return Promise.resolve();
        return new Promise((answer) => {
          if (answers.push(answer) === slow) resolve();
        });
      });
    });
    const app = await testApp({ background: true, smtpUrl: smtp.url });
    await enqueue(app, ...Array.from({ length: slow }, (_, index) => mailTo(`langsam${index}`)));
    await asked;
    for (const name of ['ute', 'jan']) {
      const arrived = new Promise<void>((resolve) =>
        smtp.onTaken(({ to }) => to.startsWith(name) && resolve()),
      );
      await enqueue(app, mailTo(name));
      await arrived;
    }
    expect(smtp.taken.map((mail) => mail.to)).toEqual(['ute@traeger.test', 'jan@traeger.test']);
    answers.forEach((answer) => answer());
    await app.close();
    await smtp.close();
    patience.restore();
  });

  it('sends in the background by itself', async () => {
    const app = await testApp({ background: true });
    await enqueue(app, mailTo('ute'), mailTo('jan'));
    const mails = await app.smtp.received(2);
    expect(mails.map((mail) => mail.to[0]).sort()).toEqual(['jan@traeger.test', 'ute@traeger.test']);
    await app.close();
  });
});
