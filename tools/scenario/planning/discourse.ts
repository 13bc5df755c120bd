import type { DiscourseItem, DiscourseList, DiscourseMove, DiscourseView } from '@runder-tisch/domain/cycles';
import {
  AddToDiscourse,
  MoveDiscourse,
  PlanDiscourse,
  SaveDiscourse,
} from '@runder-tisch/domain/cycles/discourse/discourse-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from '../client';

/** `await discourse(planner, { cycleId, title: 'Wohnen' })`: a planned round, the next of the county. */
export async function discourse(
  client: Client,
  facts: Partial<PlanDiscourse> & { cycleId: string },
): Promise<string> {
  const request = Object.assign(new PlanDiscourse(), {
    title: 'Diskursrunde',
    startsOn: '2026-01-01',
    endsOn: '2026-06-30',
    question: 'Was brauchen Familien im Landkreis?',
    ...facts,
  });
  return (await client.post<{ id: string }>('/api/discourse-rounds', request)).id;
}

export function discourseView(client: Client, id: string): Promise<DiscourseView> {
  return client.get<DiscourseView>(`/api/discourse-rounds/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changeDiscourse(
  client: Client,
  id: string,
  changes: Partial<SaveDiscourse>,
): Promise<DiscourseView> {
  const { version, title, startsOn, endsOn, question, reflection } = await discourseView(client, id);
  const now = { title, startsOn, endsOn, question, reflection };
  const request = Object.assign(new SaveDiscourse(), now, changes);
  return client.put<DiscourseView>(`/api/discourse-rounds/${id}`, request, version);
}

/** `await moveDiscourse(planner, id, 'close', { reflection: 'Früher fragen.' })` */
export async function moveDiscourse(
  client: Client,
  id: string,
  move: DiscourseMove,
  facts: Partial<MoveDiscourse> = {},
): Promise<DiscourseView> {
  const { version } = await discourseView(client, id);
  const request = Object.assign(new MoveDiscourse(), facts);
  return client.post<DiscourseView>(`/api/discourse-rounds/${id}/${move}`, request, version);
}

/** Puts Befunde or formats into it, several at once. */
export function addToDiscourse(
  client: Client,
  id: string,
  kind: AddToDiscourse['kind'],
  ids: string[],
): Promise<DiscourseView> {
  const request = Object.assign(new AddToDiscourse(), { kind, ids });
  return client.post<DiscourseView>(`/api/discourse-rounds/${id}/parts`, request);
}

export function removeFromDiscourse(
  client: Client,
  id: string,
  kind: AddToDiscourse['kind'],
  partId: string,
): Promise<DiscourseView> {
  return client.delete<DiscourseView>(`/api/discourse-rounds/${id}/parts/${kind}/${partId}`);
}

/** What one count of the ring opens. */
export function discourseList(client: Client, id: string, list: DiscourseList): Promise<Page<DiscourseItem>> {
  return client.get<Page<DiscourseItem>>(`/api/discourse-rounds/${id}/lists/${list}?limit=100`);
}
