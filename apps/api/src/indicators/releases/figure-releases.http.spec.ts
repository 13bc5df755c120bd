import type { CreateIndicator } from '@runder-tisch/domain/indicators/indicators-requests';
import type { FigureReleaseView } from '@runder-tisch/domain/indicators/releases';
import type { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import { Client, refusalOf } from '@runder-tisch/scenario/client';
import {
  indicator,
  indicatorView,
  figureRelease,
  preparedRelease,
  releaseFigures,
} from '@runder-tisch/scenario/indicators';
import { recordValues, type ToldValue } from '../../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureReleaseCheck } from './figure-release-check';

describe('Freigaben', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;
  let numbers = 10;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    reader = await signedIn(app, 'reader');
  });
  afterAll(() => app.close());

  type Told = Partial<ToldValue>;

  async function made(facts: Partial<CreateIndicator>, values: Told[]) {
    const id = await indicator(planner, { code: `FRG-${++numbers}`, kind: 'COUNT', unit: 'COUNT', ...facts });
    const { current } = await indicatorView(planner, id);
    const record = (...more: Told[]) =>
      recordValues(
        app,
        ...more.map((it) => ({
          disclosure: 'UNCHECKED' as const,
          ...it,
          indicatorId: id,
          versionId: current.id,
        })),
      );
    await record(...values);
    return { id, record };
  }

  async function checked(id: string, facts: Partial<PrepareFigureRelease> = {}): Promise<FigureReleaseView> {
    const release = await preparedRelease(planner, id, facts);
    await app.get(FigureReleaseCheck).runDue();
    return figureRelease(planner, release.id);
  }

  const places = ['15082', '15082005', '15082430', '15082440', '15082180'];
  const year = (from: number, to: number, values: number[]): Told[] =>
    values.map((value, index) => ({
      value,
      areaCode: places[index] ?? '',
      periodKind: from === to ? 'YEAR' : 'YEARS_MEAN',
      periodStart: `${from}-01-01`,
      periodEnd: `${to}-12-31`,
    }));

  it('of this year are refused where a hidden number of last year would follow', async () => {
    const { id, record } = await made({}, year(2024, 2024, [46, 2, 6, 8, 30]));
    const last = await releaseFigures(planner, await checked(id));
    expect(last.report).toBe('2 von 5 Zellen verborgen (40,0 %)');
    await record(...year(2025, 2025, [61, 5, 7, 9, 40]), ...year(2024, 2025, [107, 7, 13, 17, 70]));
    const wanted = await app.database.rows<{ id: string }>(
      `select id from observation where indicator_id = $1 and area_code = '15082005' and period_end = '2025-12-31'`,
      [id],
    );
    const refused = await checked(id, { firstDay: '2025-01-01', wanted: wanted.map((it) => it.id) });
    expect(refused).toMatchObject({ state: 'REFUSED', cells: 0 });
    expect(refused.refusal).toContain('15082005, 2024“ ließe sich genau errechnen');
    const careful = await checked(id, { firstDay: '2025-01-01' });
    expect(careful.state).toBe('READY');
    expect(careful.hidden).toBeGreaterThan(0);
  });

  it('hide a share with its numerator, whose denominator everybody knows', async () => {
    const share = (areaCode: string, numerator: number, denominator: number): Told => ({
      areaCode,
      numerator,
      denominator,
      value: (100 * numerator) / denominator,
    });
    const { id } = await made({ kind: 'RATE', unit: 'PERCENT', rateKind: 'SHARE' }, [
      share('15082', 46, 4000),
      share('15082005', 2, 800),
      share('15082430', 6, 900),
      share('15082440', 38, 2300),
    ]);
    const { shownCells } = await checked(id);
    expect(shownCells.filter((it) => it.hidden).map((it) => it.name.split(',')[0])).toEqual([
      '15082005',
      '15082430',
    ]);
  });

  it('need what their rule asks for', async () => {
    const { id: rate } = await made({ kind: 'RATE', unit: 'PERCENT' }, [{ value: 9.6 }]);
    expect((await checked(rate)).refusal).toContain('hat keinen Zähler');
    const { id: none } = await made({}, []);
    expect((await checked(none)).refusal).toContain('keine Werte');
    const { id: open } = await made({ disclosureRule: 'R0' }, [{ value: 1 }]);
    expect((await checked(open)).report).toBe('0 von 1 Zelle verborgen (0,0 %)');
    const { id: perturbed } = await made({ disclosureRule: 'R5' }, [
      { value: 1, areaCode: '15082005' },
      { value: 9 },
    ]);
    expect((await checked(perturbed)).report).toBe('0 von 2 Zellen verborgen (0,0 %)');
    const { id: examined } = await made({ disclosureRule: 'R3', kind: 'RATE', unit: 'PERCENT' }, [
      { value: 30, numerator: 6, denominator: 20 },
    ]);
    expect((await checked(examined)).report).toBe('1 von 1 Zelle verborgen (100,0 %)');
  });

  it('keep together what is secret at its source and the one number from which it would follow', async () => {
    const { id } = await made({}, [
      { value: 50 },
      { value: null, valueFlag: 'SUPPRESSED_PRIMARY', areaCode: '15082005' },
      { value: 20, areaCode: '15082430' },
      { value: 28, areaCode: '15082440' },
    ]);
    const { shownCells } = await checked(id);
    expect(shownCells.filter((it) => it.hidden).map((it) => it.name.split(',')[0])).toEqual([
      '15082005',
      '15082430',
    ]);
  });

  it('stand in the catalogue for other programs, as a series with datasets, and nowhere with a hidden number', async () => {
    const secret = 77_777_123;
    const { id } = await made({ name: 'Verborgene Zahl (Demo)' }, [
      { value: secret + 2 },
      { value: 2, areaCode: '15082005' },
      { value: secret, areaCode: '15082430' },
    ]);
    const ready = await checked(id);
    const nobody = new Client(app.url);
    const catalogue = async () => {
      const answer = await nobody.raw('GET', '/api/dcat');
      return { answer, text: await answer.text() };
    };
    expect((await catalogue()).text).not.toContain(ready.id);
    await releaseFigures(planner, ready);
    const { answer, text } = await catalogue();
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const { 'dcat:dataset': datasets } = JSON.parse(text) as { 'dcat:dataset': Record<string, unknown>[] };
    const series = datasets.find(
      (it) => it['@type'] === 'dcat:DatasetSeries' && String(it['@id']).includes(id),
    );
    const dataset = datasets.find((it) => it['dct:identifier'] === ready.id);
    expect(dataset).toMatchObject({
      'dcat:inSeries': { '@id': series?.['@id'] },
      'dcat:distribution': {
        'dct:license': { '@id': 'http://dcat-ap.de/def/licenses/dl-by-de/2.0' },
        'dcat:downloadURL': { '@id': expect.stringContaining(`/api/releases/${ready.id}.csv`) as string },
      },
      'dcatde:politicalGeocodingLevelURI': {
        '@id': 'http://dcat-ap.de/def/politicalGeocoding/Level/municipality',
      },
    });
    const table = await nobody.raw('GET', `/api/releases/${ready.id}.csv`);
    expect(
      Buffer.from(await table.clone().arrayBuffer())
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('efbbbf');
    const again = await fetch(`${app.url}/api/releases/${ready.id}.csv`, {
      headers: { 'if-none-match': table.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    const answers = [text, await table.text()];
    for (const path of [
      `/api/indicators/${id}`,
      `/api/indicators/${id}/values`,
      `/api/indicators/${id}/releases`,
      `/api/figure-releases/${ready.id}`,
      '/api/indicators?search=Verborgene',
      '/api/indicators/export.csv',
      `/api/search?q=${secret}`,
    ])
      answers.push(await (await reader.raw('GET', path)).text());
    const [event] = await app.database.rows<{ text: string }>(
      `select string_agg(audit_event::text, ' ') as text from audit_event where audit_event::text like '%figure_release%'`,
    );
    answers.push(event?.text ?? '');
    expect(answers.filter((it) => it.includes(String(secret)) && !it.includes(`q=${secret}`))).toEqual([]);
    expect(await refusalOf(reader.post(`/api/indicators/${id}/releases`, {}))).toBe('forbidden');
  });
});
