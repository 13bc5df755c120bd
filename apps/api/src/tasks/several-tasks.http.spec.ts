import { randomUUID } from 'node:crypto';
import type { Page } from '@runder-tisch/domain/lists';
import type { TaskEventView, TaskListItem, TasksChangedView, TaskView } from '@runder-tisch/domain/tasks';
import type { ChangeTasks } from '@runder-tisch/domain/tasks/tasks-requests';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import type { Client } from '@runder-tisch/scenario/client';
import { refusalOf } from '@runder-tisch/scenario/client';
import { changeTasks, network, task } from '@runder-tisch/scenario/networks';
import { deliveredMails } from '../../test/delivered-mails';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const TODAY = '2026-11-25';

describe('Several tasks at once', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let stranger: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp({ now: `${TODAY}T09:00:00+01:00` });
    [coordinator, stranger] = await Promise.all([signedIn(app, 'coordinator'), signedIn(app, 'coordinator')]);
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
  });
  afterAll(() => app.close());

  const change = changeTasks;
  const undo = (client: Client, { batchId }: TasksChangedView): Promise<TasksChangedView> =>
    client.post(`/api/tasks/several/${batchId ?? ''}/undo`);
  const view = (client: Client, id: string): Promise<TaskView> => client.get(`/api/tasks/${id}`);
  const history = (client: Client, id: string): Promise<TaskEventView[]> =>
    client.get(`/api/tasks/${id}/history`);
  const given = (title: string, facts: Parameters<typeof task>[1] | object = {}): Promise<string> =>
    task(coordinator, { title, networkId, ...facts });

  it('are done with one sentence, those that cannot be stay and say why, and one click takes it back', async () => {
    const [one, two, dropped] = [await given('Eins'), await given('Zwei'), await given('Entfallen')];
    await coordinator.post(`/api/tasks/${dropped}/drop`);
    const done = await change(coordinator, [one, two, dropped, randomUUID()], {
      change: 'done',
      note: 'In der Runde am Mittwoch geklärt.',
    });
    expect(done).toMatchObject({ changed: 2, left: [{ id: dropped, title: 'Entfallen' }] });
    expect(done.left[0]?.says).toContain('in einem anderen Stand');
    expect(await view(coordinator, one)).toMatchObject({
      state: 'DONE',
      doneNote: 'In der Runde am Mittwoch geklärt.',
      doneBy: 'Test coordinator',
    });
    expect(await undo(coordinator, done)).toMatchObject({ changed: 2, left: [] });
    expect(await view(coordinator, two)).toMatchObject({ state: 'OPEN', doneNote: '', doneAt: null });
    expect((await history(coordinator, two)).map(({ kind }) => kind)).toEqual(['UNDONE', 'DONE', 'CREATED']);
  });

  it('are moved and handed over, and each keeps what it was before', async () => {
    const houseId = await organisation(coordinator, { name: 'Ahornhaus Aufgaben (Demo)' });
    const [one, two] = [await given('Vor', { dueOn: '2026-11-20' }), await given('Ohne Tag')];
    const moved = await change(coordinator, [one, two], { change: 'due', dueOn: '2026-12-04' });
    expect(moved.changed).toBe(2);
    const handed = await change(coordinator, [one], { change: 'hand-over', organisationId: houseId });
    expect(handed).toMatchObject({ changed: 1, left: [] });
    expect(await view(coordinator, one)).toMatchObject({
      dueOn: '2026-12-04',
      person: null,
      organisation: { id: houseId },
    });
    expect((await history(coordinator, one)).map(({ kind, before, after }) => [kind, before, after])).toEqual(
      [
        ['HANDED_OVER', '', 'Ahornhaus Aufgaben (Demo)'],
        ['DUE', '2026-11-20', '2026-12-04'],
        ['CREATED', '', ''],
      ],
    );
    // Something newer stands against the first change of the one, and nothing against the other.
    const back = await undo(coordinator, moved);
    expect(back).toMatchObject({ changed: 1, left: [{ id: one }] });
    expect(await view(coordinator, two)).toMatchObject({ dueOn: null });
    expect(await view(coordinator, one)).toMatchObject({ dueOn: '2026-12-04' });
  });

  it('that are so already change nothing, and nobody else takes a change back', async () => {
    const id = await given('Schon so', { dueOn: '2026-12-04' });
    expect(await change(coordinator, [id], { change: 'due', dueOn: '2026-12-04' })).toEqual({
      batchId: null,
      changed: 0,
      recallUntil: null,
      left: [],
    });
    const dropped = await change(coordinator, [id], { change: 'drop' });
    const planner = await signedIn(app, 'planner');
    expect(await refusalOf(undo(planner, dropped))).toBe('not-found');
    app.clock.pass(25, 'hours');
    coordinator = await signedInAgain(app, coordinator);
    expect(await refusalOf(undo(coordinator, dropped))).toBe('task-undo-too-late');
    app.clock.set(`${TODAY}T09:00:00+01:00`);
    [coordinator, stranger] = [await signedInAgain(app, coordinator), await signedInAgain(app, stranger)];
    expect(await change(coordinator, [id], { change: 'due', dueOn: null })).toMatchObject({
      changed: 0,
      left: [{ id }],
    });
  });

  it('of others are not there, and those one only does are not handed on', async () => {
    const provider = await signedIn(app, 'provider');
    const id = await given('Kanarienvogel', { personId: provider.personId });
    expect(await refusalOf(change(stranger, [id], { change: 'done' }))).toBe('not-found');
    expect(await refusalOf(history(stranger, id))).toBe('not-found');
    const move = change(provider, [id], { change: 'due', dueOn: '2027-01-01' });
    expect(await refusalOf(move)).toBe('task-not-yours');
    expect(await change(provider, [id], { change: 'done' })).toMatchObject({ changed: 1 });
  });

  it('are refused in words that fit', async () => {
    const id = await given('Grenzen');
    const of = (facts: Partial<ChangeTasks>): Promise<string> => refusalOf(change(coordinator, [id], facts));
    expect(await of({ ids: [] })).toBe('invalid-input');
    expect(await of({ change: 'explode' as 'done' })).toBe('invalid-input');
    expect(await of({ change: 'due', dueOn: '2026-13-01' })).toBe('invalid-input');
    expect(await of({ change: 'done', note: 'x'.repeat(501) })).toBe('invalid-input');
    expect(await of({ change: 'hand-over', personId: randomUUID() })).toBe('unknown-reference');
    expect(await refusalOf(task(coordinator, { title: 'Halb', objectKind: 'organisation' }))).toBe(
      'task-object-incomplete',
    );
    expect(
      await refusalOf(
        task(coordinator, { title: 'Fremd', objectKind: 'organisation', objectId: randomUUID() }),
      ),
    ).toBe('not-found');
  });

  it('are reminded of in one mail to each, which can be taken back for a minute', async () => {
    await deliveredMails(app);
    const houseId = await organisation(coordinator, { name: 'Birkenhof Aufgaben (Demo)' });
    const anna = await person(coordinator, { familyName: 'Aufgabe', mail: 'anna.aufgabe@haus.test' });
    await representation(coordinator, { personId: anna, organisationId: houseId, fromDay: '2026-01-01' });
    const one = await given('Flyer drucken', { personId: anna });
    const two = await given('Raum buchen', { organisationId: houseId });
    const nobody = await given('Für niemand');
    const first = await change(coordinator, [one, two, nobody], { change: 'remind' });
    expect(first).toMatchObject({ changed: 2, left: [{ id: nobody }] });
    expect(await undo(coordinator, first)).toMatchObject({ changed: 2 });
    expect(await deliveredMails(app)).toEqual([]);
    const again = await change(coordinator, [one, two], { change: 'remind' });
    expect(again.recallUntil).not.toBeNull();
    const mails = await deliveredMails(app);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['anna.aufgabe@haus.test', 'Erinnerung an 2 Aufgaben'],
    ]);
    expect(mails[0]?.text).toContain('Flyer drucken');
    expect(await change(coordinator, [two], { change: 'remind' })).toMatchObject({
      changed: 0,
      left: [{ id: two }],
    });
    expect((await history(coordinator, one))[0]).toMatchObject({ kind: 'REMINDED', after: 'Aufgabe' });
  });

  it('are cut down by house, day and origin, and leave as files', async () => {
    const houseId = await organisation(coordinator, { name: 'Linde Aufgaben (Demo)' });
    const own = await person(coordinator, { familyName: 'Lindner', mail: 'lindner@haus.test' });
    await representation(coordinator, { personId: own, organisationId: houseId, fromDay: '2026-01-01' });
    await given('spät', { organisationId: houseId, dueOn: '2026-11-24' });
    await given('diese', { personId: own, dueOn: '2026-11-29' });
    await given('=später', {
      organisationId: houseId,
      dueOn: '2026-11-30',
      objectKind: 'organisation',
      objectId: houseId,
    });
    await given('irgendwann', { organisationId: houseId });
    const titles = async (query: string): Promise<string[]> =>
      (await coordinator.get<Page<TaskListItem>>(`/api/tasks?organisationId=${houseId}${query}`)).items.map(
        ({ title }) => title,
      );
    expect(await titles('')).toEqual(['spät', 'diese', '=später', 'irgendwann']);
    expect(await titles('&due=OVERDUE')).toEqual(['spät']);
    expect(await titles('&due=WEEK')).toEqual(['diese']);
    expect(await titles('&due=LATER')).toEqual(['=später']);
    expect(await titles('&due=NONE')).toEqual(['irgendwann']);
    expect(await titles('&origin=MINUTES')).toEqual([]);
    expect(await titles(`&objectId=${houseId}`)).toEqual(['=später']);
    const file = await coordinator.get<string>(`/api/tasks/export.csv?organisationId=${houseId}`);
    expect(file.split('\r\n')).toHaveLength(6);
    expect(file).toContain("'=später");
    expect(file).toContain('Organisation: Linde Aufgaben (Demo)');
    const book = await coordinator.raw('GET', `/api/tasks/export.xlsx?organisationId=${houseId}`);
    expect([book.status, book.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="Aufgaben.xlsx"',
    ]);
  });
});
