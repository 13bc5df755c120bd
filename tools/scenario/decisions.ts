import type { OpenDecisionListItem, OpenDecisionView } from '@runder-tisch/domain/decisions';
import {
  ProposeDecision,
  RecordDecision,
  SaveOpenDecision,
  SaveTopic,
} from '@runder-tisch/domain/decisions/decisions-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from './client';

/** A decision of the county's own: `await decision(planner, { title: 'Wo tagt der Beirat?' })` answers with its id. */
export async function decision(
  client: Client,
  facts: Partial<SaveOpenDecision> & { title: string },
): Promise<string> {
  const options = [
    { title: 'wie bisher', consequences: '' },
    { title: 'neu', consequences: 'Es kostet einen Tag im Jahr.' },
  ];
  const request = Object.assign(new SaveOpenDecision(), { options }, facts);
  return (await client.post<{ id: string }>('/api/decisions', request)).id;
}

export function decisionView(client: Client, id: string): Promise<OpenDecisionView> {
  return client.get<OpenDecisionView>(`/api/decisions/${id}`);
}

/** The decision about the scope or the order of topics, which stand there from the beginning. */
export async function givenDecision(client: Client, kind: 'SCOPE' | 'TOPICS'): Promise<OpenDecisionView> {
  const { items } = await client.get<Page<OpenDecisionListItem>>('/api/decisions');
  const found = items.find((it) => it.kind === kind);
  if (!found) throw new Error(`Es gibt keine Entscheidung der Art ${kind}.`);
  return decisionView(client, found.id);
}

export async function propose(
  client: Client,
  id: string,
  facts: Partial<ProposeDecision> = {},
): Promise<OpenDecisionView> {
  const { version } = await decisionView(client, id);
  const request = Object.assign(new ProposeDecision(), facts);
  return client.post<OpenDecisionView>(`/api/decisions/${id}/propose`, request, version);
}

export async function decide(
  client: Client,
  id: string,
  facts: Partial<RecordDecision>,
): Promise<OpenDecisionView> {
  const { version } = await decisionView(client, id);
  const request = Object.assign(new RecordDecision(), facts);
  return client.post<OpenDecisionView>(`/api/decisions/${id}/decide`, request, version);
}

export async function reopen(client: Client, id: string, reason: string): Promise<OpenDecisionView> {
  const { version } = await decisionView(client, id);
  return client.post<OpenDecisionView>(`/api/decisions/${id}/reopen`, { reason }, version);
}

export async function topic(client: Client, facts: Partial<SaveTopic> & { name: string }): Promise<string> {
  const request = Object.assign(new SaveTopic(), facts);
  return (await client.post<{ id: string }>('/api/topics', request)).id;
}
