import { randomUUID } from 'node:crypto';
import type {
  AnsweredView,
  EnteredFeedbackView,
  FeedbackInboxView,
  FeedbackView,
  GivenVoiceView,
  ReturnMessageView,
  StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import {
  AnswerFeedback,
  BeginReturnMessage,
  DecideFeedback,
  EnterFeedback,
  LinkFeedback,
  SaveReturnMessage,
  SaveSessionFeedback,
  TriageFeedback,
} from '@runder-tisch/domain/feedback/feedback-requests';
import { GiveVoice } from '@runder-tisch/domain/feedback/voice-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import type { Client } from './client';

/** "Hinweis erfassen": `await feedback(client, { text: 'Der Bus fährt zu selten.' })` */
export async function feedback(
  client: Client,
  facts: Partial<EnterFeedback> & { text: string },
): Promise<EnteredFeedbackView> {
  return client.post<EnteredFeedbackView>('/api/feedback', Object.assign(new EnterFeedback(), facts));
}

/** A provider's Hinweis: `await voice(client, { voice: 'PERSONAL', text: 'Das Formular ist zu lang.' })` */
export async function voice(
  client: Client,
  facts: Partial<GiveVoice> & { text: string },
): Promise<GivenVoiceView> {
  return client.post<GivenVoiceView>('/api/feedback/voices', Object.assign(new GiveVoice(), facts));
}

/** A line of a running session; answers the id the minutes refer to. */
export async function sessionFeedback(
  client: Client,
  facts: Partial<SaveSessionFeedback> & { meetingId: string; text: string },
): Promise<string> {
  const id = randomUUID();
  await client.put(`/api/feedback/${id}`, Object.assign(new SaveSessionFeedback(), facts), 0);
  return id;
}

export async function inbox(client: Client, query = ''): Promise<FeedbackInboxView> {
  return client.get<FeedbackInboxView>(`/api/feedback${query}`);
}

export async function feedbackView(client: Client, id: string): Promise<StaffFeedbackView> {
  return client.get<StaffFeedbackView>(`/api/feedback/${id}`);
}

/** Does one step with the version that is there now. */
export async function feedbackStep<View = FeedbackView>(
  client: Client,
  id: string,
  verb: string,
  body?: object,
): Promise<View> {
  const { version } = await feedbackView(client, id);
  return client.post<View>(`/api/feedback/${id}/${verb}`, body, version);
}

/** Removes everything that was flagged; a text without flags is confirmed. */
export async function triageFeedback(client: Client, id: string): Promise<void> {
  const { original } = await feedbackView(client, id);
  const remove = (original?.flags ?? []).map(({ start, end }) => ({ start, end }));
  await feedbackStep(client, id, 'triage', Object.assign(new TriageFeedback(), { remove }));
}

/** Entered, and read by somebody. */
export async function checkedFeedback(
  client: Client,
  facts: Partial<EnterFeedback> & { text: string },
): Promise<string> {
  const { id } = await feedback(client, facts);
  await triageFeedback(client, id);
  return id;
}

export async function linkFeedback(
  client: Client,
  id: string,
  primaryFieldId: string,
  furtherFieldIds: string[] = [],
): Promise<void> {
  await feedbackStep(
    client,
    id,
    'link',
    Object.assign(new LinkFeedback(), { primaryFieldId, furtherFieldIds }),
  );
}

export async function decideFeedback(
  client: Client,
  id: string,
  facts: Partial<DecideFeedback>,
): Promise<void> {
  await feedbackStep(client, id, 'decide', Object.assign(new DecideFeedback(), facts));
}

export async function answerFeedback(
  client: Client,
  id: string,
  answer: string,
  notify = true,
): Promise<AnsweredView> {
  return feedbackStep<AnsweredView>(
    client,
    id,
    'answer',
    Object.assign(new AnswerFeedback(), { answer, notify }),
  );
}

/** Begins an Ergebnisbrief and fills in what the facts name. */
export async function returnMessage(
  client: Client,
  about: Partial<BeginReturnMessage>,
  facts: Partial<SaveReturnMessage> = {},
): Promise<ReturnMessageView> {
  const { id } = await client.post<{ id: string }>(
    '/api/return-messages',
    Object.assign(new BeginReturnMessage(), about),
  );
  const draft = await client.get<ReturnMessageView>(`/api/return-messages/${id}`);
  const { subject, intro, closing, inReviewUntil } = draft;
  const request = Object.assign(new SaveReturnMessage(), {
    subject,
    intro,
    closing,
    inReviewUntil,
    ...facts,
  });
  return client.put<ReturnMessageView>(`/api/return-messages/${id}`, request, draft.version);
}

/** Laid before the others, who are to read it before it goes out. */
export async function presentReturnMessage(client: Client, id: string): Promise<ReturnMessageView> {
  const { version } = await client.get<ReturnMessageView>(`/api/return-messages/${id}`);
  return client.post<ReturnMessageView>(`/api/return-messages/${id}/present`, undefined, version);
}

export async function publishReturnMessage(client: Client, id: string): Promise<ReturnMessageView> {
  const { version } = await client.get<ReturnMessageView>(`/api/return-messages/${id}`);
  return client.post<ReturnMessageView>(`/api/return-messages/${id}/publish`, { alone: false }, version);
}

export async function sendReturnMessage(client: Client, id: string, alone = false): Promise<SentView> {
  const { version } = await client.get<ReturnMessageView>(`/api/return-messages/${id}`);
  return client.post<SentView>(`/api/return-messages/${id}/send`, { alone }, version);
}
