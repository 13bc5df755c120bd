import {
  EnterLetter,
  FinishLetter,
  MarkPassage,
  MendLetter,
} from '@runder-tisch/domain/feedback/letters/letter-requests';
import { enterLetter, finishLetter, letterView, markPassage } from '@runder-tisch/scenario/letters';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../../canary';

export const letterWords: AreaCanaries['words'] = {
  Kanarienschreiben: ['planner'], // names people, and nobody has checked it
};

const TEXT = 'Guten Tag,\n\nKanarienschreiben mit einem Wunsch.\n\nMit Gruß';

const entered = (world: ForeignWorld): Promise<string> =>
  enterLetter(world.coordinator, {
    subject: 'Kanarienschreiben aus der Runde',
    text: TEXT,
    networkId: world.networkId,
    personId: world.personId,
  });

/** One being marked and one that is done. */
export async function plantLetters(
  world: ForeignWorld,
): Promise<Readonly<Record<string, readonly Canary[]>>> {
  const ids = [await entered(world), await entered(world)];
  const planted: Canary[] = [];
  for (const id of ids) {
    const { passages } = await markPassage(world.coordinator, id, 'Kanarienschreiben mit einem Wunsch.');
    planted.push({ id, feedbackId: passages[0]?.feedbackId ?? '' });
  }
  await finishLetter(world.coordinator, ids[1] ?? '', 'Kanarienschreiben ohne mehr.');
  return { 'incoming-letter': planted };
}

/** Those who work on the Hinweise of the network. */
function onLetter(
  body?: () => object,
  prepared: (world: ForeignWorld, id: string) => Promise<object> = () => Promise.resolve({}),
): Write {
  return {
    may: ['planner'],
    owner: 'coordinator',
    of: 'incoming-letter',
    given: async (world) => {
      const id = await entered(world);
      const path = { id, ...(await prepared(world, id)) };
      const { version } = await letterView(world.coordinator, id);
      return { path, version, ...(body ? { body: body() } : {}) };
    },
  };
}

export const letterOperations: AreaCanaries['operations'] = {
  'GET /api/incoming-letters': reads(),
  'GET /api/incoming-letters/{id}': reads('incoming-letter'),
  'GET /api/incoming-letters/{id}/suggestions': reads('incoming-letter'),
  'POST /api/incoming-letters': {
    may: ['planner', 'coordinator'],
    owner: 'coordinator',
    given: async () => ({
      body: Object.assign(new EnterLetter(), { subject: 'Eingeschlichen', text: 'Eingeschlichen' }),
    }),
  },
  'POST /api/incoming-letters/read': {
    may: ['planner', 'coordinator'],
    owner: 'coordinator',
    given: () => Promise.resolve({ bytes: 'Eingeschlichen' }),
  },
  'POST /api/incoming-letters/{id}/passages': onLetter(() =>
    Object.assign(new MarkPassage(), { start: 0, end: 9 }),
  ),
  'POST /api/incoming-letters/{id}/passages/{feedbackId}/unmark': onLetter(undefined, async (world, id) => {
    const { passages } = await markPassage(world.coordinator, id, 'Guten Tag');
    return { feedbackId: passages[0]?.feedbackId ?? '' };
  }),
  'PUT /api/incoming-letters/{id}/text': onLetter(() =>
    Object.assign(new MendLetter(), { pieces: ['Eingeschlichen'] }),
  ),
  'POST /api/incoming-letters/{id}/finish': onLetter(() =>
    Object.assign(new FinishLetter(), { restReason: 'Eingeschlichen' }),
  ),
  'POST /api/incoming-letters/{id}/reopen': onLetter(undefined, async (world, id) => {
    await finishLetter(world.coordinator, id, 'Eingeschlichen');
    return {};
  }),
  'DELETE /api/incoming-letters/{id}': onLetter(),
};
