import type { OpenDecisionListItem } from '@runder-tisch/domain/decisions';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import { decide, decision, decisionView } from '@runder-tisch/scenario/decisions';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Open decisions', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const decided = async (id: string) =>
    decide(planner, id, {
      optionId: (await decisionView(planner, id)).options[0]?.id,
      bodyName: 'Beirat (Demo)',
      decidedOn: '2025-03-12',
    });

  it('stand on top by their day, those that are decided below', async () => {
    const done = await decision(planner, { title: 'Erledigt' });
    await decided(done);
    const later = await decision(planner, { title: 'Später', dueOn: '2027-01-01' });
    const sooner = await decision(planner, { title: 'Früher', dueOn: '2024-02-01' });
    const { items } = await planner.get<Page<OpenDecisionListItem>>('/api/decisions');
    const own = items.filter(({ kind }) => kind === 'OTHER').map(({ id }) => id);
    expect(own.slice(0, 2)).toEqual([sooner, later]);
    expect(own.at(-1)).toBe(done);
    expect(items.find(({ id }) => id === sooner)).toMatchObject({ overdue: true });
    expect(items.find(({ id }) => id === done)).toMatchObject({
      chosen: 'wie bisher',
      decidedBy: 'Beirat (Demo)',
    });
    const open = await planner.get<Page<OpenDecisionListItem>>('/api/decisions?open=1');
    expect(open.items.map(({ id }) => id)).not.toContain(done);
  });

  it('are asked once, between at least two ways, and change until somebody has decided', async () => {
    const id = await decision(planner, { title: 'Wo tagt der Beirat?' });
    expect(await refusalOf(decision(planner, { title: 'WO TAGT DER BEIRAT?' }))).toBe('decision-title-taken');
    const one = [{ title: 'nur so', consequences: '' }];
    expect(await refusalOf(decision(planner, { title: 'Ohne Wahl', options: one }))).toBe(
      'decision-needs-two-options',
    );
    await decided(id);
    const { version, options } = await decisionView(planner, id);
    const request = { title: 'Anders', explanation: '', dueOn: '', committeeId: null, options: one };
    expect(await refusalOf(planner.put(`/api/decisions/${id}`, request, version))).toBe('decision-stands');
    expect(await refusalOf(planner.delete(`/api/decisions/${id}`))).toBe('decision-stands');
    expect(options).toHaveLength(2);
  });

  it('are found by the search of every page and read by readers, not by providers', async () => {
    const id = await decision(planner, { title: 'Leuchtturm' });
    const { items } = await planner.get<SearchView>('/api/search?q=Leuchtturm');
    expect(items.map((it) => it.id)).toContain(id);
    const reader = await signedIn(app, 'reader');
    expect(await decisionView(reader, id)).toMatchObject({ mayChange: false, moves: [] });
    const provider = await signedIn(app, 'provider');
    expect(await refusalOf(decisionView(provider, id))).toBe('forbidden');
  });
});
