import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import {
  dataSource,
  figureRelease,
  indicator,
  indicatorView,
  preparedRelease,
  releaseFigures,
} from '@runder-tisch/scenario/indicators';
import { Client } from '@runder-tisch/scenario/client';
import { brokenRules, shapes } from '../../../test/indicators/dcat-shapes';
import { linkedData, type Node } from '../../../test/indicators/linked-data';
import { recordValues } from '../../../test/indicators/record-values';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';
import { FigureReleaseCheck } from './figure-release-check';

describe('Der Katalog nach DCAT-AP.de', () => {
  let app: TestApp;
  let catalogue: Record<string, unknown>;

  beforeAll(async () => {
    app = await testApp();
    const planner = await signedIn(app, 'planner');
    await app.get(Database).write(systemViewer, 'test.settings', (tx) =>
      app.get(Settings).begin(
        tx,
        Object.assign(new SaveSettings(), {
          countyName: 'Landkreis Musterland',
          senderName: 'Sozialplanung',
          senderAddress: 'zahlen@landkreis.example',
          replyAddress: 'zahlen@landkreis.example',
        }),
      ),
    );
    const sources = [
      { code: 'JEDES_JAHR', rhythmMonths: 12, licence: 'Datenlizenz Deutschland Zero 2.0' },
      { code: 'WANN_ES_KOMMT', rhythmMonths: null, licence: '', attribution: '' },
      { code: 'ALLE_SIEBEN', rhythmMonths: 7, licence: 'CC BY 4.0', attribution: 'Amt (Demo)' },
    ];
    for (const [at, facts] of sources.entries()) {
      const { id: sourceId } = await dataSource(planner, facts);
      const id = await indicator(planner, { code: `KAT-1${at}`, kind: 'COUNT', unit: 'COUNT', sourceId });
      const { current } = await indicatorView(planner, id);
      const told = { indicatorId: id, versionId: current.id, disclosure: 'UNCHECKED' } as const;
      for (const periodEnd of ['2014-12-31', '2015-12-31']) {
        await recordValues(
          app,
          { ...told, value: 46, periodEnd },
          { ...told, value: 20, areaCode: '15082005', periodEnd },
        );
        const { id: release } = await preparedRelease(planner, id, { firstDay: periodEnd });
        await app.get(FigureReleaseCheck).runDue();
        await releaseFigures(planner, await figureRelease(planner, release));
      }
    }
    const answer = await new Client(app.url).raw('GET', '/api/dcat');
    catalogue = JSON.parse(await answer.text()) as Record<string, unknown>;
  });
  afterAll(() => app.close());

  const typed = (nodes: ReadonlyMap<string, Node>, type: string): Node[] =>
    [...nodes.values()].filter((it) => it.types.some((one) => one.endsWith(type)));

  it('hat alles, was die Vorgaben verlangen, so oft und woher sie es verlangen', () => {
    const nodes = linkedData(catalogue);
    expect(brokenRules(nodes)).toEqual([]);
    expect(typed(nodes, '#DatasetSeries')).toHaveLength(3);
    expect(typed(nodes, '#Dataset')).toHaveLength(6);
    expect(typed(nodes, '#Distribution')).toHaveLength(6);
  });

  it('sagt, wie oft eine Reihe wächst und unter welcher Lizenz', () => {
    const nodes = linkedData(catalogue);
    const ends = (type: string, path: string): string[] =>
      typed(nodes, type).map((it) => {
        const [term] = it.terms.get(path) ?? [];
        return term?.is === 'node' ? term.id.replace(/.*\/(authority\/[^/]+|licenses)\//, '') : '';
      });
    expect(ends('#DatasetSeries', 'http://purl.org/dc/terms/accrualPeriodicity')).toEqual([
      'ANNUAL',
      '',
      'OTHER',
    ]);
    expect([...new Set(ends('#Dataset', 'http://purl.org/dc/terms/accrualPeriodicity'))]).toEqual(['NEVER']);
    expect([...new Set(ends('#Distribution', 'http://purl.org/dc/terms/license'))]).toEqual([
      'dl-zero-de/2.0',
      'dl-by-de/2.0',
      'cc-by/4.0',
    ]);
  });

  it('fiele auf, sobald ihm etwas Verlangtes fehlt oder ein Wort aus keiner Liste kommt', () => {
    const demanded = Object.entries(shapes).flatMap(([type, rules]) =>
      rules.filter(({ min = 0 }) => min > 0).map(({ path }) => ({ type, path })),
    );
    for (const { type, path } of demanded) {
      const nodes = linkedData(catalogue);
      const node = [...nodes.values()].find((it) => it.types.includes(type));
      node?.terms.delete(path);
      expect(brokenRules(nodes)).toContain(`${node?.id ?? type}: ${path} fehlt`);
    }
    for (const [type, rules] of Object.entries(shapes))
      for (const { path } of rules.filter((it) => it.from)) {
        const nodes = linkedData(catalogue);
        const node = [...nodes.values()].find((it) => it.types.includes(type) && it.terms.has(path));
        node?.terms.set(path, [{ is: 'node', id: 'https://anderswo.example/wort' }]);
        expect(brokenRules(nodes).filter((it) => it.includes(path))).toHaveLength(1);
      }
  });
});
