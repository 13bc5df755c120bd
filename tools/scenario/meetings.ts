import type {
  AgendaTemplateView,
  ChangeResultView,
  InvitationPreviewView,
  InvitationView,
  MeetingPageView,
  NextMeetingView,
  PlanResultView,
  ResolvedInvitees,
  SentView,
  StaffMeetingView,
} from '@runder-tisch/domain/meetings';
import { SaveAgendaTemplate } from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import {
  AddInvitees,
  CancelMeeting,
  PlanMeeting,
  PreviewInvitation,
  ResolveInvitees,
  SaveAgendaItem,
  SaveInvitee,
  SaveMeeting,
  SendAgain,
} from '@runder-tisch/domain/meetings/meetings-requests';
import type { Client } from './client';

/** Everything of a plan may be left out; people are given by address or as resolved by the picker. */
export interface MeetingFacts extends Partial<SaveMeeting> {
  agenda?: (string | Partial<SaveAgendaItem>)[];
  invitees?: (string | Partial<SaveInvitee>)[];
}

const usual = {
  title: 'Netzwerktreffen',
  place: 'Kreishaus Köthen, Am Flugplatz 1',
  startTime: '14:00',
  endTime: '16:00',
};

export function meetingPlan(
  { agenda = [], invitees = [], ...facts }: MeetingFacts,
  send = false,
): PlanMeeting {
  return Object.assign(new PlanMeeting(), {
    meeting: Object.assign(new SaveMeeting(), usual, facts),
    agenda: agenda.map((item) =>
      Object.assign(new SaveAgendaItem(), typeof item === 'string' ? { title: item } : item),
    ),
    invitees: invitees.map((it) =>
      Object.assign(new SaveInvitee(), typeof it === 'string' ? { mail: it, name: it } : it),
    ),
    send,
  });
}

/** A meeting as a draft. */
export async function meeting(client: Client, facts: MeetingFacts): Promise<string> {
  return (await client.post<PlanResultView>('/api/meetings', meetingPlan(facts))).id;
}

/** A meeting and its invitations in one step, as "Einladungen senden" does. */
export function invitedMeeting(client: Client, facts: MeetingFacts): Promise<PlanResultView> {
  return client.post<PlanResultView>('/api/meetings', meetingPlan(facts, true));
}

/** What every meeting of a network begins with: the points of before are replaced. */
export async function standardPoints(
  client: Client,
  networkId: string,
  points: (string | Partial<SaveAgendaItem>)[],
): Promise<void> {
  const { version } = await client.get<AgendaTemplateView>(`/api/agenda-templates?networkId=${networkId}`);
  const { agenda: items } = meetingPlan({ agenda: points });
  const request = Object.assign(new SaveAgendaTemplate(), { networkId, items });
  await client.put('/api/agenda-templates', request, version);
}

export function nextMeeting(client: Client, networkId: string): Promise<NextMeetingView> {
  return client.get<NextMeetingView>(`/api/meetings/next?networkId=${networkId}`);
}

/** "Nächstes Treffen" from the last one, changed where said, sent or kept as a draft. */
export async function planNext(
  client: Client,
  networkId: string,
  changes: Partial<SaveMeeting> = {},
  send = true,
): Promise<PlanResultView> {
  const { plan } = await nextMeeting(client, networkId);
  return client.post<PlanResultView>(
    '/api/meetings',
    Object.assign(new PlanMeeting(), plan, { meeting: { ...plan.meeting, ...changes }, send }),
  );
}

export function meetingPage(client: Client, id: string): Promise<MeetingPageView> {
  return client.get<MeetingPageView>(`/api/meetings/${id}`);
}

/** The page as those see it who plan. */
export async function staffMeeting(client: Client, id: string): Promise<StaffMeetingView> {
  const page = await meetingPage(client, id);
  if (page.audience !== 'staff') throw new Error('not planned by this client');
  return page;
}

export async function invitationOf(client: Client, id: string, mail: string): Promise<InvitationView> {
  const found = (await staffMeeting(client, id)).invitations.find((it) => it.mail === mail.toLowerCase());
  if (!found) throw new Error(`${mail} is not in the list`);
  return found;
}

export function resolveInvitees(client: Client, choice: Partial<ResolveInvitees>): Promise<ResolvedInvitees> {
  return client.post<ResolvedInvitees>(
    '/api/meetings/invitees/resolve',
    Object.assign(new ResolveInvitees(), choice),
  );
}

export function previewInvitation(
  client: Client,
  facts: MeetingFacts,
  mail: string,
): Promise<InvitationPreviewView> {
  return client.post<InvitationPreviewView>('/api/meetings/preview', previewOf(facts, mail));
}

