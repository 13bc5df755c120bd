import type { ControlMove, ControlView, SessionControlView } from '@runder-tisch/domain/papers/control';
import {
  MoveControl,
  NameResponsible,
  SaveControl,
} from '@runder-tisch/domain/papers/control/control-requests';
import type { Client } from '../client';
import { enterResult, submittedPaper } from './papers';

/** Puts the resolution of a consultation under control; answers with the id of the control. */
export async function control(client: Client, consultationId: string): Promise<string> {
  return (await client.post<{ id: string }>(`/api/consultations/${consultationId}/control`, {})).id;
}

/** A paper that a body adopted on a day, under control. */
export async function controlledPaper(
  client: Client,
  committeeId: string,
  facts: Partial<Parameters<typeof submittedPaper>[1]> & { title: string },
  decided: { decidedOn: string; resolutionNumber: string },
): Promise<{ id: string; paperId: string; consultationId: string }> {
  const paper = await submittedPaper(client, facts, [committeeId]);
  const [consultation] = paper.consultations;
  if (!consultation) throw new Error('The paper has no consultation.');
  await enterResult(client, consultation, decided);
  return { id: await control(client, consultation.id), paperId: paper.id, consultationId: consultation.id };
}

export function controlView(client: Client, id: string): Promise<ControlView> {
  return client.get<ControlView>(`/api/controls/${id}`);
}

export async function changeControl(
  client: Client,
  id: string,
  changes: Partial<SaveControl>,
): Promise<ControlView> {
  const { version, unit, dueOn, measureIds } = await controlView(client, id);
  const request = Object.assign(new SaveControl(), { unit, dueOn, measureIds }, changes);
  return client.put<ControlView>(`/api/controls/${id}`, request, version);
}

/** One report, such as `moveControl(planner, id, 'delay', { reason: 'Die Stelle ist unbesetzt.' })`. */
export async function moveControl(
  client: Client,
  id: string,
  move: ControlMove,
  facts: Partial<MoveControl> = {},
): Promise<ControlView> {
  const { version } = await controlView(client, id);
  return client.post<ControlView>(
    `/api/controls/${id}/${move}`,
    Object.assign(new MoveControl(), facts),
    version,
  );
}

/** Who follows it up from now on; null for nobody. */
export async function nameResponsible(
  client: Client,
  id: string,
  personId: string | null,
): Promise<ControlView> {
  const { version } = await controlView(client, id);
  const request = Object.assign(new NameResponsible(), { personId });
  return client.post<ControlView>(`/api/controls/${id}/responsible`, request, version);
}

/** What the paper of a session on this day says. */
export function sessionControl(
  client: Client,
  committeeId: string,
  on: string,
  closed = false,
): Promise<SessionControlView> {
  return client.get<SessionControlView>(
    `/api/committees/${committeeId}/control?on=${on}${closed ? '&closed=1' : ''}`,
  );
}
