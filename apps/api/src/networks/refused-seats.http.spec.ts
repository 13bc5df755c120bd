import { randomUUID } from 'node:crypto';
import { SaveMembership } from '@runder-tisch/domain/networks/networks-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import { endMembership, handOver, members, membership, network } from '@runder-tisch/scenario/networks';
import { organisation } from '@runder-tisch/scenario/actors';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const TODAY = '2026-11-23';

describe('A seat of a network stays as it is', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let one: SignedIn;
  let two: SignedIn;
  let networkId: string;
  let names = 0;

  beforeAll(async () => {
    app = await testApp();
    [coordinator, one, two] = await Promise.all([
      signedIn(app, 'coordinator'),
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
    ]);
  });
  beforeEach(async () => (networkId = await network(coordinator, { name: `Runde ${(names += 1)}` })));
  afterAll(() => app.close());

  const seatOf = (id: string) =>
    members(coordinator, networkId).then((all) => all.find((it) => it.id === id));

  /** The refusal, after making sure that nothing in the network moved. */
  async function refused(change: () => Promise<unknown>): Promise<string> {
    const before = await members(coordinator, networkId);
    const code = await refusalOf(change());
    expect(await members(coordinator, networkId)).toEqual(before);
    return code;
  }

  it('when its beginning would lie after its own end', async () => {
    const facts = { personId: one.personId, fromDay: '2026-01-01' };
    const seat = await membership(coordinator, networkId, facts);
    await endMembership(coordinator, seat, '2026-06-30');
    const later = Object.assign(new SaveMembership(), { ...facts, fromDay: '2026-07-01' });
    const { version } = (await seatOf(seat)) ?? {};
    expect(await refused(() => coordinator.put(`/api/memberships/${seat}`, later, version))).toBe(
      'membership-ends-before-start',
    );
  });

  it('when it has ended: nobody ends it again or hands it over', async () => {
    const seat = await membership(coordinator, networkId, { personId: one.personId, fromDay: '2026-01-01' });
    await endMembership(coordinator, seat, '2026-06-30');
    expect(await refused(() => endMembership(coordinator, seat, '2026-03-31'))).toBe('membership-ended');
    const facts = { personId: two.personId, fromDay: TODAY };
    expect(await refused(() => handOver(coordinator, seat, facts))).toBe('membership-ended');
  });

  it('when a successor would be their own deputy or begin before it did', async () => {
    const seat = await membership(coordinator, networkId, { personId: one.personId, fromDay: TODAY });
    const { personId } = two;
    expect(
      await refused(() =>
        handOver(coordinator, seat, { personId, deputyPersonId: personId, fromDay: TODAY }),
      ),
    ).toBe('membership-deputy');
    expect(await refused(() => handOver(coordinator, seat, { personId, fromDay: '2026-11-22' }))).toBe(
      'membership-ends-before-start',
    );
  });

  it('when somebody who speaks for themselves alone leaves, and the seat is to be kept for a house', async () => {
    const seat = await membership(coordinator, networkId, { personId: one.personId, fromDay: TODAY });
    expect(await refused(() => endMembership(coordinator, seat, TODAY, true))).toBe(
      'seat-without-organisation',
    );
    const organisationId = await organisation(coordinator, { name: `Haus ${names}` });
    const ofAHouse = await membership(coordinator, networkId, {
      organisationId,
      personId: two.personId,
      fromDay: TODAY,
    });
    await endMembership(coordinator, ofAHouse, TODAY, true);
    expect(await members(coordinator, networkId)).toContainEqual(
      expect.objectContaining({
        person: null,
        organisation: expect.objectContaining({ id: organisationId }),
      }),
    );
  });

  it('when there is none', async () => {
    expect(await refused(() => endMembership(coordinator, randomUUID(), TODAY))).toBe('not-found');
  });
});
