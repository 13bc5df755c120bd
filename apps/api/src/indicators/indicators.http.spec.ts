import type {
  DataSourceListItem,
  DataTestsView,
  IndicatorListItem,
  IndicatorValuesView,
  IndicatorView,
} from '@runder-tisch/domain/indicators';
import { catalogueIndicators } from '@runder-tisch/domain/indicators/catalogue';
import { municipalitiesOfAnhaltBitterfeld } from '@runder-tisch/domain/territory';
import type { Page } from '@runder-tisch/domain/lists';
import type { SearchView } from '@runder-tisch/domain/search';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  dataConcept,
  dataSource,
  enforceDataConcept,
  indicator,
  indicatorByCode,
  indicatorView,
  redefineIndicator,
} from '@runder-tisch/scenario/indicators';
import { recordValues } from '../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Indikatoren', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    reader = await signedIn(app, 'reader');
    for (const { ags, name } of municipalitiesOfAnhaltBitterfeld)
      await planner.post('/api/municipalities', { ags, name, planningAreaId: null });
  });
  afterAll(() => app.close());

  const list = async (client: SignedIn, query = '') =>
    client.get<Page<IndicatorListItem>>(`/api/indicators?limit=100&${query}`);
  const codes = async (query: string) => (await list(planner, query)).items.map((it) => it.code);
  const valuesOf = (client: SignedIn, id: string, area = '') =>
    client.get<IndicatorValuesView>(`/api/indicators/${id}/values${area && `?area=${area}`}`);

  it('are ninety from the beginning, in the order of their codes, and are found by words and facts', async () => {
    const { items } = await list(planner);
    const wanted = catalogueIndicators.map((it) => it.code).toSorted();
    expect(items.map((it) => it.code).filter((code) => wanted.includes(code))).toEqual(wanted);
    expect(items[0]).toMatchObject({ code: 'BIL-01', published: true, optional: false, last: null });
    expect(await codes('search=altenquotient')).toEqual(['DEM-04']);
    expect(await codes('kind=INDEX')).toEqual(['DEM-14', 'MIG-06']);
    expect(await codes('level=STATE')).toEqual(['SL-08']);
    const found = await planner.get<SearchView>('/api/search?q=Altenquotient');
    expect(found.items.map((it) => it.title)).toContain('Altenquotient');
  });

  it('join the Handlungsfeld of their name as soon as there is one', async () => {
    const { id } = await planner.post<{ id: string }>('/api/fields-of-action', {
      name: 'Migration und Integration',
      description: '',
    });
    expect(await codes(`fieldId=${id}`)).toEqual([
      'MIG-01',
      'MIG-02',
      'MIG-03',
      'MIG-04',
      'MIG-05',
      'MIG-06',
    ]);
  });

  it('leave as a table that a spreadsheet opens', async () => {
    const text = await (await planner.raw('GET', '/api/indicators/export.csv?search=DEM-04')).text();
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFF?Kürzel;Name;Handlungsfeld/);
    expect(text).toContain('DEM-04;Altenquotient');
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });

  it('show the newest value of the county, and readers only what is to be published', async () => {
    const { id } = await indicatorByCode(planner, 'DEM-04');
    const versionId = (await indicatorView(planner, id)).current.id;
    const of = { indicatorId: id, versionId };
    await recordValues(
      app,
      { ...of, value: 43.2, periodEnd: '2014-12-31' },
      { ...of, value: 44.11 },
      { ...of, value: 45.5, periodEnd: '2016-12-31', disclosure: 'UNCHECKED' },
      { ...of, value: 47.54, areaCode: '15082005' },
      { ...of, value: null, valueFlag: 'SUPPRESSED_PRIMARY', areaCode: '15082015', disclosure: 'PRIMARY' },
    );
    expect((await indicatorByCode(planner, 'DEM-04')).last).toMatchObject({
      value: 45.5,
      periodEnd: '2016-12-31',
    });
    expect((await indicatorByCode(reader, 'DEM-04')).last).toMatchObject({ value: 44.11, flag: 'OK' });
    const seen = await valuesOf(reader, id);
    expect(seen.series.map((it) => it.value)).toEqual([43.2, 44.11]);
    expect(seen.newest.map((it) => [it.areaCode, it.value])).toEqual([
      ['15082', 44.11],
      ['15082005', 47.54],
    ]);
    const all = await valuesOf(planner, id, '15082015');
    expect(all.series).toEqual([
      expect.objectContaining({ value: null, flag: 'SUPPRESSED_PRIMARY', areaName: 'Bitterfeld-Wolfen' }),
    ]);
  });

  it('keep what was recorded before when a value is told differently, and write the same only once', async () => {
    const { id } = await indicatorByCode(planner, 'DEM-07');
    const of = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    expect(await recordValues(app, { ...of, value: 47.1 })).toEqual({
      written: 1,
      superseded: 0,
      unchanged: 0,
    });
    expect(await recordValues(app, { ...of, value: 47.1 })).toEqual({
      written: 0,
      superseded: 0,
      unchanged: 1,
    });
    expect(await recordValues(app, { ...of, value: 47.2 })).toEqual({
      written: 1,
      superseded: 1,
      unchanged: 0,
    });
    expect((await valuesOf(planner, id)).series.map((it) => it.value)).toEqual([47.2]);
    const kept = await app.database.rows('select value from observation where indicator_id = $1', [id]);
    expect(kept).toHaveLength(2);
  });

  it('are taken back from readers when the same value comes again as one that is to be kept secret', async () => {
    const { id } = await indicatorByCode(planner, 'DEM-08');
    const of = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    await recordValues(app, { ...of, value: 2 });
    expect((await indicatorByCode(reader, 'DEM-08')).last?.value).toBe(2);
    expect(await recordValues(app, { ...of, value: 2, disclosure: 'PRIMARY' })).toMatchObject({
      superseded: 1,
    });
    expect((await indicatorByCode(reader, 'DEM-08')).last).toBeNull();
    expect((await valuesOf(reader, id)).series).toEqual([]);
    expect((await list(reader, 'values=yes')).items.map((it) => it.code)).not.toContain('DEM-08');
  });

  it('stand beside each other on two population bases instead of as one series', async () => {
    const { id } = await indicatorByCode(planner, 'DEM-01');
    const of = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    const day = { periodEnd: '2023-12-31', territoryStatus: '2023-12-31' };
    await recordValues(
      app,
      { ...of, ...day, value: 156_642 },
      { ...of, ...day, value: 154_059, populationBase: 'ZENSUS_2022' },
    );
    expect((await valuesOf(planner, id)).series.map((it) => [it.value, it.populationBase])).toEqual([
      [156_642, 'ZENSUS_2011'],
      [154_059, 'ZENSUS_2022'],
    ]);
    const { results } = await planner.get<DataTestsView>(`/api/indicators/${id}/tests`);
    expect(results.find((it) => it.test === 'UNIQUE')?.verdict).toBe('WARNING');
    expect(await refusalOf(reader.get(`/api/indicators/${id}/tests`))).toBe('forbidden');
  });

  it('carry the interval and the mark of small numbers beside a share', async () => {
    const { id } = await indicatorByCode(planner, 'BIL-04');
    const of = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    await recordValues(app, { ...of, value: 10.714, numerator: 3, denominator: 28 });
    const [seen] = (await valuesOf(planner, id)).series;
    expect(seen?.smallNumber).toBe(true);
    expect(seen?.interval?.low).toBeCloseTo(3.712, 3);
    expect(seen?.interval?.high).toBeCloseTo(27.196, 3);
  });

  it('get a new version with another definition; values stay with the old one', async () => {
    const { id } = await indicatorByCode(planner, 'SL-07');
    const before = await indicatorView(planner, id);
    await recordValues(app, { indicatorId: id, versionId: before.current.id, value: 17_723 });
    const after = await redefineIndicator(planner, id, {
      definition: 'Anders erklärt als bisher.',
      reason: 'Neu gefasst',
    });
    expect(after.current).toMatchObject({ number: 2, definition: 'Anders erklärt als bisher.' });
    expect(after.versions.map((it) => it.number)).toEqual([2, 1]);
    expect((await valuesOf(planner, id)).series).toEqual([
      expect.objectContaining({ value: 17_723, versionNumber: 1 }),
    ]);
    expect(await refusalOf(redefineIndicator(planner, id, {}))).toBe('indicator-nothing-changed');
  });

  it('are not published without definition or source, neither by us nor by hand in the database', async () => {
    const incomplete = { code: 'DEM-90', definition: '', sourceId: null };
    expect(await refusalOf(indicator(planner, incomplete))).toBe('indicator-needs-definition');
    expect(await refusalOf(indicator(planner, { ...incomplete, definition: 'Sagt etwas.' }))).toBe(
      'indicator-needs-source',
    );
    const id = await indicator(planner, { ...incomplete, published: false });
    expect(await refusalOf(indicatorView(reader, id))).toBe('not-found');
    await expect(
      app.database.rows(`update indicator_version set state = 'PUBLISHED' where indicator_id = $1`, [id]),
    ).rejects.toThrow('indicator_version_published');
    expect((await indicatorView(planner, id)).current.published).toBe(false);
    expect(await refusalOf(indicator(planner, { code: 'DEM-90' }))).toBe('indicator-code-taken');
  });

  it('refuse a unit that does not fit and a rate without a denominator', async () => {
    expect(await refusalOf(indicator(planner, { code: 'DEM-91', unit: 'EURO' }))).toBe(
      'indicator-unit-does-not-fit',
    );
    expect(await refusalOf(indicator(planner, { code: 'DEM-91', denominator: ' ' }))).toBe(
      'indicator-needs-denominator',
    );
  });

  it('are changed by planners alone; admins without another role do not read them', async () => {
    const { id } = await indicatorByCode(planner, 'DEM-04');
    expect(await refusalOf(redefineIndicator(reader, id, { name: 'Anders' }))).toBe('forbidden');
    const admin = await signedIn(app, 'admin');
    expect(await refusalOf(indicatorView(admin, id))).toBe('forbidden');
    const provider = await signedIn(app, 'provider');
    expect((await provider.get<IndicatorView>(`/api/indicators/${id}`)).mayChange).toBe(false);
  });

  it('tell how complete they are and when a source is overdue', async () => {
    const source = await dataSource(planner, { code: 'TESTQUELLE', rhythmMonths: 12, lagMonths: 6 });
    const id = await indicator(planner, {
      code: 'DEM-92',
      sourceId: source.id,
      levels: ['COUNTY', 'MUNICIPALITY'],
    });
    const of = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    const monitor = async () =>
      (await planner.get<Page<DataSourceListItem>>('/api/data-sources')).items.find(
        (it) => it.id === source.id,
      );
    expect(await monitor()).toMatchObject({
      indicators: 1,
      completeness: { present: 0, expected: 55 },
      release: { expectedOn: null, overdue: false },
    });
    app.clock.set('2026-05-01T10:00:00Z');
    await recordValues(
      app,
      ...municipalitiesOfAnhaltBitterfeld.map(({ ags }) => ({
        ...of,
        areaCode: ags,
        periodEnd: '2024-12-31',
      })),
      { ...of, areaCode: '14713000', periodEnd: '2024-12-31' },
    );
    expect(await monitor()).toMatchObject({
      completeness: { present: 10, expected: 55 },
      newestPeriodEnd: '2024-12-31',
      release: { expectedOn: '2026-06-30', overdue: false },
    });
    app.clock.set('2026-07-01T10:00:00Z');
    expect((await monitor())?.release.overdue).toBe(true);
    expect((await indicatorByCode(planner, 'DEM-92')).overdue).toBe(true);
  });
});

