import type { ReturnMessagesView, ReturnMessageView } from '@runder-tisch/domain/feedback';
import { refusalOf } from '@runder-tisch/scenario/client';
import { decideFeedback, feedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { enterAnswer, invitationOf, invitedMeeting, meeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('An Ergebnisbrief that is due', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let networkId: string;
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
  });
  afterAll(() => app.close());

  /** A meeting of this day with a decided Hinweis, and one invitee who accepted or is silent. */
  async function reportable(day: string, accepted: boolean): Promise<string> {
    const mail = 'kommt@haus.test';
    const { id: meetingId } = await invitedMeeting(coordinator, {
      networkId,
      day,
      title: 'Runder Tisch im Advent',
      invitees: [mail],
    });
    if (accepted)
      await enterAnswer(coordinator, (await invitationOf(coordinator, meetingId, mail)).id, {
        answer: 'ACCEPTED',
        channel: 'PHONE',
      });
    const { id } = await feedback(coordinator, { text: 'Eine Spielecke wäre gut.', meetingId });
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'INCORPORATED', reason: 'Sie wird gebaut.' });
    return meetingId;
  }
  const letters = (): Promise<ReturnMessagesView> => coordinator.get('/api/return-messages');

  it('waits behind the others where nobody would get it', async () => {
    const reaching = await reportable('2026-12-01', true);
    const nobody = await reportable('2026-12-08', false);
    expect((await letters()).due.map((due) => [due.about.id, due.recipients])).toEqual([
      [reaching, 1],
      [nobody, 0],
    ]);
  });

  it('is read before anybody begins it, and begins with the words somebody saved', async () => {
    const meetingId = await reportable('2026-12-01', true);
    const next = (): Promise<ReturnMessageView> =>
      coordinator.get(`/api/return-messages/new?meetingId=${meetingId}`);
    const shown = await next();
    expect(shown).toMatchObject({ id: '', number: 1, decided: 1, mayChange: true });
    expect(shown.recipients.map((it) => it.mail)).toEqual(['kommt@haus.test']);
    expect((await letters()).items).toEqual([]);

    const { intro, closing } = shown;
    const words = { subject: 'Meine Worte', intro, closing, inReviewUntil: null, leftOutIds: [] };
    const begin = (): Promise<{ id: string }> =>
      coordinator.post('/api/return-messages', { meetingId, formatId: null, words });
    const { id } = await begin();
    expect(await next()).toMatchObject({ id, subject: 'Meine Worte' });
    expect(await refusalOf(begin())).toBe('stale-version');
  });

  it('is for nobody who does not plan what it is about', async () => {
    const meetingId = await reportable('2026-12-01', true);
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(stranger.get(`/api/return-messages/new?meetingId=${meetingId}`))).toBe(
      'not-found',
    );
    expect(await refusalOf(coordinator.get('/api/return-messages/new'))).toBe('invalid-input');
    const unheard = await meeting(coordinator, { networkId, day: '2026-12-02' });
    expect(await refusalOf(coordinator.get(`/api/return-messages/new?meetingId=${unheard}`))).toBe(
      'return-message-nothing-to-say',
    );
  });
});
