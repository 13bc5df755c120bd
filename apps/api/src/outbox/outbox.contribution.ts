import type { Contribution } from '../contribution';

/** A mail's text holds links in clear, so the audit notes which columns changed and never their values. */
export const outboxContribution: Contribution = {
  area: 'outbox',
  tables: [
    {
      table: 'outbox_message',
      audit: 'names',
      personal: {
        columns: ['to_name', 'to_address', 'subject', 'raw', 'preview', 'last_error', 'order_key'],
        purpose:
          'Versand von Einladungen, Protokollen und Nachrichten und der Nachweis, dass sie hinausgingen',
        retention: 'Text bis zum Versand, Nachweis 24 Monate',
      },
      references: { person: ['person_id'] },
      merge: { label: 'Verschickte Mails' },
    },
    {
      table: 'bounced_address',
      audit: 'values',
      personal: {
        columns: ['mail', 'reason'],
        purpose: 'Adressen, die ein Mailserver als unzustellbar meldet, um sie zu berichtigen',
        retention: 'bis jemand sie als erledigt ablegt, höchstens 24 Monate',
      },
    },
  ],
};
