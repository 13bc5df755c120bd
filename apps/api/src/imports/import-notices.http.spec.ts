import type { ImportEntryView, ImportProblemView, ImportView } from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from '@runder-tisch/scenario/client';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { ImportWorker } from './import-worker';

const HEAD = 'Träger;Telefon zentral;Vorname;Nachname;E-Mail;Mobil';

describe('The notices to a list', () => {
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

  describe('lists what it does not take as it stands', () => {
    it('numbers that Excel spoilt', async () => {
      const view = await checked(`Haus P1 (Demo);03496/12 34-0;Lia;Lenz;;1,51345E+11
Haus P2 (Demo);3496700123;Max;Moos;;+49 (0)151 / 345 67
Haus P3 (Demo);"03496 1234
03496 5678";Nils;Nest;;=+491511234567
Haus P4 (Demo);;Uta;Unruh;;601234
`);
      expect(await problems(view.id)).toEqual([
        [2, 'Mobil', '1,51345E+11', expect.stringContaining('gerundet')],
        [3, 'Telefon zentral', '3496700123', expect.stringContaining('fehlt vermutlich die Null')],
      ]);
      await coordinator.post(`/api/imports/${view.id}/decide-open`, { decision: 'CREATE' });
      await applied(view.id);
      const phones = await app.database.rows(
        `select phone from organisation where name like 'Haus P_ (Demo)' union all
         select phone from person where family_name in ('Lenz', 'Moos', 'Nest', 'Unruh') order by 1`,
      );
      expect(phones.map((it) => it['phone'])).toEqual(
        [
          '',
          '',
          '+49 (0)151 / 345 67',
          '+491511234567',
          '03496 1234 / 03496 5678',
          '03496/12 34-0',
          '3496700123',
          '601234',
        ].sort(),
      );
    });

    it('words that are no names', async () => {
      const view = await checked(
        `Haus N (Demo);Hr.;;Çelik;
Haus N (Demo);;;N.N.;n1@namen.test
Haus N (Demo);;;(Leiter);
Haus N (Demo);;unbekannt;Ebel;
Haus N (Demo);;Jan;vakant;
Haus N (Demo);;;Frau Dr. Weißfeld;rita@namen.test, rolf@namen.test
Haus N (Demo);;;;
`,
        'Träger;Anrede;Vorname;Nachname;E-Mail Ansprechpartner',
      );
      expect((await entries(view.id, 'CREATE')).map((it) => it.name)).toEqual([
        'Haus N (Demo)',
        'Çelik',
        'Ebel',
        'Dr. Weißfeld',
      ]);
      expect(await problems(view.id)).toEqual([
        [3, 'Nachname', 'N.N.', 'Das ist kein Name. Die Person wird nicht übernommen.'],
        [4, 'Nachname', '(Leiter)', 'Ohne Nachnamen wird die Person nicht übernommen.'],
        [4, 'Nachname', '(Leiter)', '„Leiter“ wird nicht übernommen.'],
        [5, 'Vorname', 'unbekannt', '„unbekannt“ wird nicht übernommen.'],
        [6, 'Nachname', 'vakant', 'Das ist kein Name. Die Person wird nicht übernommen.'],
        [7, 'E-Mail Ansprechpartner', expect.any(String), expect.stringContaining('nicht rolf@namen.test')],
      ]);
      await applied(view.id);
      const made = await app.database.rows(
        `select salutation, title, given_name, family_name from person where family_name in ('Çelik', 'Ebel', 'Weißfeld') order by family_name collate "de-x-icu"`,
      );
      expect(made.map((it) => Object.values(it).join('|'))).toEqual([
        'Herr|||Çelik',
        '|||Ebel',
        'Frau|Dr.||Weißfeld',
      ]);
    });

    it('brackets beside a name, unless they say as what somebody speaks', async () => {
      const view = await checked(
        `Haus K (Demo);Hr. Murat Yılmaz (Leiter);
Haus K (Demo);Ute Klammer (Amt 50);Beratung
Haus K (Demo);Ilse Klammer (geb. Kurz);
;Olga Klammer (Vorstand);
`,
        'Träger;Ansprechpartner;Funktion',
      );
      expect((await problems(view.id)).map((it) => [it[0], it[3]])).toEqual([
        [3, '„Amt 50“ wird nicht übernommen.'],
        [4, '„geb. Kurz“ wird nicht übernommen.'],
        [5, '„Vorstand“ wird nicht übernommen.'],
      ]);
      await coordinator.post(`/api/imports/${view.id}/decide-open`, { decision: 'CREATE' });
      await applied(view.id);
      const spoken = await app.database.rows(
        `select person.given_name || ' ' || family_name as name, function from person left join representation on person_id = person.id
         where family_name in ('Klammer', 'Yılmaz') order by 1`,
      );
      expect(spoken.map((it) => [it['name'], it['function']])).toEqual([
        ['Ilse Klammer', ''],
        ['Murat Yılmaz', 'Leiter'],
        ['Olga Klammer', null],
        ['Ute Klammer', 'Beratung'],
      ]);
    });

    it('cells that stand beside the headings', async () => {
      const view = await checked('Haus Q (Demo);;Fritz;Fleck;fritz@q.test;0151 4;fritz2@q.test\n');
      expect(await problems(view.id)).toEqual([
        [2, 'Spalte G', 'fritz2@q.test', expect.stringContaining('keine Überschrift')],
      ]);
    });
  });
});
