import { answerAll, populationTable, uploadedFigures } from '@runder-tisch/scenario/figures/figure-imports';
import type { FigureImportView } from '@runder-tisch/domain/indicators/imports';
import { FigureImportWorker } from '../../../../../src/indicators/imports/figure-import-worker';
import { type Canary, type Declaration, type ForeignWorld, reads, type Write } from '../../canary';

let files = 0;
const FREE = 'Gebiet;Jahr;Mitteilungen\n15082;2023;120\n';
const mapping = {
  area: { column: 'Gebiet' },
  period: { column: 'Jahr' },
  values: [{ column: 'Mitteilungen', measure: 'SL-09 VALUE' }],
};

export async function readFigures(world: ForeignWorld, content = populationTable): Promise<Canary> {
  const { app, somebody } = world;
  const id = await uploadedFigures(somebody.planner, `kanarienzahlen-${(files += 1)}.csv`, content, true);
  await app.get(FigureImportWorker).runDue();
  await answerAll(
    somebody.planner,
    await somebody.planner.get<FigureImportView>(`/api/figure-imports/${id}`),
  );
  return { id };
}

async function written(world: ForeignWorld): Promise<Canary> {
  // Another number each time: what a newer file has replaced cannot be taken back.
  const changed = populationTable.replace('15500', String(15_500 + files));
  const made = await readFigures(world, changed);
  await world.somebody.planner.post(`/api/figure-imports/${made['id']}/approve`);
  await world.app.get(FigureImportWorker).runDue();
  return made;
}

const byPlanner = (made: (world: ForeignWorld) => Promise<Canary>, body?: object): Write => ({
  may: ['planner'],
  owner: null,
  of: 'figure-import',
  given: async (world) => ({ path: await made(world), ...(body ? { body } : {}) }),
});

export const figureImportOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/figure-imports': reads(),
  'GET /api/figure-imports/{id}': reads('figure-import'),
  'GET /api/figure-imports/{id}/values': reads('figure-import'),
  'POST /api/figure-imports': {
    may: ['planner'],
    owner: null,
    given: async () => ({ query: '?name=kanarienzahlen.csv&again=true', bytes: populationTable }),
  },
  'POST /api/figure-imports/{id}/answers': byPlanner((world) => readFigures(world), { answers: {} }),
  'POST /api/figure-imports/{id}/mapping': byPlanner((world) => readFigures(world, FREE), { mapping }),
  'POST /api/figure-imports/{id}/approve': byPlanner((world) => readFigures(world)),
  'POST /api/figure-imports/{id}/undo': byPlanner(written),
  'POST /api/figure-imports/{id}/discard': byPlanner((world) => readFigures(world)),
};
