import type { LooseEnd, LooseEndKind } from '@runder-tisch/domain/loose-ends';
import type { Page } from '@runder-tisch/domain/lists';
import {
  changeRecommendation,
  decide,
  finding,
  moveRecommendation,
  priority,
  recommendation,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { concluded } from '@runder-tisch/scenario/evaluation';
import { measure, moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Loose ends of Maßnahmen', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-05-01T10:00:00+02:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Soziale Lage');
  });
  afterAll(() => app.close());

  const ends = async (kind: LooseEndKind, who = planner): Promise<string[]> =>
    (await who.get<Page<LooseEnd>>(`/api/loose-ends?kind=${kind}&limit=100`)).items.map(({ id }) => id);

  async function adopted(wording: string): Promise<string> {
    const findingId = await finding(planner, {
      statement: `Befund zu ${wording}`,
      fieldId,
      silence: 'Niemand kam.',
    });
    const priorityId = await priority(planner, { title: wording, fieldId, findingIds: [findingId] });
    const id = await recommendation(planner, { wording, fieldId, priorityIds: [priorityId] });
    await moveRecommendation(planner, id, 'submit');
    await decide(planner, id, { result: 'ACCEPTED', final: true });
    return id;
  }

  it('are an adopted recommendation, until a measure carries it out and while that one lives', async () => {
    const recommendationId = await adopted('Beratung ausbauen');
    expect(await ends('WITHOUT_MEASURE')).toContain(recommendationId);
    const id = await measure(planner, {
      title: 'Beratungstag (Demo)',
      fieldId,
      recommendationIds: [recommendationId],
    });
    expect(await ends('WITHOUT_MEASURE')).not.toContain(recommendationId);
    await moveMeasure(planner, id, 'reject', { reason: 'Kein Geld.' });
    expect(await ends('WITHOUT_MEASURE')).toContain(recommendationId);
  });

  it('are exactly the links of a reworded recommendation, until each is accepted', async () => {
    const recommendationId = await adopted('Lotsen einstellen');
    const others = await adopted('Etwas anderes');
    const linked = async (title: string, id: string): Promise<string> =>
      measure(planner, { title, fieldId, recommendationIds: [id] });
    const mine = [
      await linked('Erste Lotsin (Demo)', recommendationId),
      await linked('Zweiter Lotse (Demo)', recommendationId),
    ];
    await linked('Unbeteiligt (Demo)', others);
    const before = await ends('TO_CHECK');
    const { decisions } = await changeRecommendation(planner, recommendationId, {
      wording: 'Zwei Lotsen einstellen',
    });
    // The measures by themselves, the decision on the page of the recommendation.
    expect((await ends('TO_CHECK')).filter((id) => !before.includes(id)).sort()).toEqual(
      [...mine, recommendationId].sort(),
    );
    for (const id of mine)
      await planner.post(`/api/measures/${id}/recommendations/${recommendationId}/accept`);
    await planner.post(`/api/recommendations/${recommendationId}/decisions/${decisions[0]?.id}/accept`);
    expect(await ends('TO_CHECK')).toEqual(before);
  });

  it('are measures done half a year ago of which nobody says what they changed', async () => {
    const id = await runningMeasure(planner, { title: 'Barrierecheck (Demo)', fieldId });
    await moveMeasure(planner, id, 'complete', { on: '2025-09-30' });
    expect(await ends('WITHOUT_EVALUATION')).toEqual([id]);
    const said = { conclusion: 'Zwölf Gebäude sind geprüft.', consequence: 'In drei Jahren wieder.' };
    await concluded(planner, id, { ...said, evaluatedOn: '2026-05-01' });
    expect(await ends('WITHOUT_EVALUATION')).toEqual([]);
  });
});
