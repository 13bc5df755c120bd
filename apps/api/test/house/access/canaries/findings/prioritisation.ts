import {
  AdjustPrioritisation,
  CancelPrioritisation,
} from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import { meeting } from '@runder-tisch/scenario/meetings';
import * as points from '@runder-tisch/scenario/prioritisation';
import {
  type Canary,
  type Declaration,
  type ForeignWorld,
  office,
  reads,
  readsFile,
  type Write,
} from '../../canary';

const facts = (world: ForeignWorld) => ({
  question: world.fresh('Kanarienfrage'),
  networkId: world.networkId,
  places: 5,
});

async function draft(world: ForeignWorld): Promise<Canary> {
  return { id: await points.prioritisation(world.coordinator, facts(world)) };
}

async function running(world: ForeignWorld): Promise<Canary> {
  return { id: await points.openPrioritisation(world.coordinator, facts(world)) };
}

/** With one personal link, to this address. */
async function mailed(world: ForeignWorld, address = 'punkte@kanarienpost.test'): Promise<Canary> {
  const { networkId } = world;
  const title = world.fresh('Kanariensitzung');
  const meetingId = await meeting(world.coordinator, { title, networkId, invitees: [address] });
  const by = { ...facts(world), meetingId, mode: 'MAIL' as const, closesDay: '2099-12-31' };
  return { id: await points.openPrioritisation(world.coordinator, by) };
}

async function versionOf(world: ForeignWorld, { id }: Canary): Promise<number> {
  return (await points.prioritisationView(world.coordinator, String(id))).version;
}

function changed(
  made: (world: ForeignWorld) => Promise<Canary>,
  body?: (world: ForeignWorld) => object,
): Write {
  return {
    may: ['planner'],
    owner: 'coordinator',
    of: 'prioritisation',
    given: async (world) => {
      const path = await made(world);
      return { path, version: await versionOf(world, path), ...(body ? { body: body(world) } : {}) };
    },
  };
}

/** One draft, one that runs, one that is closed. */
export async function plantPrioritisations(world: ForeignWorld): Promise<Record<string, readonly Canary[]>> {
  const closed = await running(world);
  await points.closePrioritisation(world.coordinator, String(closed['id']));
  await mailed(world, 'punkte-link@kanarienpost.test');
  const token = await world.mailed('punkte-link@kanarienpost.test', 'punkte');
  return {
    prioritisation: [await draft(world), await running(world), closed],
    'link:points': [{ token }],
  };
}

export const prioritisationWords = { Kanarienfrage: office };

export const prioritisationOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/prioritisations': reads(),
  'GET /api/prioritisations/priorities': reads(),
  'GET /api/priorities/{id}/points': reads('prioritisation'),
  'GET /api/prioritisations/{id}': reads('prioritisation'),
  'GET /api/prioritisations/{id}/beamer': reads('prioritisation'),
  'GET /api/prioritisations/{id}/result.csv': {
    ...readsFile('prioritisation', office),
    // Only what is closed has a result.
    refused: [409],
  },
  'POST /api/prioritisations': {
    may: ['planner'],
    owner: 'coordinator',
    given: async (world) => ({ body: points.prioritisationRequest(facts(world)) }),
  },
  'PUT /api/prioritisations/{id}': changed(draft, (world) => points.prioritisationRequest(facts(world))),
  'DELETE /api/prioritisations/{id}': changed(draft),
  'POST /api/prioritisations/{id}/open': changed(draft),
  'POST /api/prioritisations/{id}/adjust': changed(running, () =>
    Object.assign(new AdjustPrioritisation(), { places: 9 }),
  ),
  'POST /api/prioritisations/{id}/recall': changed((world) => mailed(world)),
  'POST /api/prioritisations/{id}/remind': {
    ...changed((world) => mailed(world)),
    // Asked today, and the clock of the matrix stands still.
    refusedAs: 'points-reminded-today',
  },
  'POST /api/prioritisations/{id}/close': changed(running),
  'POST /api/prioritisations/{id}/cancel': changed(running, () => new CancelPrioritisation()),
  'GET /punkte': { alone: 'a field for letters, which leads to the page behind them' },
  'GET /punkte/{token}': { link: 'points' },
  'POST /punkte/{token}': { link: 'points', form: () => ({}) },
};
