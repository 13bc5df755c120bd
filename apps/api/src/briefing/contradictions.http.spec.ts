import type { BriefingView, ContradictionKind } from '@runder-tisch/domain/briefing';
import { SaveNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import { evaluationGoal, seenValue } from '@runder-tisch/scenario/evaluation';
import {
  addEvidence,
  changeFinding,
  finding,
  findingView,
  moveFinding,
  movePriority,
  priority,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { moveMeasure, runningMeasure } from '@runder-tisch/scenario/measures';
import {
  closePrioritisation,
  joinPath,
  openPrioritisation,
  Phone,
  prioritisationView,
} from '@runder-tisch/scenario/prioritisation';
import sql from 'sql-template-tag';
import { byHand } from '../../test/by-hand';
import { adopted, readFeedback } from '../../test/finding-world';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('What contradicts itself in a Handlungsfeld', () => {
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
  const said = (facts: { text: string } & Parameters<typeof readFeedback>[2]): Promise<string> => {
    const { text, ...others } = facts;
    return readFeedback(planner, text, others);
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

  it('says that a measure is carried out and made nothing better, until a value says otherwise', async () => {
    const fieldId = await fieldOfAction(planner, 'Ohne Wirkung');
    const { recommendationId } = await adopted(planner, fieldId, 'Wartezeiten sind zu lang');
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
    expect(view.sentence).toContain('Urteil zur Wirkung: 1 verschlechtert');
    await seenValue(planner, id, { seenOn: '2026-11-03', value: 50 });
    expect(await kinds(fieldId)).toEqual([]);
  });

  it('says that Hinweise still ask for what has been done, not those that praise it, for half a year', async () => {
    const fieldId = await fieldOfAction(planner, 'Danach gefragt');
    const { recommendationId, findingId } = await adopted(planner, fieldId, 'Der Bus fehlt am Abend');
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
    const { findingId, priorityId } = await adopted(planner, fieldId, 'Eltern finden keinen Platz');
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
});
