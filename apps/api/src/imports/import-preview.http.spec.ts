import type { PersonView } from '@runder-tisch/domain/actors';
import type {
  ImportEntryView,
  ImportProblemView,
  ImportRowView,
  ImportView,
} from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { ImportWorker } from './import-worker';

const HEAD = 'Träger;Telefon zentral;Vorname;Nachname;E-Mail;Mobil';

describe('The preview of a list', () => {
  let app: TestApp;
  let coordinator: Client;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const worker = () => app.get(ImportWorker);
  const see = (id: string) => coordinator.get<ImportView>(`/api/imports/${id}`);
  const entries = async (id: string, decision: string) =>
    (
      await coordinator.get<Page<ImportEntryView>>(
        `/api/imports/${id}/entries?limit=100&decision=${decision}`,
      )
    ).items;
  const problems = async (id: string) =>
    (await coordinator.get<Page<ImportProblemView>>(`/api/imports/${id}/problems?limit=100`)).items.map(
      (it) => [it.line, it.column, it.value, it.says],
    );
  const correct = (id: string, line: number, cells: { column: number; value: string }[]) =>
    coordinator.post<ImportView>(`/api/imports/${id}/rows/${line}`, { cells });

  async function checked(rows: string, head = HEAD): Promise<ImportView> {
    const view = await uploadedList(coordinator, 'liste.csv', `${head}\n${rows}`);
    await coordinator.post(`/api/imports/${view.id}/check`, { columns: suggestedColumns(view) });
    await worker().runDue();
    return see(view.id);
  }

  async function applied(id: string): Promise<ImportView> {
    await coordinator.post(`/api/imports/${id}/apply`);
    await worker().runDue();
    return see(id);
  }

  const peopleCalled = (family: string) =>
    app.database.rows<{ given_name: string; mail: string; phone: string }>(
      'select given_name, mail, phone from person where family_name like $1 order by given_name, mail',
      [family],
    );

  describe('shows twins within the list', () => {
    it('and takes who has the same name and address or organisation for one, unless somebody says otherwise', async () => {
      const view = await checked(`Haus Igel (Demo);;Mara;Zwilling;mara@igel.test;
Haus Igel (Demo);;Mara;Zwilling;;0151 1
Haus Fuchs (Demo);;Mara;Zwilling;MARA@igel.test;
`);
      expect(view.counts.map((it) => [it.create, it.twins, it.open])).toEqual([
        [2, 0, 0],
        [1, 2, 0],
      ]);
      const [second, third] = await entries(view.id, 'SAME');
      expect(second).toMatchObject({
        line: 3,
        detail: 'wie Zeile 2',
        candidates: [{ line: 2, name: 'Mara Zwilling', path: '', fills: ['Telefon'] }],
      });
      expect(second?.candidates[0]?.reasons).toContain('gleicher Name');
      const decide = (decision: string, objectId: string | null) =>
        coordinator.post<ImportView>(`/api/imports/${view.id}/decide`, {
          entries: [{ id: third?.id, decision, objectId }],
        });
      const first = third?.candidates[0]?.id ?? '';
      expect((await decide('CREATE', null)).counts[1]).toMatchObject({ create: 2, twins: 1 });
      expect((await decide('SAME', first)).counts[1]).toMatchObject({ create: 1, twins: 2 });
      expect(await refusalOf(decide('MERGE', first))).toBe('import-candidate-unknown');
      expect(await refusalOf(decide('SAME', view.id))).toBe('import-candidate-unknown');
      await decide('CREATE', null);
      expect(await applied(view.id)).toMatchObject({ state: 'APPLIED', note: '' });
      // The second line completed the first one; the third is somebody else, and an address belongs to one.
      expect(await peopleCalled('Zwilling')).toEqual([
        { given_name: 'Mara', mail: '', phone: '' },
        { given_name: 'Mara', mail: 'mara@igel.test', phone: '0151 1' },
      ]);
    });

    it('and asks where names are nearly the same, or two have one address', async () => {
      const view = await checked(`Nachbarschaftshaus Ziethe (Demo);;Ole;Bernhardt;ole@ziethe.test;
Nachbarschaftshaus Zithe (Demo);03496 7;Ole;Bernhard;;
Ganz anders (Demo);;Kim;Anders;ole@ziethe.test;
Nachbarschaftshaus Ziethe e. V. (Demo);;;;;
`);
      const open = await entries(view.id, 'OPEN');
      expect(open.map((it) => [it.line, it.part, it.candidates.map((other) => other.line)])).toEqual([
        [3, 'organisation', [2]],
        [3, 'person', [2]],
        [4, 'person', [2]],
        [5, 'organisation', [2, 3]],
      ]);
      expect(open[2]?.candidates[0]?.reasons).toEqual(['gleiche Mailadresse']);
      // The last is the one before it, and that is the first: all three lines mean one house.
      const same = (at: number, as: number) => ({
        id: open[at]?.id,
        decision: 'SAME',
        objectId: open[at]?.candidates.find((it) => it.line === as)?.id,
      });
      const rest = [1, 2].map((at) => ({ id: open[at]?.id, decision: 'CREATE', objectId: null }));
      await coordinator.post(`/api/imports/${view.id}/decide`, {
        entries: [same(3, 3), same(0, 2), ...rest],
      });
      expect((await applied(view.id)).state).toBe('APPLIED');
      const houses = await app.database.rows(
        `select name, phone, (select count(*)::int from representation where organisation_id = it.id) as people
         from organisation it where name like 'Nachbarschaftshaus%'`,
      );
      expect(houses).toEqual([{ name: 'Nachbarschaftshaus Ziethe (Demo)', phone: '03496 7', people: 2 }]);

      // What was said of the lines is known when the same list comes again.
      const again = await checked(`Nachbarschaftshaus Ziethe (Demo);;Ole;Bernhardt;ole@ziethe.test;
Nachbarschaftshaus Zithe (Demo);03496 7;Ole;Bernhard;;
`);
      expect(again.counts.map((it) => [it.create, it.merge, it.open])).toEqual([
        [0, 0, 0],
        [0, 0, 0],
      ]);
    });

    it('and merges all that are open in one step, each with its likeliest', async () => {
      await organisation(coordinator, { name: 'Wollwerkstatt Zerbst (Demo)' });
      const view = await checked(`Wollwerkstat Zerbst (Demo);;;;;
Papiermühle Aken (Demo);;;;;
Papiermuehle Akn (Demo);;;;;
`);
      expect(view.counts[0]).toMatchObject({ open: 2, create: 1 });
      const after = await coordinator.post<ImportView>(`/api/imports/${view.id}/decide-open`, {
        decision: 'MERGE',
      });
      expect(after.counts[0]).toMatchObject({ open: 0, merge: 1, create: 1, twins: 1 });
      expect((await applied(view.id)).state).toBe('APPLIED');
      const names = await app.database.rows(
        `select name from organisation where name like any ('{Woll%,Papier%}') order by name`,
      );
      expect(names.map((it) => it['name'])).toEqual([
        'Papiermühle Aken (Demo)',
        'Wollwerkstatt Zerbst (Demo)',
      ]);
    });
  });

  describe('lets a row be put right', () => {
    it('and checks it at once, with what it means for other rows', async () => {
      const view = await checked(`Haus Dachs (Demo);;Eva;Lang;eva.lang(at)dachs.test;
Haus Dachs (Demo);;Ida;Kurz;ida@dachs.test;
Haus Luchs (Demo);;;;;
`);
      expect(await problems(view.id)).toEqual([[2, 'E-Mail', 'eva.lang(at)dachs.test', expect.any(String)]]);
      const row = () => coordinator.get<ImportRowView>(`/api/imports/${view.id}/rows/2`);
      expect((await row()).cells[4]).toEqual({
        column: 4,
        heading: 'E-Mail',
        value: 'eva.lang(at)dachs.test',
        original: null,
      });
      const after = await correct(view.id, 2, [
        { column: 4, value: 'eva.lang@dachs.test ' },
        { column: 0, value: 'Haus Luchs (Demo)' },
      ]);
      expect(after).toMatchObject({ state: 'CHECKED', problems: 0, corrected: 1 });
      expect((await row()).cells[4]).toMatchObject({
        value: 'eva.lang@dachs.test',
        original: 'eva.lang(at)dachs.test',
      });
      // The second row now is the first of its house, the last one the second of the other.
      expect((await entries(view.id, 'CREATE')).map((it) => [it.line, it.name])).toEqual([
        [2, 'Haus Luchs (Demo)'],
        [2, 'Eva Lang'],
        [3, 'Haus Dachs (Demo)'],
        [3, 'Ida Kurz'],
      ]);
      // As the file has it again: nothing is corrected any more.
      const back = await correct(view.id, 2, [
        { column: 4, value: 'eva.lang(at)dachs.test' },
        { column: 0, value: 'Haus Dachs (Demo)' },
      ]);
      expect(back).toMatchObject({ problems: 1, corrected: 0 });
    });

    it('and keeps what was decided for the others', async () => {
      await person(coordinator, { givenName: 'Rosa', familyName: 'Entscheidung', mail: 'rosa@alt.test' });
      const view = await checked(`Haus Otter (Demo);;Rosa;Entscheidung;rosa@otter.test;
Haus Otter (Demo);;Rosi;Entscheidung;;
;;;;;0151 2
`);
      const [rosa, rosi] = await entries(view.id, 'OPEN');
      await coordinator.post(`/api/imports/${view.id}/decide`, {
        entries: [
          { id: rosa?.id, decision: 'CREATE', objectId: null },
          { id: rosi?.id, decision: 'SAME', objectId: rosi?.candidates.find((it) => it.line === 2)?.id },
        ],
      });
      const after = await correct(view.id, 4, [
        { column: 3, value: 'Neumann' },
        { column: 0, value: 'Haus Otter (Demo)' },
      ]);
      expect(after.counts[1]).toMatchObject({ create: 2, twins: 1, open: 0 });
      // A row that says something else now has to be decided anew.
      const changed = await correct(view.id, 3, [{ column: 5, value: '0151 3' }]);
      expect(changed.counts[1]).toMatchObject({ create: 2, twins: 0, open: 1 });
      await coordinator.post(`/api/imports/${view.id}/decide-open`, { decision: 'SKIP' });
      await applied(view.id);
      expect(await peopleCalled('Entscheidung')).toHaveLength(2);
      const [neumann] = (await coordinator.get<Page<PersonView>>('/api/people?search=Neumann')).items;
      expect(neumann).toBeDefined();
    });

    it('in a column that is taken over, of a row that is there, while the list waits for it', async () => {
      const view = await uploadedList(
        coordinator,
        'r.csv',
        'Organisation;Ort;Alter\nHaus Marder (Demo);Aken;46\n',
      );
      expect(await refusalOf(correct(view.id, 2, [{ column: 0, value: 'x' }]))).toBe(
        'import-not-in-this-state',
      );
      await coordinator.post(`/api/imports/${view.id}/check`, { columns: ['organisation.name', '', ''] });
      await worker().runDue();
      expect(await refusalOf(correct(view.id, 2, [{ column: 1, value: 'x' }]))).toBe('import-column-unknown');
      expect(await refusalOf(correct(view.id, 2, [{ column: 2, value: '47' }]))).toBe(
        'import-column-unknown',
      );
      expect(await refusalOf(correct(view.id, 7, [{ column: 0, value: 'x' }]))).toBe('import-row-unknown');
      const far = `/api/imports/${view.id}/rows/99999999999999999999`;
      expect(await refusalOf(coordinator.get(far))).toBe('import-row-unknown');
      const row = await coordinator.get<ImportRowView>(`/api/imports/${view.id}/rows/2`);
      expect(row.cells.map((it) => it.heading)).toEqual(['Organisation']);
    });

    it('in the background where the list is long, and nothing that was decided is lost', async () => {
      const rows = Array.from({ length: 1_100 }, (_, at) => `Amt ${at.toString(36)}x${at} (Demo)`);
      const view = await checked(
        `${rows.join('\n')}\nBiberburg Aken (Demo)\nBieberburg Aken (Demo)\n`,
        'Organisation',
      );
      await coordinator.post(`/api/imports/${view.id}/decide-open`, { decision: 'SKIP' });
      const skipped = (await see(view.id)).counts[0]?.skip ?? 0;
      expect(skipped).toBeGreaterThan(0);
      expect((await correct(view.id, 2, [{ column: 0, value: 'Schloss Mosigkau (Demo)' }])).state).toBe(
        'CHECKING',
      );
      await worker().runDue();
      const after = await see(view.id);
      expect(after).toMatchObject({ state: 'CHECKED', corrected: 1 });
      expect(after.counts[0]?.skip).toBe(skipped);
      expect((await entries(view.id, 'CREATE'))[0]?.name).toBe('Schloss Mosigkau (Demo)');
    });
  });
});
