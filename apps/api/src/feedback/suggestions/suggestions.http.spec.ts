import type {
  SimilarFeedbackView,
  SuggestionsView,
  SuggestionWordsView,
} from '@runder-tisch/domain/feedback';
import { demoFieldsOfAction } from '@runder-tisch/domain/fields-of-action';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  inbox,
  linkFeedback,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const DEBTS = 'Der Vermieter droht mit Räumung, die Mietschulden wachsen und das Einkommen ist zu klein.';

describe('Suggestions beside a Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;
  const ids = new Map<string, string>();
  const idOf = (name: string): string => ids.get(name) as string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    for (const { name, description } of demoFieldsOfAction)
      ids.set(name, await fieldOfAction(planner, name, description));
  });
  afterAll(() => app.close());

  const fresh = async (text: string): Promise<string> => (await feedback(planner, { text })).id;
  const suggestions = (id: string): Promise<SuggestionsView> =>
    planner.get(`/api/feedback/${id}/suggestions`);
  const similar = (id: string): Promise<SimilarFeedbackView[]> => planner.get(`/api/feedback/${id}/similar`);
  const words = (field: string): Promise<SuggestionWordsView> =>
    planner.get(`/api/suggestion-words/${idOf(field)}`);
  const kept = (feedbackId: string): Promise<object[]> =>
    app.database.rows(
      `select origin, rank, score > 0 as scored, lexicon_version as version, jsonb_array_length(shown) as shown
       from feedback_suggestion where feedback_id = $1`,
      [feedbackId],
    );
  const link = (id: string, field: string, origin: string): Promise<unknown> =>
    feedbackStep(planner, id, 'link', { primaryFieldId: idOf(field), furtherFieldIds: [], origin });

  it('name the field with the words that speak for it, and link nothing', async () => {
    const id = await fresh(DEBTS);
    const { fields, abstains, lexiconVersion } = await suggestions(id);
    expect(abstains).toBe(false);
    expect(lexiconVersion).toMatch(/^2026-12\.\d+$/);
    expect(fields[0]).toMatchObject({ name: 'Soziale Lage', rank: 1 });
    expect(fields[0]?.words).toEqual(expect.arrayContaining(['Mietschulden', 'Vermieter']));
    expect(fields.length).toBeLessThanOrEqual(3);
    expect(await feedbackView(planner, id)).toMatchObject({ state: 'SUBMITTED', primaryField: null });
  });

  it('abstain where nothing speaks for a field', async () => {
    expect(await suggestions(await fresh('Bitte so weitermachen, danke!'))).toMatchObject({
      abstains: true,
      fields: [],
    });
  });

  it('wait until a text with personal data is checked', async () => {
    const id = await fresh('Frau Testfall hat Mietschulden beim Vermieter.');
    expect(await suggestions(id)).toMatchObject({ held: true, fields: [] });
    expect(await similar(id)).toEqual([]);
    await triageFeedback(planner, id);
    expect((await suggestions(id)).fields[0]?.name).toBe('Soziale Lage');
  });

  it('keep what was suggested and what the human decided, also in the audit', async () => {
    const taken = await fresh(DEBTS);
    await link(taken, 'Soziale Lage', 'SUGGESTION');
    expect(await kept(taken)).toMatchObject([{ origin: 'SUGGESTION', rank: 1, scored: true }]);
    expect(await feedbackView(planner, taken)).toMatchObject({
      primaryField: { origin: 'SUGGESTION' },
      linkSuggestion: { origin: 'SUGGESTION', rank: 1 },
    });
    const byHand = await fresh(DEBTS);
    const shown = (await suggestions(byHand)).fields.map((field) => field.name);
    const unnamed = [...ids.keys()].find((name) => !shown.includes(name)) as string;
    await link(byHand, unnamed, 'SUGGESTION');
    expect(await kept(byHand)).toMatchObject([{ origin: 'HUMAN', rank: null }]);
    expect((await feedbackView(planner, byHand)).primaryField?.origin).toBe('HUMAN');
    const audited = await app.database.rows(
      `select 1 from audit_event where table_name = 'feedback_suggestion' and use_case = 'feedback.link'`,
    );
    expect(audited.length).toBeGreaterThanOrEqual(2);
    await feedbackStep(planner, byHand, 'undo');
    expect(await kept(byHand)).toEqual([]);
  });

  it('learn from what is linked, forget what is taken back, and keep no word of it', async () => {
    const text = 'Der Zwiebelkuchen am Ufer.';
    const asked = await fresh('Zwiebelkuchen, bitte!');
    expect((await suggestions(asked)).abstains).toBe(true);
    const linked: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      const id = await fresh(text);
      await linkFeedback(planner, id, idOf('Bildung'));
      // Two other fields: what the other tests link to this one must not outweigh what is learned here.
      for (const field of ['Soziale Lage', 'Pflege und Teilhabe'])
        await linkFeedback(planner, await fresh('Der Apfelbaum am Ufer.'), idOf(field));
      linked.push(id);
    }
    expect((await suggestions(asked)).fields[0]).toMatchObject({
      name: 'Bildung',
      words: ['Zwiebelkuchen'],
    });
    const columns = await app.database.rows<{ type: string }>(
      `select data_type as type from information_schema.columns where table_name = 'suggestion_count'`,
    );
    expect(columns.map((it) => it.type).sort()).toEqual(['bigint', 'integer', 'uuid']);
    for (const id of linked) await feedbackStep(planner, id, 'undo');
    expect((await suggestions(asked)).abstains).toBe(true);
  });

  it('follow the words planners keep', async () => {
    const id = await fresh('Es fehlt ein Quittengarten.');
    expect((await suggestions(id)).abstains).toBe(true);
    const save = (term: string, version: number, active: boolean): Promise<SuggestionWordsView> =>
      planner.put(`/api/suggestion-words/${idOf('Bildung')}`, { term, weight: 4, active }, version);
    const after = await save('Quittengarten', 0, true);
    expect(after.words[0]).toEqual({
      term: 'quittengarten',
      weight: 4,
      shippedWeight: null,
      active: true,
      version: 1,
    });
    expect((await suggestions(id)).fields[0]?.name).toBe('Bildung');
    expect(await refusalOf(save('quittengarten', 0, false))).toBe('stale-version');
    const nowhere = planner.put(
      `/api/suggestion-words/${id}`,
      { term: 'Quitte', weight: 4, active: true },
      0,
    );
    expect(await refusalOf(nowhere)).toBe('not-found');
    await save('quittengarten', 1, false);
    expect((await suggestions(id)).abstains).toBe(true);
    expect(await refusalOf(save('<b>', 0, true))).toBe('invalid-input');
    expect((await words('Soziale Lage')).words.length).toBeGreaterThan(200);
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(coordinator.get(`/api/suggestion-words/${idOf('Bildung')}`))).toBe('forbidden');
  });

  it('show Hinweise in nearly the same words, with the answer they got', async () => {
    const first = await fresh('Am Bahnhof in Aken fehlt seit Monaten eine öffentliche Toilette.');
    await linkFeedback(planner, first, idOf('Soziale Lage'));
    await decideFeedback(planner, first, { decision: 'NOTED' });
    await answerFeedback(planner, first, 'Wir haben es weitergegeben.');
    const second = await fresh('Am Bahnhof in Aken fehlt schon lange eine öffentliche Toilette!');
    expect(await similar(second)).toMatchObject([
      { id: first, answer: 'Wir haben es weitergegeben.', decision: 'NOTED' },
    ]);
    expect(await similar(await fresh('Der Chor sucht Stimmen.'))).toEqual([]);
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(coordinator.get(`/api/feedback/${second}/similar`))).toBe('forbidden');
  });

  it('name a near twin nobody has assigned yet, but none whose text waits to be checked', async () => {
    const first = await fresh('Die Rampe am Rathaus ist im Winter jedes Mal spiegelglatt.');
    await fresh('Frau Testfall sagt: Die Rampe am Rathaus ist im Winter jedes Mal spiegelglatt.');
    const second = await fresh('Die Rampe am Rathaus ist im Winter immer spiegelglatt!');
    expect(await similar(second)).toMatchObject([{ id: first, primaryField: null, state: 'SUBMITTED' }]);
  });

  it('put those that read most alike first where one answer shall do for several', async () => {
    const texts = [
      'Die Fähre nach Steutz fällt zu oft aus.',
      'Der Spielplatz braucht Schatten.',
      'Die Fähre nach Steutz fällt viel zu oft aus!',
    ];
    const linked: string[] = [];
    for (const text of texts) {
      const id = await fresh(text);
      await linkFeedback(planner, id, idOf('Bildung'));
      linked.push(id);
    }
    const [asked, other, twin] = linked;
    const { items } = await inbox(planner, `?view=to-decide&fieldId=${idOf('Bildung')}&likeId=${asked}`);
    expect(items.map((it) => it.id).filter((id) => id === other || id === twin)).toEqual([twin, other]);
  });
});
