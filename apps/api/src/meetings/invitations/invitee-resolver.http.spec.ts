import * as given from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Invitees', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen' });
  });
  afterAll(() => app.close());

  it('are resolved from networks, organisations and addresses without doubles', async () => {
    const people = await app.database.rows<{ id: string; mail: string }>(
      `select id, mail from person where id = any($1::uuid[])`,
      [[coordinator.personId]],
    );
    const organisation = await coordinator.post<{ id: string }>('/api/organisations', {
      name: 'Ahornhaus',
      type: 'FREE_PROVIDER',
      functionMailbox: 'info@ahornhaus.test',
    });
    const bare = await coordinator.post<{ id: string }>('/api/organisations', {
      name: 'Ohne Postfach',
      type: 'FREE_PROVIDER',
    });
    await membership(coordinator, networkId, {
      organisationId: organisation.id,
      fromDay: '2026-01-01',
      role: 'MEMBER',
    });
    const resolved = await given.resolveInvitees(coordinator, {
      networkIds: [networkId],
      organisationTypes: ['FREE_PROVIDER'],
      organisationIds: [bare.id],
      personIds: [coordinator.personId],
      pasted: `Wer <INFO@ahornhaus.test>; ${people[0]?.mail}; ohne Adresse`,
    });
    expect(resolved.invitees.map((it) => it.mail).sort()).toEqual(
      [people[0]?.mail, 'info@ahornhaus.test'].sort(),
    );
    expect(resolved.doubles.sort()).toEqual([people[0]?.mail, 'info@ahornhaus.test'].sort());
    expect(resolved.missing.map((it) => [it.name, it.why])).toEqual([
      ['ohne Adresse', 'bad-address'],
      ['Ohne Postfach', 'no-address'],
    ]);
  });

  it('reads every address of what was pasted, with its name', async () => {
    const { invitees, missing } = await given.resolveInvitees(coordinator, {
      pasted:
        'Ohm, Dr. Ida (Kreis, Amt 50) <ida@liste.test> Bo Zwei <bo@liste.test>\tpost@xn--grn-haus-75a.test, ida@@liste',
    });
    expect(invitees.map((it) => [it.mail, it.name])).toEqual([
      ['bo@liste.test', 'Bo Zwei'],
      ['ida@liste.test', 'Dr. Ida Ohm'],
      ['post@grün-haus.test', 'post@grün-haus.test'],
    ]);
    expect(missing.map((it) => it.name)).toEqual(['ida@@liste']);
  });
});
