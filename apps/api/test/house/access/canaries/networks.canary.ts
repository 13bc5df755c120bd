import {
  EndMembership,
  HandOverMembership,
  SaveMembership,
  SaveNetwork,
} from '@runder-tisch/domain/networks/networks-requests';
import { AddMembers, MatchMembers, NewMember } from '@runder-tisch/domain/networks/members-requests';
import { person } from '@runder-tisch/scenario/actors';
import { membership, network, networkMove, networkView } from '@runder-tisch/scenario/networks';
import { consolidationCheck } from '@runder-tisch/scenario/structure';
import type { NetworkMove } from '@runder-tisch/domain/networks';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  reads,
  type Write,
  type ForeignWorld,
} from '../canary';
import { absenceOperations, plantAbsences } from './networks/absences';

const facts = (world: ForeignWorld): SaveNetwork =>
  Object.assign(new SaveNetwork(), {
    name: world.fresh('Netzwerk'),
    cooperationAgreementOn: '2025-01-01',
    reportsToCommitteeId: world.the('committee')['id'],
  });

async function made(world: ForeignWorld, ...moves: NetworkMove[]): Promise<Canary> {
  const id = await network(world.coordinator, facts(world));
  for (const move of moves) {
    if (move === 'consolidate') await consolidationCheck(world.coordinator, 'NETWORK', id, world.today);
    await networkMove(world.coordinator, id, move);
  }
  return { id };
}

async function seat(world: ForeignWorld): Promise<Canary> {
  const personId = await person(world.coordinator, { familyName: world.fresh('Sitz') });
  const id = await membership(world.coordinator, world.networkId, {
    personId,
    organisationId: world.organisationId,
    fromDay: world.today,
  });
  return { id };
}

const ours = { may: ['admin'], owner: 'coordinator' } as const;

const moved = (...before: NetworkMove[]): Write => ({
  ...ours,
  of: 'network',
  given: async (world) => ({ path: await made(world, ...before) }),
});

const newcomer = (world: ForeignWorld): Promise<string> =>
  person(world.coordinator, { familyName: world.fresh('Nachfolge') });

export const networksCanaries: AreaCanaries = {
  area: 'networks',
  words: {
    Kanarienkreis: everybodySignedIn, // the name of a network is no secret
    Kanarienzweck: everybodySignedIn,
  },
  plant: async (world) => {
    await plantAbsences(world);
    const { members } = await networkView(world.coordinator, world.networkId);
    return {
      network: [{ id: world.networkId }, await made(world, 'activate'), await made(world, 'rest')],
      membership: (members ?? []).map(({ id }) => ({ id })),
    };
  },
  operations: {
    ...absenceOperations,
    'GET /api/networks': reads(),
    'GET /api/networks/{id}': reads('network'),
    'GET /api/networks/{id}/members.csv': reads('network'),
    'GET /api/networks/{id}/members.vcf': reads('network'),
    'POST /api/networks': {
      may: ['admin', 'coordinator'],
      owner: null,
      given: async (world) => ({ body: facts(world) }),
    },
    'PUT /api/networks/{id}': {
      ...moved(),
      given: async (world) => ({ path: await made(world), version: 1, body: facts(world) }),
    },
    'POST /api/networks/{id}/activate': moved(),
    'POST /api/networks/{id}/consolidate': {
      ...moved(),
      given: async (world) => {
        const path = await made(world, 'activate');
        await consolidationCheck(world.coordinator, 'NETWORK', String(path['id']), world.today);
        return { path };
      },
    },
    'POST /api/networks/{id}/loosen': moved('activate', 'consolidate'),
    'POST /api/networks/{id}/rest': moved('activate'),
    'POST /api/networks/{id}/resume': moved('rest'),
    'POST /api/networks/{id}/dissolve': moved('rest'),
    'POST /api/networks/{id}/memberships': {
      ...ours,
      of: 'network',
      given: async (world) => ({
        path: await made(world),
        body: Object.assign(new SaveMembership(), {
          personId: await newcomer(world),
          fromDay: world.today,
        }),
      }),
    },
    'POST /api/networks/{id}/memberships/at-once': {
      ...ours,
      of: 'network',
      given: async (world) => ({
        path: await made(world),
        body: Object.assign(new AddMembers(), {
          fromDay: world.today,
          members: [Object.assign(new NewMember(), { familyName: world.fresh('Neu') })],
        }),
      }),
    },
    'POST /api/networks/{id}/memberships/match': {
      ...ours,
      of: 'network',
      given: async (world) => ({
        path: await made(world),
        body: Object.assign(new MatchMembers(), { text: 'Haus Unbekannt' }),
      }),
    },
    'GET /api/memberships': reads(),
    'PUT /api/memberships/{id}': {
      ...ours,
      of: 'membership',
      given: async (world) => ({
        path: await seat(world),
        version: 1,
        body: Object.assign(new SaveMembership(), {
          personId: await newcomer(world),
          fromDay: world.today,
        }),
      }),
    },
    'POST /api/memberships/{id}/end': {
      ...ours,
      of: 'membership',
      given: async (world) => ({
        path: await seat(world),
        body: Object.assign(new EndMembership(), { toDay: '2025-12-31' }),
      }),
    },
    'POST /api/memberships/{id}/hand-over': {
      ...ours,
      of: 'membership',
      given: async (world) => ({
        path: await seat(world),
        body: Object.assign(new HandOverMembership(), {
          personId: await newcomer(world),
          fromDay: '2025-12-31',
        }),
      }),
    },
  },
};
