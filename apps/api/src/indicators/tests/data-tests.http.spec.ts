import type { DataSourceListItem, DataTestsView, IndicatorValuesView } from '@runder-tisch/domain/indicators';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { refusalOf } from '@runder-tisch/scenario/client';
import type { Page } from '@runder-tisch/domain/lists';
import { answerAll, populationTable, uploadedFigures } from '@runder-tisch/scenario/figures/figure-imports';
import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import { indicatorByCode, indicatorView } from '@runder-tisch/scenario/indicators';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';
import { recordValues } from '../../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureImportWorker } from '../imports/figure-import-worker';
import { DataTests } from './data-tests';

describe('The monitor of the sources', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    planner = await signedIn(app, 'planner');
    reader = await signedIn(app, 'reader');
  });
  afterEach(() => app.close());

  const tested = async (client: SignedIn, id: string) =>
    (await client.get<Page<DataSourceListItem>>('/api/data-sources')).items
      .flatMap((it) => it.tested)
      .find((it) => it.id === id);

  it('tells planners of each indicator how many tests of its values warn or fail, as soon as values came or went', async () => {
    const { id } = await indicatorByCode(planner, 'DEM-01');
    expect(await tested(planner, id)).toBeUndefined();
    const importId = await uploadedFigures(planner, 'tabelle.csv', populationTable);
    await app.get(FigureImportWorker).runDue();
    await answerAll(planner, await planner.get<FigureImportView>(`/api/figure-imports/${importId}`));
    await planner.post(`/api/figure-imports/${importId}/approve`);
    await app.get(FigureImportWorker).runDue();
    // Values of 2015 are long overdue in 2026.
    expect(await tested(planner, id)).toMatchObject({ code: 'DEM-01', warnings: 1, errors: 0 });
    expect(await tested(reader, id)).toBeUndefined();

    await planner.post(`/api/figure-imports/${importId}/undo`);
    await app.get(FigureImportWorker).runDue();
    expect(await tested(planner, id)).toBeUndefined();
  });

  it('shows its county by the key that is set, where no municipalities are kept', async () => {
    const admin = await signedIn(app, 'admin');
    const importId = await uploadedFigures(planner, 'wieder.csv', populationTable, true);
    await app.get(FigureImportWorker).runDue();
    await answerAll(planner, await planner.get<FigureImportView>(`/api/figure-imports/${importId}`));
    await planner.post(`/api/figure-imports/${importId}/approve`);
    await app.get(FigureImportWorker).runDue();
    const { id } = await indicatorByCode(planner, 'DEM-01');
    const shown = async () =>
      (await planner.get<IndicatorValuesView>(`/api/indicators/${id}/values`)).newest.map((it) => [
        it.areaCode,
        it.value,
      ]);
    expect(await shown()).toEqual([]);
    const county = Object.assign(new SaveSettings(), {
      countyName: 'Landkreis Musterland',
      senderName: 'Sozialplanung Musterland',
      senderAddress: 'runder-tisch@musterland.test',
      replyAddress: 'sozialplanung@musterland.test',
    });
    await app.get(Database).write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, county));
    const { version } = await admin.get<SettingsView>('/api/settings');
    const withKey = (countyKey: string) => admin.put('/api/settings', { ...county, countyKey }, version);
    await expect(refusalOf(withKey('1508'))).resolves.toBe('invalid-input');
    await withKey('15082');
    expect(await shown()).toEqual([['15082', 164817]]);
  });

  it('counts sums anew for the county whose key was set after its values had come, and for its municipalities', async () => {
    const admin = await signedIn(app, 'admin');
    const { id } = await indicatorByCode(planner, 'PTH-09');
    const told = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    await recordValues(app, { ...told, areaCode: '15082', keyKind: 'KREIS', value: 12 });
    await recordValues(app, { ...told, areaCode: '15082180', keyKind: 'AGS', value: 7 });
    const sums = async () =>
      (await planner.get<DataTestsView>(`/api/indicators/${id}/tests`)).results.find(
        ({ test }) => test === 'SUM',
      )?.verdict;
    const municipality = (ags: string, name: string) =>
      planner.post('/api/municipalities', { ags, name, planningAreaId: null });
    await municipality('15081005', 'Nachbarort');
    await app.get(DataTests).renewDue();
    expect(await sums()).toBe('SKIPPED');

    const county = Object.assign(new SaveSettings(), {
      countyName: 'Landkreis Musterland',
      senderName: 'Sozialplanung Musterland',
      senderAddress: 'runder-tisch@musterland.test',
      replyAddress: 'sozialplanung@musterland.test',
    });
    await app.get(Database).write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, county));
    const { version } = await admin.get<SettingsView>('/api/settings');
    await admin.put('/api/settings', { ...county, countyKey: '15082' }, version);
    const kept = () =>
      app.database.rows<{ told: string }>(
        'select counted_for as told from indicator_test where indicator_id = $1',
        [id],
      );
    expect(await kept()).toEqual([{ told: '15081 1' }]);
    expect(await sums()).toBe('WARNING');
    await app.get(DataTests).renewDue();
    expect(await kept()).toEqual([{ told: '15082 1' }]);
    // One municipality, and the county has five more than it: on its page at once, and in the monitor of the sources.
    expect(await sums()).toBe('WARNING');
    expect(await tested(planner, id)).toMatchObject({ code: 'PTH-09', warnings: expect.any(Number) });

    await municipality('15082430', 'Zerbst/Anhalt');
    expect(await sums()).toBe('SKIPPED');
    await app.get(DataTests).renewDue();
    expect(await kept()).toEqual([{ told: '15082 2' }]);
  });
});
