import { randomBytes } from 'node:crypto';
import type { MailAddress } from '../outgoing-mail';

/** A file of the database that every copy of a letter carries. */
export interface LetterFile {
  fileId: string;
  name: string;
  mediaType: string;
  size: number;
}

/** What a letter says to one recipient alone, by the name of the place. */
export type OwnWords = Readonly<Record<string, string>>;

/** One letter to any number of people, each of whom gets a mail of their own and sees nobody else. */
export interface OutgoingLetter {
  /** Of `letterMark`; `placeOf(mark, name)` stands in the words below where a recipient's own go. */
  mark: string;
  subject: string;
  text: string;
  html: string;
  files: readonly LetterFile[];
  purpose: string;
  objectKind: string;
  batchId: string;
  fromName: string;
  replyTo: MailAddress;
  /** Address of a POST that ends mails of this kind for their recipient (RFC 8058). */
  unsubscribe?: string;
  listId?: string;
  notBefore?: Date;
  networkId?: string | null;
  accountId?: string | null;
}

export interface LetterRecipient {
  objectId: string;
  to: MailAddress;
  words: OwnWords;
  personId: string | null;
}

/** Random, so that no text holds it by chance, and plain, so that it outlives HTML, links and line breaks. */
export function letterMark(): string {
  return randomBytes(16).toString('hex');
}

/** Where the own words of this name go. */
export function placeOf(mark: string, name: string): string {
  return `rt${mark}${name}`;
}

/**
 * The text with the recipient's own words in their places.
 * @param written how words are written there: as they are, or as HTML
 */
export function withOwnWords(
  text: string,
  mark: string,
  words: OwnWords,
  written: (word: string) => string = (word) => word,
): string {
  return Object.entries(words).reduce(
    (filled, [name, word]) => filled.replaceAll(placeOf(mark, name), () => written(word)),
    text,
  );
}
