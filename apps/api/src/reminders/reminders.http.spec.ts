import sql from 'sql-template-tag';
import type { Page } from '@runder-tisch/domain/lists';
import type { PageReminders, ReminderItem } from '@runder-tisch/domain/reminders';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import { finding } from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { rowsIn } from '../database/rows';

// The clock of the tests stands on 23 November 2026.
describe('Wiedervorlagen', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
  });
  afterAll(() => app.close());

  const at = (who: SignedIn, tab = ''): Promise<PageReminders> =>
    who.get(`/api/reminders/page?path=${encodeURIComponent(`/netzwerke/${networkId}${tab}`)}`);
  const add = (who: SignedIn, dueOn: string | null, note = ''): Promise<{ id: string }> =>
    who.post('/api/reminders', { kind: 'network', objectId: networkId, dueOn, note });
  const listed = async (who: SignedIn, part: string): Promise<ReminderItem[]> =>
    (await who.get<Page<ReminderItem>>(`/api/reminders?part=${part}`)).items;
  const onHeute = async (who: SignedIn): Promise<string[]> =>
    (await who.get<TodayView>('/api/today')).lines
      .filter(({ kind }) => kind === 'reminder')
      .map(({ text }) => text);

  it('are made on the page one looks at, whichever of its tabs is open', async () => {
    const who = await signedIn(app, 'coordinator');
    const { object, reminders } = await at(who, '/wirkung');
    expect([object, reminders]).toEqual([
      {
        kind: 'network',
        label: 'Netzwerk',
        id: networkId,
        title: 'Frühe Hilfen',
        path: `/netzwerke/${networkId}`,
      },
      [],
    ]);
    await add(who, '2026-12-01', 'Förderung nachfragen');
    await add(who, '2026-11-30');
    expect((await at(who)).reminders.map(({ dueOn, note }) => [dueOn, note])).toEqual([
      ['2026-11-30', ''],
      ['2026-12-01', 'Förderung nachfragen'],
    ]);
    expect(await refusalOf(who.get('/api/reminders/page?path=/heute'))).toBe('not-found');
  });

  it('stand on Heute from their day on, until they are done, and come back when that was a mistake', async () => {
    const before = await signedIn(app, 'planner');
    const { id } = await add(before, '2026-11-24', 'Protokoll lesen');
    expect(await onHeute(before)).toEqual([]);
    app.clock.set('2026-11-24T08:00:00Z');
    try {
      const who = await signedInAgain(app, before);
      expect(await onHeute(who)).toEqual(['Wiedervorlage: Protokoll lesen (Frühe Hilfen)']);
      await who.post(`/api/reminders/${id}/done`);
      expect(await onHeute(who)).toEqual([]);
      expect((await listed(who, 'DONE')).map((it) => it.id)).toEqual([id]);
      await who.post(`/api/reminders/${id}/reopen`);
      expect(await onHeute(who)).toEqual(['Wiedervorlage: Protokoll lesen (Frühe Hilfen)']);
    } finally {
      app.clock.set('2026-11-23T09:00:00+01:00');
    }
  });

  it('without a day keep something at hand, once however often it is pressed', async () => {
    const who = await signedIn(app, 'coordinator');
    const [one, two] = await Promise.all([add(who, null), add(who, null)]);
    expect(one).toEqual(two);
    expect((await at(who)).star).toEqual(one);
    expect((await listed(who, 'STARRED')).map(({ object }) => object.title)).toEqual(['Frühe Hilfen']);
    await who.delete(`/api/reminders/${one.id}`);
    expect((await at(who)).star).toBeNull();
  });

  it('are seen and changed by nobody else, and told of nothing one may not see any more', async () => {
    const who = await signedIn(app, 'coordinator');
    const other = await signedIn(app, 'coordinator');
    const { id } = await add(who, '2026-12-01', 'nur für mich');
    expect((await at(other)).reminders).toEqual([]);
    const item = (await at(who)).reminders[0] as ReminderItem;
    const tries = [
      () => other.post(`/api/reminders/${id}/done`),
      () => other.delete(`/api/reminders/${id}`),
      () => other.put(`/api/reminders/${id}`, { dueOn: null, note: '' }, item.version),
    ];
    for (const attempt of tries) expect(await refusalOf(attempt())).toBe('not-found');
    expect((await at(who)).reminders.map(({ note }) => note)).toEqual(['nur für mich']);
  });

  it('keep their note, and no name, of what one may no longer see', async () => {
    const who = await signedIn(app, 'planner');
    const fieldId = await fieldOfAction(who, 'Frühe Hilfen');
    const objectId = await finding(who, { statement: 'Geheimer Befund', fieldId });
    await who.post('/api/reminders', { kind: 'finding', objectId, dueOn: '2026-11-23', note: 'prüfen' });
    expect(await onHeute(who)).toHaveLength(1);
    await app
      .get(Database)
      .write(systemViewer, 'test.roles', (tx) =>
        rowsIn(tx, sql`update account set roles = '{reader}' where id = ${who.accountId}`),
      );
    expect((await listed(who, 'DATED')).map(({ note, object }) => [note, object.title])).toEqual([
      ['prüfen', null],
    ]);
    expect(await onHeute(who)).toEqual([]);
    expect(await refusalOf(who.get(`/api/reminders/page?path=/planung/befunde/${objectId}`))).toBe(
      'not-found',
    );
    expect(
      await refusalOf(who.post('/api/reminders', { kind: 'finding', objectId, dueOn: null, note: '' })),
    ).toBe('not-found');
  });

  it('move to another day, never to one that is over', async () => {
    const who = await signedIn(app, 'coordinator');
    expect(await refusalOf(add(who, '2026-11-22'))).toBe('reminder-day-past');
    const { id } = await add(who, '2026-11-23');
    const moved = await who.put<ReminderItem>(
      `/api/reminders/${id}`,
      { dueOn: '2026-12-24', note: 'später' },
      1,
    );
    expect([moved.dueOn, moved.note, moved.due]).toEqual(['2026-12-24', 'später', false]);
    app.clock.set('2026-12-28T09:00:00Z');
    try {
      // Its day is over; the note may still be mended.
      const later = await signedInAgain(app, who);
      await later.put(`/api/reminders/${id}`, { dueOn: '2026-12-24', note: 'vergessen' }, 2);
    } finally {
      app.clock.set('2026-11-23T09:00:00+01:00');
    }
  });
});
