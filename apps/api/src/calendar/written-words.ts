import type { ParsedMail } from 'mailparser';
import { htmlText, plainText } from './plain-text';
import { tnefText } from './tnef';

/** Letters from the beginning by which two versions of one text are known. */
const SAME_BEGINNING = 30;

/**
 * What a mail says, wherever it says it: in its text, in its HTML, in Outlook's `winmail.dat`, and where it has no
 * words at all in its subject.
 */
export function writtenWords(mail: ParsedMail): string {
  const text = plainText(mail.text ?? '');
  const html = mail.html ? plainText(htmlText(mail.html)) : '';
  const words = lettersOf(text).includes(lettersOf(html).slice(0, SAME_BEGINNING))
    ? text
    : // Not two versions of one text: a list's footer beside a mail in HTML, or "please view this as HTML".
      plainText([html, text].join('\n\n'));
  if (words !== '') return words;
  const packed = mail.attachments.find(
    ({ contentType, filename }) =>
      /^application\/(vnd\.)?ms-tnef$/.test(contentType) || /^winmail\.dat$/i.test(filename ?? ''),
  );
  const unpacked = packed ? plainText(tnefText(packed.content)) : '';
  return unpacked || plainText(mail.subject ?? '');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
