import type { RecommendationListItem } from '@runder-tisch/domain/findings';
import type { ImportProblemView, ImportView } from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { recommendationView } from '@runder-tisch/scenario/findings';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { xlsx, type XlsxCell } from '../../files/xlsx';
import { ImportWorker } from '../../imports/import-worker';

describe('Recommendations of earlier plans', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    await fieldOfAction(planner, 'Frühere Pläne');
  });
  afterAll(() => app.close());

  const head =
    'Empfehlung;Jahr;Handlungsfeld;Plan;Gremium;Datum;Ergebnis;Vorlage;Beschlossener Wortlaut;Begründung';
  const taken = (rows: readonly string[]): Promise<ImportView> =>
    checked('Empfehlungen.csv', [head, ...rows].join('\n'));
  const checked = async (name: string, content: Buffer | string): Promise<ImportView> => {
    const list = await uploadedList(planner, name, content, 'recommendations');
    await planner.post(`/api/imports/${list.id}/check`, { columns: suggestedColumns(list) });
    await app.get(ImportWorker).runDue();
    return planner.get<ImportView>(`/api/imports/${list.id}`);
  };
  const workbookOf = async (rows: readonly (readonly XlsxCell[])[]): Promise<Buffer> => {
    const columns = head.split(';').map((heading) => ({ heading, width: 20 }));
    const parts: Buffer[] = [];
    for await (const part of xlsx({ name: 'Empfehlungen', columns, rows }).getStream())
      parts.push(part as Buffer);
    return Buffer.concat(parts);
  };
  const applied = async ({ id }: ImportView): Promise<void> => {
    await planner.post(`/api/imports/${id}/apply`, {});
    await app.get(ImportWorker).runDue();
  };
  const found = async (search: string): Promise<RecommendationListItem[]> =>
    (await planner.get<Page<RecommendationListItem>>(`/api/recommendations?search=${search}`)).items;

  it('enter with year, body, date, result and wording, and answer what became of them', async () => {
    const committeeId = await committee(planner, { name: 'Kreistag Anhalt (Demo)' });
    const list = await taken([
      'Mobile Beratung einrichten;2018;Frühere Pläne;Teilplan Beratung 2018;Kreistag Anhalt (Demo);12.03.2018;geändert angenommen;BV/12/2018;Mobile Beratung erproben;',
      'Beratung ausbauen;2015;Frühere Pläne;;Sozialausschuss;2015-06-01;abgelehnt;;;Kein Geld',
      'Beratung ohne Feld;2015;Gibt es nicht;;;;;;;',
    ]);
    expect(await found('Beratung')).toEqual([]);
    await applied(list);
    const items = await found('Beratung');
    expect(items.map((it) => [it.year, it.state, it.earlierPlan])).toEqual([
      [2018, 'CHANGED', 'Teilplan Beratung 2018'],
      [2015, 'REJECTED', 'Plan 2015'],
    ]);
    expect(items[0]?.number).toBe('E-2018-001');
    const view = await recommendationView(planner, items[0]?.id ?? '');
    expect(view.decisions[0]).toMatchObject({
      committee: { id: committeeId },
      decidedOn: '2018-03-12',
      final: true,
      reference: 'BV/12/2018',
      wording: 'Mobile Beratung erproben',
      toCheck: false,
    });
  });

  it('enter from a workbook with years and days as Excel keeps them; a bad row names file, line and column', async () => {
    const list = await checked(
      'Frühere Empfehlungen.xlsx',
      await workbookOf([
        [
          'Lotsen an jeder Schule',
          2016,
          'Frühere Pläne',
          'Teilplan Schule 2016',
          'Kreistag',
          { day: '2016-09-15' },
          'geändert angenommen',
          'BV/77/2016',
          'Lotsen an drei Schulen',
          null,
        ],
        [null, null, null, null, null, null, null, null, null, null],
        [
          'Lotsen im Quartier',
          'demnächst',
          'Frühere Pläne',
          null,
          'Kreistag',
          'im Herbst',
          'verschoben',
          null,
          null,
          null,
        ],
        [
          'Lotsen am Telefon',
          2014,
          'Frühere Pläne',
          null,
          'Kreistag',
          { day: '2014-02-03' },
          'abgelehnt',
          null,
          null,
          'Kein Bedarf',
        ],
      ]),
    );
    expect(list).toMatchObject({ fileName: 'Frühere Empfehlungen.xlsx', format: 'xlsx', rows: 3 });
    const { items: problems } = await planner.get<Page<ImportProblemView>>(
      `/api/imports/${list.id}/problems`,
    );
    expect(problems.map(({ line, column, value, says }) => [line, column, value, says])).toEqual([
      [4, 'Jahr', 'demnächst', 'Das ist keine Jahreszahl. Die Empfehlung wird nicht übernommen.'],
      [4, 'Datum', 'im Herbst', 'Das ist kein Datum. Der Beschluss wird nicht übernommen.'],
      [4, 'Ergebnis', 'verschoben', 'Dieses Ergebnis kennen wir nicht. Die Empfehlung gilt als eingebracht.'],
    ]);
    await applied(list);
    const items = await found('Lotsen');
    expect(items.map((it) => [it.excerpt, it.year, it.state])).toEqual([
      ['Lotsen an jeder Schule', 2016, 'CHANGED'],
      ['Lotsen am Telefon', 2014, 'REJECTED'],
    ]);
    const [changed, rejected] = await Promise.all(items.map((it) => recommendationView(planner, it.id)));
    expect(changed?.decisions).toMatchObject([
      {
        bodyName: 'Kreistag',
        decidedOn: '2016-09-15',
        result: 'CHANGED',
        reference: 'BV/77/2016',
        wording: 'Lotsen an drei Schulen',
        final: true,
      },
    ]);
    expect(rejected?.decisions).toMatchObject([{ decidedOn: '2014-02-03', reason: 'Kein Bedarf' }]);
  });

  it('enter once, however often the same list is taken over', async () => {
    const rows = ['Doppelt eingelesen;2017;Frühere Pläne;Plan 2017;Kreistag;01.02.2017;angenommen;;;'];
    await applied(await taken(rows));
    const again = await taken([...rows, 'Neu dazu;2017;Frühere Pläne;Plan 2017;;;;;;']);
    await applied(again);
    expect(await found('Doppelt')).toHaveLength(1);
    expect(await found('Neu dazu')).toHaveLength(1);
  });

  it('go again with their decisions when the list is taken back', async () => {
    const list = await taken(['Wieder weg;2016;Frühere Pläne;Plan 2016;Kreistag;01.02.2016;angenommen;;;']);
    await applied(list);
    expect(await found('Wieder weg')).toHaveLength(1);
    await planner.post(`/api/imports/${list.id}/undo`, {});
    await app.get(ImportWorker).runDue();
    expect(await found('Wieder weg')).toEqual([]);
  });

  it('are taken over by planners alone', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(uploadedList(coordinator, 'Liste.csv', `${head}\n`, 'recommendations'))).toBe(
      'forbidden',
    );
  });
});
