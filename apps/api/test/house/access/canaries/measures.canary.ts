import {
  MoveMeasure,
  OverrideStatus,
  ReportProgress,
  SaveMeasure,
} from '@runder-tisch/domain/measures/measures-requests';
import type { SheetPreview } from '@runder-tisch/domain/measures';
import { fieldsOfAction } from '@runder-tisch/scenario/lists';
import { measure, measureView, runningMeasure, sendSheet } from '@runder-tisch/scenario/measures';
import sql from 'sql-template-tag';
import { linkViewer, systemViewer } from '../../../../src/access/viewer';
import { MailLinks } from '../../../../src/access/mail-links';
import { Database } from '../../../../src/database/database';
import { newId } from '../../../../src/database/new-id';
import { rowsIn } from '../../../../src/database/rows';
import { ProgressService } from '../../../../src/measures/progress/progress.service';
import { evaluationOperations, plantGoal } from './measures/evaluation-operations';
import { plantYearLetters, yearLetterOperations, yearLetterWords } from './measures/year-letters';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, type Write } from '../canary';

const readers = ['admin', 'planner', 'coordinator', 'reader'] as const;

/** Led by the foreign organisation, so that its people see it and other providers do not. */
const running = async (world: ForeignWorld): Promise<Canary> => ({
  id: await runningMeasure(world.somebody.planner, {
    title: world.fresh('Kanarienmaßnahme'),
    leadOrganisationId: world.organisationId,
    leadPersonId: world.personId,
  }),
});

/** The lists of the county are planted before. */
async function fieldOf({ somebody }: ForeignWorld): Promise<{ id: string; name: string }> {
  const [field] = await fieldsOfAction(somebody.planner);
  if (!field) throw new Error('No area planted a Handlungsfeld.');
  return field;
}

/** From a recommendation. */
async function linked(world: ForeignWorld): Promise<Canary> {
  const recommendationId = newId();
  const { id: fieldId } = await fieldOf(world);
  await world.app.get(Database).write(systemViewer, 'test.recommendation', (tx) =>
    rowsIn(
      tx,
      sql`insert into recommendation (id, number, year, field_id, wording, state, created_at)
          values (${recommendationId}, ${world.fresh('E')}, 2026, ${fieldId}, 'Kanarienempfehlung', 'ACCEPTED', ${world.app.clock.now()})`,
    ),
  );
  const id = await measure(world.somebody.planner, {
    title: world.fresh('Kanarienmaßnahme'),
    recommendationIds: [recommendationId],
  });
  return { id, recommendationId };
}

const saved = async (world: ForeignWorld): Promise<SaveMeasure> =>
  Object.assign(new SaveMeasure(), {
    title: world.fresh('Eingeschlichen'),
    fieldId: (await fieldOf(world)).id,
  });

async function changed(world: ForeignWorld, body: object): Promise<Awaited<ReturnType<Write['given']>>> {
  const path = await running(world);
  const { version } = await measureView(world.somebody.planner, String(path['id']));
  return { path, version, body };
}

const byPlanner = (given: Write['given'], more: Partial<Write> = {}): Write => ({
  may: ['planner'],
  owner: null,
  given,
  ...more,
});

const asked = async (world: ForeignWorld) => ({ measureIds: [String((await running(world))['id'])] });

async function sheetOf(world: ForeignWorld): Promise<string> {
  const field = await fieldOf(world);
  return `Nummer;Fassung;Art;Handlungsfeld;Titel\r\n;;Maßnahme;${field.name};${world.fresh('Eingeschlichen')}\r\n`;
}

