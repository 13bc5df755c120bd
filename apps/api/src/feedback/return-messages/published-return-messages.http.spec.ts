import type { ReturnMessagesView, ReturnMessageView } from '@runder-tisch/domain/feedback';
import type { FormatState } from '@runder-tisch/domain/formats';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  decideFeedback,
  feedback,
  feedbackView,
  linkFeedback,
  publishReturnMessage,
  returnMessage,
  sendReturnMessage,
} from '@runder-tisch/scenario/feedback';
import { changeFormat, format, formatView, moveFormat } from '@runder-tisch/scenario/formats';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { enterAnswer, invitationOf, invitedMeeting } from '@runder-tisch/scenario/meetings';
import { guest } from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

describe('An Ergebnisbrief for everybody', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let formatId: string;
  let meetingId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  afterAll(() => app.close());

  /** A format with one meeting that is over, and a Hinweis of it that is decided. */
  async function heldFormat(attending: 'with-address' | 'without'): Promise<void> {
    formatId = await format(planner, 'World Café', { title: 'Café im Park' });
    const { id } = await invitedMeeting(planner, {
      ...{ formatId, day: '2026-12-01', title: 'Café im Park am Dienstag', invitees: ['kommt@haus.test'] },
    });
    meetingId = id;
    if (attending === 'with-address') await comes();
    else await guest(planner, meetingId, 'Dora Lenz ohne Mail');
    await app.database.rows(
      `begin; select set_config('rt.actor', 'test', true), set_config('rt.use_case', 'test', true), set_config('rt.request_id', 'test', true);
       update meeting set state = 'HELD' where id = '${meetingId}'; commit`,
    );
    await moveFormat(planner, formatId, 'plan', 'open', 'start', 'close');
    await changeFormat(planner, formatId, { results: [{ title: 'Kernaussage', text: 'Bänke fehlen.' }] });
    await said('Es fehlen Bänke.');
    app.smtp.clear();
  }
  const comes = async (): Promise<void> => {
    const { id } = await invitationOf(planner, meetingId, 'kommt@haus.test');
    await enterAnswer(planner, id, { answer: 'ACCEPTED', channel: 'PHONE' });
  };
  async function said(text: string): Promise<string> {
    const { id } = await feedback(planner, { text, meetingId, speakerRole: 'Kanarienrolle' });
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'INCORPORATED', reason: 'Zwei Bänke sind bestellt.' });
    return id;
  }
  const state = async (): Promise<FormatState> => (await formatView(planner, formatId)).state;
  const fedBack = (): Promise<string> => refusalOf(moveFormat(planner, formatId, 'feed-back'));
  const view = (id: string): Promise<ReturnMessageView> => planner.get(`/api/return-messages/${id}`);
  async function mails(): Promise<number> {
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    return app.smtp.mailsTo('kommt@haus.test').filter(({ raw }) => raw.includes('Was wurde')).length;
  }

  it('is enough where nobody left an address, whether the format was evaluated before or after', async () => {
    await heldFormat('without');
    await moveFormat(planner, formatId, 'evaluate');
    expect(await fedBack()).toBe('format-not-returned');
    const letter = await returnMessage(planner, { meetingId });
    expect(await refusalOf(sendReturnMessage(planner, letter.id))).toBe('return-message-nobody');
    await publishReturnMessage(planner, letter.id);
    expect(await state()).toBe('FED_BACK');
    expect(letter.items).toHaveLength(1);
    expect((await feedbackView(planner, letter.items[0]?.feedbackId ?? '')).state).toBe('ANSWERED');
    expect(await mails()).toBe(0);

    await heldFormat('without');
    await publishReturnMessage(planner, (await returnMessage(planner, { meetingId })).id);
    expect(await state()).toBe('CLOSED');
    await moveFormat(planner, formatId, 'evaluate', 'feed-back');
    expect(await state()).toBe('FED_BACK');
  });

  it('leaves those with an address to a mail, which may come after it', async () => {
    await heldFormat('with-address');
    await moveFormat(planner, formatId, 'evaluate');
    const { id } = await returnMessage(planner, { meetingId });
    await publishReturnMessage(planner, id);
    expect(await state()).toBe('EVALUATED');
    expect(await fedBack()).toBe('format-not-returned');
    expect(await formatView(planner, formatId)).toMatchObject({ unreached: 1 });
    expect(await view(id)).toMatchObject({ mayChange: false, mailed: false, mayMail: true });

    await sendReturnMessage(planner, id);
    expect(await state()).toBe('FED_BACK');
    await planner.post(`/api/return-messages/${id}/recall`);
    expect(await state()).toBe('EVALUATED');
    expect(await view(id)).toMatchObject({ mailed: false, publishedBy: 'Test planner' });
    expect(await mails()).toBe(0);
    await sendReturnMessage(planner, id);
    expect(await mails()).toBe(1);
    expect(await state()).toBe('FED_BACK');
    expect(await refusalOf(sendReturnMessage(planner, id))).toBe('return-message-sent');
  });

  it('may come after the mail, and changes nothing of what that did', async () => {
    await heldFormat('with-address');
    await moveFormat(planner, formatId, 'evaluate');
    const { id } = await returnMessage(planner, { meetingId });
    await sendReturnMessage(planner, id);
    expect(await state()).toBe('FED_BACK');
    expect((await fetch(`${app.url}/ergebnisse/brief/${id}`)).status).toBe(404);
    await publishReturnMessage(planner, id);
    expect(await refusalOf(publishReturnMessage(planner, id))).toBe('return-message-public');
    expect(await state()).toBe('FED_BACK');
    expect((await fetch(`${app.url}/ergebnisse/brief/${id}`)).status).toBe(200);
    expect(await mails()).toBe(1);
  });

  it('is read by everybody without roles, greetings or who wrote it, until it is shown no more', async () => {
    await heldFormat('without');
    const open = await feedback(planner, { text: 'Und Licht.', meetingId });
    const kept = await said('Der Weg ist zu steil.');
    const { id } = await returnMessage(
      planner,
      { meetingId },
      { inReviewUntil: '2027-02-28', closing: 'Gruß Kanarienschluss' },
    );
    expect(
      await refusalOf(
        (await signedIn(app, 'coordinator')).post(`/api/return-messages/${id}/publish`, undefined, 1),
      ),
    ).toBe('forbidden');
    await publishReturnMessage(planner, id);
    const page = await (await fetch(`${app.url}/ergebnisse/brief/${id}`)).text();
    for (const words of [
      'Es fehlen Bänke.',
      'Wir haben diesen Hinweis aufgenommen.',
      'Zwei Bänke sind bestellt.',
      'Café im Park am Dienstag',
      '1 Hinweis wird noch geprüft bis 28. Februar 2027',
    ])
      expect(page).toContain(words);
    for (const words of ['Kanarienrolle', 'Kanarienschluss', 'Test planner', 'Und Licht', '<script'])
      expect(page).not.toContain(words);
    expect(open.number).not.toBe('');
    const link = `href="/ergebnisse/brief/${id}"`;
    const listed = async (): Promise<boolean> =>
      (await (await fetch(`${app.url}/ergebnisse`)).text()).includes(link);
    expect(await listed()).toBe(true);

    const { version } = await view(id);
    await planner.post(`/api/return-messages/${id}/unpublish`, undefined, version);
    expect([await listed(), (await fetch(`${app.url}/ergebnisse/brief/${id}`)).status]).toEqual([false, 404]);
    const again = (await view(id)).version;
    expect(await refusalOf(planner.post(`/api/return-messages/${id}/unpublish`, undefined, again))).toBe(
      'return-message-not-public',
    );
    expect((await feedbackView(planner, kept)).state).toBe('ANSWERED');
    const { items } = await planner.get<ReturnMessagesView>(`/api/return-messages?meetingId=${meetingId}`);
    expect(items).toMatchObject([{ id, recipients: 0, publishedAt: null }]);
  });

  it('is taken back within the minute, with the answers it gave, and not later', async () => {
    await heldFormat('without');
    await moveFormat(planner, formatId, 'evaluate');
    const letter = await returnMessage(planner, { meetingId });
    await publishReturnMessage(planner, letter.id);
    await planner.post(`/api/return-messages/${letter.id}/recall`);
    expect(await state()).toBe('EVALUATED');
    expect(await view(letter.id)).toMatchObject({ sentAt: null, publishedAt: null, mayChange: true });
    expect((await feedbackView(planner, letter.items[0]?.feedbackId ?? '')).state).toBe('DECIDED');
    await publishReturnMessage(planner, letter.id);
    app.clock.pass(2, 'minutes');
    expect(await refusalOf(planner.post(`/api/return-messages/${letter.id}/recall`))).toBe(
      'return-message-recall-too-late',
    );
  });
});
