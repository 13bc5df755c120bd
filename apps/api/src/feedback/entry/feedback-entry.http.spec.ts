import { randomUUID } from 'node:crypto';
import { refusalOf } from '@runder-tisch/scenario/client';
import { feedback, feedbackView, inbox, sessionFeedback } from '@runder-tisch/scenario/feedback';
import { meeting } from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import sql from 'sql-template-tag';
import { HinweisLines } from './hinweis-lines';

describe('A Hinweis comes in', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;
  let meetingId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
    meetingId = await meeting(coordinator, { networkId, day: '2026-11-23' });
  });
  afterEach(() => app.close());

  const put = (
    id: string,
    text: string,
    version: number,
    changes: object = {},
  ): Promise<{ version: number }> =>
    coordinator.put(
      `/api/feedback/${id}`,
      { meetingId, text, speakerRole: 'Hebamme', personId: null, organisationId: null, ...changes },
      version,
    );
  const endSession = (): Promise<void> =>
    app.get(Database).write(systemViewer, 'test.end', async (tx) => {
      await rowsIn(tx, sql`update meeting set session_ended_at = ${app.clock.now()} where id = ${meetingId}`);
      await app.get(HinweisLines).ended(tx, meetingId);
    });
  const numbers = async (): Promise<(string | null)[]> =>
    (await app.database.rows<{ number: string | null }>('select number from feedback order by number')).map(
      (row) => row.number,
    );

  it('with numbers of the year that never leave a gap, however many come at once', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `Hinweis ${index}`);
    const refused = texts.map((text) =>
      feedback(coordinator, { text, meetingId: randomUUID() }).catch(() => null),
    );
    await Promise.all([...refused, ...texts.map((text) => feedback(coordinator, { text }))]);
    expect(await numbers()).toEqual(texts.map((_, index) => `H-2026-${String(index + 1).padStart(4, '0')}`));
    app.clock.set('2026-12-31T23:30:00Z');
    const later = await signedIn(app, 'coordinator');
    expect((await feedback(later, { text: 'Neues Jahr' })).number).toBe('H-2027-0001');
  });

  it('from quick entry with everything that follows from the meeting', async () => {
    const { id } = await feedback(coordinator, {
      text: ' Es fehlt Platz. ',
      meetingId,
      speakerRole: 'Erzieherin',
      sentiment: 'NEGATIVE',
      receivedOn: '2026-11-20',
    });
    expect(await feedbackView(coordinator, id)).toMatchObject({
      original: { text: 'Es fehlt Platz.' },
      network: { id: networkId },
      meeting: { id: meetingId },
      receivedAt: '2026-11-20T11:00:00.000Z',
      speakerRole: 'Erzieherin',
      sentiment: 'NEGATIVE',
    });
    expect(await refusalOf(feedback(coordinator, { text: 'x', receivedOn: '2026-11-24' }))).toBe(
      'invalid-input',
    );
    expect(await refusalOf(feedback(coordinator, { text: ' \n ' }))).toBe('invalid-input');
    expect(await refusalOf(feedback(coordinator, { text: 'x'.repeat(4001) }))).toBe('invalid-input');
    expect(await refusalOf(coordinator.post('/api/feedback', { text: 'x', erfunden: 1 }))).toBe(
      'invalid-input',
    );
  });

  it('once, when the form is sent twice', async () => {
    const body = {
      source: 'CITIZEN',
      channel: 'PHONE',
      text: 'Doppelt',
      speakerRole: '',
      acknowledge: false,
    };
    const headers = { 'Idempotency-Key': 'hinweis-doppelt' };
    const first = (await (await coordinator.raw('POST', '/api/feedback', body, headers)).json()) as object;
    expect(await (await coordinator.raw('POST', '/api/feedback', body, headers)).json()).toEqual(first);
    expect(await numbers()).toEqual(['H-2026-0001']);
  });

  it('as a line of running minutes: repeated calls change nothing, other versions are refused', async () => {
    const id = randomUUID();
    expect(await put(id, 'Erste Fassung', 0)).toEqual({ id, version: 1 });
    expect(await put(id, 'Erste Fassung', 0)).toEqual({ id, version: 1 });
    expect(await put(id, 'Zweite Fassung', 1)).toEqual({ id, version: 2 });
    expect(await put(id, 'Zweite Fassung', 1)).toEqual({ id, version: 2 });
    expect(await refusalOf(put(id, 'Dritte Fassung', 1))).toBe('stale-version');
    expect(await refusalOf(put(randomUUID(), 'Neu mit Stand', 3))).toBe('stale-version');
    expect(await app.database.rows('select text from feedback_original')).toEqual([
      { text: 'Zweite Fassung' },
    ]);
    expect(await app.database.rows('select state, number from feedback')).toEqual([
      { state: 'SESSION', number: null },
    ]);
    expect((await inbox(coordinator)).items).toEqual([]);
  });

  it('belongs to its meeting and to those who take its minutes', async () => {
    const id = await sessionFeedback(coordinator, { meetingId, text: 'Von hier' });
    const other = await meeting(coordinator, { networkId, day: '2026-11-24' });
    expect(await refusalOf(put(id, 'Von dort', 1, { meetingId: other }))).toBe('feedback-id-taken');
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(sessionFeedback(stranger, { meetingId, text: 'Fremd' }))).toBe('not-found');
    expect(await stranger.get(`/api/feedback/of-session?meetingId=${meetingId}`)).toEqual([]);
    expect(await refusalOf(coordinator.get(`/api/feedback/${id}`))).toBe('not-found');
  });

  it('counts as submitted with its flags when the session ends; a late line from an offline device too', async () => {
    const flagged = await sessionFeedback(coordinator, { meetingId, text: 'Frau Kanarienvogel wartet.' });
    app.clock.pass(1, 'minutes');
    const plain = await sessionFeedback(coordinator, { meetingId, text: 'Der Bus fährt zu selten.' });
    await endSession();
    expect(await feedbackView(coordinator, flagged)).toMatchObject({
      state: 'SUBMITTED',
      flagged: true,
      number: 'H-2026-0001',
      channel: 'MINUTES',
      source: 'NETWORK',
    });
    expect(await feedbackView(coordinator, plain)).toMatchObject({
      state: 'SUBMITTED',
      flagged: false,
      number: 'H-2026-0002',
    });
    expect(await refusalOf(put(plain, 'Nachträglich geändert', 2))).toBe('feedback-session-over');

    const late = await sessionFeedback(coordinator, { meetingId, text: 'Frau Spätkommer sagt noch etwas.' });
    expect(await feedbackView(coordinator, late)).toMatchObject({
      state: 'SUBMITTED',
      flagged: true,
      number: 'H-2026-0003',
    });
  });

  it('without the name that was typed where the role belongs', async () => {
    const { id } = await feedback(coordinator, {
      text: 'Zu wenig Personal.',
      speakerRole: 'Leiterin, Frau Kanarienvogel',
    });
    expect((await feedbackView(coordinator, id)).speakerRole).toBe('Leiterin, [entfernt]');
  });
});
