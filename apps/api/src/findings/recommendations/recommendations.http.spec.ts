import type { RecommendationListItem } from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeRecommendation,
  decide,
  finding,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  priorityView,
  recommendation,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { chain, readFeedback } from '../../../test/finding-world';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Handlungsempfehlungen', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Empfehlungen geben');
  });
  afterAll(() => app.close());

  const submitted = async (words: string): Promise<string> => {
    const { recommendationId } = await chain(planner, fieldId, words);
    await moveRecommendation(planner, recommendationId, 'submit');
    return recommendationId;
  };
  const found = async (query: string): Promise<string[]> =>
    (await planner.get<Page<RecommendationListItem>>(`/api/recommendations?${query}`)).items.map(
      (it) => it.id,
    );

  it('script step 16: are derived from Hinweise over Befund and Schwerpunkt, which the way back shows; without Befund they are refused', async () => {
    const F021 = 'Der Wohngeldantrag lag fünf Monate, die Miete lief weiter.';
    const F022 = 'Meine Nachbarin schämt sich, Grundsicherung zu beantragen.';
    const F023 = 'Die Gutscheine für Bildung kennt bei uns kaum jemand.';
    const F025 = 'Die gemeinsame Sprechstunde im Rathaus hat vieles erleichtert.';
    const feedbackIds: string[] = [];
    for (const text of [F021, F022, F023, F025]) feedbackIds.push(await readFeedback(planner, text));
    const findingId = await finding(planner, {
      statement: 'Leistungen erreichen Berechtigte spät oder gar nicht.',
      fieldId,
      feedbackIds,
    });
    await moveFinding(planner, findingId, 'confirm');
    const priorityId = await priority(planner, {
      title: 'Zugang zu Leistungen',
      fieldId,
      findingIds: [findingId],
    });
    await movePriority(planner, priorityId, 'propose');
    const recommendationId = await recommendation(planner, {
      wording: 'Der Landkreis richtet Antragslotsen ein.',
      fieldId,
      priorityIds: [priorityId],
    });

    const { ledHere } = await planner.get<TraceView>(`/api/trace/recommendation/${recommendationId}`);
    const kinds = new Map(ledHere.map((line) => [line.id, `${line.kind} ${line.depth}`]));
    expect(kinds.get(priorityId)).toBe('priority 1');
    expect(kinds.get(findingId)).toBe('finding 2');
    for (const id of feedbackIds) expect(kinds.get(id)).toBe('feedback 3');

    const bare = await priority(planner, { title: 'Ohne Stimme', fieldId, withoutVoice: 'Auftrag' });
    for (const priorityIds of [[], [bare]])
      expect(await refusalOf(recommendation(planner, { wording: 'Ohne Grund', fieldId, priorityIds }))).toBe(
        'recommendation-without-finding',
      );
    expect(await refusalOf(changeRecommendation(planner, recommendationId, { priorityIds: [bare] }))).toBe(
      'recommendation-without-finding',
    );
  });

  it('are submitted once they say who, how measured, until when and at what cost', async () => {
    const { recommendationId: id } = await chain(planner, fieldId, 'Unvollständig');
    for (const [lacking, code] of [
      [{ addressee: '' }, 'recommendation-addressee-missing'],
      [{ measureOfSuccess: '' }, 'recommendation-success-missing'],
      [{ dueOn: null }, 'recommendation-date-missing'],
      [{ costs: [] }, 'recommendation-cost-missing'],
    ] as const) {
      const before = await recommendationView(planner, id);
      await changeRecommendation(planner, id, lacking as object);
      expect(await refusalOf(moveRecommendation(planner, id, 'submit'))).toBe(code);
      await changeRecommendation(planner, id, {
        addressee: before.addressee,
        measureOfSuccess: before.measureOfSuccess,
        dueOn: before.dueOn,
        costs: before.costs,
      });
    }
    expect((await moveRecommendation(planner, id, 'submit')).state).toBe('SUBMITTED');
  });

  it('keep their cost by Haushaltsjahr, or are free of cost, never both', async () => {
    const { recommendationId: id } = await chain(planner, fieldId, 'Kosten');
    const costs = [
      { budgetYear: 2027, oneOff: 12_500.5, yearly: 80_000 },
      { budgetYear: 2028, oneOff: 0, yearly: 80_000 },
    ];
    expect((await changeRecommendation(planner, id, { costs })).costs).toEqual(costs);
    expect(await refusalOf(changeRecommendation(planner, id, { costNeutral: true }))).toBe(
      'recommendation-cost-contradicts',
    );
    const free = await changeRecommendation(planner, id, { costNeutral: true, costs: [] });
    expect((await moveRecommendation(planner, free.id, 'submit')).state).toBe('SUBMITTED');
  });

  it('wait while a committee only advises; the final decision moves them and keeps the adopted wording', async () => {
    const id = await submitted('Zwei Stellen einrichten');
    const committeeId = await committee(planner, { name: 'Sozial- und Gesundheitsausschuss' });
    const advised = await decide(planner, id, { committeeId, result: 'ACCEPTED', decidedOn: '2026-02-04' });
    expect(advised).toMatchObject({ state: 'SUBMITTED', decisions: [{ final: false }] });
    const wording = 'Der Landkreis richtet eine Stelle ein.';
    const changed = await decide(planner, id, {
      result: 'CHANGED',
      wording,
      final: true,
      reference: 'BV/0123/2026',
      votesYes: 30,
      votesNo: 8,
      votesAbstained: 2,
    });
    expect(changed.state).toBe('CHANGED');
    expect(changed.decisions[0]).toMatchObject({
      bodyName: 'Kreistag',
      wording,
      votesYes: 30,
      toCheck: false,
    });
    expect(changed.wording).not.toBe(wording);
    const trace = await planner.get<TraceView>(`/api/trace/recommendation/${id}`);
    expect(trace.cameOfIt).toContainEqual(
      expect.objectContaining({ kind: 'committee', id: committeeId, relation: 'beraten in' }),
    );
  });

  it('keep the words that were adopted unchanged, whatever becomes of their own', async () => {
    const id = await submitted('Angenommen wie vorgeschlagen');
    const { decisions, wording } = await decide(planner, id, { result: 'ACCEPTED', final: true });
    expect(decisions[0]?.wording).toBe(wording);
    const mended = await changeRecommendation(planner, id, { wording: 'Ganz anders.' });
    expect(mended.decisions[0]).toMatchObject({ wording, toCheck: true, wordsBefore: wording });
  });

  it('ask a body that changes for the words, one that rejects for a reason, and let nobody defer for good', async () => {
    const id = await submitted('Streitfall');
    for (const [facts, code] of [
      [{ result: 'CHANGED', final: true }, 'decision-wording-missing'],
      [{ result: 'REJECTED', final: true }, 'decision-reason-missing'],
      [{ result: 'DEFERRED', final: true }, 'decision-deferred-final'],
      [{ result: 'ACCEPTED', bodyName: ' ' }, 'decision-body-missing'],
    ] as const)
      expect(await refusalOf(decide(planner, id, facts))).toBe(code);
    expect((await recommendationView(planner, id)).decisions).toEqual([]);
    const rejected = await decide(planner, id, { result: 'REJECTED', reason: 'Kein Geld', final: true });
    expect(rejected.state).toBe('REJECTED');
    expect(await refusalOf(decide(planner, id, { result: 'ACCEPTED', final: true }))).toBe(
      'recommendation-not-submitted',
    );
  });

  it('wait again once a decision entered by mistake is taken back', async () => {
    const id = await submitted('Vertippt');
    const { decisions, version } = await decide(planner, id, { result: 'ACCEPTED', final: true });
    const other = await submitted('Unbeteiligt');
    const foreign = (await recommendationView(planner, other)).version;
    const elsewhere = `/api/recommendations/${other}/decisions/${decisions[0]?.id}/remove`;
    expect(await refusalOf(planner.post(elsewhere, {}, foreign))).toBe('not-found');
    await planner.post(`/api/recommendations/${id}/decisions/${decisions[0]?.id}/remove`, {}, version);
    expect(await recommendationView(planner, id)).toMatchObject({ state: 'SUBMITTED', decisions: [] });
  });

  it('are not decided before they are submitted, and are withdrawn for a reason', async () => {
    const { recommendationId: id, priorityId } = await chain(planner, fieldId, 'Zu früh');
    expect(await refusalOf(decide(planner, id, { result: 'ACCEPTED' }))).toBe('recommendation-not-submitted');
    expect(await refusalOf(moveRecommendation(planner, id, 'withdraw'))).toBe(
      'recommendation-reason-missing',
    );
    await moveRecommendation(planner, id, 'withdraw', 'Aufgegangen in einer anderen');
    expect(await refusalOf(changeRecommendation(planner, id, { wording: 'Doch' }))).toBe(
      'recommendation-ended',
    );
    expect((await movePriority(planner, priorityId, 'drop', 'Nicht mehr nötig')).state).toBe('DROPPED');
  });

  it('are refused with a Schwerpunkt that was dropped', async () => {
    const dropped = await priority(planner, { title: 'Fallen gelassen', fieldId, withoutVoice: 'Auftrag' });
    await movePriority(planner, dropped, 'drop', 'Weg');
    expect(
      await refusalOf(recommendation(planner, { wording: 'Daraus', fieldId, priorityIds: [dropped] })),
    ).toBe('recommendation-priority-unknown');
  });

  it('are found by year, body, field, state and words, and by the search of every page', async () => {
    const id = await submitted('Quartierskümmerer in Zerbst');
    const committeeId = await committee(planner, { name: 'Kreistag (Demo)' });
    await decide(planner, id, { committeeId, result: 'ACCEPTED', final: true });
    expect(
      await found(`search=quartierskuemmerer&year=2026&committeeId=${committeeId}&state=ACCEPTED`),
    ).toEqual([id]);
    for (const other of ['year=2018', 'state=REJECTED', `committeeId=${fieldId}`])
      expect(await found(`search=quartierskuemmerer&${other}`)).toEqual([]);
    const { items } = await planner.get<SearchView>('/api/search?q=Quartierskümmerer');
    expect(items).toContainEqual(
      expect.objectContaining({ id, path: `/planung/empfehlungen/${id}`, subtitle: '2026 · angenommen' }),
    );
  });

  it('leave as a file that Excel opens, filtered as the list is', async () => {
    await submitted('Nur für die Datei');
    const file = await planner.get<string>('/api/recommendations/export.csv?search=datei');
    const [head, ...rows] = file.trim().split('\r\n');
    expect(head).toMatch(/^\uFEFF?Nummer;Jahr;Handlungsfeld;Empfehlung/);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(';120000,00;');
  });

  it('are read by those who decide once they are submitted', async () => {
    const reader = await signedIn(app, 'reader');
    const { recommendationId: id, priorityId } = await chain(planner, fieldId, 'Für die Fraktion');
    expect(await refusalOf(recommendationView(reader, id))).toBe('not-found');
    await moveRecommendation(planner, id, 'submit');
    expect(await recommendationView(reader, id)).toMatchObject({
      priorities: [],
      mayChange: false,
      moves: [],
    });
    await movePriority(planner, priorityId, 'propose');
    expect((await priorityView(reader, priorityId)).recommendations.map((it) => it.id)).toEqual([id]);
    expect(await refusalOf(reader.post('/api/recommendations', {}))).toBe('forbidden');
  });
});
