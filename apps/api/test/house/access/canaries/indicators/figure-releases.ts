import type { DisclosureRule } from '@runder-tisch/domain/indicators/catalogue';
import { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import {
  indicator,
  indicatorView,
  figureRelease,
  preparedRelease,
  releaseFigures,
  statedSum,
} from '@runder-tisch/scenario/indicators';
import { FigureReleaseCheck } from '../../../../../src/indicators/releases/figure-release-check';
import { recordValues, type ToldValue } from '../../../../indicators/record-values';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../../canary';

/** A number that is hidden so that a small one cannot be worked out. */
export const HIDDEN_NUMBER = '918273645';

let numbers = 100;

const germany = {
  keyKind: 'GERMANY',
  areaCode: 'DG',
  disclosure: 'UNCHECKED',
  periodKind: 'HALF_YEAR',
} as const;

/** Half-years of which one is small, and their year. */
async function countedIndicator(
  { app, somebody: { planner } }: ForeignWorld,
  disclosureRule: DisclosureRule = 'R1',
): Promise<string> {
  const code = `KAF-${++numbers}`;
  const id = await indicator(planner, { code, kind: 'COUNT', unit: 'COUNT', disclosureRule });
  const { current } = await indicatorView(planner, id);
  const value = (told: Partial<ToldValue>): ToldValue => ({
    ...germany,
    indicatorId: id,
    versionId: current.id,
    ...told,
  });
  await recordValues(
    app,
    value({ value: 2, periodStart: '2014-01-01', periodEnd: '2014-06-30' }),
    value({ value: Number(HIDDEN_NUMBER), periodStart: '2014-07-01', periodEnd: '2014-12-31' }),
    value({
      value: Number(HIDDEN_NUMBER) + 2,
      periodKind: 'YEAR',
      periodStart: '2014-01-01',
      periodEnd: '2014-12-31',
    }),
  );
  return id;
}

async function ready(world: ForeignWorld): Promise<{ id: string; version: number }> {
  const { planner } = world.somebody;
  const { id } = await preparedRelease(planner, await countedIndicator(world));
  await world.app.get(FigureReleaseCheck).runDue();
  return figureRelease(planner, id);
}

/** One that is out, and one that waits for its planner. */
export async function plantFigureReleases(world: ForeignWorld): Promise<readonly Canary[]> {
  const out = await releaseFigures(world.somebody.planner, await ready(world));
  const waiting = await ready(world);
  return [out, waiting].map(({ id }) => ({ id, file: `${id}.csv` }));
}

const onReady = (body?: object): Write => ({
  may: ['planner'],
  owner: null,
  of: 'figure-release',
  given: async (world) => {
    const { id, version } = await ready(world);
    return { path: { id }, version, ...(body ? { body } : {}) };
  },
});

export const figureReleaseOperations: AreaCanaries['operations'] = {
  'GET /api/indicators/{id}/releases': reads('indicator'),
  'POST /api/indicators/{id}/releases': {
    may: ['planner'],
    owner: null,
    of: 'indicator',
    given: async (world) => ({
      path: { id: await countedIndicator(world) },
      body: new PrepareFigureRelease(),
    }),
  },
  'GET /api/figure-releases/{id}': reads('figure-release'),
  'POST /api/figure-releases/{id}/release': onReady(),
  'POST /api/figure-releases/{id}/withdraw': onReady({ reason: 'Kanariengrund' }),
  'GET /api/indicators/{id}/links': {
    ...reads('indicator'),
    openTo: ['planner'],
  },
  'POST /api/indicators/{id}/sums': {
    may: ['planner'],
    owner: null,
    of: 'indicator',
    given: async (world) => ({
      path: { id: await countedIndicator(world) },
      body: { measure: 'COUNTED', partIds: [await countedIndicator(world)] },
    }),
  },
  'DELETE /api/indicators/{id}/sums/{sumId}': {
    may: ['planner'],
    owner: null,
    of: 'indicator',
    given: async (world) => {
      const id = await countedIndicator(world);
      const sum = await statedSum(world.somebody.planner, id, { partIds: [await countedIndicator(world)] });
      return { path: { id, sumId: sum.id } };
    },
  },
  'PUT /api/indicators/{id}/contributors': {
    may: ['planner'],
    owner: null,
    of: 'indicator',
    given: async (world) => {
      const id = await countedIndicator(world, 'R4');
      const [value] = await world.app.database.rows<{ id: string }>(
        'select id from observation where indicator_id = $1 limit 1',
        [id],
      );
      return { path: { id }, body: { observationId: value?.id ?? '', amounts: [3, 2, 2] } };
    },
  },
  'GET /api/dcat': reads(),
  'GET /api/releases/{file}': reads('figure-release'),
};
