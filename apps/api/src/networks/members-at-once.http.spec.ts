import type { MatchedMembersView } from '@runder-tisch/domain/networks';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { RefusedError, refusalOf } from '@runder-tisch/scenario/client';
import { addMembers, members, network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

const TODAY = '2026-11-23';

describe('Many members at once', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let id: string;
  let weide: string;
  let agnes: string;
  let names = 0;

  beforeAll(async () => {
    app = await testApp();
    coordinator = await signedIn(app, 'coordinator');
    weide = await organisation(coordinator, {
      name: 'Haus Weide (Demo)',
      functionMailbox: 'post@weide.test',
    });
    agnes = await person(coordinator, {
      givenName: 'Agnes',
      familyName: 'Ried',
      mail: 'agnes.ried@weide.test',
    });
  });
  beforeEach(async () => {
    id = await network(coordinator, { name: `Runde ${(names += 1)}` });
  });
  afterAll(() => app.close());

  const seats = async (): Promise<string[]> =>
    (await members(coordinator, id))
      .slice(1)
      .map((it) => [it.organisation?.name ?? '', it.person?.name ?? ''].join(' | '))
      .sort();

  it('come with the organisations and people that were not there yet, each made once', async () => {
    const mail = `jonas${names}@birke.test`;
    const house = `Birkenhof ${names} (Demo)`;
    const added = await addMembers(coordinator, id, TODAY, [
      { organisationId: weide, personId: agnes },
      { organisationName: house, givenName: 'Jonas', familyName: 'Thal', mail },
      { organisationName: house.toUpperCase(), givenName: 'Ute', familyName: 'Thal' },
      { organisationName: `Stadt ${names} (Demo)`, organisationType: 'MUNICIPALITY' },
    ]);
    expect(added).toEqual({ members: 4, organisations: 2, people: 2 });
    const read = await members(coordinator, id);
    const jonas = read.find((it) => it.person?.name === 'Jonas Thal');
    expect(jonas).toMatchObject({ organisation: { name: house }, fromDay: TODAY, mail });
    expect(read.filter((it) => it.organisation?.name === house)).toHaveLength(2);
    expect(await coordinator.get(`/api/people/${jonas?.person?.id}`)).toMatchObject({
      representations: [{ organisation: { name: house } }],
    });
  });

  it('are all of them or none, and each line in the way says why', async () => {
    await addMembers(coordinator, id, TODAY, [{ organisationId: weide, personId: agnes }]);
    const before = await seats();
    const refused = await addMembers(coordinator, id, TODAY, [
      { organisationName: 'Kommt nicht (Demo)', familyName: 'Niemals' },
      { organisationId: weide, personId: agnes },
      {},
      { organisationId: weide, role: 'COORDINATOR' },
      { organisationId: weide },
    ]).then(
      () => null,
      (error: unknown) => error as RefusedError,
    );
    expect(refused?.problem.code).toBe('members-refused');
    expect(refused?.problem.errors.map(({ path, code }) => [path, code])).toEqual([
      ['members.1.personId', 'membership-exists'],
      ['members.2.organisationId', 'membership-somebody'],
      ['members.3.personId', 'membership-coordination-vacant'],
      ['members.4.organisationId', 'organisation-seated'],
    ]);
    expect(await seats()).toEqual(before);
    const found = await coordinator.get<{ items: unknown[] }>('/api/organisations?search=Kommt nicht');
    expect(found.items).toEqual([]);
  });

  it('are read from a pasted list, which says what is known and who sits there already', async () => {
    await addMembers(coordinator, id, TODAY, [{ organisationId: weide, personId: agnes }]);
    const text = [
      'Träger\tVorname\tNachname\tE-Mail',
      'HAUS WEIDE (DEMO)\tAgnes\tRied\tAgnes.Ried@weide.test',
      'Haus Weide (Demo)\tBerta\tMoor\t',
      'Ganz Neu (Demo)\t\t\t',
    ].join('\n');
    const { lines } = await coordinator.post<MatchedMembersView>(`/api/networks/${id}/memberships/match`, {
      text,
    });
    expect(lines.map((it) => [it.knownOrganisation?.id, it.knownPerson?.id, it.seated])).toEqual([
      [weide, agnes, true],
      [weide, undefined, false],
      [undefined, undefined, false],
    ]);
  });

  it('are added by nobody who does not coordinate the network', async () => {
    const other = await signedIn(app, 'coordinator');
    expect(await refusalOf(addMembers(other, id, TODAY, [{ organisationId: weide }]))).toBe(
      'not-your-network',
    );
  });
});
