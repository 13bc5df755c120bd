import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import { refusalOf } from '@runder-tisch/scenario/client';
import { uploadedFigures } from '@runder-tisch/scenario/figures/figure-imports';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureImportWorker } from './figure-import-worker';

const table = (rows: string) => `GENESIS-Tabelle: 12411-02-03-5
Bevölkerung nach Altersgruppen;;;;;
- Stichtag 31.12. -;;;;;
Bevölkerungsstand (Anzahl);;;;;
;;unter 20 Jahre;20 bis unter 65 Jahre;65 Jahre und mehr;Insgesamt
${rows}
__________
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2023."
Stand: 10.10.2023 / 11:01:03
`;
const inYear = (year: number, total: number) =>
  table(`31.12.${year};;;;;
15082;Anhalt-Bitterfeld, Landkreis;24000;98000;43000;${total}`);
const mapping = (column: string, base: string, territoryStatus?: string) => ({
  area: { column: 'Gebiet' },
  period: { column: 'Tag' },
  values: [{ column, measure: 'DEM-01 VALUE' }],
  populationBase: base,
  ...(territoryStatus ? { territoryStatus } : {}),
});

describe('What is asked before figures are taken over', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    for (const [ags, name] of [
      ['15082180', 'Köthen (Anhalt)'],
      ['15082430', 'Zörbig'],
    ])
      await planner.post('/api/municipalities', { ags, name, planningAreaId: null });
  });
  afterEach(() => app.close());

  const view = (id: string) => planner.get<FigureImportView>(`/api/figure-imports/${id}`);
  const working = () => app.get(FigureImportWorker).runDue();
  const read = async (content: string, name = 'tabelle.csv') => {
    const id = await uploadedFigures(planner, name, content, true);
    await working();
    return view(id);
  };
  const answered = async ({ id, preview }: FigureImportView, of: Record<string, string>) => {
    const answers = Object.fromEntries(
      (preview?.notices ?? []).map(({ says }, at) => [
        String(at),
        Object.entries(of).find(([words]) => says.includes(words))?.[1] ?? 'KEEP',
      ]),
    );
    await planner.post(`/api/figure-imports/${id}/answers`, { answers });
    await working();
    return view(id);
  };
  const approved = async (it: FigureImportView) => {
    await planner.post(`/api/figure-imports/${it.id}/approve`);
    await working();
    return view(it.id);
  };
  const mapped = async (lines: string, how: ReturnType<typeof mapping>) => {
    const it = await read(`Gebiet;Tag;${how.values[0]?.column}\n${lines}\n`);
    if (it.preview?.headings.length) {
      await planner.post(`/api/figure-imports/${it.id}/mapping`, { mapping: how });
      await working();
    }
    return view(it.id);
  };
  const says = (it: FigureImportView, code: string) =>
    it.preview?.notices.find((notice) => notice.code === code)?.says;
  const current = async (area: string) =>
    Object.fromEntries(
      (
        await app.database.rows<{ dimensions: string; value: number | null; flag: string }>(
          `select dimensions, value::float8 as value, value_flag as flag from observation seen
           join indicator on indicator.id = seen.indicator_id
           where indicator.code = 'DEM-01' and area_code = $1 and superseded_at is null`,
          [area],
        )
      ).map(({ dimensions, value, flag }) => [dimensions, value ?? flag]),
    );

  it('the time that only the name of the file says counts as soon as somebody says yes', async () => {
    const timeless = table('15082;Anhalt-Bitterfeld, Landkreis;24156;97605;43056;164817');
    const it = await read(timeless, 'bevoelkerung 31.12.2015.csv');
    expect(says(it, 'period-open')).toContain('Gelten sie für 2015-12-31?');
    await expect(refusalOf(planner.post(`/api/figure-imports/${it.id}/approve`))).resolves.toBe(
      'figure-import-questions',
    );
    expect(await approved(await answered(it, {}))).toMatchObject({ state: 'WRITTEN' });
    expect(await current('15082')).toMatchObject({ '': 164817 });

    const untold = await read(timeless.replace('97605', '97606'), 'tabelle.csv');
    expect(untold).toMatchObject({ rowCount: 0 });
    expect(says(untold, 'advice')).toContain('Bitte schreiben Sie sie in eine Zeile über der Tabelle');
  });

  it('a column of "-" is zero, not there yet or left out, each column by itself, and the answers stay in sight', async () => {
    const it = await read(
      table(`31.12.2015;;;;;
15082;Anhalt-Bitterfeld, Landkreis;24156;97605;43056;164817
15082180;Köthen (Anhalt), Stadt;-;15500;-;26500
15082430;Zörbig, Stadt;-;5000;-;…`),
    );
    expect(it.preview?.notices.filter(({ code }) => code === 'dash-open')).toHaveLength(2);
    const told = await answered(it, { 'unter 20 Jahre': 'LEAVE_OUT', '65 Jahre und mehr': 'ZERO' });
    expect(told).toMatchObject({ state: 'CHECKED', task: null });
    // Nobody of 65 and more, and so an Altenquotient of zero, in both.
    expect(told.preview?.flags).toContainEqual({ flag: 'ZERO', count: 4 });
    // What follows from the answers is asked in its turn.
    const written = await approved(
      await answered(told, { 'unter 20 Jahre': 'LEAVE_OUT', '65 Jahre und mehr': 'ZERO' }),
    );
    expect(written).toMatchObject({ state: 'WRITTEN' });
    expect(Object.values(written.answers)).toEqual(expect.arrayContaining(['LEAVE_OUT', 'ZERO']));
    expect(await current('15082180')).toEqual({ 'ALT=20-65': 15500, 'ALT=65+': 0, '': 26500 });
    // Of its total nobody was asked.
    expect(await current('15082430')).toEqual({ 'ALT=20-65': 5000, 'ALT=65+': 0, '': 'NOT_YET_AVAILABLE' });
  });

  it('a number twice as large as the one kept last for the same area is warned of', async () => {
    await approved(await answered(await read(inYear(2015, 165000)), {}));
    const it = await read(inYear(2016, 365000));
    expect(says(it, 'jump-from-kept')).toMatch(
      /^DEM-01 springt für .+ von 165\.000 \(31\.12\.2015, so steht es im Katalog\) auf 365\.000 \(31\.12\.2016, Zeile 7\): Ist das richtig\?$/,
    );
    await expect(refusalOf(planner.post(`/api/figure-imports/${it.id}/approve`))).resolves.toBe(
      'figure-import-questions',
    );
    expect(says(await read(inYear(2016, 166000)), 'jump-from-kept')).toBeUndefined();
  });

  it('another population base or territory status than the one kept is asked about before both stand side by side', async () => {
    const line = '15082;31.12.2022;160000';
    await approved(await answered(await mapped(line, mapping('Menschen', 'ZENSUS_2022')), {}));
    const other = await mapped(line, mapping('Einwohner', 'ZENSUS_2011'));
    expect(says(other, 'base-beside')).toMatch(
      /^DEM-01 von .+ \(31\.12\.2022\) steht schon da als .+ Zensus 2022, die Datei bringt .+ Zensus 2011: Sollen beide getrennt nebeneinander stehen\?$/,
    );
    const moved = await mapped(line, mapping('Bewohner', 'ZENSUS_2022', '2024-01-01'));
    expect(says(moved, 'territory-beside')).toMatch(/mit dem Gebietsstand 31\.12\.2022, .+ 01\.01\.2024/);
    const next = await mapped('15082;31.12.2023;161000', mapping('Einwohner', 'ZENSUS_2011'));
    expect(says(next, 'base-breaks')).toContain('Die Reihe bricht hier');
  });

  it('a file in another unit than the indicator is refused with one sentence', async () => {
    const it = await read('Gebiet;Jahr;Quote\n15082;2023;12,3\n');
    await planner.post(`/api/figure-imports/${it.id}/mapping`, {
      mapping: {
        area: { column: 'Gebiet' },
        period: { column: 'Jahr' },
        values: [{ column: 'Quote', measure: 'SL-09 VALUE', unit: 'Prozent' }],
      },
    });
    await working();
    const refused = await view(it.id);
    expect(refused.state).toBe('DISCARDED');
    expect(refused.note).toMatch(
      /^Die Datei nennt SL-09 in Prozent \(Zeile 2\), im Katalog .+ nicht in eine Reihe\.$/,
    );
  });
});
