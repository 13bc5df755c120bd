import sql from 'sql-template-tag';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/prioritisation';
import { Phone } from '@runder-tisch/scenario/prioritisation';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('The points of a Punktabfrage', () => {
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

  it('counts every point of 60 phones at the same moment once, and nobody gives more than they have', async () => {
    const { id, options, path } = await opened({ pointsPerPerson: 5, places: 60 });
    const phones = await Promise.all(Array.from({ length: 60 }, () => phone(path)));
    // Each presses twice, and changes its mind in the same moment; what is kept is one of the two, never both.
    const sent = phones.flatMap((it) => [
      it.give(path, options, [5, 0, 0]),
      it.give(path, options, [2, 3, 0]),
    ]);
    expect((await Promise.all(sent)).map((it) => it.status)).toEqual(sent.map(() => 303));
    const own = await Promise.all(phones.map(async (it) => valuesIn((await it.open(path)).text).map(Number)));
    for (const points of own) expect(points.reduce((sum, it) => sum + it, 0)).toBe(5);
    expect((await given.beamerView(planner, id)).given).toBe(60);
    await given.closePrioritisation(planner, id);
    const { result } = await given.prioritisationView(planner, id);
    expect(result).toMatchObject({ voters: 60, points: 300 });
    expect(options.map(({ id: option }) => result?.options.find((it) => it.id === option)?.points)).toEqual(
      options.map((_, index) => own.reduce((sum, points) => sum + (points[index] ?? 0), 0)),
    );
  }, 60_000);

  it('gives no ballot beyond the places when 60 phones come at once', async () => {
    const { id, options, path } = await opened({ places: 24 });
    const phones = await Promise.all(Array.from({ length: 60 }, () => phone(path)));
    const answers = await Promise.all(phones.map((it) => it.give(path, options, [1])));
    expect(answers.filter((it) => it.status === 303)).toHaveLength(24);
    expect(answers.filter((it) => it.status === 409)).toHaveLength(36);
    await given.closePrioritisation(planner, id);
    expect((await given.prioritisationView(planner, id)).result).toMatchObject({ voters: 24, points: 24 });
  }, 60_000);

  it('takes points while somebody closes it, and counts exactly those that were kept', async () => {
    const { id, options, path } = await opened({ places: 60, pointsPerPerson: 1 });
    const phones = await Promise.all(Array.from({ length: 40 }, () => phone(path)));
    const answers = phones.map((it) => it.give(path, options, [1]));
    await given.closePrioritisation(planner, id);
    const kept = (await Promise.all(answers)).filter((it) => it.status === 303).length;
    expect((await given.prioritisationView(planner, id)).result).toMatchObject({
      voters: kept,
      points: kept,
    });
  }, 60_000);

  it('says nothing about points in any answer while it runs', async () => {
    const { id, options, path } = await opened({ places: 10, pointsPerPerson: 97 });
    await (await phone(path)).give(path, options, [83, 14]);
    const other = await phone(path);
    await other.give(path, options, [71, 26]);
    const answers = [
      JSON.stringify(await given.prioritisationView(planner, id)),
      JSON.stringify(await given.beamerView(planner, id)),
      JSON.stringify(await given.prioritisations(planner)),
      await (await planner.raw('GET', `/api/search?q=dringendsten`)).text(),
      await (await phone(path)).open(path).then((it) => it.text),
      await (await planner.raw('GET', `/api/prioritisations/${id}/result.csv`)).text(),
    ].map((text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, ''));
    for (const text of answers) expect(text).not.toMatch(/\b(83|14|71|26|154|40)\b/);
    expect((await given.beamerView(planner, id)).given).toBe(2);
  });

  it('keeps no trace of who gave what: no name, no time, no audit, and no ballot once it is closed', async () => {
    const { id, options, path } = await opened({ places: 10 });
    await (await phone(path)).give(path, options, [1, 2]);
    const columns = await app.database.rows<{ column: string }>(
      `select column_name as column from information_schema.columns where table_name in ('prioritisation_ballot', 'prioritisation_points') order by 1`,
    );
    expect([...new Set(columns.map((it) => it.column))]).toEqual([
      'ballot_id',
      'given',
      'id',
      'option_id',
      'points',
      'prioritisation_id',
      'token_hash',
    ]);
    const audited = await app.database.rows<{ table: string }>(
      `select distinct table_name as table from audit_event where table_name like 'prioritisation%' order by 1`,
    );
    expect(audited.map((it) => it.table)).toEqual(['prioritisation', 'prioritisation_option']);
    await given.closePrioritisation(planner, id);
    const left = await app.database.rows<{ count: number }>(
      `select count(*)::int as count from prioritisation_points join prioritisation_ballot ballot on ballot.id = ballot_id where prioritisation_id = $1`,
      [id],
    );
    expect(left[0]?.count).toBe(0);
  });

  it('has a result that nobody changes any more, not even past the application', async () => {
    const { id, options, path } = await opened();
    await (await phone(path)).give(path, options, [3]);
    await given.closePrioritisation(planner, id);
    const facts = { question: 'Anders?' };
    expect(await refusalOf(given.changePrioritisation(planner, id, facts))).toBe('points-closed');
    expect(await refusalOf(given.openIt(planner, id))).toBe('points-closed');
    expect(await refusalOf(given.closePrioritisation(planner, id))).toBe('points-closed');
    expect(await refusalOf(given.cancelPrioritisation(planner, id))).toBe('points-closed');
    expect(await refusalOf(planner.delete(`/api/prioritisations/${id}`))).toBe('points-closed');
    const past = (statement: ReturnType<typeof sql>) =>
      app.get(Database).write(systemViewer, 'test.past', (tx) => rowsIn(tx, statement));
    await expect(
      past(sql`update prioritisation_option set points = 99 where prioritisation_id = ${id}`),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      past(sql`update prioritisation set state = 'OPEN', closed_at = null, voters = null where id = ${id}`),
    ).rejects.toMatchObject({ code: '42501' });
    const [ballot] = await app.database.rows<{ id: string }>(
      `select id from prioritisation_ballot where prioritisation_id = $1`,
      [id],
    );
    await expect(
      past(sql`insert into prioritisation_points values (${ballot?.id}::uuid, ${options[0]?.id}::uuid, 1)`),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('never lets a ballot hold more points than a person has, whatever a service forgets', async () => {
    const { id, options, path } = await opened({ pointsPerPerson: 3 });
    await (await phone(path)).give(path, options, [2]);
    const [ballot] = await app.database.rows<{ id: string }>(
      `select id from prioritisation_ballot where prioritisation_id = $1`,
      [id],
    );
    const add = (points: number) =>
      app
        .get(Database)
        .write(systemViewer, 'test.past', (tx) =>
          rowsIn(
            tx,
            sql`insert into prioritisation_points values (${ballot?.id}::uuid, ${options[1]?.id}::uuid, ${points}::int)`,
          ),
        );
    await expect(add(2)).rejects.toMatchObject({ code: '23514' });
    await expect(add(1)).resolves.toBeDefined();
  });
});

function valuesIn(text: string): string[] {
  return [...text.matchAll(/name="punkte-[^"]+"\s*value="([^"]*)"/g)].map(([, value = '']) => value);
}
