import type { CreateIndicator } from '@runder-tisch/domain/indicators/indicators-requests';
import type { FigureReleaseView, IndicatorLinksView } from '@runder-tisch/domain/indicators/releases';
import type { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  figureRelease,
  indicator,
  indicatorLinks,
  indicatorView,
  preparedRelease,
  releaseFigures,
  statedSum,
  withdrawFigures,
} from '@runder-tisch/scenario/indicators';
import { recordValues, type ToldValue } from '../../../test/indicators/record-values';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { FigureReleaseCheck } from './figure-release-check';

/** Aken, Zerbst and Zörbig beside the county. */
const places = ['15082', '15082005', '15082430', '15082440'];

describe('Freigaben mehrerer Indikatoren', () => {
  let app: TestApp;
  let planner: SignedIn;
  let numbers = 10;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  async function made(facts: Partial<CreateIndicator>, values: Partial<ToldValue>[]) {
    const code = `VBD-${++numbers}`;
    const id = await indicator(planner, { code, kind: 'COUNT', unit: 'COUNT', ...facts });
    const { current } = await indicatorView(planner, id);
    await recordValues(
      app,
      ...values.map((it) => ({
        disclosure: 'UNCHECKED' as const,
        ...it,
        indicatorId: id,
        versionId: current.id,
      })),
    );
    return { id, code };
  }

  const counts = (...values: number[]): Partial<ToldValue>[] =>
    values.map((value, index) => ({ value, areaCode: places[index] ?? '' }));
  const rates = (...pairs: [numerator: number, denominator: number][]): Partial<ToldValue>[] =>
    pairs.map(([numerator, denominator], index) => ({
      areaCode: places[index] ?? '',
      numerator,
      denominator,
      value: (100 * numerator) / denominator,
    }));

  async function checked(id: string, facts: Partial<PrepareFigureRelease> = {}): Promise<FigureReleaseView> {
    const release = await preparedRelease(planner, id, facts);
    await app.get(FigureReleaseCheck).runDue();
    return figureRelease(planner, release.id);
  }

  const released = async (
    id: string,
    facts: Partial<PrepareFigureRelease> = {},
  ): Promise<FigureReleaseView> => releaseFigures(planner, await checked(id, facts));
  const hiddenPlaces = ({ shownCells }: FigureReleaseView): string[] =>
    shownCells.filter((it) => it.hidden).map((it) => it.name.split(',')[0] ?? '');
  const valueOf = async (id: string, areaCode: string): Promise<string> => {
    const [row] = await app.database.rows<{ id: string }>(
      'select id from observation where indicator_id = $1 and area_code = $2',
      [id, areaCode],
    );
    return row?.id ?? '';
  };

  const later = (): void => app.clock.pass(1, 'minutes');

  it('hide a rate where its numerator was hidden as a number of its own', async () => {
    const numerator = `Leistungsberechtigte ${numbers}`;
    const count = await made({ numerator }, counts(46, 2, 6, 38));
    expect(hiddenPlaces(await released(count.id))).toEqual(['15082005', '15082430']);
    // Its own rule would show Zerbst: the county is missing, so nothing follows from it.
    const rate = await made(
      { kind: 'RATE', unit: 'PERCENT', rateKind: 'EVENTS', numerator },
      rates([46, 900], [2, 90], [6, 300], [38, 510]).slice(1),
    );
    const careful = await checked(rate.id);
    expect(hiddenPlaces(careful)).toEqual(['15082005', '15082430']);
    await withdrawFigures(planner, careful, 'Neu geprüft');
    const refused = await checked(rate.id, { wanted: [await valueOf(rate.id, '15082430')] });
    expect(refused.refusal).toMatch(
      new RegExp(
        `^So lässt sich nicht veröffentlichen: „${count.code} .*(15082005|15082430), .*“ ließe sich genau errechnen`,
      ),
    );
    expect((await indicatorLinks(planner, rate.id)).linked.map((it) => it.code)).toEqual([count.code]);
  });

  it('are refused where another indicator has shown the small number already, and name it', async () => {
    const numerator = `Gezeigte ${numbers}`;
    const open = await made({ numerator, disclosureRule: 'R0' }, counts(46, 2));
    await released(open.id);
    const careful = await made({ numerator }, counts(46, 2, 6, 38));
    const { state, refusal } = await checked(careful.id);
    expect(state).toBe('REFUSED');
    expect(refusal).toContain('15082005');
    expect(refusal).toContain(`zusammen mit „${open.code} `);
  });

  it('are refused without a rule of their own where they would show what another one hides', async () => {
    const numerator = `Verborgene ${numbers}`;
    const careful = await made({ numerator }, counts(46, 2, 6, 38));
    await released(careful.id);
    const open = await made({ numerator, disclosureRule: 'R0' }, counts(46, 2));
    const { refusal } = await checked(open.id);
    expect(refusal).toContain(`„${careful.code} `);
    expect(refusal).toContain('ließe sich genau errechnen');
  });

  it('keep a part that follows from the whole and the other part, kept as three indicators', async () => {
    const whole = await made({}, counts(60, 22, 38));
    const men = await made({}, counts(35, 20, 15));
    const women = await made({}, counts(25, 2, 23));
    await released(whole.id);
    expect(hiddenPlaces(await released(women.id)).sort()).toEqual(['15082005', '15082430']);
    await statedSum(planner, whole.id, { partIds: [men.id, women.id] });
    const { refusal } = await checked(men.id, { wanted: [await valueOf(men.id, '15082005')] });
    expect(refusal).toContain(`„${women.code} `);
    expect(refusal).toContain('15082005');
    const careful = await checked(men.id);
    expect(hiddenPlaces(careful)).toEqual(['15082005', '15082430']);
    const links: IndicatorLinksView = await indicatorLinks(planner, men.id);
    expect(links.linked.map((it) => it.code)).toEqual([whole.code, women.code]);
    expect(links.sums).toMatchObject([
      { measure: 'COUNTED', whole: { code: whole.code }, parts: [{ code: men.code }, { code: women.code }] },
    ]);
  });

  it('keep the complement of a share where it is an indicator of its own', async () => {
    const examined = rates([41, 60], [20, 22], [21, 38]);
    const share = await made({ kind: 'RATE', unit: 'PERCENT', rateKind: 'SHARE' }, examined);
    expect(hiddenPlaces(await released(share.id))).toEqual(['15082005', '15082430']);
    const rest = await made({}, counts(19, 2, 17).slice(1));
    await statedSum(planner, share.id, { measure: 'COMPARED', partIds: [share.id, rest.id] });
    const { refusal } = await checked(rest.id, { wanted: [await valueOf(rest.id, '15082430')] });
    expect(refusal).toContain(`„${share.code} `);
  });

  it('hide a share whose denominator is a number that another indicator hides', async () => {
    const words = `Arbeitslose ${numbers}`;
    const count = await made({ numerator: words }, counts(46, 2, 6, 38));
    await released(count.id);
    const share = await made(
      { kind: 'RATE', unit: 'PERCENT', rateKind: 'SHARE', denominator: words },
      rates([20, 46], [0, 2], [3, 6], [17, 38]),
    );
    const ready = await checked(share.id);
    expect(ready.state).toBe('READY');
    expect(hiddenPlaces(ready)).toEqual(expect.arrayContaining(['15082005', '15082430']));
  });

  it('say nothing by rates over denominators everybody knows', async () => {
    const denominator = `Bevölkerung ${numbers}`;
    const population = await made(
      { numerator: denominator, disclosureRule: 'R5' },
      counts(4000, 800, 900, 2300),
    );
    await released(population.id);
    const rate = await made(
      { kind: 'RATE', unit: 'PERCENT', rateKind: 'EVENTS', denominator },
      rates([46, 4000], [2, 800], [6, 900], [38, 2300]),
    );
    const ready = await released(rate.id);
    expect(hiddenPlaces(ready)).toEqual(['15082005', '15082430']);
    const table = await (await planner.raw('GET', `/api/releases/${ready.id}.csv`)).text();
    expect(table).not.toMatch(/;0,25;|;0,66/);
  });

  it('are overtaken by a release or a statement that came to say something of them', async () => {
    const numerator = `Überholte ${numbers}`;
    const first = await made({ numerator }, counts(46, 20, 26));
    const other = await made({ numerator: `Anderes ${numbers}` }, counts(10, 4, 6));
    const second = await made({ numerator }, counts(46, 20, 26));
    const waiting = await checked(first.id);
    later();
    await released(second.id);
    expect(await refusalOf(releaseFigures(planner, waiting))).toBe('figure-release-overtaken');
    await withdrawFigures(planner, waiting, 'Überholt');
    const again = await checked(first.id);
    later();
    await statedSum(planner, first.id, { partIds: [other.id] });
    expect(await refusalOf(releaseFigures(planner, again))).toBe('figure-release-overtaken');
    expect(await refusalOf(statedSum(planner, first.id, { partIds: [first.id] }))).toBe(
      'indicator-sum-of-itself',
    );
    const { sums } = await indicatorLinks(planner, other.id);
    await planner.delete(`/api/indicators/${first.id}/sums/${sums[0]?.id}`);
    expect((await indicatorLinks(planner, other.id)).sums).toEqual([]);
  });
});
