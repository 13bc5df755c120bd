import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { PriorityChoice, PriorityPointsView } from '@runder-tisch/domain/findings/prioritisation';
import type { PriorityListItem } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { movePriority, priority } from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import * as meetings from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import * as given from '@runder-tisch/scenario/prioritisation';
import { Phone } from '@runder-tisch/scenario/prioritisation';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { PrioritisationClosing } from './prioritisation-closing';

describe('A Punktabfrage in a meeting', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  /** Opened, with the path of the wall and its options. */
  async function opened(facts: given.PrioritisationFacts = {}) {
    const id = await given.openPrioritisation(planner, facts);
    const { options } = await given.prioritisationView(planner, id);
    return { id, options, path: await given.joinPath(planner, id) };
  }

  async function phone(path: string): Promise<Phone> {
    const one = new Phone(app.url);
    await one.open(path);
    return one;
  }

  it('goes from question to frozen result: two phones, ties as shared rank', async () => {
    const { id, options, path } = await opened({ pointsPerPerson: 3, mostPerOption: 2, places: 24 });
    const anna = await phone(path);
    const sven = await phone(path);
    expect((await anna.give(path, options, [2, 1, 0])).status).toBe(303);
    expect((await sven.give(path, options, [0, 1, 2])).status).toBe(303);
    expect(await given.beamerView(planner, id)).toMatchObject({ given: 2, places: 24, result: null });
    await given.closePrioritisation(planner, id);
    const { result, state, moves, closedAt } = await given.prioritisationView(planner, id);
    expect({ state, moves, closedAt }).toEqual({
      state: 'CLOSED',
      moves: [],
      closedAt: '2026-11-23T08:00:00.000Z',
    });
    expect(result?.voters).toBe(2);
    expect(result?.options.map((it) => [it.title, it.points, it.rank, it.tied])).toEqual([
      ['Bus nach 18 Uhr', 2, 1, true],
      ['Sprechstunde in der Kita', 2, 1, true],
      ['Kinderarzt in Köthen', 2, 1, true],
    ]);
    const { text } = await anna.open(path);
    expect(text).toContain('2 Stimmen, 6 Punkte');
    expect(text).toContain('1. (geteilt)');
  });

  it('finds a phone’s own points again, and lets them be changed until the end', async () => {
    const { id, options, path } = await opened({ pointsPerPerson: 3 });
    const anna = await phone(path);
    await anna.give(path, options, [1, 2, 0]);
    await anna.give(path, options, [0, 0, 3]);
    const { text } = await anna.open(path);
    expect(text).toContain('Alle Punkte vergeben');
    expect(valuesIn(text)).toEqual(['0', '0', '3']);
    expect(valuesIn((await (await phone(path)).open(path)).text)).toEqual(['0', '0', '0']);
    await given.closePrioritisation(planner, id);
    const { result } = await given.prioritisationView(planner, id);
    expect(result).toMatchObject({ voters: 1, points: 3 });
    expect((await anna.give(path, options, [3, 0, 0])).status).toBe(409);
    expect((await given.prioritisationView(planner, id)).result).toEqual(result);
  });

  it('gives one point more or less by a button, beside what is typed', async () => {
    const { options, path } = await opened({ pointsPerPerson: 3 });
    const anna = await phone(path);
    const [bus, kita] = options;
    const pressed = await anna.give(path, options, [0, 1, 0], { mehr: bus?.id ?? '' });
    expect(pressed).toMatchObject({ status: 303, location: `${path}#zeile-${bus?.id}` });
    await anna.give(path, options, [1, 1, 0], { weniger: kita?.id ?? '' });
    const { text } = await anna.open(path);
    expect(valuesIn(text)).toEqual(['1', '0', '0']);
    expect(text).toContain('Noch 2 Punkte');
  });

  it.each([
    ['more points than there are', [2, 2, 0], 'Das sind mehr Punkte, als Sie haben.'],
    ['more than may go to one', [3, 0, 0], 'So viele Punkte dürfen nicht auf eine Zeile.'],
    ['what is no number', ['viele', 0, 0], 'Bitte geben Sie eine ganze Zahl an'],
    ['less than nothing', [-1, 0, 0], 'Bitte geben Sie eine ganze Zahl an'],
  ])('refuses %s, keeps what was typed and counts nothing', async (_, points, sentence) => {
    const { id, options, path } = await opened({ pointsPerPerson: 3, mostPerOption: 2 });
    const anna = await phone(path);
    const refused = await anna.give(path, options, points);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(sentence);
    expect(valuesIn(refused.text)).toEqual(points.map(String));
    expect((await given.beamerView(planner, id)).given).toBe(0);
  });

  it('tells a further phone that all places are taken, until there are more', async () => {
    const { id, options, path } = await opened({ places: 1 });
    await (await phone(path)).give(path, options, [1]);
    const late = await phone(path);
    expect((await late.open(path)).text).toContain('Alle Plätze sind vergeben');
    const refused = await late.give(path, options, [1]);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Es lassen sich weitere Plätze freigeben.');
    await given.adjustPrioritisation(planner, id, { places: 2 });
    expect((await late.give(path, options, [1])).status).toBe(303);
    expect(await refusalOf(given.adjustPrioritisation(planner, id, { places: 1 }))).toBe(
      'points-places-too-few',
    );
  });

  it('closes by itself with its day, and refuses points from that moment on', async () => {
    const { id, options, path } = await opened({ closesDay: '2026-11-23' });
    const anna = await phone(path);
    await anna.give(path, options, [3]);
    app.clock.set('2026-11-24T00:00:00+01:00');
    planner = await signedInAgain(app, planner);
    expect((await anna.give(path, options, [0, 3])).status).toBe(409);
    const counted = await given.prioritisationView(planner, id);
    expect(counted).toMatchObject({ state: 'CLOSED', moves: [], result: { voters: 1, points: 3 } });
    expect(await refusalOf(given.adjustPrioritisation(planner, id, { closesDay: '2026-11-30' }))).toBe(
      'points-closed',
    );
    expect(await app.get(PrioritisationClosing).run()).toBe(1);
    expect(await app.get(PrioritisationClosing).run()).toBe(0);
    const frozen = await given.prioritisationView(planner, id);
    expect(frozen.result).toEqual(counted.result);
    expect(frozen.closedAt).toBe('2026-11-23T22:59:59.000Z');
  });

  it('may end with nobody having given points, and says so', async () => {
    const { id, path } = await opened();
    await given.closePrioritisation(planner, id);
    expect((await given.prioritisationView(planner, id)).result).toMatchObject({ voters: 0, points: 0 });
    expect((await new Phone(app.url).open(path)).text).toContain('Es wurden keine Punkte vergeben.');
  });

  it('asks a phone that keeps no cookie to try again instead of counting it twice', async () => {
    const { id, options, path } = await opened();
    const stubborn = new Phone(app.url);
    const first = await stubborn.give(path, options, [1]);
    expect(first.status).toBe(400);
    expect(first.text).toContain('Bitte drücken Sie noch einmal.');
    expect((await given.beamerView(planner, id)).given).toBe(0);
    expect((await stubborn.give(path, options, [1])).status).toBe(303);
  });

  it('leads from typed letters to its page, and says where they are wrong', async () => {
    const { path } = await opened();
    const code = path.replace('/punkte/', '');
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    const response = await fetch(`${app.url}/punkte?code=${encodeURIComponent(typed)}`, {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe(path);
    const anna = new Phone(app.url);
    expect((await anna.open('/punkte?code=XY')).text).toContain('Diese Buchstaben kennen wir nicht.');
    expect((await anna.open('/punkte/BBBBBBBB')).status).toBe(404);
    expect((await anna.open(`/punkte/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('shows the wall an address, its letters and a code that leads there', async () => {
    const id = await given.openPrioritisation(planner, { places: 24 });
    const { join, places } = await given.beamerView(planner, id);
    expect(join?.code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(join?.address).toMatch(/\/punkte$/);
    expect(join?.qr.path.length).toBeGreaterThan(500);
    expect(places).toBe(24);
  });

  it('is put together from Handlungsschwerpunkte, which then know how they came off', async () => {
    const priority = await actionPriority('Mobilität am Abend');
    const choices = await planner.get<Page<PriorityChoice>>(
      '/api/prioritisations/priorities?search=mobilität am',
    );
    expect(choices.items.map((it) => it.title)).toContain('Mobilität am Abend');
    const { id, options, path } = await opened({ options: [{ priorityId: priority }, 'Etwas anderes'] });
    expect(options[0]).toMatchObject({ title: 'Mobilität am Abend', priority: { id: priority } });
    await (await phone(path)).give(path, options, [1, 2]);
    expect(await planner.get<PriorityPointsView[]>(`/api/priorities/${priority}/points`)).toEqual([]);
    await given.closePrioritisation(planner, id);
    expect(await planner.get<PriorityPointsView[]>(`/api/priorities/${priority}/points`)).toEqual([
      {
        prioritisationId: id,
        question: 'Was ist am dringendsten?',
        points: 1,
        rank: 2,
        tied: false,
        of: 2,
        voters: 1,
        closedAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
    const twice = { options: [{ priorityId: priority }, { priorityId: priority }] };
    expect(await refusalOf(given.prioritisation(planner, twice))).toBe('points-option-twice');
    const unknown = given.prioritisation(planner, { options: [{ priorityId: randomUUID() }] });
    expect(await refusalOf(unknown)).toBe('unknown-reference');
    await movePriority(planner, priority, 'drop', 'Nicht mehr nötig');
    const dropped = given.prioritisation(planner, { options: [{ priorityId: priority }] });
    expect(await refusalOf(dropped)).toBe('unknown-reference');
  });

  async function actionPriority(title: string): Promise<string> {
    const fieldId = await fieldOfAction(planner, `Feld ${randomUUID().slice(0, 6)}`);
    const id = randomUUID();
    await app.get(Database).write(systemViewer, 'test.priority', (tx) =>
      rowsIn(
        tx,
        sql`insert into action_priority (id, number, field_id, title, state, created_at)
            values (${id}, ${`S-2026-${id.slice(0, 6)}`}, ${fieldId}, ${title}, 'PROPOSED', ${app.clock.now()})`,
      ),
    );
    return id;
  }

  it('orders the list of Schwerpunkte by its points, the last vote before earlier ones, and shows nothing of it to readers', async () => {
    const fieldId = await fieldOfAction(planner, 'Nach Punkten');
    const made = (title: string) => priority(planner, { title, fieldId, withoutVoice: 'Auftrag' });
    const [first, second, third, never] = [
      await made('Erster'),
      await made('Zweiter'),
      await made('Dritter'),
      await made('Nie gefragt'),
    ];
    const voted = async (priorityIds: readonly string[], points: readonly number[]): Promise<string> => {
      const { id, options, path } = await opened({
        options: priorityIds.map((priorityId) => ({ priorityId })),
        pointsPerPerson: 9,
        places: 1,
      });
      await (await phone(path)).give(path, options, points);
      await given.closePrioritisation(planner, id);
      return id;
    };
    const earlier = await voted([first, second], [2, 7]);
    app.clock.pass(1, 'minutes');
    const last = await voted([first, third], [4, 5]);
    const items = async (client: SignedIn, query = '') =>
      (await client.get<Page<PriorityListItem>>(`/api/priorities?fieldId=${fieldId}${query}`)).items;
    expect((await items(planner)).map((it) => it.id)).toEqual([never, third, second, first]);
    const ordered = await items(planner, '&order=points');
    expect(ordered.map((it) => [it.id, it.latestPoints])).toEqual([
      [third, { prioritisationId: last, points: 5, rank: 1, tied: false, of: 2 }],
      [first, { prioritisationId: last, points: 4, rank: 2, tied: false, of: 2 }],
      [second, { prioritisationId: earlier, points: 7, rank: 1, tied: false, of: 2 }],
      [never, null],
    ]);
    const [page] = [await items(planner, `&order=points&limit=1`)];
    expect(page.map((it) => it.id)).toEqual([third]);
    for (const id of [first, third]) await movePriority(planner, id, 'propose');
    const seen = await items(await signedIn(app, 'reader'), '&order=points');
    expect(seen.map((it) => [it.id, it.latestPoints])).toEqual([
      [third, null],
      [first, null],
    ]);
  });

  it('leaves as CSV once it is closed', async () => {
    const { id, options, path } = await opened();
    await (await phone(path)).give(path, options, [0, 3]);
    expect((await planner.raw('GET', `/api/prioritisations/${id}/result.csv`)).status).toBe(409);
    await given.closePrioritisation(planner, id);
    const text = await (await planner.raw('GET', `/api/prioritisations/${id}/result.csv`)).text();
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'Rang;Nummer;Zur Wahl stand;Punkte;Stimmen insgesamt',
      '1;;Sprechstunde in der Kita;3;1',
      '2;;Bus nach 18 Uhr;0;1',
    ]);
  });

  it('has as many places as are invited to its meeting, and stands in the list of that meeting', async () => {
    const invitees = ['a@haus.test', 'b@haus.test', 'c@haus.test', 'd@haus.test'];
    const meetingId = await meetings.meeting(planner, { invitees });
    const id = await given.prioritisation(planner, { meetingId });
    expect((await given.prioritisationView(planner, id)).places).toBe(4);
    await given.prioritisation(planner, { question: 'Eine andere?' });
    const { items } = await given.prioritisations(planner, `meetingId=${meetingId}`);
    expect(items.map((it) => it.id)).toEqual([id]);
    expect(items[0]).toMatchObject({ state: 'DRAFT', options: 3, meeting: { id: meetingId } });
  });

  it.each([
    ['one option', { options: ['Bus'] }, 'points-need-options'],
    ['a day that is over', { closesDay: '2026-11-22' }, 'points-end-in-past'],
  ])('does not begin with %s', async (_, facts, code) => {
    expect(await refusalOf(given.openPrioritisation(planner, facts))).toBe(code);
  });

  it('refuses more points for one option than a person has', async () => {
    const facts = { pointsPerPerson: 3, mostPerOption: 4 };
    expect(await refusalOf(given.prioritisation(planner, facts))).toBe('points-most-too-many');
  });

  it('keeps its question once points are given, and can be broken off with a reason', async () => {
    const { id, options, path } = await opened();
    const anna = await phone(path);
    await anna.give(path, options, [1]);
    expect(await refusalOf(given.changePrioritisation(planner, id, {}))).toBe('points-move-not-allowed');
    await given.cancelPrioritisation(planner, id, 'Der Termin fällt aus.');
    const { text } = await anna.open(path);
    expect(text).toContain('Diese Punktabfrage wurde abgebrochen.');
    expect(text).toContain('Der Termin fällt aus.');
    expect((await anna.give(path, options, [1])).status).toBe(409);
  });

  it('is changed and removed as long as it is a draft', async () => {
    const id = await given.prioritisation(planner);
    const changed = await given.changePrioritisation(planner, id, {
      options: ['A', 'Bus'].map((it) => `${it} neu`),
    });
    expect(changed.options.map((it) => it.title)).toEqual(['A neu', 'Bus neu']);
    await planner.delete(`/api/prioritisations/${id}`);
    expect(await refusalOf(given.prioritisationView(planner, id))).toBe('not-found');
  });

  it('is run by the coordination of its network and by nobody else’s', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const networkId = await network(coordinator, { name: `Netz ${randomUUID().slice(0, 6)}` });
    const own = await given.openPrioritisation(coordinator, { networkId, places: 5 });
    const stranger = await signedIn(app, 'coordinator');
    expect(await refusalOf(given.closePrioritisation(stranger, own))).toBe('forbidden');
    expect(await given.prioritisationView(stranger, own)).toMatchObject({ mayChange: false, moves: [] });
    expect(await refusalOf(given.prioritisation(stranger, { networkId }))).toBe('forbidden');
    expect(await refusalOf(given.prioritisation(coordinator))).toBe('forbidden');
    await given.closePrioritisation(coordinator, own);
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(given.prioritisationView(provider, own))).toBe('forbidden');
  });
});

function valuesIn(text: string): string[] {
  return [...text.matchAll(/name="punkte-[^"]+"\s*value="([^"]*)"/g)].map(([, value = '']) => value);
}
