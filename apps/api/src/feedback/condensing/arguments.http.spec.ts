import type { Page } from '@runder-tisch/domain/lists';
import type { ArgumentListItem, CarryingFeedbackView } from '@runder-tisch/domain/feedback';
import type { SearchView } from '@runder-tisch/domain/search';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import { argument } from '@runder-tisch/scenario/condensing';
import { feedback, feedbackView, linkFeedback, triageFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('An argument', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Mobilität');
  });
  afterAll(() => app.close());

  const checked = async (text: string): Promise<string> => {
    const { id } = await feedback(planner, { text });
    await triageFeedback(planner, id);
    return id;
  };
  const carrying = async (id: string): Promise<CarryingFeedbackView[]> =>
    (await planner.get<Page<CarryingFeedbackView>>(`/api/arguments/${id}/feedback`)).items;

  it('has a number to cite, is carried by several Hinweise, and stands on each of them', async () => {
    const ids = [await checked('Abends fährt kein Bus.'), await checked('Nach 18 Uhr kein Bus mehr.')];
    const made = await argument(planner, {
      title: 'Abends fährt kein Bus',
      summary: 'In die Ortsteile.',
      fieldId,
      feedbackIds: ids,
    });
    expect(made).toMatchObject({ carried: 2, version: 1, mayChange: true });
    const counted = (number: string): number => Number(/^A-2026-(\d{3})$/.exec(number)?.[1]);
    const next = await argument(planner, { title: 'Anderes', fieldId });
    expect(counted(next.number)).toBe(counted(made.number) + 1);
    const [first] = ids as [string, string];
    expect((await feedbackView(planner, first)).arguments).toEqual([
      { id: made.id, name: `${made.number} · Abends fährt kein Bus` },
    ]);
    const trace = await planner.get<TraceView>(`/api/trace/feedback/${first}`);
    expect(trace.cameOfIt.map((line) => [line.id, line.relation])).toContainEqual([
      made.id,
      'trägt das Argument',
    ]);
    const found = await planner.get<SearchView>(`/api/search?q=${made.number}`);
    expect(found.items.map((it) => it.id)).toEqual([made.id]);
  });

  it('keeps what is individual of a Hinweis, and loses a Hinweis that is taken out', async () => {
    const ids = [
      await checked('Zu wenig Kitaplätze.'),
      await checked('Es fehlen Kitaplätze für Frühschicht.'),
    ];
    const { id } = await argument(planner, { title: 'Kitaplätze fehlen', fieldId, feedbackIds: ids });
    await planner.put(`/api/arguments/${id}/feedback/${ids[1]}`, { individual: 'betrifft die Frühschicht' });
    await planner.post(`/api/arguments/${id}/feedback`, { feedbackIds: ids });
    expect((await carrying(id)).find((it) => it.id === ids[1])?.individual).toBe('betrifft die Frühschicht');
    await planner.delete(`/api/arguments/${id}/feedback/${ids[0]}`);
    expect((await carrying(id)).map((it) => it.id)).toEqual([ids[1]]);
    expect((await feedbackView(planner, ids[0] as string)).text).toBe('Zu wenig Kitaplätze.');
  });

  it('is found in the catalogue by its field and its words', async () => {
    const other = await fieldOfAction(planner, 'Wohnen');
    const { id } = await argument(planner, { title: 'Wohnungen sind nicht barrierefrei', fieldId: other });
    const found = async (query: string): Promise<string[]> =>
      (await planner.get<Page<ArgumentListItem>>(`/api/arguments?${query}`)).items.map((it) => it.id);
    expect(await found(`fieldId=${other}`)).toEqual([id]);
    expect(await found('search=BARRIEREFREI')).toEqual([id]);
  });

  it('is carried by checked words alone', async () => {
    const { id } = await feedback(planner, { text: 'Frau Testfall wartet.' });
    expect(await refusalOf(argument(planner, { title: 'Warten', fieldId, feedbackIds: [id] }))).toBe(
      'condensing-unchecked',
    );
  });

  it('changes its fingerprint with its words, and only then', async () => {
    const made = await argument(planner, { title: 'Wege sind weit', fieldId });
    const print = async (): Promise<unknown> =>
      (
        await app.database.rows<{ it: string }>(
          `select fingerprint as it from argument where id = '${made.id}'`,
        )
      )[0]?.it;
    const before = await print();
    const other = await fieldOfAction(planner, 'Teilhabe');
    await planner.put(`/api/arguments/${made.id}`, { title: made.title, summary: '', fieldId: other }, 1);
    expect(await print()).toBe(before);
    await planner.put(
      `/api/arguments/${made.id}`,
      { title: 'Wege sind zu weit', summary: '', fieldId: other },
      2,
    );
    expect(await print()).not.toBe(before);
  });

  it('is read by coordinators, who see of its Hinweise their own alone, and changed by planners', async () => {
    const id = (
      await argument(planner, { title: 'Nur lesen', fieldId, feedbackIds: [await checked('Nur lesen.')] })
    ).id;
    const coordinator = await signedIn(app, 'coordinator');
    expect(await coordinator.get(`/api/arguments/${id}`)).toMatchObject({ mayChange: false, carried: 1 });
    expect(await coordinator.get(`/api/arguments/${id}/feedback`)).toMatchObject({ items: [], total: 0 });
    expect(await refusalOf(coordinator.delete(`/api/arguments/${id}`))).toBe('forbidden');
    await planner.delete(`/api/arguments/${id}`);
    expect(await refusalOf(planner.get(`/api/arguments/${id}`))).toBe('not-found');
  });

  it('counts those who say it in the same words', async () => {
    const ids = [await checked('Der Zug hält nicht mehr.'), await checked('Der Zug hält nicht mehr hier.')];
    await linkFeedback(planner, ids[0] as string, fieldId);
    await planner.post(`/api/feedback/${ids[0]}/count`, { feedbackIds: [ids[1]] });
    const made = await argument(planner, {
      title: 'Zug hält nicht',
      fieldId,
      feedbackIds: [ids[0] as string],
    });
    expect(made.carried).toBe(2);
    expect((await carrying(made.id)).map((it) => [it.id, it.counted])).toEqual([[ids[0], 1]]);
  });
});