export const measuresCanaries: AreaCanaries = {
  area: 'measures',
  words: {
    Kanarienmaßnahme: readers,
    Kanarienempfehlung: readers,
    Kanarienwartezeit: readers,
    ...yearLetterWords,
  },
  plant: async (world) => {
    const first = await running(world);
    await plantGoal(world, String(first['id']));
    // Somebody of the foreign house said how it goes, and the house takes part in another one.
    const said = linkViewer('plant', world.personId, 'Kanarienmensch');
    await world.app.get(ProgressService).reportByLink(said, String(first['id']), new ReportProgress());
    await measure(world.somebody.planner, {
      title: world.fresh('Kanarienmaßnahme'),
      partnerIds: [world.organisationId],
    });
    const token = await world.app.get(Database).write(systemViewer, 'test.link', (tx) =>
      world.app.get(MailLinks).create(tx, {
        purpose: 'measure-progress',
        personId: world.personId,
        objectKind: 'measure',
        objectId: String(first['id']),
        expiresAt: new Date('2027-06-01T00:00:00Z'),
      }),
    );
    return {
      measure: [first, await linked(world)],
      'link:measure-progress': [{ token }],
      ...(await plantYearLetters(world)),
    };
  },
  operations: {
    'GET /ergebnisse/handlungsfeld/{id}': reads('field-of-action', { vorschau: '1' }),
    ...evaluationOperations,
    ...yearLetterOperations,
    'GET /api/measures': reads(),
    'GET /api/trace-matrix': reads(),
    'GET /api/trace-matrix/overview': reads(),
    'GET /api/trace-matrix/export.csv': reads(),
    'GET /api/trace-matrix/export.xlsx': { reads: null, openTo: ['admin', 'planner', 'coordinator'] },
    'GET /api/measures/leads': reads(),
    'GET /api/measures/timeline': reads(),
    'GET /api/measures/costs': reads(),
    'GET /api/measures/costs.csv': reads(),
    'GET /api/measures/costs.xlsx': { reads: null, openTo: [...readers, 'provider'] },
    'GET /api/measures/export.xlsx': { reads: null, openTo: [...readers, 'provider'] },
    'GET /api/measures/askable': reads(),
    'GET /api/measures/linkable-recommendations': reads(),
    'GET /api/measures/{id}': reads('measure'),
    'POST /api/measures': byPlanner(async (world) => ({ body: await saved(world) })),
    'PUT /api/measures/{id}': byPlanner(async (world) => changed(world, await saved(world)), {
      of: 'measure',
    }),
    'PUT /api/measures/{id}/status': byPlanner(
      (world) => changed(world, Object.assign(new OverrideStatus(), { status: 'LATE', reason: 'Darum' })),
      { of: 'measure' },
    ),
    'POST /api/measures/{id}/{move}': byPlanner(
      async (world) => {
        const given = await changed(world, new MoveMeasure());
        return { ...given, path: { ...given.path, move: 'pause' } };
      },
      { of: 'measure' },
    ),
    'POST /api/measures/{id}/recommendations/{recommendationId}/accept': byPlanner(async (world) => ({
      path: await linked(world),
    })),
    'POST /api/measures/{id}/progress': {
      may: ['planner'],
      owner: 'house',
      of: 'measure',
      given: async (world) => ({ path: await running(world), body: new ReportProgress() }),
    },
    'POST /api/measures/progress-requests': byPlanner(async (world) => ({
      body: { ...(await asked(world)), dueOn: '2026-12-24', message: '' },
    })),
    'POST /api/measures/progress-reminders': byPlanner(async (world) => {
      const body = await asked(world);
      await world.somebody.planner.post('/api/measures/progress-requests', {
        ...body,
        dueOn: '2026-12-24',
        message: '',
      });
      return { body };
    }),
    'POST /api/measures/sheet': byPlanner(async (world) => ({ bytes: await sheetOf(world) })),
    'POST /api/measures/sheet/apply': byPlanner(async (world) => {
      const bytes = await sheetOf(world);
      const { digest } = (await (
        await sendSheet(world.somebody.planner, Buffer.from(bytes))
      ).json()) as SheetPreview;
      return { bytes, query: `?digest=${digest}` };
    }),
    'GET /sachstand/{token}': { link: 'measure-progress' },
    'POST /sachstand/{token}': { link: 'measure-progress', form: () => ({ standing: 'ON_TRACK' }) },
  },
};
