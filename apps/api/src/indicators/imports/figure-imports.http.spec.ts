import { Client } from 'pg';
import type { IndicatorValuesView } from '@runder-tisch/domain/indicators';
import type { FigureImportValue, FigureImportView } from '@runder-tisch/domain/indicators/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  answerAll,
  populationTable,
  quotientTable,
  uploadedFigures,
} from '@runder-tisch/scenario/figures/figure-imports';
import { indicatorByCode } from '@runder-tisch/scenario/indicators';
import { until } from '../../../test/own-processes';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureImportWorker } from './figure-import-worker';

describe('An import of figures', () => {
  let app: TestApp;
  let planner: SignedIn;

  // Each begins with an empty catalogue.
  beforeEach(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    for (const [ags, name] of [['15082180', 'Köthen (Anhalt)']])
      await planner.post('/api/municipalities', { ags, name, planningAreaId: null });
  });
  afterEach(() => app.close());

  const view = (id: string) => planner.get<FigureImportView>(`/api/figure-imports/${id}`);
  const count = async (from: string) =>
    (await app.database.rows<{ count: number }>(`select count(*)::int as count from ${from}`))[0]?.count ?? 0;
  const read = async (content: string, name = 'tabelle.csv', again = false) => {
    const id = await uploadedFigures(planner, name, content, again);
    await app.get(FigureImportWorker).runDue();
    return view(id);
  };
  const approved = async (it: FigureImportView) => {
    await answerAll(planner, it);
    await planner.post(`/api/figure-imports/${it.id}/approve`);
    await app.get(FigureImportWorker).runDue();
    return view(it.id);
  };
  const current = (code: string, area = '15082') =>
    app.database.rows<{ value: string | null; flag: string; dimensions: string; period: string }>(
      `select seen.value, value_flag as flag, dimensions, period_end::text as period from observation seen
       join indicator on indicator.id = seen.indicator_id
       where indicator.code = $1 and area_code = $2 and superseded_at is null order by period_end, dimensions`,
      [code, area],
    );

  it('Step 4: previews rows, block years and signs of a wide table, writes nothing before it is confirmed, and changes nothing a second time', async () => {
    const it = await read(populationTable);
    expect(it).toMatchObject({ state: 'CHECKED', table: '12411-02-03-5' });
    expect(it.preview).toMatchObject({
      family: 'WIDE',
      cells: 24,
      areas: 3,
      periods: ['2014-12-31', '2015-12-31'],
      flags: expect.arrayContaining([
        { flag: 'TERRITORY_NOT_EXISTING', count: 12 },
        { flag: 'SUPPRESSED_PRIMARY', count: 2 },
      ]),
    });
    expect(it.preview?.differences).toContainEqual(
      expect.objectContaining({ code: 'DEM-01', periodEnd: '2015-12-31', added: 12, changed: 0 }),
    );
    expect(await count('observation')).toBe(0);

    const events = await count(`audit_event where use_case = 'figures.written'`);
    expect(await approved(it)).toMatchObject({ state: 'WRITTEN', written: 36, superseded: 0 });
    expect(await count(`audit_event where use_case = 'figures.written'`)).toBe(events + 1);
    expect(await current('DEM-01', '15082125')).toContainEqual(
      expect.objectContaining({ value: null, flag: 'TERRITORY_NOT_EXISTING' }),
    );
    expect(await current('DEM-03', '15082180')).toContainEqual(
      expect.objectContaining({ period: '2015-12-31', value: null, flag: 'SUPPRESSED_PRIMARY' }),
    );

    await expect(refusalOf(uploadedFigures(planner, 'wieder.csv', populationTable))).resolves.toBe(
      'figure-import-known',
    );
    const before = await count('observation');
    expect(await approved(await read(populationTable, 'wieder.csv', true))).toMatchObject({
      written: 0,
      superseded: 0,
      unchanged: 36,
    });
    expect(await count('observation')).toBe(before);
  });

  it('Step 5: both quotients of 2015 are computed, equal to the published ones, and tell source, day and base', async () => {
    await approved(await read(populationTable));
    expect(await approved(await read(quotientTable, 'quotienten.csv'))).toMatchObject({ unchanged: 2 });
    for (const [code, computed] of [
      ['DEM-03', 24.75],
      ['DEM-04', 44.11],
    ] as const) {
      const { id } = await indicatorByCode(planner, code);
      const { series } = await planner.get<IndicatorValuesView>(`/api/indicators/${id}/values?area=15082`);
      const shown = series.find((it) => it.periodEnd === '2015-12-31');
      expect(shown?.value).toBeCloseTo(computed, 2);
      expect(shown).toMatchObject({
        denominator: 97605,
        source: 'Fortschreibung des Bevölkerungsstandes',
        populationBase: 'ZENSUS_2011',
        territoryStatus: '2015-12-31',
      });
    }
  });

  it('Step 6: a file with a column of birth dates is refused with a word on data protection, and not kept', async () => {
    const it = await read('Gemeinde;Geburtsdatum;Anzahl\n15082180;01.02.1980;3\n', 'liste.csv');
    expect(it).toMatchObject({ state: 'DISCARDED' });
    expect(it.note).toMatch(/„Geburtsdatum“.*Datenschutzes/);
    expect(await count(`file where name = 'liste.csv'`)).toBe(0);
  });

  it('shows a correction beside the old value, biggest first, keeps both, and can be taken back', async () => {
    const corrected = populationTable
      .replace('24000;98500;42500;165000', '24100;98500;42500;165100')
      .replace('4000;15500;7000;26500', '4001;15500;7000;26501');
    await approved(await read(populationTable));
    const it = await read(corrected, 'berichtigt.csv');
    const { items } = await planner.get<Page<FigureImportValue>>(`/api/figure-imports/${it.id}/values`);
    expect(items.map((row) => [row.code, row.areaName, row.oldValue, row.value])).toEqual(
      expect.arrayContaining([['DEM-01', 'Köthen (Anhalt)', 26500, 26501]]),
    );
    const shift = (row: FigureImportValue) =>
      Number(Math.abs(((row.value ?? 0) - (row.oldValue ?? 0)) / (row.oldValue ?? 1)).toFixed(5));
    expect(items.map(shift)).toEqual(items.map(shift).toSorted((one, other) => other - one));

    await expect(refusalOf(planner.post(`/api/figure-imports/${it.id}/undo`))).resolves.toBe(
      'figure-import-not-open',
    );
    // Its columns are known: a mapping is not wrong, it is not asked for.
    await expect(
      refusalOf(planner.post(`/api/figure-imports/${it.id}/mapping`, { mapping: {} })),
    ).resolves.toBe('figure-mapping-not-asked');
    expect(await approved(it)).toMatchObject({ state: 'WRITTEN', superseded: 6 });
    const total = async () => (await current('DEM-01')).find((row) => row.dimensions === '')?.value;
    expect(await total()).toBe('165100');
    await planner.post(`/api/figure-imports/${it.id}/undo`);
    await app.get(FigureImportWorker).runDue();
    expect(await view(it.id)).toMatchObject({ state: 'UNDONE' });
    expect(await total()).toBe('165000');
  });

  it('takes one file after the other back, the newest first, until nothing of them is left', async () => {
    const files = [165_000, 165_100, 165_200].map((total) =>
      populationTable.replace('24000;98500;42500;165000', `${24_000 + total - 165_000};98500;42500;${total}`),
    );
    const imports: FigureImportView[] = [];
    for (const [at, file] of files.entries()) {
      imports.push(await approved(await read(file, `tabelle-${at}.csv`)));
      app.clock.pass(1, 'minutes');
    }
    const undo = async (it?: FigureImportView) => {
      await planner.post(`/api/figure-imports/${it?.id}/undo`);
      await app.get(FigureImportWorker).runDue();
      app.clock.pass(1, 'minutes');
      return [
        (await view(it?.id ?? '')).state,
        (await current('DEM-01')).find((row) => row.dimensions === '')?.value,
      ];
    };
    const [first, second, third] = imports;
    expect(await undo(first)).toEqual(['WRITTEN', '165200']);
    expect(await undo(second)).toEqual(['WRITTEN', '165200']);
    expect(await undo(third)).toEqual(['UNDONE', '165100']);
    expect(await undo(first)).toEqual(['WRITTEN', '165100']);
    expect(await undo(second)).toEqual(['UNDONE', '165000']);
    expect(await undo(first)).toEqual(['UNDONE', undefined]);
    expect(await count('observation where superseded_at is null')).toBe(0);
  });

  it('asks how a free table is meant, and knows it the next time', async () => {
    const table = (count: number) => `Gebiet;Jahr;Mitteilungen;Haushalte\n15082;2023;${count};80000\n`;
    const it = await read(table(120), 'raeumungen.csv');
    expect(it).toMatchObject({ state: 'CHECKED', rowCount: 0 });
    expect(it.preview?.headings).toEqual(['Gebiet', 'Jahr', 'Mitteilungen', 'Haushalte']);
    await planner.post(`/api/figure-imports/${it.id}/mapping`, {
      mapping: {
        area: { column: 'Gebiet' },
        period: { column: 'Jahr' },
        values: [
          { column: 'Mitteilungen', measure: 'SL-09 NUMERATOR' },
          { column: 'Haushalte', measure: 'SL-09 DENOMINATOR' },
        ],
      },
    });
    await app.get(FigureImportWorker).runDue();
    await approved(await view(it.id));
    expect(await current('SL-09')).toEqual([expect.objectContaining({ value: '1.5', flag: 'OK' })]);
    expect(await read(table(121), 'raeumungen-2.csv')).toMatchObject({ rowCount: 1 });
  });

  it('is left to the next process by one that was killed, whole or not at all', async () => {
    const id = await uploadedFigures(planner, 'abbruch.csv', quotientTable.replace('24,7', '25,9'));
    const dead = '0190a1b2-0000-7000-8000-00000000dead';
    await app.database.rows(`update data_import_work set lease = $2, lease_until = $3 where import_id = $1`, [
      id,
      dead,
      '2026-11-12T09:01:00Z',
    ]);
    await app.get(FigureImportWorker).runDue();
    expect(await view(id)).toMatchObject({ state: 'READ' });
    await app.database.rows(`update data_import_work set lease_until = $2 where import_id = $1`, [
      id,
      '2026-11-12T08:59:00Z',
    ]);
    await app.get(FigureImportWorker).runDue();
    expect(await view(id)).toMatchObject({ state: 'CHECKED' });
  });

  it('leaves the catalogue as it was when its connection is cut in the midst of taking over, and can be confirmed again', async () => {
    await approved(await read(populationTable));
    const before = await current('DEM-01');
    const it = await read(populationTable.replace('165000', '165001'), 'berichtigt.csv');
    await answerAll(planner, it);
    await planner.post(`/api/figure-imports/${it.id}/approve`);
    const killer = new Client({ connectionString: app.database.url });
    await killer.connect();
    try {
      // Counting the periods comes last: whoever waits there has superseded and written everything.
      await killer.query(`begin; select 1 from indicator for update`);
      const running = app.get(FigureImportWorker).runDue();
      const cut = async () =>
        (
          await killer.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(pid))`,
          )
        ).rowCount;
      await until(async () => (await cut()) === 1);
      await killer.query('rollback');
      await running;
    } finally {
      await killer.end();
    }
    expect(await current('DEM-01')).toEqual(before);
    expect(await view(it.id)).toMatchObject({ state: 'CHECKED', task: null, written: 0 });
    await planner.post(`/api/figure-imports/${it.id}/approve`);
    await app.get(FigureImportWorker).runDue();
    expect(await view(it.id)).toMatchObject({ state: 'WRITTEN', written: 1, superseded: 1 });
  });
});
