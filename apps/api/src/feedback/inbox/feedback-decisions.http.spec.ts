import type { FeedbackInboxView, QuickFieldsView } from '@runder-tisch/domain/feedback';
import type { TodayView } from '@runder-tisch/domain/tasks';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  feedbackView,
  inbox,
  linkFeedback,
} from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Working on a Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;
  let health: string;
  let care: string;
  let youth: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    health = await fieldOfAction(planner, 'Gesundheit');
    care = await fieldOfAction(planner, 'Pflege');
    youth = await fieldOfAction(planner, 'Jugend');
  });
  afterAll(() => app.close());

  const fresh = async (text = 'Der Bus fährt zu selten.'): Promise<string> =>
    (await feedback(planner, { text })).id;
  const linked = async (): Promise<string> => {
    const id = await fresh();
    await linkFeedback(planner, id, health);
    return id;
  };

  it('moves through the parts of the inbox, which count what waits', async () => {
    const before = (await inbox(planner)).counts;
    const flagged = (await feedback(planner, { text: 'Frau Testfall wartet.' })).id;
    const id = await fresh();
    const counted = async (): Promise<FeedbackInboxView['counts']> => (await inbox(planner)).counts;
    expect(await counted()).toEqual({
      ...before,
      'to-check': before['to-check'] + 1,
      new: before.new + 1,
      unassigned: before.unassigned + 2,
    });
    await linkFeedback(planner, id, health);
    expect((await inbox(planner, '?view=to-decide')).items.map((item) => item.id)).toContain(id);
    await decideFeedback(planner, id, { decision: 'NOTED' });
    expect((await inbox(planner, '?view=to-answer')).items.map((item) => item.id)).toContain(id);
    await answerFeedback(planner, id, 'Danke.');
    expect((await inbox(planner, '?view=done')).items.map((item) => item.id)).toContain(id);
    expect((await inbox(planner, '?view=to-check')).items.map((item) => item.id)).toEqual([flagged]);
    const lines = (await planner.get<TodayView>('/api/today')).lines.map((line) => line.text);
    expect(lines).toContain('1 Hinweis auf persönliche Angaben prüfen');
    await feedbackStep(planner, flagged, 'reject', { reason: 'Werbung' });
  });

  it('links an unflagged text in one step; the fields stand in the trace', async () => {
    const id = await fresh('Es fehlt eine Hebamme.');
    await linkFeedback(planner, id, health, [youth]);
    const view = await feedbackView(planner, id);
    expect([view.state, view.text]).toEqual(['LINKED', 'Es fehlt eine Hebamme.']);
    expect(view.primaryField).toMatchObject({ id: health, origin: 'HUMAN' });
    const trace = await planner.get<TraceView>(`/api/trace/feedback/${id}`);
    expect(trace.cameOfIt.map((line) => [line.id, line.relation])).toEqual(
      expect.arrayContaining([
        [health, 'zugeordnet zu'],
        [youth, 'betrifft auch'],
      ]),
    );
  });

  it('keeps who linked a field, and when, when it is linked anew', async () => {
    const id = await fresh('Der Hausarzt hört auf, die Praxis schließt.');
    await feedbackStep(planner, id, 'link', {
      primaryFieldId: health,
      furtherFieldIds: [],
      origin: 'SUGGESTION',
    });
    app.clock.pass(1, 'minutes');
    await linkFeedback(planner, id, care, [health]);
    const view = await feedbackView(planner, id);
    expect(view.primaryField).toMatchObject({ id: care, origin: 'HUMAN' });
    expect(view.furtherFields).toMatchObject([{ id: health, origin: 'SUGGESTION' }]);
    const events = await app.database.rows<{ use_case: string }>(
      `select use_case from audit_event where object_id = $1 order by id`,
      [id],
    );
    expect(events.map((event) => event.use_case)).toEqual([
      'feedback.enter',
      'feedback.link',
      'feedback.link',
    ]);
  });

  it('refuses a first field repeated among the further ones, an unknown and an unused one', async () => {
    const id = await fresh();
    expect(await refusalOf(linkFeedback(planner, id, health, [care, health]))).toBe(
      'feedback-primary-field-repeated',
    );
    expect(await refusalOf(linkFeedback(planner, id, '01980000-0000-7000-8000-000000000000'))).toBe(
      'feedback-field-inactive',
    );
    const old = await fieldOfAction(planner, 'Früher');
    await planner.post(`/api/fields-of-action/${old}/deactivate`, undefined, 1);
    expect(await refusalOf(linkFeedback(planner, id, old))).toBe('feedback-field-inactive');
    expect((await feedbackView(planner, id)).state).toBe('SUBMITTED');
  });

  it('asks for the reason where something is not taken up, and for the addressee where it is passed on', async () => {
    const id = await linked();
    expect(await refusalOf(decideFeedback(planner, id, { decision: 'NOT_INCORPORATED', reason: '  ' }))).toBe(
      'feedback-reason-missing',
    );
    expect(await refusalOf(decideFeedback(planner, id, { decision: 'OUT_OF_SCOPE', reason: 'x' }))).toBe(
      'feedback-forwarded-to-missing',
    );
    await decideFeedback(planner, id, { decision: 'OUT_OF_SCOPE', forwardedTo: 'Land Sachsen-Anhalt' });
    expect(await feedbackView(planner, id)).toMatchObject({
      state: 'DECIDED',
      decision: 'OUT_OF_SCOPE',
      forwardedTo: 'Land Sachsen-Anhalt',
    });
    expect(await refusalOf(answerFeedback(planner, id, ' '))).toBe('feedback-answer-missing');
    await expect(
      app.database.rows(
        `update feedback set answer = '', state = 'ANSWERED', answered_at = now() where id = '${id}'`,
      ),
    ).rejects.toThrow();
  });

  it('refuses steps that do not fit the state, and pages that are no longer true', async () => {
    const id = await fresh();
    expect(await refusalOf(decideFeedback(planner, id, { decision: 'NOTED' }))).toBe(
      'feedback-move-not-allowed',
    );
    expect(await refusalOf(feedbackStep(planner, id, 'archive'))).toBe('feedback-move-not-allowed');
    const { version } = await feedbackView(planner, id);
    await linkFeedback(planner, id, health);
    expect(
      await refusalOf(
        planner.post(
          `/api/feedback/${id}/link`,
          { primaryFieldId: care, furtherFieldIds: [], origin: 'HUMAN' },
          version,
        ),
      ),
    ).toBe('stale-version');
    expect(await refusalOf(planner.post(`/api/feedback/${id}/archive`, undefined, version))).toBe(
      'stale-version',
    );
    expect(await refusalOf(planner.post(`/api/feedback/${id}/archive`))).toBe('version-missing');
  });

  it('takes back step by step to where it began, with everything that stood there', async () => {
    const id = await fresh('Zurück auf Anfang.');
    await linkFeedback(planner, id, health, [care]);
    await linkFeedback(planner, id, youth);
    await decideFeedback(planner, id, { decision: 'PARTLY', reason: 'Zum Teil' });
    await answerFeedback(planner, id, 'Danke.');
    await feedbackStep(planner, id, 'archive');
    const states: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await feedbackStep(planner, id, 'undo');
      const view = await feedbackView(planner, id);
      states.push(
        `${view.state} ${view.primaryField?.name ?? '-'} ${view.furtherFields.map((it) => it.name).join()} ${view.decision ?? ''}`.trim(),
      );
    }
    expect(states).toEqual([
      'ANSWERED Jugend  PARTLY',
      'DECIDED Jugend  PARTLY',
      'LINKED Jugend',
      'LINKED Gesundheit Pflege',
      'SUBMITTED -',
    ]);
    const view = await feedbackView(planner, id);
    expect([view.original?.text, view.text, view.undo]).toEqual(['Zurück auf Anfang.', null, null]);
    expect(await refusalOf(feedbackStep(planner, id, 'undo'))).toBe('feedback-nothing-to-undo');
  });

  it('is decided by planners alone; coordinators check', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const networkId = await network(coordinator, { name: 'Netz der Entscheidungen' });
    const { id } = await feedback(coordinator, { text: 'Bitte prüfen.', networkId });
    expect((await feedbackView(coordinator, id)).moves).toEqual(['triage', 'reject']);
    expect(await refusalOf(linkFeedback(coordinator, id, health))).toBe('forbidden');
    await linkFeedback(planner, id, health);
    expect(await refusalOf(feedbackStep(coordinator, id, 'undo'))).toBe('forbidden');
    expect((await feedbackView(coordinator, id)).undo).toBeNull();
  });

  it('offers the three fields used most for the keys 1 to 3', async () => {
    for (let count = 0; count < 6; count += 1) await linkFeedback(planner, await fresh(), youth);
    for (let count = 0; count < 3; count += 1) await linked();
    const { fields } = await planner.get<QuickFieldsView>('/api/feedback/quick-fields');
    expect(fields).toHaveLength(3);
    expect(
      fields
        .map((field) => field.name)
        .slice(0, 2)
        .sort(),
    ).toEqual(['Gesundheit', 'Jugend']);
  });

  it('lists page by page, each once, and finds by number and checked words', async () => {
    const ids = new Set<string>();
    let next: string | null = '';
    let total = 0;
    while (next !== null) {
      const page: FeedbackInboxView = await inbox(planner, `?limit=3&after=${next}`);
      page.items.forEach((item) => ids.add(item.id));
      ({ next, total } = page);
    }
    expect(ids.size).toBe(total);
    const id = await fresh('Am Marktplatz fehlt ein Wickelraum.');
    const { number } = await feedbackView(planner, id);
    expect((await inbox(planner, `?search=${number}`)).items.map((item) => item.id)).toEqual([id]);
    expect((await inbox(planner, '?search=wickelraum')).items).toEqual([]);
    await linkFeedback(planner, id, care);
    expect((await inbox(planner, '?search=wickelraum')).items.map((item) => item.id)).toEqual([id]);
    expect((await inbox(planner, `?fieldId=${care}`)).items.map((item) => item.id)).toContain(id);
  });
});
