import type { TraceView } from '@runder-tisch/domain/trace';
import type { Client } from '@runder-tisch/scenario/client';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The trace', () => {
  let app: TestApp;
  let planner: Client;
  let coordinator: Client;
  let feedbackId: string;
  let meetingId: string;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-10T10:00:00Z' });
    [planner, coordinator] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'coordinator')]);
    fieldId = await fieldOfAction(planner, 'Soziale Lage');
    const networkId = await network(coordinator, { name: 'Beratungslandschaft' });
    meetingId = (
      await invitedMeeting(coordinator, {
        networkId,
        title: 'Treffen',
        day: '2025-03-20',
        invitees: ['a@x.test'],
      })
    ).id;
    feedbackId = (
      await feedback(coordinator, { text: 'Die Tafel nimmt niemanden mehr auf.', meetingId, networkId })
    ).id;
    await linkFeedback(planner, feedbackId, fieldId);
  });
  afterAll(() => app.close());

  it('leads from a Hinweis back to the meeting and on to its field of action', async () => {
    const trace = await planner.get<TraceView>(`/api/trace/feedback/${feedbackId}`);
    expect(trace.ledHere.map((line) => line.kind)).toContain('meeting');
    expect(trace.cameOfIt.map((line) => [line.kind, line.title])).toContainEqual([
      'field-of-action',
      'Soziale Lage',
    ]);
  });

  it('shows on the meeting what came of it', async () => {
    const trace = await coordinator.get<TraceView>(`/api/trace/meeting/${meetingId}`);
    expect(trace.cameOfIt.map((line) => line.kind)).toContain('feedback');
  });

  it('hides what the viewer may not see, and answers nothing about objects out of sight', async () => {
    const stranger = await signedIn(app, 'coordinator');
    const fromField = await stranger.get<TraceView>(`/api/trace/field-of-action/${fieldId}`);
    expect([...fromField.ledHere, ...fromField.cameOfIt].map((line) => line.kind)).not.toContain('feedback');
    expect(await refusalOf(stranger.get(`/api/trace/feedback/${feedbackId}`))).toBe('not-found');
    expect(await refusalOf(stranger.get(`/api/trace/unfug/${feedbackId}`))).toBe('not-found');
  });
});
