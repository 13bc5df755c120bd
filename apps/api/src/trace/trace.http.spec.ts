import sql from 'sql-template-tag';
import type { TraceView } from '@runder-tisch/domain/trace';
import type { Client } from '@runder-tisch/scenario/client';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
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
    // Instants as pages read them, not as the database writes them.
    for (const { since } of [...trace.ledHere, ...trace.cameOfIt])
      expect(since && new Date(since).toISOString()).toBe(since);
  });

  it('says on both ends what one is to the other, read from where one stands', async () => {
    const fromFeedback = await planner.get<TraceView>(`/api/trace/feedback/${feedbackId}`);
    expect(fromFeedback.ledHere.map((line) => [line.kind, line.relation])).toContainEqual([
      'meeting',
      'gesagt in',
    ]);
    const fromMeeting = await planner.get<TraceView>(`/api/trace/meeting/${meetingId}`);
    expect(fromMeeting.cameOfIt.map((line) => [line.kind, line.relation])).toContainEqual([
      'feedback',
      'dabei gesagt',
    ]);
  });

  it('shows on the meeting what came of it', async () => {
    const trace = await coordinator.get<TraceView>(`/api/trace/meeting/${meetingId}`);
    expect(trace.cameOfIt.map((line) => line.kind)).toContain('feedback');
  });

  it('shows the newest of many and says how many more there are, with the list that has them all', async () => {
    const crowded = await fieldOfAction(planner, 'Pflege');
    await app.get(Database).write(systemViewer, 'test.many', (tx) =>
      rowsIn(
        tx,
        sql`insert into feedback (id, number, source, channel, received_at, meeting_id, primary_field_id, primary_origin, primary_since, state, triaged_text, created_at)
            select gen_random_uuid(), 'H-2020-' || lpad(n::text, 4, '0'), 'NETWORK', 'MINUTES', day, ${meetingId}::uuid, ${crowded}::uuid, 'HUMAN', day, 'LINKED', 'Fall ' || n, day
            from (select n, timestamptz '2020-01-01' + n * interval '1 day' as day from generate_series(1, 70) as n) as many`,
      ),
    );
    const trace = await planner.get<TraceView>(`/api/trace/field-of-action/${crowded}`);
    const near = trace.ledHere.filter((line) => line.depth === 1).map((line) => line.title);
    expect([near.length, near[0], near.at(-1)]).toEqual([
      50,
      'H-2020-0070 · Fall 70',
      'H-2020-0021 · Fall 21',
    ]);
    expect(trace.moreLedHere).toEqual([
      {
        kind: 'feedback',
        label: 'Hinweise',
        count: 20,
        atLeast: false,
        path: `/hinweise?ansicht=all&fieldId=${crowded}`,
      },
    ]);
    const list = await planner.get<{ total: number }>(`/api/feedback?view=all&fieldId=${crowded}`);
    expect(list.total).toBe(70);
  });

  it('hides what the viewer may not see, and answers nothing about objects out of sight', async () => {
    const stranger = await signedIn(app, 'coordinator');
    const fromField = await stranger.get<TraceView>(`/api/trace/field-of-action/${fieldId}`);
    expect([...fromField.ledHere, ...fromField.cameOfIt].map((line) => line.kind)).not.toContain('feedback');
    expect(await refusalOf(stranger.get(`/api/trace/feedback/${feedbackId}`))).toBe('not-found');
    expect(await refusalOf(stranger.get(`/api/trace/unfug/${feedbackId}`))).toBe('not-found');
  });
});
