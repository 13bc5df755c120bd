import type { SentView } from '@runder-tisch/domain/meetings';
import type { LetterPreviewView, LetterYearView } from '@runder-tisch/domain/measures/year-letters';
import {
  SaveLetterWords,
  SaveLetterYear,
  SendYearLetters,
} from '@runder-tisch/domain/measures/year-letters/year-letter-requests';
import type { Client } from './client';

export function letterYear(client: Client, year: number): Promise<LetterYearView> {
  return client.get<LetterYearView>(`/api/letter-years/${year}`);
}

/** What all letters of the year begin with. */
export async function introduceLetters(
  client: Client,
  year: number,
  introduction: string,
): Promise<LetterYearView> {
  const { version } = await letterYear(client, year);
  const request = Object.assign(new SaveLetterYear(), { introduction });
  return client.put<LetterYearView>(`/api/letter-years/${year}`, request, version);
}

export function letterPreview(
  client: Client,
  year: number,
  organisationId: string,
): Promise<LetterPreviewView> {
  return client.get<LetterPreviewView>(`/api/letter-years/${year}/letters/${organisationId}`);
}

/** A sentence that only this organisation reads. */
export function letterWords(
  client: Client,
  year: number,
  organisationId: string,
  words: string,
): Promise<LetterPreviewView> {
  const request = Object.assign(new SaveLetterWords(), { words });
  return client.put<LetterPreviewView>(`/api/letter-years/${year}/letters/${organisationId}/words`, request);
}

/** `await sendYearLetters(planner, 2026, [organisation])` */
export async function sendYearLetters(
  client: Client,
  year: number,
  organisationIds: string[],
): Promise<SentView> {
  const { version } = await letterYear(client, year);
  const request = Object.assign(new SendYearLetters(), { organisationIds });
  return client.post<SentView>(`/api/letter-years/${year}/send`, request, version);
}

export function recallYearLetters(client: Client, year: number): Promise<void> {
  return client.post<void>(`/api/letter-years/${year}/recall`);
}
