import type { Page } from '@runder-tisch/domain/lists';
import type { SeatView } from '@runder-tisch/domain/networks';
import { refusalOf } from '@runder-tisch/scenario/client';
import { endMembership, handOver, members, membership, network, task } from '@runder-tisch/scenario/networks';
import { SaveOrganisation } from '@runder-tisch/domain/actors/actors-requests';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const TODAY = '2026-11-23';

describe('Seats of a network', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let one: SignedIn;
  let two: SignedIn;
  let organisationId: string;
  let names = 0;

  beforeAll(async () => {
    app = await testApp();
    [coordinator, one, two] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
    ]);
    const ahornhaus = Object.assign(new SaveOrganisation(), { name: 'Ahornhaus gGmbH (Demo)' });
    organisationId = (await coordinator.post<{ id: string }>('/api/organisations', ahornhaus)).id;
  });
  afterAll(() => app.close());

  const founded = (): Promise<string> => network(coordinator, { name: `Netzwerk ${(names += 1)}` });

  it('belong to the organisation; without a person they are a vacancy that somebody fills', async () => {
    const id = await founded();
    const seat = await membership(coordinator, id, { organisationId, fromDay: TODAY });
    expect((await members(coordinator, id)).find((it) => it.id === seat)).toMatchObject({
      person: null,
      organisation: { name: 'Ahornhaus gGmbH (Demo)' },
    });
    expect(await handOver(coordinator, seat, { personId: one.personId, fromDay: TODAY })).toBe(seat);
    expect((await members(coordinator, id)).find((it) => it.id === seat)).toMatchObject({
      person: { id: one.personId },
      toDay: null,
    });
  });

  it('go to the successor in one step, with role, organisation and open tasks', async () => {
    const id = await founded();
    const seat = await membership(coordinator, id, {
      organisationId,
      personId: one.personId,
      role: 'SPEAKER',
      fromDay: '2025-01-01',
    });
    const open = await task(coordinator, {
      title: 'Angebot nachreichen',
      personId: one.personId,
      networkId: id,
    });
    const elsewhere = await task(coordinator, { title: 'Etwas anderes', personId: one.personId });
    const successor = await handOver(coordinator, seat, { personId: two.personId, fromDay: '2026-12-01' });
    const seats = await members(coordinator, id);
    expect(seats.find((it) => it.id === seat)).toMatchObject({ toDay: '2026-11-30' });
    expect(seats.find((it) => it.id === successor)).toMatchObject({
      person: { id: two.personId },
      organisation: { id: organisationId },
      role: 'SPEAKER',
      fromDay: '2026-12-01',
      toDay: null,
    });
    const holders = await app.database.rows<{ id: string; person_id: string }>(
      'select id, person_id from task where id = any($1)',
      [[open, elsewhere]],
    );
    expect(new Map(holders.map((it) => [it.id, it.person_id]))).toEqual(
      new Map([
        [open, two.personId],
        [elsewhere, one.personId],
      ]),
    );
  });

  it('stay with the organisation as a vacancy when a person leaves without successor', async () => {
    const id = await founded();
    const seat = await membership(coordinator, id, {
      organisationId,
      personId: one.personId,
      fromDay: '2025-01-01',
    });
    await endMembership(coordinator, seat, TODAY, true);
    const seats = await members(coordinator, id);
    expect(
      seats
        .filter((it) => it.organisation?.id === organisationId)
        .map((it) => [it.person?.id ?? null, it.fromDay, it.toDay]),
    ).toEqual([
      [null, '2026-11-24', null],
      [one.personId, '2025-01-01', TODAY],
    ]);
    expect(await refusalOf(endMembership(coordinator, seat, TODAY))).toBe('membership-ended');
  });

  it('give access from the first to the last day, to the deputy as well', async () => {
    const id = await founded();
    const seatsOf = async (client: SignedIn, query = ''): Promise<SeatView[]> =>
      (await client.get<Page<SeatView>>(`/api/memberships${query}`)).items;
    const before = await seatsOf(one);
    const seat = await membership(coordinator, id, {
      organisationId,
      personId: two.personId,
      deputyPersonId: one.personId,
      fromDay: '2026-11-24',
    });
    expect(await seatsOf(one)).toHaveLength(before.length);
    await coordinator.put(
      `/api/memberships/${seat}`,
      {
        organisationId,
        personId: two.personId,
        deputyPersonId: one.personId,
        role: 'MEMBER',
        fromDay: TODAY,
      },
      1,
    );
    const seats = await seatsOf(one);
    expect(seats.some((it) => it.network.id === id)).toBe(true);
    const ofPerson = await seatsOf(coordinator, `?personId=${one.personId}&organisationId=${organisationId}`);
    expect(ofPerson.map((it) => it.network.id)).toContain(id);
  });

  it('cannot be held twice for the same organisation at once, not even by two requests at the same moment', async () => {
    const id = await founded();
    const seat = { organisationId, personId: one.personId, fromDay: TODAY };
    const answers = await Promise.all([
      refusalOf(membership(coordinator, id, seat)),
      refusalOf(membership(coordinator, id, seat)),
    ]);
    expect(answers.sort()).toEqual(['membership-exists', 'not refused']);
  });

  it('never leave the network without coordination by a coordinator’s own hand', async () => {
    const id = await founded();
    const [own] = await members(coordinator, id);
    const seat = own?.id ?? '';
    expect(await refusalOf(endMembership(coordinator, seat, TODAY))).toBe('last-coordinator');
    const asMember = {
      organisationId: null,
      personId: coordinator.personId,
      deputyPersonId: null,
      role: 'MEMBER',
      fromDay: TODAY,
    };
    expect(await refusalOf(coordinator.put(`/api/memberships/${seat}`, asMember, own?.version))).toBe(
      'last-coordinator',
    );
    await membership(coordinator, id, { personId: two.personId, role: 'COORDINATOR', fromDay: TODAY });
    await endMembership(coordinator, seat, TODAY);
  });

  it.each([
    ['of nobody', { organisationId: null, personId: null }, 'membership-somebody'],
    ['of a coordination without a person', { role: 'COORDINATOR' }, 'membership-coordination-vacant'],
  ])('%s are refused', async (_, facts, code) => {
    const id = await founded();
    expect(
      await refusalOf(membership(coordinator, id, { organisationId, fromDay: TODAY, ...(facts as object) })),
    ).toBe(code);
  });

  it('refuse a deputy who is the member, an end before the start and a foreign coordinator', async () => {
    const id = await founded();
    const twice = { personId: one.personId, deputyPersonId: one.personId, fromDay: TODAY };
    expect(await refusalOf(membership(coordinator, id, twice))).toBe('membership-deputy');
    const seat = await membership(coordinator, id, {
      organisationId,
      personId: one.personId,
      fromDay: TODAY,
    });
    expect(await refusalOf(endMembership(coordinator, seat, '2026-11-22'))).toBe(
      'membership-ends-before-start',
    );
    expect(await refusalOf(handOver(coordinator, seat, { personId: one.personId, fromDay: TODAY }))).toBe(
      'membership-same-person',
    );
    const foreign = await signedIn(app, 'coordinator');
    expect(await refusalOf(endMembership(foreign, seat, TODAY))).toBe('not-your-network');
    expect(await refusalOf(membership(foreign, id, { organisationId, fromDay: TODAY }))).toBe(
      'not-your-network',
    );
    expect(await refusalOf(handOver(foreign, seat, { personId: two.personId, fromDay: TODAY }))).toBe(
      'not-your-network',
    );
  });

  it('leave as CSV with vacancies', async () => {
    const id = await founded();
    await membership(coordinator, id, { organisationId, fromDay: TODAY });
    const response = await coordinator.raw('GET', `/api/networks/${id}/members.csv`);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text).toContain('Ahornhaus gGmbH (Demo);unbesetzt;;Mitglied;');
    expect(text.startsWith('\uFEFFOrganisation;Person;')).toBe(true);
  });
});
