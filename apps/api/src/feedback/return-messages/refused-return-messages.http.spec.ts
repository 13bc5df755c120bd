import { randomUUID } from 'node:crypto';
import type { ReturnMessageView } from '@runder-tisch/domain/feedback';
import { SaveReturnMessage } from '@runder-tisch/domain/feedback/feedback-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  linkFeedback,
  returnMessage,
  sendReturnMessage,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { enterAnswer, invitationOf, invitedMeeting } from '@runder-tisch/scenario/meetings';
import { deliveredMails } from '../../../test/delivered-mails';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const ANNA = 'anna@ahornhaus.test';

describe('An Ergebnisbrief', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let meetingId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  beforeEach(async () => {
    meetingId = (await invitedMeeting(planner, { day: '2026-12-01', invitees: [ANNA] })).id;
    const { id } = await invitationOf(planner, meetingId, ANNA);
    await enterAnswer(planner, id, { answer: 'ACCEPTED', channel: 'PHONE' });
    await deliveredMails(app);
  });
  afterAll(() => app.close());

  const said = async (text: string) => (await feedback(planner, { text, meetingId })).id;
  const letter = (id: string) => planner.get<ReturnMessageView>(`/api/return-messages/${id}`);
  const save = (draft: ReturnMessageView, facts: Partial<SaveReturnMessage>) => {
    const { subject, intro, closing, inReviewUntil } = draft;
    const request = Object.assign(new SaveReturnMessage(), {
      ...{ subject, intro, closing, inReviewUntil },
      ...facts,
    });
    return planner.put<ReturnMessageView>(`/api/return-messages/${draft.id}`, request, draft.version);
  };

  async function decided(text: string): Promise<string> {
    const id = await said(text);
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'INCORPORATED', reason: 'Gute Idee.' });
    return id;
  }

  it('that told what became of a Hinweis cannot be undone by taking the answer back', async () => {
    const id = await decided('Eine Spielecke wäre gut.');
    await sendReturnMessage(planner, (await returnMessage(planner, { meetingId })).id);
    const before = await feedbackView(planner, id);
    expect(before.state).toBe('ANSWERED');
    expect(await refusalOf(feedbackStep(planner, id, 'undo'))).toBe('feedback-already-answered');
    expect(await feedbackView(planner, id)).toEqual(before);
    expect(await deliveredMails(app)).toHaveLength(1);
  });

  it('of somebody else’s meeting, or none at all, is not there to be sent, tried or changed', async () => {
    await decided('Nicht für Fremde.');
    const draft = await returnMessage(planner, { meetingId });
    const stranger = await signedIn(app, 'coordinator');
    for (const [who, id] of [
      [planner, randomUUID()],
      [stranger, draft.id],
    ] as const) {
      const path = `/api/return-messages/${id}`;
      expect(await refusalOf(who.post(`${path}/send`, { alone: false }, draft.version))).toBe('not-found');
      expect(await refusalOf(who.post(`${path}/test`))).toBe('not-found');
    }
    expect(await deliveredMails(app)).toEqual([]);
  });

  it('does not go out with nothing in it', async () => {
    const id = await decided('Nur dieser eine.');
    const draft = await returnMessage(planner, { meetingId });
    const empty = await save(draft, { leftOutIds: [id] });
    expect(await refusalOf(sendReturnMessage(planner, draft.id))).toBe('return-message-nothing-to-say');
    expect(await letter(draft.id)).toEqual(empty);
    expect((await feedbackView(planner, id)).state).toBe('DECIDED');
    expect(await deliveredMails(app)).toEqual([]);
  });

  it('that a colleague changed meanwhile is looked at again, before anything else is said of it', async () => {
    await said('Noch offen.');
    const draft = await returnMessage(planner, { meetingId }, { inReviewUntil: '2026-12-20' });
    const changed = await save(draft, { inReviewUntil: null });
    const send = planner.post(`/api/return-messages/${draft.id}/send`, { alone: false }, draft.version);
    expect(await refusalOf(send)).toBe('stale-version');
    expect(await letter(draft.id)).toEqual(changed);
    expect(await deliveredMails(app)).toEqual([]);
  });
});
