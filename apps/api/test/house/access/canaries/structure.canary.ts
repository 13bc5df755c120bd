import {
  SaveConsolidationCheck,
  SaveCriterion,
} from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import type { ConsolidationSubject } from '@runder-tisch/domain/structure';
import { addDays } from '@runder-tisch/domain/time';
import type { Client } from '@runder-tisch/scenario/client';
import { network } from '@runder-tisch/scenario/networks';
import { consolidation, consolidationCheck, criterion } from '@runder-tisch/scenario/structure';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  type ForeignWorld,
  office,
  reads,
  type Write,
} from '../canary';
import { keptList } from '../kept-list';

async function answers(
  client: Client,
  subject: ConsolidationSubject,
  id: string,
  checkedOn: string,
): Promise<SaveConsolidationCheck> {
  const { proposals } = await consolidation(client, subject, id);
  return Object.assign(new SaveConsolidationCheck(), {
    checkedOn,
    answers: proposals.map(({ criterionId }) => ({ criterionId, met: true, reason: 'Liegt vor' })),
  });
}

let days = 0;
/** A day on which nobody checked anything yet. */
const anotherDay = (world: ForeignWorld): string => addDays(world.today, -(days += 1));

const ofNetwork = async (world: ForeignWorld): Promise<Canary> => ({
  id: await network(world.coordinator, { name: world.fresh('Netzwerk') }),
});

const ours = { may: ['planner'], owner: 'coordinator' } as const satisfies Partial<Write>;

export const structureCanaries: AreaCanaries = {
  area: 'structure',
  words: { Kanariengrund: office, Kanarienkriterium: office },
  plant: async (world) => {
    const { planner } = world.somebody;
    const kept = await criterion(planner, { name: 'Kanarienkriterium', question: 'Kanarienkriterium' });
    const met = [true, 'Kanariengrund'] as const;
    const all = {
      Schriftliche: met,
      Benannte: met,
      Regelmäßige: met,
      Kanarien: met,
      Auftrag: met,
      Haushalt: met,
    };
    await consolidationCheck(world.coordinator, 'NETWORK', world.networkId, world.today, all);
    await consolidationCheck(planner, 'PLANNING', '', world.today, all);
    const id = String(world.the('format')['id']);
    await consolidationCheck(planner, 'FORMAT', id, world.today, all);
    return { 'consolidation-criterion': [{ id: kept }] };
  },
  operations: {
    ...keptList({
      path: 'consolidation-criteria',
      kind: 'consolidation-criterion',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveCriterion(), { name, subject: 'PLANNING' }),
    }),
    'GET /api/consolidation': reads(),
    'GET /api/consolidation/planning': reads(),
    'GET /api/consolidation/networks/{id}': reads('network'),
    'GET /api/consolidation/formats/{id}': reads('format'),
    'POST /api/consolidation/planning': {
      may: ['planner'],
      owner: null,
      given: async (world) => ({
        body: await answers(world.somebody.planner, 'PLANNING', '', anotherDay(world)),
      }),
    },
    'POST /api/consolidation/networks/{id}': {
      ...ours,
      of: 'network',
      given: async (world) => {
        const path = await ofNetwork(world);
        return { path, body: await answers(world.coordinator, 'NETWORK', String(path['id']), world.today) };
      },
    },
    'POST /api/consolidation/formats/{id}': {
      ...ours,
      of: 'format',
      given: async (world) => {
        const path = world.the('format');
        const day = anotherDay(world);
        return { path, body: await answers(world.somebody.planner, 'FORMAT', String(path['id']), day) };
      },
    },
    'DELETE /api/consolidation/checks/{id}': {
      ...ours,
      given: async (world) => {
        const { id } = await ofNetwork(world);
        return {
          path: { id: await consolidationCheck(world.coordinator, 'NETWORK', String(id), world.today) },
        };
      },
    },
    'GET /api/structure': reads(),
    'GET /api/structure/export.csv': reads(),
    'GET /api/structure/export.xlsx': { reads: null, openTo: everybodySignedIn },
    'GET /api/structure/seats': reads(),
    'GET /api/structure/load': reads(null, { hours: '1' }),
  },
};
