import type { FindingMove, FindingView } from '@runder-tisch/domain/findings';
import { SaveFinding } from '@runder-tisch/domain/findings/findings-requests';
import type { Client } from './client';

/** `await finding(planner, { name: 'Erste' })` answers with its id. */
export async function finding(
  client: Client,
  facts: Partial<SaveFinding> & { name: string },
): Promise<string> {
  const request = Object.assign(new SaveFinding(), facts);
  return (await client.post<{ id: string }>('/api/findings', request)).id;
}

export function findingView(client: Client, id: string): Promise<FindingView> {
  return client.get<FindingView>(`/api/findings/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changeFinding(
  client: Client,
  id: string,
  changes: Partial<SaveFinding>,
): Promise<FindingView> {
  const { name, description, version } = await findingView(client, id);
  return client.put<FindingView>(`/api/findings/${id}`, { name, description, ...changes }, version);
}

/** `moveFinding(planner, id, 'open', 'close')`: one verb after the other. */
export async function moveFinding(client: Client, id: string, ...moves: FindingMove[]): Promise<FindingView> {
  let now = await findingView(client, id);
  for (const move of moves)
    now = await client.post<FindingView>(`/api/findings/${id}/${move}`, {}, now.version);
  return now;
}
