import type { SocialServiceView } from '@runder-tisch/domain/social-services';
import { SaveListEntry } from '@runder-tisch/domain/lists/list-requests';
import {
  ConfirmSocialService,
  ReturnSocialService,
  SaveEmergencyNumber,
  SaveSearchTopic,
  SaveServiceCategory,
  type SaveSocialService,
} from '@runder-tisch/domain/social-services/social-services-requests';
import {
  draftService,
  moveService,
  serviceCategories,
  targetGroups,
  wholeService,
} from '@runder-tisch/scenario/social-services';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  office,
  reads,
  type Write,
  type ForeignWorld,
} from '../canary';
import { keptList } from '../kept-list';

type Made = (world: ForeignWorld) => Promise<SocialServiceView>;

const whole = (world: ForeignWorld, facts: Partial<SaveSocialService> = {}): Promise<SaveSocialService> =>
  wholeService(world.coordinator, world.organisationId, {
    title: world.fresh('Kanarienangebot'),
    secretPlace: true,
    street: 'Kanariengasse 5',
    ...facts,
  });

const draft: Made = async (world) => draftService(world.house, await whole(world));

const submitted: Made = async (world) => moveService(world.house, await draft(world), 'submit');

const confirmed: Made = async (world) =>
  moveService(world.somebody.coordinator, await submitted(world), 'confirm', { publish: false });

/** For everybody to find, without the words nobody else may read. */
async function published(world: ForeignWorld): Promise<SocialServiceView> {
  const open = await draftService(world.house, await whole(world, { title: world.fresh('Angebot') }));
  const waiting = await moveService(world.house, open, 'submit');
  return moveService(world.somebody.coordinator, waiting, 'confirm', { publish: true });
}

/** What everybody reads is the confirmed version; the change beside it waits. */
const changed: Made = async (world) => {
  const { id, version } = await published(world);
  return world.house.put(`/api/social-services/${id}`, await whole(world), version);
};

const discontinued: Made = async (world) => moveService(world.house, await published(world), 'discontinue');

const searchTopic = (name: string): SaveSearchTopic =>
  Object.assign(new SaveSearchTopic(), { name, said: 'Piepmatz', finds: 'Vogelhaus' });

const emergencyNumber = (name: string): SaveEmergencyNumber =>
  Object.assign(new SaveEmergencyNumber(), { name, number: '03496 110' });

const idOf = ({ id }: SocialServiceView): Canary => ({ id });

/** The office for everybody, an organisation for itself. */
function moved(made: Made, body?: (world: ForeignWorld) => object | Promise<object>): Write {
  return {
    may: ['planner', 'coordinator'],
    owner: 'house',
    of: 'social-service',
    given: async (world) => {
      const { id, version } = await made(world);
      return { path: { id }, version, ...(body ? { body: await body(world) } : {}) };
    },
  };
}

const byOffice = (made: Made, body?: (world: ForeignWorld) => object): Write => ({
  ...moved(made, body),
  owner: null,
});

export const socialServicesCanaries: AreaCanaries = {
  area: 'social-services',
  words: {
    Kanarienangebot: office, // another provider's draft
    Kanariengasse: ['planner', 'coordinator'], // a secret place: only those who confirm
    Kanarienkategorie: [...everybodySignedIn, 'public'],
    Kanarienzielgruppe: everybodySignedIn,
    Kanariensuchwort: ['admin', 'planner'],
    // Whom to call is for everybody.
    Kanariennummer: [...everybodySignedIn, 'public'],
  },
  plant: async (world) => {
    const { planner } = world.somebody;
    const category = Object.assign(new SaveServiceCategory(), { name: 'Kanarienkategorie' });
    const group = Object.assign(new SaveListEntry(), { name: 'Kanarienzielgruppe' });
    const topic = searchTopic('Kanariensuchwort');
    const number = emergencyNumber('Kanariennummer');
    return {
      'search-topic': [await planner.post<{ id: string }>('/api/search-topics', topic)],
      'emergency-number': [await planner.post<{ id: string }>('/api/emergency-numbers', number)],
      'service-category': [
        await planner.post<{ id: string }>('/api/service-categories', category),
        ...(await serviceCategories(planner)).slice(0, 1).map(({ id }) => ({ id })),
      ],
      'target-group': [
        await planner.post<{ id: string }>('/api/target-groups', group),
        ...(await targetGroups(planner)).slice(0, 1).map(({ id }) => ({ id })),
      ],
      'social-service': [
        idOf(await draft(world)),
        idOf(await submitted(world)),
        idOf(await changed(world)),
        idOf(await confirmed(world)),
      ],
    };
  },
  operations: {
    ...keptList({
      path: 'service-categories',
      kind: 'service-category',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveServiceCategory(), { name }),
    }),
    ...keptList({
      path: 'target-groups',
      kind: 'target-group',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveListEntry(), { name }),
    }),
    ...keptList({
      path: 'search-topics',
      kind: 'search-topic',
      may: ['admin', 'planner'],
      entry: searchTopic,
    }),
    ...keptList({
      path: 'emergency-numbers',
      kind: 'emergency-number',
      may: ['admin', 'planner'],
      entry: emergencyNumber,
    }),
    'GET /api/social-services': reads(),
    'GET /api/social-services/export.csv': reads(),
    'GET /api/social-services/{id}': reads('social-service'),
    'GET /api/social-services/{id}/confidential-address': reads('social-service'),
    'POST /api/social-services': {
      may: ['planner', 'coordinator'],
      owner: 'house',
      given: async (world) => ({ body: await whole(world) }),
    },
    'PUT /api/social-services/{id}': moved(draft, whole),
    'DELETE /api/social-services/{id}': moved(draft),
    'POST /api/social-services/{id}/submit': moved(draft),
    'POST /api/social-services/{id}/withdraw': moved(submitted),
    'POST /api/social-services/{id}/discard-change': moved(changed),
    'POST /api/social-services/{id}/renew': moved(published),
    'POST /api/social-services/{id}/discontinue': moved(published),
    'POST /api/social-services/{id}/resume': moved(discontinued),
    'POST /api/social-services/{id}/confirm': byOffice(submitted, () => new ConfirmSocialService()),
    'POST /api/social-services/{id}/publish': byOffice(confirmed),
    'POST /api/social-services/{id}/return': byOffice(submitted, () =>
      Object.assign(new ReturnSocialService(), { reason: 'Eingeschlichen' }),
    ),
    'GET /angebote': reads(null, { suche: 'Kanarien' }),
    'GET /angebote/{id}': reads('social-service'),
  },
};
