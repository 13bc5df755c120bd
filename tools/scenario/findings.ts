import type {
  FindingMove,
  FindingView,
  PriorityMove,
  PriorityView,
  RecommendationVerb,
  RecommendationView,
} from '@runder-tisch/domain/findings';
import {
  AddEvidence,
  CreateFinding,
  SaveFinding,
  SavePriority,
} from '@runder-tisch/domain/findings/findings-requests';
import { SaveDecision, SaveRecommendation } from '@runder-tisch/domain/findings/recommendation-requests';
import type { Client } from './client';

/** `await finding(planner, { statement: '…', fieldId, feedbackIds: [hinweis] })` answers with its id. */
export async function finding(
  client: Client,
  facts: Partial<CreateFinding> & { statement: string; fieldId: string },
): Promise<string> {
  const request = Object.assign(new CreateFinding(), facts);
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
  const it = await findingView(client, id);
  const request: SaveFinding = {
    statement: it.statement,
    caveat: it.caveat,
    fieldId: it.field.id,
    planningAreaId: it.planningArea?.id ?? null,
    municipalityId: it.municipality?.id ?? null,
    ...changes,
  };
  return client.put<FindingView>(`/api/findings/${id}`, request, it.version);
}

/** `moveFinding(planner, id, 'drop', 'Doppelt')` */
export async function moveFinding(
  client: Client,
  id: string,
  move: FindingMove,
  reason = '',
): Promise<FindingView> {
  const { version } = await findingView(client, id);
  return client.post<FindingView>(`/api/findings/${id}/${move}`, { reason }, version);
}

export function addEvidence(client: Client, id: string, sources: Partial<AddEvidence>): Promise<FindingView> {
  return client.post<FindingView>(`/api/findings/${id}/evidence`, Object.assign(new AddEvidence(), sources));
}

/** `await priority(planner, { title: '…', fieldId, findingIds: [befund] })` answers with its id. */
export async function priority(
  client: Client,
  facts: Partial<SavePriority> & { title: string; fieldId: string },
): Promise<string> {
  const request = Object.assign(new SavePriority(), facts);
  return (await client.post<{ id: string }>('/api/priorities', request)).id;
}

export function priorityView(client: Client, id: string): Promise<PriorityView> {
  return client.get<PriorityView>(`/api/priorities/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changePriority(
  client: Client,
  id: string,
  changes: Partial<SavePriority>,
): Promise<PriorityView> {
  const it = await priorityView(client, id);
  const request: SavePriority = {
    title: it.title,
    description: it.description,
    fieldId: it.field.id,
    findingIds: it.findings.map((each) => each.id),
    withoutVoice: it.withoutVoice,
    ...changes,
  };
  return client.put<PriorityView>(`/api/priorities/${id}`, request, it.version);
}

export async function movePriority(
  client: Client,
  id: string,
  move: PriorityMove,
  reason = '',
): Promise<PriorityView> {
  const { version } = await priorityView(client, id);
  return client.post<PriorityView>(`/api/priorities/${id}/${move}`, { reason }, version);
}

/** Complete enough to be submitted, unless said otherwise. */
export async function recommendation(
  client: Client,
  facts: Partial<SaveRecommendation> & { wording: string; fieldId: string; priorityIds: string[] },
): Promise<string> {
  const request: SaveRecommendation = Object.assign(new SaveRecommendation(), {
    year: 2026,
    addressee: 'Kreistag',
    measureOfSuccess: 'Zwei Stellen sind besetzt.',
    dueOn: '2027-12-31',
    costs: [{ budgetYear: 2027, oneOff: 5000, yearly: 120_000 }],
    fundingSource: 'Kreishaushalt',
    ...facts,
  });
  return (await client.post<{ id: string }>('/api/recommendations', request)).id;
}

export function recommendationView(client: Client, id: string): Promise<RecommendationView> {
  return client.get<RecommendationView>(`/api/recommendations/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changeRecommendation(
  client: Client,
  id: string,
  changes: Partial<SaveRecommendation>,
): Promise<RecommendationView> {
  const it = await recommendationView(client, id);
  const request: SaveRecommendation = {
    wording: it.wording,
    year: it.year,
    fieldId: it.field.id,
    priorityIds: it.priorities.map((each) => each.id),
    addressee: it.addressee,
    measureOfSuccess: it.measureOfSuccess,
    feasibility: it.feasibility,
    relevance: it.relevance,
    dueOn: it.dueOn,
    costNeutral: it.costNeutral,
    fundingSource: it.fundingSource,
    costs: it.costs,
    ...changes,
  };
  return client.put<RecommendationView>(`/api/recommendations/${id}`, request, it.version);
}

export async function moveRecommendation(
  client: Client,
  id: string,
  move: RecommendationVerb,
  reason = '',
): Promise<RecommendationView> {
  const { version } = await recommendationView(client, id);
  return client.post<RecommendationView>(`/api/recommendations/${id}/${move}`, { reason }, version);
}

/** `await decide(planner, id, { bodyName: 'Kreistag', result: 'ACCEPTED', final: true })` */
export async function decide(
  client: Client,
  id: string,
  facts: Partial<SaveDecision> & Pick<SaveDecision, 'result'>,
): Promise<RecommendationView> {
  const { version } = await recommendationView(client, id);
  const request = Object.assign(
    new SaveDecision(),
    { bodyName: facts.committeeId ? '' : 'Kreistag', decidedOn: '2026-03-12' },
    facts,
  );
  return client.post<RecommendationView>(`/api/recommendations/${id}/decisions`, request, version);
}
