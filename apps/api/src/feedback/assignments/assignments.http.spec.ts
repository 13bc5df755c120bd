import type { AccountView } from '@runder-tisch/domain/accounts';
import type { FeedbackInboxView, GroupAssignedView, GroupView } from '@runder-tisch/domain/feedback';
import type { Page } from '@runder-tisch/domain/lists';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { assigneesOf, assignFeedback, responsible } from '@runder-tisch/scenario/assignments';
import { refusalOf } from '@runder-tisch/scenario/client';
import { countFeedback, feedbackGroup } from '@runder-tisch/scenario/condensing';
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
import { network } from '@runder-tisch/scenario/networks';
import { Client } from 'pg';
import { type SignedIn, signedIn, signedInAgain } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Who sees to a Hinweis', () => {
  let app: TestApp;
  let planner: SignedIn;
  let other: SignedIn;
  let fieldId: string;

  beforeEach(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    other = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Mobilität');
  });
  afterEach(() => app.close());

  const said = async (text: string, facts: object = {}): Promise<string> => {
    const { id } = await feedback(planner, { text, ...facts });
    await triageFeedback(planner, id);
    return id;
  };
  const counts = async (
    client: SignedIn,
  ): Promise<Pick<FeedbackInboxView['counts'], 'mine' | 'unassigned' | 'overdue'>> => {
    const { mine, unassigned, overdue } = (await inbox(client)).counts;
    return { mine, unassigned, overdue };
  };
  const idsIn = async (client: SignedIn, view: string): Promise<string[]> =>
    (await inbox(client, `?view=${view}`)).items.map((it) => it.id);
  const due = async (client: SignedIn): Promise<string[]> =>
    (await client.get<TodayView>('/api/today')).lines
      .map((it) => it.text)
      .filter((it) => it.includes('Ihnen'));

  it('stands in the list and on Heute, and is overdue once its day is over', async () => {
    const [late, soon, nobodys] = [
      await said('Der Bus fehlt.'),
      await said('Die Bank fehlt.'),
      await said('Das Licht fehlt.'),
    ];
    await assignFeedback(planner, soon, planner.accountId, '2026-03-20');
    const { feedback: after } = await assignFeedback(other, late, planner.accountId, '2026-03-13');
    expect(after).toMatchObject({
      assigned: {
        accountId: planner.accountId,
        name: 'Test planner',
        due: '2026-03-13',
        mine: false,
        overdue: false,
      },
      assignments: [
        { name: 'Test planner', due: '2026-03-13', by: 'Test planner', until: null, lapsed: false },
      ],
    });
    expect(await counts(planner)).toEqual({ mine: 2, unassigned: 1, overdue: 0 });
    expect(await idsIn(planner, 'mine')).toEqual([late, soon]);
    expect(await idsIn(planner, 'unassigned')).toEqual([nobodys]);
    expect(await due(planner)).toEqual(['2 Hinweise sind Ihnen zugewiesen, der nächste bis 13.03.2026']);
    expect(await due(other)).toEqual([]);
    app.clock.pass(2, 'days');
    planner = await again(planner);
    expect(await counts(planner)).toEqual({ mine: 2, unassigned: 1, overdue: 1 });
    expect((await inbox(planner, '?view=overdue')).items).toMatchObject([
      { id: late, assigned: { due: '2026-03-13', mine: true, overdue: true } },
    ]);
    expect(await due(planner)).toEqual([
      '1 Ihnen zugewiesener Hinweis ist überfällig, fällig seit 13.03.2026',
    ]);
    await linkFeedback(planner, late, fieldId);
    await decideFeedback(planner, late, { decision: 'NOTED' });
    await answerFeedback(planner, late, 'Danke.');
    expect(await counts(planner)).toEqual({ mine: 1, unassigned: 1, overdue: 0 });
    expect((await feedbackView(planner, late)).assigned).toBeNull();
  });

  it('changes hands with its history kept, and the last change is taken back while nobody went on', async () => {
    const id = await said('Der Bus fehlt.');
    await assignFeedback(planner, id, planner.accountId, '2026-03-20');
    app.clock.pass(1, 'minutes');
    const handed = await assignFeedback(planner, id, other.accountId, '2026-03-30');
    expect((await feedbackView(planner, id)).assignments).toMatchObject([
      { due: '2026-03-30', until: null },
      { due: '2026-03-20', until: '2026-03-12T08:01:00+00:00' },
    ]);
    await planner.post(`/api/feedback-assignments/${handed.deedId}/undo`);
    const back = await feedbackView(planner, id);
    expect([back.assigned?.accountId, back.assignments.length]).toEqual([planner.accountId, 1]);
    const ended = await planner.post<{ deedId: string }>(`/api/feedback/${id}/unassign`);
    expect((await feedbackView(planner, id)).assigned).toBeNull();
    await assignFeedback(planner, id, other.accountId, '2026-03-30');
    expect(await refusalOf(planner.post(`/api/feedback-assignments/${ended.deedId}/undo`))).toBe(
      'assignment-moved-on',
    );
    expect((await feedbackView(planner, id)).assigned?.accountId).toBe(other.accountId);
  });

  it('is named by the rule of its first Handlungsfeld where nobody is, and goes with it again', async () => {
    const kept = await responsible(planner, fieldId, other.accountId, 14);
    expect(kept).toMatchObject({ responsible: { id: other.accountId, days: 14 }, lapsed: false });
    const [free, taken, twin] = [
      await said('Der Bus fehlt.'),
      await said('Die Bank fehlt.'),
      await said('Der Bus fehlt!'),
    ];
    await assignFeedback(planner, taken, planner.accountId, '2026-03-20');
    await countFeedback(planner, free, [twin]);
    for (const id of [free, taken]) await linkFeedback(planner, id, fieldId);
    expect((await feedbackView(planner, free)).assigned).toMatchObject({
      accountId: other.accountId,
      due: '2026-03-26',
    });
    expect((await feedbackView(planner, free)).assignments).toMatchObject([{ by: '' }]);
    expect((await feedbackView(planner, taken)).assigned?.accountId).toBe(planner.accountId);
    expect(await counts(other)).toEqual({ mine: 1, unassigned: 0, overdue: 0 });
    await planner.post(`/api/feedback/${free}/uncount`, { feedbackIds: [twin] });
    expect((await feedbackView(planner, twin)).assigned?.accountId).toBe(other.accountId);
    await feedbackStep(planner, free, 'undo');
    expect((await feedbackView(planner, free)).assignments).toEqual([]);
    await planner.delete(`/api/feedback-responsibilities/${fieldId}`);
    await linkFeedback(planner, free, fieldId);
    expect((await feedbackView(planner, free)).assigned).toBeNull();
  });

  it('is nobody once the account has ended or lost its right, and that is told', async () => {
    const admin = await signedIn(app, 'admin');
    const id = await said('Der Bus fehlt.');
    await assignFeedback(planner, id, other.accountId, '2026-03-20');
    await responsible(planner, fieldId, other.accountId, 14);
    const { items } = await admin.get<Page<AccountView>>('/api/accounts?limit=100');
    const account = items.find((it) => it.id === other.accountId);
    await admin.post(`/api/accounts/${other.accountId}/disable`, undefined, account?.version);
    expect(await feedbackView(planner, id)).toMatchObject({
      assigned: null,
      assignments: [{ lapsed: true, until: null }],
    });
    expect(await counts(planner)).toEqual({ mine: 0, unassigned: 1, overdue: 0 });
    expect(await admin.get(`/api/feedback-responsibilities/${fieldId}`)).toMatchObject({ lapsed: true });
    await linkFeedback(planner, id, fieldId);
    expect((await feedbackView(planner, id)).assigned).toBeNull();
    await assignFeedback(planner, id, planner.accountId, '2026-03-20');
    expect((await feedbackView(planner, id)).assignments).toMatchObject([
      { until: null, lapsed: false },
      { lapsed: false },
    ]);
  });

  it('may work on it: those who are offered are those who see it, and nobody else is taken', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const stranger = await signedIn(app, 'coordinator');
    const networkId = await network(coordinator, { name: 'Pflegenetz' });
    const id = await said('Der Bus fehlt.', { networkId });
    const offered = (await assigneesOf(planner, `?feedbackId=${id}`)).people.map((it) => it.id);
    for (const [who, sees] of [
      [planner, true],
      [coordinator, true],
      [stranger, false],
    ] as const) {
      expect((await who.raw('GET', `/api/feedback/${id}`)).ok).toBe(sees);
      expect(offered.includes(who.accountId)).toBe(sees);
    }
    expect(await refusalOf(assignFeedback(planner, id, stranger.accountId, '2026-03-20'))).toBe(
      'assignee-may-not',
    );
    expect(await refusalOf(assignFeedback(planner, id, planner.accountId, '2026-03-11'))).toBe(
      'assignment-past',
    );
    await assignFeedback(coordinator, id, coordinator.accountId, '2026-03-20');
    expect(await counts(coordinator)).toEqual({ mine: 1, unassigned: 0, overdue: 0 });
    const provider = await signedIn(app, 'provider');
    expect(await counts(provider)).toEqual({ mine: 0, unassigned: 0, overdue: 0 });
  });

  it('is one for all of a group, in as many statements for twelve as for two, and for none of it again', async () => {
    const group = async (count: number, from: number): Promise<GroupView> => {
      const ids: string[] = [];
      for (let index = from; index < from + count; index += 1)
        ids.push(await said(`Es fehlt die Nummer ${index}.`));
      return feedbackGroup(planner, `Korb ${from}`, ids);
    };
    const [few, many] = [await group(2, 0), await group(12, 2)];
    const asked = jest.spyOn(Client.prototype, 'query');
    const assign = async ({ id }: GroupView): Promise<{ answer: GroupAssignedView; statements: number }> => {
      asked.mockClear();
      const request = { accountId: other.accountId, due: '2026-03-20' };
      const answer = await planner.post<GroupAssignedView>(`/api/feedback-groups/${id}/assign`, request);
      return { answer, statements: asked.mock.calls.length };
    };
    const [ofFew, ofMany] = [await assign(few), await assign(many)];
    asked.mockRestore();
    expect(ofMany.statements).toBe(ofFew.statements);
    expect(ofMany.answer).toMatchObject({ assigned: 12 });
    expect(ofMany.answer.group.items.every((it) => it.assigned?.accountId === other.accountId)).toBe(true);
    await planner.post(`/api/feedback-assignments/${ofMany.answer.deedId}/undo`);
    expect(await counts(other)).toEqual({ mine: 2, unassigned: 12, overdue: 0 });
  });

  const again = (who: SignedIn): Promise<SignedIn> => signedInAgain(app, who);
});
