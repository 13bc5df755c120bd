import type { AgendaMattersView, ConsultationRole, PaperVerb, PaperView } from '@runder-tisch/domain/papers';
import {
  AddAgendaTopic,
  MovePaper,
  SaveConsultation,
  SaveConsultationResult,
  SavePaper,
  ScheduleConsultation,
} from '@runder-tisch/domain/papers/papers-requests';
import type { Client } from '../client';

/** `await paper(planner, { title: 'Beratung vor Ort' })` answers with its id. */
export async function paper(client: Client, facts: Partial<SavePaper> & { title: string }): Promise<string> {
  const request = Object.assign(new SavePaper(), { proposal: 'Der Kreistag beschließt das.' }, facts);
  return (await client.post<{ id: string }>('/api/papers', request)).id;
}

export function paperView(client: Client, id: string): Promise<PaperView> {
  return client.get<PaperView>(`/api/papers/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changePaper(
  client: Client,
  id: string,
  changes: Partial<SavePaper>,
): Promise<PaperView> {
  const it = await paperView(client, id);
  const { number, title, proposal, reasoning, applicant, unit, councilLink, confidential } = it;
  const recommendationIds = it.recommendations.map((linked) => linked.id);
  const request = {
    number,
    title,
    proposal,
    reasoning,
    applicant,
    unit,
    councilLink,
    confidential,
    recommendationIds,
  };
  return client.put<PaperView>(
    `/api/papers/${id}`,
    Object.assign(new SavePaper(), request, changes),
    it.version,
  );
}

export async function movePaper(
  client: Client,
  id: string,
  move: PaperVerb,
  reason = '',
): Promise<PaperView> {
  const { version } = await paperView(client, id);
  return client.post<PaperView>(
    `/api/papers/${id}/${move}`,
    Object.assign(new MovePaper(), { reason }),
    version,
  );
}

/** A body on its way. */
export async function consultation(
  client: Client,
  paperId: string,
  committeeId: string,
  role: ConsultationRole = 'ADVISING',
  plannedOn: string | null = null,
): Promise<string> {
  const request = Object.assign(new SaveConsultation(), { committeeId, role, plannedOn });
  return (await client.post<{ id: string }>(`/api/papers/${paperId}/consultations`, request)).id;
}

/** A paper that is before committees: the last of them decides. */
export async function submittedPaper(
  client: Client,
  facts: Partial<SavePaper> & { title: string },
  committeeIds: readonly string[],
): Promise<PaperView> {
  const id = await paper(client, facts);
  for (const [index, committeeId] of committeeIds.entries())
    await consultation(client, id, committeeId, index === committeeIds.length - 1 ? 'DECIDING' : 'ADVISING');
  return movePaper(client, id, 'submit');
}

/** On the agenda of a session, under an item or as a new one. */
export function schedule(
  client: Client,
  { id, version }: { id: string; version: number },
  meetingId: string,
  agendaItemId: string | null = null,
): Promise<PaperView> {
  const request = Object.assign(new ScheduleConsultation(), { meetingId, agendaItemId });
  return client.post<PaperView>(`/api/consultations/${id}/schedule`, request, version);
}

/** What the body made of it: adopted unless something else is said. */
export function enterResult(
  client: Client,
  { id, version }: { id: string; version: number },
  facts: Partial<SaveConsultationResult> = {},
): Promise<PaperView> {
  const usual = { result: 'ACCEPTED', votesYes: 9, votesNo: 1, votesAbstained: 2 };
  const request = Object.assign(new SaveConsultationResult(), usual, facts);
  return client.post<PaperView>(`/api/consultations/${id}/result`, request, version);
}

export function takeBackResult(
  client: Client,
  { id, version }: { id: string; version: number },
): Promise<PaperView> {
  return client.post<PaperView>(`/api/consultations/${id}/take-back`, {}, version);
}

export function matters(client: Client, meetingId: string): Promise<AgendaMattersView> {
  return client.get<AgendaMattersView>(`/api/meetings/${meetingId}/matters`);
}

/** Puts a Befund, Schwerpunkt or Empfehlung on an agenda. */
export async function agendaTopic(
  client: Client,
  meetingId: string,
  facts: Pick<AddAgendaTopic, 'agendaItemId' | 'kind' | 'objectId'>,
): Promise<string> {
  const request = Object.assign(new AddAgendaTopic(), facts);
  return (await client.post<{ id: string }>(`/api/meetings/${meetingId}/matters`, request)).id;
}
