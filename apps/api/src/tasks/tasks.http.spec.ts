import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { TaskListItem, TaskView } from '@runder-tisch/domain/tasks';
import { SaveTask } from '@runder-tisch/domain/tasks/tasks-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import { membership, network, task } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { linkViewer, systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';
import { Tasks } from './tasks';

const TODAY = '2026-11-23';

describe('Tasks', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let planner: SignedIn;
  let provider: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp();
    [coordinator, planner, provider] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'planner'),
      signedIn(app, 'provider'),
    ]);
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
  });
  afterAll(() => app.close());

  const titles = (page: Page<TaskListItem>): string[] => page.items.map((item) => item.title);

  it('stand in the order of their days, those without a day last, page by page', async () => {
    const holder = await signedIn(app, 'reader');
    const of = (title: string, dueOn: string | null): Promise<string> =>
      task(planner, { title, dueOn, personId: holder.personId });
    await of('ohne Tag', null);
    await of('später', '2026-12-24');
    await of('gestern', '2026-11-22');
    await of('auch ohne Tag', null);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<TaskListItem> = await holder.get(`/api/tasks?of=mine&limit=1&after=${next}`);
      expect(page.total).toBe(4);
      seen.push(...titles(page));
      next = page.next;
    }
    expect(seen).toEqual(['gestern', 'später', 'ohne Tag', 'auch ohne Tag']);
    const overdue = await holder.get<Page<TaskListItem>>('/api/tasks?of=mine&state=OVERDUE');
    expect(overdue.items.map(({ title, overdue: late }) => [title, late])).toEqual([['gestern', true]]);
  });

  it('are seen by those they concern and nobody else', async () => {
    const id = await task(coordinator, { title: 'Kanarienvogel', networkId, personId: provider.personId });
    expect(titles(await provider.get('/api/tasks'))).toContain('Kanarienvogel');
    const [stranger, foreign] = await Promise.all([signedIn(app, 'provider'), signedIn(app, 'coordinator')]);
    for (const other of [stranger, foreign]) {
      expect(await refusalOf(other.post(`/api/tasks/${id}/done`))).toBe('not-found');
      expect(titles(await other.get('/api/tasks'))).not.toContain('Kanarienvogel');
    }
    await membership(coordinator, networkId, { personId: stranger.personId, fromDay: TODAY });
    expect(titles(await stranger.get('/api/tasks?of=networks'))).toContain('Kanarienvogel');
    expect(await refusalOf(stranger.post(`/api/tasks/${id}/done`))).toBe('task-not-yours');
  });

  it('are ticked off by whose they are, taken back, and dropped only by who may change them', async () => {
    const id = await task(coordinator, { title: 'Flyer', networkId, personId: provider.personId });
    const done = await provider.post<TaskView>(`/api/tasks/${id}/done`);
    expect(done).toMatchObject({ state: 'DONE', doneBy: 'Test provider' });
    expect(await refusalOf(provider.post(`/api/tasks/${id}/done`))).toBe('task-move-refused');
    expect(await provider.post<TaskView>(`/api/tasks/${id}/reopen`)).toMatchObject({
      state: 'OPEN',
      doneAt: null,
      doneBy: '',
    });
    expect(await refusalOf(provider.post(`/api/tasks/${id}/drop`))).toBe('forbidden');
    expect(await coordinator.post<TaskView>(`/api/tasks/${id}/drop`)).toMatchObject({ state: 'DROPPED' });
  });

  it('are given to a network only by its coordination or planning, and changed with their version', async () => {
    const foreign = await signedIn(app, 'coordinator');
    expect(await refusalOf(task(foreign, { title: 'Untergeschoben', networkId }))).toBe('not-found');
    const left = await app.database.rows(`select 1 from task where title = 'Untergeschoben'`);
    expect(left).toEqual([]);
    const id = await task(planner, { title: 'Bericht', networkId });
    const change = Object.assign(new SaveTask(), {
      title: 'Bericht schreiben',
      networkId,
      dueOn: '2026-12-01',
    });
    expect(await coordinator.put<TaskView>(`/api/tasks/${id}`, change, 1)).toMatchObject({
      title: 'Bericht schreiben',
      version: 2,
    });
    expect(await refusalOf(coordinator.put(`/api/tasks/${id}`, change, 1))).toBe('stale-version');
  });

  it('for somebody who is not there are refused in words that fit', async () => {
    const nobody = task(planner, { title: 'Für wen?', personId: randomUUID() });
    expect(await refusalOf(nobody)).toBe('unknown-reference');
  });

  it('dropped meanwhile or gone are not ticked off by an old link', async () => {
    const viewer = linkViewer('test', provider.personId, 'Test');
    await expect(app.get(Tasks).moveByLink(viewer, randomUUID(), 'done')).rejects.toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  it('come from minutes once per line, follow its changes and lapse with it', async () => {
    const tasks = app.get(Tasks);
    const database = app.get(Database);
    const meetingId = randomUUID();
    const minutesEntryId = randomUUID();
    await database.write(systemViewer, 'test.meeting', (tx) =>
      rowsIn(
        tx,
        sql`with meeting as (insert into meeting (id, type, title, state, public, created_at)
          values (${meetingId}, 'NETWORK', 'Treffen', 'DRAFT', false, ${app.clock.now()}))
        insert into minutes_entry (id, meeting_id, position, kind, text, created_at) values (${minutesEntryId}, ${meetingId}, 1, 'TEXT', 'Räume anfragen', ${app.clock.now()})`,
      ),
    );
    const line = {
      minutesEntryId,
      meetingId,
      networkId,
      title: 'Räume anfragen',
      dueOn: null,
      personId: provider.personId,
      organisationId: null,
    };
    const write = (facts: Partial<typeof line>): Promise<string> =>
      database.write(systemViewer, 'test.minutes', (tx) => tasks.saveFromMinutes(tx, { ...line, ...facts }));
    const id = await write({});
    const found = async (): Promise<TaskListItem | undefined> =>
      (await coordinator.get<Page<TaskListItem>>(`/api/tasks?meetingId=${meetingId}`)).items[0];
    expect(await write({ title: 'Räume in Köthen anfragen' })).toBe(id);
    expect(await found()).toMatchObject({
      id,
      title: 'Räume in Köthen anfragen',
      origin: 'MINUTES',
      meetingId,
    });
    await database.write(systemViewer, 'test.minutes', (tx) => tasks.dropFromMinutes(tx, minutesEntryId));
    expect(await found()).toMatchObject({ state: 'DROPPED' });
    await write({});
    expect(await found()).toMatchObject({
      state: 'OPEN',
      person: { id: provider.personId },
    });
  });
});
