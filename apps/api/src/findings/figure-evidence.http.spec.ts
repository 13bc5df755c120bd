import type { FindingView } from '@runder-tisch/domain/findings';
import type { TraceView } from '@runder-tisch/domain/trace';
import { refusalOf } from '@runder-tisch/scenario/client';
import { addEvidence, finding, moveFinding } from '@runder-tisch/scenario/findings';
import { indicatorByCode, indicatorView } from '@runder-tisch/scenario/indicators';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { recordValues, type ToldValue } from '../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('A figure speaks for a Befund', () => {
  let app: TestApp;
  let planner: SignedIn;
  let coordinator: SignedIn;
  let fieldId: string;

  beforeAll(async () => {
    app = await testApp();
    [planner, coordinator] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'coordinator')]);
    fieldId = await fieldOfAction(planner, 'Mit Zahlen');
    await planner.post('/api/municipalities', { ags: '15082005', name: 'Aken (Elbe)', planningAreaId: null });
  });
  afterAll(() => app.close());

  const record = async (code: string, value: Partial<ToldValue>): Promise<string> => {
    const { id } = await indicatorByCode(planner, code);
    const versionId = (await indicatorView(planner, id)).current.id;
    await recordValues(app, { indicatorId: id, versionId, ...value });
    const [row] = await app.database.rows<{ id: string }>(
      'select id from observation where indicator_id = $1 and superseded_at is null order by recorded_at desc, id desc limit 1',
      [id],
    );
    return row?.id ?? '';
  };
  const befund = (statement: string): Promise<string> => finding(planner, { statement, fieldId });
  const view = (id: string, client = planner): Promise<FindingView> => client.get(`/api/findings/${id}`);

  it('alone is enough to confirm it, and stands there with value, period and source', async () => {
    const id = await befund('In Aken leben viele Ältere');
    expect(await refusalOf(moveFinding(planner, id, 'confirm'))).toBe('finding-without-evidence');
    const figure = await record('DEM-04', { value: 47.54, areaCode: '15082005' });
    await addEvidence(planner, id, { figureIds: [figure] });
    await moveFinding(planner, id, 'confirm');
    const [line] = (await view(id)).evidence;
    expect(line).toMatchObject({ kind: 'figure', title: 'Altenquotient · Aken (Elbe)', toCheck: false });
    expect(line?.words).toMatch(
      /^47,5 je 100 \(31\.12\.2015\)\. Quelle: .+, Gebietsstand 31\.12\.2015, .+ Fassung 1\.$/,
    );
    expect(line?.path).toMatch(/^\/daten\/indikatoren\/[0-9a-f-]{36}$/);
  });

  it('is to be checked once the value was corrected, and no more after somebody looked', async () => {
    const id = await befund('Es gibt viele Alleinlebende');
    const figure = await record('DEM-10', { value: 5.1, areaCode: '15', keyKind: 'LAND' });
    await addEvidence(planner, id, { figureIds: [figure], note: 'Wie im Land' });
    await record('DEM-10', { value: 5.1, areaCode: '15', keyKind: 'LAND' });
    await record('DEM-10', { value: 9.9, areaCode: '15', keyKind: 'LAND', periodEnd: '2016-12-31' });
    expect((await view(id)).evidence[0]).toMatchObject({
      toCheck: false,
      title: expect.stringMatching(/Sachsen-Anhalt$/),
    });
    await record('DEM-10', { value: 5.4, areaCode: '15', keyKind: 'LAND' });
    const [changed] = (await view(id)).evidence;
    expect(changed?.toCheck).toBe(true);
    expect(changed?.words).toMatch(/^5,4 %/);
    await planner.post(`/api/findings/${id}/evidence/${changed?.id}/accept`, undefined);
    expect((await view(id)).evidence[0]).toMatchObject({ toCheck: false });
  });

  it('that is not to be published is read by nobody but planners, before and after a correction', async () => {
    const id = await befund('Kleine Zahlen');
    const hidden = await record('SOZ-07', { value: 7.7, disclosure: 'PRIMARY' });
    const open = await record('SOZ-05', { value: 3.3 });
    await addEvidence(planner, id, { figureIds: [hidden, open] });
    await record('SOZ-05', { value: 8.8, disclosure: 'UNCHECKED' });
    const lines = (await view(id, coordinator)).evidence;
    expect(lines.map((it) => [it.kind, it.title, it.words, it.path])).toEqual([
      ['figure', '', '', null],
      ['figure', '', '', null],
    ]);
    expect((await view(id)).evidence.map((it) => it.words.slice(0, 3)).toSorted()).toEqual(['7,7', '8,8']);
  });

  it('is taken only if it is there and holds', async () => {
    const id = await befund('Ohne Zahl');
    const old = await record('SOZ-08', { value: 1 });
    await record('SOZ-08', { value: 2 });
    for (const figure of [old, '0197f5a4-0000-7000-8000-000000000000'])
      expect(await refusalOf(addEvidence(planner, id, { figureIds: [figure] }))).toBe('evidence-unknown');
  });

  it('leads from the indicator to the Befund', async () => {
    const id = await befund('Die Spur');
    const figure = await record('SOZ-06', { value: 2.2 });
    await addEvidence(planner, id, { figureIds: [figure] });
    const indicator = await indicatorByCode(planner, 'SOZ-06');
    const trace = await planner.get<TraceView>(`/api/trace/indicator/${indicator.id}`);
    expect(JSON.stringify(trace)).toContain(id);
  });
});
