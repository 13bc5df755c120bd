import type { ParsedMail } from 'mailparser';
import { mended } from './charset';
import { htmlText, plainText } from './plain-text';
import { tnefText } from './tnef';

/** Letters from the beginning by which two versions of one text are known. */
const SAME_BEGINNING = 30;

/**
 * What a mail says, wherever it says it: in its text, in its HTML, in Outlook's `winmail.dat`. At most so much as is shown
 * of a mail, or `most` signs.
 */
export function writtenWords(mail: ParsedMail, most?: number): string {
  const text = plainText(mended(mail.text ?? ''), most);
  const html = mail.html ? plainText(htmlText(mended(mail.html)), most) : '';
  const words = lettersOf(text).includes(lettersOf(html).slice(0, SAME_BEGINNING))
    ? text
    : // Not two versions of one text: a list's footer beside a mail in HTML, or "please view this as HTML".
      plainText([html, text].join('\n\n'), most);
  if (words !== '') return words;
  const packed = mail.attachments.find(
    ({ contentType, filename }) =>
      /^application\/(vnd\.)?ms-tnef$/.test(contentType) || /^winmail\.dat$/i.test(filename ?? ''),
  );
  return packed ? plainText(tnefText(packed.content), most) : '';
}

/** The same below its subject, for mails in words: some say there what they have to say. */
export function wordsWithSubject(mail: ParsedMail): string {
  const subject = plainText(mail.subject ?? '').replaceAll('\n', ' ');
  const ours = /^(re|aw|antw|antwort|wg|fwd?)\s*:/i.test(subject);
  return [ours ? '' : subject && `Betreff: ${subject}`, writtenWords(mail)].filter(Boolean).join('\n\n');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
