import { randomUUID } from 'node:crypto';
import { SaveSessionFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type {
  AgreementView,
  AttendanceLine,
  ProtocolPreviewView,
  ProtocolRecipientsView,
  RunningMeetingView,
  SentView,
} from '@runder-tisch/domain/meetings';
import {
  EndSession,
  PutAttendance,
  PutMinutesEntry,
  SendProtocol,
} from '@runder-tisch/domain/meetings/session/session-requests';
import type { Client } from './client';

interface Kept {
  id: string;
  version: number;
}

export function sessionOf(client: Client, meetingId: string): Promise<RunningMeetingView> {
  return client.get<RunningMeetingView>(`/api/meetings/${meetingId}/session`);
}

export function startSession(client: Client, meetingId: string): Promise<RunningMeetingView> {
  return client.post<RunningMeetingView>(`/api/meetings/${meetingId}/session/start`);
}

export function endSession(
  client: Client,
  meetingId: string,
  times: Partial<EndSession> = {},
): Promise<RunningMeetingView> {
  return client.post<RunningMeetingView>(
    `/api/meetings/${meetingId}/session/end`,
    Object.assign(new EndSession(), times),
  );
}

/** A line of the minutes at the end of its agenda item; `known` changes one that is there. */
export async function minutesLine(
  client: Client,
  meetingId: string,
  facts: Partial<PutMinutesEntry>,
  known: Kept = { id: randomUUID(), version: 0 },
): Promise<Kept> {
  const position = facts.position ?? (await sessionOf(client, meetingId)).entries.length + 1;
  const request = Object.assign(new PutMinutesEntry(), facts, { position });
  return client.put<Kept>(`/api/meetings/${meetingId}/minutes/${known.id}`, request, known.version);
}

/** First the words to the feedback area, then the line that refers to them. */
export async function hinweisLine(
  client: Client,
  meetingId: string,
  facts: Partial<SaveSessionFeedback> & { text: string; agendaItemId?: string },
): Promise<Kept & { feedbackId: string }> {
  const { agendaItemId = null, ...said } = facts;
  const feedbackId = randomUUID();
  await client.put(
    `/api/feedback/${feedbackId}`,
    Object.assign(new SaveSessionFeedback(), said, { meetingId }),
    0,
  );
  const reference = { kind: 'FEEDBACK', referenceId: feedbackId };
  const line = await minutesLine(client, meetingId, { ...reference, agendaItemId });
  return { ...line, feedbackId };
}

export function removeLine(client: Client, meetingId: string, line: Kept): Promise<Kept> {
  return client.delete<Kept>(`/api/meetings/${meetingId}/minutes/${line.id}`, line.version);
}

/** Ticks the invited one whose seat this is: `(await sessionOf(client, id)).attendance` lists them. */
export function attend(
  client: Client,
  meetingId: string,
  seat: AttendanceLine,
  present = true,
): Promise<Kept> {
  const { invitationId, personId, organisationId } = seat;
  const request = Object.assign(new PutAttendance(), { invitationId, personId, organisationId, present });
  return client.put<Kept>(
    `/api/meetings/${meetingId}/attendance/${seat.id ?? randomUUID()}`,
    request,
    seat.version,
  );
}

/** `await guest(client, meetingId, 'Dora Lenz, Kiebitz gGmbH')` */
export function guest(client: Client, meetingId: string, guestName: string): Promise<Kept> {
  const request = Object.assign(new PutAttendance(), { guestName });
  return client.put<Kept>(`/api/meetings/${meetingId}/attendance/${randomUUID()}`, request, 0);
}

export function protocolOf(client: Client, meetingId: string): Promise<ProtocolPreviewView> {
  return client.get<ProtocolPreviewView>(`/api/meetings/${meetingId}/protocol`);
}

export function approveMinutes(client: Client, meetingId: string): Promise<RunningMeetingView> {
  return client.post<RunningMeetingView>(`/api/meetings/${meetingId}/minutes/approve`);
}

/** To everybody who has an address; answers with the number of mails that go out. */
export async function sendProtocol(client: Client, meetingId: string): Promise<number> {
  const path = `/api/meetings/${meetingId}`;
  const { version } = await client.get<{ version: number }>(path);
  const { recipients } = await client.get<ProtocolRecipientsView>(`${path}/protocol/recipients`);
  const request = new SendProtocol();
  request.to = recipients.flatMap(({ key, mail }) => (key && mail ? [{ key, mail }] : []));
  return (await client.post<SentView>(`${path}/protocol/send`, request, version)).recipients;
}

/** What a network agreed on, the newest first. */
export async function agreementsOf(client: Client, networkId: string): Promise<AgreementView[]> {
  const path = `/api/agreements?${new URLSearchParams({ networkId, limit: '50' })}`;
  return (await client.get<Page<AgreementView>>(path)).items;
}

/** It was carried out, as the sentence says. */
export async function fulfilAgreement(client: Client, id: string, note = ''): Promise<void> {
  await client.post(`/api/agreements/${id}/fulfil`, { note });
}
