import sql from 'sql-template-tag';
import {
  type MeasureKind,
  measureKinds,
  measureStates,
  reportedStatuses,
} from '@runder-tisch/domain/measures';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { rowsIn } from '../database/rows';
import { statusFacts, statusSql, statusView, type StoredStatus } from './measure-status-sql';

describe('The status in lists', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('is the word that the page works out, for a thousand measures of every kind', async () => {
    const today = berlinDay(app.clock.now());
    const fieldId = await fieldOfAction(await signedIn(app, 'planner'), 'Feld');
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
    const day = (): string | null =>
      pick([null, ...[-400, -185, -184, -31, -30, -1, 0, 1, 90].map((it) => addDays(today, it))]);
    const now = app.clock.now();
    await app.get(Database).write(systemViewer, 'test.measures', async (tx) => {
      for (let index = 0; index < 1000; index += 1) {
        const id = newId();
        const state = pick([...measureStates, 'APPROVED', 'IN_PROGRESS', 'IN_PROGRESS'] as const);
        const kind: MeasureKind = pick(measureKinds);
        const [one, other] = [day(), day()];
        const [starts, due] = one && other && one > other ? [other, one] : [one, other];
        const override = random(6) === 0 ? pick(['ON_TRACK', 'AT_RISK', 'LATE']) : null;
        if (state === 'SUPERSEDED') continue;
        await rowsIn(
          tx,
          sql`insert into measure (id, number, kind, field_id, title, state, state_reason, starts_on, due_on, completed_on, override_status, override_reason,
                override_by, override_at, created_at)
              values (${id}, ${`T-${index}`}, ${kind}, ${fieldId}, 'Test', ${state}, 'Grund', ${starts}::date, ${due}::date,
                ${['COMPLETED', 'EVALUATED'].includes(state) ? today : null}::date, ${override}, ${override ? 'Darum' : ''}, ${override ? 'Jemand' : ''},
                ${override ? now : null}, ${now})`,
        );
        for (let milestone = random(3); milestone > 0; milestone -= 1)
          await rowsIn(
            tx,
            sql`insert into measure_milestone (id, measure_id, title, due_on, done_on)
                values (${newId()}, ${id}, 'M', ${day() ?? today}::date, ${random(2) ? today : null}::date)`,
          );
        for (let report = random(3); report > 0; report -= 1)
          await rowsIn(
            tx,
            sql`insert into measure_progress (id, measure_id, standing, expected_end, reported_by, reported_at, reported_on)
                values (${newId()}, ${id}, ${pick(reportedStatuses)}, ${day()}::date, 'Jemand', ${new Date(now.getTime() - report * 86_400_000)},
                  ${day() ?? today}::date)`,
          );
      }
    });
    const rows = await app
      .get(Database)
      .rows<{ number: string; said: string; facts: StoredStatus }>(
        sql`select it.number, ${statusSql(today)} as said, ${statusFacts} as facts from measure it`,
      );
    expect(rows.length).toBeGreaterThan(800);
    expect(new Set(rows.map(({ said }) => said)).size).toBe(8);
    const different = rows.filter(({ said, facts }) => statusView(facts, today).status !== said);
    expect(different).toEqual([]);
  });
});
