import type { Page } from '@runder-tisch/domain/lists';
import type { CostView, MeasureListItem, MeasureView, TimelineView } from '@runder-tisch/domain/measures';
import type { SearchView } from '@runder-tisch/domain/search';
import { organisation, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import {
  changeMeasure,
  measure,
  measureView,
  moveMeasure,
  reportProgress,
  runningMeasure,
} from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { newId } from '../database/new-id';

describe('Maßnahmen', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Soziale Lage');
  });
  afterAll(() => app.close());

  const found = async (client: SignedIn, query: string) =>
    (await client.get<Page<MeasureListItem>>(`/api/measures?${query}`)).items.map((it) => it.id);

  const recommendation = async (wording: string): Promise<string> => {
    const id = newId();
    await app.database.rows(
      `begin; select set_config('rt.actor', 'test', true), set_config('rt.use_case', 'test', true), set_config('rt.request_id', 'test', true);
       insert into recommendation (id, number, year, field_id, wording, state, created_at)
       values ('${id}', 'E-${id.slice(-6)}', 2026, '${fieldId}', '${wording}', 'ACCEPTED', now()); commit`,
    );
    return id;
  };

  it('get a number to cite, stand in a list that filters narrow down, and are found by the search', async () => {
    const lead = await organisation(planner, { name: 'Leuchthaus (Demo)' });
    const id = await runningMeasure(planner, { title: 'Leuchtturm', leadOrganisationId: lead, fieldId });
    await measure(planner, { title: 'Andere', fieldId });
    const view = await measureView(planner, id);
    expect(view.number).toMatch(/^M-2026-\d{3}$/);
    for (const query of [
      'search=leuchtt',
      `search=${view.number}`,
      `leadId=${lead}`,
      `state=IN_PROGRESS&leadId=${lead}`,
      `status=ON_TRACK&fieldId=${fieldId}&kind=MEASURE&search=Leucht`,
    ])
      expect(await found(planner, query)).toEqual([id]);
    expect(await found(planner, `status=LATE&leadId=${lead}`)).toEqual([]);
    const { items } = await planner.get<SearchView>('/api/search?q=Leuchtturm');
    expect(items.map((it) => it.id)).toContain(id);
  });

  it('keep lead, partners, milestones, cost and days, and refuse what does not fit together', async () => {
    const [lead, partner] = [
      await organisation(planner, { name: 'Ahornhaus (Demo)' }),
      await organisation(planner, { name: 'Kiebitz (Demo)' }),
    ];
    const id = await measure(planner, {
      title: 'Zweiter Beratungstag',
      kind: 'PROJECT',
      fieldId,
      leadOrganisationId: lead,
      partnerIds: [partner, lead],
      funder: 'Stiftung (Demo)',
      fundingUntil: '2027-12-31',
      fundingSource: 'Land',
      costs: [{ year: 2026, oneOff: 5000, yearly: 12_000 }],
      milestones: [{ id: null, title: 'Raum gefunden', dueOn: '2026-12-31', doneOn: null }],
    });
    const view = await measureView(planner, id);
    expect(view).toMatchObject<Partial<MeasureView>>({
      lead: { id: lead, name: 'Ahornhaus (Demo)' },
      partners: [{ id: partner, name: 'Kiebitz (Demo)' }],
      costs: [{ year: 2026, oneOff: 5000, yearly: 12_000 }],
      state: 'PROPOSED',
    });
    expect(view.milestones[0]).toMatchObject({ title: 'Raum gefunden', doneOn: null });
    const refused = (changes: Parameters<typeof changeMeasure>[2]) =>
      refusalOf(changeMeasure(planner, id, changes));
    expect(await refused({ startsOn: '2026-12-01', dueOn: '2026-11-01' })).toBe('measure-days');
    expect(await refused({ costNeutral: true })).toBe('measure-cost-of-neutral');
    expect(await refused({ kind: 'MEASURE' })).toBe('measure-funder-of-projects');
    expect(await refused({ kind: 'PROVISIONAL_STEP' })).toBe('measure-kind-fixed');
    expect(await refused({ costs: [view.costs[0]!, view.costs[0]!] })).toBe('measure-year-twice');
    expect(await refused({ leadOrganisationId: newId() })).toBe('measure-unknown-choice');
    expect(await refused({ recommendationIds: [newId()] })).toBe('measure-unknown-choice');
    const elsewhere = { id: newId(), title: 'Aus einer anderen', dueOn: '2026-12-31', doneOn: null };
    expect(await refused({ milestones: [elsewhere] })).toBe('measure-unknown-choice');
    const [milestone] = view.milestones;
    const done = await changeMeasure(planner, id, {
      milestones: [{ ...milestone!, doneOn: '2026-11-20' }],
      costs: [],
    });
    expect(done.milestones).toEqual([{ ...milestone, doneOn: '2026-11-20' }]);
    expect(done.costs).toEqual([]);
  });

  it('step 19: the provisional step "Antragslotsen" carries its badge and is converted, dropped or carried over', async () => {
    const step = (title: string) => measure(planner, { title, kind: 'PROVISIONAL_STEP', fieldId });
    const converted = await step('Antragslotsen');
    expect(await moveMeasure(planner, converted, 'start')).toMatchObject({
      kind: 'PROVISIONAL_STEP',
      state: 'IN_PROGRESS',
      recommendations: [],
    });
    expect(await moveMeasure(planner, converted, 'carry-over')).toMatchObject({
      kind: 'PROVISIONAL_STEP',
      carriedOver: { on: '2026-11-23', by: 'Test planner' },
    });
    const measureNow = await moveMeasure(planner, converted, 'convert');
    expect(measureNow).toMatchObject({ kind: 'MEASURE', state: 'PROPOSED' });
    expect(await refusalOf(moveMeasure(planner, converted, 'start'))).toBe('measure-not-approved');
    expect(await refusalOf(moveMeasure(planner, converted, 'approve'))).toBe('measure-without-basis');
    const dropped = await step('Nur kurz');
    expect(await refusalOf(moveMeasure(planner, dropped, 'drop'))).toBe('measure-reason-missing');
    expect(await refusalOf(moveMeasure(planner, dropped, 'approve', { reason: 'x' }))).toBe(
      'measure-provisional',
    );
    expect(await moveMeasure(planner, dropped, 'drop', { reason: 'Niemand kam.' })).toMatchObject({
      state: 'DISCONTINUED',
      status: { status: 'ENDED', reason: 'Niemand kam.' },
      moves: [],
    });
    expect(await refusalOf(changeMeasure(planner, dropped, { title: 'Danach' }))).toBe(
      'measure-already-ended',
    );
  });

  it('are evaluated only once their evaluation says what follows', async () => {
    const id = await runningMeasure(planner, { title: 'Barrierecheck', fieldId });
    expect(await refusalOf(moveMeasure(planner, id, 'complete', { on: '2026-12-24' }))).toBe(
      'measure-completed-when',
    );
    await moveMeasure(planner, id, 'complete', { on: '2026-11-01' });
    expect(await refusalOf(moveMeasure(planner, id, 'evaluate'))).toBe('measure-not-evaluated');
    await app.database.rows(
      `begin; select set_config('rt.actor', 'test', true), set_config('rt.use_case', 'test', true), set_config('rt.request_id', 'test', true);
       insert into evaluation (measure_id, conclusion, evaluated_on, created_at) values ('${id}', 'Hat gewirkt.', '2026-11-20', now()); commit`,
    );
    expect(await moveMeasure(planner, id, 'evaluate')).toMatchObject({ state: 'EVALUATED' });
  });

  it('that go on in another one are told of on both pages', async () => {
    const old = await runningMeasure(planner, { title: 'Altes', fieldId });
    const fresh = await runningMeasure(planner, { title: 'Neues', fieldId });
    expect(await refusalOf(moveMeasure(planner, old, 'supersede'))).toBe('measure-follower-missing');
    expect(await refusalOf(moveMeasure(planner, old, 'supersede', { followedById: old }))).toBe(
      'measure-follower-missing',
    );
    const { followedBy } = await moveMeasure(planner, old, 'supersede', { followedById: fresh });
    expect(followedBy).toMatchObject({ id: fresh, title: 'Neues' });
    expect((await measureView(planner, fresh)).follows).toMatchObject([{ id: old, title: 'Altes' }]);
    const third = await runningMeasure(planner, { title: 'Drittes', fieldId });
    expect(await refusalOf(moveMeasure(planner, third, 'supersede', { followedById: old }))).toBe(
      'measure-follower-ended',
    );
  });

  it('have a status that is worked out, and one set by hand only with a reason that shows in the list too', async () => {
    const id = await runningMeasure(planner, { title: 'Zu spät', fieldId, dueOn: '2026-11-22' });
    const { status, version } = await measureView(planner, id);
    expect(status).toMatchObject({
      status: 'LATE',
      reason: 'Sollte am 22.11.2026 umgesetzt sein.',
      computed: null,
    });
    const set = (body: object, at: number) =>
      planner.put<MeasureView>(`/api/measures/${id}/status`, body, at);
    expect(await refusalOf(set({ status: 'ON_TRACK', reason: ' ' }, version))).toBe(
      'measure-override-reason',
    );
    const reason = 'Der Zuwendungsbescheid verschiebt das Ende.';
    await set({ status: 'ON_TRACK', reason }, version);
    const { items } = await planner.get<Page<MeasureListItem>>('/api/measures?search=Zu%20sp');
    expect(items[0]?.status).toMatchObject({
      status: 'ON_TRACK',
      reason,
      setBy: 'Test planner',
      computed: { status: 'LATE' },
    });
    expect(await found(planner, 'status=LATE&search=Zu%20sp')).toEqual([]);
    const back = await set({ status: null, reason: '' }, version + 1);
    expect(back.status).toMatchObject({ status: 'LATE', computed: null });
    const proposed = await measure(planner, { title: 'Nur vorgeschlagen', fieldId });
    expect(
      await refusalOf(planner.put(`/api/measures/${proposed}/status`, { status: 'LATE', reason: 'x' }, 1)),
    ).toBe('measure-override-not-going');
  });

  it('are to be checked exactly while their recommendation has other words than those that were linked', async () => {
    const from = await recommendation('Beratung in Zerbst ausbauen');
    const id = await measure(planner, { title: 'Beratungstag', fieldId, recommendationIds: [from] });
    const toCheck = async () => (await measureView(planner, id)).recommendations.map((it) => it.toCheck);
    expect((await measureView(planner, id)).recommendations).toMatchObject([
      { toCheck: false, acceptedBy: '', acceptedAt: null },
    ]);
    await app.database.rows(
      `begin; select set_config('rt.actor', 'test', true), set_config('rt.use_case', 'test', true), set_config('rt.request_id', 'test', true);
       update recommendation set wording = 'Beratung in Zerbst verdoppeln' where id = '${from}'; commit`,
    );
    expect(await toCheck()).toEqual([true]);
    await changeMeasure(planner, id, { target: 'Wartezeit halbieren' });
    expect(await toCheck()).toEqual([true]);
    const accepted = await planner.post<MeasureView>(`/api/measures/${id}/recommendations/${from}/accept`);
    expect(accepted.recommendations).toMatchObject([{ toCheck: false, acceptedBy: 'Test planner' }]);
    expect(await refusalOf(planner.post(`/api/measures/${id}/recommendations/${newId()}/accept`))).toBe(
      'not-found',
    );
    expect((await moveMeasure(planner, id, 'approve')).state).toBe('APPROVED');
  });

  it('are summed by budget year, source and state, and drawn with today', async () => {
    const own = await fieldOfAction(planner, 'Kostenfeld');
    const costs = [{ year: 2026, oneOff: 100, yearly: 20 }];
    await measure(planner, { title: 'Eins', fieldId: own, fundingSource: 'Land', costs });
    await measure(planner, { title: 'Zwei', fieldId: own, fundingSource: 'Land', costs });
    await runningMeasure(planner, { title: 'Drei', fieldId: own, costs, startsOn: '2026-03-01' });
    await measure(planner, { title: 'Vier', fieldId: own, costNeutral: true });
    await measure(planner, { title: 'Fünf', fieldId: own });
    const view = await planner.get<CostView>(`/api/measures/costs?fieldId=${own}`);
    expect(view).toEqual({
      lines: [
        { year: 2026, fundingSource: '', state: 'IN_PROGRESS', oneOff: 100, yearly: 20, measures: 1 },
        { year: 2026, fundingSource: 'Land', state: 'PROPOSED', oneOff: 200, yearly: 40, measures: 2 },
      ],
      costNeutral: 1,
      unknown: 1,
      total: 5,
    });
    const file = await planner.raw('GET', `/api/measures/costs.csv?fieldId=${own}`);
    expect(await file.text()).toContain('2026;Land;vorgeschlagen;200;40;240;2');
    const timeline = await planner.get<TimelineView>(`/api/measures/timeline?fieldId=${own}`);
    expect([timeline.today, timeline.total]).toEqual(['2026-11-23', 5]);
    expect(timeline.items[0]).toMatchObject({ title: 'Drei', startsOn: '2026-03-01', endsOn: null });
  });

  it('say on the timeline how they stand and why, as their own page does', async () => {
    const own = await fieldOfAction(planner, 'Zeitstrahl');
    const milestone = (title: string, dueOn: string, doneOn: string | null) => ({
      id: null,
      title,
      dueOn,
      doneOn,
    });
    const id = await runningMeasure(planner, {
      title: 'Mit Meilensteinen',
      fieldId: own,
      startsOn: '2026-09-01',
      milestones: [
        milestone('Raum', '2026-10-01', '2026-10-01'),
        milestone('Zweiter Schritt', '2026-11-20', null),
        milestone('Erster Schritt', '2026-11-20', null),
      ],
    });
    const { items } = await planner.get<TimelineView>(`/api/measures/timeline?fieldId=${own}`);
    const { status, reason } = (await measureView(planner, id)).status;
    expect(reason).toMatch(/„Erster Schritt“.*„Zweiter Schritt“/);
    expect(items).toMatchObject([{ id, status, reason }]);
    expect(items[0]?.milestones.map(({ title, done }) => [title, done])).toEqual([
      ['Raum', true],
      ['Erster Schritt', false],
      ['Zweiter Schritt', false],
    ]);
  });

  it('are read by office and committees, by a provider where its organisation leads or takes part, and changed by planners', async () => {
    const house = await organisation(planner, { name: 'Pflegenest (Demo)' });
    const provider = await signedIn(app, 'provider');
    await representation(planner, {
      personId: provider.personId,
      organisationId: house,
      fromDay: '2025-01-01',
    });
    const led = await runningMeasure(planner, { title: 'Geführt', fieldId, leadOrganisationId: house });
    const joined = await runningMeasure(planner, { title: 'Beteiligt', fieldId, partnerIds: [house] });
    const strange = await runningMeasure(planner, { title: 'Fremd', fieldId });
    expect((await found(provider, '')).sort()).toEqual([led, joined].sort());
    expect(await refusalOf(measureView(provider, strange))).toBe('not-found');
    expect(await measureView(provider, led)).toMatchObject({ mayChange: false, mayReport: true, moves: [] });
    expect(await refusalOf(reportProgress(provider, strange, {}))).toBe('not-found');
    expect((await reportProgress(provider, joined, {})).progress).toMatchObject([
      { standing: 'ON_TRACK', reportedBy: 'Test provider' },
    ]);
    for (const role of ['reader', 'coordinator', 'admin'] as const) {
      const client = await signedIn(app, role);
      expect(await measureView(client, strange)).toMatchObject({
        mayChange: false,
        mayReport: false,
        moves: [],
      });
      expect(await refusalOf(changeMeasure(client, strange, { title: 'Anders' }))).toBe('forbidden');
      expect(await refusalOf(reportProgress(client, strange, {}))).toBe('forbidden');
    }
  });
});
