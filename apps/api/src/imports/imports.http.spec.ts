import type { OrganisationListItem, PersonListItem, PersonView } from '@runder-tisch/domain/actors';
import type {
  ImportEntryView,
  ImportListItem,
  ImportProblemView,
  ImportView,
} from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { berlinDay } from '@runder-tisch/domain/time';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { ImportWorker } from './import-worker';
import { ImportsService } from './imports.service';

const HEAD = 'Träger;PLZ;Ort;Vorname;Nachname;E-Mail;Funktion';

describe('A list of organisations and people', () => {
  let app: TestApp;
  let coordinator: Client;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const worker = () => app.get(ImportWorker);
  const see = (id: string) => coordinator.get<ImportView>(`/api/imports/${id}`);
  const entries = async (id: string, query = '') =>
    (await coordinator.get<Page<ImportEntryView>>(`/api/imports/${id}/entries?limit=100${query}`)).items;
  const problems = async (id: string) =>
    (await coordinator.get<Page<ImportProblemView>>(`/api/imports/${id}/problems`)).items;
  const count = async (table: string) =>
    (await app.database.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count;

  async function checked(content: string | Buffer, name = 'liste.csv'): Promise<ImportView> {
    const view = await uploadedList(coordinator, name, content);
    await coordinator.post(`/api/imports/${view.id}/check`, { columns: suggestedColumns(view) });
    await worker().runDue();
    return see(view.id);
  }

  async function applied(content: string | Buffer): Promise<ImportView> {
    const view = await checked(content);
    await coordinator.post(`/api/imports/${view.id}/apply`);
    await worker().runDue();
    return see(view.id);
  }

  async function undone(id: string): Promise<ImportView> {
    await coordinator.post(`/api/imports/${id}/undo`);
    await worker().runDue();
    return see(id);
  }

  it('becomes organisations, people and for whom they speak, once, however often it is sent', async () => {
    const list = `${HEAD}
Ahornhaus e. V. (Demo);6366;Köthen;Anna;Bergmann;anna.bergmann@ahorn.test;Leitung
Ahornhaus e. V. (Demo);;;Jonas;Krause;jonas.krause@ahorn.test;Beratung
Taubenhof (Demo);06749;Bitterfeld;;;;
`;
    const view = await applied(list);
    expect(view).toMatchObject({ state: 'APPLIED', rows: 3, problems: 0, note: '' });
    const found = await coordinator.get<SearchView>('/api/search?q=Taubenhof');
    expect(found.items.map((it) => it.title)).toEqual(['Taubenhof (Demo)']);
    const [house] = (await coordinator.get<Page<OrganisationListItem>>('/api/organisations?search=Ahornhaus'))
      .items;
    expect(house).toMatchObject({ people: 2, checkedOn: berlinDay(app.clock.now()) });
    const [stored] = await app.database.rows<{ postal_code: string }>(
      `select postal_code from organisation where id = $1`,
      [house?.id],
    );
    expect(stored?.postal_code).toBe('06366');

    const before = [await count('organisation'), await count('person'), await count('representation')];
    const again = await applied(list);
    expect(again.earlier?.id).toBe(view.id);
    expect(again.counts.map((it) => [it.create, it.merge, it.open])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect([await count('organisation'), await count('person'), await count('representation')]).toEqual(
      before,
    );
    const { items } = await coordinator.get<Page<ImportListItem>>('/api/imports');
    expect(items.map((it) => it.created).slice(0, 2)).toEqual([0, 4]);
  });

  it('reads names and addresses as people write them', async () => {
    const view = await applied(`Träger;Anrede;Ansprechpartner;E-Mail Ansprechpartner
Haus Namen (Demo);Frau Dr.;Magret Kurz;\u200Bmagret@namen.test\u200B
Haus Namen (Demo);;Kurz, Prof. Dr. Tom;Tom Kurz <mailto:tom.o'hara@namen.test>
Haus Namen (Demo);HERR;Piet ten Brink;piet@xn--grn-haus-75a.test
Haus Namen (Demo);Familie;Linden, Lea von der (Amt 50);lea@namen.test, leo@namen.test
Haus Namen (Demo);;;info@namen.test
`);
    const people = await app.database.rows<Record<string, string>>(
      `select salutation, title, given_name, family_name, mail from person where mail like any ('{%@namen.test,%@gr%}') order by mail`,
    );
    expect(people.map((it) => Object.values(it))).toEqual([
      ['', '', 'Lea', 'von der Linden', 'lea@namen.test'],
      ['Frau', 'Dr.', 'Magret', 'Kurz', 'magret@namen.test'],
      ['Herr', '', 'Piet', 'ten Brink', 'piet@grün-haus.test'],
      ['', 'Prof. Dr.', 'Tom', 'Kurz', "tom.o'hara@namen.test"],
    ]);
    const said = (await problems(view.id)).map((it) => [it.line, it.column, it.says]);
    expect(said).toEqual([
      [5, 'Anrede', '„Familie“ wird nicht übernommen.'],
      [5, 'E-Mail Ansprechpartner', expect.stringContaining('nicht leo@namen.test')],
      [6, expect.any(String), 'Ohne Nachnamen wird die Person nicht übernommen.'],
    ]);
  });

  it('names line and column of what it cannot take, and takes the rest', async () => {
    const view = await checked(`${HEAD}
Haus Drei (Demo);6366x;Zerbst;Ute;Lindner;keine-adresse;
;;;Ohne Nachname;;;
Haus Vier (Demo);06366;Zerbst;Ina;Walther;ute@drei.test;
Haus Vier (Demo);06366;Zerbst;Olaf;Zander;ute@drei.test;
Haus Fünf (Demo);;;;;;=HYPERLINK("x")
`);
    expect((await problems(view.id)).map((it) => [it.line, it.column, it.value])).toEqual([
      [2, 'PLZ', '6366x'],
      [2, 'E-Mail', 'keine-adresse'],
      [3, 'Nachname', ''],
      [5, 'Mailadresse', 'ute@drei.test'],
      [6, 'Funktion', ''],
    ]);
    // Olaf, who has the address of another one, may be a name for the same person.
    expect(view.counts.map((it) => [it.create, it.open])).toEqual([
      [3, 0],
      [2, 1],
    ]);
    await coordinator.post(`/api/imports/${view.id}/discard`);
  });

  it('shows with score and reasons what may be there already, and waits for a decision', async () => {
    const id = await organisation(coordinator, {
      name: 'Beratungsbrücke Fuhne e. V. (Demo)',
      website: 'https://www.fuhne.test',
    });
    const lea = await person(coordinator, {
      givenName: 'Lea',
      familyName: 'Hartwig',
      mail: 'lea.hartwig@fuhne.test',
    });
    await representation(coordinator, { personId: lea, organisationId: id, fromDay: '2026-01-01' });
    const view = await checked(
      `Träger;Website;Telefon zentral;Vorname;Nachname;E-Mail
Beratungsbrücke Fuhne;fuhne.test;03494 1;Lea;Hartwich;lea.hartwig@fuhne.test
Ganz neues Haus (Demo);;;;;
`,
    );
    expect(view.counts.map((it) => [it.create, it.open])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(await refusalOf(coordinator.post(`/api/imports/${view.id}/apply`))).toBe('import-undecided');
    const open = await entries(view.id, '&decision=OPEN');
    expect(open[0]?.candidates[0]).toMatchObject({
      id,
      reasons: ['Name zu 100 % gleich', 'gleiche Webseite'],
      fills: ['Telefon'],
      differs: [expect.objectContaining({ label: 'Name', file: 'Beratungsbrücke Fuhne' }), expect.anything()],
    });
    expect(open[1]?.candidates[0]?.reasons).toContain('gleiche Mailadresse');
    const foreign = { entries: [{ id: open[0]?.id, decision: 'MERGE', objectId: lea }] };
    expect(await refusalOf(coordinator.post(`/api/imports/${view.id}/decide`, foreign))).toBe(
      'import-candidate-unknown',
    );
    await coordinator.post(`/api/imports/${view.id}/decide`, {
      entries: [{ id: open[0]?.id, decision: 'MERGE', objectId: id }],
    });
    await coordinator.post(`/api/imports/${view.id}/decide-open`, { decision: 'MERGE' });
    await coordinator.post(`/api/imports/${view.id}/apply`);
    await worker().runDue();
    const [stored] = await app.database.rows<{ name: string; phone: string; version: number }>(
      'select name, phone, version from organisation where id = $1',
      [id],
    );
    expect(stored).toEqual({ name: 'Beratungsbrücke Fuhne e. V. (Demo)', phone: '03494 1', version: 2 });
    const { representations } = await coordinator.get<PersonView>(`/api/people/${lea}`);
    expect(representations).toHaveLength(1);

    // What was decided is remembered: the same list finds them under their other name.
    const again = await checked(
      'Träger;Website;Telefon zentral;Vorname;Nachname;E-Mail\nBeratungsbrücke Fuhne;fuhne.test;03494 1;Lea;Hartwich;lea.hartwig@fuhne.test\n',
    );
    expect(again.counts.map((it) => [it.known, it.open])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await coordinator.post(`/api/imports/${again.id}/discard`);

    const back = await undone(view.id);
    expect(back.undo).toMatchObject({ removed: 1, restored: 1, kept: [] });
    const [restored] = await app.database.rows<{ phone: string }>(
      'select phone from organisation where id = $1',
      [id],
    );
    expect(restored?.phone).toBe('');
  });

  it('is undone as a whole except what somebody worked with since, and says why', async () => {
    const view = await applied(`${HEAD}
Haus Sechs (Demo);;;Nina;Roth;nina.roth@sechs.test;Leitung
Haus Sieben (Demo);;;;;;
Haus Acht (Demo);;;;;;
`);
    const six = (await coordinator.get<Page<OrganisationListItem>>('/api/organisations?search=Haus Sechs'))
      .items[0];
    const seven = (await coordinator.get<Page<OrganisationListItem>>('/api/organisations?search=Haus Sieben'))
      .items[0];
    await coordinator.post(`/api/organisations/${seven?.id}/check`, {}, 1);
    const other = await person(coordinator, { familyName: 'Späterkommt' });
    await representation(coordinator, {
      personId: other,
      organisationId: six?.id as string,
      fromDay: '2026-11-12',
    });
    const { undo, state } = await undone(view.id);
    expect(state).toBe('UNDONE');
    expect(undo?.removed).toBe(2);
    expect(undo?.kept.map((it) => [it.name, it.reason]).sort()).toEqual([
      ['Haus Sechs (Demo)', 'Der Eintrag wird inzwischen verwendet: Vertretungen.'],
      ['Haus Sieben (Demo)', 'Der Eintrag wurde seit dem Import geändert.'],
    ]);
    const found = await coordinator.get<Page<PersonListItem>>('/api/people?search=Nina Roth');
    expect(found.total).toBe(0);
    expect((await coordinator.get<SearchView>('/api/search?q=Haus Acht')).items).toEqual([]);
    expect(await refusalOf(coordinator.post(`/api/imports/${view.id}/undo`))).toBe(
      'import-not-in-this-state',
    );
  });

  it('is for the office alone, and forgotten after thirty days', async () => {
    const reader = await signedIn(app, 'reader');
    expect(await refusalOf(reader.get('/api/imports'))).toBe('forbidden');
    const sample = await coordinator.raw('GET', '/api/imports/sample.csv?target=actors');
    const view = await checked(Buffer.from(await sample.arrayBuffer()));
    expect(view.counts.map((it) => it.create)).toEqual([1, 2]);
    const [colleague, administrator] = [await signedIn(app, 'planner'), await signedIn(app, 'admin')];
    expect(await refusalOf(colleague.get(`/api/imports/${view.id}`))).toBe('not-found');
    expect((await colleague.get<{ total: number }>('/api/imports')).total).toBe(0);
    expect((await administrator.get<{ id: string }>(`/api/imports/${view.id}`)).id).toBe(view.id);
    expect(await refusalOf(coordinator.get('/api/imports/sample.csv?target=recipes'))).toBe(
      'import-target-unknown',
    );
    app.clock.pass(31, 'days');
    coordinator = await signedIn(app, 'coordinator');
    for (let at = 0; at < 3; at += 1) await app.get(ImportsService).forgetOld(systemViewer);
    expect(await count('import_entry')).toBe(0);
    expect(await count('import_row')).toBe(0);
  });
});
