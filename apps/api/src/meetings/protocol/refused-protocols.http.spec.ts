import { randomUUID } from 'node:crypto';
import sql, { type Sql } from 'sql-template-tag';
import { refusalOf } from '@runder-tisch/scenario/client';
import { sendProtocol } from '@runder-tisch/scenario/session';
import { deliveredMails } from '../../../test/delivered-mails';
import { type RunningMeeting, countySettings, runningMeeting } from '../../../test/running-meeting';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { MailLinks } from '../../access/mail-links';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { PROTOCOL_LINK } from './protocol-page.controller';

describe('A protocol', () => {
  let app: TestApp;
  let round: RunningMeeting;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    app.smtp.clear();
    round = await runningMeeting(app);
  });
  afterAll(() => app.close());

  const change = (statement: Sql) =>
    app.get(Database).write(systemViewer, 'test', (tx) => rowsIn(tx, statement));
  const approve = () => round.coordinator.post(round.path('minutes/approve'));
  const send = () => sendProtocol(round.coordinator, round.meetingId);
  const note = () => round.put(randomUUID(), { text: 'Elf Wochen Wartezeit.' });
  const protocols = () =>
    app.database.rows('select 1 from protocol where meeting_id = $1', [round.meetingId]);

  async function ended(): Promise<void> {
    app.clock.pass(20, 'minutes');
    await round.coordinator.post(round.path('session/end'), {});
  }

  async function link(): Promise<string> {
    const token = await app.get(Database).write(systemViewer, 'test', (tx) =>
      app.get(MailLinks).create(tx, {
        purpose: PROTOCOL_LINK,
        objectId: round.meetingId,
        expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
      }),
    );
    return `${app.url}/protokoll/${token}`;
  }

  it('is not approved while the meeting is still running, nor before it was held', async () => {
    await note();
    await round.present();
    expect(await refusalOf(approve())).toBe('meeting-move-not-allowed');
    await round.coordinator.post(round.path('session/start'));
    expect(await refusalOf(approve())).toBe('session-running');
    expect((await round.session()).state).toBe('INVITED');
    expect(await protocols()).toEqual([]);
  });

  it('is not approved empty', async () => {
    await round.present();
    await ended();
    expect(await refusalOf(approve())).toBe('minutes-empty');
    expect((await round.session()).state).toBe('HELD');
    expect(await protocols()).toEqual([]);
  });

  it('is not sent before it is approved, nor twice by pressing twice', async () => {
    await note();
    await round.present();
    await ended();
    expect(await refusalOf(send())).toBe('minutes-not-approved');
    await approve();
    const answers = await Promise.allSettled([send(), send()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await deliveredMails(app)).toHaveLength(1);
  });

  it('is not sent where nobody has an address, and can still be sent later', async () => {
    await note();
    const guest = { invitationId: null, personId: null, guestName: 'Emil Ohnemail', present: true };
    await round.coordinator.put(round.path(`attendance/${randomUUID()}`), guest, 0);
    await ended();
    await approve();
    const uninvited = (at: Date | null) =>
      change(sql`update invitation set uninvited_at = ${at} where id = ${round.invitationId}`);
    await uninvited(app.clock.now());
    expect(await refusalOf(send())).toBe('nobody-to-send-to');
    expect(await deliveredMails(app)).toEqual([]);
    await uninvited(null);
    await send();
    expect(await deliveredMails(app)).toHaveLength(1);
  });

  it('is shown by no link before it is approved, and by no other kind of link', async () => {
    await note();
    await round.present();
    await ended();
    const path = await link();
    for (const each of [path, `${path}/protokoll.pdf`]) expect((await fetch(each)).status).toBe(404);
    expect((await fetch(`${app.url}/protokoll/erfunden/protokoll.pdf`)).status).toBe(404);
    await approve();
    expect(await (await fetch(path)).text()).toContain('Elf Wochen Wartezeit.');
    expect((await fetch(`${path}/protokoll.pdf`)).status).toBe(200);
    await change(sql`update protocol set pdf_file_id = null where meeting_id = ${round.meetingId}`);
    expect((await fetch(`${path}/protokoll.pdf`)).status).toBe(404);
    expect(await (await fetch(path)).text()).not.toContain('protokoll.pdf');
  });

  it('is seen by those invited only once it is approved', async () => {
    await note();
    await round.present();
    await ended();
    const guest = await signedIn(app, 'provider');
    await change(sql`update invitation set person_id = ${guest.personId} where id = ${round.invitationId}`);
    expect(await refusalOf(guest.get(round.path('protocol')))).toBe('not-found');
    await approve();
    expect(JSON.stringify(await guest.get(round.path('protocol')))).toContain('Elf Wochen Wartezeit.');
  });
});
