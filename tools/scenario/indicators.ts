import type {
  DataConceptView,
  DataSourceListItem,
  DataSourceView,
  IndicatorListItem,
  IndicatorView,
} from '@runder-tisch/domain/indicators';
import {
  CreateIndicator,
  SaveDataConcept,
  SaveDataSource,
  SaveIndicatorVersion,
} from '@runder-tisch/domain/indicators/indicators-requests';
import type { FigureReleaseView, IndicatorLinksView } from '@runder-tisch/domain/indicators/releases';
import {
  PrepareFigureRelease,
  StateIndicatorSum,
  type WithdrawFigureRelease,
} from '@runder-tisch/domain/indicators/releases/release-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from './client';

/** `await indicator(planner, { code: 'DEM-77' })` answers with its id; whole and published unless told otherwise. */
export async function indicator(
  client: Client,
  facts: Partial<CreateIndicator> & { code: string },
): Promise<string> {
  const { items } = await client.get<Page<DataSourceListItem>>('/api/data-sources');
  const request = Object.assign(new CreateIndicator(), {
    name: `Indikator ${facts.code} (Demo)`,
    definition: 'Sagt im Test, was er zählt.',
    numerator: `Gezählte in ${facts.code}`,
    denominator: 'Bevölkerung insgesamt',
    sourceId: items[0]?.id ?? null,
    ...facts,
  });
  return (await client.post<{ id: string }>('/api/indicators', request)).id;
}

export function indicatorView(client: Client, id: string): Promise<IndicatorView> {
  return client.get<IndicatorView>(`/api/indicators/${id}`);
}

/** `await indicatorByCode(planner, 'DEM-04')`: one of those every county begins with. */
export async function indicatorByCode(client: Client, code: string): Promise<IndicatorListItem> {
  const { items } = await client.get<Page<IndicatorListItem>>(`/api/indicators?search=${code}`);
  const found = items.find((it) => it.code === code);
  if (!found) throw new Error(`No indicator ${code}`);
  return found;
}

/** Another version, told as the current one but for these changes. */
export async function redefineIndicator(
  client: Client,
  id: string,
  changes: Partial<SaveIndicatorVersion>,
): Promise<IndicatorView> {
  const { version, current } = await indicatorView(client, id);
  const {
    id: _id,
    number: _number,
    factor: _factor,
    source,
    changedAt: _at,
    changedBy: _by,
    ...told
  } = current;
  const request = Object.assign(new SaveIndicatorVersion(), {
    ...told,
    sourceId: source?.id ?? null,
    ...changes,
  });
  return client.post<IndicatorView>(`/api/indicators/${id}/versions`, request, version);
}

export async function dataSource(
  client: Client,
  facts: Partial<SaveDataSource> & { code: string },
): Promise<DataSourceView> {
  const request = Object.assign(new SaveDataSource(), { name: `Quelle ${facts.code} (Demo)`, ...facts });
  const { id } = await client.post<{ id: string }>('/api/data-sources', request);
  return client.get<DataSourceView>(`/api/data-sources/${id}`);
}

/** Whole enough to come into force. */
export async function dataConcept(
  client: Client,
  facts: Partial<SaveDataConcept> = {},
): Promise<DataConceptView> {
  const request = Object.assign(new SaveDataConcept(), {
    title: 'Datenkonzept (Demo)',
    observed: 'Neunzig Indikatoren in acht Handlungsfeldern.',
    purpose: 'Damit Entscheidungen auf Zahlen beruhen.',
    origin: 'Aus der amtlichen Statistik und von den Trägern.',
    rhythm: 'Einmal im Jahr.',
    validFrom: '2026-01-01',
    ...facts,
  });
  const { id } = await client.post<{ id: string }>('/api/data-concepts', request);
  const { items } = await client.get<Page<DataConceptView>>('/api/data-concepts');
  const made = items.find((it) => it.id === id);
  if (!made) throw new Error('The concept is not in its list');
  return made;
}

export function enforceDataConcept(client: Client, concept: DataConceptView): Promise<DataConceptView> {
  return client.post<DataConceptView>(`/api/data-concepts/${concept.id}/enforce`, {}, concept.version);
}

/** `await preparedRelease(planner, indicatorId, { wanted: [id] })`: waits for the check of the worker. */
export async function preparedRelease(
  client: Client,
  indicatorId: string,
  facts: Partial<PrepareFigureRelease> = {},
): Promise<{ id: string }> {
  const request = Object.assign(new PrepareFigureRelease(), facts);
  return client.post<{ id: string }>(`/api/indicators/${indicatorId}/releases`, request);
}

export function figureRelease(client: Client, id: string): Promise<FigureReleaseView> {
  return client.get<FigureReleaseView>(`/api/figure-releases/${id}`);
}

export function releaseFigures(
  client: Client,
  { id, version }: { id: string; version: number },
): Promise<FigureReleaseView> {
  return client.post<FigureReleaseView>(`/api/figure-releases/${id}/release`, {}, version);
}

export function withdrawFigures(
  client: Client,
  { id, version }: { id: string; version: number },
  reason: string,
): Promise<FigureReleaseView> {
  const request: WithdrawFigureRelease = { reason };
  return client.post<FigureReleaseView>(`/api/figure-releases/${id}/withdraw`, request, version);
}

/** `await statedSum(planner, whole, { partIds: [men, women] })` */
export function statedSum(
  client: Client,
  indicatorId: string,
  facts: Partial<StateIndicatorSum>,
): Promise<{ id: string }> {
  const request = Object.assign(new StateIndicatorSum(), facts);
  return client.post<{ id: string }>(`/api/indicators/${indicatorId}/sums`, request);
}

export function indicatorLinks(client: Client, indicatorId: string): Promise<IndicatorLinksView> {
  return client.get<IndicatorLinksView>(`/api/indicators/${indicatorId}/links`);
}
