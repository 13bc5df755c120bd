import type {
  DataRequestView,
  DeliveryCalendarView,
  InterfacePageView,
  InterfaceView,
  PlannersMove,
  SectorPlanMove,
  SectorPlanView,
} from '@runder-tisch/domain/data-requests';
import {
  MoveDataRequest,
  SaveDataRequest,
  SaveInterface,
} from '@runder-tisch/domain/data-requests/data-requests-requests';
import { AddSectorPlan } from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from './client';

/** The whole interface register; a new county begins with eleven rows. */
export async function interfaces(client: Client): Promise<InterfaceView[]> {
  return (await client.get<Page<InterfaceView>>('/api/interfaces')).items;
}

/** `interfaceOf(planner, 'Jobcenter')`: the first whose partner begins so. */
export async function interfaceOf(client: Client, partner: string): Promise<InterfaceView> {
  const found = (await interfaces(client)).find((it) => it.partner.startsWith(partner));
  if (!found) throw new Error(`No interface with ${partner}.`);
  return found;
}

/** What a form would send of it as it is. */
export function interfaceRequest(view: InterfaceView): SaveInterface {
  const { partner, name, direction, rhythm, form, basis, contact, mail, columns, organisation } = view;
  const { dataClass, validFrom, daysToDeliver } = view;
  return Object.assign(new SaveInterface(), {
    ...{ partner, name, direction, rhythm, form, basis, contact, mail, columns },
    ...{ dataClass, validFrom, daysToDeliver },
    organisationId: organisation?.id ?? null,
  });
}

/** A new row of the interface register; answers with its id. */
export async function interfaceAgreement(
  client: Client,
  facts: Partial<SaveInterface> & { partner: string; name: string },
): Promise<string> {
  const request = Object.assign(new SaveInterface(), facts);
  return (await client.post<{ id: string }>('/api/interfaces', request)).id;
}

/** `changeInterface(planner, id, { rhythm: 'MONTHLY', validFrom: '2025-07-01' })`: what is not named stays. */
export async function changeInterface(
  client: Client,
  id: string,
  facts: Partial<SaveInterface>,
): Promise<InterfaceView> {
  const view = await interfacePage(client, id);
  const request = Object.assign(interfaceRequest(view), facts);
  return client.put<InterfaceView>(`/api/interfaces/${id}`, request, view.version);
}

export function interfacePage(client: Client, id: string): Promise<InterfacePageView> {
  return client.get<InterfacePageView>(`/api/interfaces/${id}`);
}

export function deliveryCalendar(client: Client, year: number): Promise<DeliveryCalendarView> {
  return client.get<DeliveryCalendarView>(`/api/interfaces/calendar?year=${year}`);
}

/** What a register usually has and this one does not yet. */
export async function takeProposals(client: Client): Promise<void> {
  await client.post('/api/interfaces/proposals', {});
}

/** A Fachplanung; answers with its id. */
export async function sectorPlan(
  client: Client,
  facts: Partial<AddSectorPlan> & { name: string },
): Promise<string> {
  const request = Object.assign(new AddSectorPlan(), facts);
  return (await client.post<{ id: string }>('/api/sector-plans', request)).id;
}

export async function sectorPlans(client: Client): Promise<SectorPlanView[]> {
  return (await client.get<Page<SectorPlanView>>('/api/sector-plans')).items;
}

export async function sectorPlanOf(client: Client, id: string): Promise<SectorPlanView> {
  const found = (await sectorPlans(client)).find((it) => it.id === id);
  if (!found) throw new Error('No such Fachplanung.');
  return found;
}

/** `moveSectorPlan(planner, id, 'update', '2025-04-01')` */
export async function moveSectorPlan(
  client: Client,
  id: string,
  move: SectorPlanMove,
  on: string,
): Promise<SectorPlanView> {
  const { version } = await sectorPlanOf(client, id);
  return client.post<SectorPlanView>(`/api/sector-plans/${id}/moves/${move}`, { on }, version);
}

/** `await dataRequest(planner, { recipients: 'jobcenter@jobcenter.test' })` answers with the id of a draft. */
export async function dataRequest(client: Client, facts: Partial<SaveDataRequest> = {}): Promise<string> {
  const agreementId = facts.agreementId ?? (await interfaceOf(client, 'Jobcenter')).id;
  const request = Object.assign(
    new SaveDataRequest(),
    { agreementId, what: 'SGB II: Struktur', period: '1. Quartal 2025', dueOn: '2025-04-30' },
    facts,
  );
  return (await client.post<{ id: string }>('/api/data-requests', request)).id;
}

export function dataRequestView(client: Client, id: string): Promise<DataRequestView> {
  return client.get<DataRequestView>(`/api/data-requests/${id}`);
}

/** What a form would send of it as it is. */
export function dataRequestRequest(view: DataRequestView): SaveDataRequest {
  const { what, period, dueOn, message, recipients } = view;
  return Object.assign(new SaveDataRequest(), {
    ...{ what, period, dueOn, message, recipients },
    agreementId: view.agreement.id,
  });
}

/** `moveDataRequest(planner, id, 'return', { reason: 'Zwei Gemeinden fehlen.', dueOn: '2025-05-15' })` */
export async function moveDataRequest(
  client: Client,
  id: string,
  move: PlannersMove,
  said: Partial<MoveDataRequest> = {},
): Promise<DataRequestView> {
  const { version } = await dataRequestView(client, id);
  return client.post<DataRequestView>(
    `/api/data-requests/${id}/${move}`,
    Object.assign(new MoveDataRequest(), said),
    version,
  );
}

export interface SentFile {
  name: string;
  bytes: string | Uint8Array;
  byName?: string;
  remark?: string;
}

/** What the form of the upload page sends, as a browser without a script would. */
export function sendByLink(
  url: string,
  path: string,
  { name, bytes, byName, remark }: SentFile,
): Promise<Response> {
  const form = new FormData();
  form.set('tun', 'liefern');
  form.set('byName', byName ?? 'Rita Sommerfeld');
  form.set('remark', remark ?? '');
  form.set('datei', new File([bytes as BlobPart], name));
  return fetch(`${url}${path}`, { method: 'POST', body: form, redirect: 'manual' });
}

/** A file that came another way, entered by planning. */
export async function enterDelivery(
  client: Client,
  id: string,
  { name, bytes }: SentFile,
): Promise<Response> {
  return fetch(`${client.url}/api/data-requests/${id}/deliveries?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      'X-RT-Request': '1',
      'Content-Type': 'application/octet-stream',
      ...(client.cookie === null ? {} : { Cookie: client.cookie }),
    },
    body: bytes as BodyInit,
  });
}