describe('The Datenkonzept', () => {
  it('comes into force whole, keeps its definitions, and is superseded by the next version', async () => {
    const app = await testApp();
    const planner = await signedIn(app, 'planner');
    const reader = await signedIn(app, 'reader');
    const draft = await dataConcept(planner, { rhythm: '' });
    expect((await reader.get<Page<unknown>>('/api/data-concepts')).items).toEqual([]);
    expect(await refusalOf(dataConcept(planner))).toBe('data-concept-draft-exists');
    expect(await refusalOf(enforceDataConcept(planner, draft))).toBe('data-concept-incomplete');
    const { title, observed, purpose, origin, validFrom } = draft;
    const whole = { title, observed, purpose, origin, validFrom, rhythm: 'Jährlich.' };
    const changed = await planner.put<typeof draft>(`/api/data-concepts/${draft.id}`, whole, draft.version);
    const first = await enforceDataConcept(planner, changed);
    expect(first).toMatchObject({ state: 'IN_FORCE', indicators: 90, moves: [] });
    expect(await refusalOf(planner.put(`/api/data-concepts/${first.id}`, whole, first.version))).toBe(
      'data-concept-not-draft',
    );
    await enforceDataConcept(planner, await dataConcept(planner));
    const { items } = await reader.get<Page<typeof draft>>('/api/data-concepts');
    expect(items.map((it) => [it.number, it.state])).toEqual([
      [2, 'IN_FORCE'],
      [1, 'SUPERSEDED'],
    ]);
    await app.close();
  });
});
