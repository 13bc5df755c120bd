import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a Vereinbarung; a line of approved minutes without a row here is open. */
export class AgreementOutcomes1760000004610 implements MigrationInterface {
  name = 'AgreementOutcomes1760000004610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agreement_outcome (
        minutes_entry_id uuid primary key references minutes_entry on delete cascade,
        outcome text not null constraint agreement_outcome_known check (outcome in ('DONE', 'DROPPED')),
        note text not null constraint agreement_outcome_note_length check (length(note) <= 500),
        settled_at timestamptz not null,
        settled_by text not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
