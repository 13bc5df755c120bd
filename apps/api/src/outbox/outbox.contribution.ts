import type { Contribution } from '../contribution';

/** A mail's text holds links in clear, so the audit notes which columns changed and never their values. */
export const outboxContribution: Contribution = {
  area: 'outbox',
  tables: [
    {
      table: 'outbox_letter',
      audit: 'names',
      personal: {
        columns: ['from_name', 'reply_name', 'reply_address', 'subject', 'text', 'html'],
        purpose: 'Eine Nachricht an viele, solange Mails davon unterwegs sind',
        retention: 'bis die letzte Mail davon hinausging',
      },
    },
    { table: 'outbox_letter_file', audit: 'none' },
    {
      table: 'outbox_message',
      audit: 'names',
      personal: {
        columns: ['to_name', 'to_address', 'subject', 'raw', 'words', 'preview', 'last_error', 'order_key'],
        purpose:
          'Versand von Einladungen, Protokollen und Nachrichten und der Nachweis, dass sie hinausgingen',
        retention: 'Text bis zum Versand, Nachweis 24 Monate',
      },
      references: { person: ['person_id'] },
      merge: { label: 'Verschickte Mails' },
    },
  ],
};
