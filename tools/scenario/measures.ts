import type {
  MatrixOverview,
  MatrixStep,
  MatrixStepCounts,
  MatrixView,
} from '@runder-tisch/domain/measures/matrix';
import type { MatrixOverviewQuery, MatrixQuery } from '@runder-tisch/domain/measures/matrix/matrix-requests';
import type { MeasureMove, MeasureView, SheetPreview } from '@runder-tisch/domain/measures';
import { MoveMeasure, ReportProgress, SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import type { Client } from './client';
import { fieldsOfAction } from './lists';

/** `await measure(planner, { title: 'Zweiter Beratungstag' })` answers with its id; without a field it takes the first. */
export async function measure(
  client: Client,
  facts: Partial<SaveMeasure> & { title: string },
): Promise<string> {
  const fieldId = facts.fieldId ?? (await fieldsOfAction(client))[0]?.id ?? '';
  const request = Object.assign(new SaveMeasure(), { fieldId }, facts);
  return (await client.post<{ id: string }>('/api/measures', request)).id;
}

export function measureView(client: Client, id: string): Promise<MeasureView> {
  return client.get<MeasureView>(`/api/measures/${id}`);
}

/** What a form would send of it as it is. */
export function measureRequest(view: MeasureView): SaveMeasure {
  const { kind, title, description, target, startsOn, dueOn, costNeutral, fundingSource } = view;
  return Object.assign(new SaveMeasure(), {
    ...{ kind, title, description, target, startsOn, dueOn, costNeutral, fundingSource },
    fieldId: view.field.id,
    leadOrganisationId: view.lead?.id ?? null,
    leadPersonId: view.leadPerson?.id ?? null,
    partnerIds: view.partners.map(({ id }) => id),
    funder: view.funder,
    fundingUntil: view.fundingUntil,
    costs: view.costs,
    milestones: view.milestones,
    recommendationIds: view.recommendations.map(({ id }) => id),
  });
}

/** Saves it as it is now with these changes. */
export async function changeMeasure(
  client: Client,
  id: string,
  changes: Partial<SaveMeasure>,
): Promise<MeasureView> {
  const now = await measureView(client, id);
  return client.put<MeasureView>(`/api/measures/${id}`, { ...measureRequest(now), ...changes }, now.version);
}

/** `moveMeasure(planner, id, 'pause', { reason: 'Stelle unbesetzt' })` */
export async function moveMeasure(
  client: Client,
  id: string,
  move: MeasureMove,
  said: Partial<MoveMeasure> = {},
): Promise<MeasureView> {
  const { version } = await measureView(client, id);
  return client.post<MeasureView>(
    `/api/measures/${id}/${move}`,
    Object.assign(new MoveMeasure(), said),
    version,
  );
}

/** A measure that was adopted and goes on. */
export async function runningMeasure(
  client: Client,
  facts: Partial<SaveMeasure> & { title: string },
): Promise<string> {
  const id = await measure(client, facts);
  await moveMeasure(client, id, 'approve', { reason: 'Beschluss des Kreistags (Demo)' });
  await moveMeasure(client, id, 'start');
  return id;
}

export function reportProgress(
  client: Client,
  id: string,
  said: Partial<ReportProgress>,
): Promise<MeasureView> {
  return client.post<MeasureView>(`/api/measures/${id}/progress`, Object.assign(new ReportProgress(), said));
}

/** The changed list as it is sent for a preview, or with its digest to be written. */
export async function sendSheet(
  client: Client,
  file: Uint8Array,
  digest: string | null = null,
): Promise<Response> {
  return fetch(`${client.url}/api/measures/sheet${digest === null ? '' : `/apply?digest=${digest}`}`, {
    method: 'POST',
    headers: {
      'X-RT-Request': '1',
      'Content-Type': 'application/octet-stream',
      ...(client.cookie === null ? {} : { Cookie: client.cookie }),
    },
    body: file as BodyInit,
  });
}

export async function sheetPreview(client: Client, file: Uint8Array): Promise<SheetPreview> {
  return (await sendSheet(client, file)).json() as Promise<SheetPreview>;
}

/** `await matrixView(planner, { step: 'FINDING_PRIORITY', fieldId })` */
export function matrixView(client: Client, query: Partial<MatrixQuery>): Promise<MatrixView> {
  return client.get<MatrixView>(`/api/trace-matrix?${asQuery(query)}`);
}

export async function matrixCounts(
  client: Client,
  step: MatrixStep,
  query: Partial<MatrixOverviewQuery> = {},
): Promise<MatrixStepCounts | undefined> {
  const { steps } = await client.get<MatrixOverview>(`/api/trace-matrix/overview?${asQuery(query)}`);
  return steps.find((it) => it.step === step);
}

function asQuery(query: object): string {
  return new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
}
