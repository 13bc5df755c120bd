import {
  EndRepresentation,
  MergeActors,
  NoteDistinct,
  PasteAddresses,
  PastedRow,
  SaveOrganisation,
  SaveOwnContact,
  SavePerson,
  SaveRepresentation,
  TakeOverAddresses,
} from '@runder-tisch/domain/actors/actors-requests';
import { NoteConversation, SaveConversation } from '@runder-tisch/domain/actors/conversation-requests';
import type { MergeRunView } from '@runder-tisch/domain/merge';
import { conversation, organisation, person } from '@runder-tisch/scenario/actors';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  office,
  reads,
  type Write,
  type ForeignWorld,
} from '../canary';
import { changed as contactChanged, contactOperations, withContactLink } from './actors/contact';

const house = async (world: ForeignWorld): Promise<Canary> => ({
  id: await organisation(world.coordinator, { name: world.fresh('Haus') }),
});

const human = async (world: ForeignWorld): Promise<Canary> => ({
  id: await person(world.coordinator, { familyName: world.fresh('Mensch') }),
});

const note = async (world: ForeignWorld): Promise<Canary> => ({
  id: await conversation(world.coordinator, {
    heldOn: world.today,
    note: 'Kanariengespräch mit dem Haus',
    organisationId: world.organisationId,
    personId: world.personId,
  }),
});

/** Contacts belong to the whole office: every coordinator may change them. */
const ofOffice = { may: office, owner: null } as const;

function changed(kind: string, made: typeof house, body?: (world: ForeignWorld) => Promise<object>): Write {
  return {
    ...ofOffice,
    of: kind,
    given: async (world) => ({
      path: await made(world),
      version: 1,
      ...(body ? { body: await body(world) } : {}),
    }),
  };
}

const merge = (made: typeof house) => async (world: ForeignWorld) =>
  Object.assign(new MergeActors(), { otherId: (await made(world))['id'] });

const distinct = (made: typeof house) => async (world: ForeignWorld) =>
  Object.assign(new NoteDistinct(), { otherId: (await made(world))['id'] });

const distinctOf = (kind: string, made: typeof house): Write => ({
  ...ofOffice,
  of: kind,
  given: async (world) => ({ path: await made(world), body: await distinct(made)(world) }),
});

/** A merge that can be taken back. */
function undone(kind: string, path: string, made: typeof house): Write {
  return {
    ...ofOffice,
    of: kind,
    given: async (world) => {
      const [{ id = '' }, other] = [await made(world), await merge(made)(world)];
      await world.coordinator.post(`${path}/${id}/merge`, other, 1);
      const [run] = await world.coordinator.get<MergeRunView[]>(`${path}/${id}/merges`);
      return { path: { id, runId: run?.id ?? '' } };
    },
  };
}

/** Two that were found to be two, and that is taken back. */
function sameAgain(kind: string, path: string, made: typeof house): Write {
  return {
    ...ofOffice,
    of: kind,
    given: async (world) => {
      const [{ id = '' }, other] = [await made(world), await distinct(made)(world)];
      await world.coordinator.post(`${path}/${id}/distinct`, other);
      return { path: { id, otherId: other.otherId } };
    },
  };
}

const represented = async (world: ForeignWorld): Promise<SaveRepresentation> =>
  Object.assign(new SaveRepresentation(), {
    personId: (await human(world))['id'],
    organisationId: world.organisationId,
    fromDay: '2025-01-01',
  });

const said = (world: ForeignWorld): Pick<SaveConversation, 'heldOn' | 'note'> => ({
  heldOn: world.today,
  note: 'Eingeschlichen',
});

/** A note is changed and deleted by whoever wrote it. */
const writers = { may: [], owner: 'coordinator', of: 'conversation' } as const;

