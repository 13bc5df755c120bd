import type { BriefingView } from '@runder-tisch/domain/briefing';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { argument } from '@runder-tisch/scenario/condensing';
import { answerFeedback, decideFeedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import {
  addEvidence,
  finding,
  moveFinding,
  movePriority,
  moveRecommendation,
  recommendation,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction, municipality } from '@runder-tisch/scenario/lists';
import { measure, moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import { publishedService, wholeService } from '@runder-tisch/scenario/social-services';
import { adopted, chain, readFeedback } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The state of a Handlungsfeld', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    [planner, reader] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'reader')]);
  });
  afterAll(() => app.close());

  const briefing = (fieldId: string, client = planner): Promise<BriefingView> =>
    client.get(`/api/fields-of-action/${fieldId}/briefing`);
  const said = (facts: { text: string } & Parameters<typeof readFeedback>[2]): Promise<string> => {
    const { text, ...others } = facts;
    return readFeedback(planner, text, others);
  };

  it('is nothing yet, and says so', async () => {
    const view = await briefing(await fieldOfAction(planner, 'Leeres Feld'));
    expect(view.sentence).toMatch(/^In diesem Handlungsfeld gibt es noch keinen Hinweis/);
    expect(view).toMatchObject({
      contradictions: [],
      voices: { total: 0, findings: [] },
      offers: { published: 0 },
    });
  });

  it('counts voices by source, whatever place the field has with them, and those nobody has answered', async () => {
    const [fieldId, other] = await Promise.all([
      fieldOfAction(planner, 'Stimmen zählen'),
      fieldOfAction(planner, 'Anderes Feld'),
    ]);
    const [first, second, third] = await Promise.all([
      said({ text: 'Es fehlen Termine.', source: 'CITIZEN' }),
      said({ text: 'Auch hier fehlen Termine.', source: 'CITIZEN' }),
      said({ text: 'Der Ausschuss fragt nach Terminen.', source: 'COMMITTEE' }),
    ]);
    await linkFeedback(planner, first, fieldId);
    await linkFeedback(planner, second, other, [fieldId]);
    await linkFeedback(planner, third, fieldId);
    await said({ text: 'Noch in keinem Feld.', source: 'CITIZEN' });
    const open = await briefing(fieldId);
    expect(open.voices).toMatchObject({
      total: 3,
      unanswered: 3,
      bySource: [
        { source: 'CITIZEN', count: 2 },
        { source: 'COMMITTEE', count: 1 },
      ],
      listed: true,
    });
    await decideFeedback(planner, first, { decision: 'NOTED' });
    await answerFeedback(planner, first, 'Danke.', false);
    expect((await briefing(fieldId)).sentence).toBe(
      '3 Hinweise (2 noch nicht beantwortet), noch kein bestätigter Befund, kein Schwerpunkt.',
    );
  });

  it('shows the Befunde that most voices speak for first, each voice once', async () => {
    const fieldId = await fieldOfAction(planner, 'Häufigste Befunde');
    const voices = await Promise.all(
      ['eins', 'zwei', 'drei'].map((text) => said({ text: `Stimme ${text}` })),
    );
    const few = await finding(planner, { statement: 'Wenige sagen das', fieldId });
    const many = await finding(planner, { statement: 'Viele sagen das', fieldId });
    const { id: argumentId } = await argument(planner, {
      title: 'Termine fehlen',
      fieldId,
      feedbackIds: voices,
    });
    await addEvidence(planner, few, { feedbackIds: voices.slice(0, 1) });
    await addEvidence(planner, many, { feedbackIds: voices.slice(0, 2), argumentIds: [argumentId] });
    await moveFinding(planner, many, 'confirm');
    const view = await briefing(fieldId);
    expect(view.voices?.findings.map((it) => [it.statement, it.voices, it.state])).toEqual([
      ['Viele sagen das', 3, 'CONFIRMED'],
      ['Wenige sagen das', 1, 'DRAFT'],
    ]);
  });

  it('tells which municipalities have no offer of their own and where people wait longest', async () => {
    const fieldId = await fieldOfAction(planner, 'Angebote zählen');
    const [near, far] = await Promise.all([
      municipality(planner, { name: 'Nahdorf (Probe)', ags: '15000001' }),
      municipality(planner, { name: 'Ferndorf (Probe)', ags: '15000002' }),
    ]);
    const house = await organisation(planner, { name: 'Haus der Beratung (Demo)' });
    const offer = async (facts: {
      title: string;
      municipalityId?: string;
      catchmentIds?: string[];
      waitingDays?: number;
    }) =>
      publishedService(
        planner,
        planner,
        await wholeService(planner, house, {
          fieldId,
          waitingOn: facts.waitingDays ? '2026-11-01' : null,
          ...facts,
        }),
      );
    await offer({ title: 'Beratung am Ort', municipalityId: near, waitingDays: 20 });
    const before = await briefing(fieldId);
    expect(before.offers).toMatchObject({ published: 1, stale: 0, countyWide: 1 });
    expect(before.offers.withoutOffer).toContain('Ferndorf (Probe)');
    expect(before.offers.withoutOffer).not.toContain('Nahdorf (Probe)');
    await offer({ title: 'Beratung im Bus', municipalityId: near, catchmentIds: [far], waitingDays: 84 });
    const after = await briefing(fieldId, reader);
    expect(after.offers).toMatchObject({ published: 2, countyWide: 1 });
    expect(after.offers.withoutOffer).not.toContain('Ferndorf (Probe)');
    expect(after.offers.waiting.map((it) => [it.title, it.days])).toEqual([
      ['Beratung im Bus', 84],
      ['Beratung am Ort', 20],
    ]);
  });

  it('tells what was decided last and what became of it, what is open, and how measures stand', async () => {
    const fieldId = await fieldOfAction(planner, 'Vorhaben');
    const done = await adopted(planner, fieldId, 'Es fehlt eine Stelle');
    const running = await runningMeasure(planner, {
      title: 'Stelle besetzen',
      fieldId,
      recommendationIds: [done.recommendationId],
      dueOn: '2026-10-01',
    });
    await measure(planner, { title: 'Noch nicht beschlossen', fieldId });
    const open = await recommendation(planner, {
      wording: 'Wartet auf Beschluss',
      fieldId,
      priorityIds: [done.priorityId],
    });
    await moveRecommendation(planner, open, 'submit');
    const { projects, sentence } = await briefing(fieldId);
    expect(projects).toMatchObject({
      openCount: 1,
      adoptedWithoutMeasure: 0,
      measureCount: 2,
      byStatus: [
        { status: 'UNDECIDED', count: 1 },
        { status: 'LATE', count: 1 },
      ],
      open: [{ id: open, excerpt: 'Wartet auf Beschluss' }],
      decided: [
        {
          id: done.recommendationId,
          decision: { bodyName: 'Kreistag', decidedOn: '2026-03-12', result: 'ACCEPTED' },
          measures: [{ id: running, state: 'IN_PROGRESS' }],
        },
      ],
    });
    expect(projects.measures.map(({ id }) => id)[0]).toBe(running);
    expect(sentence).toContain('1 beschlossene Empfehlung hat eine Maßnahme; 1 Maßnahme ist im Verzug');
    await moveMeasure(planner, running, 'discontinue', { reason: 'Kein Geld' });
    expect((await briefing(fieldId)).sentence).toContain('1 beschlossene Empfehlung ist ohne Maßnahme');
  });

  it('shows those who decide what they may read, no drafts, no Befunde and no Hinweise', async () => {
    const fieldId = await fieldOfAction(planner, 'Für den Ausschuss');
    const { recommendationId, priorityId } = await chain(planner, fieldId, 'Kanarie im Entwurf');
    await linkFeedback(planner, await said({ text: 'Kanarie spricht' }), fieldId);
    const draft = await briefing(fieldId, reader);
    expect(draft.sentence).toBe(
      'In diesem Handlungsfeld gibt es noch keinen Schwerpunkt, keine Empfehlung und keine Maßnahme.',
    );
    expect(draft.voices).toBeNull();
    expect(JSON.stringify(draft)).not.toContain('Kanarie');
    await movePriority(planner, priorityId, 'propose');
    await moveRecommendation(planner, recommendationId, 'submit');
    const shown = await briefing(fieldId, reader);
    expect(shown.sentence).toBe('1 Schwerpunkt; 1 Empfehlung wartet auf einen Beschluss.');
    expect(shown.projects.open.map(({ id }) => id)).toEqual([recommendationId]);
    expect((await recommendationView(reader, recommendationId)).id).toBe(recommendationId);
  });

  it('is not for providers, and not there for a field that is not there', async () => {
    const fieldId = await fieldOfAction(planner, 'Nicht für alle');
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(briefing(fieldId, provider))).toBe('forbidden');
    expect(await refusalOf(provider.get(`/api/fields-of-action/${fieldId}/briefing.pdf`))).toBe('forbidden');
    expect(await refusalOf(briefing('0197f5a4-0000-7000-8000-000000000000'))).toBe('not-found');
  });
});
