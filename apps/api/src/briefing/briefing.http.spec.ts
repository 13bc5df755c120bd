import type { BriefingView, ContradictionKind } from '@runder-tisch/domain/briefing';
import { SaveNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { argument } from '@runder-tisch/scenario/condensing';
import { evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  linkFeedback,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import {
  addEvidence,
  changeFinding,
  decide,
  finding,
  findingView,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  recommendation,
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction, municipality } from '@runder-tisch/scenario/lists';
import { measure, moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import {
  closePrioritisation,
  joinPath,
  openPrioritisation,
  Phone,
  prioritisationView,
} from '@runder-tisch/scenario/prioritisation';
import { publishedService, wholeService } from '@runder-tisch/scenario/social-services';
import sql from 'sql-template-tag';
import { byHand } from '../../test/by-hand';
import { chain } from '../../test/finding-world';
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
  const kinds = async (fieldId: string, client = planner): Promise<ContradictionKind[]> =>
    (await briefing(fieldId, client)).contradictions.map(({ kind }) => kind);
  const said = async (facts: Parameters<typeof feedback>[1]): Promise<string> => {
    const { id } = await feedback(planner, facts);
    await triageFeedback(planner, id);
    return id;
  };
  const adopted = async (fieldId: string, words: string) => {
    const links = await chain(planner, fieldId, words);
    await moveRecommendation(planner, links.recommendationId, 'submit');
    await decide(planner, links.recommendationId, { result: 'ACCEPTED', final: true });
    return links;
  };
  const completed = async (
    recommendationId: string,
    fieldId: string,
    title: string,
    on: string,
  ): Promise<string> => {
    const id = await runningMeasure(planner, { title, fieldId, recommendationIds: [recommendationId] });
    await moveMeasure(planner, id, 'complete', { on });
    return id;
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

  it('says that a measure is carried out and made nothing better, until a value says otherwise', async () => {
    const fieldId = await fieldOfAction(planner, 'Ohne Wirkung');
    const { recommendationId } = await adopted(fieldId, 'Wartezeiten sind zu lang');
    const id = await completed(recommendationId, fieldId, 'Zweiter Beratungstag', '2026-11-23');
    await evaluationGoal(planner, id);
    expect(await kinds(fieldId)).toEqual([]);
    await seenValue(planner, id, { seenOn: '2026-11-02', value: 95 });
    const view = await briefing(fieldId, reader);
    expect(view.contradictions.map(({ kind }) => kind)).toEqual(['CARRIED_OUT_WITHOUT_EFFECT']);
    expect(view.contradictions[0]?.sides.map(({ path }) => path)).toEqual([
      `/planung/massnahmen/${id}`,
      `/planung/empfehlungen/${recommendationId}`,
    ]);
    expect(view.sentence).toContain('1-mal „verschlechtert“');
    await seenValue(planner, id, { seenOn: '2026-11-03', value: 50 });
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('says that Hinweise still ask for what has been done, not those that praise it, for half a year', async () => {
    const fieldId = await fieldOfAction(planner, 'Danach gefragt');
    const { recommendationId, findingId } = await adopted(fieldId, 'Der Bus fehlt am Abend');
    await completed(recommendationId, fieldId, 'Abendbus', '2026-11-01');
    // The Hinweis the Befund was made of came after that day as well.
    const { evidence } = await findingView(planner, findingId);
    const voice = evidence[0]?.path?.split('/').at(-1) ?? '';
    await addEvidence(planner, findingId, {
      feedbackIds: [await said({ text: 'Der Abendbus ist gut.', sentiment: 'POSITIVE' })],
    });
    const [one] = (await briefing(fieldId)).contradictions;
    expect(one?.says).toContain('Danach kam noch 1 Hinweis');
    expect(one?.sides.map(({ path }) => path)).toContain(`/planung/befunde/${findingId}`);
    expect(await kinds(fieldId, reader)).toEqual([]);
    await byHand(app, sql`update feedback set received_at = '2026-05-22' where id = ${voice}`);
    await byHand(app, sql`update measure set completed_on = '2026-01-01' where field_id = ${fieldId}`);
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('says that a Beschluss rests on a Befund that is open again or was changed, until both fit', async () => {
    const fieldId = await fieldOfAction(planner, 'Auf Zweifel gebaut');
    const { findingId, priorityId } = await adopted(fieldId, 'Eltern finden keinen Platz');
    expect(await kinds(fieldId)).toEqual([]);
    await moveFinding(planner, findingId, 'reopen');
    const [open] = (await briefing(fieldId)).contradictions;
    expect(open?.says).toContain('ist nicht bestätigt');
    await moveFinding(planner, findingId, 'confirm');
    expect(await kinds(fieldId)).toEqual([]);
    await moveFinding(planner, findingId, 'reopen');
    await changeFinding(planner, findingId, { statement: 'Eltern finden selten einen Platz' });
    await moveFinding(planner, findingId, 'confirm');
    expect((await briefing(fieldId)).contradictions[0]?.says).toContain('noch zu prüfen');
    expect(await kinds(fieldId, reader)).toEqual([]);
    await planner.post(`/api/priorities/${priorityId}/findings/${findingId}/accept`, {});
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('says that voices on one Befund praise and complain, with one of each for those who may read them', async () => {
    const fieldId = await fieldOfAction(planner, 'Geteilte Meinung');
    const complaint = await said({ text: 'Die Sprechstunde liegt ungünstig.', sentiment: 'NEGATIVE' });
    const id = await finding(planner, { statement: 'Die Sprechstunde ist am Vormittag', fieldId });
    await addEvidence(planner, id, { feedbackIds: [complaint] });
    expect(await kinds(fieldId)).toEqual([]);
    const praise = await said({ text: 'Die Sprechstunde liegt günstig.', sentiment: 'POSITIVE' });
    await addEvidence(planner, id, { feedbackIds: [praise] });
    const [one] = (await briefing(fieldId)).contradictions;
    expect(one?.says).toContain('1 Hinweis klagt, 1 lobt');
    expect(one?.sides.map(({ path }) => path)).toEqual([
      `/planung/befunde/${id}`,
      `/hinweise/${praise}`,
      `/hinweise/${complaint}`,
    ]);
    const coordinator = await signedIn(app, 'coordinator');
    expect((await briefing(fieldId, coordinator)).contradictions[0]?.sides).toHaveLength(1);
    await moveFinding(planner, id, 'drop', 'Zu ungenau');
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('says that a Schwerpunkt got the most points and no recommendation, until there is one', async () => {
    const fieldId = await fieldOfAction(planner, 'Nach Punkten');
    const [first, second] = await Promise.all(
      ['Vorne', 'Hinten'].map((title) =>
        priority(planner, { title, fieldId, withoutVoice: 'Aus dem Gesetz' }),
      ),
    );
    const vote = await openPrioritisation(planner, {
      options: [{ priorityId: first ?? '' }, { priorityId: second ?? '' }],
    });
    const { options } = await prioritisationView(planner, vote);
    const path = await joinPath(planner, vote);
    const phone = new Phone(app.url);
    await phone.open(path);
    expect((await phone.give(path, options, [2, 1])).status).toBe(303);
    expect(await kinds(fieldId)).toEqual([]);
    await closePrioritisation(planner, vote);
    const [one, ...others] = (await briefing(fieldId)).contradictions;
    expect(one?.says).toContain('„Vorne“ bekam am 23.11.2026 die meisten Punkte');
    expect(others).toEqual([]);
    await movePriority(planner, first ?? '', 'drop', 'Doch nicht');
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('says that a gap was described and no Schwerpunkt set, until there is one', async () => {
    const fieldId = await fieldOfAction(planner, 'Lücke ohne Schwerpunkt');
    await planner.post('/api/need-statements', {
      ...Object.assign(new SaveNeedStatement(), {
        gap: '1,5 Stellen',
        source: 'Erhebung',
        asOf: '2026-06-30',
      }),
      fieldId,
    });
    expect((await briefing(fieldId)).contradictions[0]?.says).toMatch(
      /^Für den ganzen Landkreis ist eine Lücke/,
    );
    expect(await kinds(fieldId, reader)).toEqual([]);
    await priority(planner, { title: 'Mehr Stellen', fieldId, withoutVoice: 'Aus der Erhebung' });
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('tells what was decided last and what became of it, what is open, and how measures stand', async () => {
    const fieldId = await fieldOfAction(planner, 'Vorhaben');
    const done = await adopted(fieldId, 'Es fehlt eine Stelle');
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
