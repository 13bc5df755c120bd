import type { FigureImportValue, FigureImportView } from '@runder-tisch/domain/indicators/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { answerAll, uploadedFigures } from '@runder-tisch/scenario/figures/figure-imports';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureImportWorker } from './figure-import-worker';

const FOOTER = `__________
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2017."
Stand: 10.10.2017 / 11:01:03
`;
const population = (between: number, note = '') => `GENESIS-Tabelle: 12411-02-03-5
Bevölkerung nach Altersgruppen;;;;;
- Stichtag 31.12. -;;;;;
Bevölkerungsstand (Anzahl);;;;;
;;unter 15 Jahre;15 bis unter 65 Jahre;65 Jahre und mehr;Insgesamt
31.12.2015;;;;;
15082;Anhalt-Bitterfeld, Landkreis;18094;${between};43056;${18094 + between + 43056}
${note}${FOOTER}`;
const unemployed = (count: number) => `GENESIS-Tabelle: 13211-01-03-5
Arbeitslose nach ausgewählten Personengruppen;;;
- Jahresdurchschnitt -;;;
Arbeitsmarktstatistik;;;
2016;;;
;;Arbeitslose insgesamt;Arbeitslose
;;;langzeitarbeitslos
;;Anzahl;Anzahl
15082;Anhalt-Bitterfeld, Landkreis;${count};3369
${FOOTER}`;

describe('A rate whose population comes later or is corrected', () => {
  let app: TestApp;
  let planner: SignedIn;
  let minute = 0;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
  });
  afterEach(() => app.close());

  const view = (id: string) => planner.get<FigureImportView>(`/api/figure-imports/${id}`);
  const working = async () => {
    minute += 1;
    app.clock.set(new Date(Date.UTC(2026, 10, 12, 9, minute)).toISOString());
    await app.get(FigureImportWorker).runDue();
  };
  const read = async (content: string) => {
    const id = await uploadedFigures(planner, 'tabelle.csv', content, true);
    await working();
    return view(id);
  };
  const approved = async (it: FigureImportView) => {
    await answerAll(planner, it);
    await planner.post(`/api/figure-imports/${it.id}/approve`);
    await working();
    return view(it.id);
  };
  const undone = async ({ id }: FigureImportView) => {
    await planner.post(`/api/figure-imports/${id}/undo`);
    await working();
    return view(id);
  };
  const rates = () =>
    app.database.rows<{
      value: number | null;
      flag: string;
      numerator: number | null;
      denominator: number | null;
      base: string | null;
    }>(
      `select seen.value::float8 as value, value_flag as flag, seen.numerator::float8 as numerator, seen.denominator::float8 as denominator,
              population_base as base
       from observation seen join indicator on indicator.id = seen.indicator_id
       where indicator.code = 'SL-02' and superseded_at is null order by population_base`,
    );
  const waits = {
    value: null,
    flag: 'NOT_YET_AVAILABLE',
    numerator: null,
    denominator: null,
    base: null,
  };
  const first = {
    value: 7.849171,
    flag: 'OK',
    numerator: 8137,
    denominator: 103667,
    base: 'ZENSUS_2011',
  };
  const corrected = { ...first, value: 7.824038, denominator: 104000 };
  const changed = async ({ id }: FigureImportView) =>
    (await planner.get<Page<FigureImportValue>>(`/api/figure-imports/${id}/values`)).items
      .filter((it) => it.recomputed)
      .map(({ code, change, oldValue, value }) => ({ code, change, oldValue, value }));

  it('waits for it, is announced in the preview of the population, and goes back to waiting when that is taken back', async () => {
    await approved(await read(unemployed(8137)));
    expect(await rates()).toEqual([waits]);

    const it = await read(population(103667));
    expect(it.preview?.differences).toContainEqual(
      expect.objectContaining({ code: 'SL-02', recomputed: true, added: 1, periodEnd: '2016-12-31' }),
    );
    expect(await rates()).toEqual([waits]);

    expect(await approved(it)).toMatchObject({ state: 'WRITTEN', recomputed: 1 });
    expect(await rates()).toEqual([first]);
    await undone(it);
    expect(await rates()).toEqual([waits]);
  });

  it('follows a corrected population, keeps what was known before, and comes back with it', async () => {
    await approved(await read(population(103667)));
    const counted = await approved(await read(unemployed(8137)));
    expect(await rates()).toEqual([first]);

    const it = await read(population(104000));
    expect(await changed(it)).toEqual([
      { code: 'SL-02', change: 'CHANGED', oldValue: 7.849171, value: 7.824038 },
    ]);
    await approved(it);
    expect(await rates()).toEqual([corrected]);
    expect(
      await app.database.rows(
        `select 1 from observation where value::float8 = 7.849171 and superseded_at is not null`,
      ),
    ).toHaveLength(1);
    await undone(it);
    expect(await rates()).toEqual([first]);

    // The file with the numerators can still be taken back, however often its rates were worked out anew.
    expect(await undone(counted)).toMatchObject({ state: 'UNDONE' });
    expect(await rates()).toEqual([]);
  });

  it('counts with the numerator that was told last, whichever file is confirmed first', async () => {
    await approved(await read(population(103667)));
    const before = await approved(await read(unemployed(8000)));
    const numbers = await read(unemployed(8137));
    await approved(await read(population(104000)));
    const after = await approved(numbers);
    expect(await rates()).toEqual([corrected]);
    await undone(after);
    expect(await rates()).toEqual([{ ...corrected, numerator: 8000, value: 7.692308 }]);
    await undone(before);
    expect(await rates()).toEqual([]);
  });
});
