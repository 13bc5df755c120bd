import type { ImportEntryView, ImportProblemView, ImportView } from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { organisation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  checkedFeedback,
  feedback,
  feedbackView,
  inbox,
  triageFeedback,
} from '@runder-tisch/scenario/feedback';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { ImportWorker } from '../../imports/import-worker';

describe('Hinweise of a list', () => {
  let app: TestApp;
  let planner: SignedIn;
  let organisationId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    organisationId = await organisation(planner, { name: 'Familienverband Tal (Demo)' });
  });
  afterAll(() => app.close());

  const head = 'Hinweis;Eingegangen am;Quelle;Weg;Rolle;Organisation';
  const checked = async (...rows: string[]): Promise<ImportView> => {
    const list = await uploadedList(planner, 'Hinweise.csv', [head, ...rows].join('\n'), 'feedback');
    await planner.post(`/api/imports/${list.id}/check`, { columns: suggestedColumns(list) });
    await app.get(ImportWorker).runDue();
    return planner.get<ImportView>(`/api/imports/${list.id}`);
  };
  const moved = async ({ id }: ImportView, verb: 'apply' | 'undo'): Promise<ImportView> => {
    await planner.post(`/api/imports/${id}/${verb}`, {});
    await app.get(ImportWorker).runDue();
    return planner.get<ImportView>(`/api/imports/${id}`);
  };
  const found = async (words: string): Promise<string[]> =>
    (await inbox(planner, '?view=all')).items.filter((it) => it.excerpt?.includes(words)).map((it) => it.id);

  it('enter with their source, unread, and wait for the check like any other', async () => {
    const list = await checked(
      'Abends fährt kein Bus zum Klinikum;02.03.2026;Träger;Mail;Vorstand;Familienverband Tal (Demo)',
      'Rufen Sie Lena Sommer an: 03671 123456;;Bürger;Telefon;;',
    );
    expect(list.counts).toMatchObject([{ part: 'feedback', create: 2, open: 0 }]);
    expect(await found('Klinikum')).toEqual([]);
    expect((await moved(list, 'apply')).state).toBe('APPLIED');
    const [id] = await found('Klinikum');
    const view = await feedbackView(planner, id ?? '');
    expect(view).toMatchObject({
      state: 'SUBMITTED',
      flagged: false,
      source: 'PROVIDER',
      channel: 'MAIL',
      speakerRole: 'Vorstand',
      organisation: { id: organisationId },
      original: { text: 'Abends fährt kein Bus zum Klinikum' },
    });
    expect(view.number).toMatch(/^H-2026-\d+$/);
    expect(view.receivedAt.slice(0, 10)).toBe('2026-03-02');
    await triageFeedback(planner, view.id);
    const { items } = await inbox(planner, '?view=to-check');
    expect(items.some((it) => it.flagged && it.excerpt === null)).toBe(true);
  });

  it('show what is there already and what reads alike before anything is written', async () => {
    const known = await checkedFeedback(planner, { text: 'Im Freibad fehlt ein Lift für Rollstühle.' });
    await feedback(planner, { text: 'Die Öffnungszeiten der Bücherei sind zu kurz.' });
    const list = await checked(
      'Im Freibad fehlt ein Lift für Rollstühle.;12.03.2026;;;;',
      'Die Öffnungszeiten der Bücherei sind viel zu kurz.;01.03.2026;;;;',
      'Am Wochenende fehlt ein Notdienst.;;;;;',
      'Am Wochenende fehlt ein Notdienst.;;;;;',
    );
    expect(list.counts).toMatchObject([{ known: 1, open: 1, create: 1, twins: 1 }]);
    const { items } = await planner.get<Page<ImportEntryView>>(`/api/imports/${list.id}/entries`);
    expect(items.find((it) => it.line === 2)?.objectId).toBe(known);
    expect(items.find((it) => it.line === 3)?.candidates[0]?.name).toBe(
      'Die Öffnungszeiten der Bücherei sind zu kurz.',
    );
  });

  it('say what is wrong with a row, by line and column', async () => {
    const list = await checked(
      ';02.03.2026;Träger;;;',
      'Der Spielplatz ist zu laut;im Herbst;Nachbar;Brieftaube;;Verein Unbekannt',
    );
    const { items } = await planner.get<Page<ImportProblemView>>(`/api/imports/${list.id}/problems`);
    expect(items.map((it) => [it.line, it.column, it.says])).toEqual([
      [2, 'Hinweis', 'Ohne Text wird die Zeile nicht übernommen.'],
      [3, 'Eingegangen am', 'Das ist kein Datum. Es gilt der Tag der Übernahme.'],
      [3, 'Quelle', 'Diese Angabe kennen wir nicht. Der Hinweis wird ohne sie übernommen.'],
      [3, 'Weg', 'Diese Angabe kennen wir nicht. Der Hinweis wird ohne sie übernommen.'],
      [
        3,
        'Organisation',
        'Diese Organisation gibt es nicht, oder mehrere heißen so. Der Hinweis wird ohne diese Angabe übernommen.',
      ],
    ]);
    expect(list.counts).toMatchObject([{ create: 1 }]);
  });

  it('are taken back as far as nobody has worked on them', async () => {
    const list = await checked('Zebrastreifen am Markt;;;;;', 'Zaun am Sportplatz kaputt;;;;;');
    await moved(list, 'apply');
    const [read] = await found('Zebrastreifen');
    const [unread] = await found('Zaun am');
    await triageFeedback(planner, read ?? '');
    const undone = await moved(list, 'undo');
    expect(undone.undo).toMatchObject({ removed: 1, kept: [{ path: `/hinweise/${read}` }] });
    expect(await refusalOf(feedbackView(planner, unread ?? ''))).toBe('not-found');
    expect(await found('Zebrastreifen')).toEqual([read]);
  });

  it('are taken over by those who work on all Hinweise alone', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(uploadedList(coordinator, 'Hinweise.csv', `${head}\nText;;;;;`, 'feedback'))).toBe(
      'forbidden',
    );
  });
});
