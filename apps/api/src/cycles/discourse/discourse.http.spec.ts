import { discourseLists, discourseStations } from '@runder-tisch/domain/cycles';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { enterResult, submittedPaper } from '@runder-tisch/scenario/council/papers';
import { moveFinding, moveRecommendation } from '@runder-tisch/scenario/findings';
import { format, moveFormat } from '@runder-tisch/scenario/formats';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { measure } from '@runder-tisch/scenario/measures';
import { feedback } from '@runder-tisch/scenario/feedback';
import { cycle, cycleView } from '@runder-tisch/scenario/planning/cycles';
import {
  addToDiscourse,
  changeDiscourse,
  discourse,
  discourseList,
  discourseView,
  moveDiscourse,
  removeFromDiscourse,
} from '@runder-tisch/scenario/planning/discourse';
import { adopted, chain, grounded } from '../../../test/finding-world';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('A round of the Zyklus sozialpolitischer Diskurs', () => {
  let app: TestApp;
  let planner: SignedIn;
  let cycleId: string;
  let fieldId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2026-02-01T08:00:00Z', smtp: false });
    planner = await signedIn(app, 'planner');
    cycleId = await cycle(planner, { name: '1. Zyklus' });
    fieldId = await fieldOfAction(planner, 'Wohnen (Demo)');
  });
  afterEach(() => app.close());

  const running = async (): Promise<string> => {
    const id = await discourse(planner, { cycleId, title: 'Wohnen' });
    await moveDiscourse(planner, id, 'start');
    return id;
  };

  /** Everything from what was said to what is done about it, in one round. */
  const wholeRound = async (): Promise<{ id: string; recommendationIds: string[] }> => {
    const id = await running();
    const [first, second] = [
      await chain(planner, fieldId, 'Kleine Wohnungen fehlen'),
      await adopted(planner, fieldId, 'Die Beratung ist zu weit weg'),
    ];
    const open = await grounded(planner, fieldId, 'Noch ohne Folgen');
    await moveRecommendation(planner, first.recommendationId, 'submit');
    const committeeId = await committee(planner, { name: 'Sozialausschuss (Demo)' });
    const { consultations } = await submittedPaper(
      planner,
      { title: 'Wohnen', proposal: 'Beschlossen wird …', recommendationIds: [first.recommendationId] },
      [committeeId],
    );
    if (!consultations[0]) throw new Error('The paper is before a committee.');
    await enterResult(planner, consultations[0], {
      resolutionNumber: 'SA-1/2026',
      ...{ decidedOn: '2026-01-02' },
    });
    await measure(planner, { title: 'Wohnlotse', fieldId, recommendationIds: [first.recommendationId] });
    const formatId = await format(planner, 'World Café', { title: 'World Café Wohnen' });
    const { id: meetingId } = await invitedMeeting(planner, {
      ...{ type: 'WORLD_CAFE', title: 'Erster Abend', formatId, day: '2026-09-01' },
      invitees: ['gast@runde.test'],
    });
    await feedback(planner, { text: 'Im Dorf gibt es nichts.', formatId });
    await feedback(planner, { text: 'Die Miete steigt.', meetingId });
    await addToDiscourse(planner, id, 'findings', [first.findingId, second.findingId, open]);
    await addToDiscourse(planner, id, 'formats', [formatId]);
    return { id, recommendationIds: [first.recommendationId, second.recommendationId] };
  };

  it('counts from the data what belongs to it, and each count opens as many', async () => {
    const { id } = await wholeRound();
    const { counts } = await discourseView(planner, id);
    expect(counts).toEqual({
      ...{ FINDINGS: 3, FORMATS: 1, MEETINGS: 1, FEEDBACK: 5 },
      ...{ PRIORITIES: 2, RECOMMENDATIONS: 2, RESOLUTIONS: 2, MEASURES: 1 },
    });
    for (const list of discourseLists) {
      const { items, total } = await discourseList(planner, id, list);
      expect([list, items.length, total]).toEqual([list, counts?.[list], counts?.[list]]);
      for (const { title, path } of items) expect([title, path]).not.toContain(null);
    }
    const resolutions = await discourseList(planner, id, 'RESOLUTIONS');
    expect(resolutions.items.map(({ path }) => path.split('/')[2]).sort()).toEqual([
      'empfehlungen',
      'vorlagen',
    ]);
    if (!counts) throw new Error('The office sees the counts.');
    expect(discourseStations(counts, false).map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Befund 3',
      'Diskurs 5',
      'Schwerpunkt 2',
      'Empfehlung 2',
      'Beschluss 2',
      'Umsetzung 1',
      'Reflexion offen',
    ]);
    // The same stands on the page of the cycle.
    const [round] = (await cycleView(planner, cycleId)).rounds;
    expect(round).toMatchObject({ id, state: 'RUNNING', counts, reflected: false });
  });

  it('pages a long list', async () => {
    const { id } = await wholeRound();
    const first = await planner.get<{ items: object[]; next: string; total: number }>(
      `/api/discourse-rounds/${id}/lists/FEEDBACK?limit=2`,
    );
    expect([first.items.length, first.total]).toEqual([2, 5]);
    const rest = await planner.get<{ items: object[] }>(
      `/api/discourse-rounds/${id}/lists/FEEDBACK?limit=100&after=${encodeURIComponent(first.next)}`,
    );
    expect(rest.items).toHaveLength(3);
  });

  it('is one click from each Befund, and its recommendation from the Befund and the Hinweis behind it', async () => {
    const { id, recommendationIds } = await wholeRound();
    const trace = async (kind: string, of: string): Promise<TraceView> =>
      planner.get<TraceView>(`/api/trace/${kind}/${of}`);
    const [finding] = (await discourseList(planner, id, 'FINDINGS')).items;
    expect(JSON.stringify(await trace('finding', finding?.id ?? ''))).toContain(id);
    for (const recommendationId of recommendationIds) {
      const said = JSON.stringify(await trace('recommendation', recommendationId));
      expect(said).toContain('"finding"');
      expect(said).toContain('"feedback"');
    }
  });

  it('hands its reflection to the next, which waits for it', async () => {
    const id = await running();
    const next = await discourse(planner, { cycleId, title: 'Pflege' });
    expect(await refusalOf(discourse(planner, { cycleId }))).toBe('discourse-planned-already');
    expect(await refusalOf(moveDiscourse(planner, next, 'start'))).toBe('discourse-previous-open');
    expect(await refusalOf(moveDiscourse(planner, id, 'close', { reflection: ' ' }))).toBe(
      'discourse-reflection-missing',
    );
    expect(await moveDiscourse(planner, id, 'close', { reflection: 'Früher fragen.' })).toMatchObject({
      state: 'CLOSED',
      reflection: 'Früher fragen.',
      next: { id: next, number: 2 },
    });
    expect(await discourseView(planner, next)).toMatchObject({
      number: 2,
      previous: { id, reflection: 'Früher fragen.' },
    });
    expect(await refusalOf(moveDiscourse(planner, id, 'reopen'))).toBe('discourse-reason-missing');
    expect(await moveDiscourse(planner, id, 'reopen', { reason: 'Nachtrag' })).toMatchObject({
      state: 'RUNNING',
      stateReason: 'Nachtrag',
    });
    await moveDiscourse(planner, id, 'close', { reflection: 'Früher und öfter fragen.' });
    await moveDiscourse(planner, next, 'start');
    expect((await discourseView(planner, next)).previous?.reflection).toBe('Früher und öfter fragen.');
    expect(await refusalOf(moveDiscourse(planner, id, 'reopen', { reason: 'Nachtrag' }))).toBe(
      'discourse-next-began',
    );
  });

  it('proposes the next with what the last has taught', async () => {
    expect(await planner.get('/api/discourse-rounds/defaults')).toEqual({ number: 1, previous: null });
    const id = await running();
    await moveDiscourse(planner, id, 'close', { reflection: 'Früher fragen.' });
    expect(await planner.get('/api/discourse-rounds/defaults')).toMatchObject({
      number: 2,
      previous: { id, reflection: 'Früher fragen.' },
    });
  });

  it('begins once, whoever plans or starts at the same moment', async () => {
    const planned = await Promise.all([1, 2, 3].map(() => refusalOf(discourse(planner, { cycleId }))));
    expect(planned.filter((code) => code === 'discourse-planned-already')).toHaveLength(2);
  });

  it('takes parts as long as it is open, and only what is not dropped', async () => {
    const id = await running();
    const [kept, dropped] = [
      await grounded(planner, fieldId, 'Kleine Wohnungen fehlen'),
      await grounded(planner, fieldId, 'Verworfen'),
    ];
    await moveFinding(planner, dropped, 'drop', 'Doppelt');
    const cancelled = await format(planner, 'World Café', { title: 'Abgesagt' });
    await moveFormat(planner, cancelled, 'plan', 'cancel');
    const refused = (kind: 'findings' | 'formats', ...ids: string[]) =>
      refusalOf(addToDiscourse(planner, id, kind, ids));
    expect(await refused('findings', kept, dropped)).toBe('discourse-part-gone');
    expect(await refused('formats', cancelled)).toBe('discourse-part-gone');
    expect(await refused('findings', kept, NOBODY)).toBe('not-found');
    await addToDiscourse(planner, id, 'findings', [kept]);
    expect((await addToDiscourse(planner, id, 'findings', [kept])).counts?.FINDINGS).toBe(1);
    expect((await removeFromDiscourse(planner, id, 'findings', kept)).counts?.FINDINGS).toBe(0);
    await moveDiscourse(planner, id, 'close', { reflection: 'Früher fragen.' });
    expect(await refused('findings', kept)).toBe('discourse-closed');
    expect(await refusalOf(removeFromDiscourse(planner, id, 'findings', kept))).toBe('discourse-closed');
    expect(await refusalOf(changeDiscourse(planner, id, { title: 'Anders' }))).toBe('discourse-closed');
  });

  it('lies in its days and in a cycle that is open', async () => {
    expect(await refusalOf(discourse(planner, { cycleId, endsOn: '2025-01-01' }))).toBe('discourse-days');
    expect(await refusalOf(discourse(planner, { cycleId, startsOn: '2025-02-30' }))).toBe('discourse-days');
    const id = await discourse(planner, { cycleId });
    expect(await refusalOf(changeDiscourse(planner, id, { endsOn: '2025-01-01' }))).toBe('discourse-days');
    expect(await changeDiscourse(planner, id, { question: 'Was hilft?' })).toMatchObject({
      question: 'Was hilft?',
    });
    expect(await refusalOf(discourse(planner, { cycleId: NOBODY }))).toBe('not-found');
  });

  it('is known to all who know the cycle; the office reads what was learnt, planners write', async () => {
    const { id } = await wholeRound();
    await moveDiscourse(planner, id, 'close', { reflection: 'Früher fragen.' });
    const coordinator = await signedIn(app, 'coordinator');
    const seen = await discourseView(coordinator, id);
    expect(seen).toMatchObject({ reflection: 'Früher fragen.', mayChange: false, moves: [] });
    // Hinweise of networks that are not hers are not counted for her.
    expect(seen.counts).toMatchObject({ FINDINGS: 3, RECOMMENDATIONS: 2, FEEDBACK: 0 });
    expect((await discourseList(coordinator, id, 'FEEDBACK')).total).toBe(0);
    expect(await refusalOf(changeDiscourse(coordinator, id, { title: 'Anders' }))).toBe('forbidden');
    const reader = await signedIn(app, 'reader');
    expect(await discourseView(reader, id)).toMatchObject({
      ...{ title: 'Wohnen', state: 'CLOSED', reflection: '', counts: null, mayChange: false },
    });
    expect((await cycleView(reader, cycleId)).rounds).toMatchObject([{ id, counts: null }]);
    for (const list of discourseLists)
      expect(await refusalOf(discourseList(reader, id, list))).toBe('not-found');
  });
});
