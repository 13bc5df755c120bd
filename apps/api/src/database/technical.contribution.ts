import type { Contribution } from '../contribution';

/** Tables of the technical rooms: what the areas stand on. */
export const technicalContribution: Contribution = {
  area: 'technical',
  tables: [
    { table: 'instance', audit: 'none' },
    {
      table: 'account',
      audit: 'values',
      personal: {
        columns: ['mail', 'display_name'],
        purpose: 'Anmeldung',
        retention: 'bis das Konto gelöscht wird',
      },
      references: { person: ['person_id'] },
      merge: { label: 'Konto zum Anmelden' },
    },
    { table: 'backup_run', audit: 'none' },
    { table: 'job_run', audit: 'none' },
    { table: 'session', audit: 'none' },
    {
      table: 'mail_link',
      audit: 'none',
      references: { person: ['person_id'] },
      merge: { label: 'Links aus Mails' },
    },
    { table: 'rate_limit', audit: 'none' },
    { table: 'rate_limit_salt', audit: 'none' },
    { table: 'known_device', audit: 'none' },
    { table: 'idempotency_key', audit: 'none' },
    { table: 'audit_event', audit: 'none' },
    { table: 'audit_value', audit: 'none' },
    { table: 'audit_seal', audit: 'none' },
    { table: 'audit_seal_mark', audit: 'none' },
    { table: 'audit_anchor', audit: 'none' },
    { table: 'search_document', audit: 'none' },
    { table: 'file', audit: 'values' },
    { table: 'file_part', audit: 'none' },
    { table: 'upload', audit: 'none' },
    { table: 'upload_part', audit: 'none' },
    {
      table: 'pdf_work',
      audit: 'none',
      personal: {
        columns: ['document'],
        purpose: 'Protokolle als PDF',
        retention: 'bis das PDF erstellt ist, meist wenige Sekunden',
      },
    },
    { table: 'object_snapshot', audit: 'none' },
    { table: 'planning_counter', audit: 'none' },
  ],
};
