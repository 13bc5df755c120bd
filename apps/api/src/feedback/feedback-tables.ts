import type { Contribution } from '../contribution';

const RETENTION = 'geprüfter Text dauerhaft ohne Personenbezug, Absender bis zwei Jahre nach der Antwort';

/** Its tables: audited how, what in them is personal, for what and how long. */
export const feedbackTables: Contribution['tables'] = [
  { table: 'feedback_counter', audit: 'none' },
  // Kept by triggers: what changes it is audited where it happens.
  { table: 'feedback_count', audit: 'none' },
  {
    table: 'feedback',
    audit: 'values',
    personal: {
      columns: [
        'speaker_role',
        'triaged_text',
        'reason',
        'forwarded_to',
        'answer',
        'rejected_reason',
        'decided_by',
        'drafted_by',
        'released_by',
        'public_answer',
      ],
      purpose: 'Hinweise aus der Beteiligung aufnehmen, entscheiden und beantworten',
      retention: RETENTION,
    },
    references: { person: ['person_id'], organisation: ['organisation_id'] },
    merge: { label: 'Hinweise' },
  },
  {
    table: 'feedback_original',
    audit: 'names',
    personal: {
      columns: ['text', 'flags'],
      purpose: 'Prüfung auf persönliche Angaben, bevor jemand den Text sieht',
      retention: 'ein Jahr nach Eingang',
    },
  },
  {
    table: 'incoming_letter',
    audit: 'values',
    personal: {
      columns: ['subject', 'speaker_role', 'rest_reason', 'done_by'],
      purpose: 'Briefe in Hinweise aufteilen, mit der Angabe, was keiner ist',
      retention: RETENTION,
    },
    references: { person: ['person_id'], organisation: ['organisation_id'] },
    merge: { label: 'Briefe' },
  },
  {
    table: 'incoming_letter_text',
    audit: 'names',
    personal: {
      columns: ['pieces'],
      purpose: 'Stellen markieren, aus denen Hinweise werden',
      retention: 'ein Jahr nach Eingang, sobald der Brief abgeschlossen ist',
    },
  },
  // A code leads to a Hinweis without a name; its audit would say when it was made.
  { table: 'feedback_code', audit: 'none' },
  {
    table: 'feedback_contact',
    audit: 'names',
    personal: {
      columns: ['mail'],
      purpose: 'Die Antwort auf einen Hinweis ohne Namen zustellen',
      retention: 'bis die Antwort verschickt ist',
    },
  },
  { table: 'voice_form_key', audit: 'none' },
  { table: 'feedback_field', audit: 'values' },
  {
    table: 'feedback_step',
    audit: 'names',
    personal: { columns: ['before'], purpose: 'Den letzten Schritt zurücknehmen', retention: RETENTION },
  },
  {
    table: 'return_message',
    audit: 'names',
    personal: {
      columns: ['content', 'sent_by', 'drafted_by', 'published_by'],
      purpose: 'Ergebnisbriefe an Teilnehmende',
      retention: 'dauerhaft, ohne Namen Dritter',
    },
  },
  { table: 'return_message_item', audit: 'values' },
  { table: 'suggestion_word', audit: 'values' },
  { table: 'suggestion_count', audit: 'none' },
  { table: 'feedback_suggestion', audit: 'values' },
  {
    table: 'feedback_note',
    audit: 'names',
    personal: {
      columns: ['text', 'written_by'],
      purpose: 'Absprachen des Büros zu einem Hinweis',
      retention: 'mit dem Hinweis',
    },
  },
  { table: 'argument', audit: 'values' },
  { table: 'argument_feedback', audit: 'values' },
  { table: 'feedback_group', audit: 'values' },
  { table: 'feedback_group_member', audit: 'values' },
  { table: 'feedback_group_dismissal', audit: 'values' },
  {
    table: 'feedback_assignment',
    audit: 'values',
    personal: {
      columns: ['assignee', 'assigned_by'],
      purpose: 'Wer im Büro einen Hinweis bis wann beantwortet',
      retention: 'mit dem Hinweis',
    },
  },
  { table: 'feedback_responsibility', audit: 'values' },
  {
    table: 'answer_draft',
    audit: 'names',
    personal: {
      columns: ['answer', 'decided', 'drafted_by'],
      purpose: 'Antworten, die vor dem Senden eine zweite Person liest',
      retention: 'bis sie freigegeben oder zurückgezogen sind',
    },
  },
  { table: 'answer_draft_item', audit: 'values' },
  { table: 'feedback_text_block', audit: 'values' },
];
