import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { ProtocolPreviewView, RunningMeetingView } from '@runder-tisch/domain/meetings';
import { refusalOf } from '@runder-tisch/scenario/client';
import { endSession, hinweisLine, minutesLine, removeLine, sessionOf } from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

const CANARY = 'Kanarienvogelwort';

describe('A Hinweis in the minutes', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let meetingId: string;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2025-03-12T13:00:00Z');
    coordinator = await signedIn(app, 'coordinator');
    meetingId = await meeting();
  });
  afterAll(() => app.close());

  const meeting = async (): Promise<string> => {
    const id = randomUUID();
    await app.get(Database).write(systemViewer, 'test', (tx) =>
      rowsIn(
        tx,
        sql`insert into meeting (id, type, title, starts_at, ends_at, place, state, created_by_person_id, created_at)
            values (${id}, 'NETWORK', 'Netzwerktreffen', '2025-03-12T13:00:00Z', '2025-03-12T15:00:00Z', 'Rathaus', 'INVITED', ${coordinator.personId}, ${app.clock.now()})`,
      ),
    );
    return id;
  };
  const protocol = async (): Promise<string> =>
    JSON.stringify(
      (await coordinator.get<ProtocolPreviewView>(`/api/meetings/${meetingId}/protocol`)).content,
    );
  const everyWord = async (table: string): Promise<string> =>
    JSON.stringify(await app.database.rows<{ row: unknown }>(`select to_jsonb(it) as row from ${table} it`));

  it('keeps its words out of the minutes, the protocol and the search until somebody has checked them', async () => {
    await hinweisLine(coordinator, meetingId, {
      text: `${CANARY}: elf Wochen Wartezeit`,
      speakerRole: 'Beraterin',
    });
    await coordinator.post(`/api/meetings/${meetingId}/session/start`);
    app.clock.pass(20, 'minutes');
    await endSession(coordinator, meetingId);
    for (const table of [
      'minutes_entry',
      'protocol',
      'search_document',
      'audit_event',
      'audit_value',
      'task',
      'feedback',
    ]) {
      expect(await everyWord(table)).not.toContain(CANARY);
    }
    expect(JSON.stringify(await sessionOf(coordinator, meetingId))).not.toContain(CANARY);
    const page = await protocol();
    expect(page).not.toContain(CANARY);
    expect(page).toMatch(/Hinweis aufgenommen \(H-2025-\d{4}\)\./);
  });

  it('prints the checked words with the role of who said them', async () => {
    const { feedbackId } = await hinweisLine(coordinator, meetingId, {
      text: 'Elf Wochen Wartezeit',
      speakerRole: 'Beraterin',
    });
    app.clock.pass(20, 'minutes');
    await endSession(coordinator, meetingId);
    expect(await protocol()).not.toContain('Elf Wochen Wartezeit');
    const { version } = await coordinator.get<{ version: number }>(`/api/feedback/${feedbackId}`);
    await coordinator.post(`/api/feedback/${feedbackId}/triage`, { remove: [] }, version);
    expect(await protocol()).toMatch(/Elf Wochen Wartezeit[\s\S]*Beraterin/);
  });

  it('counts as submitted once the session ends, unless its line was struck', async () => {
    await hinweisLine(coordinator, meetingId, { text: 'Bleibt stehen' });
    const struck = await hinweisLine(coordinator, meetingId, { text: 'Wird gestrichen' });
    await removeLine(coordinator, meetingId, struck);
    app.clock.pass(20, 'minutes');
    await endSession(coordinator, meetingId);
    expect(await app.database.rows(`select state from feedback where meeting_id = $1`, [meetingId])).toEqual([
      { state: 'SUBMITTED' },
    ]);
  });

  it('refuses words in the line itself and a line without its Hinweis', async () => {
    const line = await minutesLine(coordinator, meetingId, { kind: 'TEXT', text: 'Vorher' });
    expect(await refusalOf(minutesLine(coordinator, meetingId, { kind: 'FEEDBACK', text: CANARY }))).toBe(
      'line-needs-reference',
    );
    const { feedbackId } = await hinweisLine(coordinator, meetingId, { text: 'Wartezeit' });
    await minutesLine(
      coordinator,
      meetingId,
      { kind: 'FEEDBACK', text: CANARY, referenceId: feedbackId },
      { id: line.id, version: 1 },
    );
    expect(await everyWord('minutes_entry')).not.toContain(CANARY);
  });

  it('is taken from a device on which the line waited while its reference had another name', async () => {
    const { feedbackId, id, version } = await hinweisLine(coordinator, meetingId, { text: 'Wartezeit' });
    await minutesLine(coordinator, meetingId, { kind: 'FEEDBACK', feedbackId }, { id, version });
    const [line] = (await sessionOf(coordinator, meetingId)).entries;
    expect([line?.referenceId, line?.feedbackId]).toEqual([feedbackId, feedbackId]);
  });

  it('prints nothing of a Hinweis that was said in another meeting', async () => {
    const foreign = await meeting();
    const { feedbackId } = await hinweisLine(coordinator, foreign, { text: 'Aus der anderen Sitzung' });
    await endSession(coordinator, foreign);
    const { version } = await coordinator.get<{ version: number }>(`/api/feedback/${feedbackId}`);
    await coordinator.post(`/api/feedback/${feedbackId}/triage`, { remove: [] }, version);
    await minutesLine(coordinator, meetingId, { kind: 'FEEDBACK', referenceId: feedbackId });
    const page = await protocol();
    expect(page).toContain('Hinweis aufgenommen.');
    expect(page).not.toContain('Aus der anderen Sitzung');
  });

  it('stands in the running minutes with the reference alone', async () => {
    const { feedbackId } = await hinweisLine(coordinator, meetingId, { text: CANARY });
    const view: RunningMeetingView = await sessionOf(coordinator, meetingId);
    expect(view.entries.map((entry) => [entry.kind, entry.text, entry.referenceId])).toEqual([
      ['FEEDBACK', '', feedbackId],
    ]);
    const spoken = await coordinator.get<{ text: string | null }[]>(
      `/api/feedback/of-session?meetingId=${meetingId}`,
    );
    expect(spoken.map((item) => item.text)).toEqual([CANARY]);
  });
});
