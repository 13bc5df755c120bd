import { SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type {
  AnsweredView,
  GroupView,
  ReturnMessagesView,
  ReturnMessageView,
  StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { AnswerGroup } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { AnswerFeedback, SaveReturnMessage } from '@runder-tisch/domain/feedback/feedback-requests';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import { answerGroup, feedbackGroup } from '@runder-tisch/scenario/condensing';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  inbox,
  linkFeedback,
  presentReturnMessage,
  publishReturnMessage,
  returnMessage,
  sendReturnMessage,
  voice,
} from '@runder-tisch/scenario/feedback';
import { format } from '@runder-tisch/scenario/formats';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';

describe('An answer that a second person reads first', () => {
  let app: TestApp;
  let admin: SignedIn;
  let writer: SignedIn;
  let reader: SignedIn;
  let fieldId: string;
  let personId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    admin = await signedIn(app, 'admin');
    writer = await signedIn(app, 'planner');
    reader = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(writer, 'Mobilität');
    const person = Object.assign(new SavePerson(), { familyName: 'Demo', mail: 'ada@haus.test' });
    personId = (await writer.post<{ id: string }>('/api/people', person)).id;
    await app.get(Database).write(systemViewer, 'test.settings', (tx) =>
      app.get(Settings).begin(
        tx,
        Object.assign(new SaveSettings(), {
          countyName: 'Landkreis Musterland',
          senderName: 'Sozialplanung',
          senderAddress: 'runder-tisch@musterland.test',
          replyAddress: 'sozialplanung@musterland.test',
        }),
      ),
    );
    await fourEyes(true);
  });
  afterEach(() => app.close());

  const fourEyes = async (on: boolean): Promise<void> => {
    const { version, logo: _logo, ...settings } = await admin.get<SettingsView>('/api/settings');
    await admin.put('/api/settings', { ...settings, fourEyes: on }, version);
  };
  const linked = async (text: string): Promise<string> => {
    const { id } = await feedback(writer, { text, personId });
    await linkFeedback(writer, id, fieldId);
    return id;
  };
  const decided = async (text = 'Der Bus fehlt.'): Promise<string> => {
    const id = await linked(text);
    await decideFeedback(writer, id, { decision: 'NOTED' });
    return id;
  };
  const draft = (id: string, answer = 'Wir fragen nach.'): Promise<StaffFeedbackView> =>
    feedbackStep(writer, id, 'draft', Object.assign(new AnswerFeedback(), { answer }));
  const release = (who: SignedIn, id: string, alone = false): Promise<AnsweredView> =>
    feedbackStep<AnsweredView>(who, id, 'release', { alone });
  const due = async (who: SignedIn): Promise<string[]> =>
    (await who.get<TodayView>('/api/today')).lines
      .map((it) => it.text)
      .filter((it) => it.includes('freigeben'));

  it('waits for the others, who are told, and goes out as soon as one of them releases it', async () => {
    const id = await decided();
    expect(await refusalOf(answerFeedback(writer, id, 'Ohne zu fragen.'))).toBe('answer-not-released');
    expect(await draft(id)).toMatchObject({
      state: 'DECIDED',
      answer: '',
      draft: { answer: 'Wir fragen nach.', mine: true },
    });
    expect((await inbox(reader)).counts).toMatchObject({ 'to-release': 1, 'to-answer': 0 });
    expect((await inbox(reader, '?view=to-release')).items.map((it) => it.id)).toEqual([id]);
    expect([await due(reader), await due(writer)]).toEqual([['1 Antwort freigeben'], []]);
    expect(await refusalOf(release(writer, id))).toBe('answer-own-draft');
    const { mailedTo, feedback: after } = await release(reader, id);
    expect(mailedTo?.address).toBe('ada@haus.test');
    expect(after).toMatchObject({
      state: 'ANSWERED',
      answer: 'Wir fragen nach.',
      draft: null,
      release: { draftedBy: 'Test planner', releasedBy: 'Test planner', alone: false },
    });
    expect(await refusalOf(release(reader, id))).toBe('answer-draft-gone');
    await feedbackStep(reader, id, 'undo');
    expect(await feedbackView(reader, id)).toMatchObject({ state: 'DECIDED', release: null });
  });

  it('is released by its writer alone only where they say so, and that stands at it for the office', async () => {
    const [one, other] = [await decided('Eins fehlt.'), await decided('Zwei fehlt.')];
    await draft(one);
    expect((await release(writer, one, true)).feedback).toMatchObject({ release: { alone: true } });
    const request = Object.assign(new AnswerFeedback(), { answer: 'Danke.', alone: true });
    await feedbackStep(writer, other, 'answer', request);
    expect((await feedbackView(writer, other)).release?.alone).toBe(true);
    const house = await signedIn(app, 'provider');
    const given = (await voice(house, { voice: 'PERSONAL', text: 'Drei fehlt.' })).id as string;
    await linkFeedback(writer, given, fieldId);
    await decideFeedback(writer, given, { decision: 'NOTED' });
    await draft(given, 'Noch nicht für Sie.');
    expect(JSON.stringify(await house.get(`/api/feedback/${given}`))).not.toContain('Noch nicht');
    await release(writer, given, true);
    const told = await house.get<object>(`/api/feedback/${given}`);
    expect([told, 'release' in told]).toEqual([
      expect.objectContaining({ answer: 'Noch nicht für Sie.' }),
      false,
    ]);
  });

  it('is laid before the others anew in other words, and withdrawn with nothing sent', async () => {
    const id = await decided();
    await draft(id);
    expect((await draft(id, 'Wir fragen noch einmal nach.')).draft?.answer).toBe(
      'Wir fragen noch einmal nach.',
    );
    expect(await feedbackStep(reader, id, 'withdraw')).toMatchObject({ draft: null, state: 'DECIDED' });
    expect(await refusalOf(feedbackStep(reader, id, 'withdraw'))).toBe('answer-draft-gone');
    expect((await inbox(reader)).counts).toMatchObject({ 'to-release': 0, 'to-answer': 1 });
    expect(await refusalOf(draft(await linked('Zu früh.')))).toBe('feedback-move-not-allowed');
  });

  it('is not released by somebody who has read other words', async () => {
    const id = await decided();
    const { version } = await draft(id);
    await draft(id, 'Ganz andere Worte.');
    const late = reader.post(`/api/feedback/${id}/release`, { alone: false }, version);
    expect(await refusalOf(late)).toBe('stale-version');
    expect(await feedbackView(reader, id)).toMatchObject({ state: 'DECIDED' });
  });

  it('goes out to all of a group by one release, with the decision it was written for', async () => {
    const ids = [await linked('Eins fehlt.'), await linked('Zwei fehlt.')];
    const group = await feedbackGroup(writer, 'Was fehlt', ids);
    expect(await refusalOf(answerGroup(writer, group.id, { answer: 'Danke.' }))).toBe('answer-not-released');
    const items = group.items.map(({ id, version }) => ({ id, version }));
    const request = Object.assign(new AnswerGroup(), { decision: 'PARTLY', answer: 'Zum Teil.', items });
    const after = await writer.post<GroupView>(`/api/feedback-groups/${group.id}/draft`, request);
    expect([after.fourEyes, after.items.map((it) => it.drafted)]).toEqual([true, [true, true]]);
    expect((await inbox(reader)).counts).toMatchObject({ 'to-release': 2, 'to-decide': 0 });
    await release(reader, ids[1] as string);
    for (const id of ids)
      expect(await feedbackView(reader, id)).toMatchObject({
        state: 'ANSWERED',
        decision: 'PARTLY',
        answer: 'Zum Teil.',
      });
  });

  it('may be an Ergebnisbrief, which somebody else sends than whoever wrote it', async () => {
    const formatId = await format(writer, 'World Café', { title: 'World Café' });
    const { id } = await feedback(writer, { text: 'Der Bus fehlt.', formatId });
    await linkFeedback(writer, id, fieldId);
    await decideFeedback(writer, id, { decision: 'NOTED' });
    const letter = await returnMessage(writer, { formatId });
    expect(letter).toMatchObject({ fourEyes: true, ownDraft: true });
    expect(await refusalOf(sendReturnMessage(writer, letter.id))).toBe('answer-own-draft');
    expect(await reader.get<ReturnMessageView>(`/api/return-messages/${letter.id}`)).toMatchObject({
      ownDraft: false,
    });
    // Nobody took part, which is looked at only after the rule.
    expect(await refusalOf(sendReturnMessage(reader, letter.id))).toBe('return-message-nobody');
  });

  it('stands on Heute of those who may send the Ergebnisbrief, from laying it before them until it goes out', async () => {
    const networkId = await network(await signedIn(app, 'coordinator'), { name: 'Frühe Hilfen' });
    const formatId = await format(writer, 'World Café', { title: 'World Café', networkId });
    const { id } = await feedback(writer, { text: 'Der Bus fehlt.', formatId });
    await linkFeedback(writer, id, fieldId);
    await decideFeedback(writer, id, { decision: 'NOTED' });
    const letter = await returnMessage(writer, { formatId }, { subject: 'Was wurde daraus?' });
    const elsewhere = await signedIn(app, 'coordinator');
    const seen = async (): Promise<unknown> => {
      const { items } = await reader.get<ReturnMessagesView>('/api/return-messages');
      return [await due(reader), await due(writer), await due(elsewhere), items[0]?.presentedBy];
    };
    expect(await seen()).toEqual([[], [], [], null]);
    await presentReturnMessage(writer, letter.id);
    const line = 'Ergebnisbrief von Test planner freigeben: Was wurde daraus?';
    expect(await seen()).toEqual([[line], [], [], 'Test planner']);

    // Other words have to be laid before somebody again.
    const { version, subject, intro, closing } = await presentReturnMessage(writer, letter.id);
    const request = Object.assign(new SaveReturnMessage(), { subject, intro: `${intro} Danke!`, closing });
    await writer.put(`/api/return-messages/${letter.id}`, request, version);
    expect(await seen()).toEqual([[], [], [], null]);

    await presentReturnMessage(writer, letter.id);
    await publishReturnMessage(reader, letter.id);
    expect(await seen()).toEqual([[], [], [], null]);
    expect(await refusalOf(presentReturnMessage(writer, letter.id))).toBe('return-message-sent');
  });

  it('is a matter of the setting alone: without it answers go out as before', async () => {
    await fourEyes(false);
    const id = await decided();
    await answerFeedback(writer, id, 'Danke.');
    expect(await feedbackView(writer, id)).toMatchObject({
      state: 'ANSWERED',
      release: null,
      fourEyes: false,
    });
  });
});
