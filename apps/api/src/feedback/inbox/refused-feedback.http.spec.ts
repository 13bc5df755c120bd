import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { EnterFeedback, LinkFeedback, TriageFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, feedbackStep, feedbackView, inbox } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { byHand } from '../../../test/by-hand';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('is not taken about a format or meeting that is not there', async () => {
    const before = await inbox(planner);
    for (const about of [{ formatId: randomUUID() }, { meetingId: randomUUID() }]) {
      const request = Object.assign(new EnterFeedback(), { text: 'Wohin damit?', ...about });
      expect(await refusalOf(planner.post('/api/feedback', request))).toBe('invalid-input');
    }
    expect(await inbox(planner)).toEqual(before);
  });

  it('is not checked or linked once the words it came with are deleted', async () => {
    const fieldId = await fieldOfAction(planner, 'Gesundheit');
    const { id } = await feedback(planner, { text: 'Frau Kanarienvogel wartet elf Wochen.' });
    await byHand(app, sql`delete from feedback_original where feedback_id = ${id}`);
    const check = Object.assign(new TriageFeedback(), { remove: [] });
    expect(await refusalOf(feedbackStep(planner, id, 'triage', check))).toBe('feedback-nothing-to-undo');
    const link = Object.assign(new LinkFeedback(), { primaryFieldId: fieldId, furtherFieldIds: [] });
    expect(await refusalOf(feedbackStep(planner, id, 'link', link))).not.toBe('not refused');
    expect((await feedbackView(planner, id)).state).toBe('SUBMITTED');
  });

  it('is shown to everybody, or taken from there, only by those who handle it', async () => {
    for (const verb of ['publish', 'unpublish']) {
      const body = verb === 'publish' ? { answer: 'Die Linie fährt länger.' } : undefined;
      expect(await refusalOf(planner.post(`/api/feedback/${randomUUID()}/${verb}`, body, 1))).toBe(
        'not-found',
      );
    }
  });
});
