import { randomUUID } from 'node:crypto';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as meetings from '@runder-tisch/scenario/meetings';
import * as given from '@runder-tisch/scenario/prioritisation';
import { Phone } from '@runder-tisch/scenario/prioritisation';
import { lastMailTo } from '../../../test/sent-mail';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A Punktabfrage by mail', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00+01:00');
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  /** A draft for a meeting with two people on its list. */
  async function draft() {
    const name = randomUUID().slice(0, 6);
    const people = [`anna-${name}@haus.test`, `jan-${name}@haus.test`] as const;
    const meetingId = await meetings.meeting(planner, { invitees: [...people] });
    const id = await given.prioritisation(planner, { mode: 'MAIL', meetingId, closesDay: '2026-11-30' });
    return { id, people };
  }

  async function pathTo(address: string): Promise<string> {
    const mail = await lastMailTo(app, address);
    return mail?.paths.find((it) => it.startsWith('/punkte/')) ?? '';
  }

  it('gives each invited person a link with one ballot, changeable until it is closed', async () => {
    const { id, people } = await draft();
    expect((await given.prioritisationView(planner, id)).recipients).toBe(2);
    expect(await given.openIt(planner, id)).toMatchObject({ recipients: 2 });
    app.clock.pass(61, 'seconds');
    const [anna, jan] = [await pathTo(people[0]), await pathTo(people[1])];
    expect(anna).not.toBe(jan);
    const { options } = await given.prioritisationView(planner, id);
    // Nobody needs a cookie here, and two devices with one link are one ballot.
    expect((await new Phone(app.url).give(anna, options, [3])).status).toBe(303);
    expect((await new Phone(app.url).give(anna, options, [0, 3])).status).toBe(303);
    expect((await new Phone(app.url).give(jan, options, [1, 2])).status).toBe(303);
    await given.closePrioritisation(planner, id);
    const { result } = await given.prioritisationView(planner, id);
    expect(result).toMatchObject({ voters: 2, points: 6 });
    expect(result?.options.map((it) => it.points)).toEqual([5, 1, 0]);
    expect((await new Phone(app.url).open(jan)).text).toContain('2 Stimmen, 6 Punkte');
  });

  it('keeps the secret of a link nowhere once its mail has left', async () => {
    const { id, people } = await draft();
    await given.openIt(planner, id);
    app.clock.pass(61, 'seconds');
    const token = (await pathTo(people[0])).replace('/punkte/', '');
    const rows = await app.database.rows<{ row: string }>(
      `select to_jsonb(mail)::text as row from outbox_message mail where object_id = $1
       union all select to_jsonb(link)::text from mail_link link where object_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
    expect(
      await app.database.rows(`select 1 from outbox_message where object_id = $1 and raw is not null`, [id]),
    ).toEqual([]);
  });

  it('is a draft again when it is taken back within the minute, and no later', async () => {
    const { id } = await draft();
    await given.openIt(planner, id);
    await given.recallPrioritisation(planner, id);
    expect(await given.prioritisationView(planner, id)).toMatchObject({ state: 'DRAFT', given: 0 });
    await given.openIt(planner, id);
    app.clock.pass(61, 'seconds');
    expect(await refusalOf(given.recallPrioritisation(planner, id))).toBe('recall-too-late');
  });

  it('reminds everybody, since nobody knows who was there, once a day and without a link', async () => {
    const { id, people } = await draft();
    await given.openIt(planner, id);
    app.clock.pass(61, 'seconds');
    const path = await pathTo(people[0]);
    const { options } = await given.prioritisationView(planner, id);
    await new Phone(app.url).give(path, options, [3]);
    expect(await refusalOf(given.remindPrioritisation(planner, id))).toBe('points-reminded-today');
    app.clock.set('2026-11-25T09:00:00+01:00');
    planner = await signedInAgain(app, planner);
    expect((await given.remindPrioritisation(planner, id)).recipients).toBe(2);
    const mail = await lastMailTo(app, people[0]);
    expect(mail?.text).toContain('Diese Erinnerung geht an alle');
    expect(mail?.text).not.toContain('/punkte/');
  });

  it('tells those who have the question that it is off', async () => {
    const { id, people } = await draft();
    await given.openIt(planner, id);
    app.clock.pass(61, 'seconds');
    await lastMailTo(app, people[0]);
    expect((await given.cancelPrioritisation(planner, id, 'Der Termin fällt aus.')).recipients).toBe(2);
    expect((await lastMailTo(app, people[0]))?.text).toContain('Der Termin fällt aus.');
  });

  it('needs a last day and people with an address', async () => {
    const nobody = { mode: 'MAIL' as const, closesDay: '2026-11-30' };
    expect(await refusalOf(given.openPrioritisation(planner, nobody))).toBe('points-need-people');
    const endless = { mode: 'MAIL' as const };
    expect(await refusalOf(given.openPrioritisation(planner, endless))).toBe('points-need-end');
    const room = await given.openPrioritisation(planner);
    expect(await refusalOf(given.remindPrioritisation(planner, room))).toBe('points-only-by-mail');
    // Nothing has left that could be taken back.
    expect(await refusalOf(given.recallPrioritisation(planner, room))).toBe('points-only-by-mail');
    expect((await given.prioritisationView(planner, room)).state).toBe('OPEN');
  });

  it('keeps a last day while it is asked, and takes none that the calendar does not have', async () => {
    const { id } = await draft();
    await given.openIt(planner, id);
    expect(await refusalOf(given.adjustPrioritisation(planner, id, { closesDay: '' }))).toBe(
      'points-need-end',
    );
    const never = given.adjustPrioritisation(planner, id, { closesDay: '2027-02-30' });
    expect(await refusalOf(never)).toBe('invalid-input');
    expect(await given.prioritisationView(planner, id)).toMatchObject({ closesDay: '2026-11-30' });
  });
});
