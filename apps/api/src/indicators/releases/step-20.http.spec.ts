import type { IndicatorValuesView } from '@runder-tisch/domain/indicators';
import type { FigureReleaseView } from '@runder-tisch/domain/indicators/releases';
import type { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  indicator,
  indicatorView,
  figureRelease,
  preparedRelease,
  releaseFigures,
  withdrawFigures,
} from '@runder-tisch/scenario/indicators';
import { recordValues, type ToldValue } from '../../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureReleaseCheck } from './figure-release-check';

/** Step 20 of the acceptance script, as far as it is reached without reports. */
describe('The table of benefits for asylum seekers of 2014 by age', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;
  let id: string;
  let told: Pick<ToldValue, 'indicatorId' | 'versionId'>;

  const ages = { U7: 58, '7-14': 59, '15-24': 237, '25-49': 407, '50-64': 21, '65+': 2 };
  const day = { periodEnd: '2014-12-31', disclosure: 'UNCHECKED' } as const;
  const record = (dimensions: string, value: number) =>
    recordValues(app, { ...told, ...day, dimensions, value });

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    reader = await signedIn(app, 'reader');
    await planner.post('/api/municipalities', { ags: '15082005', name: 'Aken (Elbe)', planningAreaId: null });
    id = await indicator(planner, { code: 'SOZ-90', kind: 'COUNT', unit: 'COUNT', disclosureRule: 'R1' });
    told = { indicatorId: id, versionId: (await indicatorView(planner, id)).current.id };
    await record('', 784);
    for (const [age, value] of Object.entries(ages)) await record(`ALT=${age}`, value);
  });
  afterAll(() => app.close());

  const checked = async (facts: Partial<PrepareFigureRelease> = {}): Promise<FigureReleaseView> => {
    const made = await preparedRelease(planner, id, facts);
    await app.get(FigureReleaseCheck).runDue();
    return figureRelease(planner, made.id);
  };
  const observationOf = async (dimensions: string): Promise<string> => {
    const [row] = await app.database.rows<{ id: string }>(
      'select id from observation where indicator_id = $1 and dimensions = $2 and superseded_at is null',
      [id, dimensions],
    );
    return row?.id ?? '';
  };
  const file = (of: FigureReleaseView) => reader.raw('GET', `/api/releases/${of.id}.csv`);

  it('comes out with its two hidden cells alone, however it is tried and whatever comes later', async () => {
    let released: FigureReleaseView;

    // It does not come out with the smallest age in the open.
    {
      const refused = await checked({ wanted: [await observationOf('ALT=65+')] });
      expect(refused).toMatchObject({ state: 'REFUSED', moves: [] });
      expect(refused.refusal).toContain('ALT=65+“ kann nicht offen dastehen: Es sind zu wenige Fälle.');
    }

    // Nor does it with the other hidden one, from which the smallest follows.
    {
      const shown = ['U7', '7-14', '15-24', '25-49', '50-64'].map((age) => observationOf(`ALT=${age}`));
      const refused = await checked({ wanted: [await observationOf(''), ...(await Promise.all(shown))] });
      expect(refused.refusal).toContain('ALT=65+“ ließe sich genau errechnen');
    }

    // It is ready with two of its seven cells hidden, both behind one sign.
    {
      released = await checked();
      expect(released).toMatchObject({
        state: 'READY',
        report: '2 von 7 Zellen verborgen (28,6 %)',
        signSays: 'Zahl geheim gehalten',
      });
      const hidden = released.shownCells.filter((it) => it.hidden);
      expect(hidden.map((it) => it.name.split(', ').at(-1))).toEqual(['ALT=50-64', 'ALT=65+']);
      expect(hidden.map((it) => it.shown)).toEqual(['.', '.']);
      expect((await file(released)).status).toBe(404);
      expect((await reader.get<IndicatorValuesView>(`/api/indicators/${id}/values`)).series).toEqual([]);
    }

    // It shows what is released to everybody, and no hidden number anywhere.
    {
      released = await releaseFigures(planner, released);
      expect(released).toMatchObject({ state: 'RELEASED', moves: ['withdraw'] });
      const answer = await file(released);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const text = await answer.text();
      const rows = text.trim().split('\r\n');
      expect(rows).toHaveLength(8);
      expect(rows.filter((row) => row.includes(';;.;'))).toHaveLength(2);
      expect(text).toContain(';784;');
      expect(text).not.toMatch(/;(21|2);/);
      const values = await reader.get<IndicatorValuesView>(`/api/indicators/${id}/values`);
      expect(values.series.map((it) => it.value)).toEqual([784]);
    }

    // It never gives away a hidden cell by a subtotal that comes later.
    {
      await record('ALT=25-64', 428);
      const subtotal = await observationOf('ALT=25-64');
      const refused = await checked({ wanted: [subtotal] });
      expect(refused.refusal).toMatch(/ALT=(50-64|65\+)“ ließe sich genau errechnen/);
      const careful = await checked();
      expect(careful.report).toBe('3 von 8 Zellen verborgen (37,5 %)');
      await releaseFigures(planner, careful);
      expect(await (await file(careful)).text()).not.toContain('428');
    }

    // It stays as it was when a value is corrected, and the correction keeps the pattern.
    {
      const before = await (await file(released)).text();
      await record('ALT=50-64', 22);
      await record('ALT=25-64', 429);
      await record('', 785);
      expect(await (await file(released)).text()).toBe(before);
      const next = await checked({ wanted: [await observationOf('ALT=50-64')] });
      expect(next.refusal).toContain('früheren Freigabe verborgen');
      await expect(
        app.database.rows(`update figure_release_cell set value = 1 where release_id = $1`, [released.id]),
      ).rejects.toThrow('figure_release_stays');
    }

    // It is refused as soon as values or releases came since the check.
    {
      const ready = await checked();
      expect(ready.state).toBe('READY');
      await record('ALT=15-24', 238);
      expect(await refusalOf(releaseFigures(planner, ready))).toBe('figure-release-overtaken');
      await withdrawFigures(planner, ready, 'Neue Werte');
    }

    // It leaves every public place when it is taken back, with a reason.
    {
      const back = await withdrawFigures(planner, released, 'Falsche Tabelle');
      expect(back).toMatchObject({ state: 'WITHDRAWN', withdrawnReason: 'Falsche Tabelle', moves: [] });
      expect((await file(released)).status).toBe(404);
      expect(await refusalOf(figureRelease(reader, released.id))).toBe('not-found');
    }
  });
});
