import type { RecommendationListItem } from '@runder-tisch/domain/findings';
import type { ImportView } from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import { recommendationView } from '@runder-tisch/scenario/findings';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
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
  const taken = async (rows: readonly string[]): Promise<ImportView> => {
    const list = await uploadedList(
      planner,
      'Empfehlungen.csv',
      [head, ...rows].join('\n'),
      'recommendations',
    );
    await planner.post(`/api/imports/${list.id}/check`, { columns: suggestedColumns(list) });
    await app.get(ImportWorker).runDue();
    return planner.get<ImportView>(`/api/imports/${list.id}`);
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
