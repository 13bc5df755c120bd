import sql from 'sql-template-tag';
import { judge, judgeTogether, verdictLabels } from '@runder-tisch/domain/measures/evaluation';
import { addDays } from '@runder-tisch/domain/time';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { verdictRows, verdicts } from './verdict-sql';

const TODAY = '2026-05-01';

describe('The verdict beside rows', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('is the word that the page works out, for two hundred measures, on earlier and later days', async () => {
    const fieldId = await fieldOfAction(await signedIn(app, 'planner'), 'Feld');
    let seed = 11;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
    const days = [TODAY, ...[-60, -3, 1, 3, 20, 90, 365, 900].map((after) => addDays(TODAY, after))];
    const expected = new Map(days.map((day) => [day, new Map<string, string>()]));
    const now = app.clock.now();
    await app.get(Database).write(systemViewer, 'test.verdicts', async (tx) => {
      for (let index = 0; index < 200; index += 1) {
        const id = newId();
        await rowsIn(
          tx,
          sql`insert into measure (id, number, kind, field_id, title, state, created_at)
              values (${id}, ${`V-${index}`}, 'MEASURE', ${fieldId}, 'Test', 'IN_PROGRESS', ${now})`,
        );
        await rowsIn(tx, sql`insert into evaluation (measure_id, created_at) values (${id}, ${now})`);
        const goals = [];
        for (let position = 1 + random(3); position > 0; position -= 1) {
          const goal = {
            baseline: pick([0, 84, -3.5, 100]),
            target: pick([0, 42, 84, 100]),
            baselineOn: addDays(TODAY, -pick([10, 100, 400])),
            targetOn: addDays(TODAY, pick([-5, 0, 1, 90, 700])),
          };
          const goalId = newId();
          await rowsIn(
            tx,
            sql`insert into evaluation_goal (id, measure_id, position, level, title, baseline, baseline_on, baseline_source, target, target_on, confidence)
                values (${goalId}, ${id}, ${position}, 'OUTPUT', 'Ziel', ${goal.baseline}, ${goal.baselineOn}::date, 'Statistik', ${goal.target}, ${goal.targetOn}::date, 'LOW')`,
          );
          const values = [...new Set([-400, -100, -50, 0, 3].filter(() => random(3) === 0))].map((days) => ({
            seenOn: addDays(TODAY, days),
            value: pick([
              goal.baseline,
              goal.target,
              (goal.baseline * 19 + goal.target) / 20,
              (goal.baseline + goal.target) / 2,
              -7,
              99.5,
            ]),
          }));
          for (const { seenOn, value } of values)
            await rowsIn(
              tx,
              sql`insert into evaluation_value (goal_id, seen_on, value, source) values (${goalId}, ${seenOn}::date, ${value}, 'Statistik')`,
            );
          goals.push({ goal, values });
        }
        for (const [day, words] of expected)
          words.set(
            id,
            verdictLabels[judgeTogether(goals.map(({ goal, values }) => judge(goal, values, day))).verdict],
          );
      }
    });
    for (const [day, words] of expected) {
      const found = await app.get(Database).rows<{ id: string; word: string }>(sql`
        select judged.measure_id as id, it.word from (${verdicts(day)}) judged join ${verdictRows} it on it.id = judged.verdict_id`);
      const byWord = found.map(({ id, word }) => [id, word]);
      expect([day, byWord.sort()]).toEqual([day, [...words].sort()]);
    }
    expect(new Set(expected.get(TODAY)?.values()).size).toBe(6);
  });
});
