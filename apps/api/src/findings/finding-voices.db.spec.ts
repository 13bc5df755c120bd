import sql from 'sql-template-tag';
import { argument } from '@runder-tisch/scenario/condensing';
import { answerFeedback, decideFeedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import { addEvidence, finding, moveFinding } from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { byHand } from '../../test/by-hand';
import { readFeedback } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The kept voices of a Befund', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Stimmen');
  });
  afterAll(() => app.close());

  /** What differs between what is kept and what is there. */
  const wrong = (): Promise<object[]> =>
    app.database.rows(`
      select * from (table finding_voiced except table finding_voice) missing
      union all (table finding_voice except table finding_voiced)`);
  const kept = (findingId: string): Promise<object[]> =>
    app.database.rows(
      `select ways, changed, finding_stands, feedback_stands, feedback_open from finding_voice
       where finding_id = '${findingId}' order by ways desc, changed desc`,
    );
  const stands = { finding_stands: true, feedback_stands: true, feedback_open: true };

  it('are those of its evidence, directly and through arguments, after every step forwards and back', async () => {
    const [one, two, three] = await Promise.all(
      ['eins', 'zwei', 'drei'].map((text) => readFeedback(planner, `Stimme ${text}`)),
    );
    const { id: argumentId } = await argument(planner, {
      title: 'Termine fehlen',
      fieldId,
      feedbackIds: [one ?? '', two ?? ''],
    });
    const id = await finding(planner, { statement: 'Es fehlen Termine', fieldId });
    await addEvidence(planner, id, { feedbackIds: [one ?? ''] });
    const { evidence } = await addEvidence(planner, id, { argumentIds: [argumentId] });
    expect([await wrong(), await kept(id)]).toEqual([
      [],
      [
        { ways: 2, changed: 0, ...stands },
        { ways: 1, changed: 0, ...stands },
      ],
    ]);

    await planner.post(`/api/arguments/${argumentId}/feedback`, { feedbackIds: [three] });
    await byHand(
      app,
      sql`update argument set title = 'Termine fehlen überall' where id = ${argumentId}::uuid`,
    );
    await byHand(app, sql`update feedback set triaged_text = 'Neue Worte' where id = ${one}::uuid`);
    expect([await wrong(), (await kept(id)).length]).toEqual([[], 3]);
    expect((await kept(id))[0]).toEqual({ ways: 2, changed: 2, ...stands });

    const through = evidence.find(({ kind }) => kind === 'argument')?.id ?? '';
    await planner.post(`/api/findings/${id}/evidence/${through}/accept`, {});
    expect([await wrong(), (await kept(id))[0]]).toEqual([[], { ways: 2, changed: 1, ...stands }]);

    await planner.raw('DELETE', `/api/arguments/${argumentId}/feedback/${two}`);
    expect([await wrong(), (await kept(id)).length]).toEqual([[], 2]);
    await planner.raw('DELETE', `/api/findings/${id}/evidence/${through}`);
    expect([await wrong(), (await kept(id)).length]).toEqual([[], 1]);
  });

  it('know when their Befund is dropped and when their Hinweis is decided, moved or turned away', async () => {
    const said = await readFeedback(planner, 'Es fährt kein Bus');
    const id = await finding(planner, { statement: 'Kein Bus', fieldId });
    await addEvidence(planner, id, { feedbackIds: [said] });
    await linkFeedback(planner, said, fieldId);
    await decideFeedback(planner, said, { decision: 'NOTED' });
    await answerFeedback(planner, said, 'Danke.', false);
    expect([await wrong(), await kept(id)]).toEqual([
      [],
      [{ ways: 1, changed: 0, ...stands, feedback_open: false }],
    ]);
    await byHand(
      app,
      sql`update feedback set received_at = received_at - interval '1 day' where id = ${said}::uuid`,
    );
    await moveFinding(planner, id, 'drop', 'Hat sich erledigt.');
    expect([await wrong(), await kept(id)]).toEqual([
      [],
      [{ ways: 1, changed: 0, ...stands, finding_stands: false, feedback_open: false }],
    ]);
  });

  it('are not missed where evidence and a further voice of its argument come in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = await Promise.all([
        readFeedback(planner, `Erste Stimme ${round}`),
        readFeedback(planner, `Zweite Stimme ${round}`),
      ]);
      const { id: argumentId } = await argument(planner, {
        title: `Runde ${round}`,
        fieldId,
        feedbackIds: [first],
      });
      const id = await finding(planner, { statement: `Zugleich ${round}`, fieldId });
      await Promise.all([
        addEvidence(planner, id, { argumentIds: [argumentId] }),
        planner.post(`/api/arguments/${argumentId}/feedback`, { feedbackIds: [second] }),
      ]);
      expect([await wrong(), (await kept(id)).length]).toEqual([[], 2]);
    }
  });
});
