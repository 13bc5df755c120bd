import type { MeasureMove, MeasureView } from '@runder-tisch/domain/measures';
import { SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import type { Client } from './client';

/** `await measure(planner, { name: 'Erste' })` answers with its id. */
export async function measure(
  client: Client,
  facts: Partial<SaveMeasure> & { name: string },
): Promise<string> {
  const request = Object.assign(new SaveMeasure(), facts);
  return (await client.post<{ id: string }>('/api/measures', request)).id;
}

export function measureView(client: Client, id: string): Promise<MeasureView> {
  return client.get<MeasureView>(`/api/measures/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changeMeasure(
  client: Client,
  id: string,
  changes: Partial<SaveMeasure>,
): Promise<MeasureView> {
  const { name, description, version } = await measureView(client, id);
  return client.put<MeasureView>(`/api/measures/${id}`, { name, description, ...changes }, version);
}

/** `moveMeasure(planner, id, 'open', 'close')`: one verb after the other. */
export async function moveMeasure(client: Client, id: string, ...moves: MeasureMove[]): Promise<MeasureView> {
  let now = await measureView(client, id);
  for (const move of moves)
    now = await client.post<MeasureView>(`/api/measures/${id}/${move}`, {}, now.version);
  return now;
}
