import sql from 'sql-template-tag';
import {
  answerFeedback,
  checkedFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  linkFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { byHand } from '../../test/by-hand';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

interface Counted {
  source: string;
  state: string;
  further: boolean;
  alone: boolean;
  count: number;
}

describe('The kept counts of Hinweise', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  /** What differs between what is kept and what is there. */
  const wrong = (): Promise<object[]> =>
    app.database.rows(`
      select * from (table feedback_counted except select * from feedback_count) missing
      union all (select * from feedback_count where count <> 0 except table feedback_counted)`);
  const kept = (fieldId: string): Promise<Counted[]> =>
    app.database.rows(`select source, state, further, alone, count from feedback_count
      where field_id = '${fieldId}' and count <> 0 order by further, source, state, alone`);

  it('are those of the Hinweise after every step, forwards and back, in the first field and in further ones', async () => {
    const [fieldId, other] = [
      await fieldOfAction(planner, 'Gezählt'),
      await fieldOfAction(planner, 'Daneben'),
    ];
    const ids: string[] = [];
    for (const text of ['Eins.', 'Zwei.', 'Drei.'])
      ids.push(await checkedFeedback(planner, { text, source: 'CITIZEN' }));
    const [first = '', second = '', third = ''] = ids;
    await feedback(planner, { text: 'Noch ungelesen.' });
    expect([await wrong(), await kept(fieldId)]).toEqual([[], []]);

    await linkFeedback(planner, first, fieldId, [other]);
    await linkFeedback(planner, second, other, [fieldId]);
    await linkFeedback(planner, third, fieldId);
    const linked = { source: 'CITIZEN', state: 'LINKED', alone: true };
    expect([await wrong(), await kept(fieldId)]).toEqual([
      [],
      [
        { ...linked, further: false, count: 2 },
        { ...linked, further: true, count: 1 },
      ],
    ]);

    await decideFeedback(planner, second, { decision: 'NOTED' });
    await answerFeedback(planner, second, 'Danke.', false);
    await linkFeedback(planner, first, other, [fieldId]);
    await byHand(app, sql`update feedback set counted_with_id = ${first}::uuid where id = ${third}::uuid`);
    expect([await wrong(), await kept(fieldId)]).toEqual([
      [],
      [
        { ...linked, further: false, alone: false, count: 1 },
        { ...linked, state: 'ANSWERED', further: true, count: 1 },
        { ...linked, further: true, count: 1 },
      ],
    ]);

    await feedbackStep(planner, first, 'undo');
    expect(await wrong()).toEqual([]);
  });

  it('are right for many at once, and when a Hinweis goes with its further fields', async () => {
    const [fieldId, other] = [await fieldOfAction(planner, 'Viele'), await fieldOfAction(planner, 'Andere')];
    await byHand(
      app,
      sql`with said as (
            insert into feedback (id, number, source, channel, received_at, primary_field_id, primary_origin, primary_since, state, triaged_text, created_at)
            select gen_random_uuid(), 'H-2019-' || lpad(n::text, 4, '0'), 'COMMITTEE', 'MINUTES', day, case n % 3 when 0 then ${other}::uuid else ${fieldId}::uuid end,
                   'HUMAN', day, 'LINKED', 'Fall ' || n, day
            from (select n, timestamptz '2019-01-01' + n * interval '1 day' as day from generate_series(1, 60) as n) as many returning id)
          select count(*) from said`,
    );
    await byHand(
      app,
      sql`insert into feedback_field (feedback_id, field_id, origin, since)
          select id, ${other}::uuid, 'HUMAN', received_at from feedback where source = 'COMMITTEE' and number < 'H-2019-0030'`,
    );
    expect(await wrong()).toEqual([]);
    await byHand(
      app,
      sql`update feedback set primary_field_id = case primary_field_id when ${other}::uuid then ${fieldId}::uuid else ${other}::uuid end
          where source = 'COMMITTEE' and number < 'H-2019-0040'`,
    );
    expect(await wrong()).toEqual([]);
    await byHand(app, sql`delete from feedback where source = 'COMMITTEE' and number < 'H-2019-0050'`);
    expect(await wrong()).toEqual([]);
    expect((await kept(fieldId)).find(({ source }) => source === 'COMMITTEE')?.count).toBe(7);
  });
});
