import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';
import { clientOf } from './client';

const DAY = 86_400_000;
const TABLE =
  'AGS;Gemeinde;Stichtag;Merkmal;Anzahl\r\n15082005;Aken (Elbe);30.06.2026;Bedarfsgemeinschaften;214\r\n';

/** A draft, one that was answered, and one that waits; the kept demo has no links, because these went with its mails. */
export async function ofDataRequests(world: World, app: TestApp, accountId: string) {
  const planner = await clientOf(world, app, accountId);
  const { dataRequest, enterDelivery, interfaceOf, moveDataRequest, sectorPlan, takeProposals } =
    world.dataRequests;
  const ask = (what: string, period: string) =>
    dataRequest(planner, {
      ...{ what, period, dueOn: '2026-12-18', recipients: 'team@jobcenter.example' },
      message: 'Wir brauchen die Zahlen für die Sitzung im Januar. Vorläufige Werte genügen.',
    });
  const what = 'SGB II: Struktur der Leistungsberechtigten (Demo)';
  const answered = await ask(what, '2. Quartal 2026');
  await moveDataRequest(planner, answered, 'send');
  const entered = await enterDelivery(planner, answered, { name: 'SGB II Q2 (Demo).csv', bytes: TABLE });
  if (!entered.ok) throw new Error(await entered.text());
  const waiting = await ask(what, '3. Quartal 2026');
  await moveDataRequest(planner, waiting, 'send');
  await takeProposals(planner);
  const agreement = await interfaceOf(planner, 'Jobcenter');
  await sectorPlan(planner, {
    ...{ name: 'Altenhilfeplanung (Demo)', sector: 'CARE', unit: 'Fachbereich Soziales' },
    ...{ state: 'IN_FORCE', stateOn: '2022-03-31', nextOn: '2026-06-30', agreementIds: [agreement.id] },
  });
  return {
    interface: agreement.id,
    dataRequest: answered,
    dataDraft: await ask(what, '4. Quartal 2026'),
    deliveryToken: await tokenOf(world, app, waiting),
    deliveredToken: await tokenOf(world, app, answered),
  };
}

function tokenOf(world: World, app: TestApp, objectId: string): Promise<string> {
  return app.get(world.Database).write(world.systemViewer, 'test.links', (tx) =>
    app.get(world.MailLinks).create(tx, {
      purpose: 'data-delivery',
      objectKind: 'data-request',
      objectId,
      expiresAt: new Date(app.clock.now().getTime() + 30 * DAY),
    }),
  );
}
