import { SaveAttachment } from '@runder-tisch/domain/attachments/attachments-requests';
import type { SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { attachment, newVersion } from '@runder-tisch/scenario/files/attachments';
import { meeting as draftMeeting } from '@runder-tisch/scenario/meetings';
import { onePixel } from '../../../../hostile/pictures';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  office,
  reads,
  readsFile,
  type Write,
  type ForeignWorld,
} from '../../canary';

const onMeeting = async (
  world: ForeignWorld,
  name: string,
  visibility: 'INTERNAL' | 'MEMBERS' | 'PUBLIC',
) => ({
  id: await attachment(world.coordinator, {
    objectKind: 'meeting',
    objectId: String(world.the('meeting')['id']),
    name,
    visibility,
    content: name,
  }),
  number: 1,
});

const fresh = (world: ForeignWorld): Promise<Canary> => onMeeting(world, 'Kanarienunterlage.txt', 'INTERNAL');

async function deleted(world: ForeignWorld): Promise<Canary> {
  const made = await fresh(world);
  await world.coordinator.delete(`/api/attachments/${made['id']}`);
  return made;
}

async function replaced(world: ForeignWorld): Promise<Canary> {
  const made = await fresh(world);
  await newVersion(world.coordinator, String(made['id']));
  return made;
}

/** On a meeting of a network: planners everywhere, administrators for its papers, the coordination of the network. */
const changed = (given: Write['given']): Write => ({
  may: ['admin', 'planner'],
  owner: 'coordinator',
  of: 'attachment',
  given,
});

const save = (): SaveAttachment => Object.assign(new SaveAttachment(), { title: 'Eingeschlichen' });

export const attachmentsCanaries: AreaCanaries = {
  area: 'attachments',
  words: {
    Kanarienunterlage: ['admin', 'planner'],
    Kanarienmitglieder: ['admin', 'planner'],
    Kanarienbild: ['admin', 'planner'],
    Kanarienstimme: ['planner'],
    Kanarienhausblatt: everybodySignedIn,
    Kanarienvermerk: office,
    Kanarienaushang: [...everybodySignedIn, 'public'],
    Kanarienentwurf: ['admin', 'planner'],
  },
  plant: async (world) => {
    const { coordinator, organisationId } = world;
    const ofHouse = { objectKind: 'organisation', objectId: organisationId };
    const meeting = async (facts: Partial<SaveMeeting>, name: string): Promise<Canary> => {
      const plan = { title: 'Gespräch am Markt', networkId: world.networkId, day: '2025-06-02', ...facts };
      const objectId = await draftMeeting(coordinator, plan);
      if (facts.public) await coordinator.post(`/api/meetings/${objectId}/schedule`, {}, 1);
      const onIt = { objectKind: 'meeting', objectId, name, content: name };
      return { id: await attachment(coordinator, { ...onIt, visibility: 'PUBLIC' }), number: 1 };
    };
    return {
      attachment: [
        await fresh(world),
        await meeting({ public: true }, 'Kanarienaushang.txt'),
        await meeting({}, 'Kanarienentwurf.txt'),
        await onMeeting(world, 'Kanarienmitglieder.txt', 'MEMBERS'),
        await deleted(world),
        await replaced(world),
        {
          id: await attachment(coordinator, {
            objectKind: 'network',
            objectId: world.networkId,
            name: 'Kanarienbild.png',
            content: onePixel,
          }),
          number: 1,
        },
        {
          id: await attachment(coordinator, {
            objectKind: 'feedback',
            objectId: String(world.the('feedback')['id']),
            name: 'Kanarienstimme.txt',
            content: 'Kanarienstimme',
          }),
          number: 1,
        },
      ],
      // The whole office may change these.
      'attachment-of-organisation': [
        {
          id: await attachment(coordinator, {
            ...ofHouse,
            name: 'Kanarienvermerk.txt',
            content: 'Kanarienvermerk',
          }),
          number: 1,
        },
        {
          id: await attachment(coordinator, {
            ...ofHouse,
            name: 'Kanarienhausblatt.txt',
            content: 'Kanarienhausblatt',
            visibility: 'PUBLIC',
          }),
          number: 1,
        },
      ],
    };
  },
  operations: {
    'GET /api/attachments': reads(),
    'GET /api/attachments/of/{kind}/{id}': reads('*'),
    'GET /api/attachments/{id}': reads('attachment'),
    'GET /api/attachments/{id}/file': reads('attachment'),
    'GET /api/attachments/{id}/versions/{number}/file': reads('attachment'),
    'GET /api/attachments/{id}/preview': readsFile('attachment', ['admin', 'planner']),
    'GET /unterlage/{id}': reads('attachment'),
    'POST /api/attachments': {
      may: ['admin', 'planner'],
      owner: 'coordinator',
      given: async (world) => ({
        query: `?objectKind=meeting&objectId=${world.the('meeting')['id']}&name=neu.txt&visibility=INTERNAL`,
        bytes: 'Eingeschlichen',
      }),
    },
    'PUT /api/attachments/{id}': changed(async (world) => ({
      path: await fresh(world),
      version: 1,
      body: save(),
    })),
    'DELETE /api/attachments/{id}': changed(async (world) => ({ path: await fresh(world) })),
    'POST /api/attachments/{id}/undelete': changed(async (world) => ({ path: await deleted(world) })),
    'POST /api/attachments/{id}/versions': changed(async (world) => ({
      path: await fresh(world),
      query: '?name=neu.txt',
      bytes: 'Eingeschlichen',
    })),
    'POST /api/attachments/{id}/versions/{number}/restore': changed(async (world) => ({
      path: await replaced(world),
    })),
  },
};
