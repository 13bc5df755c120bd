import { documentOf, note, paragraph, strong } from '@runder-tisch/domain/documents';
import type { MailFrame } from '../documents/mail-frame';
import { type WrittenMail, written } from './sign-in/sign-in-mails';

/** What the administrator keeps: with it nobody can rewrite the audit unseen. */
export function anchorMail(
  facts: { greeting: string; day: string; anchor: string },
  frame: MailFrame,
): WrittenMail {
  const content = documentOf(`Prüfanker vom ${facts.day}`, [
    paragraph(`${facts.greeting},`),
    paragraph('bis hierher reicht heute das Protokoll aller Änderungen:'),
    paragraph(strong(facts.anchor)),
    paragraph(
      'Bitte bewahren Sie diese Mail auf. Mit diesem Anker lässt sich jederzeit nachweisen, dass niemand das Protokoll nachträglich geändert oder gekürzt hat.',
    ),
    note(`Geprüft wird auf dem Server mit: npm run rt -- audit:verify ${facts.anchor}`),
  ]);
  return written(`Prüfanker vom ${facts.day}`, content, {
    ...frame,
    preview: 'Bitte aufbewahren: Stelle und Prüfsumme des Protokolls der Änderungen.',
  });
}
