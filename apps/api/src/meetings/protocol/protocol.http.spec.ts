import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import sql from 'sql-template-tag';
import type { ProtocolRecipientsView } from '@runder-tisch/domain/meetings';
import { refusalOf, type RefusedError } from '@runder-tisch/scenario/client';
import { sendProtocol } from '@runder-tisch/scenario/session';
import { checkPdf } from '../../../test/pdf/check-pdf';
import { readPdf } from '../../../test/pdf/read-pdf';
import { type RunningMeeting, countySettings, runningMeeting } from '../../../test/running-meeting';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { Files } from '../../files/files';
import { Dispatcher } from '../../outbox/dispatcher';

describe('The protocol of a meeting', () => {
  let app: TestApp;
  let coordinator: RunningMeeting['coordinator'];
  let meetingId: RunningMeeting['meetingId'];
  let hiddenItemId: RunningMeeting['hiddenItemId'];
  let personId: RunningMeeting['personId'];
  let invitationId: RunningMeeting['invitationId'];
  let path: RunningMeeting['path'];
  let put: RunningMeeting['put'];
  let session: RunningMeeting['session'];
  let present: RunningMeeting['present'];

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    app.smtp.clear();
    ({ coordinator, meetingId, hiddenItemId, personId, invitationId, path, put, session, present } =
      await runningMeeting(app));
  });
  afterAll(() => app.close());

  it('is approved with text and attendance, then frozen and sent to everyone with their own tasks', async () => {
    await put(randomUUID(), { kind: 'AGREEMENT', text: 'Wartezeiten jedes Quartal melden.' });
    await put(randomUUID(), {
      kind: 'TASK',
      text: 'Liste verschicken',
      task: { dueOn: '2025-04-01', personId, organisationId: null },
    });
    await put(randomUUID(), { agendaItemId: hiddenItemId, text: 'Vertrauliche Notiz' });
    app.clock.pass(20, 'minutes');
    await coordinator.post(path('session/end'), {});
    expect(await refusalOf(coordinator.post(path('minutes/approve')))).toBe('attendance-missing');
    expect(await refusalOf(sendProtocol(coordinator, meetingId))).toBe('minutes-not-approved');
    await present();
    await coordinator.post(path('minutes/approve'));
    expect(await refusalOf(put(randomUUID(), { text: 'Zu spät' }))).toBe('minutes-approved');

    await sendProtocol(coordinator, meetingId);
    app.clock.pass(1, 'minutes');
    await app.get(Dispatcher).runOnce();
    const [raw] = await app.smtp.received(1);
    const mail = await simpleParser(raw?.raw ?? '');
    expect(mail.text).toContain('Liste verschicken');
    const [pdf] = mail.attachments;
    expect(pdf && checkPdf(pdf.content)).toEqual([]);
    expect(pdf && readPdf(pdf.content).structure.text).toContain('Liste verschicken');

    const link = /http:\/\/\S+\/protokoll\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
    const page = await (await fetch(link)).text();
    expect(page).toContain('Wartezeiten jedes Quartal melden.');
    expect(page).not.toContain('Vertrauliche Notiz');
  });

  it('is shown to those who take part, not to everybody who may know of the meeting', async () => {
    await put(randomUUID(), { kind: 'AGREEMENT', text: 'Nur für die Runde.' });
    await present();
    app.clock.pass(20, 'minutes');
    await coordinator.post(path('session/end'), {});
    await coordinator.post(path('minutes/approve'));
    const [stranger, reader, invited, admin] = await Promise.all([
      signedIn(app, 'provider'),
      signedIn(app, 'reader'),
      signedIn(app, 'provider'),
      signedIn(app, 'admin'),
    ]);
    await app.get(Database).write(systemViewer, 'test', async (tx) => {
      await rowsIn(tx, sql`update meeting set public = true where id = ${meetingId}`);
      await rowsIn(tx, sql`update invitation set person_id = ${invited.personId} where id = ${invitationId}`);
    });
    for (const client of [stranger, reader]) {
      expect(await client.get(`/api/meetings/${meetingId}`)).toMatchObject({ id: meetingId });
      expect(await refusalOf(client.get(path('protocol')))).toBe('not-found');
      expect((await client.raw('GET', path('protocol.pdf'))).status).toBe(404);
    }
    for (const client of [invited, admin])
      expect(JSON.stringify(await client.get(path('protocol')))).toContain('Nur für die Runde.');
  });

  it('is printed as a draft for any number at once: a document asks for no second connection', async () => {
    const logo = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await app.get(Database).write(systemViewer, 'test', async (tx) => {
      const id = await app.get(Files).store(tx, { name: 'logo.png', mediaType: 'image/png', bytes: logo });
      await rowsIn(tx, sql`update county_settings set logo_file_id = ${id}`);
    });
    const lists = await Promise.all(
      Array.from({ length: 16 }, () => coordinator.raw('GET', path('sign-in-list.pdf'))),
    );
    expect(new Set(lists.map((list) => list.status))).toEqual(new Set([200]));
    for (const name of ['sign-in-list.pdf', 'protocol.pdf']) {
      const pdf = await coordinator.raw('GET', path(name));
      expect([name, ...checkPdf(new Uint8Array(await pdf.arrayBuffer()))]).toEqual([name]);
    }
  });

  it('of a committee is approved with place, agenda and the count of each vote', async () => {
    const vote = randomUUID();
    await put(vote, { kind: 'VOTE', text: 'Der Ausschuss empfiehlt die Fortschreibung.' });
    await present();
    app.clock.pass(20, 'minutes');
    await coordinator.post(path('session/end'), {});
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(tx, sql`update meeting set type = 'COMMITTEE', place = '' where id = ${meetingId}`),
      );
    const missing = await coordinator.post(path('minutes/approve')).then(
      () => [],
      (error: RefusedError) => error.problem.errors.map((entry) => entry.path),
    );
    expect(missing).toEqual(['place', 'votes']);
    await put(vote, { kind: 'VOTE', text: 'Empfohlen.', votes: { yes: 7, no: 1, abstain: 2 } }, 1);
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(tx, sql`update meeting set place = 'Kreistagssaal' where id = ${meetingId}`),
      );
    await coordinator.post(path('minutes/approve'));
    expect((await session()).state).toBe('MINUTES_APPROVED');
  });

  it('reaches each human once, with the tasks of their house where nobody in person has them', async () => {
    const [ahornhaus, kiebitz] = [randomUUID(), randomUUID()];
    await app.get(Database).write(systemViewer, 'test', async (tx) => {
      await rowsIn(
        tx,
        sql`insert into organisation (id, name, type, function_mailbox, created_at) values
          (${ahornhaus}, 'Ahornhaus', 'FREE_PROVIDER', 'post@ahornhaus.test', ${app.clock.now()}),
          (${kiebitz}, 'Kiebitz', 'FREE_PROVIDER', 'post@kiebitz.test', ${app.clock.now()})`,
      );
      await rowsIn(
        tx,
        sql`update invitation set mail = 'anna@andere-adresse.test', on_behalf_of_id = ${ahornhaus} where id = ${invitationId}`,
      );
    });
    const task = (text: string, who: { personId?: string; organisationId?: string }): Promise<unknown> =>
      put(randomUUID(), {
        kind: 'TASK',
        text,
        task: { dueOn: null, personId: null, organisationId: null, ...who },
      });
    await task('Liste verschicken', { personId });
    await task('Raum stellen', { organisationId: ahornhaus });
    await task('Flyer drucken', { organisationId: kiebitz });
    const { recipients } = await coordinator.get<ProtocolRecipientsView>(path('protocol/recipients'));
    expect(recipients.map((person) => [person.name, person.mail, person.tasks])).toEqual([
      ['Anna Berg', 'anna@andere-adresse.test', 2],
      ['Kiebitz', 'post@kiebitz.test', 1],
    ]);
  });
});
