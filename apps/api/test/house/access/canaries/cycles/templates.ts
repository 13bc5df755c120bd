import type { TemplateView } from '@runder-tisch/domain/cycles';
import { SaveMethodNote } from '@runder-tisch/domain/cycles/templates/template-requests';
import {
  methodNote,
  releaseTemplate,
  saveTemplate,
  templateDraft,
  templateRequest,
  templates,
} from '@runder-tisch/scenario/planning/cycles';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../../canary';

const changed = (of: string, given: Write['given']): Write => ({ may: ['planner'], owner: null, of, given });

/** There is one draft at a time: each request is about the one there is. */
const draft = async ({ somebody: { planner } }: ForeignWorld): Promise<TemplateView> => {
  const found = await templateDraft(planner);
  return saveTemplate(planner, { ...found, changeNote: 'Kanarienbauplan' });
};

const note = async (world: ForeignWorld): Promise<Canary> => ({
  id: await methodNote(world.somebody.planner, world.fresh('Kanarienblatt'), 'Kanarienmethode'),
});

const saved = (world: ForeignWorld): SaveMethodNote =>
  Object.assign(new SaveMethodNote(), { title: world.fresh('Eingeschlichen') });

export const templateWords: AreaCanaries['words'] = {
  Kanarienbauplan: ['planner'],
  Kanarienblatt: ['planner'],
  Kanarienmethode: ['planner'],
};

export async function plantTemplates(
  world: ForeignWorld,
): Promise<Readonly<Record<string, readonly Canary[]>>> {
  return { 'process-template': [{ id: (await draft(world)).id }], 'method-note': [await note(world)] };
}

export const templateOperations: AreaCanaries['operations'] = {
  'GET /api/process-templates': reads(),
  'GET /api/process-templates/{id}': reads('process-template'),
  'POST /api/process-templates': {
    may: ['planner'],
    owner: null,
    given: async (world) => {
      const { planner } = world.somebody;
      await releaseTemplate(planner, await draft(world));
      return { body: { basedOnId: (await templates(planner))[0]?.id } };
    },
  },
  'PUT /api/process-templates/{id}': changed('process-template', async (world) => {
    const found = await draft(world);
    const { id, version } = found;
    return { path: { id }, version, body: templateRequest(found) };
  }),
  'POST /api/process-templates/{id}/release': changed('process-template', async (world) => {
    const { id, version } = await draft(world);
    return { path: { id }, version };
  }),
  'GET /api/method-notes': reads(),
  'GET /api/method-notes/{id}': reads('method-note'),
  'POST /api/method-notes': {
    may: ['planner'],
    owner: null,
    given: async (world) => ({ body: saved(world) }),
  },
  'PUT /api/method-notes/{id}': changed('method-note', async (world) => ({
    path: await note(world),
    version: 1,
    body: saved(world),
  })),
  'POST /api/method-notes/{id}/release': changed('method-note', async (world) => ({
    path: await note(world),
    version: 1,
  })),
};
