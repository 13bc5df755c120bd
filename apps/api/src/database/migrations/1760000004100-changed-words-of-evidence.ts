import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which evidence rests on a Hinweis with other words than then stands in an index, so that nobody compares thousands
 * of them: the link holds the present fingerprint of the Hinweis as well, and its reference keeps that right.
 * Hinweise that wait for their answer stand in the order in which they came in.
 */
export class ChangedWordsOfEvidence1760000004100 implements MigrationInterface {
  name = 'ChangedWordsOfEvidence1760000004100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feedback add constraint feedback_words unique (id, fingerprint);
      alter table finding_evidence
        add column feedback_fingerprint text,
        add column feedback_changed boolean generated always as (fingerprint <> feedback_fingerprint) stored;
      -- Nobody changed a Befund by this: the audit has nothing to tell.
      alter table finding_evidence disable trigger user;
      update finding_evidence set feedback_fingerprint = feedback.fingerprint from feedback where feedback.id = feedback_id;
      alter table finding_evidence enable trigger user;
      alter table finding_evidence
        drop constraint finding_evidence_feedback_id_fkey,
        add constraint finding_evidence_feedback_words foreign key (feedback_id, feedback_fingerprint)
          references feedback (id, fingerprint) on update cascade,
        add constraint finding_evidence_feedback_complete check ((feedback_id is null) = (feedback_fingerprint is null));
      create index finding_evidence_changed on finding_evidence (finding_id) where feedback_changed;
      create index feedback_unanswered on feedback (received_at, id) include (primary_field_id)
        where state in ('LINKED', 'DECIDED') and counted_with_id is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
