import {
  AssignColumns,
  CorrectRow,
  DecideEntries,
  DecideOpen,
  ReadAgain,
} from '@runder-tisch/domain/imports/imports-requests';
import type { ImportEntryView } from '@runder-tisch/domain/imports';
import type { Page } from '@runder-tisch/domain/lists';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { ImportWorker } from '../../../../src/imports/import-worker';
import { type AreaCanaries, type Canary, office, reads, type Write, type ForeignWorld } from '../canary';

const HEAD = 'Träger;PLZ;Ort;Vorname;Nachname;E-Mail;Funktion';

/** A list of one house nobody knows and one line that cannot be taken. */
const list = (world: ForeignWorld): string => `${HEAD}
${world.fresh('Kanarienliste')};06366;Köthen;;;;
Haus;Kanarienfehler;Köthen;;;;
`;

async function uploaded(world: ForeignWorld): Promise<Canary & { columns: string }> {
  const view = await uploadedList(world.coordinator, 'kanariendatei.csv', list(world));
  return { id: view.id, columns: suggestedColumns(view).join(';') };
}

/** Before the worker comes by. */
async function asked(world: ForeignWorld): Promise<Canary> {
  const { id = '', columns } = await uploaded(world);
  await world.coordinator.post(`/api/imports/${id}/check`, { columns: columns.split(';') });
  return { id };
}

async function checked(world: ForeignWorld): Promise<Canary> {
  const run = await asked(world);
  await worked(world, run, 'CHECKED');
  return run;
}

async function decided(world: ForeignWorld): Promise<Canary> {
  const run = await checked(world);
  await world.coordinator.post(`/api/imports/${run['id']}/decide-open`, { decision: 'SKIP' });
  return run;
}

async function applied(world: ForeignWorld): Promise<Canary> {
  const run = await decided(world);
  await world.coordinator.post(`/api/imports/${run['id']}/apply`);
  await worked(world, run, 'APPLIED');
  return run;
}

async function worked({ app, coordinator }: ForeignWorld, { id }: Canary, state: string): Promise<void> {
  await app.get(ImportWorker).runDue();
  const view = await coordinator.get<{ state: string }>(`/api/imports/${id}`);
  if (view.state !== state) throw new Error(`The import is ${view.state} and not ${state}.`);
}

/** A list belongs to who uploaded it; administrators see those of everybody. */
const ofOffice = (made: (world: ForeignWorld) => Promise<Canary>, body?: object): Write => ({
  may: ['admin'],
  owner: 'coordinator',
  of: 'import',
  given: async (world) => ({ path: await made(world), ...(body ? { body } : {}) }),
});

export const importsCanaries: AreaCanaries = {
  area: 'imports',
  words: { Kanarienliste: ['admin'], kanariendatei: ['admin'], Kanarienfehler: ['admin'] },
  plant: async (world) => ({
    import: [
      { ...(await checked(world)), line: '2' },
      { ...(await uploaded(world)), line: '3' },
    ],
  }),
  operations: {
    'GET /api/imports': reads(),
    'GET /api/imports/{id}': reads('import'),
    'GET /api/imports/{id}/entries': reads('import'),
    'GET /api/imports/{id}/problems': reads('import'),
    'GET /api/imports/{id}/rows/{line}': reads('import'),
    'POST /api/imports/{id}/rows/{line}': {
      ...ofOffice(checked),
      given: async (world) => ({
        path: { ...(await checked(world)), line: '2' },
        body: Object.assign(new CorrectRow(), { cells: [{ column: 2, value: 'Zerbst' }] }),
      }),
    },
    'GET /api/imports/sample.csv': reads(),
    'POST /api/imports': {
      may: office,
      owner: null,
      given: async (world) => ({ query: '?target=actors&name=liste.csv', bytes: list(world) }),
    },
    'POST /api/imports/{id}/read': ofOffice(uploaded, Object.assign(new ReadAgain(), { separator: ';' })),
    'POST /api/imports/{id}/check': {
      ...ofOffice(uploaded),
      given: async (world) => {
        const { id = '', columns } = await uploaded(world);
        return {
          path: { id },
          body: Object.assign(new AssignColumns(), { columns: columns.split(';') }),
        };
      },
    },
    'POST /api/imports/{id}/decide': {
      ...ofOffice(checked),
      given: async (world) => {
        const path = await checked(world);
        const { items } = await world.coordinator.get<Page<ImportEntryView>>(
          `/api/imports/${path['id']}/entries`,
        );
        const entries = items.slice(0, 1).map(({ id }) => ({ id, decision: 'SKIP', objectId: null }));
        return { path, body: Object.assign(new DecideEntries(), { entries }) };
      },
    },
    'POST /api/imports/{id}/decide-open': ofOffice(
      checked,
      Object.assign(new DecideOpen(), { decision: 'CREATE' }),
    ),
    'POST /api/imports/{id}/apply': ofOffice(decided),
    'POST /api/imports/{id}/cancel': ofOffice(asked),
    'POST /api/imports/{id}/discard': ofOffice(uploaded),
    'POST /api/imports/{id}/undo': ofOffice(applied),
  },
};
