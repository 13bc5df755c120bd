import type { GroupListItem, GroupProposalView, GroupView } from '@runder-tisch/domain/feedback';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { argument, feedbackGroup } from '@runder-tisch/scenario/condensing';
import { feedback, feedbackView, linkFeedback, triageFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('A group of Hinweise', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeEach(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Mobilität');
  });
  afterEach(() => app.close());

  const linked = async (...texts: string[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const text of texts) {
      const { id } = await feedback(planner, { text });
      await linkFeedback(planner, id, fieldId);
      ids.push(id);
    }
    return ids;
  };
  const groupOf = (id: string): Promise<GroupView> => planner.get(`/api/feedback-groups/${id}`);
  const idsOf = ({ items }: GroupView): string[] => items.map((it) => it.id).sort();

  it('is proposed for what sounds alike in one field and waits for an answer, until it is accepted', async () => {
    const alike = await linked(
      'Der Bus nach Zörbig fährt abends nicht mehr.',
      'Abends fährt nach Zörbig kein Bus mehr.',
      'Nach 18 Uhr fährt kein Bus nach Zörbig.',
    );
    await linked('Das Formular für Wohngeld ist unverständlich.');
    const proposals = (): Promise<GroupProposalView[]> => planner.get('/api/feedback-groups/proposals');
    const [proposed, ...others] = await proposals();
    expect(others).toEqual([]);
    expect(proposed?.items.map((it) => it.id).sort()).toEqual([...alike].sort());
    expect(proposed).toMatchObject({ field: { name: 'Mobilität' }, name: expect.stringContaining('Bus') });
    await feedbackGroup(planner, 'Bus am Abend', alike);
    expect(await proposals()).toEqual([]);
  });

  it('is not proposed again once it was dismissed, until enough of it is new or the dismissal is taken back', async () => {
    const ids = await linked(
      'Der Bus nach Zörbig fährt abends nicht mehr.',
      'Abends fährt nach Zörbig kein Bus mehr.',
      'Nach 18 Uhr fährt kein Bus nach Zörbig.',
    );
    const sizes = async (): Promise<number[]> =>
      (await planner.get<GroupProposalView[]>('/api/feedback-groups/proposals')).map((it) => it.items.length);
    const dismiss = (): Promise<{ id: string }> =>
      planner.post('/api/feedback-groups/dismissals', { feedbackIds: ids });
    const { id } = await dismiss();
    expect(await sizes()).toEqual([]);
    await planner.delete(`/api/feedback-groups/dismissals/${id}`);
    expect(await sizes()).toEqual([3]);
    await dismiss();
    await linked('Kein Bus fährt abends nach Zörbig.');
    expect(await sizes()).toEqual([]);
    await linked('Bus nach Zörbig abends: fährt nicht.');
    expect(await sizes()).toEqual([5]);
  });

  it('stands with its numbers in a list for the spreadsheet', async () => {
    await feedbackGroup(planner, '=Lücken', await linked('Eins fehlt.', 'Zwei fehlt.'));
    const text = await (await planner.raw('GET', '/api/feedback-groups/export.csv?search=lücken')).text();
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      expect.stringContaining('Name;Hinweise;davon offen;angelegt am'),
      expect.stringMatching(/^'=Lücken;2;2;\d\d\.\d\d\.\d{4}$/),
    ]);
  });

  it('changes nothing about a Hinweis, however it is named, split, merged and dissolved', async () => {
    const ids = await linked('Eins fehlt.', 'Zwei fehlt.', 'Drei fehlt.');
    const before = await Promise.all(ids.map((id) => feedbackView(planner, id)));
    const group = await feedbackGroup(planner, 'Was fehlt', ids);
    const renamed = await planner.put<GroupView>(`/api/feedback-groups/${group.id}`, { name: 'Lücken' }, 1);
    expect([renamed.name, renamed.items.length]).toEqual(['Lücken', 3]);
    const part = await planner.post<{ id: string }>(`/api/feedback-groups/${group.id}/split`, {
      name: 'Nur drei',
      feedbackIds: [ids[2]],
    });
    expect([idsOf(await groupOf(group.id)).length, idsOf(await groupOf(part.id))]).toEqual([2, [ids[2]]]);
    await planner.post(`/api/feedback-groups/${group.id}/merge`, { groupId: part.id });
    expect(idsOf(await groupOf(group.id))).toEqual([...ids].sort());
    expect(await refusalOf(groupOf(part.id))).toBe('not-found');
    await planner.post(`/api/feedback-groups/${group.id}/take-out`, { feedbackIds: [ids[0]] });
    await planner.post(`/api/feedback-groups/${group.id}/add`, { feedbackIds: [ids[0]] });
    const { items } = await planner.get<Page<GroupListItem>>('/api/feedback-groups?search=lücken');
    expect(items).toMatchObject([{ id: group.id, count: 3, open: 3 }]);
    expect((await feedbackView(planner, ids[0] as string)).groups).toEqual([
      { id: group.id, name: 'Lücken' },
    ]);
    await planner.delete(`/api/feedback-groups/${group.id}`);
    expect(await Promise.all(ids.map((id) => feedbackView(planner, id)))).toEqual(before);
  });

  it('leaves something behind when it is split, and is not merged with itself', async () => {
    const ids = await linked('Eins.', 'Zwei.');
    const { id } = await feedbackGroup(planner, 'Paar', ids);
    const split = (feedbackIds: string[]): Promise<unknown> =>
      planner.post(`/api/feedback-groups/${id}/split`, { name: 'Rest', feedbackIds });
    expect(await refusalOf(split(ids))).toBe('group-split-all');
    expect(await refusalOf(planner.post(`/api/feedback-groups/${id}/merge`, { groupId: id }))).toBe(
      'group-itself',
    );
    expect(idsOf(await groupOf(id))).toEqual([...ids].sort());
  });

  it('becomes an argument that all of it carry', async () => {
    const ids = await linked('Der Weg ist weit.', 'Der Weg zum Amt ist weit.');
    const { items } = await feedbackGroup(planner, 'Wege', ids);
    const made = await argument(planner, {
      title: 'Wege sind weit',
      fieldId,
      feedbackIds: items.map((it) => it.id),
    });
    expect(made.carried).toBe(2);
  });

  it('holds checked words alone and belongs to planners', async () => {
    const { id } = await feedback(planner, { text: 'Frau Testfall wartet.' });
    expect(await refusalOf(feedbackGroup(planner, 'Ungeprüft', [id]))).toBe('condensing-unchecked');
    await triageFeedback(planner, id);
    const group = await feedbackGroup(planner, 'Geprüft', [id]);
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(coordinator.get(`/api/feedback-groups/${group.id}`))).toBe('forbidden');
  });
});