export const actorsCanaries: AreaCanaries = {
  area: 'actors',
  words: {
    Kanarienhaus: [...everybodySignedIn, 'public'], // that it exists is no secret: it may be found to register for
    Kanariennotiz: office,
    Kanarienmensch: [...office, 'reader'], // readers see who sits in a network
    kanarienpost: office, // mail addresses: the office only
    Kanariengespräch: office, // Gesprächsvermerke: the office only
  },
  plant: async (world) => ({
    organisation: [{ id: world.organisationId }, await house(world)],
    person: [{ id: world.personId }, { id: world.house.personId }],
    conversation: [await note(world)],
    'contact-change': [await contactChanged(world)],
    'link:own-contact': [await withContactLink(world)],
  }),
  operations: {
    ...contactOperations,
    'GET /api/organisations': reads(),
    'GET /api/organisations/own': reads(),
    'GET /api/organisations/similar': reads(),
    'GET /api/organisations/export.csv': reads(),
    'GET /api/organisations/{id}': reads('organisation'),
    'GET /api/organisations/{id}/merge': reads('organisation', { other: '{organisation}' }),
    'POST /api/organisations': {
      ...ofOffice,
      given: async (world) => ({
        body: Object.assign(new SaveOrganisation(), { name: world.fresh('Haus') }),
      }),
    },
    'PUT /api/organisations/{id}': changed('organisation', house, async (world) =>
      Object.assign(new SaveOrganisation(), { name: world.fresh('Haus') }),
    ),
    'PUT /api/organisations/{id}/contact': {
      may: [],
      owner: 'house',
      of: 'organisation',
      given: async ({ coordinator, organisationId }) => ({
        path: { id: organisationId },
        version: (await coordinator.get<{ version: number }>(`/api/organisations/${organisationId}`)).version,
        body: Object.assign(new SaveOwnContact(), { phone: '03496 1' }),
      }),
    },
    'POST /api/organisations/{id}/check': changed('organisation', house),
    'POST /api/organisations/{id}/merge': changed('organisation', house, merge(house)),
    'GET /api/organisations/{id}/merges': reads('organisation'),
    'POST /api/organisations/{id}/merges/{runId}/undo': undone('organisation', '/api/organisations', house),
    'POST /api/organisations/{id}/distinct': distinctOf('organisation', house),
    'DELETE /api/organisations/{id}/distinct/{otherId}': sameAgain(
      'organisation',
      '/api/organisations',
      house,
    ),
    'GET /api/people': reads(),
    'GET /api/people/similar': reads(),
    'GET /api/people/{id}': reads('person'),
    'GET /api/people/{id}/card.vcf': reads('person'),
    'GET /api/people/{id}/merge': reads('person', { other: '{person}' }),
    'POST /api/people': {
      ...ofOffice,
      given: async (world) => ({
        body: Object.assign(new SavePerson(), { familyName: world.fresh('Mensch') }),
      }),
    },
    'PUT /api/people/{id}': changed('person', human, async (world) =>
      Object.assign(new SavePerson(), { familyName: world.fresh('Mensch') }),
    ),
    'POST /api/people/{id}/merge': changed('person', human, merge(human)),
    'GET /api/people/{id}/merges': reads('person'),
    'POST /api/people/{id}/merges/{runId}/undo': undone('person', '/api/people', human),
    'POST /api/people/{id}/distinct': distinctOf('person', human),
    'DELETE /api/people/{id}/distinct/{otherId}': sameAgain('person', '/api/people', human),
    'POST /api/people/paste/match': {
      ...ofOffice,
      given: async () => ({
        body: Object.assign(new PasteAddresses(), { text: 'Fremde <fremde@kanarienpost.test>' }),
      }),
    },
    'POST /api/people/paste': {
      ...ofOffice,
      given: async (world) => {
        const familyName = world.fresh('Mensch');
        const mail = `${familyName.replace(' ', '-').toLowerCase()}@liste.test`;
        const rows = [Object.assign(new PastedRow(), { familyName, mail })];
        return { body: Object.assign(new TakeOverAddresses(), { rows }) };
      },
    },
    'POST /api/representations': {
      ...ofOffice,
      given: async (world) => ({ body: await represented(world) }),
    },
    'POST /api/representations/{id}/end': {
      ...ofOffice,
      given: async (world) => ({
        path: await world.coordinator.post<{ id: string }>('/api/representations', await represented(world)),
        body: Object.assign(new EndRepresentation(), { toDay: '2025-12-31' }),
      }),
    },
    'GET /api/conversations/{id}': reads('conversation'),
    'POST /api/conversations': {
      ...ofOffice,
      given: async (world) => ({
        body: Object.assign(new NoteConversation(), said(world), { personId: world.personId }),
      }),
    },
    'PUT /api/conversations/{id}': {
      ...writers,
      given: async (world) => ({
        path: await note(world),
        version: 1,
        body: Object.assign(new SaveConversation(), said(world)),
      }),
    },
    'DELETE /api/conversations/{id}': { ...writers, given: async (world) => ({ path: await note(world) }) },
  },
};
