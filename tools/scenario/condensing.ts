import type {
  ArgumentView,
  GroupAnsweredView,
  GroupView,
  StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import {
  AnswerGroup,
  ChosenFeedback,
  CreateArgument,
  CreateGroup,
} from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import type { Client } from './client';

/** `await argument(planner, { title: 'Der Bus fährt abends nicht.', fieldId, feedbackIds })` */
export async function argument(client: Client, facts: Partial<CreateArgument>): Promise<ArgumentView> {
  const { id } = await client.post<{ id: string }>(
    '/api/arguments',
    Object.assign(new CreateArgument(), facts),
  );
  return client.get<ArgumentView>(`/api/arguments/${id}`);
}

/** `await feedbackGroup(planner, 'Bus am Abend', ids)` */
export async function feedbackGroup(client: Client, name: string, feedbackIds: string[]): Promise<GroupView> {
  const request = Object.assign(new CreateGroup(), { name, feedbackIds });
  const { id } = await client.post<{ id: string }>('/api/feedback-groups', request);
  return client.get<GroupView>(`/api/feedback-groups/${id}`);
}

/** Answers all of the group as they stand now, unless the facts name others. */
export async function answerGroup(
  client: Client,
  id: string,
  facts: Partial<AnswerGroup>,
): Promise<GroupAnsweredView> {
  const { items } = await client.get<GroupView>(`/api/feedback-groups/${id}`);
  const all = items.map((item) => ({ id: item.id, version: item.version }));
  const request = Object.assign(new AnswerGroup(), { decision: 'NOTED', items: all, ...facts });
  return client.post<GroupAnsweredView>(`/api/feedback-groups/${id}/answer`, request);
}

/** The others count with the first from now on. */
export async function countFeedback(
  client: Client,
  id: string,
  feedbackIds: string[],
): Promise<StaffFeedbackView> {
  const request = Object.assign(new ChosenFeedback(), { feedbackIds });
  return client.post<StaffFeedbackView>(`/api/feedback/${id}/count`, request);
}
