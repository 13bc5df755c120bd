import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeFinding,
  changePriority,
  changeRecommendation,
  decide,
  findingView,
  moveFinding,
  moveRecommendation,
  priorityView,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { changeFormat, format } from '@runder-tisch/scenario/formats';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { addEvidence, finding } from '@runder-tisch/scenario/findings';
import { chain } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Links that can be trusted', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Verknüpfungen prüfen');
  });
  afterAll(() => app.close());

  it('turn to be checked, all that lead away from a reworded recommendation and no other, until somebody accepts each', async () => {
    const { recommendationId: id, priorityId } = await chain(planner, fieldId, 'Wird umformuliert');
    const other = await chain(planner, fieldId, 'Bleibt, wie sie ist');
    for (const each of [id, other.recommendationId]) {
      await moveRecommendation(planner, each, 'submit');
      for (const bodyName of ['Jugendhilfeausschuss', 'Sozialausschuss'])
        await decide(planner, each, { bodyName, result: 'ACCEPTED' });
      await decide(planner, each, { result: 'ACCEPTED', final: true });
    }
    const { wording } = await recommendationView(planner, id);
    const reworded = await changeRecommendation(planner, id, { wording: `${wording} Und zwar bald.` });
    expect(reworded.decisions.map((it) => [it.toCheck, it.wordsBefore])).toEqual(
      Array(3).fill([true, wording]),
    );
    expect(reworded.priorities.map((it) => it.toCheck)).toEqual([false]);
    expect((await priorityView(planner, priorityId)).findings.map((it) => it.toCheck)).toEqual([false]);
    const untouched = await recommendationView(planner, other.recommendationId);
    expect(untouched.decisions.some((it) => it.toCheck)).toBe(false);

    for (const { id: decisionId } of reworded.decisions)
      await planner.post(`/api/recommendations/${id}/decisions/${decisionId}/accept`, {});
    const { decisions } = await recommendationView(planner, id);
    for (const decision of decisions)
      expect(decision).toMatchObject({
        toCheck: false,
        wordsBefore: null,
        acceptedBy: expect.stringMatching(/\S/) as string,
        acceptedAt: expect.stringMatching(/^\d/) as string,
      });
    const again = planner.post(`/api/recommendations/${id}/decisions/${decisions[0]?.id}/accept`, {});
    expect(await refusalOf(again)).toBe('link-up-to-date');
  });

  it('are right again by themselves once the old words are back', async () => {
    const { recommendationId: id } = await chain(planner, fieldId, 'Hin und zurück');
    await moveRecommendation(planner, id, 'submit');
    await decide(planner, id, { result: 'ACCEPTED', final: true });
    const { wording } = await recommendationView(planner, id);
    expect((await changeRecommendation(planner, id, { wording: 'Anders.' })).decisions[0]?.toCheck).toBe(
      true,
    );
    expect((await changeRecommendation(planner, id, { wording })).decisions[0]?.toCheck).toBe(false);
  });

  it('turn where a Befund or a Schwerpunkt is reworded, with its earlier words, and are accepted', async () => {
    const { findingId, priorityId, recommendationId } = await chain(planner, fieldId, 'Früherer Satz');
    await moveFinding(planner, findingId, 'reopen');
    await changeFinding(planner, findingId, { statement: 'Späterer Satz' });
    expect((await priorityView(planner, priorityId)).findings[0]).toMatchObject({
      toCheck: true,
      wordsBefore: 'Früherer Satz',
    });
    await planner.post(`/api/priorities/${priorityId}/findings/${findingId}/accept`, {});
    expect((await priorityView(planner, priorityId)).findings[0]).toMatchObject({ toCheck: false });

    await changePriority(planner, priorityId, { title: 'Neuer Titel' });
    expect((await recommendationView(planner, recommendationId)).priorities[0]).toMatchObject({
      toCheck: true,
      wordsBefore: 'Früherer Satz',
    });
    await planner.post(`/api/recommendations/${recommendationId}/priorities/${priorityId}/accept`, {});
    expect((await recommendationView(planner, recommendationId)).priorities[0]?.toCheck).toBe(false);
  });

  it('turn where results of a format are changed, and stay where nothing but its purpose is', async () => {
    const formatId = await format(planner, 'Fachgespräch', { title: 'Fachgespräch Wohnen' });
    const results = [{ title: 'Kern', text: 'Zu wenig Wohnraum.' }];
    await changeFormat(planner, formatId, { results });
    const id = await finding(planner, { statement: 'Wohnraum fehlt', fieldId });
    const { evidence } = await addEvidence(planner, id, { formatIds: [formatId] });
    await changeFormat(planner, formatId, { purpose: 'Anderer Zweck' });
    expect((await findingView(planner, id)).evidence[0]?.toCheck).toBe(false);
    await changeFormat(planner, formatId, { results: [{ title: 'Kern', text: 'Genug Wohnraum.' }] });
    expect((await findingView(planner, id)).evidence[0]?.toCheck).toBe(true);
    await planner.post(`/api/findings/${id}/evidence/${evidence[0]?.id}/accept`, {});
    expect((await findingView(planner, id)).evidence[0]?.toCheck).toBe(false);
  });
});
