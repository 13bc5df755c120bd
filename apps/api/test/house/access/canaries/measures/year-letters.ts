import {
  SaveLetterWords,
  SaveLetterYear,
} from '@runder-tisch/domain/measures/year-letters/year-letter-requests';
import { feedback } from '@runder-tisch/scenario/feedback';
import { letterWords, letterYear, sendYearLetters } from '@runder-tisch/scenario/year-letters';
import sql from 'sql-template-tag';
import { byHand } from '../../../../by-hand';
import { systemViewer } from '../../../../../src/access/viewer';
import { MailLinks } from '../../../../../src/access/mail-links';
import { Database } from '../../../../../src/database/database';
import { type Canary, type Declaration, type ForeignWorld, reads, readsFile, type Write } from '../../canary';

const yearOf = (world: ForeignWorld): number => Number(world.today.slice(0, 4));
const pathOf = (world: ForeignWorld): Canary => ({
  year: yearOf(world),
  organisationId: world.organisationId,
});

async function versionOf(world: ForeignWorld): Promise<number> {
  return (await letterYear(world.somebody.planner, yearOf(world))).version;
}

async function sent(world: ForeignWorld): Promise<string> {
  const { planner } = world.somebody;
  await sendYearLetters(planner, yearOf(world), [world.organisationId]);
  const { rows } = await letterYear(planner, yearOf(world));
  return rows.find(({ id }) => id === world.organisationId)?.sent?.id ?? '';
}

/** A letter to the foreign organisation with a sentence that only it reads, and the secret of its mail. */
export async function plantYearLetters(world: ForeignWorld): Promise<Record<string, readonly Canary[]>> {
  const { planner } = world.somebody;
  await feedback(planner, { text: 'Im Namen des Hauses.', organisationId: world.organisationId });
  await letterWords(planner, yearOf(world), world.organisationId, world.fresh('Kanarienzeile'));
  const id = await sent(world);
  // Its minute is over, or taking back another one would take it along.
  await byHand(world.app, sql`update year_letter set sent_at = sent_at - interval '1 day' where id = ${id}`);
  const token = await world.app.get(Database).write(systemViewer, 'test.link', (tx) =>
    world.app.get(MailLinks).create(tx, {
      purpose: 'year-letter',
      objectKind: 'year-letter',
      objectId: id,
      expiresAt: new Date('2027-06-01T00:00:00Z'),
    }),
  );
  return { 'year-letter': [{ id }], 'letter-year': [pathOf(world)], 'link:year-letter': [{ token }] };
}

export const yearLetterWords = { Kanarienzeile: ['planner'] } as const;

const byPlanner = (given: Write['given']): Write => ({ may: ['planner'], owner: null, given });

export const yearLetterOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/letter-years/{year}': reads('letter-year'),
  'GET /api/letter-years/{year}/letters.pdf': readsFile('letter-year', ['planner']),
  'GET /api/letter-years/{year}/letters/{organisationId}': reads('letter-year'),
  'GET /api/letter-years/{year}/letters/{organisationId}/letter.pdf': readsFile('letter-year', ['planner']),
  'PUT /api/letter-years/{year}': byPlanner(async (world) => ({
    path: pathOf(world),
    version: await versionOf(world),
    body: Object.assign(new SaveLetterYear(), { introduction: 'eingeschlichen' }),
  })),
  'PUT /api/letter-years/{year}/letters/{organisationId}/words': byPlanner((world) =>
    Promise.resolve({
      path: pathOf(world),
      body: Object.assign(new SaveLetterWords(), { words: world.fresh('Eingeschlichen') }),
    }),
  ),
  'POST /api/letter-years/{year}/send': byPlanner(async (world) => ({
    path: pathOf(world),
    version: await versionOf(world),
    body: { organisationIds: [world.organisationId] },
  })),
  'POST /api/letter-years/{year}/recall': byPlanner(async (world) => {
    await sent(world);
    return { path: pathOf(world) };
  }),
  'GET /api/year-letters/own': reads(),
  'GET /api/year-letters/{id}': reads('year-letter'),
  'GET /api/year-letters/{id}/letter.pdf': readsFile('year-letter', ['planner']),
  'GET /jahresbrief/{token}': { link: 'year-letter' },
  'GET /jahresbrief/{token}/jahresbrief.pdf': { link: 'year-letter' },
};
