import type { FigureReleaseView } from '@runder-tisch/domain/indicators/releases';
import {
  PrepareFigureRelease,
  type WithdrawFigureRelease,
} from '@runder-tisch/domain/indicators/releases/release-requests';
import type { Client } from './client';

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
