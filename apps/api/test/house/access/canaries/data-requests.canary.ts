import sql from 'sql-template-tag';
import {
  MoveDataRequest,
  SaveDataRequest,
  SaveInterface,
} from '@runder-tisch/domain/data-requests/data-requests-requests';
import {
  AddSectorPlan,
  MoveSectorPlan,
  SaveSectorPlan,
} from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import {
  dataRequest,
  dataRequestView,
  enterDelivery,
  interfaceRequest,
  interfaces,
  moveDataRequest,
  sectorPlan,
  sectorPlans,
} from '@runder-tisch/scenario/data-requests';
import { MailLinks } from '../../../../src/access/mail-links';
import { systemViewer } from '../../../../src/access/viewer';
import { Database } from '../../../../src/database/database';
import { rowsIn } from '../../../../src/database/rows';
import { type AreaCanaries, type Canary, type ForeignWorld, reads, readsFile, type Write } from '../canary';

const MAIL = 'kanarien@jobcenter.test';
const TABLE = 'AGS;Gemeinde;Stichtag;Merkmal;Anzahl\n15082005;Aken;31.03.2025;Kanarienmerkmal;412\n';

/** Asked of the foreign house, which is no address of anybody who watches. */
async function made(world: ForeignWorld, facts: Partial<SaveDataRequest> = {}): Promise<string> {
  const agreementId = await agreement(world);
  return dataRequest(world.somebody.planner, {
    agreementId,
    what: world.fresh('Kanarienbetreff'),
    message: 'Kanariendaten',
    dueOn: '2027-01-31',
    recipients: MAIL,
    ...facts,
  });
}

async function agreement(world: ForeignWorld): Promise<string> {
  const known = (await interfaces(world.somebody.planner)).find((it) => it.partner === 'Kanarienstelle');
  return known ? known.id : (await kept(world)).id;
}

async function kept(world: ForeignWorld, partner = 'Kanarienstelle'): Promise<{ id: string }> {
  const request = Object.assign(new SaveInterface(), {
    ...{ partner, name: world.fresh('Kanarienlieferung'), organisationId: world.organisationId },
    columns: [{ name: 'AGS', meaning: 'Kanarienspalte', example: '15082005' }],
  });
  return world.somebody.planner.post<{ id: string }>('/api/interfaces', request);
}

async function delivered(world: ForeignWorld): Promise<Canary> {
  const id = await made(world);
  await moveDataRequest(world.somebody.planner, id, 'send');
  const response = await enterDelivery(world.somebody.planner, id, { name: 'Kanarien.csv', bytes: TABLE });
  if (!response.ok) throw new Error(await response.text());
  const { deliveries } = await dataRequestView(world.somebody.planner, id);
  return { id, deliveryId: deliveries[0]?.id ?? '' };
}

const saved = async (world: ForeignWorld): Promise<SaveDataRequest> =>
  Object.assign(new SaveDataRequest(), {
    ...{ agreementId: await agreement(world), what: world.fresh('Eingeschlichen'), dueOn: '2027-01-31' },
  });

const byPlanner = (given: Write['given'], of?: string): Write => ({
  may: ['planner'],
  owner: null,
  given,
  ...(of ? { of } : {}),
});

const entry =
  (body?: (world: ForeignWorld, id: string) => Promise<object>): Write['given'] =>
  async (world) => {
    const { id } = await kept(world, world.fresh('Kanarienstelle'));
    return { path: { id }, version: 1, ...(body ? { body: await body(world, id) } : {}) };
  };

const plan =
  (body?: (world: ForeignWorld) => Promise<object>): Write['given'] =>
  async (world) => {
    const id = await sectorPlan(world.somebody.planner, { name: world.fresh('Kanarienplan') });
    return { path: { id }, version: 1, ...(body ? { body: await body(world) } : {}) };
  };

