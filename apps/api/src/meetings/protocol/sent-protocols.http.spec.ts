import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type {
  ProtocolMailView,
  ProtocolRecipient,
  ProtocolRecipientsView,
  SentView,
} from '@runder-tisch/domain/meetings';
import { refusalOf, type RefusedError } from '@runder-tisch/scenario/client';
import { sendProtocol } from '@runder-tisch/scenario/session';
import { byHand } from '../../../test/by-hand';
import { deliveredMails } from '../../../test/delivered-mails';
import { type RunningMeeting, countySettings, runningMeeting } from '../../../test/running-meeting';
import { type TestApp, testApp } from '../../../test/test-app';

describe('An approved protocol', () => {
  let app: TestApp;
  let round: RunningMeeting;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  beforeEach(async () => {
    app.smtp.clear();
    round = await runningMeeting(app);
    await round.put(randomUUID(), { text: 'Elf Wochen Wartezeit.' });
    await round.put(randomUUID(), {
      kind: 'TASK',
      text: 'Liste verschicken',
      task: { dueOn: null, personId: round.personId, organisationId: null },
    });
    await round.present();
    const guest = { invitationId: null, personId: null, guestName: 'Emil Gast', present: true };
    await round.coordinator.put(round.path(`attendance/${randomUUID()}`), guest, 0);
    app.clock.pass(20, 'minutes');
    await round.coordinator.post(round.path('session/end'), {});
    await round.coordinator.post(round.path('minutes/approve'));
  });
  afterAll(() => app.close());

  const recipients = () => round.coordinator.get<ProtocolRecipientsView>(round.path('protocol/recipients'));
  const named = async (name: string): Promise<ProtocolRecipient> =>
    (await recipients()).recipients.find((it) => it.name === name) as ProtocolRecipient;
  const state = async (name: string) => (await named(name)).mailState?.state ?? null;
  const meeting = () =>
    round.coordinator.get<{ version: number; protocolSentAt: string | null }>(
      `/api/meetings/${round.meetingId}`,
    );

  async function send(to: object[], further: object[] = []): Promise<SentView> {
    const { version } = await meeting();
    return round.coordinator.post<SentView>(round.path('protocol/send'), { to, further }, version);
  }

  it('goes to those chosen, to a guest at an address given now, and to somebody else', async () => {
    const guest = await named('Emil Gast');
    expect(guest.mail).toBe('');
    const further = { name: 'Frau Amtsleitung', mail: 'leitung@kreis.test' };
    const sent = await send([{ key: guest.key, mail: 'emil@gast.test' }], [further]);
    expect(sent.recipients).toBe(2);
    const mails = await deliveredMails(app);
    expect(mails.map((mail) => mail.to)).toEqual(['emil@gast.test', 'leitung@kreis.test']);
    const [toGuest, toOther] = mails.map((mail) => mail.text);
    expect(toGuest).toContain('dass Sie am 12. März 2025 dabei waren');
    expect(toOther).not.toContain('dabei waren.');
    expect(toOther).not.toContain('Liste verschicken');
    expect(await state('Emil Gast')).toBe('SENT');
    expect(await state('Frau Amtsleitung')).toBe('SENT');
    expect(await state('Anna Berg')).toBeNull();
  });

  it('goes to one person later as well', async () => {
    const anna = await named('Anna Berg');
    await send([{ key: anna.key, mail: '' }]);
    await deliveredMails(app);
    const first = (await meeting()).protocolSentAt;
    const guest = await named('Emil Gast');
    await send([{ key: guest.key, mail: 'emil@gast.test' }]);
    expect((await deliveredMails(app)).map((mail) => mail.to)).toEqual(['emil@gast.test']);
    expect((await meeting()).protocolSentAt).toBe(first);
  });

  it('goes again to a guest at the address that was given before', async () => {
    const guest = await named('Emil Gast');
    await send([{ key: guest.key, mail: 'emil@gast.test' }]);
    await deliveredMails(app);
    const { key, mail } = await named('Emil Gast');
    expect(mail).toBe('emil@gast.test');
    await send([{ key, mail }]);
    expect((await deliveredMails(app)).map((it) => it.to)).toEqual(['emil@gast.test']);
  });

  it('waits a minute in which it can be taken back, and then counts as not sent', async () => {
    await sendProtocol(round.coordinator, round.meetingId);
    expect((await recipients()).recallable).toEqual({ recipients: 1, secondsLeft: 60 });
    await round.coordinator.post(round.path('protocol/recall'));
    expect(await deliveredMails(app)).toEqual([]);
    expect((await meeting()).protocolSentAt).toBeNull();
    expect(await state('Anna Berg')).toBeNull();

    await sendProtocol(round.coordinator, round.meetingId);
    expect(await deliveredMails(app)).toHaveLength(1);
    expect(await refusalOf(round.coordinator.post(round.path('protocol/recall')))).toBe(
      'protocol-recall-too-late',
    );
    expect((await recipients()).recallable).toBeNull();
  });

  it('keeps what has left when a later mail is taken back', async () => {
    await sendProtocol(round.coordinator, round.meetingId);
    await deliveredMails(app);
    const guest = await named('Emil Gast');
    await send([{ key: guest.key, mail: 'emil@gast.test' }]);
    await round.coordinator.post(round.path('protocol/recall'));
    expect((await meeting()).protocolSentAt).not.toBeNull();
    expect([await state('Anna Berg'), await state('Emil Gast')]).toEqual(['SENT', null]);
  });

  it('never goes to another address than the known one, nor to strangers of the meeting', async () => {
    const anna = await named('Anna Berg');
    await send([{ key: anna.key, mail: 'anderswo@fremd.test' }]);
    expect((await deliveredMails(app)).map((mail) => mail.to)).toEqual([anna.mail]);
    expect(await refusalOf(send([{ key: randomUUID(), mail: 'x@fremd.test' }]))).toBe('recipient-foreign');
    const guest = await named('Emil Gast');
    const wrong = await send([{ key: guest.key, mail: '' }]).then(
      () => [],
      (error: RefusedError) => error.problem.errors.map((entry) => entry.path),
    );
    expect(wrong).toEqual(['to.0.mail']);
    expect(await refusalOf(send([]))).toBe('nobody-to-send-to');
  });

  it('shows its mail before it is sent, with the tasks of whoever is chosen, and stores nothing', async () => {
    const links = () => app.database.rows(`select count(*)::int as n from mail_link`);
    const before = await links();
    const anna = await named('Anna Berg');
    const mail = await round.coordinator.get<ProtocolMailView>(
      `${round.path('protocol/mail')}?key=${encodeURIComponent(anna.key ?? '')}`,
    );
    expect(mail.to).toContain(anna.mail);
    expect(JSON.stringify(mail.content)).toContain('Liste verschicken');
    expect(mail.attachment).toMatch(/\.pdf$/);
    expect(await links()).toEqual(before);
  });

  it('that did not arrive goes again, to the address the person has by now, and waits its minute', async () => {
    const { key, mail: wrong } = await named('Anna Berg');
    app.smtp.refuse(550);
    await send([{ key, mail: '' }], [{ name: 'Frau Amtsleitung', mail: 'leitung@kreis.test' }]);
    await deliveredMails(app);
    app.smtp.refuse(null);
    expect(await named('Anna Berg')).toMatchObject({
      mailState: { state: 'REFUSED', reason: expect.stringContaining('550') as string },
    });

    await byHand(app, sql`update person set mail = 'anna@richtig.test' where id = ${round.personId}`);
    await send([{ key, mail: wrong }]);
    expect((await recipients()).recallable?.recipients).toBe(1);
    expect((await deliveredMails(app)).map((mail) => mail.to)).toEqual(['anna@richtig.test']);
    expect(await state('Anna Berg')).toBe('SENT');
    expect((await recipients()).recipients.filter((it) => it.mailState?.state === 'REFUSED')).toMatchObject([
      { key: null, name: 'Frau Amtsleitung', mail: 'leitung@kreis.test' },
    ]);
  });
});
