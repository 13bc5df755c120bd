import { indicator, indicatorView, figureRelease, preparedRelease } from '@runder-tisch/scenario/indicators';
import { recordValues, type ToldValue } from '../../../test/indicators/record-values';
import { signedIn } from '../../../test/signed-in';
import { testApp } from '../../../test/test-app';
import { FigureReleaseCheck } from './figure-release-check';

const MOST_SECONDS = 120;

it('A series of 1,440 cells is checked within two minutes', async () => {
  const app = await testApp();
  const planner = await signedIn(app, 'planner');
  const id = await indicator(planner, { code: 'SOZ-99', kind: 'COUNT', unit: 'COUNT', disclosureRule: 'R1' });
  const { current } = await indicatorView(planner, id);
  let seed = 7;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const values: ToldValue[] = [];
  // Eleven municipalities and their county, men, women and both, over forty half-years.
  for (let period = 0; period < 40; period += 1) {
    const begun = 2005 + Math.floor(period / 2);
    const days = period % 2 === 0 ? (['01-01', '06-30'] as const) : (['07-01', '12-31'] as const);
    const county: Record<string, number> = { M: 0, W: 0 };
    const add = (areaCode: string, dimensions: string, value: number): void => {
      values.push({
        indicatorId: id,
        versionId: current.id,
        disclosure: 'UNCHECKED',
        periodKind: 'HALF_YEAR',
        areaCode,
        dimensions,
        value,
        periodStart: `${begun}-${days[0]}`,
        periodEnd: `${begun}-${days[1]}`,
      });
    };
    for (let place = 1; place <= 11; place += 1) {
      const parts = { M: Math.floor(40 * random() ** 3), W: Math.floor(40 * random() ** 3) };
      const code = `15082${String(place).padStart(3, '0')}`;
      add(code, 'GES=M', parts.M);
      add(code, 'GES=W', parts.W);
      add(code, '', parts.M + parts.W);
      county['M'] = (county['M'] ?? 0) + parts.M;
      county['W'] = (county['W'] ?? 0) + parts.W;
    }
    add('15082', 'GES=M', county['M'] ?? 0);
    add('15082', 'GES=W', county['W'] ?? 0);
    add('15082', '', (county['M'] ?? 0) + (county['W'] ?? 0));
  }
  await recordValues(app, ...values);
  const release = await preparedRelease(planner, id);
  const begun = performance.now();
  await app.get(FigureReleaseCheck).runDue();
  const seconds = (performance.now() - begun) / 1000;
  const found = await figureRelease(planner, release.id);
  process.stderr.write(`1.440 Zellen: ${seconds.toFixed(1)} s, ${found.report}${found.refusal}\n`);
  expect(found).toMatchObject({ state: 'READY', cells: 1_440 });
  expect(seconds).toBeLessThan(MOST_SECONDS);
  await app.close();
}, 200_000);
