import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { byHand } from '../../../test/by-hand';
import { deliveredMails } from '../../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const EVA = 'eva@eiche.test';
const TOM = 'tom@tanne.test';

describe('An invitation that did not arrive', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
    ({ id } = await given.invitedMeeting(coordinator, { day: '2026-12-03', invitees: [EVA, TOM] }));
    await refuseAll();
  });
  afterAll(() => app.close());

  /** What waits leaves, and the mail server takes none of it. */
  async function refuseAll(): Promise<void> {
    app.smtp.refuse(550);
    await deliveredMails(app);
    app.smtp.refuse(null);
  }
  const of = (mail: string) => given.invitationOf(coordinator, id, mail);
  const stateOf = async (mail: string) => (await of(mail)).mailState?.state;
  const again = async (...mails: string[]) => {
    const ids = await Promise.all(mails.map(async (mail) => (await of(mail)).id));
    return given.inviteAgain(coordinator, id, ids);
  };
  const page = () => given.staffMeeting(coordinator, id);

  it('goes once more to all it did not reach, as the same entry of their calendar', async () => {
    const sent = await again();
    expect(sent.recipients).toBe(2);
    expect((await page()).recallable).toMatchObject({ recipients: 2, secondsLeft: 60 });
    const mails = await deliveredMails(app);
    expect(mails.map((mail) => mail.to)).toEqual([EVA, TOM]);
    const calendar = mails[0]?.calendar?.text.replace(/\r\n /g, '');
    expect(calendar).toContain('METHOD:REQUEST');
    expect(calendar).toContain('SEQUENCE:0');
    expect(calendar).toMatch(new RegExp(`UID:${id}`));
    expect(await stateOf(EVA)).toBe('SENT');
    expect(await refusalOf(again())).toBe('nobody-refused');
  });

  it('goes to one of them alone', async () => {
    expect((await again(TOM)).recipients).toBe(1);
    expect((await deliveredMails(app)).map((mail) => mail.to)).toEqual([TOM]);
    expect([await stateOf(EVA), await stateOf(TOM)]).toEqual(['REFUSED', 'SENT']);
    expect(await refusalOf(again(TOM))).toBe('nobody-refused');
  });

  it('can be taken back for a minute; whoever was invited stays invited', async () => {
    await again();
    await given.recall(coordinator, id);
    expect(await deliveredMails(app)).toEqual([]);
    expect(await page()).toMatchObject({ state: 'INVITED', recallable: null });
    expect(await stateOf(EVA)).toBe('REFUSED');
    await again(EVA);
    expect(await deliveredMails(app)).toHaveLength(1);
    expect(await refusalOf(given.recall(coordinator, id))).toBe('recall-too-late');
  });

  it('goes to the address that was corrected since, and the calendar there is asked', async () => {
    const personId = randomUUID();
    await byHand(
      app,
      sql`insert into person (id, given_name, family_name, mail, created_at) values (${personId}, 'Eva', 'Eiche', 'Eva.Richtig@eiche.test', now())`,
    );
    await byHand(app, sql`update invitation set person_id = ${personId} where id = ${(await of(EVA)).id}`);
    await again(EVA);
    const [mail] = await deliveredMails(app);
    expect(mail?.to).toBe('eva.richtig@eiche.test');
    expect(mail?.calendar?.text.replace(/\r\n /g, '')).toMatch(/ATTENDEE.*eva\.richtig@eiche\.test/i);
    expect(await of('eva.richtig@eiche.test')).toMatchObject({ mailState: { state: 'SENT' } });
  });

  it('tells the date of today after the meeting moved, with the SEQUENCE of the move', async () => {
    await given.changeMeeting(coordinator, id, { day: '2026-12-10' });
    await refuseAll();
    await again(EVA);
    const [mail] = await deliveredMails(app);
    const calendar = mail?.calendar?.text.replace(/\r\n /g, '');
    expect(calendar).toContain('SEQUENCE:1');
    expect(calendar).toMatch(/DTSTART.*20261210/);
  });

  it('does not leave any more once the meeting is cancelled', async () => {
    await again();
    await given.cancelMeeting(coordinator, id, 'Zu wenige');
    const subjects = (await deliveredMails(app)).map((mail) => mail.subject.split(':')[0]);
    expect(subjects).not.toContain('Einladung');
    expect(await refusalOf(again())).toBe('meeting-cancelled');
  });
});
