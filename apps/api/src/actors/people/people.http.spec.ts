import type {
  PasteMatchView,
  PasteResultView,
  PersonListItem,
  PersonView,
} from '@runder-tisch/domain/actors';
import { SaveOrganisation, SavePerson } from '@runder-tisch/domain/actors/actors-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('People', () => {
  let app: TestApp;
  let coordinator: Client;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T10:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const person = (facts: Partial<SavePerson>): Promise<{ id: string }> =>
    coordinator.post('/api/people', Object.assign(new SavePerson(), { familyName: 'Berg' }, facts));
  const organisation = (name: string, functionMailbox = ''): Promise<{ id: string }> =>
    coordinator.post('/api/organisations', Object.assign(new SaveOrganisation(), { name, functionMailbox }));
  const match = (text: string): Promise<PasteMatchView> =>
    coordinator.post('/api/people/paste/match', { text });

  it('exist once per mail address, however it is written', async () => {
    await person({ mail: 'anna@doppelt.test' });
    expect(await refusalOf(person({ mail: 'ANNA@doppelt.test' }))).toBe('person-mail-taken');
  });

  it('speak for an organisation until they leave it, and the page keeps both', async () => {
    const { id: organisationId } = await organisation('Haus Wechsel');
    const { id: personId } = await person({ familyName: 'Wechsel' });
    const { id } = await coordinator.post<{ id: string }>('/api/representations', {
      personId,
      organisationId,
      function: 'Leitung',
      fromDay: '2024-01-01',
    });
    expect(
      await refusalOf(
        coordinator.post('/api/representations', {
          personId,
          organisationId,
          function: '',
          fromDay: '2025-01-01',
        }),
      ),
    ).toBe('representation-exists');
    expect(await refusalOf(coordinator.post(`/api/representations/${id}/end`, { toDay: '2023-12-31' }))).toBe(
      'representation-ends-before-start',
    );
    await coordinator.post(`/api/representations/${id}/end`, { toDay: '2025-02-28' });
    const view = await coordinator.get<PersonView>(`/api/people/${personId}`);
    expect(view.representations.map((it) => [it.function, it.toDay])).toEqual([['Leitung', '2025-02-28']]);
  });

  it('speak for an organisation to the end of their last day, by the clock of the house', async () => {
    const { id: organisationId } = await organisation('Haus Abschied');
    const provider = await signedIn(app, 'provider');
    const own = () => provider.get<{ id: string }[]>('/api/organisations/own');
    const { id } = await coordinator.post<{ id: string }>('/api/representations', {
      personId: provider.personId,
      organisationId,
      function: '',
      fromDay: '2024-01-01',
    });
    await coordinator.post(`/api/representations/${id}/end`, { toDay: '2025-03-12' });
    expect((await own()).map((it) => it.id)).toEqual([organisationId]);
    await coordinator.post(`/api/representations/${id}/end`, { toDay: '2025-03-11' });
    expect(await own()).toEqual([]);
  });

  it('of a pasted list are matched by address, by mail domain and by name', async () => {
    const { id: houseId } = await organisation('Ahornhaus', 'kontakt@ahorn.test');
    const { id: knownId } = await person({
      givenName: 'Jonas',
      familyName: 'Krüger',
      mail: 'krueger@kiebitz.test',
    });
    const { addresses, unreadable } = await match(
      'Anna Ehlers <ehlers@ahorn.test>; "Krüger, Jonas" <krueger@kiebitz.test>; Jonas Krueger <neu@anderswo.test>; Frau Ohne Adresse',
    );
    expect(unreadable).toEqual(['Frau Ohne Adresse']);
    expect(
      addresses.map((it) => [
        it.mail,
        it.person?.id ?? null,
        it.organisation?.id ?? null,
        it.similar.map((near) => near.id),
      ]),
    ).toEqual([
      ['ehlers@ahorn.test', null, houseId, []],
      ['krueger@kiebitz.test', knownId, null, []],
      ['neu@anderswo.test', null, null, [knownId]],
    ]);
  });

  it('of a pasted list are taken over in one step, and again without doubles', async () => {
    const { id: organisationId } = await organisation('Taubenhof');
    const rows = [
      { mail: 'eins@taube.test', givenName: 'Eva', familyName: 'Eins', personId: null, organisationId },
      { mail: 'zwei@taube.test', givenName: '', familyName: 'Zwei', personId: null, organisationId: null },
    ];
    expect(await coordinator.post<PasteResultView>('/api/people/paste', { rows })).toEqual({
      created: 2,
      organisations: 0,
      shared: 0,
      linked: 1,
      known: 0,
    });
    expect(await coordinator.post<PasteResultView>('/api/people/paste', { rows })).toEqual({
      created: 0,
      organisations: 0,
      shared: 0,
      linked: 0,
      known: 2,
    });
  });

  it('of a pasted list keep their salutation and title; mailboxes of houses become nobody', async () => {
    const { addresses } = await match('Frau Dr. Ida Ohm <ohm@postfach.test>, kontakt@postfach.test');
    expect(addresses.map((it) => [it.mail, it.salutation, it.title, it.shared])).toEqual([
      ['ohm@postfach.test', 'Frau', 'Dr.', false],
      ['kontakt@postfach.test', '', '', true],
    ]);
    const rows = addresses.map(({ mail, salutation, title, givenName, familyName }) => ({
      ...{ mail, salutation, title, givenName, familyName, personId: null, organisationId: null },
    }));
    expect(await coordinator.post<PasteResultView>('/api/people/paste', { rows })).toEqual({
      created: 1,
      organisations: 0,
      shared: 1,
      linked: 0,
      known: 0,
    });
    const { items } = await coordinator.get<Page<PersonListItem>>('/api/people?search=postfach.test');
    expect(items.map((it) => it.name)).toEqual(['Dr. Ida Ohm']);
  });

  it('of a list pasted into an empty county bring their organisations, each once', async () => {
    const { addresses, organisations } = await match(
      'petra.moos@moorhof-leer.test; Moorhof Leer e. V. <info@moorhof-leer.test>; Dr. Weißfeld <w@moorhof-leer.test>; kim.ast@gmx.de',
    );
    expect(organisations).toEqual([{ name: 'Moorhof Leer e. V.', similar: [] }]);
    expect(
      addresses.map((it) => [it.proposal.givenName, it.proposal.familyName, it.proposal.ofHouse]),
    ).toEqual([
      ['Petra', 'Moos', false],
      ['', '', true],
      ['', '', false],
      ['Kim', 'Ast', false],
    ]);
    expect(addresses[2]).toMatchObject({ title: 'Dr.', givenName: '', familyName: 'Weißfeld' });
    const rows = addresses.slice(0, 3).map(({ mail, title, familyName, proposal }) => ({
      ...{ mail, title, familyName, organisationName: 'Moorhof Leer e. V.', ofHouse: proposal.ofHouse },
      givenName: proposal.givenName,
    }));
    const result = { created: 2, organisations: 1, shared: 1, linked: 2, known: 0 };
    expect(await coordinator.post<PasteResultView>('/api/people/paste', { rows })).toEqual(result);
    const [house] = await app.database.rows(
      `select name, function_mailbox from organisation where name like 'Moorhof%'`,
    );
    expect(house).toEqual({ name: 'Moorhof Leer e. V.', function_mailbox: 'info@moorhof-leer.test' });
    // The same list again finds them, and a house of nearly that name is shown instead of made twice.
    expect((await match('neu@moorhof-leer.test')).addresses[0]?.organisation?.name).toBe(
      'Moorhof Leer e. V.',
    );
    const near = await match('Moorhof Leer <info@moorhof.test>');
    expect(near.organisations[0]?.similar.map((it) => it.name)).toEqual(['Moorhof Leer e. V.']);
    const again = rows.map((row) => ({ ...row, organisationName: 'MOORHOF LEER E. V.' }));
    expect(await coordinator.post<PasteResultView>('/api/people/paste', { rows: again })).toMatchObject({
      ...{ created: 0, organisations: 0, linked: 0, known: 2 },
    });
  });

  it('of a list with a mailbox of everybody belong to no house because another one has one there', async () => {
    await organisation('Haus Jedermann', 'jedermann@gmx.de');
    const { addresses } = await match('Lea Allein <lea.allein@gmx.de>, jedermann@gmx.de');
    expect(addresses.map((it) => it.organisation?.name ?? null)).toEqual([null, 'Haus Jedermann']);
  });

  it('are one, however the domain of their address is written', async () => {
    const { id } = await person({ familyName: 'Grün', mail: 'Grün@XN--GRN-HAUS-75A.test' });
    expect((await coordinator.get<PersonView>(`/api/people/${id}`)).mail).toBe('Grün@grün-haus.test');
    expect(await refusalOf(person({ mail: 'grün@grün-haus.test' }))).toBe('person-mail-taken');
    const { addresses } = await match('Grün <grün@xn--grn-haus-75a.test>');
    expect(addresses.map((it) => it.person?.id)).toEqual([id]);
  });

  it('keep no sign that nobody sees, in none of their texts', async () => {
    const { id } = await person({
      givenName: 'U\u00ADte\u200B',
      familyName: 'K\u200Dern\uFEFF',
      mail: '\u202Aute@unsichtbar.test\u202C',
      note: 'links\u200Frechts',
    });
    expect(await coordinator.get<PersonView>(`/api/people/${id}`)).toMatchObject({
      ...{ givenName: 'Ute', familyName: 'Kern', mail: 'ute@unsichtbar.test', note: 'linksrechts' },
    });
    const found = await coordinator.get<SearchView>(`/api/search?q=${encodeURIComponent('Ute\u200B Kern')}`);
    expect(found.items.map((it) => it.id)).toEqual([id]);
  });

  it('of a pasted list with one bad row are not taken over at all', async () => {
    const rows = [
      { mail: 'gut@halb.test', givenName: '', familyName: 'Gut', personId: null, organisationId: null },
      {
        mail: 'fremd@halb.test',
        givenName: '',
        familyName: 'Fremd',
        personId: null,
        organisationId: '018f0000-0000-7000-8000-000000000000',
      },
    ];
    expect((await coordinator.raw('POST', '/api/people/paste', { rows })).status).toBe(400);
    expect((await coordinator.get<SearchView>('/api/search?q=gut@halb')).items).toEqual([]);
  });

  it('are shown to staff only; a provider finds neither page nor address', async () => {
    const provider = await signedIn(app, 'provider');
    const { id } = await person({ familyName: 'Verborgen', mail: 'verborgen@haus.test' });
    expect(await refusalOf(provider.get(`/api/people/${id}`))).toBe('forbidden');
    expect((await provider.get<SearchView>('/api/search?q=Verborgen')).items).toEqual([]);
    expect((await coordinator.get<SearchView>('/api/search?q=Verborgen')).items).toHaveLength(1);
  });
});
