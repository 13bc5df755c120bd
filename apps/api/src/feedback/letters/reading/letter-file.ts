import { letterLimits, letterProblems, type LetterFileView } from '@runder-tisch/domain/feedback';
import { berlinDay } from '@runder-tisch/domain/time';
import { decodeText } from '../../../calendar/charset';
import { plainText, SOURCE_MOST } from '../../../calendar/plain-text';
import { COMPOUND_FILE, readMailFile, sentAt } from '../../../calendar/read-reply';
import { writtenWords } from '../../../calendar/written-words';
import { Unreadable } from '../../../imports/reading/unreadable';
import { problem } from '../../../problem/problem';
import { readWord } from './read-word';

const ZIP = Buffer.from('504b0304', 'hex');
/** How a saved mail begins, whichever header its program wrote first. */
const MAIL_HEAD =
  /^(?:\xEF\xBB\xBF)?\s*(?:>?From |(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|reply-to|x-[\w-]+|arc-[\w-]+|dkim-signature|authentication-results):)/i;

/** The letter in a file, known by its bytes and not by its name; a refusal where there is none or too much of it. */
export async function readLetterFile(bytes: Buffer): Promise<LetterFileView> {
  const read = await readByKind(bytes);
  if (read.text === '') throw problem(letterProblems, 'letter-file-empty');
  if (read.text.length > letterLimits.text) throw problem(letterProblems, 'letter-file-long');
  return read;
}

async function readByKind(bytes: Buffer): Promise<LetterFileView> {
  if (begins(bytes, COMPOUND_FILE)) throw problem(letterProblems, 'letter-file-old');
  if (begins(bytes, ZIP)) return wordFile(bytes);
  if (MAIL_HEAD.test(bytes.subarray(0, 200).toString('latin1'))) {
    const mail = await mailFile(bytes);
    if (mail) return mail;
  }
  const text = decodeText(bytes);
  // Text has no NUL; PDF and RTF are text by their bytes alone.
  if (text.includes('\0') || /^(%PDF-|\{\\rtf)/.test(text)) throw problem(letterProblems, 'letter-file-kind');
  return words(text);
}

async function wordFile(bytes: Buffer): Promise<LetterFileView> {
  try {
    return words(await readWord(bytes, letterLimits.text + 1));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.code === 'file-encrypted') throw problem(letterProblems, 'letter-file-old');
    if (error.code === 'file-open-document') throw problem(letterProblems, 'letter-file-kind');
    throw problem(letterProblems, 'letter-file-damaged');
  }
}

async function mailFile(bytes: Buffer): Promise<LetterFileView | null> {
  const mail = await readMailFile(bytes);
  if (!mail) return null;
  // What is longer would be cut, and a letter is never cut in silence.
  if (Math.max((mail.text ?? '').length, (mail.html || '').length) > SOURCE_MOST)
    throw problem(letterProblems, 'letter-file-long');
  const at = sentAt(mail);
  return {
    text: writtenWords(mail, Infinity),
    subject: plainText(mail.subject ?? '')
      .replaceAll('\n', ' ')
      .slice(0, letterLimits.subject),
    receivedOn: at ? berlinDay(at) : null,
    attached: mail.attachments.flatMap(({ filename, related }) =>
      filename && !related ? [plainText(filename)] : [],
    ),
  };
}

function words(text: string): LetterFileView {
  if (text.length > SOURCE_MOST) throw problem(letterProblems, 'letter-file-long');
  return { text: plainText(text, Infinity), subject: '', receivedOn: null, attached: [] };
}

function begins(bytes: Buffer, signs: Buffer): boolean {
  return bytes.subarray(0, signs.length).equals(signs);
}
