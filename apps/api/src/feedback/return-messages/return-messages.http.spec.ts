import { simpleParser } from 'mailparser';
import type { ReturnMessagesView, ReturnMessageView } from '@runder-tisch/domain/feedback';
import type { FormatTypeView, FormatView } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import type { TraceView } from '@runder-tisch/domain/trace';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackView,
  linkFeedback,
  returnMessage,
  sendReturnMessage,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { enterAnswer, invitationOf, invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { guest } from '@runder-tisch/scenario/session';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { Dispatcher } from '../../outbox/dispatcher';

const CANARY = 'Kanarienvogel';

describe('An Ergebnisbrief', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let networkId: string;
  let meetingId: string;
  let fieldId: string;

  let networks = 0;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  // A coordinator of their own for each: they see only their letters.
  beforeEach(async () => {
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: `Frühe Hilfen ${(networks += 1)}` });
    meetingId = await meetingWith({
      'kommt@haus.test': 'ACCEPTED',
      'kommt-nicht@haus.test': 'DECLINED',
      'schweigt@haus.test': null,
    });
  });
  afterAll(() => app.close());

  async function meetingWith(
    answers: Record<string, 'ACCEPTED' | 'DECLINED' | null>,
    formatId: string | null = null,
  ): Promise<string> {
    const { id } = await invitedMeeting(coordinator, {
      networkId,
      formatId,
      day: '2026-12-01',
      title: 'Runder Tisch im Advent',
      invitees: Object.keys(answers),
    });
    for (const [mail, answer] of Object.entries(answers)) {
      if (answer)
        await enterAnswer(coordinator, (await invitationOf(coordinator, id, mail)).id, {
          answer,
          channel: 'PHONE',
        });
    }
    app.clock.pass(3, 'minutes');
    await app.get(Dispatcher).runOnce();
    app.smtp.clear();
    return id;
  }
  const said = async (text: string, facts: object = { meetingId }): Promise<string> =>
    (await feedback(coordinator, { text, ...facts })).id;
  const decide = async (id: string, reason: string): Promise<void> => {
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'INCORPORATED', reason });
  };
  const letters = (client: Client, query = ''): Promise<ReturnMessagesView> =>
    client.get(`/api/return-messages${query}`);

  it('tells everybody who came or accepted what became of each Hinweis, and names what is open until when', async () => {
    const taken = await said('Eine Spielecke wäre gut.');
    const open = await said(`Frau ${CANARY} möchte einen Sprechtag.`);
    await said(`Herr ${CANARY} möchte etwas anderes.`);
    await triageFeedback(coordinator, open);
    await decide(taken, 'Sie wird im Mai gebaut.');
    await guest(coordinator, meetingId, 'Dora Lenz ohne Mail');
    expect((await letters(coordinator)).due).toMatchObject([
      { about: { kind: 'meeting', id: meetingId }, decided: 1, open: 2 },
    ]);

    const draft = await returnMessage(
      coordinator,
      { meetingId },
      { subject: 'Was wurde aus dem Advent?', intro: 'Danke fürs Kommen.' },
    );
    expect(draft).toMatchObject({
      number: 1,
      decided: 1,
      open: 2,
      withoutMail: ['Dora Lenz ohne Mail'],
      recipients: [{ mail: 'kommt@haus.test' }],
    });
    expect(draft.items.map((item) => [item.text, item.state])).toContainEqual([
      'Eine Spielecke wäre gut.',
      'DECIDED',
    ]);
    expect(draft.document).toBeNull();
    expect(JSON.stringify(draft)).not.toContain(CANARY);
    expect(await refusalOf(sendReturnMessage(coordinator, draft.id))).toBe('return-message-review-missing');
    await save(coordinator, draft, { inReviewUntil: '2026-11-22' });
    expect(await refusalOf(sendReturnMessage(coordinator, draft.id))).toBe('return-message-review-past');
    await save(coordinator, await coordinator.get(`/api/return-messages/${draft.id}`), {
      inReviewUntil: '2027-01-31',
    });
    expect(await sendReturnMessage(coordinator, draft.id)).toMatchObject({ recipients: 1 });
    app.clock.pass(1, 'minutes');

    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mails.map((mail) => mail.to)).toEqual([['kommt@haus.test']]);
    const bytes = app.smtp.mails[0]?.raw ?? Buffer.alloc(0);
    const mail = await simpleParser(bytes);
    expect(mail.subject).toBe('Was wurde aus dem Advent?');
    for (const words of [
      'Danke fürs Kommen.',
      'Eine Spielecke wäre gut.',
      'Wir haben diesen Hinweis aufgenommen.',
      'Sie wird im Mai gebaut.',
      '31. Januar 2027',
      '[entfernt] möchte einen Sprechtag.',
      'Ein weiterer Hinweis wird gerade noch gelesen.',
    ]) {
      expect(mail.text).toContain(words);
      expect(mail.html || '').toContain(words);
    }
    expect(bytes.toString('utf8') + (mail.text ?? '')).not.toContain(CANARY);

    expect(await feedbackView(planner, taken)).toMatchObject({
      state: 'ANSWERED',
      returnMessage: { id: draft.id },
      undo: null,
    });
    expect((await feedbackView(planner, taken)).answer).toContain('Sie wird im Mai gebaut.');
    expect((await feedbackView(planner, open)).state).toBe('TRIAGED');
    expect((await staffMeeting(coordinator, meetingId)).fedBack).toBe(true);
    const trace = await planner.get<TraceView>(`/api/trace/feedback/${taken}`);
    expect(trace.cameOfIt.map((line) => [line.kind, line.id, line.relation])).toContainEqual([
      'return-message',
      draft.id,
      'beantwortet in',
    ]);
    expect(await refusalOf(sendReturnMessage(coordinator, draft.id))).toBe('return-message-sent');
  });

  it('is taken back within the minute, with the answers it gave and what followed them', async () => {
    const [single, told, open] = [await said('Einzeln.'), await said('Im Brief.'), await said('Offen.')];
    for (const id of [single, told]) await decide(id, 'Ja.');
    await answerFeedback(planner, single, 'Schon einzeln beantwortet.');
    const draft = await returnMessage(coordinator, { meetingId }, { inReviewUntil: '2027-01-31' });
    const before = await feedbackView(planner, told);
    await sendReturnMessage(coordinator, draft.id);
    const sent = await coordinator.get<ReturnMessageView>(`/api/return-messages/${draft.id}`);
    expect(sent.recallable).toEqual({ recipients: 1, secondsLeft: 60 });
    expect((await feedbackView(planner, told)).state).toBe('ANSWERED');

    await coordinator.post(`/api/return-messages/${draft.id}/recall`);
    app.clock.pass(2, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mails).toEqual([]);
    const { version: _, ...as } = await feedbackView(planner, told);
    const { version: __, ...was } = before;
    expect(as).toEqual(was);
    expect((await feedbackView(planner, single)).answer).toBe('Schon einzeln beantwortet.');
    expect((await feedbackView(planner, open)).state).toBe('SUBMITTED');
    expect((await staffMeeting(coordinator, meetingId)).fedBack).toBe(false);
    const again = await coordinator.get<ReturnMessageView>(`/api/return-messages/${draft.id}`);
    expect(again).toMatchObject({ sentAt: null, mayChange: true, inReviewUntil: '2027-01-31' });

    await sendReturnMessage(coordinator, draft.id);
    app.clock.pass(1, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mails).toHaveLength(1);
    const late = coordinator.post(`/api/return-messages/${draft.id}/recall`);
    expect(await refusalOf(late)).toBe('recall-too-late');
    expect((await feedbackView(planner, told)).state).toBe('ANSWERED');
  });

  it('is followed by a second one that closes what was open', async () => {
    const first = await said('Zuerst entschieden.');
    const later = await said('Später entschieden.');
    await decide(first, 'Ja.');
    await sendReturnMessage(
      coordinator,
      (await returnMessage(coordinator, { meetingId }, { inReviewUntil: '2027-01-31' })).id,
    );
    expect((await letters(coordinator, `?meetingId=${meetingId}`)).items).toMatchObject([
      { number: 1, decided: 1, open: 1, inReviewUntil: '2027-01-31' },
    ]);
    await decide(later, 'Auch ja.');
    app.smtp.clear();
    const second = await returnMessage(coordinator, { meetingId });
    expect(second).toMatchObject({ number: 2, decided: 1, open: 0 });
    await sendReturnMessage(coordinator, second.id);
    app.clock.pass(1, 'minutes');
    const mail = await lastMailTo(app, 'kommt@haus.test');
    expect(mail?.text).toContain('Später entschieden.');
    expect(mail?.text).not.toContain('Zuerst entschieden.');
    expect((await letters(coordinator)).due).toEqual([]);
    expect(await refusalOf(returnMessage(coordinator, { meetingId }))).toBe('return-message-nothing-to-say');
  });

  it('leaves out what its writer leaves out, and answers no item twice', async () => {
    const kept = await said('Bleibt drin.');
    const out = await said('Bleibt draußen.');
    await decide(kept, 'Ja.');
    await decide(out, 'Ja.');
    await answerFeedback(planner, kept, 'Schon einzeln beantwortet.');
    const draft = await returnMessage(coordinator, { meetingId }, { leftOutIds: [out] });
    expect(draft.decided).toBe(1);
    await sendReturnMessage(coordinator, draft.id);
    expect((await feedbackView(planner, out)).state).toBe('DECIDED');
    expect(await feedbackView(planner, kept)).toMatchObject({
      state: 'ANSWERED',
      answer: 'Schon einzeln beantwortet.',
    });
    expect((await letters(coordinator)).due).toMatchObject([{ decided: 1, open: 0 }]);
  });

  it('goes out once, also when two send it at once, and is not saved over a change', async () => {
    await decide(await said('Einmal.'), 'Ja.');
    const draft = await returnMessage(coordinator, { meetingId });
    const results = await Promise.all([
      refusalOf(sendReturnMessage(coordinator, draft.id)),
      refusalOf(sendReturnMessage(planner, draft.id)),
    ]);
    expect(results.sort()).toEqual(['not refused', 'return-message-sent']);
    app.clock.pass(1, 'minutes');
    await app.get(Dispatcher).runOnce();
    expect(app.smtp.mailsTo('kommt@haus.test')).toHaveLength(1);
    expect(await refusalOf(save(coordinator, draft, {}))).toBe('return-message-sent');
  });

  it('can be tried on oneself first, and says when there is nobody to write to', async () => {
    await decide(await said('Probe.'), 'Ja.');
    const draft = await returnMessage(coordinator, { meetingId });
    const { address } = await coordinator.post<{ address: string }>(`/api/return-messages/${draft.id}/test`);
    expect((await lastMailTo(app, address))?.subject).toMatch(/^Probe: Was wurde/);
    const empty = await meetingWith({ 'schweigt@haus.test': null });
    await decide(await said('Niemand da.', { meetingId: empty }), 'Ja.');
    expect(
      await refusalOf(
        sendReturnMessage(coordinator, (await returnMessage(coordinator, { meetingId: empty })).id),
      ),
    ).toBe('return-message-nobody');
  });

  it('belongs to those who plan the meeting; others see it once it is sent, without addresses', async () => {
    await decide(await said('Nur für uns.'), 'Ja.');
    const draft = await returnMessage(coordinator, { meetingId });
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(stranger.get(`/api/return-messages/${draft.id}`))).toBe('not-found');
    expect(await refusalOf(sendReturnMessage(stranger, draft.id))).toBe('not-found');
    expect(await refusalOf(stranger.post('/api/return-messages', { meetingId, formatId: null }))).toBe(
      'not-found',
    );
    expect(
      await refusalOf(coordinator.post('/api/return-messages', { meetingId: null, formatId: null })),
    ).toBe('invalid-input');
    expect((await returnMessage(coordinator, { meetingId })).id).toBe(draft.id);
    await coordinator.delete(`/api/return-messages/${draft.id}`);
    expect((await letters(coordinator)).items).toEqual([]);
  });

  it('lets its format be fed back, and only once nobody is left without word', async () => {
    const types = await planner.get<Page<FormatTypeView>>('/api/format-types');
    const [type] = types.items;
    const { id: formatId } = await planner.post<{ id: string }>('/api/formats', {
      typeId: type?.id,
      title: 'World Café',
      networkId,
    });
    const [first, second] = [
      await meetingWith({ 'cafe@haus.test': 'ACCEPTED' }, formatId),
      await meetingWith({ 'tee@haus.test': 'ACCEPTED' }, formatId),
    ];
    await app.database.rows(`select set_config('rt.actor', 'test', false)`);
    await app.database.rows(`update participation_format set state = 'EVALUATED' where id = '${formatId}'`);
    await app.database.rows(`update meeting set state = 'HELD' where format_id = '${formatId}'`);
    const format = (): Promise<FormatView> => planner.get<FormatView>(`/api/formats/${formatId}`);
    await decide(await said('Im Café gesagt.', { meetingId: first }), 'Ja.');
    const open = await said('Beim Tee gesagt.', { meetingId: second });
    await decide(await said('Beim Tee auch gesagt.', { meetingId: second }), 'Ja.');
    expect((await letters(coordinator, `?formatId=${formatId}`)).due.map((due) => due.about.id)).toEqual(
      expect.arrayContaining([first, second]),
    );

    await sendReturnMessage(coordinator, (await returnMessage(coordinator, { meetingId: first })).id);
    expect(await format()).toMatchObject({ state: 'EVALUATED', returnedAt: null });
    await sendReturnMessage(
      coordinator,
      (await returnMessage(coordinator, { meetingId: second }, { inReviewUntil: '2027-02-28' })).id,
    );
    expect(await format()).toMatchObject({ state: 'FED_BACK', inReviewUntil: '2027-02-28' });
    await decide(open, 'Jetzt auch.');
    await sendReturnMessage(coordinator, (await returnMessage(coordinator, { meetingId: second })).id);
    expect(await format()).toMatchObject({ state: 'FED_BACK', inReviewUntil: null });
    expect((await letters(coordinator, `?formatId=${formatId}`)).items).toHaveLength(3);
  });

  function save(client: Client, letter: ReturnMessageView, changes: object): Promise<ReturnMessageView> {
    const { subject, intro, closing, inReviewUntil } = letter;
    return client.put(
      `/api/return-messages/${letter.id}`,
      { subject, intro, closing, inReviewUntil, leftOutIds: [], ...changes },
      letter.version,
    );
  }
});
