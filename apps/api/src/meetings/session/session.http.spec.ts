import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import sql from 'sql-template-tag';
import type { ProtocolRecipientsView, RunningMeetingView } from '@runder-tisch/domain/meetings';
import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import { refusalOf, type RefusedError } from '@runder-tisch/scenario/client';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { Files } from '../../files/files';
import { Dispatcher } from '../../outbox/dispatcher';

describe('A running meeting', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;
  let agendaItemId: string;
  let hiddenItemId: string;
  let personId: string;
  let invitationId: string;

  beforeAll(async () => {
    app = await testApp();
    await app.get(Database).write(systemViewer, 'test', (tx) =>
      rowsIn(
        tx,
        sql`insert into county_settings (id, county_name, sender_name, sender_address, reply_address, imprint, privacy_text, accessibility_text, set_up_at)
        values (${randomUUID()}, 'Landkreis Test', 'Sozialplanung', 'planung@kreis.test', '', '', '', '', now())`,
      ),
    );
  });
  beforeEach(async () => {
    app.clock.set('2025-03-12T13:00:00Z');
    app.smtp.clear();
    coordinator = await signedIn(app, 'coordinator');
    [meetingId, agendaItemId, hiddenItemId, personId, invitationId] = Array.from({ length: 5 }, () =>
      randomUUID(),
    ) as [string, string, string, string, string];
    await app.get(Database).write(systemViewer, 'test', async (tx) => {
      await rowsIn(
        tx,
        sql`insert into person (id, given_name, family_name, mail, created_at) values (${personId}, 'Anna', 'Berg', ${`${personId}@ahornhaus.test`}, ${app.clock.now()})`,
      );
      await rowsIn(
        tx,
        sql`insert into meeting (id, type, title, starts_at, ends_at, place, state, created_by_person_id, created_at)
        values (${meetingId}, 'NETWORK', 'Netzwerktreffen', '2025-03-12T13:00:00Z', '2025-03-12T15:00:00Z', 'Rathaus', 'INVITED', ${coordinator.personId}, ${app.clock.now()})`,
      );
      await rowsIn(
        tx,
        sql`insert into agenda_item (id, meeting_id, position, title, visibility) values
        (${agendaItemId}, ${meetingId}, 1, 'Wartezeiten', 'PUBLIC'), (${hiddenItemId}, ${meetingId}, 2, 'Nur fürs Amt', 'HIDDEN')`,
      );
      await rowsIn(
        tx,
        sql`insert into invitation (id, meeting_id, person_id, mail, name, invited_at, answer, answer_channel)
        values (${invitationId}, ${meetingId}, ${personId}, ${`${personId}@ahornhaus.test`}, 'Anna Berg', ${app.clock.now()}, 'ACCEPTED', 'LINK')`,
      );
    });
  });
  afterAll(() => app.close());

  const line = (facts: Partial<PutMinutesEntry>): PutMinutesEntry =>
    Object.assign(new PutMinutesEntry(), { agendaItemId, position: 1 }, facts);
  const path = (rest: string): string => `/api/meetings/${meetingId}/${rest}`;
  const put = (id: string, facts: Partial<PutMinutesEntry>, version = 0): Promise<{ version: number }> =>
    coordinator.put(path(`minutes/${id}`), line(facts), version);
  const session = (): Promise<RunningMeetingView> => coordinator.get<RunningMeetingView>(path('session'));
  const present = (): Promise<unknown> =>
    coordinator.put(
      path(`attendance/${randomUUID()}`),
      { invitationId, personId, organisationId: null, guestName: '', present: true },
      0,
    );

  it('keeps a line once, however often the device repeats it', async () => {
    const id = randomUUID();
    const first = await put(id, { text: 'Elf Wochen Wartezeit.' });
    expect(await put(id, { text: 'Elf Wochen Wartezeit.' })).toEqual(first);
    expect((await session()).entries).toHaveLength(1);
  });

  it('refuses to write over a line that changed on another device, so that both can be kept', async () => {
    const id = randomUUID();
    await put(id, { text: 'Erste Fassung' });
    await put(id, { text: 'Vom Tablet' }, 1);
    expect(await refusalOf(put(id, { text: 'Vom Laptop' }, 1))).toBe('line-changed-elsewhere');
    expect((await session()).entries[0]?.text).toBe('Vom Tablet');
  });

  it('keeps what comes late from a device once, and both versions where another one was faster', async () => {
    const [line, seat, words] = [randomUUID(), randomUUID(), randomUUID()];
    const hinweis = () =>
      coordinator.put(`/api/feedback/${words}`, { meetingId, text: 'Elf Wochen', speakerRole: '' }, 0);
    const tick = () =>
      coordinator.put(path(`attendance/${seat}`), { invitationId, present: true, guestName: '' }, 0);
    for (let times = 0; times < 2; times++) {
      await hinweis();
      await put(line, { kind: 'FEEDBACK', referenceId: words });
      await tick();
    }
    const { entries, attendance } = await session();
    expect(entries.map((it) => it.id)).toEqual([line]);
    expect(attendance.filter((it) => it.present).map((it) => it.invitationId)).toEqual([invitationId]);
    expect(
      await app.database.rows(`select count(*)::int as said from feedback where meeting_id = $1`, [
        meetingId,
      ]),
    ).toEqual([{ said: 1 }]);

    const [shared, own] = [randomUUID(), randomUUID()];
    await put(shared, { text: 'Erste Fassung', position: 2 });
    await put(shared, { text: 'Vom anderen Gerät', position: 2 }, 1);
    expect(await refusalOf(put(shared, { text: 'Von diesem', position: 2 }, 1))).toBe(
      'line-changed-elsewhere',
    );
    await put(own, { text: 'Von diesem', position: 2.5 });
    expect((await session()).entries.map((it) => it.text)).toEqual(['', 'Vom anderen Gerät', 'Von diesem']);
  });

  it('takes nothing from a device in the name of somebody who signed in there since', async () => {
    const send = (accountId: string): Promise<Response> =>
      fetch(app.url + path(`minutes/${randomUUID()}`), {
        method: 'PUT',
        headers: {
          ...{ 'Content-Type': 'application/json', 'X-RT-Request': '1', 'If-Match': '"v0"' },
          ...{ 'X-RT-Account': accountId, Cookie: coordinator.cookie ?? '' },
        },
        body: JSON.stringify(line({ text: 'Wer hat das geschrieben?' })),
      });
    const refused = await send(randomUUID());
    expect([refused.status, await refused.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'account-changed' }),
    ]);
    expect((await session()).entries).toEqual([]);
    expect((await send(coordinator.accountId)).status).toBe(200);
  });

  it('brings a removed line back', async () => {
    const id = randomUUID();
    await put(id, { text: 'Doch wichtig' });
    const { version } = await coordinator.delete<{ version: number }>(path(`minutes/${id}`));
    expect((await session()).entries).toEqual([]);
    await put(id, { text: 'Doch wichtig' }, version);
    expect((await session()).entries).toHaveLength(1);
  });

  it('makes a task of a task line and lets it lapse with the line', async () => {
    const id = randomUUID();
    await put(id, {
      kind: 'TASK',
      text: 'Liste verschicken',
      task: { dueOn: '2025-04-01', personId, organisationId: null },
    });
    const tasks = () =>
      app.database.rows<{ state: string; title: string }>(
        `select state, title from task where meeting_id = $1`,
        [meetingId],
      );
    expect(await tasks()).toEqual([{ state: 'OPEN', title: 'Liste verschicken' }]);
    await coordinator.delete(path(`minutes/${id}`));
    expect((await tasks())[0]?.state).toBe('DROPPED');
  });

  it('counts a person once who is ticked on two devices', async () => {
    await Promise.all([present(), present()]);
    const seats = (await session()).attendance.filter((seat) => seat.present);
    expect(seats).toHaveLength(1);
  });

  it('keeps a later deadline of a task although the words stayed the same', async () => {
    const id = randomUUID();
    const task = { dueOn: '2025-04-01', personId, organisationId: null };
    await put(id, { kind: 'TASK', text: 'Liste verschicken', task });
    await put(id, { kind: 'TASK', text: 'Liste verschicken', task: { ...task, dueOn: '2025-05-01' } }, 1);
    expect(
      await refusalOf(
        put(id, { kind: 'TASK', text: 'Liste verschicken', task: { ...task, dueOn: '2025-06-01' } }, 1),
      ),
    ).toBe('line-changed-elsewhere');
    expect((await session()).entries[0]?.task?.dueOn).toBe('2025-05-01');
  });

  it('reads a guest typed in one line as name and organisation, also in the protocol', async () => {
    const guest = (guestName: string): Promise<unknown> =>
      coordinator.put(
        path(`attendance/${randomUUID()}`),
        { invitationId: null, personId: null, organisationId: null, guestName, present: true },
        0,
      );
    await guest('Dora Lenz, Kiebitz gGmbH, Köthen');
    await guest('Emil Ohneverein');
    const guests = (await session()).attendance
      .filter((seat) => seat.guest)
      .map((seat) => [seat.name, seat.organisation]);
    expect(guests).toEqual([
      ['Dora Lenz', 'Kiebitz gGmbH, Köthen'],
      ['Emil Ohneverein', ''],
    ]);
    expect(JSON.stringify(await coordinator.get(path('protocol')))).toMatch(
      /Dora Lenz \(Gast\)[\s\S]*Kiebitz gGmbH, Köthen/,
    );
    expect(await refusalOf(guest('  '))).toBe('guest-needs-name');
  });

  it('takes nobody as present by the invitation to another meeting', async () => {
    const other = randomUUID();
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(
          tx,
          sql`insert into meeting (id, type, title, state, created_by_person_id, created_at) values (${other}, 'NETWORK', 'Anderes Treffen', 'DRAFT', ${coordinator.personId}, ${app.clock.now()})`,
        ),
      );
    const foreign = coordinator.put(
      `/api/meetings/${other}/attendance/${randomUUID()}`,
      { invitationId, personId, organisationId: null, guestName: '', present: true },
      0,
    );
    expect(await refusalOf(foreign)).toBe('invitation-foreign');
  });

  it('starts at most an hour early and is held once it ends', async () => {
    app.clock.set('2025-03-12T11:00:00Z');
    expect(await refusalOf(coordinator.post(path('session/start')))).toBe('meeting-too-early');
    app.clock.set('2025-03-12T13:00:00Z');
    await coordinator.post(path('session/start'));
    expect((await session()).state).toBe('INVITED');
    app.clock.pass(20, 'minutes');
    await coordinator.post(path('session/end'), {});
    expect((await session()).state).toBe('HELD');
  });

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
    expect(await refusalOf(coordinator.post(path('protocol/send')))).toBe('minutes-not-approved');
    await present();
    await coordinator.post(path('minutes/approve'));
    expect(await refusalOf(put(randomUUID(), { text: 'Zu spät' }))).toBe('minutes-approved');

    await coordinator.post(path('protocol/send'));
    await app.get(Dispatcher).runOnce();
    const [raw] = await app.smtp.received(1);
    const mail = await simpleParser(raw?.raw ?? '');
    expect(mail.text).toContain('Liste verschicken');
    expect(mail.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');

    const link = /http:\/\/\S+\/protokoll\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
    const page = await (await fetch(link)).text();
    expect(page).toContain('Wartezeiten jedes Quartal melden.');
    expect(page).not.toContain('Vertrauliche Notiz');
    expect(await refusalOf(coordinator.post(path('protocol/send')))).toBe('protocol-sent-already');
  });

  it('shows its protocol to those who take part, not to everybody who may know of the meeting', async () => {
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

  it('prints drafts for any number at once: a document asks for no second connection', async () => {
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

  it('takes the times of a session as instants, which the clock of no machine can bend', async () => {
    for (const startedAt of ['2025-03-12T14:00', '2025-W11-3', '2025-03-12', '+012025-03-12T14:00:00Z'])
      expect(await refusalOf(coordinator.post(path('session/end'), { startedAt, endedAt: null }))).toBe(
        'invalid-input',
      );
    const future = { startedAt: null, endedAt: '2025-03-12T16:00:00Z' };
    expect(await refusalOf(coordinator.post(path('session/end'), future))).toBe('session-ends-in-future');
    await coordinator.post(path('session/end'), { startedAt: '2025-03-12T13:30:00+01:00', endedAt: null });
    expect((await session()).sessionStartedAt).toBe('2025-03-12T12:30:00.000Z');
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

  it('is out of sight for a coordinator of another network', async () => {
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(stranger.get(path('session')))).toBe('not-found');
    expect(await refusalOf(stranger.put(path(`minutes/${randomUUID()}`), line({ text: 'Fremd' }), 0))).toBe(
      'not-found',
    );
  });
});
