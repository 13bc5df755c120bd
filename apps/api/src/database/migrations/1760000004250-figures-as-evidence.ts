import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A Befund may rest on a value of an indicator; its place is that of the value, so that a correction is noticed. */
export class FiguresAsEvidence1760000004250 implements MigrationInterface {
  name = 'FiguresAsEvidence1760000004250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table finding_evidence
        add column observation_id uuid references observation,
        drop constraint finding_evidence_one_source,
        add constraint finding_evidence_one_source
          check (num_nonnulls(feedback_id, argument_id, format_id, service_id, measure_id, observation_id, silence) = 1),
        add constraint finding_evidence_observation unique (finding_id, observation_id);
      create index finding_evidence_of_observation on finding_evidence (observation_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
