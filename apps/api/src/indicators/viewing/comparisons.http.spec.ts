import type { CourseView, MunicipalitiesView } from '@runder-tisch/domain/indicators/viewing';
import { municipalitiesOfAnhaltBitterfeld } from '@runder-tisch/domain/territory';
import { refusalOf } from '@runder-tisch/scenario/client';
import { indicatorByCode, indicatorView, redefineIndicator } from '@runder-tisch/scenario/indicators';
import { recordValues, type ToldValue } from '../../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Looking at the values of an indicator', () => {
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

  const course = (client: SignedIn, id: string, areas = '') =>
    client.get<CourseView>(`/api/indicators/${id}/course${areas && `?areas=${areas}`}`);
  const side = (client: SignedIn, id: string, period = '') =>
    client.get<MunicipalitiesView>(`/api/indicators/${id}/municipalities${period && `?period=${period}`}`);
  const indicatorWith = async (code: string, ...values: Partial<ToldValue>[]): Promise<string> => {
    const { id } = await indicatorByCode(planner, code);
    const versionId = (await indicatorView(planner, id)).current.id;
    await recordValues(
      app,
      ...values.map((it) => ({
        indicatorId: id,
        versionId,
        territoryStatus: it.periodEnd ?? '2015-12-31',
        ...it,
      })),
    );
    return id;
  };

  it('shows the county beside the Land, and any other Kreis of the same table on demand', async () => {
    const id = await indicatorWith(
      'SOZ-01',
      { value: 14.1, periodEnd: '2013-12-31' },
      { value: 13.4, numerator: 22_053, denominator: 164_817 },
      { value: 12, areaCode: '15', keyKind: 'LAND' },
      { value: 9, areaCode: '15091' },
      { value: 8, areaCode: '14713' },
      { value: 9.5, areaCode: 'DG', keyKind: 'GERMANY' },
      { value: 11, areaCode: '14713012' },
    );
    const usual = await course(reader, id);
    expect(usual.lines.map(({ code, values }) => [code, values.map((it) => it.value)])).toEqual([
      ['15082', [14.1, 13.4]],
      ['15', [12]],
    ]);
    expect(usual.areas.map(({ code }) => code)).toEqual(['DG', '15', '15082', '14713', '15091']);
    expect(usual.lines[0]?.values[1]?.interval?.low).toBeCloseTo(13.22, 1);
    expect(usual.trend).toBe('seit 31.12.2013 um 0,7 Prozentpunkte gefallen, nicht auf Zufall geprüft');
    const beside = await course(reader, id, '15082,15091,DG');
    expect(beside.lines.map(({ name }) => name).slice(1)).toEqual(['Wittenberg', 'Deutschland']);
    expect(await refusalOf(course(reader, id, '1,2,3,4'))).toBe('invalid-input');
  });

  it('gives nobody but planners what is not to be published, neither as a value nor as a choice', async () => {
    const id = await indicatorWith(
      'SOZ-05',
      { value: 2.1 },
      { value: 77.7, periodEnd: '2016-12-31', disclosure: 'PRIMARY' },
      { value: 77.7, areaCode: '15091', disclosure: 'UNCHECKED' },
      { value: 77.7, areaCode: '15082005', disclosure: 'SECONDARY' },
    );
    expect((await course(planner, id)).areas.map(({ code }) => code)).toEqual(['15082', '15082005', '15091']);
    expect((await side(planner, id)).values.map((it) => it.value)).toEqual([77.7]);
    const seen = await course(reader, id, '15082,15091,15082005');
    expect(seen.areas.map(({ code }) => code)).toEqual(['15082']);
    expect(await side(reader, id)).toMatchObject({ periods: [], period: null, values: [], county: null });
    for (const file of [
      'course.csv?areas=15082,15091',
      'municipalities.csv',
      'municipalities?period=2015-12-31',
    ])
      expect(await (await reader.raw('GET', `/api/indicators/${id}/${file}`)).text()).not.toContain('77');
    expect(JSON.stringify(seen)).not.toContain('77.7');
  });

  it('sets the municipalities of one period beside the county, and names those without a value', async () => {
    const id = await indicatorWith(
      'SOZ-03',
      { value: 24.4, numerator: 5_000, denominator: 20_500 },
      { value: 25.1, periodEnd: '2014-12-31' },
      { value: 45.9, areaCode: '15082005', periodEnd: '2014-12-31' },
      { value: 27.54, areaCode: '15082005', numerator: 248, denominator: 900 },
      { value: null, valueFlag: 'SUPPRESSED_PRIMARY', areaCode: '15082015', disclosure: 'PRIMARY' },
    );
    const newest = await side(planner, id);
    expect(newest.periods.map(({ end }) => end)).toEqual(['2015-12-31', '2014-12-31']);
    expect(newest.values.map((it) => [it.areaName, it.value])).toEqual([
      ['Aken (Elbe)', 27.54],
      ['Bitterfeld-Wolfen', null],
    ]);
    expect(newest.values[0]?.interval?.low).toBeCloseTo(24.73, 1);
    expect(newest.county).toMatchObject({
      value: 24.4,
      periodEnd: '2015-12-31',
      populationBase: 'ZENSUS_2011',
    });
    expect(newest.without).toHaveLength(8);
    expect((await side(planner, id, '2014-12-31')).values.map((it) => it.value)).toEqual([45.9]);
    expect((await side(planner, id, '2001-12-31')).period?.end).toBe('2015-12-31');
    const file = await (await planner.raw('GET', `/api/indicators/${id}/municipalities.csv`)).text();
    expect(file).toMatch(/Aken \(Elbe\);15082005;Stichtag;31\.12\.2015;27,5;24,7;30,6;%;;31\.12\.2015;/);
    expect(file).toContain('geheim oder unbekannt');
  });

  it('keeps a definition and its values apart from the next one, and has no trend over the break', async () => {
    const id = await indicatorWith('KJH-05', { value: 40 });
    await redefineIndicator(planner, id, {
      definition: 'Tage bis zum ersten Termin',
      reason: 'Der erste Termin zählt.',
    });
    await indicatorWith('KJH-05', { value: 55, periodEnd: '2016-12-31' });
    const { lines, trend } = await course(planner, id);
    expect(lines[0]?.values.map((it) => [it.value, it.versionNumber])).toEqual([
      [40, 1],
      [55, 2],
    ]);
    expect(trend).toBeNull();
  });
});
