import type { Page } from '@runder-tisch/domain/lists';
import type { LooseEnd, LooseEndPage } from '@runder-tisch/domain/loose-ends';
import { countFeedback } from '@runder-tisch/scenario/condensing';
import {
  answerFeedback,
  decideFeedback,
  feedbackStep,
  linkFeedback,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import {
  addEvidence,
  changePriority,
  decide,
  finding,
  findingView,
  moveRecommendation,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { chain, readFeedback } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Loose ends', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Offene Enden');
  });
  afterAll(() => app.close());

  const ends = async (kind: LooseEnd['kind']): Promise<string[]> =>
    (await planner.get<Page<LooseEnd>>(`/api/loose-ends?kind=${kind}&fieldId=${fieldId}`)).items.map(
      ({ id }) => id,
    );

  it('without evidence: a Befund, until something speaks for it', async () => {
    const id = await finding(planner, { statement: 'Noch nichts dazu', fieldId });
    expect(await ends('WITHOUT_EVIDENCE')).toEqual([id]);
    await addEvidence(planner, id, { silence: 'Niemand sagte etwas.' });
    expect(await ends('WITHOUT_EVIDENCE')).toEqual([]);
  });

  it('without answer: a Hinweis that waits longer than 28 days after it was assigned', async () => {
    const id = await readFeedback(planner, 'Wann kommt eine Antwort?');
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'NOTED' });
    expect(await ends('WITHOUT_ANSWER')).toEqual([]);
    const now = app.clock.now();
    app.clock.set(new Date(now.getTime() + 29 * 86_400_000));
    planner = await signedIn(app, 'planner');
    expect(await ends('WITHOUT_ANSWER')).toEqual([id]);
    await answerFeedback(planner, id, 'Wir haben es geprüft.');
    expect(await ends('WITHOUT_ANSWER')).toEqual([]);
  });

  it('without answer: not a Hinweis that counts with another one, whose answer is its own', async () => {
    const own = await fieldOfAction(planner, 'Zählt mit');
    const counts = await readFeedback(planner, 'Mehr Bänke im Park.');
    const with_ = await readFeedback(planner, 'Im Park fehlen Bänke.');
    for (const id of [counts, with_]) await linkFeedback(planner, id, own);
    app.clock.set(new Date(app.clock.now().getTime() + 29 * 86_400_000));
    planner = await signedIn(app, 'planner');
    const waiting = async (): Promise<string[]> =>
      (await planner.get<Page<LooseEnd>>(`/api/loose-ends?kind=WITHOUT_ANSWER&fieldId=${own}`)).items.map(
        ({ id }) => id,
      );
    expect((await waiting()).sort()).toEqual([counts, with_].sort());
    await countFeedback(planner, counts, [with_]);
    expect(await waiting()).toEqual([counts]);
  });

  it('without decision: a submitted recommendation, until a body has the last word', async () => {
    const { recommendationId: id } = await chain(planner, fieldId, 'Wartet auf den Kreistag');
    expect(await ends('WITHOUT_DECISION')).toEqual([]);
    await moveRecommendation(planner, id, 'submit');
    await decide(planner, id, { bodyName: 'Ausschuss', result: 'ACCEPTED' });
    expect(await ends('WITHOUT_DECISION')).toEqual([id]);
    await decide(planner, id, { result: 'ACCEPTED', final: true });
    expect(await ends('WITHOUT_DECISION')).toEqual([]);
  });

  it('to be checked: what rests on changed words, until somebody accepts it', async () => {
    const { priorityId, recommendationId: id } = await chain(planner, fieldId, 'Wird geändert');
    await changePriority(planner, priorityId, { title: 'Wurde geändert' });
    expect(await ends('TO_CHECK')).toEqual([id]);
    const { counts } = await planner.get<LooseEndPage>('/api/loose-ends');
    expect(counts.TO_CHECK).toBe(1);
    await planner.post(`/api/recommendations/${id}/priorities/${priorityId}/accept`, {});
    expect(await ends('TO_CHECK')).toEqual([]);
  });

  it('to be checked: a Befund whose Hinweis says something else, until that is accepted or said again', async () => {
    const feedbackId = await readFeedback(planner, 'Der Fahrstuhl ist kaputt.');
    const id = await finding(planner, { statement: 'Fahrstuhl', fieldId, feedbackIds: [feedbackId] });
    const toCheck = async (): Promise<boolean> => (await ends('TO_CHECK')).includes(id);
    expect(await toCheck()).toBe(false);
    await feedbackStep(planner, feedbackId, 'undo');
    expect(await toCheck()).toBe(true);
    await triageFeedback(planner, feedbackId);
    expect(await toCheck()).toBe(false);
    await feedbackStep(planner, feedbackId, 'undo');
    const accept = async (): Promise<void> => {
      const { evidence } = await findingView(planner, id);
      await planner.post(`/api/findings/${id}/evidence/${evidence[0]?.id}/accept`);
    };
    await accept();
    expect(await toCheck()).toBe(false);
    await triageFeedback(planner, feedbackId);
    expect(await toCheck()).toBe(true);
    await accept();
    expect(await toCheck()).toBe(false);
  });

  it('stand in one list, what waits longest first, narrowed down by words and page by page', async () => {
    const own = await fieldOfAction(planner, 'Viele lose Enden');
    for (const statement of ['Lose Eins', 'Lose Zwei', 'Lose Drei'])
      await finding(planner, { statement, fieldId: own });
    const first = await planner.get<Page<LooseEnd>>('/api/loose-ends?search=lose&limit=2');
    expect(first).toMatchObject({ total: 3, items: [{ kind: 'WITHOUT_EVIDENCE' }, {}] });
    const rest = await planner.get<Page<LooseEnd>>(`/api/loose-ends?search=lose&limit=2&after=${first.next}`);
    expect([...first.items, ...rest.items].map(({ title }) => title.split(' · ')[1])).toEqual([
      'Lose Eins',
      'Lose Zwei',
      'Lose Drei',
    ]);
  });

  it('stand in one order whatever is missing, each once, with the counts of all kinds beside', async () => {
    const own = await fieldOfAction(planner, 'Alle Enden');
    await finding(planner, { statement: 'Ohne Beleg', fieldId: own });
    await linkFeedback(planner, await readFeedback(planner, 'Wer antwortet mir?'), own);
    app.clock.set(new Date(app.clock.now().getTime() + 29 * 86_400_000));
    planner = await signedIn(app, 'planner');
    const all = await planner.get<LooseEndPage>('/api/loose-ends?limit=100');
    for (const kind of ['WITHOUT_EVIDENCE', 'WITHOUT_ANSWER'] as const)
      expect(all.counts[kind]).toBeGreaterThanOrEqual(1);
    expect(Object.values(all.counts).reduce((sum, count) => sum + count, 0)).toBe(all.items.length);
    const turned: LooseEnd[] = [];
    let after = '';
    do {
      const { items, next, total, counts } = await planner.get<LooseEndPage>(
        `/api/loose-ends?limit=2&after=${after}`,
      );
      expect({ total, counts }).toEqual({ total: all.total, counts: all.counts });
      turned.push(...items);
      after = next ?? '';
    } while (after);
    expect(turned).toEqual(all.items);
    expect(turned.map(({ since }) => since)).toEqual(turned.map(({ since }) => since).sort());
    expect(await planner.get<LooseEndPage>('/api/loose-ends?search=gibt-es-nicht')).toEqual({
      items: [],
      total: 0,
      next: null,
      counts: all.counts,
    });
  });

  it('are nothing for those who decide', async () => {
    expect(await refusalOf((await signedIn(app, 'reader')).get('/api/loose-ends'))).toBe('forbidden');
  });
});
