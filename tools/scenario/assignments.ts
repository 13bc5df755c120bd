import type { AssignedView, AssigneesView, ResponsibilityView } from '@runder-tisch/domain/feedback';
import {
  AssignFeedback,
  SaveResponsibility,
} from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import type { Client } from './client';

/** `await assignFeedback(planner, id, accountId, '2026-04-02')` */
export async function assignFeedback(
  client: Client,
  id: string,
  accountId: string,
  due: string,
): Promise<AssignedView> {
  const request = Object.assign(new AssignFeedback(), { accountId, due });
  return client.post<AssignedView>(`/api/feedback/${id}/assign`, request);
}

/** Those to whom it can be assigned. */
export async function assigneesOf(client: Client, query = ''): Promise<AssigneesView> {
  return client.get<AssigneesView>(`/api/feedback-assignees${query}`);
}

/** Who answers for the Hinweise of a Handlungsfeld, and within how many days. */
export async function responsible(
  client: Client,
  fieldId: string,
  accountId: string,
  days: number,
): Promise<ResponsibilityView> {
  const request = Object.assign(new SaveResponsibility(), { accountId, days });
  return client.put<ResponsibilityView>(`/api/feedback-responsibilities/${fieldId}`, request);
}
