import sql from 'sql-template-tag';
import { messageKindLabels } from '@runder-tisch/domain/messages';
import type { Contribution } from '../contribution';
import { labelled } from '../database/labelled';
import { draftMessages, visibleMessages } from './messages-access';

export const messagesContribution: Contribution = {
  area: 'messages',
  tables: [
    {
      table: 'message',
      audit: 'names',
      personal: {
        columns: ['subject', 'text', 'left_out', 'anyway', 'written_by', 'sent_by', 'content'],
        purpose: 'Nachrichten an Netzwerke und Organisationen',
        retention: 'dauerhaft im Archiv des Netzwerks',
      },
    },
    {
      table: 'message_target',
      audit: 'values',
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Gewählte Empfangende von Nachrichten' },
    },
    {
      // Its rows are made with the mails they are about, whose own lines stand in the audit.
      table: 'message_recipient',
      audit: 'none',
      personal: {
        columns: ['name', 'mail', 'greeting', 'detail'],
        purpose: 'Nachweis, an wen eine Nachricht ging und wer sie warum nicht bekam',
        retention: '24 Monate nach dem Versand',
      },
      references: { person: ['person_id'], organisation: ['organisation_id'] },
      merge: { label: 'Erhaltene Nachrichten' },
    },
    {
      table: 'mail_opt_out',
      audit: 'names',
      personal: {
        columns: ['mail'],
        purpose: 'Mails, die jemand abbestellt hat, nicht mehr zu senden',
        retention: 'bis sie wieder bestellt werden',
      },
    },
    {
      // Its rows are made with the mails they are about, whose own lines stand in the audit.
      table: 'digest_issue',
      audit: 'none',
      personal: {
        columns: ['mail', 'topics'],
        purpose: 'Wochenmail: nichts zweimal melden und aus der Mail heraus stumm schalten',
        retention: '24 Monate',
      },
    },
    {
      table: 'digest_mute',
      audit: 'names',
      personal: {
        columns: ['mail'],
        purpose: 'Was jemand in der Wochenmail nicht mehr lesen möchte',
        retention: 'bis es wieder gewünscht wird',
      },
    },
  ],
  mailsAbout: {
    'message-recipient': {
      kind: 'message',
      id: (objectId) =>
        sql`(select message_id from message_recipient where message_recipient.id = ${objectId})`,
    },
  },
  kinds: [
    {
      kind: 'message',
      label: 'Nachricht',
      table: 'message',
      title: `coalesce(nullif(it.subject, ''), 'Nachricht ohne Betreff')`,
      path: '/nachrichten/:id',
      visible: visibleMessages,
      endsWalk: true,
      attachments: {
        levels: { INTERNAL: 'alle, die diese Nachricht bekommen oder im Archiv lesen' },
        change: draftMessages,
        internal: visibleMessages,
      },
      search: {
        subtitle: labelled('it.kind', messageKindLabels),
        text: `concat_ws(' ', it.subject, it.text)`,
      },
    },
  ],
};
