import { button, documentOf, note, paragraph, quote, strong } from '@runder-tisch/domain/documents';
import type { MailFrame } from '../../documents/mail-frame';
import { written, type WrittenMail } from '../sign-in/sign-in-mails';

/** Says the same whether the address is known here or not. */
export function confirmMail(
  facts: { name: string; organisation: string; url: string },
  frame: MailFrame,
): WrittenMail {
  const content = documentOf('Bitte bestätigen Sie Ihre Mailadresse', [
    paragraph(`Guten Tag, ${facts.name},`),
    paragraph('mit dieser Mailadresse möchte sich jemand für ', strong(facts.organisation), ' anmelden.'),
    paragraph(
      'Waren Sie das? Dann bestätigen Sie bitte Ihre Adresse. Danach prüft der Landkreis die Anmeldung und meldet sich bei Ihnen.',
    ),
    button('Mailadresse bestätigen', facts.url),
    note(
      'Der Link gilt drei Tage. Waren Sie es nicht? Dann löschen Sie diese Mail einfach, es geschieht nichts.',
    ),
  ]);
  return written('Bitte bestätigen Sie Ihre Mailadresse', content, {
    ...frame,
    preview: 'Danach prüft der Landkreis Ihre Anmeldung.',
  });
}

/** With the reason the office wrote, word for word. */
export function refusedMail(
  facts: { name: string; organisation: string; reason: string },
  frame: MailFrame,
): WrittenMail {
  const content = documentOf('Zu Ihrer Anmeldung', [
    paragraph(`Guten Tag, ${facts.name},`),
    paragraph(
      'vielen Dank für Ihre Anmeldung für ',
      strong(facts.organisation),
      '. Wir konnten sie nicht annehmen:',
    ),
    quote(facts.reason),
    paragraph('Haben Sie Fragen dazu? Antworten Sie einfach auf diese Mail.'),
  ]);
  return written('Zu Ihrer Anmeldung', content, frame);
}
