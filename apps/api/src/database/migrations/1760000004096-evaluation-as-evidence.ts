import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A Befund of the next round may rest on what was concluded of a Maßnahme. */
export class EvaluationAsEvidence1760000004096 implements MigrationInterface {
  name = 'EvaluationAsEvidence1760000004096';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table finding_evidence
        add column measure_id uuid references measure,
        drop constraint finding_evidence_one_source,
        add constraint finding_evidence_one_source
          check (num_nonnulls(feedback_id, argument_id, format_id, service_id, measure_id, silence) = 1),
        add constraint finding_evidence_measure unique (finding_id, measure_id);
      create index finding_evidence_of_measure on finding_evidence (measure_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
