import sql from 'sql-template-tag';
import { evaluationGoal, evaluationView, seenValue } from '@runder-tisch/scenario/evaluation';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { runningMeasure } from '@runder-tisch/scenario/measures';
import { byHand } from '../../../test/by-hand';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The kept verdict of a measure', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let id: string;
  let path: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Wartezeiten');
  });
  beforeEach(async () => {
    id = await runningMeasure(planner, { title: 'Sprechstunde', fieldId });
    path = `/api/measures/${id}/evaluation`;
  });
  afterAll(() => app.close());

  /** What is kept, where it is what all goals and values say; otherwise the difference as well. */
  const kept = async (): Promise<object[]> =>
    app.database.rows(`
      select place, behind_from::text, seen_until::text from measure_verdict where measure_id = '${id}'
      union all select place, 'wrong', measure_id::text from (
        (select * from measures_judged('infinity') except table measure_verdict)
        union all (table measure_verdict except select * from measures_judged('infinity'))) wrong`);
  const version = async (): Promise<number> => (await evaluationView(planner, id)).version;

  it('follows every goal and every value, there and back', async () => {
    expect(await kept()).toEqual([]);
    await evaluationGoal(planner, id);
    expect(await kept()).toEqual([{ place: 6, behind_from: null, seen_until: null }]);

    await seenValue(planner, id, { seenOn: '2025-12-01', value: 63 });
    const onCourse = { place: 4, behind_from: '2026-03-15', seen_until: '2025-12-01' };
    expect(await kept()).toEqual([onCourse]);
    await seenValue(planner, id, { seenOn: '2025-12-10', value: 90 });
    expect(await kept()).toEqual([{ place: 1, behind_from: null, seen_until: '2025-12-10' }]);
    await seenValue(planner, id, { seenOn: '2025-12-10', value: 42 });
    expect(await kept()).toEqual([{ place: 5, behind_from: null, seen_until: '2025-12-10' }]);

    const [goal] = (await evaluationView(planner, id)).goals;
    await planner.delete(`${path}/goals/${goal?.id}/values/2025-12-10`, await version());
    expect(await kept()).toEqual([onCourse]);
    await byHand(app, sql`update evaluation_goal set target = 63 where measure_id = ${id}::uuid`);
    expect(await kept()).toEqual([{ place: 5, behind_from: null, seen_until: '2025-12-01' }]);
    await planner.delete(`${path}/goals/${goal?.id}`, await version());
    expect(await kept()).toEqual([]);
  });

  it('is the worst of several goals, and theirs when they go to another measure', async () => {
    const other = await runningMeasure(planner, { title: 'Sprechstunde', fieldId });
    for (const measureId of [id, other]) await evaluationGoal(planner, measureId);
    await seenValue(planner, other, { seenOn: '2025-12-01', value: 84 });
    expect(await kept()).toEqual([{ place: 6, behind_from: null, seen_until: null }]);
    await byHand(
      app,
      sql`update evaluation_goal set measure_id = ${id}::uuid, position = 2 where measure_id = ${other}::uuid`,
    );
    expect(await kept()).toEqual([{ place: 2, behind_from: null, seen_until: '2025-12-01' }]);
    await byHand(app, sql`delete from evaluation where measure_id = ${id}::uuid`);
    expect(await kept()).toEqual([]);
  });

  it('misses none of two values that are entered at the same moment', async () => {
    for (const title of ['eins', 'zwei']) await evaluationGoal(planner, id, { title });
    const { goals } = await evaluationView(planner, id);
    await Promise.all(
      goals.map((goal) =>
        byHand(
          app,
          sql`insert into evaluation_value (goal_id, seen_on, value, source) values (${goal.id}::uuid, '2025-12-01', 63, 'Statistik')`,
        ),
      ),
    );
    expect(await kept()).toEqual([{ place: 4, behind_from: '2026-03-15', seen_until: '2025-12-01' }]);
  });
});