export const dataRequestsCanaries: AreaCanaries = {
  area: 'data-requests',
  words: {
    // Subjects of mails stand in the mailbox of the administration as well.
    Kanarienbetreff: ['planner', 'admin'],
    Kanariendaten: ['planner'],
    Kanarienlieferung: ['planner'],
    Kanarienmerkmal: ['planner'],
    Kanarienplan: ['planner'],
    Kanarienspalte: ['planner'],
  },
  plant: async (world) => {
    await sectorPlan(world.somebody.planner, { name: world.fresh('Kanarienplan') });
    const draft = await made(world);
    const first = await delivered(world);
    const sent = await made(world);
    await moveDataRequest(world.somebody.planner, sent, 'send');
    const token = await world.app.get(Database).write(systemViewer, 'test.link', (tx) =>
      world.app.get(MailLinks).create(tx, {
        purpose: 'data-delivery',
        objectKind: 'data-request',
        objectId: sent,
        expiresAt: new Date('2027-06-01T00:00:00Z'),
      }),
    );
    // What was delivered last time is older than what is asked now.
    await world.app
      .get(Database)
      .write(systemViewer, 'test.delivery', (tx) =>
        rowsIn(
          tx,
          sql`update data_request_delivery set remark = 'Kanariendaten' where request_id = ${String(first['id'])}`,
        ),
      );
    return {
      interface: [{ id: await agreement(world) }],
      'data-request': [{ id: draft }, { id: sent }, first],
      'data-delivery': [first],
      'link:data-delivery': [{ token }],
    };
  },
  operations: {
    'GET /api/interfaces': reads(),
    'POST /api/interfaces': byPlanner(async (world) => ({
      body: Object.assign(new SaveInterface(), { partner: world.fresh('Stelle'), name: 'Eingeschlichen' }),
    })),
    'PUT /api/interfaces/{id}': byPlanner(
      entry(async (world, id) => {
        const found = (await interfaces(world.somebody.planner)).find((it) => it.id === id);
        if (!found) throw new Error('Not kept.');
        return interfaceRequest(found);
      }),
    ),
    'DELETE /api/interfaces/{id}': byPlanner(entry()),
    'POST /api/interfaces/{id}/activate': byPlanner(entry()),
    'POST /api/interfaces/{id}/deactivate': byPlanner(entry()),
    'POST /api/interfaces/order': byPlanner(async (world) => ({
      body: { ids: (await interfaces(world.somebody.planner)).map(({ id }) => id) },
    })),
    'GET /api/interfaces/{id}': reads('interface'),
    'GET /api/interfaces/calendar': reads(),
    'GET /api/interfaces/calendar.ics': { reads: null, openTo: ['planner'] },
    'GET /api/interfaces/description': reads(),
    'GET /api/interfaces/description.pdf': { reads: null, openTo: ['planner'] },
    'GET /api/interfaces/proposals': reads(),
    'POST /api/interfaces/proposals': byPlanner(async () => ({})),
    'GET /api/sector-plans': reads(),
    'POST /api/sector-plans': byPlanner(async (world) => ({
      body: Object.assign(new AddSectorPlan(), { name: world.fresh('Eingeschlichen') }),
    })),
    'PUT /api/sector-plans/{id}': byPlanner(
      plan(async (world) => Object.assign(new SaveSectorPlan(), { name: world.fresh('Eingeschlichen') })),
    ),
    'DELETE /api/sector-plans/{id}': byPlanner(plan()),
    'POST /api/sector-plans/{id}/activate': byPlanner(plan()),
    'POST /api/sector-plans/{id}/deactivate': byPlanner(plan()),
    'POST /api/sector-plans/order': byPlanner(async (world) => ({
      body: { ids: (await sectorPlans(world.somebody.planner)).map(({ id }) => id) },
    })),
    'POST /api/sector-plans/{id}/moves/{move}': byPlanner(async (world) => ({
      path: {
        id: await sectorPlan(world.somebody.planner, { name: world.fresh('Kanarienplan') }),
        move: 'update',
      },
      version: 1,
      body: Object.assign(new MoveSectorPlan(), { on: '2020-01-01' }),
    })),
    'GET /api/data-requests': reads(),
    'GET /api/data-requests/expected': reads(),
    'GET /api/data-requests/{id}': reads('data-request'),
    'GET /api/data-requests/{id}/mail': reads('data-request'),
    'GET /api/data-requests/{id}/deliveries/{deliveryId}/file': readsFile('data-delivery', ['planner']),
    'POST /api/data-requests/{id}/deliveries/{deliveryId}/figures': byPlanner(
      async (world) => ({ path: await delivered(world) }),
      'data-request',
    ),
    'POST /api/data-requests': byPlanner(async (world) => ({ body: await saved(world) })),
    'PUT /api/data-requests/{id}': byPlanner(
      async (world) => ({ path: { id: await made(world) }, version: 1, body: await saved(world) }),
      'data-request',
    ),
    'DELETE /api/data-requests/{id}': byPlanner(
      async (world) => ({ path: { id: await made(world) } }),
      'data-request',
    ),
    'POST /api/data-requests/{id}/deliveries': byPlanner(async (world) => {
      const id = await made(world);
      await moveDataRequest(world.somebody.planner, id, 'send');
      return { path: { id }, query: '?name=Daten.csv', bytes: TABLE };
    }, 'data-request'),
    'POST /api/data-requests/{id}/{move}': byPlanner(
      async (world) => ({
        path: { id: await made(world), move: 'send' },
        version: 1,
        body: new MoveDataRequest(),
      }),
      'data-request',
    ),
    'GET /datenlieferung/{token}': { link: 'data-delivery' },
    'GET /datenlieferung/{token}/vorlage.csv': { link: 'data-delivery' },
    'GET /datenlieferung/{token}/letzte-datei': { link: 'data-delivery' },
    'POST /datenlieferung/{token}': { link: 'data-delivery', form: () => ({ tun: 'erhalten' }) },
  },
};
