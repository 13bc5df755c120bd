import type { FieldPublicationsView } from '@runder-tisch/domain/fields-of-action';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { concluded, evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import { answerFeedback, decideFeedback, feedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import {
  decide,
  finding,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  recommendation,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { measure, moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

/** Words of single Hinweise, which nobody decided to publish. */
const CANARY = 'Kanarienvogel';

describe('What came of a Handlungsfeld, for everybody', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fields = 0;
  let fieldId: string;
  let fieldName: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
  });
  beforeEach(async () => {
    fieldName = `Thema ${(fields += 1)}`;
    fieldId = await fieldOfAction(planner, fieldName);
  });
  afterAll(() => app.close());

  const publish = (client = planner): Promise<FieldPublicationsView> =>
    client.post(`/api/fields-of-action/${fieldId}/publish`);
  const withdraw = (): Promise<FieldPublicationsView> =>
    planner.post(`/api/fields-of-action/${fieldId}/withdraw`);
  const status = async (): Promise<number> =>
    (await fetch(`${app.url}/ergebnisse/handlungsfeld/${fieldId}`)).status;

  async function read(path = `/ergebnisse/handlungsfeld/${fieldId}`): Promise<string> {
    const answer = await fetch(app.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    const page = await answer.text();
    expect(page).not.toContain('<script');
    return page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  }

  async function heard(text: string): Promise<string> {
    const { id } = await feedback(planner, { text });
    await linkFeedback(planner, id, fieldId);
    return id;
  }

  it('is there once a planner published it, and gone once somebody withdrew it; who and when is kept', async () => {
    expect(await status()).toBe(404);
    expect((await fetch(`${app.url}/ergebnisse/handlungsfeld/kein-feld`)).status).toBe(404);
    expect((await fetch(`${app.url}/ergebnisse/handlungsfeld/${fieldId}?vorschau=1`)).status).toBe(404);
    const look = await planner.raw('GET', `/ergebnisse/handlungsfeld/${fieldId}?vorschau=1`);
    expect(await look.text()).toContain('Vorschau: Diese Seite ist nicht veröffentlicht.');
    const link = `href="/ergebnisse/handlungsfeld/${fieldId}"`;
    const linked = async (path: string): Promise<boolean> =>
      (await (await fetch(app.url + path)).text()).includes(link);
    expect([await linked('/ergebnisse'), await linked('/')]).toEqual([false, false]);

    expect(await refusalOf(publish(await signedIn(app, 'coordinator')))).toBe('forbidden');
    await publish();
    expect(await refusalOf(publish())).toBe('field-published-already');
    expect(await read()).toContain(`Das wurde daraus: ${fieldName}`);
    expect([await linked('/ergebnisse'), await linked('/')]).toEqual([true, true]);

    await withdraw();
    expect(await refusalOf(withdraw())).toBe('field-not-published');
    expect(await status()).toBe(404);
    app.clock.pass(1, 'minutes');
    const { publications } = await publish();
    expect(publications).toMatchObject([
      { publishedBy: 'Test planner', withdrawnAt: null },
      { publishedAt: '2026-11-23T08:00:00+00:00', withdrawnBy: 'Test planner' },
    ]);
  });

  it('tells the whole way from voices to effect, and what was not taken up and why, drafts never', async () => {
    const voices = [];
    for (const nr of [1, 2, 3]) voices.push(await heard(`${CANARY} wartet, zum ${nr}. Mal.`));
    const findingId = await finding(planner, {
      statement: 'Man wartet zwölf Wochen.',
      fieldId,
      feedbackIds: voices,
    });
    await moveFinding(planner, findingId, 'confirm');
    await finding(planner, { statement: 'Noch ein Entwurf.', fieldId, feedbackIds: voices });
    const priorityId = await priority(planner, {
      title: 'Beratung stärken',
      fieldId,
      findingIds: [findingId],
    });
    await movePriority(planner, priorityId, 'propose');
    await priority(planner, { title: 'Nur angedacht', fieldId, findingIds: [findingId] });
    const [adopted, rejected, waiting] = [
      await recommendation(planner, { wording: 'Eine halbe Stelle.', fieldId, priorityIds: [priorityId] }),
      await recommendation(planner, { wording: 'Ein neues Haus.', fieldId, priorityIds: [priorityId] }),
      await recommendation(planner, { wording: 'Ein Fahrdienst.', fieldId, priorityIds: [priorityId] }),
    ];
    for (const id of [adopted, rejected, waiting]) await moveRecommendation(planner, id, 'submit');
    await publish();
    const before = await read();
    for (const plan of ['Beratung stärken', 'halbe Stelle', 'neues Haus', 'Fahrdienst'])
      expect(before).not.toContain(plan);

    await movePriority(planner, priorityId, 'set');
    await decide(planner, adopted, { result: 'ACCEPTED', final: true });
    await decide(planner, rejected, { result: 'REJECTED', final: true, reason: 'Dafür fehlt das Geld.' });
    const lead = await organisation(planner, { name: 'Schuldnerhilfe (Demo)' });
    const running = await runningMeasure(planner, {
      title: 'Stelle Schuldnerberatung',
      ...{ fieldId, leadOrganisationId: lead, recommendationIds: [adopted] },
    });
    await evaluationGoal(planner, running, { title: 'Kanarientage' });
    await seenValue(planner, running, { seenOn: '2026-11-01', value: 41.123 });
    await concluded(planner, running, {
      conclusion: 'Gut.',
      consequence: 'Weiter.',
      otherInfluences: 'Die Zinsen.',
      evaluatedOn: '2026-11-20',
    });
    const dropped = await measure(planner, { title: 'Sprechtag', fieldId });
    await moveMeasure(planner, dropped, 'reject', { reason: 'Niemand kam.' });
    await measure(planner, { title: 'Nur vorgeschlagen', fieldId });

    const page = await read();
    for (const words of [
      'bisher 3 Hinweise',
      'Man wartet zwölf Wochen.',
      'Dafür sprechen: 3 Hinweise.',
      'Beratung stärken',
      'Eine halbe Stelle.',
      'Angenommen am 12. März 2026 (Kreistag).',
      'Stelle Schuldnerberatung',
      'Federführend: Schuldnerhilfe (Demo)',
      'Wirkung: erreicht',
      'Was sonst gewirkt haben kann: Die Zinsen.',
    ])
      expect(page).toContain(words);
    const refused = page.slice(page.indexOf('Was nicht aufgegriffen wurde'));
    for (const words of ['Ein neues Haus.', 'Dafür fehlt das Geld.', 'Sprechtag', 'Niemand kam.'])
      expect(refused).toContain(words);
    for (const words of [
      CANARY,
      'Noch ein Entwurf',
      'Nur angedacht',
      'Fahrdienst',
      'Nur vorgeschlagen',
      'Kanarientage',
      '41,123',
    ])
      expect(page).not.toContain(words);
  });

  it('says few voices as few, and quotes only what is public one by one', async () => {
    const [single, told] = [await heard(`${CANARY} sagt etwas.`), await heard('Der Bus fehlt.')];
    const findingId = await finding(planner, {
      statement: 'Es fehlt ein Bus.',
      fieldId,
      feedbackIds: [single, told],
    });
    await moveFinding(planner, findingId, 'confirm');
    await decideFeedback(planner, told, { decision: 'NOT_INCORPORATED', reason: 'Dafür fehlt das Geld.' });
    await answerFeedback(planner, told, 'Leider nicht.');
    await publish();
    const few = await read();
    expect(few).toContain('bisher einzelne Hinweise');
    expect(few).toContain('Dafür sprechen: einzelne Hinweise.');
    expect(few).toContain('konnten wir einzelne Hinweise nicht aufnehmen');
    expect(few).not.toMatch(/\b[12] Hinweise?\b/);
    expect(few).not.toContain('Der Bus fehlt.');
    const { version } = await planner.get<{ version: number }>(`/api/feedback/${told}`);
    await planner.post(`/api/feedback/${told}/publish`, { answer: 'Leider fehlt das Geld.' }, version);
    const quoted = await read();
    expect(quoted).toContain('Der Bus fehlt.');
    expect(quoted).not.toContain(CANARY);
  });
});
