import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { MeetingState } from '@runder-tisch/domain/meetings';
import { AddInvitees, SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { byHand } from '../../../test/by-hand';
import { deliveredMails } from '../../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const ANNA = 'anna@ahornhaus.test';
const JAN = 'jan@birkenhof.test';

describe('Nobody hears of a meeting', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
  });
  beforeEach(async () => {
    const facts = { title: 'Werkstatt', day: '2026-12-03', invitees: [ANNA, JAN] };
    meetingId = (await given.invitedMeeting(coordinator, facts)).id;
    await deliveredMails(app);
  });
  afterAll(() => app.close());

  const become = (state: MeetingState) =>
    byHand(app, sql`update meeting set state = ${state} where id = ${meetingId}`);
  const invitation = (mail: string) => given.invitationOf(coordinator, meetingId, mail);

  /** On the list, but not told yet. */
  const listed = (mail: string) =>
    coordinator.post(
      `/api/meetings/${meetingId}/invitations`,
      Object.assign(new AddInvitees(), {
        invitees: [Object.assign(new SaveInvitee(), { mail, name: mail })],
        send: false,
      }),
    );

  /** The refusal, after making sure that the list stayed as it was and no mail went out. */
  async function refused(change: () => Promise<unknown>): Promise<string> {
    const look = async () => (await given.staffMeeting(coordinator, meetingId)).invitations;
    const before = await look();
    const code = await refusalOf(change());
    expect(await look()).toEqual(before);
    expect(await deliveredMails(app)).toEqual([]);
    return code;
  }

  it('once everybody has answered: nobody is reminded', async () => {
    for (const mail of [ANNA, JAN])
      await given.enterAnswer(coordinator, (await invitation(mail)).id, {
        answer: 'DECLINED',
        channel: 'PHONE',
      });
    expect(await refused(() => given.remind(coordinator, meetingId))).toBe('nobody-silent');
  });

  it('a second time because somebody put them on the list again', async () => {
    expect(await refused(() => given.inviteMore(coordinator, meetingId, [ANNA]))).toBe('nobody-to-invite');
    // Nor does anybody else hear of it then, who is on the list and was not meant.
    await listed('wartet@ulme.test');
    expect(await refused(() => given.inviteMore(coordinator, meetingId, [ANNA]))).toBe('nobody-to-invite');
  });

  it.each([
    ['CANCELLED', 'meeting-cancelled'],
    ['HELD', 'meeting-over'],
    ['MINUTES_APPROVED', 'meeting-over'],
  ] as const)('that is %s: the list stays as it is', async (state, code) => {
    await become(state);
    expect(await refused(() => given.inviteMore(coordinator, meetingId, ['neu@ulme.test']))).toBe(code);
    expect(await refused(() => listed('neu@ulme.test'))).toBe(code);
  });

  it.each(['HELD', 'MINUTES_APPROVED'] as const)('that is %s by being taken off its list', async (state) => {
    const { id } = await invitation(ANNA);
    await become(state);
    expect(await refused(() => given.withdraw(coordinator, id))).toBe('meeting-over');
  });

  it('they are not invited to any more, or never were', async () => {
    const { id } = await invitation(ANNA);
    await given.withdraw(coordinator, id);
    await deliveredMails(app);
    expect(await refused(() => given.withdraw(coordinator, id))).toBe('not-invited');
    expect(await refused(() => given.withdraw(coordinator, randomUUID()))).toBe('not-found');
  });

  it('on a waiting list they do not stand on', async () => {
    const place = (id: string) => coordinator.post(`/api/invitations/${id}/waiting-place`, { place: 1 });
    const { id } = await invitation(ANNA);
    expect(await refused(() => place(id))).toBe('not-waiting');
    expect(await refused(() => place(randomUUID()))).toBe('not-waiting');
  });

  it('by a test mail to somebody without an address', async () => {
    const nobody = await signedIn(app, 'coordinator');
    await byHand(app, sql`update person set mail = '' where id = ${nobody.personId}`);
    await byHand(app, sql`update account set mail = '' where id = ${nobody.accountId}`);
    expect(await refused(() => given.testMail(nobody, { day: '2026-12-03' }))).toBe('no-own-address');
  });

  it('by a reply that is larger than any mail program sends', async () => {
    const answer = await fetch(`${app.url}/api/meetings/${meetingId}/replies`, {
      method: 'POST',
      headers: {
        ...{ 'X-RT-Request': '1', 'Content-Type': 'application/octet-stream' },
        Cookie: coordinator.cookie ?? '',
      },
      body: new Uint8Array(5 * 1024 * 1024 + 1),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'too-large']);
  });
});
