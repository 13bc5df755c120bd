import type { IndicatorListItem, ScopeView } from '@runder-tisch/domain/indicators';
import { decisionConsequences } from '@runder-tisch/domain/decisions';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { decide, decisionView, givenDecision, propose, reopen } from '@runder-tisch/scenario/decisions';
import { committee } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The decision about the scope', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  const needed = async (need: string) =>
    (await planner.get<Page<IndicatorListItem>>(`/api/indicators?need=${need}`)).total;
  const option = async (code: string) => {
    const { options } = await givenDecision(planner, 'SCOPE');
    return options.find((it) => it.code === code)?.id ?? null;
  };

  it('is open from the beginning, and says what each way would change', async () => {
    const it = await givenDecision(planner, 'SCOPE');
    expect(it).toMatchObject({ state: 'OPEN', proposal: null, outcome: null });
    expect(it.options.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(decisionConsequences(it).join(' ')).toMatch(/Mit b\) werden \d+ von \d+ freiwillig/);
    expect(await needed('optional')).toBe(0);
  });

  it('makes indicators optional once a body has decided for b, loses none, and is taken back with a reason', async () => {
    const { id } = await givenDecision(planner, 'SCOPE');
    const all = (await planner.get<Page<IndicatorListItem>>('/api/indicators')).total;
    const council = await committee(planner, { name: 'Kreistag (Demo)', kind: 'COUNTY_COUNCIL' });
    await propose(planner, id, {
      optionId: await option('B'),
      by: 'Sozialplanung',
      reason: 'Wie im Nachbarkreis',
    });
    expect(await needed('optional')).toBe(0);
    const decided = await decide(planner, id, {
      optionId: await option('B'),
      committeeId: council,
      decidedOn: '2025-06-05',
      reference: 'BV/0042/2025',
    });
    expect(decided).toMatchObject({
      state: 'DECIDED',
      outcome: { on: '2025-06-05', body: 'Kreistag (Demo)', reference: 'BV/0042/2025' },
    });
    const optional = await needed('optional');
    expect(optional).toBeGreaterThan(0);
    expect((await planner.get<Page<IndicatorListItem>>('/api/indicators')).total).toBe(all);
    expect(decisionConsequences(decided)).toEqual([
      `${optional} von ${decided.scope?.indicators} Indikatoren sind freiwillig. Kein Wert ist verloren.`,
    ]);
    expect((await planner.get<ScopeView>('/api/data-concepts/scope')).decisions[0]).toMatchObject({
      scope: 'B',
      body: 'Kreistag (Demo)',
    });

    const opened = await reopen(planner, id, 'Der Kreistag berät neu.');
    expect(opened).toMatchObject({ state: 'OPEN', outcome: null, proposal: null });
    expect(opened.steps.map(({ state }) => state)).toEqual(['OPEN', 'DECIDED', 'PROPOSED']);
    expect(await needed('optional')).toBe(0);
  });

  it('needs a body, a day that has come and one of its own options', async () => {
    const { id } = await givenDecision(planner, 'SCOPE');
    const told = { optionId: await option('A'), bodyName: 'Kreistag (Demo)', decidedOn: '2025-06-05' };
    expect(await refusalOf(decide(planner, id, { ...told, bodyName: ' ' }))).toBe('decision-needs-body');
    expect(await refusalOf(decide(planner, id, { ...told, decidedOn: '2999-01-01' }))).toBe(
      'decision-in-future',
    );
    expect(await refusalOf(decide(planner, id, { ...told, optionId: null }))).toBe('decision-needs-option');
    expect(await refusalOf(decide(planner, id, { ...told, optionId: id }))).toBe('decision-unknown-option');
    const { version, title, explanation } = await decisionView(planner, id);
    const options = [{ title: 'c) etwas Drittes', consequences: '' }];
    const request = { title, explanation, dueOn: '', committeeId: null, options };
    expect(await refusalOf(planner.put(`/api/decisions/${id}`, request, version))).toBe(
      'decision-own-options',
    );
    expect(await refusalOf(planner.delete(`/api/decisions/${id}`))).toBe('decision-kept');
  });
});
