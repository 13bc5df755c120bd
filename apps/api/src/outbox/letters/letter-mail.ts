import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { escapeHtml } from '../../pages/html';
import type { MailAddress } from '../outgoing-mail';
import { unsubscribeHeaders } from '../render-mail';
import { type OwnWords, withOwnWords } from './outgoing-letter';

/** A letter as it lies in the database, the same for everybody who gets it. */
export interface StoredLetter {
  id: string;
  mark: string;
  from: MailAddress;
  replyTo: MailAddress;
  subject: string;
  text: string;
  html: string;
  listId: string;
  unsubscribe: string;
  files: readonly { fileId: string; name: string; mediaType: string }[];
}

/** What of a mail is its recipient's own. */
export interface LetterCopy {
  id: string;
  messageId: string;
  to: MailAddress;
  words: OwnWords;
  createdAt: Date;
}

/** The words of one copy. */
export function copyOf(
  letter: StoredLetter,
  words: OwnWords,
): { text: string; html: string; unsubscribe: string } {
  return {
    text: withOwnWords(letter.text, letter.mark, words),
    html: withOwnWords(letter.html, letter.mark, words, escapeHtml),
    unsubscribe: withOwnWords(letter.unsubscribe, letter.mark, words),
  };
}

/**
 * The message as it goes over the wire. Everything it is made of is stored, its boundaries, Message-ID and date too, so
 * that each attempt sends the same bytes (RFC 5321 6.1). Files pass through in parts, never whole.
 */
export async function* letterBytes(
  letter: StoredLetter,
  copy: LetterCopy,
  contentOf: (fileId: string) => Readable,
): AsyncGenerator<Buffer> {
  const { text, html, unsubscribe } = copyOf(letter, copy.words);
  const composer = new MailComposer({
    from: letter.from,
    replyTo: letter.replyTo,
    to: copy.to,
    subject: letter.subject,
    messageId: copy.messageId,
    date: copy.createdAt,
    text,
    html,
    attachments: letter.files.map(({ fileId, name, mediaType }) => ({
      filename: name,
      contentType: mediaType,
      // A file is opened when its turn comes: a mail refused before that costs nothing.
      content: Readable.from(lazily(() => contentOf(fileId))),
    })),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'de',
      ...(letter.listId ? { 'List-Id': { prepared: true, value: letter.listId } } : {}),
      ...(unsubscribe ? unsubscribeHeaders(unsubscribe) : {}),
    },
    baseBoundary: copy.id.replaceAll('-', ''),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const stream = composer.compile().createReadStream();
  try {
    for await (const part of stream) yield part as Buffer;
  } finally {
    stream.destroy();
  }
}

async function* lazily(open: () => Readable): AsyncGenerator<Buffer> {
  yield* open();
}
