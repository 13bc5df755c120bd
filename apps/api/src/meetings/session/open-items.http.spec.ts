import { randomUUID } from 'node:crypto';
import type { OpenItem, ProtocolPreviewView, RunningMeetingView } from '@runder-tisch/domain/meetings';
import { PutOpenItem } from '@runder-tisch/domain/meetings/session/session-requests';
import type { TaskView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import { network, task } from '@runder-tisch/scenario/networks';
import sql from 'sql-template-tag';
import { countySettings, runningMeeting, type RunningMeeting } from '../../../test/running-meeting';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('What is open from last time', () => {
  let app: TestApp;
  let given: RunningMeeting;
  let networkId: string;
  let taskId: string;

  beforeAll(async () => {
    app = await testApp();
    await countySettings(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    given = await runningMeeting(app);
    networkId = await network(given.coordinator, { name: `Runde ${randomUUID()}` });
    await app
      .get(Database)
      .write(systemViewer, 'test', (tx) =>
        rowsIn(
          tx,
          sql`update meeting set network_id = ${networkId} where id = ${given.meetingId} returning id`,
        ),
      );
    taskId = await task(given.coordinator, {
      title: 'Räume anfragen',
      networkId,
      dueOn: '2026-11-20',
    });
  });

  const session = (): Promise<RunningMeetingView> => given.coordinator.get(given.path('session'));
  const items = async (): Promise<OpenItem[]> => (await session()).openItems ?? [];
  const said = (facts: Partial<PutOpenItem>, version: number, id = taskId): Promise<{ version: number }> =>
    given.coordinator.put(given.path(`open-items/${id}`), Object.assign(new PutOpenItem(), facts), version);
  const stored = (): Promise<TaskView> => given.coordinator.get(`/api/tasks/${taskId}`);
  const protocol = async (): Promise<string> =>
    JSON.stringify(
      (await given.coordinator.get<ProtocolPreviewView>(`/api/meetings/${given.meetingId}/protocol`)).content,
    );

  it('stands in the running session, is done by one word, and by another it was not', async () => {
    expect(await items()).toMatchObject([{ id: taskId, kind: 'TASK', mark: 'OPEN', version: 0 }]);
    const first = await said({ mark: 'DONE' }, 0);
    // The answer got lost and the device asks again.
    expect(await said({ mark: 'DONE' }, 0)).toEqual(first);
    expect(await stored()).toMatchObject({ state: 'DONE' });
    expect((await stored()).doneNote).toMatch(/^Gesagt in der Sitzung am /);
    expect(await refusalOf(said({ mark: 'OPEN' }, 0))).toBe('line-changed-elsewhere');
    await said({ mark: 'OPEN' }, 1);
    expect(await stored()).toMatchObject({ state: 'OPEN', doneNote: '' });
  });

  it('is put off to a day, and back to the day before', async () => {
    expect(await refusalOf(said({ mark: 'MOVED' }, 0))).toBe('open-item-needs-day');
    await said({ mark: 'MOVED', movedTo: '2026-12-18' }, 0);
    expect(await stored()).toMatchObject({ dueOn: '2026-12-18' });
    await said({ mark: 'OPEN' }, 1);
    expect(await stored()).toMatchObject({ dueOn: '2026-11-20' });
  });

  it('is kept by the protocol as it was then, whatever comes of it later', async () => {
    const other = await task(given.coordinator, {
      title: 'Flyer drucken',
      networkId,
    });
    await said({ mark: 'MOVED', movedTo: '2026-12-18' }, 0);
    await given.coordinator.post(given.path('session/end'), { startedAt: null, endedAt: null });
    await given.coordinator.post(`/api/tasks/${other}/done`);
    await given.coordinator.post(`/api/tasks/${taskId}/done`);
    expect((await items()).map(({ title, mark }) => [title, mark])).toEqual([
      ['Räume anfragen', 'MOVED'],
      ['Flyer drucken', 'OPEN'],
    ]);
    const text = await protocol();
    expect(text).toContain('Offen vom letzten Mal');
    expect(text).toContain('(bis 20. November 2026): verschoben auf 18. Dezember 2026');
    expect(text).toContain(': weiter offen');
  });

  it('is nothing of other networks, and for nobody who does not take these minutes', async () => {
    const stranger = await signedIn(app, 'coordinator');
    const foreign = await task(stranger, { title: 'Anderswo' });
    expect((await items()).map(({ title }) => title)).not.toContain('Anderswo');
    expect(await refusalOf(said({ mark: 'DONE' }, 0, foreign))).toBe('not-found');
    expect(await refusalOf(said({ mark: 'DONE' }, 0, randomUUID()))).toBe('not-found');
    const put = stranger.put(
      given.path(`open-items/${taskId}`),
      Object.assign(new PutOpenItem(), { mark: 'DONE' }),
      0,
    );
    expect(['not-found', 'forbidden']).toContain(await refusalOf(put));
    expect(await stored()).toMatchObject({ state: 'OPEN' });
  });
});
