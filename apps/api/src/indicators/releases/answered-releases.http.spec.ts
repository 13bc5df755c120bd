import type { CreateIndicator } from '@runder-tisch/domain/indicators/indicators-requests';
import type { FigureReleaseView } from '@runder-tisch/domain/indicators/releases';
import type { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import {
  figureRelease,
  indicator,
  indicatorView,
  preparedRelease,
  releaseFigures,
  withdrawFigures,
} from '@runder-tisch/scenario/indicators';
import { recordValues, type ToldValue } from '../../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Settings } from '../../settings/settings';
import { FigureReleaseCheck } from './figure-release-check';

const places = ['15082', '15082005', '15082430', '15082440', '15082180'];

/** What somebody has to answer for, beside what the check finds by itself. */
describe('Freigaben', () => {
  let app: TestApp;
  let planner: SignedIn;
  let numbers = 10;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  async function made(facts: Partial<CreateIndicator>, values: Partial<ToldValue>[]) {
    const code = `ANT-${++numbers}`;
    const id = await indicator(planner, { code, kind: 'COUNT', unit: 'COUNT', ...facts });
    const { current } = await indicatorView(planner, id);
    const record = (...more: Partial<ToldValue>[]) =>
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

  const counts = (...values: number[]): Partial<ToldValue>[] =>
    values.map((value, index) => ({ value, areaCode: places[index] ?? '' }));
  async function checked(id: string, facts: Partial<PrepareFigureRelease> = {}): Promise<FigureReleaseView> {
    const release = await preparedRelease(planner, id, facts);
    await app.get(FigureReleaseCheck).runDue();
    return figureRelease(planner, release.id);
  }
  const hiddenPlaces = ({ shownCells }: FigureReleaseView): string[] =>
    shownCells.filter((it) => it.hidden).map((it) => it.name.split(',')[0] ?? '');
  async function currentValue(id: string, areaCode: string): Promise<string> {
    const [row] = await app.database.rows<{ id: string }>(
      'select id from observation where indicator_id = $1 and area_code = $2 and superseded_at is null',
      [id, areaCode],
    );
    return row?.id ?? '';
  }
  const tell = async (id: string, areaCode: string, amounts: number[]): Promise<unknown> =>
    planner.put(`/api/indicators/${id}/contributors`, {
      observationId: await currentValue(id, areaCode),
      amounts,
    });

  it('show what three and more brought in, and hide what one or two did, or one nearly alone', async () => {
    const { id } = await made({ disclosureRule: 'R4' }, counts(100, 30, 20, 35, 15));
    expect((await checked(id)).refusal).toContain('Bei 5 Werten steht nicht, wer wie viel beigetragen hat');
    await tell(id, '15082', [40, 30, 30]);
    await tell(id, '15082005', [10, 10, 10]);
    await tell(id, '15082430', [18, 1, 1]);
    await tell(id, '15082440', [20, 15]);
    await tell(id, '15082180', [5, 5, 5]);
    const ready = await checked(id);
    expect(ready.state).toBe('READY');
    expect(hiddenPlaces(ready)).toEqual(['15082430', '15082440']);
    expect(JSON.stringify(ready)).not.toContain('amounts');
  });

  it('judge a mean by its contributors alone, for means do not add up', async () => {
    const facts = { disclosureRule: 'R4', kind: 'AVERAGE', unit: 'DAYS' } as const;
    const { id } = await made(facts, counts(12, 9.5, 20));
    await tell(id, '15082', [1, 1, 1, 1]);
    await tell(id, '15082005', [1, 1]);
    await tell(id, '15082430', [1, 1, 1]);
    expect(hiddenPlaces(await checked(id))).toEqual(['15082005']);
  });

  it('come out under the name of whoever answers for the contributors, with the reason', async () => {
    const { id } = await made({ disclosureRule: 'R4' }, counts(100, 60, 40));
    await tell(id, '15082005', [59, 1]);
    const reason = 'Acht Träger je Gemeinde, laut Abfrage vom März.';
    const ready = await checked(id, { contributorsReason: reason });
    expect(ready).toMatchObject({
      state: 'READY',
      contributorsReason: reason,
      contributorsConfirmedBy: ready.createdBy,
      contributorsConfirmedAt: expect.any(String) as string,
    });
    // What is known weighs more than what somebody says.
    expect(hiddenPlaces(ready)).toContain('15082005');
    await releaseFigures(planner, ready);
    await expect(
      app.database.rows(`update figure_release set contributors_reason = 'anders' where id = $1`, [ready.id]),
    ).rejects.toThrow('figure_release_stays');
    const { id: other } = await made({}, counts(20));
    expect(await refusalOf(preparedRelease(planner, other, { contributorsReason: reason }))).toBe(
      'figure-release-no-contributors',
    );
    expect(await refusalOf(tell(other, '15082', [1]))).toBe('figure-release-no-contributors');
    const foreign = { observationId: await currentValue(other, '15082'), amounts: [1] };
    expect(await refusalOf(planner.put(`/api/indicators/${id}/contributors`, foreign))).toBe(
      'figure-release-unknown-value',
    );
  });

  it('after a correction are held against the patterns of all earlier ones', async () => {
    const { id, record } = await made({}, counts(46, 2, 6, 8, 30));
    const first = await releaseFigures(planner, await checked(id));
    expect(hiddenPlaces(first)).toEqual(['15082005', '15082430']);
    // 46 less 8 less 30 was 8. Now Zörbig is small and hidden, and 40 less 30 is 10: the difference is Zörbig.
    await record({ value: 2, areaCode: '15082440' }, { value: 40 });
    const careful = await checked(id);
    expect(hiddenPlaces(careful)).toEqual(['Anhalt-Bitterfeld', '15082005', '15082430', '15082440']);
    await withdrawFigures(planner, careful, 'Neu geprüft');
    const { state, refusal } = await checked(id, { wanted: [await currentValue(id, '15082')] });
    expect(state).toBe('REFUSED');
    expect(refusal).toMatch(/15082440.* ließe sich genau errechnen/);
  });

  it('by one person alone show it, and need a second one where the county wants four eyes', async () => {
    const { id } = await made({}, counts(100, 60, 40));
    const alone = await releaseFigures(planner, await checked(id));
    expect(alone).toMatchObject({ releasedAlone: true, waitsForOther: false });
    await withdrawFigures(planner, alone, 'Mit vier Augen');
    await app.get(Database).write(systemViewer, 'test.settings', (tx) =>
      app.get(Settings).begin(
        tx,
        Object.assign(new SaveSettings(), {
          countyName: 'Landkreis Musterland',
          senderName: 'Sozialplanung',
          senderAddress: 'runder-tisch@musterland.test',
          replyAddress: 'sozialplanung@musterland.test',
          fourEyes: true,
        }),
      ),
    );
    const ready = await checked(id);
    expect(ready).toMatchObject({ waitsForOther: true, moves: ['withdraw'] });
    expect(await refusalOf(releaseFigures(planner, ready))).toBe('figure-release-own');
    const second = await signedIn(app, 'planner');
    expect(await figureRelease(second, ready.id)).toMatchObject({
      waitsForOther: false,
      moves: ['release', 'withdraw'],
    });
    expect(await releaseFigures(second, ready)).toMatchObject({ state: 'RELEASED', releasedAlone: false });
    // As the other releases here find it.
    const admin = await signedIn(app, 'admin');
    const { version, logo: _logo, ...settings } = await admin.get<SettingsView>('/api/settings');
    await admin.put('/api/settings', { ...settings, fourEyes: false }, version);
  });
});
