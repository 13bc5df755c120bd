import { FileIndicator, SaveDataSource } from '@runder-tisch/domain/indicators/indicators-requests';
import {
  dataConcept,
  dataSource,
  enforceDataConcept,
  indicator,
  indicatorView,
  figureRelease,
} from '@runder-tisch/scenario/indicators';
import type { DataConceptView } from '@runder-tisch/domain/indicators';
import type { Page } from '@runder-tisch/domain/lists';
import { figureImportOperations, readFigures } from './indicators/figure-imports';
import { recordValues } from '../../../indicators/record-values';
import { figureReleaseOperations, HIDDEN_NUMBER, plantFigureReleases } from './indicators/figure-releases';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../canary';

let numbers = 700;

const made = async (world: ForeignWorld): Promise<Canary> => ({
  id: await indicator(world.somebody.planner, { code: `KAN-${++numbers}` }),
});

const byPlanner = (given: Write['given'], of?: string): Write => ({
  may: ['planner'],
  owner: null,
  ...(of ? { of } : {}),
  given,
});

/** There is one draft at a time: the one before comes into force. */
async function draftConcept(world: ForeignWorld): Promise<DataConceptView> {
  const { planner } = world.somebody;
  const { items } = await planner.get<Page<DataConceptView>>('/api/data-concepts');
  const draft = items.find((it) => it.state === 'DRAFT');
  if (draft) await enforceDataConcept(planner, draft);
  return dataConcept(planner, { title: world.fresh('Kanarienkonzept') });
}

const whole = ({ title, observed, purpose, origin, rhythm, validFrom }: DataConceptView) => ({
  title,
  observed,
  purpose,
  origin,
  rhythm,
  validFrom,
});

export const indicatorsCanaries: AreaCanaries = {
  area: 'indicators',
  words: {
    Kanarienindikator: ['planner'],
    Kanarienfassung: ['planner'],
    Kanariengüte: ['planner'],
    Kanarienentwurf: ['planner'],
    kanarienzahlen: ['planner'],
    [HIDDEN_NUMBER]: ['planner'],
  },
  plant: async (world) => {
    const {
      app,
      somebody: { planner },
    } = world;
    const draft = await indicator(planner, { code: 'KAN-01', name: 'Kanarienindikator', published: false });
    const open = await indicator(planner, { code: 'KAN-02' });
    const { current, version } = await indicatorView(planner, open);
    const {
      source,
      id: _,
      number: _number,
      factor: _factor,
      changedAt: _at,
      changedBy: _by,
      ...told
    } = current;
    await planner.post(
      `/api/indicators/${open}/versions`,
      {
        ...told,
        sourceId: source?.id,
        definition: 'Kanarienfassung, noch nicht veröffentlicht',
        published: false,
      },
      version,
    );
    const secret = {
      quality: 'Kanariengüte',
      disclosure: 'PRIMARY',
      keyKind: 'GERMANY',
      areaCode: 'DG',
    } as const;
    await recordValues(app, { indicatorId: open, versionId: current.id, ...secret });
    const first = await enforceDataConcept(planner, await dataConcept(planner));
    const second = await dataConcept(planner, { observed: 'Kanarienentwurf' });
    const figureReleases = await plantFigureReleases(world);
    const { indicatorId } = await figureRelease(planner, String(figureReleases[0]?.['id']));
    return {
      'figure-import': [await readFigures(world)],
      indicator: [{ id: draft }, { id: open }, { id: indicatorId }],
      'figure-release': figureReleases,
      'data-source': [{ id: (await dataSource(planner, { code: 'KANARIENQUELLE' })).id }],
      'data-concept': [{ id: first.id }, { id: second.id }],
    };
  },
  operations: {
    ...figureImportOperations,
    ...figureReleaseOperations,
    'GET /api/indicators': reads(),
    'GET /api/indicators/export.csv': {
      reads: null,
      openTo: ['planner', 'coordinator', 'provider', 'reader'],
    },
    'GET /api/indicators/{id}': reads('indicator'),
    'GET /api/indicators/{id}/values': reads('indicator', { area: 'DG' }),
    'GET /api/indicators/{id}/tests': reads('indicator'),
    'GET /api/indicators/{id}/course': reads('indicator', { areas: 'DG,15' }),
    'GET /api/indicators/{id}/course.csv': reads('indicator', { areas: 'DG' }),
    'GET /api/indicators/{id}/municipalities': reads('indicator', { period: '2015-12-31' }),
    'GET /api/indicators/{id}/municipalities.csv': reads('indicator', { period: '2015-12-31' }),
    'POST /api/indicators': byPlanner(async ({ somebody: { planner } }) => {
      const { current } = await indicatorView(
        planner,
        await indicator(planner, { code: `KAN-${++numbers}` }),
      );
      const {
        source,
        id: _,
        number: _number,
        factor: _factor,
        changedAt: _at,
        changedBy: _by,
        ...told
      } = current;
      const filed = { code: `KAN-${++numbers}`, fieldId: null, infrastructure: false };
      return { body: { ...told, ...filed, sourceId: source?.id } };
    }),
    'PUT /api/indicators/{id}': byPlanner(
      async (world) => ({ path: await made(world), version: 1, body: new FileIndicator() }),
      'indicator',
    ),
    'POST /api/indicators/{id}/versions': byPlanner(async (world) => {
      const path = await made(world);
      const { current } = await indicatorView(world.somebody.planner, String(path['id']));
      const {
        source,
        id: _,
        number: _number,
        factor: _factor,
        changedAt: _at,
        changedBy: _by,
        ...told
      } = current;
      return {
        path,
        version: 1,
        body: { ...told, sourceId: source?.id, name: world.fresh('Eingeschlichen') },
      };
    }, 'indicator'),
    'GET /api/data-sources': reads(),
    'GET /api/data-sources/{id}': reads('data-source'),
    'POST /api/data-sources': byPlanner(async (world) => ({
      body: Object.assign(new SaveDataSource(), {
        code: `KANARIE_${++numbers}`,
        name: world.fresh('Quelle'),
      }),
    })),
    'PUT /api/data-sources/{id}': byPlanner(async (world) => {
      const code = `KANARIE_${++numbers}`;
      const { id, version } = await dataSource(world.somebody.planner, { code });
      const body = Object.assign(new SaveDataSource(), { code, name: world.fresh('Quelle') });
      return { path: { id }, version, body };
    }, 'data-source'),
    'GET /api/data-concepts': reads(),
    'POST /api/data-concepts': byPlanner(async (world) => {
      const draft = await draftConcept(world);
      await enforceDataConcept(world.somebody.planner, draft);
      return { body: whole(draft) };
    }),
    'PUT /api/data-concepts/{id}': byPlanner(async (world) => {
      const draft = await draftConcept(world);
      return { path: { id: draft.id }, version: draft.version, body: whole(draft) };
    }, 'data-concept'),
    'POST /api/data-concepts/{id}/enforce': byPlanner(async (world) => {
      const draft = await draftConcept(world);
      return { path: { id: draft.id }, version: draft.version };
    }, 'data-concept'),
    'GET /api/data-concepts/scope': reads(),
  },
};