export function testMail(client: Client, facts: MeetingFacts): Promise<{ to: string }> {
  return client.post<{ to: string }>('/api/meetings/test-mail', previewOf(facts, null));
}

function previewOf(facts: MeetingFacts, mail: string | null): PreviewInvitation {
  const { meeting: request, agenda } = meetingPlan(facts);
  const invitee = mail === null ? null : Object.assign(new SaveInvitee(), { mail, name: mail });
  return Object.assign(new PreviewInvitation(), { meeting: request, agenda, invitee });
}

/** "Einladungen senden" for a meeting that stands, with its list as it is, as the page for composing does. */
export async function invite(client: Client, id: string): Promise<PlanResultView> {
  const page = await staffMeeting(client, id);
  const invitees = page.invitations
    .filter((it) => it.uninvitedAt === null)
    .map(({ person, organisation, onBehalfOf, mail, name }) =>
      Object.assign(new SaveInvitee(), {
        personId: person?.id ?? null,
        organisationId: organisation?.id ?? null,
        onBehalfOfId: onBehalfOf?.id ?? null,
        mail,
        name,
      }),
    );
  const agenda = page.agenda.map(({ title, minutes, visibility, presenter, note, level }) =>
    Object.assign(new SaveAgendaItem(), { title, minutes, visibility, presenter, note, level }),
  );
  const plan = Object.assign(new PlanMeeting(), { meeting: savedAs(page), agenda, invitees, send: true });
  return client.put<PlanResultView>(`/api/meetings/${id}/plan`, plan, page.version);
}

export async function inviteMore(
  client: Client,
  id: string,
  mails: readonly string[],
): Promise<SentView | null> {
  const invitees = mails.map((mail) => Object.assign(new SaveInvitee(), { mail, name: mail }));
  const answer = await client.post<{ sent: SentView | null }>(
    `/api/meetings/${id}/invitations`,
    Object.assign(new AddInvitees(), { invitees, send: true }),
  );
  return answer.sent;
}

export async function recall(client: Client, id: string): Promise<void> {
  await client.post(`/api/meetings/${id}/recall`);
}

export function remind(client: Client, id: string): Promise<SentView> {
  return client.post<SentView>(`/api/meetings/${id}/remind`);
}

/** Once more to those whose mail came to nothing; only to the invitations named, else to all. */
export function inviteAgain(client: Client, id: string, ids: string[] = []): Promise<SentView> {
  return client.post<SentView>(
    `/api/meetings/${id}/invitations/again`,
    Object.assign(new SendAgain(), { ids }),
  );
}

export async function withdraw(client: Client, invitationId: string, reason = ''): Promise<SentView> {
  return client.post<SentView>(
    `/api/invitations/${invitationId}/withdraw`,
    Object.assign(new CancelMeeting(), { reason }),
  );
}

export async function cancelMeeting(client: Client, id: string, reason = ''): Promise<SentView> {
  return client.post<SentView>(`/api/meetings/${id}/cancel`, Object.assign(new CancelMeeting(), { reason }));
}

export async function postponeMeeting(client: Client, id: string, reason = ''): Promise<SentView> {
  return client.post<SentView>(
    `/api/meetings/${id}/postpone`,
    Object.assign(new CancelMeeting(), { reason }),
  );
}

/** Changes some facts of a meeting and keeps the others as they are. */
export async function changeMeeting(
  client: Client,
  id: string,
  changes: Partial<SaveMeeting>,
): Promise<ChangeResultView> {
  const page = await staffMeeting(client, id);
  return client.put<ChangeResultView>(
    `/api/meetings/${id}`,
    Object.assign(savedAs(page), changes),
    page.version,
  );
}

/** The request that would save a meeting just as it is. */
export function savedAs(page: StaffMeetingView): SaveMeeting {
  return Object.assign(new SaveMeeting(), {
    type: page.type,
    title: page.title,
    networkId: page.network?.id ?? null,
    committeeId: page.committee?.id ?? null,
    formatId: page.format?.id ?? null,
    ...page.times,
    place: page.place,
    placeId: page.placeId,
    placeNote: page.placeNote,
    onlineLink: page.onlineLink,
    accessibility: page.accessibility,
    invitationText: page.invitationText,
    answerUntilDay: page.answerUntilDay,
    public: page.public,
    capacity: page.capacity,
    previousMeetingId: page.previousMeetingId,
  });
}

/** An answer that came by phone, mail or in person. */
export async function enterAnswer(
  client: Client,
  invitationId: string,
  facts: Partial<AnswerInvitation> & Pick<AnswerInvitation, 'answer' | 'channel'>,
): Promise<void> {
  await client.post(`/api/invitations/${invitationId}/answer`, Object.assign(new AnswerInvitation(), facts));
}

/** As somebody without an account presses a button on the page behind their link. */
export function answerByLink(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}
