import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type SignedIn,
  type TestApp,
  type TestDatabase,
  signedIn,
  testApp,
  testDatabase,
} from '@runder-tisch/api/test';
import { Client } from '@runder-tisch/scenario/client';
import { feedback, triageFeedback } from '@runder-tisch/scenario/feedback';
import {
  changeRecommendation,
  decide,
  finding,
  moveFinding,
  moveRecommendation,
  priority,
  recommendation,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, measureView } from '@runder-tisch/scenario/measures';
import { backup } from './backup';
import { restore } from './restore';

/** What leads away from a recommendation: what bodies made of it, and the measures that come from it. */
interface Thread {
  recommendationId: string;
  measureIds: string[];
}

describe('A recommendation reworded, backed up and restored', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let target: TestDatabase;
  let restored: TestApp | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'rt-reworded-'));

  beforeAll(async () => {
    app = await testApp();
    target = await testDatabase();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Gesichert und zurück');
  });
  afterAll(async () => {
    await restored?.close();
    await app.close();
    await target.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function thread(words: string, measures: number): Promise<Thread> {
    const { id } = await feedback(planner, { text: `Dazu gesagt: ${words}` });
    await triageFeedback(planner, id);
    const findingId = await finding(planner, { statement: words, fieldId, feedbackIds: [id] });
    await moveFinding(planner, findingId, 'confirm');
    const priorityId = await priority(planner, { title: words, fieldId, findingIds: [findingId] });
    const recommendationId = await recommendation(planner, {
      wording: `Der Landkreis handelt: ${words}`,
      fieldId,
      priorityIds: [priorityId],
    });
    await moveRecommendation(planner, recommendationId, 'submit');
    for (const bodyName of ['Jugendhilfeausschuss', 'Sozialausschuss'])
      await decide(planner, recommendationId, { bodyName, result: 'ACCEPTED' });
    await decide(planner, recommendationId, { result: 'ACCEPTED', final: true });
    const measureIds: string[] = [];
    for (let at = 1; at <= measures; at += 1)
      measureIds.push(
        await measure(planner, {
          title: `${words}, Schritt ${at}`,
          fieldId,
          recommendationIds: [recommendationId],
        }),
      );
    return { recommendationId, measureIds };
  }

  /** Every link away from it with whether it is to be checked, and what its source said before. */
  async function links(client: Client, { recommendationId, measureIds }: Thread) {
    const { decisions } = await recommendationView(client, recommendationId);
    const measures = await Promise.all(measureIds.map((id) => measureView(client, id)));
    return [
      ...decisions.map(({ id, toCheck, wordsBefore }) => ({ id, toCheck, wordsBefore })),
      ...measures.flatMap((it) =>
        it.recommendations
          .filter(({ id }) => id === recommendationId)
          .map(({ toCheck }) => ({ id: it.id, toCheck, wordsBefore: null })),
      ),
    ];
  }

  /** All rows of all links that stand for other words than their source says now. */
  const toCheckIn = async (database: TestDatabase): Promise<number> => {
    const [row] = await database.rows<{ count: number }>(`
      select (select count(*) from recommendation_decision link join recommendation it on it.id = link.recommendation_id
              where it.fingerprint <> link.fingerprint)::int
           + (select count(*) from measure_recommendation link join recommendation it on it.id = link.recommendation_id
              where it.fingerprint <> link.fingerprint)::int
           + (select count(*) from recommendation_priority link join action_priority it on it.id = link.priority_id
              where it.fingerprint <> link.fingerprint)::int
           + (select count(*) from priority_finding link join finding it on it.id = link.finding_id
              where it.fingerprint <> link.fingerprint)::int as count`);
    return row?.count ?? 0;
  };

  it('has exactly its outgoing links to be checked here and there, and none once somebody accepted each', async () => {
    const reworded = await thread('Wird umformuliert', 2);
    const other = await thread('Bleibt, wie sie ist', 2);
    const { wording } = await recommendationView(planner, reworded.recommendationId);
    await changeRecommendation(planner, reworded.recommendationId, { wording: `${wording} Und zwar bald.` });

    const before = await links(planner, reworded);
    expect(before.map((it) => it.toCheck)).toEqual(Array(5).fill(true));
    expect(before.slice(0, 3).map((it) => it.wordsBefore)).toEqual(Array(3).fill(wording));
    expect((await links(planner, other)).map((it) => it.toCheck)).toEqual(Array(5).fill(false));
    expect(await toCheckIn(app.database)).toBe(5);

    const file = join(folder, 'reworded.rtbackup');
    await backup(app.database.ownerUrl, file);
    await restore(target.ownerUrl, 'runder_tisch', file);
    restored = await testApp({ database: target });
    const there = new Client(restored.url, planner.cookie);
    expect(await links(there, reworded)).toEqual(before);
    expect((await links(there, other)).map((it) => it.toCheck)).toEqual(Array(5).fill(false));
    expect(await toCheckIn(target)).toBe(5);

    const { recommendationId: id, measureIds } = reworded;
    for (const decision of before.slice(0, 3))
      await there.post(`/api/recommendations/${id}/decisions/${decision.id}/accept`, {});
    for (const measureId of measureIds)
      await there.post(`/api/measures/${measureId}/recommendations/${id}/accept`, {});
    expect((await links(there, reworded)).map((it) => it.toCheck)).toEqual(Array(5).fill(false));
    expect(await toCheckIn(target)).toBe(0);
    // Accepting in the copy says nothing about the links here.
    expect(await toCheckIn(app.database)).toBe(5);
  });
});
