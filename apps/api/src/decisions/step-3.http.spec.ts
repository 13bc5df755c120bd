import type { DataRequestListItem, InterfaceView } from '@runder-tisch/domain/data-requests';
import type { TopicPointsView, TopicView } from '@runder-tisch/domain/decisions';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { dataRequest, interfaceAgreement } from '@runder-tisch/scenario/data-requests';
import { decide, givenDecision, propose, reopen, topic } from '@runder-tisch/scenario/decisions';
import {
  closePrioritisation,
  joinPath,
  openIt,
  Phone,
  prioritisationView,
} from '@runder-tisch/scenario/prioritisation';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Step 3: the order of topics', () => {
  let app: TestApp;
  let planner: SignedIn;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    const late = await interfaceAgreement(planner, {
      partner: 'Gesundheitsamt (Demo)',
      name: 'Schuleingang',
    });
    const early = await interfaceAgreement(planner, { partner: 'Jobcenter (Demo)', name: 'Leistungen' });
    await dataRequest(planner, { agreementId: late, what: 'Schuleingang', dueOn: '2026-01-10' });
    await dataRequest(planner, { agreementId: early, what: 'Leistungen', dueOn: '2026-12-31' });
    ids['Demografie'] = await topic(planner, { name: 'Demografie', urgency: 1, agreementIds: [late] });
    ids['Leistungen'] = await topic(planner, {
      name: 'Öffentliche Sozialleistungen',
      urgency: 3,
      mandate: 2,
      agreementIds: [early],
    });
  });
  // Each test begins with what nobody has decided, whatever ran before it.
  beforeEach(async () => {
    const { id, state, version } = await givenDecision(planner, 'TOPICS');
    if (state === 'DECIDED') await reopen(planner, id, 'Von vorn.');
    if (state === 'PROPOSED') await planner.post(`/api/decisions/${id}/withdraw`, {}, version);
    await order('Demografie', 'Leistungen');
  });
  afterAll(() => app.close());

  const names = async () => (await planner.get<Page<TopicView>>('/api/topics')).items.map(({ name }) => name);
  const requests = async () =>
    (await planner.get<Page<DataRequestListItem>>('/api/data-requests')).items.map(({ what }) => what);
  const order = (...wanted: string[]) =>
    planner.post('/api/topics/order', { ids: wanted.map((it) => ids[it]) });

  it('is moved by hand or by criteria and stays a proposal until a body has decided', async () => {
    expect(await names()).toEqual(['Demografie', 'Öffentliche Sozialleistungen']);
    await planner.post('/api/topics/order-by-criteria', {});
    expect(await names()).toEqual(['Öffentliche Sozialleistungen', 'Demografie']);
    await order('Demografie', 'Leistungen');
    await order('Leistungen', 'Demografie');
    const { id } = await givenDecision(planner, 'TOPICS');
    expect(await propose(planner, id)).toMatchObject({ state: 'PROPOSED', outcome: null });
    expect(await refusalOf(decide(planner, id, { decidedOn: '2025-06-05' }))).toBe('decision-needs-body');
    expect(await givenDecision(planner, 'TOPICS')).toMatchObject({ state: 'PROPOSED' });
    // Nothing follows yet: the data requests stand by their days.
    expect(await requests()).toEqual(['Schuleingang', 'Leistungen']);
  });

  it('is followed by the data requests once it is decided, and by none when it is open again', async () => {
    await order('Leistungen', 'Demografie');
    const { id } = await givenDecision(planner, 'TOPICS');
    const decided = await decide(planner, id, {
      bodyName: 'Sozialausschuss (Demo)',
      decidedOn: '2025-06-05',
    });
    expect(decided.steps[0]?.words).toContain('1. Öffentliche Sozialleistungen, 2. Demografie');
    expect(await requests()).toEqual(['Leistungen', 'Schuleingang']);
    const register = await planner.get<Page<InterfaceView>>('/api/interfaces');
    expect(register.items.find(({ name }) => name === 'Leistungen')?.topic).toEqual({
      place: 1,
      name: 'Öffentliche Sozialleistungen',
    });
    expect(await refusalOf(order('Demografie', 'Leistungen'))).toBe('topic-order-stands');
    expect(await refusalOf(planner.delete(`/api/topics/${ids['Demografie']}`))).toBe('topic-decided');
    await reopen(planner, id, 'Der Ausschuss will Demografie zuerst.');
    expect(await requests()).toEqual(['Schuleingang', 'Leistungen']);
    await order('Demografie', 'Leistungen');
  });

  it('comes from the points of a session when the Punktabfrage is closed', async () => {
    const asked = await planner.post<{ id: string }>('/api/topics/points', {});
    expect(await refusalOf(planner.post('/api/topics/order-by-points', { prioritisationId: asked.id }))).toBe(
      'topics-points-open',
    );
    await openIt(planner, asked.id);
    const phone = new Phone(app.url);
    const { options } = await prioritisationView(planner, asked.id);
    const given = options.map(({ title }) => (title === 'Öffentliche Sozialleistungen' ? 3 : ''));
    const join = await joinPath(planner, asked.id);
    await phone.open(join);
    expect((await phone.give(join, options, given)).status).toBe(303);
    await closePrioritisation(planner, asked.id);
    expect((await planner.get<Page<TopicPointsView>>('/api/topics/points')).items).toMatchObject([
      { id: asked.id, closed: true },
    ]);
    await planner.post('/api/topics/order-by-points', { prioritisationId: asked.id });
    const { items } = await planner.get<Page<TopicView>>('/api/topics');
    expect(items.map(({ name, points }) => [name, points])).toEqual([
      ['Öffentliche Sozialleistungen', 3],
      ['Demografie', 0],
    ]);
  });
});
