import type { LetterView } from '@runder-tisch/domain/feedback';
import { EnterLetter } from '@runder-tisch/domain/feedback/letters/letter-requests';
import { plainText } from '@runder-tisch/domain/text';
import type { Client } from './client';

/** "Brief aufnehmen": `await enterLetter(client, { subject: 'Stellungnahme', text: 'Der Bus fährt zu selten.' })` */
export async function enterLetter(
  client: Client,
  facts: Partial<EnterLetter> & { subject: string; text: string },
): Promise<string> {
  const request = Object.assign(new EnterLetter(), facts);
  return (await client.post<{ id: string }>('/api/incoming-letters', request)).id;
}

export function letterView(client: Client, id: string): Promise<LetterView> {
  return client.get<LetterView>(`/api/incoming-letters/${id}`);
}

/** Marks the first place where these words stand. */
export async function markPassage(client: Client, id: string, words: string): Promise<LetterView> {
  const { text, version } = await letterView(client, id);
  const start = plainText(text ?? []).indexOf(words);
  if (start < 0) throw new Error(`The letter does not say: ${words}`);
  const stretch = { start, end: start + words.length };
  return client.post<LetterView>(`/api/incoming-letters/${id}/passages`, stretch, version);
}

export async function unmarkPassage(client: Client, id: string, feedbackId: string): Promise<LetterView> {
  const { version } = await letterView(client, id);
  return client.post<LetterView>(
    `/api/incoming-letters/${id}/passages/${feedbackId}/unmark`,
    undefined,
    version,
  );
}

export async function finishLetter(client: Client, id: string, restReason = ''): Promise<LetterView> {
  const { version } = await letterView(client, id);
  return client.post<LetterView>(`/api/incoming-letters/${id}/finish`, { restReason }, version);
}
